/**
 * Writes single cells of the user's, one press at a time. Before each write the tables are read again and the cell is found by what stands
 * around it; where somebody changed it meanwhile the user is asked. What was written can be taken back to the last character.
 */
import { type CellRef, cellAddress } from '../domain/cell';
import { type CellByContent, type CellFound, contentOf, contentWith, findByContent } from '../tables/cellsByContent';
import type { SourceValue } from '../tables/source';
import { type CellContent, cellRange, lookAt, putBack, valueOf, writeValue } from './cellAccess';
import { type Clock, systemClock } from './clock';
import { Journal, type Written, journal } from './editJournal';
import type { CellEdit, EditJournal, EditResult, Edits } from './editState';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { codeOf, troubleOf } from './officeErrors';
import { type ExcelSession, inExcel } from './officeSync';
import { type WorkbookReading, readWorkbook, tablesIn } from './readWorkbook';
import { sentences } from './sentences';

/** What is to be done to a cell that is found. */
interface Change {
  readonly content: CellByContent;
  /** Where it stood when it was last read. */
  readonly seenAt: CellRef;
  /** What it may hold without a question; a formula never. */
  readonly expected: string;
  readonly asks: (address: string, now: string) => string;
  readonly write: (range: Excel.Range, before: CellContent, date1904: boolean) => void;
  /** A formula that stands there may be written over. */
  readonly overFormula: boolean;
}

/** A cell that was written to. */
interface Changed {
  readonly cell: CellRef;
  readonly content: CellByContent;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** Why nothing was written. */
type Unchanged = Extract<EditResult, { readonly kind: 'asks' | 'failed' }>;

const failed = (message: string): Unchanged => ({ kind: 'failed', message });

/** What a question remembers: the formula where there is one, so that a yes to one formula is none to another. */
const heldBy = ({ value, formula }: CellContent): string => formula ?? String(value);

function sentenceOf(found: Exclude<CellFound, { readonly kind: 'found' }>, seenAt: CellRef): string {
  return found.kind === 'gone' ? sentences.rowGone(cellAddress(seenAt)) : sentences.rowsAlike(cellAddress(seenAt));
}

export class CellEdits implements Edits {
  /** One write at a time: the second of two quick presses must see what the first one did. */
  private busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly live: LiveWorkbook = livePortfolio, private readonly clock: Clock = systemClock, private readonly journal = new Journal()) {}

  getState(): EditJournal {
    return this.journal.getState();
  }

  subscribe(listener: () => void): () => void {
    return this.journal.subscribe(listener);
  }

  edit(edit: CellEdit): Promise<EditResult> {
    return this.inTurn(() => this.editNow(edit));
  }

  undo(over?: string): Promise<EditResult> {
    return this.inTurn(async () => (await this.journal.undo(over)) ?? failed(sentences.nothingToUndo));
  }

  dismiss(): void {
    this.journal.clear();
  }

  /** Runs another write of the pane's in turn; what it returns can be taken back like an edit. */
  async writing<Result>(write: () => Promise<{ readonly result: Result; readonly written: Written | null }>): Promise<Result> {
    return this.inTurn(async () => {
      const { result, written } = await write();
      if (written !== null) this.journal.record(written);
      return result;
    });
  }

  private inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.busy.then(act);
    this.busy = done.catch(() => undefined);
    return done;
  }

  private async editNow({ cell, value, what, over }: CellEdit): Promise<EditResult> {
    const reading = this.live.lastReading();
    const content = reading && contentOf(tablesIn(reading), cell);
    if (reading === null || content === null) return failed(sentences.notInTable(cellAddress(cell)));
    const seen = content.row.get(content.field) ?? '';
    const changed = await this.change({
      content,
      seenAt: cell,
      expected: over ?? String(seen),
      overFormula: over !== undefined,
      asks: (address, now) => sentences.writeOver(address, now, String(valueShown(value))),
      write: (range, before, date1904) => writeValue(range, value, before, date1904),
    });
    if ('kind' in changed) return changed;
    const wanted = valueOf(value, reading.structure.date1904);
    this.journal.record({ what, cell: changed.cell, to: changed.after.text, undo: (yes) => this.takeBack(changed, wanted, yes) });
    return { kind: 'done', cell: changed.cell };
  }

  private async takeBack({ content, cell, before, after }: Changed, wrote: SourceValue, over: string | undefined): Promise<EditResult> {
    const changed = await this.change({
      content: contentWith(content, wrote),
      seenAt: cell,
      expected: over ?? heldBy(after),
      overFormula: over !== undefined,
      asks: (address, now) => sentences.putBackOver(address, now, before.formula ?? before.text),
      write: (range) => putBack(range, before),
    });
    return 'kind' in changed ? changed : { kind: 'done', cell: changed.cell };
  }

  /** Three requests, four where the cell has moved, one more where the workbook is not as it was; and those of the reading after it. */
  private async change(change: Change): Promise<Changed | Unchanged> {
    try {
      const known = this.live.lastReading()?.structure ?? null;
      const result = await this.changeIn(change, known).catch((fault: unknown) => {
        // A sheet or table that was there last time may be gone or renamed: then everything is looked for again.
        if (known === null || codeOf(fault) !== 'ItemNotFound') throw fault;
        return this.changeIn(change, null);
      });
      if (!('kind' in result)) await this.live.refresh();
      return result;
    } catch (fault) {
      return failed(codeOf(fault) === 'AccessDenied' ? sentences.cellProtected(cellAddress(change.seenAt)) : troubleOf(fault).message);
    }
  }

  private changeIn(change: Change, known: WorkbookReading['structure'] | null): Promise<Changed | Unchanged> {
    return inExcel(async (session) => {
      const { seenAt } = change;
      const sheetId = known?.sheets.find(({ name }) => name === seenAt.sheet)?.id;
      // Most cells are where they were: looking in the request that reads the workbook anyway saves one.
      const early = sheetId === undefined ? null : lookAt(cellRange(session.context, sheetId, seenAt));
      const reading = await readWorkbook(session, known);
      const found = findByContent(tablesIn(reading), change.content);
      if (found.kind !== 'found') return failed(sentenceOf(found, seenAt));
      const nowOn = reading.structure.sheets.find(({ name }) => name === found.cell.sheet)?.id ?? '';
      const isWhereItWas = early !== null && nowOn === sheetId && found.cell.row === seenAt.row && found.cell.column === seenAt.column;
      const range = (): Excel.Range => cellRange(session.context, nowOn, found.cell);
      const look = isWhereItWas ? early : lookAt(range());
      if (!isWhereItWas) await session.sync();
      return this.changeFound(session, change, { cell: found.cell, content: found.content, before: look() }, range, reading.structure.date1904);
    }, { clock: this.clock });
  }

  private async changeFound(
    { sync }: ExcelSession, { expected, asks, write, overFormula }: Change, found: Omit<Changed, 'after'>, rangeNow: () => Excel.Range, date1904: boolean,
  ): Promise<Changed | Unchanged> {
    const { cell, before } = found;
    const held = heldBy(before);
    const isAsSeen = before.formula === null || overFormula ? held === expected : false;
    if (!isAsSeen) return { kind: 'asks', question: asks(cellAddress(cell), before.formula ?? before.text), over: held };
    const range = rangeNow();
    write(range, before, date1904);
    const after = lookAt(range);
    const { dataValidation } = range;
    dataValidation.load('valid,errorAlert');
    await sync();
    const { valid, errorAlert } = dataValidation;
    if (valid === false && errorAlert.showAlert && errorAlert.style === 'Stop') {
      putBack(rangeNow(), before);
      await sync();
      return failed(sentences.notAllowed(cellAddress(cell), after().text));
    }
    return { ...found, after: after() };
  }
}

/** As the question says it; a day is told by the field that it goes to. */
function valueShown(value: CellEdit['value']): string | number {
  if (typeof value !== 'object') return value;
  return value === null ? '' : 'number' in value ? value.number : sentences.theDay;
}

export const cellEdits = new CellEdits(livePortfolio, systemClock, journal);
