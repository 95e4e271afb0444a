/**
 * Saves a workbook into the package it came from: parts that did not change are copied as they are, packed bytes and all;
 * those that did are patched. A new workbook starts from a package made here.
 */
import type { SheetId, TableId } from '../../host/workbookPort';
import type { CellSnapshot, SavedWorkbook, SheetSnapshot, WorkbookChanges, WorkbookSnapshot } from '../workbookSnapshot';
import { writeSettings, type AddInIdentity } from './addInSettings';
import { ensureDynamicMetadata } from './arrayMetadata';
import { writeCustomXmlParts } from './customXmlParts';
import { writeProperties } from './documentProperties';
import { renameSheetInFormula } from './formulaText';
import { writeDrawing } from './drawings';
import { newPackage } from './newPackage';
import { OFFICE_RELATIONSHIPS, PackageDraft, XML_HEADER, type Relationship } from './officePackage';
import { parseArea } from './references';
import { stringNumbers } from './sharedStrings';
import { writeTable } from './tables';
import { writeNames } from './workbookNames';
import { blankSheet, blankWorksheet, withTabSelected, writeWorksheet, type WorksheetContext } from './writeWorksheet';
import type { Cached } from './writeChart';
import { StyleWriter } from './writeStyles';
import { MAIN_NAMESPACE, type XlsxPackage } from './xlsxPackage';
import {
  child, childrenOf, element, escapeXml, numberAttribute, parseXml, replaceChildren, sourceOf, unescapeXml, withAttributes,
  type AttributeValues, type XmlDocument, type XmlElement,
} from './xml';

export interface WrittenXlsx {
  readonly bytes: Uint8Array;
  /** What could not be kept, a sentence each. */
  readonly notes: readonly string[];
}

const WORKBOOK_ORDER = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames', 'calcPr',
  'oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst',
];
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** Rows of a reference whose values a chart's part repeats; whole columns end somewhere. */
const MAX_CACHED = 10_000;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const uidOf = (id: string): string | null => (/^\{[\dA-F-]{36}\}$/i.test(id) ? id : null);

const NOTE = {
  lostFormats: (sheet: string, count: number): string => `${sheet}: ${count === 1 ? 'one conditional format' : `${count} conditional formats`} could not be saved.`,
  lostValidations: (sheet: string, count: number): string =>
    `${sheet}: ${count === 1 ? 'one list of choices is' : `${count} lists of choices are`} longer than 255 characters and could not be saved.`,
  textsCut: (sheet: string): string => `${sheet}: texts longer than a cell can hold were cut at 32,767 characters.`,
} as const;

/** A line of the workbook's sheet list: a worksheet by id, its place in the file it came from and its XML there. */
interface SheetEntry {
  readonly id: SheetId | undefined;
  readonly place: number | undefined;
  readonly entry: XmlElement | undefined;
}

/** Everything counts as changed: for workbooks that no package knows. */
function allChanges(snapshot: WorkbookSnapshot): WorkbookChanges {
  return {
    sheets: new Map(snapshot.sheets.map(({ id }) => [id, 'content'])), tables: new Set(snapshot.tables.map(({ id }) => id)),
    sheetList: true, names: true, settings: true, properties: true, customXmlParts: true, calculationMode: true,
  };
}

class WorkbookWriter {
  readonly #snapshot: WorkbookSnapshot;
  readonly #changes: WorkbookChanges;
  readonly #draft: PackageDraft;
  readonly #styles: StyleWriter;
  readonly #workbook: XmlDocument;
  readonly #namespace: string;
  readonly #relationshipsNamespace: string;
  readonly #before: ReadonlyMap<SheetId, SheetSnapshot>;
  readonly #notes: string[] = [];
  readonly #parts = new Map<SheetId, string>();
  /** Of sheets that are new in the workbook: what leads from the workbook to them. */
  readonly #newRelationships = new Map<SheetId, string>();
  #resultsMissing = false;
  #resultsKept = false;
  #formulasRemoved = false;
  #dynamicMetadata: number | undefined;
  #plainStrings: ReadonlyMap<string, number> | undefined;
  #allStrings: ReadonlyMap<string, number> | undefined;

  constructor(saved: SavedWorkbook, readonly original: XlsxPackage) {
    const { file, strict, workbookPart, stylesPart } = original;
    this.#snapshot = saved.snapshot;
    this.#changes = saved.changes;
    this.#draft = new PackageDraft(file, strict);
    const dialect = strict ? 'strict' : 'transitional';
    this.#namespace = MAIN_NAMESPACE[dialect];
    this.#relationshipsNamespace = OFFICE_RELATIONSHIPS[dialect];
    this.#workbook = file.xml(workbookPart);
    this.#styles = new StyleWriter(file.xmlIfPresent(stylesPart) ?? parseXml(element('styleSheet', { xmlns: this.#namespace }), 'styles'), original.styles);
    this.#before = new Map(original.snapshot.sheets.map((sheet) => [sheet.id, sheet]));
  }

  write(): WrittenXlsx {
    this.#removeSheets();
    for (const sheet of this.#snapshot.sheets) this.#placeSheet(sheet);
    for (const sheet of this.#snapshot.sheets) this.#writeSheet(sheet);
    this.#renameSheets();
    this.#writeStyles();
    this.#writeWorkbook();
    const { snapshot: before, workbookPart } = this.original;
    if (this.#changes.settings && !same([...this.#snapshot.settings], [...before.settings])) writeSettings(this.#draft, this.#snapshot.settings, this.original.addIn);
    if (this.#changes.properties) writeProperties(this.#draft, this.#snapshot.properties, before.properties);
    if (this.#changes.customXmlParts) writeCustomXmlParts(this.#draft, workbookPart, this.#snapshot.customXmlParts);
    return { bytes: this.#draft.toBytes(), notes: this.#notes };
  }

  #removeSheets(): void {
    const kept = new Set(this.#snapshot.sheets.map(({ id }) => id));
    for (const [id, part] of this.original.sheetParts) {
      if (kept.has(id)) continue;
      this.#draft.remove(this.original.workbookPart, part);
      this.#formulasRemoved = true;
    }
  }

  /** Gives each sheet its part. */
  #placeSheet(sheet: SheetSnapshot): void {
    const known = this.original.sheetParts.get(sheet.id);
    if (known !== undefined) {
      this.#parts.set(sheet.id, known);
      return;
    }
    const part = this.#draft.freeName('xl/worksheets/sheet#.xml');
    const xml = blankWorksheet(this.#namespace, this.#relationshipsNamespace, uidOf(sheet.id));
    this.#parts.set(sheet.id, part);
    this.#newRelationships.set(sheet.id, this.#draft.add(this.original.workbookPart, 'worksheet', part, WORKSHEET_TYPE, xml));
  }

  /** A text that moved within its sheet finds its fonts again; on a new sheet nobody's fonts are wanted. */
  #sharedString(text: string, newSheet: boolean): number | undefined {
    const { sharedStrings } = this.original;
    const numbers = newSheet ? (this.#plainStrings ??= stringNumbers(sharedStrings, false)) : (this.#allStrings ??= stringNumbers(sharedStrings, true));
    return numbers.get(text);
  }

  #context(newSheet: boolean): WorksheetContext {
    const { styles, palette, snapshot, workbookPart } = this.original;
    return {
      draft: this.#draft, writer: this.#styles, differences: styles.differences, palette, relationshipsNamespace: this.#relationshipsNamespace,
      stylesBefore: snapshot.styles, stylesAfter: this.#snapshot.styles,
      dynamicMetadata: () => (this.#dynamicMetadata ??= ensureDynamicMetadata(this.#draft, workbookPart, this.#namespace)),
      sharedString: (text) => this.#sharedString(text, newSheet),
    };
  }

  #writeSheet(sheet: SheetSnapshot): void {
    const part = this.#parts.get(sheet.id) ?? '';
    const before = this.#before.get(sheet.id);
    const relationships = before === undefined ? [] : this.original.file.relationships(part);
    const change = before === undefined ? 'content' : this.#changes.sheets.get(sheet.id);
    const active = sheet.id === this.#snapshot.activeSheet;
    const wasActive = before !== undefined && sheet.id === this.original.snapshot.activeSheet;
    const tables = this.#writeTables(sheet.id, part, relationships);
    let xml: string | undefined;
    if (change !== undefined || tables !== null) {
      const document = before === undefined
        ? parseXml(blankWorksheet(this.#namespace, this.#relationshipsNamespace, uidOf(sheet.id)), part, 'sheetData')
        : this.original.file.xml(part, 'sheetData');
      const written = writeWorksheet(
        { part, document, before: before ?? blankSheet(sheet.id, sheet.name), after: sheet, relationships, tables, drawing: this.#writeDrawing(sheet, part, relationships), resultsOnly: change !== 'content' },
        this.#context(before === undefined),
      );
      this.#resultsMissing ||= written.resultsMissing;
      this.#resultsKept ||= written.resultsKept;
      this.#formulasRemoved ||= written.formulasRemoved;
      if (written.lostFormats > 0) this.#notes.push(NOTE.lostFormats(sheet.name, written.lostFormats));
      if (written.lostValidations > 0) this.#notes.push(NOTE.lostValidations(sheet.name, written.lostValidations));
      if (written.textsCut) this.#notes.push(NOTE.textsCut(sheet.name));
      if (written.xml !== document.source || before === undefined) xml = written.xml;
    }
    // Two tabs marked as selected would make Excel write into both sheets at once.
    if (active !== wasActive) {
      xml = withTabSelected(xml === undefined ? this.original.file.xml(part, 'sheetData') : parseXml(xml, part, 'sheetData'), active);
    }
    if (xml !== undefined) this.#draft.put(part, before === undefined ? XML_HEADER + xml : xml);
  }

  #writeDrawing(sheet: SheetSnapshot, part: string, relationships: readonly Relationship[]): string | null | undefined {
    const { file, chartParts } = this.original;
    const before = this.#before.get(sheet.id);
    return writeDrawing({
      draft: this.#draft, file, sheetPart: part, sheet: before === undefined ? undefined : file.xml(part, 'sheetData').root, relationships, parts: chartParts,
      before: before?.charts ?? [], after: sheet.charts ?? [], cacheOf: this.#cacheOf, relationshipsNamespace: this.#relationshipsNamespace,
    });
  }

  /** What a chart's reference means in this workbook; nothing where it means no cells of one sheet. */
  readonly #cacheOf = (formula: string): Cached => {
    const { sheets, styles } = this.#snapshot;
    const [, quoted, plain, cells = ''] = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula) ?? [];
    const name = (quoted ?? plain ?? '').replace(/''/g, "'").toLowerCase();
    const sheet = sheets.find((candidate) => candidate.name.toLowerCase() === name);
    const area = parseArea(cells);
    if (sheet === undefined || area === null) return { values: [], numberFormat: 'General' };
    const found: (CellSnapshot | undefined)[] = [];
    for (let row = area.row; row < area.row + Math.min(area.rows, MAX_CACHED); row++) {
      for (let column = area.column; column < area.column + area.columns; column++) found.push(sheet.cells.get(row)?.[column]);
    }
    return { values: found.map((cell) => cell?.value ?? null), numberFormat: styles[found.find((cell) => typeof cell?.value === 'number')?.style ?? 0]?.numberFormat ?? 'General' };
  };

  /** The tables of a sheet: relationship ids of those it has now, or `null` where they are the ones it had. */
  #writeTables(sheet: SheetId, sheetPart: string, relationships: readonly Relationship[]): string[] | null {
    const { snapshot: before, tableParts } = this.original;
    const was = before.tables.filter((table) => table.sheet === sheet);
    const is = this.#snapshot.tables.filter((table) => table.sheet === sheet);
    const ids = is.map((table) => {
      const old = was.find(({ id }) => id === table.id);
      const part = tableParts.get(table.id);
      if (old === undefined || part === undefined) return this.#addTable(table.id, sheetPart);
      if (this.#changes.tables.has(table.id) && !same(old, table)) {
        const document = this.original.file.xml(part);
        this.#draft.put(part, writeTable(table, numberAttribute(document.root, 'id') ?? 1, null, document, old, this.#namespace));
      }
      return relationships.find(({ target }) => target === part)?.id ?? this.#draft.addRelationship(sheetPart, 'table', part);
    });
    const gone = was.filter(({ id }) => !is.some((table) => table.id === id));
    for (const { id } of gone) this.#draft.remove(sheetPart, tableParts.get(id) ?? '');
    return gone.length === 0 && is.length === was.length ? null : ids;
  }

  #addTable(id: TableId, sheetPart: string): string {
    const table = this.#snapshot.tables.find((candidate) => candidate.id === id);
    if (table === undefined) throw new Error(`No table ${id}`);
    const part = this.#draft.freeName('xl/tables/table#.xml');
    return this.#draft.add(sheetPart, 'table', part, TABLE_TYPE, writeTable(table, this.#freeTableNumber(), uidOf(id), null, null, this.#namespace));
  }

  #lastTableNumber: number | undefined;

  #freeTableNumber(): number {
    const { file, tableParts } = this.original;
    this.#lastTableNumber ??= Math.max(0, ...[...tableParts.values()].map((part) => numberAttribute(file.xml(part).root, 'id') ?? 0));
    return ++this.#lastTableNumber;
  }

  /** Charts and pivot tables name sheets in parts of their own, which nothing else updates. */
  #renameSheets(): void {
    const renamed = this.#snapshot.sheets.flatMap(({ id, name }) => {
      const was = this.#before.get(id)?.name;
      return was === undefined || was === name ? [] : [{ was, name }];
    });
    if (renamed.length === 0) return;
    for (const part of this.#draft.partsMatching(/^xl\/(?:charts\/[^/]+|pivotCache\/pivotCacheDefinition\d+)\.xml$/i)) {
      const source = this.#draft.text(part);
      const result = source
        .replace(/(<(?:\w+:)?f>)([^<]*)(?=<)/g, (_, tag: string, formula: string) =>
          tag + escapeXml(renamed.reduce((text, { was, name }) => renameSheetInFormula(text, was, name), unescapeXml(formula))))
        .replace(/(<(?:\w+:)?worksheetSource\b[^>]*\ssheet=")([^"]*)(?=")/g, (_, tag: string, name: string) =>
          tag + escapeXml(renamed.find(({ was }) => was === unescapeXml(name))?.name ?? unescapeXml(name)).replace(/"/g, '&quot;'));
      if (result !== source) this.#draft.put(part, result);
    }
  }

  #writeStyles(): void {
    const { stylesPart, workbookPart } = this.original;
    const xml = this.#styles.toXml();
    if (xml === this.#styles.document.source) return;
    if (stylesPart === undefined) this.#draft.add(workbookPart, 'styles', this.#draft.freeName('xl/styles.xml'), STYLES_TYPE, xml);
    else this.#draft.put(stylesPart, xml);
  }

  /** The entries of the sheet list as it shall be; those that are no worksheets stay behind the sheet they stood behind. */
  #sheetEntries(): SheetEntry[] {
    const { sheets: places } = this.original;
    const entries = childrenOf(child(this.#workbook.root, 'sheets'), 'sheet');
    const result: SheetEntry[] = [];
    const taken = new Set<number>();
    const follow = (from: number): void => {
      for (let place = from; place < places.length && places[place] === undefined; place++) {
        taken.add(place);
        result.push({ id: undefined, place, entry: entries[place] });
      }
    };
    follow(0);
    for (const { id } of this.#snapshot.sheets) {
      const place = places.indexOf(id);
      result.push(place < 0 ? { id, place: undefined, entry: undefined } : { id, place, entry: entries[place] });
      if (place >= 0) follow(place + 1);
    }
    places.forEach((id, place) => {
      if (id === undefined && !taken.has(place)) result.push({ id, place, entry: entries[place] });
    });
    return result;
  }

  #writeWorkbook(): void {
    const { snapshot: before, workbookPart } = this.original;
    const { root } = this.#workbook;
    const after = this.#snapshot;
    const replacements = new Map<string, readonly string[]>();
    const patch = (name: string, changes: AttributeValues): void => {
      const present = child(root, name);
      replacements.set(name, [present === undefined ? element(name, changes) : withAttributes(this.#workbook, present, changes)]);
    };
    const entries = this.#sheetEntries();
    const relisted = !same(entries.map(({ place }) => place), this.original.sheets.map((_, place) => place));
    const renamed = after.sheets.some(({ id, name, visibility }) => {
      const was = this.#before.get(id);
      return was !== undefined && (was.name !== name || was.visibility !== visibility);
    });

    if (relisted || renamed) {
      replacements.set('sheets', [this.#sheetsXml(entries)]);
      this.#writeApplicationProperties();
    }
    const activePlace = entries.findIndex(({ id }) => id === after.activeSheet);
    if (relisted || after.activeSheet !== before.activeSheet) {
      const views = child(root, 'bookViews');
      const view = childrenOf(views, 'workbookView')[0];
      const changes = { activeTab: activePlace || null, firstSheet: null };
      const xml = view === undefined ? element('workbookView', changes) : withAttributes(this.#workbook, view, changes);
      const others = childrenOf(views, 'workbookView').slice(1).map((other) => sourceOf(this.#workbook, other)).join('');
      replacements.set('bookViews', [views === undefined ? element('bookViews', {}, xml) : withAttributes(this.#workbook, views, {}, xml + others)]);
    }
    const print = ({ pageLayout: { printArea, titleRows, titleColumns } }: SheetSnapshot): unknown => [printArea, titleRows, titleColumns];
    const printChanged = after.sheets.some((sheet) => !same(print(sheet), print(this.#before.get(sheet.id) ?? blankSheet(sheet.id, sheet.name))));
    if (this.#changes.names || relisted || renamed || printChanged) {
      const sheetNames = new Map(before.sheets.map(({ id, name }) => [id, name]));
      const layouts = new Map(before.sheets.map(({ id, pageLayout }) => [id, pageLayout]));
      const written = writeNames(
        this.#changes.names ? after.names : before.names, after.sheets,
        { document: this.#workbook, sheets: this.original.sheets, names: before.names, layouts, sheetNames },
        (wanted) => {
          const place = entries.findIndex((entry) => ('id' in wanted ? entry.id === wanted.id : entry.place === wanted.place));
          return place < 0 ? null : place;
        },
      );
      const names = child(root, 'definedNames');
      if (written.join('') !== (names === undefined ? '' : sourceOf(this.#workbook, names))) replacements.set('definedNames', written);
    }
    if (after.structureProtected !== before.structureProtected) {
      if (after.structureProtected) patch('workbookProtection', { lockStructure: true });
      else replacements.set('workbookProtection', []);
    }
    const modeChanged = this.#changes.calculationMode && after.calculationMode !== before.calculationMode;
    const calculation: AttributeValues = {
      ...(modeChanged ? { calcMode: after.calculationMode === 'manual' ? 'manual' : null } : {}),
      // Not without need: where an add-in is missing, calculating would replace what its functions came to by errors.
      ...(this.#resultsMissing || (this.#resultsKept && this.#inputsChanged()) ? { fullCalcOnLoad: true } : {}),
    };
    if (Object.keys(calculation).length > 0) patch('calcPr', calculation);
    if (this.#formulasRemoved) this.#removeCalculationChain();
    if (replacements.size > 0) this.#draft.put(workbookPart, replaceChildren(this.#workbook, WORKBOOK_ORDER, replacements));
  }

  /** Whether cells that formulas may read are other than when the file was opened. */
  #inputsChanged(): boolean {
    return [...this.#changes.sheets].some(([id, change]) => change === 'content' && this.#before.has(id));
  }

  #sheetsXml(entries: readonly SheetEntry[]): string {
    const { root } = this.#workbook;
    const sheets = new Map(this.#snapshot.sheets.map((sheet) => [sheet.id, sheet]));
    let number = Math.max(0, ...childrenOf(child(root, 'sheets'), 'sheet').map((entry) => numberAttribute(entry, 'sheetId') ?? 0));
    const declared = root.attributes.get('xmlns:r') === this.#relationshipsNamespace;
    const items = entries.map(({ id, entry }) => {
      const sheet = id === undefined ? undefined : sheets.get(id);
      if (sheet === undefined) return entry === undefined ? '' : sourceOf(this.#workbook, entry);
      const state = { Visible: null, Hidden: 'hidden', VeryHidden: 'veryHidden' }[sheet.visibility];
      const was = this.#before.get(sheet.id);
      if (entry !== undefined && was !== undefined) {
        const same = was.name === sheet.name && was.visibility === sheet.visibility;
        return same ? sourceOf(this.#workbook, entry) : withAttributes(this.#workbook, entry, { name: sheet.name, state });
      }
      number++;
      return element('sheet', {
        name: sheet.name, sheetId: number, state, ...(declared ? {} : { 'xmlns:r': this.#relationshipsNamespace }), 'r:id': this.#newRelationships.get(sheet.id),
      });
    });
    const list = child(root, 'sheets');
    return list === undefined ? element('sheets', {}, items.join('')) : withAttributes(this.#workbook, list, {}, items.join(''));
  }

  /** The sheet titles listed there are a copy that Excel rebuilds; a stale one is worse than none. */
  #writeApplicationProperties(): void {
    const part = this.original.file.related('', 'extended-properties');
    if (part === undefined || !this.original.file.has(part)) return;
    const document = this.original.file.xml(part);
    if (child(document.root, 'TitlesOfParts') === undefined && child(document.root, 'HeadingPairs') === undefined) return;
    this.#draft.put(part, replaceChildren(document, [], new Map([['HeadingPairs', []], ['TitlesOfParts', []]])));
  }

  /** The order of calculation lists cells that hold no formula any more, which Excel takes for damage; it makes a new one by itself. */
  #removeCalculationChain(): void {
    const part = this.original.file.related(this.original.workbookPart, 'calcChain');
    if (part !== undefined) this.#draft.remove(this.original.workbookPart, part);
  }
}

/**
 * The file of a workbook. `original` is the package it was opened from, `null` for a new one. Sheets and parts that `changes` does not name,
 * and all that the product does not model, stay byte for byte; only the mark of the selected tab follows the active sheet.
 */
export function writeXlsx(saved: SavedWorkbook, original: XlsxPackage | null, addIn: AddInIdentity | null = null): WrittenXlsx {
  if (original !== null) return new WorkbookWriter(saved, original).write();
  const { snapshot } = saved;
  return new WorkbookWriter({ snapshot, changes: allChanges(snapshot) }, newPackage(snapshot, addIn)).write();
}
