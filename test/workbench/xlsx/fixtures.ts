/** Workbook files made in code, and the steps tests take with them. */
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellSnapshot, SavedWorkbook, SheetSnapshot, WorkbookChanges, WorkbookSnapshot } from '../../../src/workbench/workbookSnapshot';
import { readXlsx, type OpenedXlsx } from '../../../src/workbench/xlsx/readXlsx';

export type Parts = Record<string, Uint8Array>;

/** Without the entries some writers make for folders. */
export const partsOf = (bytes: Uint8Array): Parts => unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') });
export const textOf = (parts: Parts, name: string): string => {
  const part = parts[name];
  if (part === undefined) throw new Error(`No part ${name} among ${Object.keys(parts).join(', ')}`);
  return strFromU8(part);
};

/** The file again with some parts replaced, added or (by `null`) removed. */
export function withParts(bytes: Uint8Array, changes: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const parts = new Map(Object.entries(partsOf(bytes)));
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) parts.delete(name);
    else parts.set(name, typeof content === 'string' ? strToU8(content) : content);
  }
  return zipSync(Object.fromEntries(parts));
}

export async function excelJsFile(build: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  build(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export async function readByExcelJs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return workbook;
}

export function opened(bytes: Uint8Array, fileName = 'book.xlsx'): OpenedXlsx {
  const result = readXlsx(bytes, fileName);
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest file with one sheet, of which the whole XML or the content is given; further parts and overrides as needed. */
export function rawFile(sheetXml: string, more: { readonly parts?: Readonly<Record<string, string>>; readonly types?: string; readonly relationships?: string; readonly workbook?: string } = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
      + '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
      + `${more.types ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${more.workbook ?? '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>${more.relationships ?? ''}</Relationships>`,
    'xl/worksheets/sheet1.xml': /worksheet[\s>]/.test(sheetXml.slice(0, 500)) ? sheetXml : `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${sheetXml}</worksheet>`,
    ...more.parts,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export const NO_CHANGES: WorkbookChanges = {
  sheets: new Map(), tables: new Set(), sheetList: false, names: false, settings: false, properties: false, customXmlParts: false, calculationMode: false,
};

export const saved = (snapshot: WorkbookSnapshot, changes: Partial<WorkbookChanges> = {}): SavedWorkbook => ({ snapshot, changes: { ...NO_CHANGES, ...changes } });

export function sheetNamed(snapshot: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

export const cellAt = (sheet: SheetSnapshot, row: number, column: number): CellSnapshot | undefined => sheet.cells.get(row)?.[column];

/** The sheet with one cell replaced. */
export function withCell(sheet: SheetSnapshot, row: number, column: number, cell: CellSnapshot | undefined): SheetSnapshot {
  const cells = new Map(sheet.cells);
  const line = [...(cells.get(row) ?? [])];
  line[column] = cell;
  cells.set(row, Array.from(line));
  return { ...sheet, cells };
}

export const withSheet = (snapshot: WorkbookSnapshot, sheet: SheetSnapshot): WorkbookSnapshot =>
  ({ ...snapshot, sheets: snapshot.sheets.map((other) => (other.id === sheet.id ? sheet : other)) });

/** Saved with one sheet's contents changed. */
export const savedWith = (snapshot: WorkbookSnapshot, sheet: SheetSnapshot, more: Partial<WorkbookChanges> = {}): SavedWorkbook =>
  saved(withSheet(snapshot, sheet), { sheets: new Map([[sheet.id, 'content']]), ...more });
