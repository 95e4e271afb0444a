/** A review as a reader sees it: sections by their headings, tables by their header rows, tiles by their labels, sentences as text. */
import type ExcelJS from 'exceljs';
import { rawOf, serialOfDate } from './inputWorkbook';

export interface Shown {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
  readonly size: number;
  readonly bold: boolean;
}

/** Text over one line or several, of which every character knows its cell. */
export class Paragraph {
  readonly text: string;
  constructor(readonly lines: readonly Shown[]) {
    this.text = lines.map(({ value }) => String(value)).join(' ');
  }

  /** The cell of the character at this place, and its place there. */
  at(index: number): { address: string; offset: number } {
    let start = 0;
    for (const { address, value } of this.lines) {
      const end = start + String(value).length;
      if (index < end) return { address, offset: index - start };
      start = end + 1;
    }
    throw new Error(`No character ${index} in "${this.text}".`);
  }
}

export interface Item {
  readonly row: number;
  /** By the title of the column. */
  readonly cells: Readonly<Record<string, Shown | undefined>>;
  /** What is said below it. */
  readonly below: Paragraph;
}

export interface Table {
  readonly titles: readonly string[];
  readonly items: readonly Item[];
}

export interface Section {
  readonly heading: string;
  /** Lines that stand in no table. */
  readonly said: Paragraph;
  readonly tables: readonly Table[];
  readonly rows: readonly (readonly Shown[])[];
}

/** A chart: its title, and what it drew of its cells when it was saved. */
export interface Chart {
  readonly title: Shown;
  readonly drawn: readonly { readonly address: string; readonly value: string }[];
}

export interface Tile { readonly label: string; readonly figure: Shown; readonly note: Paragraph }

export interface WrittenSheet {
  readonly name: string;
  readonly footer: string;
  readonly rows: readonly (readonly Shown[])[];
  readonly cells: readonly Shown[];
  /** Above the tiles. */
  readonly band: Paragraph;
  readonly tiles: readonly Tile[];
  readonly sections: readonly Section[];
  readonly charts: readonly Chart[];
}

const isHeading = (row: readonly Shown[]): boolean => row.length === 1 && row[0]?.size === 14 && row[0].bold && typeof row[0].value === 'string';
const isHeader = (row: readonly Shown[]): boolean => row.length > 1 && row.every(({ size, bold, value }) => size === 9 && bold && typeof value === 'string');
const moreRows = /^and [\d,]+ more\b/;

function rowsOf(sheet: ExcelJS.Worksheet): Shown[][] {
  const rows: Shown[][] = [];
  sheet.eachRow((row, at) => {
    const shown: Shown[] = [];
    row.eachCell((cell, column) => {
      const raw = cell.value instanceof Date ? serialOfDate(cell.value) : rawOf(cell.value);
      if (typeof raw !== 'string' && typeof raw !== 'number') return;
      if (raw !== '') shown.push({ address: cell.address, row: at, column, value: raw, size: cell.font?.size ?? 0, bold: cell.font?.bold ?? false });
    });
    if (shown.length > 0) rows.push(shown);
  });
  return rows;
}

class SectionReader {
  private readonly rows: (readonly Shown[])[] = [];
  private readonly said: Shown[] = [];
  private readonly tables: { titles: Shown[]; items: { cells: Shown[]; below: Shown[] }[] }[] = [];
  constructor(private readonly heading: string) {}

  add(row: readonly Shown[]): void {
    const [first] = row;
    const table = this.tables.at(-1);
    if (first === undefined) return;
    this.rows.push(row);
    if (isHeader(row)) this.tables.push({ titles: [...row], items: [] });
    else if (table === undefined || (row.length === 1 && moreRows.test(String(first.value)))) this.said.push(...row);
    else if (row.length > 1) table.items.push({ cells: [...row], below: [] });
    else (table.items.at(-1)?.below ?? this.said).push(first);
  }

  section(): Section {
    return { heading: this.heading, said: new Paragraph(this.said), tables: this.tables.map(({ titles, items }) => this.table(titles, items)), rows: this.rows };
  }

  private table(titles: readonly Shown[], items: readonly { cells: readonly Shown[]; below: readonly Shown[] }[]): Table {
    const columnOf = (cell: Shown): string => String(titles.find(({ column }) => column === cell.column)?.value ?? cell.address);
    return {
      titles: titles.map(({ value }) => String(value)),
      items: items.map(({ cells, below }) => ({ row: cells[0]?.row ?? 0, cells: Object.fromEntries(cells.map((cell) => [columnOf(cell), cell])), below: new Paragraph(below) })),
    };
  }
}

/** A label with a large figure below it, and a note below that. */
function tilesOf(rows: readonly (readonly Shown[])[]): { tiles: Tile[]; band: Shown[] } {
  const tiles: Tile[] = [];
  const band: Shown[] = [];
  const isFigure = (cell: Shown, label: Shown): boolean => cell.column === label.column && cell.bold && cell.size >= 13;
  rows.forEach((row, at) => {
    const [figures = [], notes = []] = [rows[at + 1], rows[at + 2]];
    const labels = row.filter((label) => label.size === 9 && figures.some((figure) => isFigure(figure, label)));
    for (const label of labels) {
      const figure = figures.find((cell) => isFigure(cell, label));
      if (figure !== undefined) tiles.push({ label: String(label.value), figure, note: new Paragraph(notes.filter(({ column }) => column === label.column)) });
    }
    if (labels.length === 0) band.push(...row);
  });
  const inTiles = new Set(tiles.flatMap(({ figure, note }) => [figure, ...note.lines]));
  return { tiles, band: band.filter((cell) => !inTiles.has(cell)) };
}

export const readSheet = (sheet: ExcelJS.Worksheet, charts: readonly Chart[]): WrittenSheet => sheetOf(sheet.name, sheet.headerFooter?.oddFooter ?? '', rowsOf(sheet), charts);

/** The same sheet with another value in one of its cells. */
export function withValue({ name, footer, rows, charts }: WrittenSheet, address: string, value: string | number): WrittenSheet {
  const changed = (cell: Shown): Shown => (cell.address === address ? { ...cell, value } : cell);
  return sheetOf(name, footer, rows.map((row) => row.map(changed)), charts.map((chart) => ({ ...chart, title: changed(chart.title) })));
}

function sheetOf(name: string, footer: string, rows: readonly (readonly Shown[])[], charts: readonly Chart[]): WrittenSheet {
  const firstHeading = rows.findIndex(isHeading);
  const sections: SectionReader[] = [];
  for (const row of rows.slice(firstHeading)) {
    if (isHeading(row)) sections.push(new SectionReader(String(row[0]?.value)));
    else sections.at(-1)?.add(row);
  }
  const { tiles, band } = tilesOf(rows.slice(0, firstHeading));
  return { name, footer, rows, charts, cells: [...rows.flat(), ...charts.map(({ title }) => title)], band: new Paragraph(band), tiles, sections: sections.map((reader) => reader.section()) };
}
