/** Reads blocks of cells in as few answers as possible, none above 4 MB: how much fits is measured as it comes in. */
import type { Area } from '../report/sheetPlan';
import type { SourceValue } from '../tables/source';
import { isTooLarge } from './officeErrors';
import type { ExcelSession } from './officeSync';
import { cellBytes, payload } from './requestSize';

export interface ReadArea {
  readonly sheet: { readonly id: string };
  readonly area: Area;
  readonly formatColumns: readonly number[];
  readonly bytesPerRow: number;
}

export interface Cells {
  readonly values: readonly (readonly SourceValue[])[];
  /** `null` in columns whose formats were not read, or altogether. */
  readonly formats: readonly (readonly (string | null)[])[] | null;
}

/** Below this an answer is not worth asking for: then something else is wrong. */
const smallestPayload = 50_000;
/** Later rows may be longer than those that the estimate is made of. */
const firstMargin = 1.5;
const laterMargin = 1.08;

/** What is being read of one block. */
class Progress {
  readonly values: SourceValue[][] = [];
  readonly formats: (string | null)[][] = [];
  private measured: number | null = null;

  constructor(readonly source: ReadArea) {}

  get rest(): number {
    return this.source.area.rows - this.values.length;
  }

  /** Bytes to allow for each further row. */
  bytesPerRow(everything: boolean): number {
    if (this.measured !== null) return this.measured * laterMargin;
    return this.source.bytesPerRow * (everything ? laterMargin : firstMargin);
  }

  ask(context: Excel.RequestContext, rows: number): () => boolean {
    const { sheet, area, formatColumns } = this.source;
    const first = area.row + this.values.length;
    const range = (column: number, columns: number): Excel.Range =>
      context.workbook.worksheets.getItem(sheet.id).getRangeByIndexes(first, column, rows, columns).untrack();
    const values = range(area.column, area.columns).load('values');
    const formats = runsOf(formatColumns).map(([column, columns]) => ({ column, range: range(column, columns).load('numberFormat') }));
    return () => {
      // Excel on the web may answer null where there is too much.
      if (!Array.isArray(values.values) || formats.some((part) => !Array.isArray(part.range.numberFormat))) return false;
      const chunk = values.values as SourceValue[][];
      let bytes = cellBytes(chunk);
      for (const row of chunk) this.values.push(row);
      if (formats.length > 0) {
        const rowsOfFormats = chunk.map((): (string | null)[] => new Array<string | null>(area.columns).fill(null));
        for (const { column, range: { numberFormat } } of formats) {
          bytes += cellBytes(numberFormat);
          numberFormat.forEach((cells: string[], row) => cells.forEach((format, index) => { (rowsOfFormats[row] ?? [])[column - area.column + index] = format; }));
        }
        this.formats.push(...rowsOfFormats);
      }
      this.measured = bytes / Math.max(rows, 1);
      return true;
    };
  }

  cells(): Cells {
    return { values: this.values, formats: this.source.formatColumns.length > 0 ? this.formats : null };
  }
}

/** One request where everything fits into 4 MB; what was asked for before on the same session is sent along with the first. */
export async function readCells(session: ExcelSession, sources: readonly ReadArea[]): Promise<Cells[]> {
  const all = sources.map((source) => new Progress(source));
  let limit = payload;
  for (let open = all; open.length > 0; open = open.filter(({ rest }) => rest > 0)) {
    const everything = open.reduce((bytes, block) => bytes + block.rest * block.bytesPerRow(true), 0) <= limit;
    const answers: (() => boolean)[] = [];
    let room = limit;
    for (const block of open) {
      const perRow = block.bytesPerRow(everything);
      const rows = Math.min(block.rest, Math.max(Math.floor(room / perRow), answers.length === 0 ? 1 : 0));
      if (rows <= 0) break;
      answers.push(block.ask(session.context, rows));
      room -= rows * perRow;
    }
    if (!(await fits(session, answers))) {
      limit /= 2;
      if (limit < smallestPayload) throw new AnswerTooLarge();
    }
  }
  return all.map((block) => block.cells());
}

/** Even a few rows are more than Excel hands over. */
class AnswerTooLarge extends Error {
  readonly code = 'ResponsePayloadSizeLimitExceeded';
}

async function fits(session: ExcelSession, answers: readonly (() => boolean)[]): Promise<boolean> {
  try {
    await session.sync();
  } catch (fault) {
    if (isTooLarge(fault)) return false;
    throw fault;
  }
  return answers.map((take) => take()).every(Boolean);
}

/** Neighbouring columns as one range: [first, count]. */
function runsOf(columns: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}
