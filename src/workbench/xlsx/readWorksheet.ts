/** One worksheet part to a sheet of the snapshot. */
import type { Area, CellValue, Hyperlink, SheetId, Visibility } from '../../host/workbookPort';
import type { CellSnapshot, LineSnapshot, SheetSnapshot } from '../workbookSnapshot';
import { readColor, type Palette } from './colors';
import { defaultWidthInPoints, widthToPoints } from './columnWidth';
import { readConditionalFormats } from './conditionalFormats';
import { unescapeText } from './escapedText';
import { shiftFormula, shownFormula } from './formulaText';
import type { Relationship } from './officePackage';
import { readPageLayout } from './pageLayout';
import type { StyleSheet } from './readStyles';
import { MAX_COLUMNS, parseArea, parseAreas } from './references';
import { DETAIL, UnreadableFile } from './refusal';
import { inlineText } from './sharedStrings';
import { SheetDataScanner } from './sheetData';
import { readValidations } from './validations';
import { child, childrenOf, flag, numberAttribute, prefixedAttribute, readFlag, type XmlDocument, type XmlElement } from './xml';

/** Formats of empty rows and cells are read up to here; beyond, they are left in the file, where a writer finds them untouched. */
const MAX_BLANKS = 100_000;
/** Cells with contents in one workbook; more would not fit a browser tab. */
export const MAX_CELLS = 4_000_000;
/** Shorter sheets cannot hold that many, so they need no counting beforehand. */
const LEAST_CELL = '<c><v>1</v></c>'.length;

const DEFAULT_ROW_HEIGHT = 15;
const BASE_CHARACTERS = 8;
/** 30 December 1899 and 1 January 1904, the days that serial numbers count from. */
const EPOCH = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
const DAY = 86_400_000;

export interface WorksheetContext {
  readonly part: string;
  readonly id: SheetId;
  readonly name: string;
  readonly visibility: Visibility;
  readonly sharedStrings: readonly string[];
  readonly styles: StyleSheet;
  readonly palette: Palette;
  readonly relationships: readonly Relationship[];
  /** Cell metadata numbers that mark an array as dynamic. */
  readonly dynamic: ReadonlySet<number>;
  readonly date1904: boolean;
  /** How many more cells the workbook may hold. */
  readonly room: number;
}

export interface ReadWorksheet {
  readonly sheet: SheetSnapshot;
  readonly cellCount: number;
  /** Empty rows or cells whose formats were not read, because there are too many. */
  readonly formatsLeft: boolean;
}

function readColumns(root: XmlElement): Map<number, LineSnapshot> {
  const columns = new Map<number, LineSnapshot>();
  for (const column of childrenOf(child(root, 'cols'), 'col')) {
    const first = (numberAttribute(column, 'min') ?? 1) - 1;
    const last = Math.min(numberAttribute(column, 'max') ?? first + 1, MAX_COLUMNS) - 1;
    const width = numberAttribute(column, 'width');
    const style = numberAttribute(column, 'style');
    const line: LineSnapshot = {
      ...(width === undefined ? {} : { size: widthToPoints(width) }),
      ...(flag(column, 'hidden', false) ? { hidden: true } : {}),
      ...(style === undefined || style === 0 ? {} : { style }),
    };
    if (Object.keys(line).length > 0) for (let index = first; index <= last; index++) columns.set(index, line);
  }
  return columns;
}

function readRow(attributes: ReadonlyMap<string, string>, defaultHeight: number): LineSnapshot | undefined {
  const height = attributes.get('ht');
  const size = height === undefined ? undefined : Number(height);
  const style = readFlag(attributes.get('customFormat'), false) ? Number(attributes.get('s') ?? 0) : 0;
  const hidden = readFlag(attributes.get('hidden'), false);
  const sized = size !== undefined && Number.isFinite(size) && size !== defaultHeight;
  if (!sized && !hidden && style === 0) return undefined;
  return { ...(sized ? { size } : {}), ...(hidden ? { hidden: true } : {}), ...(style === 0 ? {} : { style }) };
}

function readDate(text: string, date1904: boolean): CellValue {
  const time = Date.parse(/[Zz]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}${text.includes('T') ? '' : 'T00:00:00'}Z`);
  return Number.isNaN(time) ? text : (time - (date1904 ? EPOCH.from1904 : EPOCH.from1900)) / DAY;
}

function readValue(scanner: SheetDataScanner, context: WorksheetContext, prefix: string): CellValue {
  if (scanner.type === 'inlineStr') return inlineText(scanner.contentSource(), prefix);
  const text = scanner.valueText();
  if (text === null) return null;
  switch (scanner.type) {
    case 's': return context.sharedStrings[Number(text)] ?? '';
    case 'str': return unescapeText(text);
    case 'b': return text === '1' || text === 'true';
    case 'e': return { error: text };
    case 'd': return readDate(text, context.date1904);
    case 'n': {
      const number = Number(text);
      return text.trim() === '' ? null : Number.isFinite(number) ? number : text;
    }
  }
  throw new UnreadableFile('damaged', DETAIL.damagedPart(context.part));
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Formula and array of the scanner's cell; shared formulas are told in full. */
function readFormula(scanner: SheetDataScanner, shared: Map<string, SharedFormula>, dynamic: ReadonlySet<number>): Pick<CellSnapshot, 'array' | 'formula'> {
  const stored = scanner.formula();
  if (stored === null) return {};
  const { text, attributes } = stored;
  const index = attributes.get('si');
  if (attributes.get('t') === 'shared' && index !== undefined) {
    if (text !== '') shared.set(index, { text, row: scanner.row, column: scanner.column });
    const master = shared.get(index);
    return master === undefined ? {} : { formula: shownFormula(shiftFormula(master.text, scanner.row - master.row, scanner.column - master.column)) };
  }
  if (text === '') return {};
  const area = attributes.get('t') === 'array' ? parseArea(attributes.get('ref') ?? '') : null;
  return { formula: shownFormula(text), ...(area === null ? {} : { array: { area, dynamic: dynamic.has(scanner.metadata) } }) };
}

interface ReadCells extends Pick<ReadWorksheet, 'cellCount' | 'formatsLeft'> {
  readonly cells: Map<number, (CellSnapshot | undefined)[]>;
  readonly rows: Map<number, LineSnapshot>;
}

function readCells(
  scanner: SheetDataScanner, context: WorksheetContext, prefix: string, columns: ReadonlyMap<number, LineSnapshot>, defaultHeight: number,
): ReadCells {
  const { quoted } = context.styles;
  const cells: ReadCells['cells'] = new Map();
  const rows: ReadCells['rows'] = new Map();
  const shared = new Map<string, SharedFormula>();
  let cellCount = 0;
  let blanks = 0;

  while (blanks < MAX_BLANKS || scanner.skipToContent()) {
    if (!scanner.nextRow()) break;
    const line = readRow(scanner.rowAttributes, defaultHeight);
    if (line !== undefined) rows.set(scanner.row, line);
    const row: (CellSnapshot | undefined)[] = [];
    let filled = false;
    while (scanner.nextCell()) {
      const { column, style } = scanner;
      const inherited = line?.style ?? columns.get(column)?.style ?? 0;
      if (scanner.blank) {
        if (style === inherited || blanks >= MAX_BLANKS) continue;
        blanks++;
        row[column] = { value: null, style };
        continue;
      }
      const value = readValue(scanner, context, prefix);
      const calculated = scanner.hasFormula ? readFormula(scanner, shared, context.dynamic) : undefined;
      filled = true;
      if (++cellCount > context.room) throw new UnreadableFile('tooLarge', DETAIL.tooManyCells);
      row[column] = {
        value,
        ...calculated,
        ...(typeof value === 'string' && calculated?.formula === undefined && quoted.has(style) ? { quoted: true } : {}),
        ...(style === inherited ? {} : { style }),
      };
    }
    if (!filled && line !== undefined) blanks++;
    if (row.length > 0) cells.set(scanner.row, Array.from(row));
  }
  return { cells, rows, cellCount, formatsLeft: blanks >= MAX_BLANKS };
}

/** Refused before anything is built, so that it takes no longer than any other refusal. */
function checkRoom(source: string, start: number, end: number, prefix: string, room: number): void {
  const close = `</${prefix === '' ? '' : `${prefix}:`}c>`;
  if ((end - start) / LEAST_CELL <= room) return;
  let count = 0;
  for (let at = source.indexOf(close, start); at >= 0 && at < end; at = source.indexOf(close, at + close.length)) {
    if (++count > room) throw new UnreadableFile('tooLarge', DETAIL.tooManyCells);
  }
}

function readFrozen(view: XmlElement | undefined): { readonly rows: number; readonly columns: number } {
  const pane = child(view, 'pane');
  const frozen = pane?.attributes.get('state')?.startsWith('frozen') === true;
  return { rows: frozen ? numberAttribute(pane, 'ySplit') ?? 0 : 0, columns: frozen ? numberAttribute(pane, 'xSplit') ?? 0 : 0 };
}

function readSelection(view: XmlElement | undefined): Area[] {
  const active = child(view, 'pane')?.attributes.get('activePane') ?? 'topLeft';
  const selections = childrenOf(view, 'selection');
  const selection = selections.find(({ attributes }) => (attributes.get('pane') ?? 'topLeft') === active) ?? selections[0];
  const areas = parseAreas(selection?.attributes.get('sqref') ?? 'A1');
  return areas.length === 0 ? [{ row: 0, column: 0, rows: 1, columns: 1 }] : areas;
}

function readHyperlinks(root: XmlElement, relationships: readonly Relationship[]): { readonly area: Area; readonly link: Hyperlink }[] {
  return childrenOf(child(root, 'hyperlinks'), 'hyperlink').flatMap((hyperlink) => {
    const area = parseArea(hyperlink.attributes.get('ref') ?? '');
    const id = prefixedAttribute(hyperlink, 'id');
    const address = id === undefined ? null : relationships.find((relationship) => relationship.id === id)?.target ?? null;
    const link: Hyperlink = { address, location: hyperlink.attributes.get('location') ?? null, screenTip: hyperlink.attributes.get('tooltip') ?? '' };
    return area === null ? [] : [{ area, link }];
  });
}

export function readWorksheet(document: XmlDocument, context: WorksheetContext): ReadWorksheet {
  const { root, source } = document;
  const format = child(root, 'sheetFormatPr');
  const view = childrenOf(child(root, 'sheetViews'), 'sheetView')[0];
  const defaultRowHeight = numberAttribute(format, 'defaultRowHeight') ?? DEFAULT_ROW_HEIGHT;
  const defaultWidth = numberAttribute(format, 'defaultColWidth');
  const columns = readColumns(root);
  const data = child(root, 'sheetData');
  checkRoom(source, data?.contentStart ?? 0, data?.contentEnd ?? 0, root.prefix, context.room);
  const scanner = new SheetDataScanner(source, data?.contentStart ?? 0, data?.contentEnd ?? 0, root.prefix, context.part);
  const { cells, rows, cellCount, formatsLeft } = readCells(scanner, context, root.prefix, columns, defaultRowHeight);
  const sheet: SheetSnapshot = {
    id: context.id,
    name: context.name,
    visibility: context.visibility,
    tabColor: readColor(child(child(root, 'sheetPr'), 'tabColor'), context.palette),
    showGridlines: flag(view, 'showGridLines', true),
    showHeadings: flag(view, 'showRowColHeaders', true),
    protected: flag(child(root, 'sheetProtection'), 'sheet', false),
    frozen: readFrozen(view),
    defaultRowHeight,
    defaultColumnWidth: defaultWidth !== undefined ? widthToPoints(defaultWidth) : defaultWidthInPoints(numberAttribute(format, 'baseColWidth') ?? BASE_CHARACTERS),
    rows, columns, cells,
    merges: childrenOf(child(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => parseArea(attributes.get('ref') ?? '') ?? []),
    conditionalFormats: readConditionalFormats(root, context.styles.differences, context.palette),
    validations: readValidations(root),
    hyperlinks: readHyperlinks(root, context.relationships),
    pageLayout: readPageLayout(root),
    selection: readSelection(view),
  };
  return { sheet, cellCount, formatsLeft };
}
