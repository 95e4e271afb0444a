/** One area: the question, its levels, why it matters, what the workbook shows, and the evidence. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { type Area, type Level, areaNames, areas, levels } from '../../domain/assessment';
import type { AssessmentDraft } from '../../domain/assessmentDraft';
import { type Shown, type ShownArea, contradictionsOf, shownAreas } from '../../domain/claimedAndShown';
import type { Policy } from '../../domain/policy';
import { practiceAreas } from '../../domain/practiceAreas';
import { usePane } from '../frame/paneContext';
import { goTo } from '../navigation';
import { TextArea } from '../parts/fields';
import { PageContent, Quiet } from '../parts/page';
import { assessment as words } from '../sentences/assessment';
import type { DraftKeeper, Saving } from './draftKeeper';
import { LevelCards } from './levelCards';
import { Progress, SavingLine } from './progress';
import { Button } from '../parts/button';

const longestEvidence = 1_000;

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
  head: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  area: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  question: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  box: {
    display: 'flex', flexDirection: 'column', rowGap: '2px', padding: '8px 12px', borderInlineStartWidth: '3px', borderInlineStartStyle: 'solid', borderInlineStartColor: tokens.colorNeutralStroke1, backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2,
  },
  boxTitle: { fontWeight: tokens.fontWeightSemibold },
  presses: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px' },
  end: { marginInlineStart: 'auto' },
});

const isShown = (area: Area): area is ShownArea => shownAreas.some((one) => one === area);

/** What of the workbook stands beside the answer, and where it says otherwise. */
function ShownBox({ area, level, shown, policy }: { readonly area: ShownArea; readonly level: Level | null; readonly shown: Readonly<Record<ShownArea, Shown>>; readonly policy: Policy }): ReactNode {
  const styles = useStyles();
  const profile = Object.fromEntries(areas.map((one) => [one, one === area ? level : null])) as Record<Area, Level | null>;
  const [contradiction] = contradictionsOf(profile, shown, policy);
  return (
    <div className={styles.box}>
      <span className={styles.boxTitle}>{words.shows}</span>
      <span>{contradiction?.text ?? shown[area].text}</span>
    </div>
  );
}

export function AreaStep({ area, draft, saving, keeper, shown, last, policy }: {
  readonly area: Area;
  readonly draft: AssessmentDraft;
  readonly saving: Saving;
  readonly keeper: DraftKeeper;
  readonly shown: Readonly<Record<ShownArea, Shown>>;
  readonly last: Level | null;
  readonly policy: Policy;
}): ReactNode {
  const styles = useStyles();
  const { announce } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const at = areas.indexOf(area);
  const { level, evidence } = draft.answers[area] ?? { level: null, evidence: '' };
  const { question, why } = practiceAreas[area];
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('main')?.scrollTo?.({ top: 0 });
  }, [area]);

  const leave = (to: string | null): void => {
    void keeper.save();
    goTo({ page: 'assessment', at: to });
  };
  const next = (): void => leave(areas[at + 1] ?? 'review');
  const choose = (one: Level): void => keeper.choose(area, one);
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('textarea') !== null) return;
    const typed = levels.find((one) => String(one) === event.key);
    if (typed !== undefined) {
      event.preventDefault();
      choose(typed);
      announce(practiceAreas[area].levels[typed]);
    }
    if (event.key === 'Enter' && target.closest('button, a') === null) {
      event.preventDefault();
      next();
    }
  };

  return (
    <div onKeyDown={onKey} style={{ display: 'contents' }}>
      <PageContent
        title={areaNames[area]}
        visible={(
          <div className={styles.head}>
            <Progress at={at + 1} answered={areas.map((one) => (draft.answers[one]?.level ?? null) !== null)} />
            <p className={styles.area}>{areaNames[area]}</p>
            <h1 ref={heading} className={styles.question} tabIndex={-1}>{question}</h1>
          </div>
        )}
        footer={(
          <>
            <SavingLine saving={saving} onRetry={() => void keeper.save()} />
            <div className={styles.presses}>
              <Button onClick={() => leave(areas[at - 1] ?? null)}>{words.back}</Button>
              <Button className={styles.end} appearance="primary" onClick={next}>{at === areas.length - 1 ? words.toReview : words.next}</Button>
            </div>
          </>
        )}
      >
        <div className={styles.step}>
          <LevelCards area={area} level={level} last={last} onChoose={choose} />
          {isShown(area) && <ShownBox area={area} level={level} shown={shown} policy={policy} />}
          <div className={styles.box}>
            <span className={styles.boxTitle}>{words.why}</span>
            <span>{why}</span>
          </div>
          <TextArea label={words.evidence} hint={words.evidenceHint} value={evidence} onChange={(text) => keeper.write(area, text.slice(0, longestEvidence))} />
          <Quiet>{words.keys}</Quiet>
        </div>
      </PageContent>
    </div>
  );
}
