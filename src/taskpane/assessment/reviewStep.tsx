/** All ten answers before they are written: what is missing, and the way back to each. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { areaNames, areas, levelNames } from '../../domain/assessment';
import { type AssessmentDraft, answeredCount } from '../../domain/assessmentDraft';
import type { Policy } from '../../domain/policy';
import { usePane } from '../frame/paneContext';
import { goTo } from '../navigation';
import { addressOf } from '../pages';
import { TextField } from '../parts/fields';
import { PageContent, Quiet } from '../parts/page';
import { RowLink } from '../parts/row';
import { assessment as words } from '../sentences/assessment';
import type { DraftKeeper, Saving } from './draftKeeper';
import { Progress, SavingLine } from './progress';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  fault: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorStatusDangerForeground1 },
  presses: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px' },
  end: { marginInlineStart: 'auto' },
});

/** Two presses, since nothing brings the answers back. */
function Discard({ keeper }: { readonly keeper: DraftKeeper }): ReactNode {
  const styles = useStyles();
  const { announce } = usePane();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const discard = async (): Promise<void> => {
    const result = await keeper.discard();
    if (result.kind === 'failed') return setFailure(result.message);
    announce(words.discarded);
    goTo({ page: 'assessment', at: null });
  };
  if (!asking) return <div><Button size="small" onClick={() => setAsking(true)}>{words.discard}</Button></div>;
  return (
    <div role="group" aria-label={words.discardQuestion}>
      <Quiet>{words.discardQuestion}</Quiet>
      {failure !== null && <p className={styles.fault} role="alert">{failure}</p>}
      <div className={styles.presses}>
        <Button size="small" autoFocus onClick={() => void discard()}>{words.discardYes}</Button>
        <Button size="small" onClick={() => setAsking(false)}>{words.discardNo}</Button>
      </div>
    </div>
  );
}

export function ReviewStep({ draft, saving, keeper, policy }: { readonly draft: AssessmentDraft; readonly saving: Saving; readonly keeper: DraftKeeper; readonly policy: Policy }): ReactNode {
  const styles = useStyles();
  const { figures, announce } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const [finishing, setFinishing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const answered = answeredCount(draft);
  const { fewestAnswered } = policy.assessment;
  const finish = async (): Promise<void> => {
    if (finishing || answered === 0) return;
    setFinishing(true);
    setFailure(null);
    const result = await keeper.finish();
    setFinishing(false);
    if (result.kind === 'failed') {
      setFailure(result.message);
      return;
    }
    announce(result.kind === 'done' ? words.finished : words.gone);
    goTo({ page: 'assessment', at: result.kind === 'done' ? 'result' : null });
  };
  return (
    <PageContent
      title={words.review}
      visible={(
        <>
          <Progress at={null} answered={areas.map((one) => (draft.answers[one]?.level ?? null) !== null)} />
          <h1 ref={heading} className={styles.title} tabIndex={-1}>{words.review}</h1>
        </>
      )}
      footer={(
        <>
          <SavingLine saving={saving} onRetry={() => void keeper.save()} />
          {failure !== null && <p className={styles.fault} role="alert">{failure}</p>}
          <div className={styles.presses}>
            <Button onClick={() => goTo({ page: 'assessment', at: areas[areas.length - 1] ?? null })}>{words.back}</Button>
            <Button className={styles.end} appearance="primary" disabledFocusable={finishing || answered === 0} onClick={() => void finish()}>{finishing ? words.finishing : words.finish}</Button>
          </div>
        </>
      )}
    >
      {answered < areas.length && <Quiet>{words.left(areas.length - answered, figures.count(areas.length - answered))} {answered < fewestAnswered && words.tooFew(figures.count(fewestAnswered))}</Quiet>}
      <ul className={styles.list} aria-label={words.answers}>
        {areas.map((area) => {
          const { level, evidence } = draft.answers[area] ?? { level: null, evidence: '' };
          return (
            <li key={area}>
              <RowLink href={addressOf({ page: 'assessment', at: area })} name={areaNames[area]} figure={level === null ? '–' : figures.count(level)} reason={[level === null ? words.notAnswered : levelNames[level], evidence.trim()].filter((part) => part !== '').join(' · ')} />
            </li>
          );
        })}
      </ul>
      <TextField label={words.assessor} hint={words.assessorHint} value={draft.assessor} onChange={(name) => keeper.name(name)} onBlur={() => void keeper.save()} />
      <Quiet>{words.finishHint}</Quiet>
      <Discard keeper={keeper} />
    </PageContent>
  );
}
