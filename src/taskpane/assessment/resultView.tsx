/** What came of the latest assessment: maturity, profile, what the workbook does not bear out, what to do first, and a sheet of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { areaNames, areas, levelNames } from '../../domain/assessment';
import { practiceAreas } from '../../domain/practiceAreas';
import type { PracticeResult } from '../../domain/practiceResult';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import type { SheetResult } from '../../excel/assessmentSheet';
import { HeroFigure, Quiet, Section } from '../parts/page';
import { assessment as words } from '../sentences/assessment';
import { ProfileChart } from './profileChart';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  list: { display: 'flex', flexDirection: 'column', rowGap: '12px', margin: 0, paddingInlineStart: '20px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  fault: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorStatusDangerForeground1 },
});

function Change({ result: { comparison: { last, maturity } } }: { readonly result: PracticeResult }): ReactNode {
  const { figures } = usePane();
  if (maturity.by === null || last === null) return <Quiet>{maturity.reason ?? ''}</Quiet>;
  const points = figures.ratio(Math.abs(maturity.by));
  const day = figures.day(last);
  return <Quiet>{Math.abs(maturity.by) < 0.05 ? words.same(day) : maturity.by > 0 ? words.rose(points, day) : words.fell(points, day)}</Quiet>;
}

export function ResultView({ result }: { readonly result: PracticeResult }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { assessment: { date, answers }, maturity, reason, studies, contradictions, moves } = result;
  const assessor = areas.map((area) => answers[area]?.assessor ?? null).find((name) => name !== null) ?? null;
  return (
    <>
      <div className={styles.head}>
        <HeroFigure figure={maturity === null ? undefined : words.maturity(figures.ratio(maturity))}><Quiet>{maturity === null ? reason : words.ofHighest}</Quiet></HeroFigure>
        <Change result={result} />
        {studies !== null && <Quiet>{studies}</Quiet>}
        <Quiet>{words.resultOf(figures.day(date), assessor)}</Quiet>
      </div>
      <Section title={words.moves}>
        {moves.length === 0 ? <Quiet>{words.noMoves}</Quiet> : (
          <ol className={styles.list} aria-label={words.moves}>
            {moves.map(({ area, level }) => <li key={area}><strong>{areaNames[area]}</strong> ({words.level(figures.count(level), levelNames[level])}): {practiceAreas[area].firstActions[level]}</li>)}
          </ol>
        )}
      </Section>
      <Section title={words.claims} aside={contradictions.length === 0 ? undefined : figures.count(contradictions.length)}>
        {contradictions.length === 0 ? <p className={styles.text}>{words.allBorneOut}</p> : (
          <ul className={styles.list} aria-label={words.claims}>{contradictions.map(({ area, text }) => <li key={area}>{text}</li>)}</ul>
        )}
      </Section>
      <Section title={words.profile}><ProfileChart result={result} /></Section>
    </>
  );
}

/** One press writes the sheet; where it went is said until another is written. */
export function WriteResult({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const { services, announce, perform } = usePane();
  const [written, setWritten] = useKept<SheetResult | null>('assessment/written', null);
  const [writing, setWriting] = useState(false);
  const write = async (): Promise<void> => {
    if (writing) return;
    setWriting(true);
    const result = await services.assessments.writeResult();
    setWriting(false);
    setWritten(result);
    announce(result.kind === 'written' ? words.wrote(result.sheet) : result.message);
  };
  return (
    <>
      {written?.kind === 'failed' && <p className={styles.fault} role="alert">{written.message}</p>}
      {written?.kind === 'written' && <Quiet>{words.wrote(written.sheet)}</Quiet>}
      <div className={styles.presses}>
        <Button appearance="primary" disabledFocusable={writing} onClick={() => void write()}>{writing ? words.writing : words.write}</Button>
        {written?.kind === 'written' && <Button onClick={() => void perform(() => services.activateSheet(written.sheet), words.wrote(written.sheet))}>{words.toSheet}</Button>}
        {children}
      </div>
    </>
  );
}
