/** Writes a quarterly business review: reads the workbook anew, lays the review out, writes its sheet. The pane and the ribbon share it. */
import { cellAddress } from '../domain/cell';
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import type { HistoryOutcome } from '../report/historyRows';
import { qbrPlans, sheetsOf } from '../report/qbr';
import { type Edition, type QbrOptions, type Readers, mostSheets, namesNobody, sectionIds } from '../report/qbrOptions';
import { readRememberedQbr, writeRememberedQbr } from '../report/rememberedQbr';
import { partnerKey } from '../tables/partnerName';
import { todayOf } from './asOf';
import { type Clock, systemClock } from './clock';
import { sheetWithoutHeaders } from './ownRows';
import { type PastDecisions, decisionsOf, pastDecisions } from './decisionsWriter';
import { historyOf } from './historyWriter';
import { type LiveWorkbook, livePortfolio, portfolioOn } from './livePortfolio';
import { troubleOf } from './officeErrors';
import { type QbrStep, qbrActivity } from './qbrActivity';
import type { WorkbookReading } from './readWorkbook';
import { ReviewRecords } from './reviewRecords';
import { preparerOf } from './reviews';
import { sentences } from './sentences';
import { writeSheets } from './sheetWriter';
import { qbrSetting } from './workbookSettings';

/** A review as somebody chose it. */
export interface QbrRequest extends QbrOptions {
  /** The day to judge today's cells on; `null`: the workbook's own. */
  readonly asOf: SerialDate | null;
}

export type QbrResult =
  /**
   * `history`: 'kept' where a review of an earlier day had written the as-of date's snapshots, for they are what was known then; `null` where
   * the review is of one partner, which writes none.
   */
  | { readonly kind: 'written'; readonly sheet: string; readonly history: HistoryOutcome | null }
  /** Of every partner, in the order of the tabs; the first is shown. */
  | { readonly kind: 'writtenEach'; readonly sheets: readonly string[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

export interface QbrRun {
  /** Without it, one of the whole portfolio on the workbook's own day, as reviews of this workbook were last chosen. */
  readonly request?: QbrRequest;
  readonly onProgress?: (step: QbrStep) => void;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

let underWay: Promise<QbrResult> | null = null;

/** At most six requests, reading included, and one more per 4 MB. Asked for again while one is being written, it answers with that one. */
export function writeQbr({ onProgress, ...run }: QbrRun = {}, live: LiveWorkbook = livePortfolio): Promise<QbrResult> {
  const told = (step: QbrStep): void => {
    qbrActivity.become({ kind: 'writing', step });
    onProgress?.(step);
  };
  underWay ??= write({ ...run, onProgress: told }, live)
    // Whatever is thrown must not leave the pane waiting for an end.
    .catch((fault: unknown): QbrResult => ({ kind: 'failed', message: troubleOf(fault).message }))
    .then((result) => {
      qbrActivity.become({ kind: 'ended', result });
      return result;
    })
    .finally(() => {
      underWay = null;
    });
  return underWay;
}

async function write(
  { request, onProgress, signal = new AbortController().signal, clock = systemClock }: QbrRun & { readonly onProgress: (step: QbrStep) => void }, live: LiveWorkbook,
): Promise<QbrResult> {
  onProgress('reading');
  const state = await live.refresh({ decisions: true });
  if (signal.aborted) return { kind: 'cancelled' };
  if (state.kind !== 'ready') return failed(state.kind === 'failed' ? state.trouble.message : sentences.notRead);
  // A portfolio that could not be read anew may be stale: no review is made of it.
  if (state.trouble !== null) return failed(state.trouble.message);
  const obstacle = obstacleOf(state.portfolio);
  if (obstacle !== null) return failed(obstacle);

  onProgress('layingOut');
  const reading = live.lastReading();
  if (reading === null) return failed(sentences.notRead);
  const asked = request ?? asLastChosen(reading);
  const portfolio = asked.asOf === null || asked.asOf === state.portfolio.asOf ? state.portfolio : portfolioOn(reading, asked.asOf);
  const count = sheetsOf(portfolio, asked.edition).length;
  if (count > mostSheets) return failed(sentences.tooManyPartners(count, mostSheets));
  const past = pastDecisions(reading);
  const { outcome, records } = asked.edition.kind === 'portfolio' ? recordsOf(portfolio, reading, past, asked, todayOf(clock)) : { outcome: null, records: null };
  const plans = qbrPlans(portfolio, { ...asked, history: outcome }, past.log);
  if (plans.length === 0) return failed(noSheetOf(asked.edition, reading, request === undefined));
  const headless = sheetWithoutHeaders(reading.structure);
  if (records !== null && headless !== null) return failed(sentences.dataSheetHeaders(headless));
  const result = await live.during(
    () => writeSheets(plans, records, { signal, onStep: onProgress, clock, afterwards: request && ((context) => remember(context, reading, request)) }),
    (built) => (built.kind === 'built' ? built.result.map(({ sheetId }) => sheetId) : []),
  );
  if (result.kind !== 'built') return result;
  const sheets = result.result.map(({ sheet }) => sheet);
  return asked.edition.kind === 'partners' ? { kind: 'writtenEach', sheets } : { kind: 'written', sheet: sheets.join(), history: outcome };
}

/** Only a review of the whole portfolio leaves any. */
function recordsOf(
  portfolio: Portfolio, reading: WorkbookReading, past: PastDecisions, { sections }: QbrRequest, today: SerialDate,
): { readonly outcome: HistoryOutcome; readonly records: ReviewRecords | null } {
  const { outcome, writer } = historyOf(portfolio, reading, today);
  const decisions = decisionsOf(portfolio, reading, past, sections.has('decisions'), today);
  return { outcome, records: writer === null && decisions === null ? null : new ReviewRecords(writer, decisions) };
}

const failed = (message: string): QbrResult => ({ kind: 'failed', message });

/** What is written where nobody chooses: by the ribbon and the command line. */
export function asLastChosen(reading: WorkbookReading): QbrRequest {
  const { leftOut } = readRememberedQbr(reading.structure.qbrText);
  return { asOf: null, edition: editionAsked(reading), preparedBy: preparerOf(reading), sections: new Set(sectionIds.filter((id) => !leftOut.has(id))) };
}

/** What the command line wants; without it the whole portfolio's. */
function editionAsked({ structure: { editionSetting } }: WorkbookReading): Edition {
  const [, every, reader, partner = ''] = /^(every )?(internal|shared|nameless)(?: (.*))?$/s.exec(editionSetting ?? '') ?? [];
  if (reader === undefined) return { kind: 'portfolio' };
  const readers: Readers = { audience: reader === 'internal' ? 'internal' : 'shared', withoutNames: reader === 'nameless' };
  return every === undefined ? { kind: 'partner', key: partnerKey(partner), ...readers } : { kind: 'partners', ...readers };
}

/** Why an edition comes to no sheet. */
function noSheetOf({ kind }: Edition, { structure: { editionSetting } }: WorkbookReading, fromCommandLine: boolean): string {
  if (kind === 'partners') return sentences.allEnded;
  return fromCommandLine ? sentences.partnerUnknown((editionSetting ?? '').replace(/^\S+ /, '')) : sentences.partnerGone;
}

/** A name that is the author's anyway is not kept, so that another author's takes its place. */
function remember({ workbook }: Excel.RequestContext, { structure: { qbrText, author } }: WorkbookReading, { edition, preparedBy, sections }: QbrRequest): void {
  const text = writeRememberedQbr(qbrText, {
    preparedBy: preparedBy === author.trim() ? null : preparedBy,
    leftOut: new Set(sectionIds.filter((id) => !sections.has(id))),
    withoutNames: edition.kind !== 'portfolio' && edition.audience === 'shared' ? namesNobody(edition) : readRememberedQbr(qbrText).withoutNames,
  });
  if (text !== null && text !== qbrText) workbook.settings.add(qbrSetting, text);
}

/** Why there is nothing to review, with the place to mend; `null` where there is something. */
function obstacleOf({ rows: { partners, issues } }: Portfolio): string | null {
  if (partners === null) return issues.find(({ code }) => code === 'missing-table' || code === 'missing-column')?.message ?? sentences.notRead;
  if (partners.rows.length > 0) return null;
  return sentences.noPartners(cellAddress({ sheet: partners.sheet, row: partners.headerRow, column: Math.min(...Object.values(partners.columns)) }));
}
