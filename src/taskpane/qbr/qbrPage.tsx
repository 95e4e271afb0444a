/** Writes a quarterly review: of whom and of which day, what it begins with, progress by step with Cancel, and the way to it and to earlier ones. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import type { QbrRequest, QbrResult } from '../../excel/writeQbr';
import { mostSheets } from '../../report/qbrOptions';
import { qbrPreview } from '../../report/qbrPreview';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { EmptyState } from '../parts/emptyState';
import { PageContent } from '../parts/page';
import { pageNames } from '../sentences/frame';
import { portfolio as portfolioWords } from '../sentences/portfolio';
import { qbr as words } from '../sentences/qbr';
import { requestOf } from './choices';
import { QbrForm } from './qbrForm';
import { QbrPress } from './qbrPress';
import { QbrProgress } from './qbrProgress';
import { ReviewList, type ShelfState, useShelf } from './reviewList';
import { type Chosen, useChoices, useChosen } from './useChosen';
import type { Qbr, QbrState } from './useQbr';

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  title: {
    margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere',
  },
  block: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

interface QbrPageProps {
  readonly portfolio: Portfolio;
  readonly qbr: Qbr;
  /** Join key of the partner to review; `null`: as it was last chosen. */
  readonly at: string | null;
}

function Ending({ title, hints }: { readonly title: string; readonly hints: readonly string[] }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <p className={styles.text}><strong>{title}</strong></p>
      {hints.map((hint) => <p key={hint} className={styles.text}>{hint}</p>)}
    </div>
  );
}

function NoPartners({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const table = portfolio.rows.partners;
  const header = table && { sheet: table.sheet, row: table.headerRow, column: table.columns.partner ?? 0 };
  return (
    <PageContent title={pageNames.qbr}>
      <EmptyState title={portfolioWords.empty} hint={words.emptyHint}>{header && <CellLink cell={header}>{portfolioWords.toTable}</CellLink>}</EmptyState>
    </PageContent>
  );
}

/** What was ended is put aside by whoever goes on to the next review. */
function usePutAside(state: QbrState): readonly [QbrState, () => void] {
  const [aside, setAside] = useState<QbrResult | null>(null);
  const shown: QbrState = state === aside ? { kind: 'idle' } : state;
  const putAside = (): void => {
    if (state.kind !== 'idle' && state.kind !== 'writing') setAside(state);
  };
  return [shown, putAside];
}

/** Why nothing can be written as it is chosen; `null` where something can. */
function obstacleOf({ day, edition, of, sheets }: Chosen, shelf: ShelfState): string | null {
  if (shelf.kind === 'known' && shelf.shelf.structureProtected) return words.structureProtected;
  if (edition === null) return words.partnerMissing;
  if (day.day === null) return words.dayMissing;
  if (sheets === 0) return words.allEnded;
  if (sheets > mostSheets) return words.tooManyPartners(String(sheets), mostSheets);
  return of === null ? words.partnerGone : null;
}

/** What the sheet will be called, and what it will be. */
function WhatItWillBe({ chosen: { day, edition, of, sheets } }: { readonly chosen: Chosen }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  if (of === null || edition === null || day.day === null) return null;
  const each = edition.kind === 'partners';
  const name = qbrPreview(of, edition).sheet;
  const ofWhom = edition.kind === 'partner' ? (of.partners[0]?.partner.name ?? '') : words.wholePortfolio;
  return (
    <div className={styles.block}>
      <p className={styles.title} dir="auto">{each ? words.sheets(name, figures.count(sheets)) : name}</p>
      <p className={styles.text}>{each ? words.whatOfEach(figures.day(day.day)) : words.what(ofWhom, figures.day(day.day))}</p>
    </div>
  );
}

const isWritten = ({ kind }: QbrState): boolean => kind === 'written' || kind === 'writtenEach';

export function QbrPage({ portfolio, qbr, at }: QbrPageProps): ReactNode {
  const styles = useStyles();
  const { figures, services: { reviews } } = usePane();
  const [state, putAside] = usePutAside(qbr.state);
  const [choices, change] = useChoices(at, putAside);
  const chosen = useChosen(portfolio, choices);
  const [shelf, look] = useShelf(isWritten(qbr.state) ? qbr.state : null);
  if (portfolio.partners.length === 0) return <NoPartners portfolio={portfolio} />;

  const { day, edition } = chosen;
  const request: QbrRequest | null = edition === null || day.day === null ? null : requestOf(choices, edition, day.day, portfolio.asOf, reviews.lastChosen());
  const obstacle = obstacleOf(chosen, shelf);
  const write = (): void => {
    if (obstacle === null && request !== null) qbr.start(request);
  };
  const asking = state.kind !== 'writing' && !isWritten(state);
  return (
    <PageContent title={pageNames.qbr} footer={<QbrPress state={state} cancel={qbr.cancel} obstacle={obstacle} onWrite={write} onAgain={putAside} />}>
      {state.kind === 'written' && <Ending title={words.written(state.sheet)} hints={[words.writtenHint, state.history === null ? words.partnerHint : words.history[state.history]]} />}
      {state.kind === 'writtenEach' && <Ending title={words.writtenEach(state.sheets.length, figures.count(state.sheets.length))} hints={[words.writtenEachHint, words.partnersHint]} />}
      {state.kind === 'writing' && <QbrProgress step={state.step} />}
      {state.kind === 'cancelled' && <p className={styles.text}>{words.cancelled}</p>}
      {state.kind === 'failed' && <Ending title={words.failed} hints={[state.message]} />}
      {asking && <WhatItWillBe chosen={chosen} />}
      {asking && <QbrForm portfolio={portfolio} chosen={chosen} onChange={change} />}
      {state.kind !== 'writing' && <ReviewList state={shelf} onOpened={look} />}
    </PageContent>
  );
}
