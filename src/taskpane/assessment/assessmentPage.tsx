/** The practice assessment: a start, ten areas, a review and the result. What is answered is kept in the workbook at every step. */
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type Area, areas } from '../../domain/assessment';
import { type AssessmentDraft, answeredCount } from '../../domain/assessmentDraft';
import { shownBy } from '../../domain/claimedAndShown';
import type { Portfolio } from '../../domain/portfolio';
import { type PracticeResult, practiceResult } from '../../domain/practiceResult';
import { Loading } from '../frame/loading';
import { usePane } from '../frame/paneContext';
import { useStore } from '../frame/useStore';
import { goTo } from '../navigation';
import { EmptyState } from '../parts/emptyState';
import { TextField } from '../parts/fields';
import { PageContent, Quiet } from '../parts/page';
import { assessment as words } from '../sentences/assessment';
import { pageNames } from '../sentences/frame';
import { AreaStep } from './areaStep';
import { type DraftKeeper, keeperOf } from './draftKeeper';
import { ResultView, WriteResult } from './resultView';
import { ReviewStep } from './reviewStep';
import { Button } from '../parts/button';

const useStyles = makeStyles({ presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

const step = (at: string): void => goTo({ page: 'assessment', at });

/** Where one goes on: the first area without a level, else the review. */
const nextOf = ({ answers }: AssessmentDraft): string => areas.find((area) => (answers[area]?.level ?? null) === null) ?? 'review';

/** The day of the browser's clock, in the workbook's culture. */
function startDay(startedAt: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(startedAt);
}

function UnderWay({ draft }: { readonly draft: AssessmentDraft }): ReactNode {
  const { figures, services } = usePane();
  return (
    <EmptyState title={words.underWay(figures.count(answeredCount(draft)))} hint={words.startedBy(startDay(draft.startedAt, services.locale), draft.assessor)}>
      <Button appearance="primary" onClick={() => step(nextOf(draft))}>{words.goOn}</Button>
    </EmptyState>
  );
}

function Start({ keeper, assessor, again }: { readonly keeper: DraftKeeper; readonly assessor: string; readonly again: boolean }): ReactNode {
  const styles = useStyles();
  const [name, setName] = useState(assessor);
  const start = (): void => {
    keeper.begin(name.trim());
    step(areas[0]);
  };
  return (
    <>
      <TextField label={words.assessor} hint={words.assessorHint} value={name} onChange={setName} />
      <div className={styles.presses}><Button appearance="primary" size="large" onClick={start}>{again ? words.startAgain : words.start}</Button></div>
    </>
  );
}

/** The start, or what the last assessment came to. */
function Overview({ keeper, result, showStart }: { readonly keeper: DraftKeeper; readonly result: PracticeResult | null; readonly showStart: boolean }): ReactNode {
  const { services } = usePane();
  const keeping = useStore(keeper);
  if (keeping.kind === 'loading') return <Loading title={pageNames.assessment} />;
  const assessor = services.reviews.lastChosen().preparedBy ?? '';
  const idle = keeping.kind !== 'underWay';
  return (
    <PageContent
      title={pageNames.assessment}
      footer={result !== null && idle && !showStart ? <WriteResult><Button onClick={() => step('start')}>{words.startAgain}</Button></WriteResult> : undefined}
    >
      {keeping.kind === 'unread' && <EmptyState title={words.unread} hint={keeping.message}><Button onClick={() => void keeper.load()}>{words.retry}</Button></EmptyState>}
      {keeping.kind === 'gone' && <EmptyState title={words.gone} hint={words.goneHint} />}
      {keeping.kind === 'underWay' && <UnderWay draft={keeping.draft} />}
      {idle && (result === null || showStart) && (
        <>
          {result === null && <EmptyState title={words.noResult} hint={words.noResultHint} />}
          <Quiet>{words.intro}</Quiet>
          <Start keeper={keeper} assessor={assessor} again={result !== null} />
        </>
      )}
      {result !== null && !showStart && <ResultView result={result} />}
    </PageContent>
  );
}

/** `at`: an area, "start", "review" or "result"; `null`: wherever the assessment stands. */
export function AssessmentPage({ portfolio, at }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const { services } = usePane();
  const keeper = keeperOf(services.assessments);
  const keeping = useStore(keeper);
  const result = useMemo(() => practiceResult(portfolio), [portfolio]);
  const shown = useMemo(() => result?.shown ?? shownBy(portfolio, portfolio.sign.neverCheckOut), [portfolio, result]);
  useEffect(() => void keeper.load(), [keeper]);
  useEffect(() => {
    // What was typed a moment ago must not be lost with the page.
    const hide = (): void => void keeper.save();
    window.addEventListener('pagehide', hide);
    return () => window.removeEventListener('pagehide', hide);
  }, [keeper]);

  const area = areas.find((one): one is Area => one === at);
  if (keeping.kind === 'loading' && area !== undefined) return <Loading title={pageNames.assessment} />;
  if (keeping.kind === 'underWay' && area !== undefined) {
    return <AreaStep area={area} draft={keeping.draft} saving={keeping.saving} keeper={keeper} shown={shown} last={result?.profile[area] ?? null} policy={portfolio.policy} />;
  }
  if (keeping.kind === 'underWay' && at === 'review') return <ReviewStep draft={keeping.draft} saving={keeping.saving} keeper={keeper} policy={portfolio.policy} />;
  return <Overview keeper={keeper} result={result} showStart={at === 'start'} />;
}
