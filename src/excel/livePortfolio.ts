/**
 * The portfolio as the workbook is now: one reading for every function, the pane and the review, and one re-reading per burst of edits.
 * A store of the shape that `useSyncExternalStore` wants; it starts with the first subscriber and never stops watching.
 */
import { judge } from '../domain/judge';
import type { SerialDate } from '../domain/measure';
import type { Policy } from '../domain/policy';
import type { Portfolio } from '../domain/portfolio';
import type { PortfolioRows } from '../domain/portfolioRows';
import { readPolicy } from '../domain/storedPolicy';
import { readTables } from '../tables/readTables';
import { readChoices } from '../tables/storedChoices';
import { columnOf } from './addresses';
import { todayOf } from './asOf';
import { type Clock, systemClock } from './clock';
import type { LivePortfolio, LiveState } from './liveState';
import { troubleOf } from './officeErrors';
import { type ExcelSession, inExcel } from './officeSync';
import { type WorkbookReading, readWorkbook, sameContents } from './readWorkbook';
import { removeUnfinished } from './unfinishedWrites';
import { type WorkbookEvent, watchWorkbook } from './workbookWatch';

/** Edits of a burst come closer together than this; a reading never waits longer than `longestWait` for its end. */
const quiet = 60;
const longestWait = 300;
/** While a cell is being edited Excel refuses to be read. */
const retryWhileEditing = 1_000;
/** Office hands results of functions over in steps of half a second. */
const handingOver = 1_500;

export interface LiveOptions {
  readonly clock?: Clock;
}

/** The portfolio of a reading, judged by the workbook's policy on the workbook's own day, else on today's. */
export function portfolioOf(reading: WorkbookReading, today: SerialDate): Portfolio {
  return portfolioOn(reading, reading.asOf ?? today);
}

/** The same cells judged on any day: rates of currencies and snapshots are those that counted then (ruling 63). */
export function portfolioOn(reading: WorkbookReading, asOf: SerialDate): Portfolio {
  const { policy, problems } = readPolicy(reading.structure.policyText);
  return judge(rowsOf(reading, asOf, policy), asOf, policy, [...problems, ...readChoices(reading.structure.readingText).problems]);
}

function rowsOf({ sources, own, unfinishedRuns, structure: { date1904, readingText } }: WorkbookReading, asOf: SerialDate, { reportingCurrency }: Policy): PortfolioRows {
  return readTables(sources, { date1904, asOf, reportingCurrency, own, unfinishedRuns, choices: readChoices(readingText).choices });
}

export class LiveWorkbook implements LivePortfolio {
  private state: LiveState = { kind: 'starting' };
  private readonly listeners = new Set<() => void>();
  private readonly clock: Clock;
  private reading: WorkbookReading | null = null;
  private watching = false;
  private shownAt = 0;
  private decisionsWanted = false;
  private current: Promise<LiveState> | null = null;
  private next: Promise<LiveState> | null = null;
  private waiting: { readonly since: number; readonly cancel: () => void } | null = null;
  /** Events during a write of ours wait until it is known which sheet was ours. */
  private held: WorkbookEvent[] | null = null;
  private readonly ownReviews = new Set<string>();

  constructor({ clock = systemClock }: LiveOptions = {}) {
    this.clock = clock;
  }

  getState(): LiveState {
    return this.state;
  }

  /** What was last read of the workbook; `null` before the first reading. */
  lastReading(): WorkbookReading | null {
    return this.reading;
  }

  /** The cells as they were last read, judged by another policy; `null` before the first reading. */
  judgedBy(policy: Policy): Portfolio | null {
    const { state, reading } = this;
    if (state.kind !== 'ready' || reading === null) return null;
    const { portfolio: { rows, asOf, policy: { reportingCurrency } } } = state;
    return judge(policy.reportingCurrency === reportingCurrency ? rows : rowsOf(reading, asOf, policy), asOf, policy);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    if (this.state.kind === 'starting' && this.current === null) void this.read(false);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** `decisions`: reads as well what reviews asked to be decided, and what was written beside it. */
  refresh({ decisions = false }: { readonly decisions?: boolean } = {}): Promise<LiveState> {
    this.decisionsWanted ||= decisions;
    if (this.state.kind === 'ready' && !this.state.reading) this.become({ ...this.state, reading: true });
    return this.read(true);
  }

  /**
   * Runs a write of ours. A review that it adds is never read, so what happens on it is no news. What it writes to History is: a review of an
   * earlier day makes the trend of this one, and that there is a review at all is what an assessment is held against.
   */
  async during<Result>(write: () => Promise<Result>, reviewsOf: (result: Result) => readonly string[]): Promise<Result> {
    this.held = [];
    try {
      const result = await write();
      for (const own of reviewsOf(result)) this.ownReviews.add(own);
      return result;
    } finally {
      const events = this.held;
      this.held = null;
      for (const event of events) this.notice(event);
    }
  }

  /** One reading at a time: whoever asks while one is under way gets the one after it, which has seen everything. */
  private read(asked: boolean): Promise<LiveState> {
    this.waiting?.cancel();
    this.waiting = null;
    if (this.current !== null) {
      this.next ??= this.current.then(() => {
        this.next = null;
        return this.read(asked);
      });
      return this.next;
    }
    this.current = this.readOnce(asked).finally(() => {
      this.current = null;
    });
    return this.current;
  }

  private async readOnce(asked: boolean): Promise<LiveState> {
    try {
      await Office.onReady();
      const first = this.reading === null;
      const reading = await this.readWorkbook();
      this.show(reading, asked);
      if (first) await removeUnfinished(reading.structure, this.clock);
    } catch (fault) {
      this.fail(fault);
    }
    return this.state;
  }

  private async readWorkbook(): Promise<WorkbookReading> {
    const known = this.reading?.structure ?? null;
    const decisions = this.decisionsWanted;
    this.decisionsWanted = false;
    const work = (structure: typeof known) => (session: ExcelSession): Promise<WorkbookReading> => readWorkbook(session, structure, {
      alongside: this.watching ? undefined : (context) => this.watch(context),
      decisions,
    });
    const options = { clock: this.clock };
    if (known === null) return inExcel(work(null), options);
    try {
      return await inExcel(work(known), options);
    } catch (fault) {
      // A sheet or table that was there last time may be gone: then everything is looked for again.
      if (troubleOf(fault).kind !== 'unexpected') throw fault;
      return inExcel(work(null), options);
    }
  }

  private watch(context: Excel.RequestContext): () => void {
    watchWorkbook(context, (event) => this.notice(event));
    return () => {
      this.watching = true;
    };
  }

  private show(reading: WorkbookReading, asked: boolean): void {
    const before = this.reading;
    this.reading = reading;
    const today = todayOf(this.clock);
    const known = this.state.kind === 'ready' ? this.state : null;
    const unchanged = known !== null && before !== null && sameContents(before, reading) && known.portfolio.asOf === (reading.asOf ?? today);
    if (unchanged && !asked && !known.reading && known.trouble === null) return;
    const portfolio = unchanged ? known.portfolio : portfolioOf(reading, today);
    this.become({ kind: 'ready', portfolio, readAt: this.clock.now(), reading: false, trouble: null });
  }

  private fail(fault: unknown): void {
    const trouble = troubleOf(fault);
    this.become(this.state.kind === 'ready' ? { ...this.state, reading: false, trouble } : { kind: 'failed', trouble });
    if (trouble.kind === 'cellBeingEdited') this.clock.later(retryWhileEditing, () => void this.read(false));
  }

  private become(state: LiveState): void {
    this.state = state;
    this.shownAt = this.clock.now().getTime();
    for (const listener of [...this.listeners]) listener();
  }

  private notice(event: WorkbookEvent): void {
    if (this.held !== null) this.held.push(event);
    else if (this.matters(event)) this.readSoon();
  }

  /** Sheets of our own and sheets without a source are no news; where a table is still missing, any sheet may become one. */
  private matters(event: WorkbookEvent): boolean {
    const { kind, sheetId } = event;
    if (this.ownReviews.has(sheetId)) return false;
    if (this.reading === null || this.state.kind !== 'ready' || kind === 'added' || kind === 'tables' || kind === 'named') return true;
    const { rows } = this.state.portfolio;
    if (kind === 'calculated') return this.touchesTables(event.address, sheetId, rows);
    if (this.reading.watched.has(sheetId)) return true;
    return kind === 'cells' && (rows.partners === null || rows.initiatives === null);
  }

  /** ALLIANCE cells beside a table, or in a column of it that is not judged, must not set off a reading of their own results. */
  private touchesTables(address: string, sheetId: string, { partners, initiatives, rates }: PortfolioRows): boolean {
    const sheet = this.reading?.structure.sheets.find(({ id }) => id === sheetId)?.name;
    const tables = [partners, initiatives].filter((table) => table !== null && table.sheet === sheet);
    const columns = [...tables.flatMap((table) => Object.values(table?.columns ?? {})), ...rates.flatMap(({ cell }) => (cell.sheet === sheet ? [cell.column] : []))];
    if (columns.length === 0) return false;
    // Without an address: results of ours that were just handed over are what was calculated.
    if (address === '') return this.clock.now().getTime() - this.shownAt > handingOver;
    return columns.some((column) => mentions(address, column));
  }

  private readSoon(): void {
    const now = this.clock.now().getTime();
    const since = this.waiting?.since ?? now;
    this.waiting?.cancel();
    const delay = Math.max(0, Math.min(quiet, since + longestWait - now));
    this.waiting = { since, cancel: this.clock.later(delay, () => void this.read(false)) };
  }
}

/** Whether a list of ranges ("B2:C9,F3") crosses a 0-based column; whole rows cross every one. */
function mentions(address: string, column: number): boolean {
  return address.split(',').some((part) => {
    const [first = '', last = first] = part.slice(part.lastIndexOf('!') + 1).split(':').map((corner) => corner.replace(/[^A-Za-z]/g, '').toUpperCase());
    return first === '' || (columnOf(first) <= column && column <= columnOf(last));
  });
}

/** The one of this runtime: functions, pane and ribbon share it. */
export const livePortfolio = new LiveWorkbook();
