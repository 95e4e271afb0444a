/** Puts a sheet together row by row: values, looks, heights, links and charts, and where a page may end. */
import { RepeatedRows } from './repeatedRows';
import { oneLine } from './textFit';
import type { Area, Look, PlanChart, PlanLink, PlanValue, PrintPlan, SheetPlan } from './sheetPlan';

/** What goes into one cell of a row: `span` is how many columns its look covers. */
export interface Entry {
  readonly column: number;
  readonly value: PlanValue;
  readonly span?: number;
  readonly look?: Look;
  readonly link?: { readonly location: string; readonly screenTip: string };
}

export interface RowOptions {
  readonly height?: number;
  /** Covers the whole width of the grid, under the looks of the entries. */
  readonly look?: Look;
  /** This row and the next stay on one page. */
  readonly keepWithNext?: boolean;
  /** A new page starts here when the whole section does not fit on this one. */
  readonly startsSection?: boolean;
  /** Titles of the rows below: said again at the top of each page that begins within them. */
  readonly headsList?: boolean;
  /** The rows of a list end before this one; they do where a section starts, too. */
  readonly endsList?: boolean;
}

export interface Grid {
  readonly columnWidths: readonly number[];
  /** First and last column between the margins. */
  readonly first: number;
  readonly last: number;
}

const standardHeight = 16;

export class SheetComposer {
  private readonly values: PlanValue[][] = [];
  private readonly looks: { area: Area; look: Look }[] = [];
  private readonly heights: number[] = [];
  private readonly links: PlanLink[] = [];
  private readonly charts: PlanChart[] = [];
  private readonly bound: boolean[] = [];
  private readonly sections: number[] = [];
  /** The header row that each row stands under. */
  private readonly heads: (number | null)[] = [];
  private listReadBack: Area | null = null;

  constructor(private readonly grid: Grid) {}

  /** The row that comes next. */
  get row(): number {
    return this.values.length;
  }

  add(entries: readonly Entry[], options: RowOptions = {}): void {
    const row = this.row;
    const cells: PlanValue[] = this.grid.columnWidths.map(() => null);
    if (options.look) this.addLook({ row, column: this.grid.first, rows: 1, columns: this.grid.last - this.grid.first + 1 }, options.look);
    for (const entry of entries) {
      cells[entry.column] = typeof entry.value === 'string' ? oneLine(entry.value) : entry.value;
      if (entry.look) this.addLook({ row, column: entry.column, rows: 1, columns: entry.span ?? 1 }, entry.look);
      if (entry.link) this.links.push({ row, column: entry.column, location: entry.link.location, screenTip: entry.link.screenTip });
    }
    this.values.push(cells);
    this.heights.push(options.height ?? standardHeight);
    this.bound.push(options.keepWithNext ?? false);
    if (options.startsSection) this.sections.push(row);
    const ended = options.startsSection === true || options.endsList === true;
    this.heads.push(options.headsList === true ? row : ended ? null : (this.heads[row - 1] ?? null));
  }

  space(height: number, options: RowOptions = {}): void {
    this.add([], { ...options, height });
  }

  /** Empty rows of at least this height together, for charts to stand on: no page ends among them, nor before the row that follows. */
  room(height: number): { readonly row: number; readonly rows: number } {
    const { row } = this;
    const rows = Math.ceil(height / standardHeight);
    for (let added = 0; added < rows; added += 1) this.space(standardHeight, { keepWithNext: true });
    return { row, rows };
  }

  /** Of cells that were added before. */
  addChart(chart: PlanChart): void {
    this.charts.push(chart);
  }

  /** For rows added before: one look over many rows costs Excel no more than over one. */
  addLook(area: Area, look: Look): void {
    this.looks.push({ area, look });
  }

  /** The one list of the sheet that the next review reads back. */
  readBack(area: Area): void {
    this.listReadBack = area;
  }

  /** `pageHeight` in points is what a page holds below its repeated title rows. */
  finish(name: string, frozenRows: number, body: Look, print: Omit<PrintPlan, 'breaks' | 'area' | 'titleRows'>, pageHeight: number): SheetPlan {
    const starts = this.pageStarts(frozenRows, pageHeight);
    const repeated = new RepeatedRows(starts.flatMap((before) => { const head = this.headAbove(before); return head === null ? [] : [{ before, head }]; }));
    const whole = { row: 0, column: 0, rows: this.row + repeated.count, columns: this.grid.columnWidths.length };
    return {
      name,
      columnWidths: this.grid.columnWidths,
      rowHeights: heightRuns(repeated.rows(this.heights)),
      values: repeated.rows(this.values),
      looks: [{ area: whole, look: body }, ...repeated.looks(this.looks)],
      links: this.links.map((link) => ({ ...link, row: repeated.placeOf(link.row) })),
      charts: this.charts.map((chart) => repeated.chart(chart)),
      readBack: this.listReadBack && repeated.area(this.listReadBack),
      frozenRows,
      print: { ...print, breaks: starts.map((row) => repeated.startOf(row)), area: whole, titleRows: { ...whole, rows: frozenRows } },
    };
  }

  /** Of a page that begins with this row; `null` where it begins no list's middle. */
  private headAbove(row: number): number | null {
    const head = this.heads[row] ?? null;
    return head === null || head === row ? null : head;
  }

  /** A section moves to a new page when it fits there whole and not here; rows that belong together stay together. */
  private pageStarts(firstRow: number, pageHeight: number): readonly number[] {
    const starts: number[] = [];
    let used = 0;
    let row = firstRow;
    while (row < this.row) {
      const section = this.sections.indexOf(row);
      if (section >= 0 && used > 0) {
        const rest = this.heightOf(row, this.sections[section + 1] ?? this.row);
        // A long section may begin here only where a good part of the page is left for it.
        if (used + Math.min(rest, pageHeight / 2) > pageHeight || (rest <= pageHeight && used + rest > pageHeight)) {
          starts.push(row);
          used = 0;
        }
      }
      let end = row + 1;
      while (end < this.row && this.bound[end - 1] && !this.sections.includes(end)) end += 1;
      const height = this.heightOf(row, end);
      if (used > 0 && used + height > pageHeight) {
        starts.push(row);
        const head = this.headAbove(row);
        used = head === null ? 0 : this.heightOf(head, head + 1);
      }
      used += height;
      row = end;
    }
    return starts;
  }

  private heightOf(from: number, to: number): number {
    let height = 0;
    for (let row = from; row < to; row += 1) height += this.heights[row] ?? standardHeight;
    return height;
  }
}

function heightRuns(heights: readonly number[]): SheetPlan['rowHeights'] {
  const runs: { row: number; rows: number; height: number }[] = [];
  heights.forEach((height, row) => {
    const last = runs.at(-1);
    if (last?.height === height) last.rows += 1;
    else runs.push({ row, rows: 1, height });
  });
  return runs;
}
