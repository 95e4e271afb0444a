/** One workbook, the pane's services over it, and the plain model beside it. */
import type { AssessmentDraft } from '../../src/domain/assessmentDraft';
import type { CellRef } from '../../src/domain/cell';
import type { Portfolio } from '../../src/domain/portfolio';
import { CellEdits } from '../../src/excel/cellEdits';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { isDataName, isReviewName } from '../../src/excel/sheetMark';
import { type Written, sheet, table } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from '../excel/openAddIn';
import { initiativeRow, partnerRow, portfolioWorkbook } from '../excel/portfolios';
import { TestClock, settled } from '../excel/testClock';
import { differences, everyCell } from '../excel/wholeWorkbook';
import { Random } from './random';
import { type Cell, type Place, type UserWorkbook, modelCells, sheetOf } from './userWorkbook';

export const correctionHeaders = ['Date', 'Partner', 'Correction', 'Why', 'My own', 'Review on'];
const correctionRow: readonly Written[] = [46_000, 'Halden Cloud', 'New owner', 'Slow', 'mine', 46_090];

/** What Undo of the pane takes back. */
export type Taken =
  /** `seen`: the workbook right after the write. */
  | { readonly kind: 'cell'; readonly place: Place; readonly before: Cell; readonly after: Cell; readonly seen: UserWorkbook }
  /** A row of corrections that was logged, in an Excel table or in plain rows, on a sheet that was made for it or not. */
  | { readonly kind: 'row'; readonly place: Place; readonly cells: readonly Cell[]; readonly table: boolean; readonly made: boolean };

export class World {
  readonly edits: CellEdits;
  readonly said: string[] = [];
  /** How often each command came to what. */
  readonly outcomes = new Map<string, number>();
  /** Of each sheet with a table: the row of its headers. */
  readonly headers = new Map<string, number>();
  /** What stood in the workbook when the pane last read it. */
  seen: UserWorkbook;
  journal: readonly Taken[] = [];
  /** What Ctrl+Z leads back to, the last step last. */
  steps: readonly UserWorkbook[] = [];
  /** The assessment under way, as it was answered. */
  draft: AssessmentDraft | null = null;
  /** A table has another name, of which Excel tells nobody: it shows with the next reading. */
  unheard = false;
  private lastReading: object | null = null;

  private constructor(readonly addIn: AddIn, readonly random: Random, readonly clock: TestClock, readonly live: LiveWorkbook, public model: UserWorkbook) {
    this.edits = new CellEdits(live, clock);
    this.seen = model;
    for (const [id, { rows }] of model) if (id !== 'notes' && rows[0] !== undefined) this.headers.set(id, rows[0].id);
  }

  static async open(seed: number): Promise<World> {
    const random = new Random(seed);
    const addIn = await openAddIn(startingWorkbook(random));
    const clock = new TestClock();
    const live = new LiveWorkbook({ clock });
    await addIn.port.settle();
    const world = new World(addIn, random, clock, live, new Map(addIn.port.sheets().map(({ id }) => [id, sheetOf(addIn.port, id)])));
    live.subscribe(() => undefined);
    await world.settle();
    return world;
  }

  get portfolio(): Portfolio {
    const state = this.live.getState();
    if (state.kind !== 'ready') throw new Error(`The portfolio is ${state.kind}.`);
    return state.portfolio;
  }

  tell(what: string): void {
    this.said.push(what);
  }

  count(what: string): void {
    this.outcomes.set(what, (this.outcomes.get(what) ?? 0) + 1);
  }

  /** The user does something to the workbook, one step of Ctrl+Z, and the model follows. */
  user(act: () => void, follow: (model: UserWorkbook) => UserWorkbook): void {
    this.addIn.port.undoGroup(act);
    this.wrote(follow(this.model));
  }

  /** The same where Ctrl+Z may have nothing to take back: it is not pressed beyond it. */
  userLooks(act: () => void): void {
    this.addIn.port.undoGroup(act);
    this.steps = [];
  }

  /** The product wrote to the user's sheets, which Ctrl+Z takes back in one step. */
  wrote(model: UserWorkbook): void {
    this.steps = [...this.steps, this.model];
    this.model = model;
  }

  /** Time passes, and office.js does what it does without any. */
  async settle(milliseconds = 400): Promise<void> {
    this.clock.pass(milliseconds);
    let requests = -1;
    while (requests !== this.addIn.requests.length) {
      requests = this.addIn.requests.length;
      await settled(4);
    }
    this.look();
  }

  /** Remembers what the pane has seen, where it has read anew. */
  look(): void {
    const reading = this.live.lastReading();
    if (reading === this.lastReading) return;
    this.lastReading = reading;
    this.unheard = false;
    this.seen = this.model;
  }

  /** What the workbook holds and the model does not, or the other way round; the product's own sheets apart. */
  strays(): readonly string[] {
    return this.straysFrom(this.model);
  }

  straysFrom(book: UserWorkbook): readonly string[] {
    return differences(modelCells(book), everyCell(this.addIn.port, (name) => isReviewName(name) || isDataName(name) || name.startsWith('Practice result ')));
  }

  sheetId(name: string, book: UserWorkbook = this.model): string | null {
    return [...book].find(([, one]) => one.name === name)?.[0] ?? null;
  }

  /** The row and column that stood at an address. */
  placeOf({ sheet: name, row, column }: CellRef, book: UserWorkbook = this.model): Place | null {
    const id = this.sheetId(name, book);
    const found = id === null ? undefined : book.get(id);
    const [at, of] = [found?.rows[row]?.id, found?.columns[column]];
    return id === null || at === undefined || of === undefined ? null : { sheet: id, row: at, column: of };
  }

  close(): void {
    this.addIn.close();
  }
}

/** Two tables with a few gaps and a few faults, and corrections in a table, in plain rows or nowhere. */
function startingWorkbook(random: Random): Parameters<typeof openAddIn>[0] {
  const initiatives = [
    initiativeRow('Joint launch', 'Northwind Systems'),
    initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': undefined }),
    initiativeRow('Clinic', 'Halden Cloud', { 'Sales sponsor': 'vacant', Stage: 'Lanch' }),
    initiativeRow('Pilot', 'Northwind Systems', { Revenue: '$1.2m', Owner: '="Lea"' }),
    initiativeRow('Depot', 'Kestrel', { 'Sales sponsor': 'Bob', Due: 'soon' }),
    initiativeRow('Depot', 'Halden Cloud', { 'Sales sponsor': undefined, Stage: 'Approve' }),
  ];
  const partners = [partnerRow('Northwind Systems'), partnerRow('Halden Cloud', { Status: 'Watch' }), partnerRow('Kestrel', { 'Executive sponsor': undefined })];
  const log = [correctionHeaders, correctionRow];
  const corrections = random.of(['table', 'plain', 'none'] as const);
  const tables = random.chance(0.85);
  const plain = portfolioWorkbook({ initiatives, partners, date1904: random.chance(0.2), more: corrections === 'none' ? [] : [sheet('Log', log)] });
  return {
    ...plain,
    tables: [
      ...(tables ? plain.tables : []),
      ...(corrections === 'table' ? [table('Log', 'log', { row: 0, column: 0, rows: log.length }, correctionHeaders)] : []),
    ],
  };
}
