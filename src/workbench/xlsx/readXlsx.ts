/**
 * Opens an .xlsx file: a snapshot of what it holds, and the package to save it back into.
 * The reader is our own, over fflate, because saving byte for byte needs what libraries do not tell: each cell's own format number,
 * formulas as stored, and where in the file everything stands.
 */
import type { SheetId, TableId, Visibility } from '../../host/workbookPort';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbookSnapshot';
import { readSettings, type AddInIdentity } from './addInSettings';
import { dynamicMetadata } from './arrayMetadata';
import { readPalette } from './colors';
import { readCustomXmlParts } from './customXmlParts';
import { readProperties } from './documentProperties';
import { NO_DRAWING, readDrawing } from './drawings';
import { OfficePackage } from './officePackage';
import { readStyles } from './readStyles';
import { MAX_CELLS, readWorksheet } from './readWorksheet';
import { DETAIL, refusal, UnreadableFile, type Refusal } from './refusal';
import { NO_STRINGS, readSharedStrings } from './sharedStrings';
import { readSheetProperties } from './sheetProperties';
import { readTable } from './tables';
import { readNames } from './workbookNames';
import { MAIN_NAMESPACE, type XlsxPackage } from './xlsxPackage';
import { child, childrenOf, decodeXml, flag, numberAttribute, prefixedAttribute, type XmlElement } from './xml';

export interface OpenedXlsx {
  readonly ok: true;
  readonly snapshot: WorkbookSnapshot;
  readonly package: XlsxPackage;
  /** What the file holds and the workbook does not show, a sentence each. */
  readonly notes: readonly string[];
}

const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_MARK = [0x50, 0x4b];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/** Whether an old compound file names a stream so, in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function openPackage(bytes: Uint8Array): OfficePackage {
  if (bytes.length === 0) throw new UnreadableFile('empty', DETAIL.empty);
  if (startsWith(bytes, OLE_MARK)) {
    if (hasStream(bytes, 'EncryptedPackage')) throw new UnreadableFile('protected', DETAIL.password);
    if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) throw new UnreadableFile('otherFormat', DETAIL.oldExcel);
    throw new UnreadableFile('notAWorkbook', DETAIL.notAWorkbook);
  }
  if (!startsWith(bytes, ZIP_MARK)) throw new UnreadableFile('notAWorkbook', DETAIL.notAWorkbook);
  const file = OfficePackage.fromZip(bytes);
  if (file.has('mimetype') && decodeXml(file.bytes('mimetype')).includes('opendocument.spreadsheet')) {
    throw new UnreadableFile('otherFormat', DETAIL.openDocument);
  }
  if (!file.has('[Content_Types].xml')) throw new UnreadableFile('notAWorkbook', DETAIL.notAWorkbook);
  return file;
}

function findWorkbook(file: OfficePackage): string {
  const part = file.related('', 'officeDocument');
  if (part === undefined) throw new UnreadableFile('damaged', DETAIL.missingPart('_rels/.rels'));
  const type = file.contentType(part) ?? '';
  if (type.includes('wordprocessingml')) throw new UnreadableFile('otherFormat', DETAIL.otherOffice('Word document'));
  if (type.includes('presentationml')) throw new UnreadableFile('otherFormat', DETAIL.otherOffice('PowerPoint presentation'));
  if (type.includes('ms-excel.sheet.binary')) throw new UnreadableFile('otherFormat', DETAIL.binaryWorkbook);
  return part;
}

const hex = (number: number, digits: number): string => number.toString(16).toUpperCase().padStart(digits, '0');
const isUid = (uid: string | undefined): uid is string => uid !== undefined && /^\{[\dA-F-]{36}\}$/i.test(uid);

/** The shape of ids that Excel gives to sheets and tables of files that carry none; made from numbers that stay when others come and go. */
const sheetUid = (number: number): string => `{00000000-0001-0000-${hex(number - 1, 4)}-000000000000}`;
const tableUid = (number: number): string => `{00000000-000C-0000-FFFF-FFFF${hex(number - 1, 8)}}`;

/** The element's own `xr:uid`, or the given one when that is missing or taken. */
function uniqueId(root: XmlElement, taken: { has(id: string): boolean }, fallback: (number: number) => string, first: number): string {
  const uid = prefixedAttribute(root, 'uid');
  if (isUid(uid) && !taken.has(uid)) return uid;
  let number = first;
  while (taken.has(fallback(number))) number++;
  return fallback(number);
}

const VISIBILITIES: Readonly<Record<string, Visibility>> = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' };

/** What is of no weight for the workbook itself and may be damaged without loss. */
function optional<T>(read: () => T, otherwise: T, lost: () => void): T {
  try {
    return read();
  } catch (fault) {
    if (!(fault instanceof UnreadableFile) || fault.reason !== 'damaged') throw fault;
    lost();
    return otherwise;
  }
}

function readWorkbook(file: OfficePackage, fileName: string, addIn: AddInIdentity | null): OpenedXlsx {
  const notes: string[] = [];
  const workbookPart = findWorkbook(file);
  const { root } = file.xml(workbookPart);
  const strict = root.attributes.get(root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix}`) === MAIN_NAMESPACE.strict;
  const relationships = file.relationships(workbookPart);
  const targets = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const stylesPart = file.related(workbookPart, 'styles');
  const stylesRoot = file.xmlIfPresent(stylesPart)?.root;
  const palette = readPalette(optional(() => file.xmlIfPresent(file.related(workbookPart, 'theme'))?.root, undefined, () => undefined), stylesRoot);
  const styles = readStyles(stylesRoot, palette);
  const stringsPart = file.related(workbookPart, 'sharedStrings');
  const sharedStrings = stringsPart === undefined || !file.has(stringsPart) ? NO_STRINGS : readSharedStrings(decodeXml(file.bytes(stringsPart)), stringsPart);
  const dynamic = dynamicMetadata(file.xmlIfPresent(file.related(workbookPart, 'sheetMetadata'))?.root);
  const date1904 = flag(child(root, 'workbookPr'), 'date1904', false);

  const sheets: SheetSnapshot[] = [];
  const places: (SheetId | undefined)[] = [];
  const sheetParts = new Map<SheetId, string>();
  const tables: TableSnapshot[] = [];
  const tableParts = new Map<TableId, string>();
  const chartParts = new Map<string, string>();
  let room = MAX_CELLS;
  for (const entry of childrenOf(child(root, 'sheets'), 'sheet')) {
    const name = entry.attributes.get('name') ?? '';
    const target = targets.get(prefixedAttribute(entry, 'id') ?? '');
    if (target === undefined) throw new UnreadableFile('damaged', DETAIL.missingPart(`of the sheet ${name}`));
    if (target.kind !== 'worksheet') {
      places.push(undefined);
      notes.push(`${name} is not a worksheet: it is kept in the file and not shown.`);
      continue;
    }
    const document = file.xml(target.target, 'sheetData');
    const own = file.relationships(target.target);
    const id = uniqueId(document.root, sheetParts, sheetUid, numberAttribute(entry, 'sheetId') ?? 1);
    const read = readWorksheet(document, {
      part: target.target, id, name, visibility: VISIBILITIES[entry.attributes.get('state') ?? 'visible'] ?? 'Visible',
      sharedStrings: sharedStrings.texts, styles, palette, relationships: own, dynamic, date1904, room,
    });
    room -= read.cellCount;
    if (read.formatsLeft) notes.push(`${name} has formats on more empty cells than can be shown: they are kept in the file.`);
    const customProperties = optional(() => readSheetProperties(file, document.root, own), undefined, () => undefined);
    const drawing = optional(() => readDrawing(file, document.root, own, read.sheet), NO_DRAWING, () => notes.push(`${name} has charts that cannot be read: they are kept in the file and not shown.`));
    for (const [chart, part] of drawing.parts) chartParts.set(chart, part);
    sheets.push({ ...read.sheet, ...(customProperties === undefined ? {} : { customProperties }), ...(drawing.charts.length === 0 ? {} : { charts: drawing.charts }) });
    places.push(id);
    sheetParts.set(id, target.target);
    for (const tablePart of childrenOf(child(document.root, 'tableParts'), 'tablePart')) {
      const part = own.find((relationship) => relationship.id === prefixedAttribute(tablePart, 'id'))?.target;
      if (part === undefined) throw new UnreadableFile('damaged', DETAIL.missingPart(`of a table on the sheet ${name}`));
      const tableRoot = file.xml(part).root;
      const table = readTable(tableRoot, id, uniqueId(tableRoot, tableParts, tableUid, numberAttribute(tableRoot, 'id') ?? 1));
      if (table === null) throw new UnreadableFile('damaged', DETAIL.damagedPart(part));
      tables.push(table);
      tableParts.set(table.id, part);
    }
  }
  const visible = sheets.find(({ visibility }) => visibility === 'Visible') ?? sheets[0];
  if (visible === undefined) throw new UnreadableFile('damaged', DETAIL.noSheets);

  const { names, print } = readNames(root, places);
  const activePlace = numberAttribute(childrenOf(child(root, 'bookViews'), 'workbookView')[0], 'activeTab') ?? 0;
  const active = sheets.find(({ id, visibility }) => id === places[activePlace] && visibility === 'Visible') ?? visible;
  const lost = (what: string) => (): void => void notes.push(`The ${what} of the file cannot be read: they are kept in it and not shown.`);
  const snapshot: WorkbookSnapshot = {
    fileName, date1904,
    structureProtected: flag(child(root, 'workbookProtection'), 'lockStructure', false),
    calculationMode: child(root, 'calcPr')?.attributes.get('calcMode') === 'manual' ? 'manual' : 'automatic',
    activeSheet: active.id,
    sheets: sheets.map((sheet) => ({ ...sheet, pageLayout: { ...sheet.pageLayout, ...print.get(sheet.id) } })),
    styles: styles.styles,
    tables, names,
    settings: optional(() => readSettings(file, addIn), new Map<string, unknown>(), lost('add-in settings')),
    properties: optional(() => readProperties(file), new Map<string, string | number | boolean>(), lost('document properties')),
    customXmlParts: optional(() => readCustomXmlParts(file, workbookPart), [], lost('custom XML parts')),
  };
  return {
    ok: true, snapshot, notes,
    package: { file, snapshot, workbookPart, stylesPart, strict, styles, palette, addIn, sheets: places, sheetParts, tableParts, chartParts, sharedStrings },
  };
}

/**
 * The workbook in `bytes`, or one sentence saying why it cannot be opened. Nothing is changed and nothing is kept of a refused file.
 * `addIn` says whose settings are meant; without it, those of the only add-in that left any.
 */
export function readXlsx(bytes: Uint8Array, fileName: string, addIn: AddInIdentity | null = null): OpenedXlsx | Refusal {
  try {
    return readWorkbook(openPackage(bytes), fileName, addIn);
  } catch (fault) {
    if (fault instanceof UnreadableFile) return refusal(fileName, fault);
    throw fault;
  }
}
