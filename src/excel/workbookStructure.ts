/** What a workbook holds, before any cell is read: its sheets, its tables, where they stand and what their headers say. */
import type { Area } from '../report/sheetPlan';
import type { SourceValue } from '../tables/source';
import { areaOfReference } from './addresses';
import type { ExcelSession } from './officeSync';
import { type Ownership, decisionsName, isDataName, isReviewName, markName, ownershipOf, runOfMark } from './sheetMark';
import { asOfName, asOfSetting, editionSetting, jsonSetting, policySetting, readingSetting, qbrSetting, settingText } from './workbookSettings';

export interface SheetPlace {
  readonly id: string;
  readonly name: string;
  /** Among the tabs, from 0. */
  readonly position: number;
  readonly visibility: Excel.SheetVisibility | 'Visible' | 'Hidden' | 'VeryHidden';
}

export interface TablePlace {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
}

export interface SheetExtent {
  readonly sheet: SheetPlace;
  readonly ownership: Ownership;
  /** The run that marked it; '' where nothing did. */
  readonly run: string;
  /** `null` where no cell has a value. */
  readonly used: Area | null;
  /** The list of decisions on a finished review, where it was asked for and the review has one. */
  readonly decisions: Area | null;
  /** The top left cells from A1 on, where headers are looked for. */
  readonly head: readonly (readonly SourceValue[])[];
}

export interface TableExtent {
  readonly table: TablePlace;
  readonly area: Area;
  /** `null` where the table shows none. */
  readonly headers: readonly SourceValue[] | null;
}

export interface Lists {
  readonly sheets: readonly SheetPlace[];
  readonly tables: readonly TablePlace[];
  readonly date1904: boolean;
  /** Who keeps the workbook, as its properties say; '' where they do not. */
  readonly author: string;
  /** Text of the setting that the command line leaves; `null` without one. */
  readonly asOfSetting: string | null;
  /** Text of the setting that the command line leaves where it wants reviews of partners; `null` without one. */
  readonly editionSetting: string | null;
  /** Whether the command line waits for an answer. */
  readonly answerWanted: boolean;
  /** Text of the stored policy; `null` without one. */
  readonly policyText: string | null;
  /** Text of what was said of how to read the tables; `null` without one. */
  readonly readingText: string | null;
  /** Text of what was last chosen of a review; `null` without one. */
  readonly qbrText: string | null;
  /** Formula of the name AllianceAsOf where it is one cell or range; `null` without one. */
  readonly asOfFormula: string | null;
}

export interface Structure extends Lists {
  readonly extents: readonly SheetExtent[];
  readonly tableExtents: readonly TableExtent[];
}

/** 1 January 2000: the date system is no property of a workbook, but its serial tells. */
export const millenniumIn1904 = 35_064;

/** A header row further down or to the right is found on small sheets only: what is read blindly from every sheet must stay small. */
const headRows = 40;
const headColumns = 64;
const headBudget = 2_800;

type Answer<T> = () => T;
export type Alongside = (context: Excel.RequestContext) => () => void;

export interface ReadingOptions {
  /** Adds to the first request and returns what to do when it was answered. */
  readonly alongside?: Alongside;
  /** Whether to read what was asked to be decided, and what was written beside it: only the next review needs it. */
  readonly decisions?: boolean;
}

/**
 * One request where the structure is as it was (`known`), two where it is not.
 * Throws where a known sheet or table is gone: the caller then asks again without `known`.
 */
export async function readStructure(session: ExcelSession, known: Lists | null, { alongside, decisions = false }: ReadingOptions = {}): Promise<Structure> {
  const lists = askForLists(session.context);
  const answered = alongside?.(session.context);
  const early = known && askForExtents(session.context, known, decisions);
  await session.sync();
  answered?.();
  const found = lists();
  if (known && early && sameLists(known, found)) return { ...found, ...early() };
  const late = askForExtents(session.context, found, decisions);
  await session.sync();
  return { ...found, ...late() };
}

/** What is known without looking at any sheet; one request. */
export async function readLists(session: ExcelSession): Promise<Lists> {
  const lists = askForLists(session.context);
  await session.sync();
  return lists();
}

function askForLists({ workbook }: Excel.RequestContext): Answer<Lists> {
  const { worksheets, tables, properties } = workbook;
  worksheets.load('items/id,items/name,items/visibility');
  tables.load('items/id,items/name,items/showHeaders,items/showTotals,items/worksheet/id');
  properties.load('author');
  const millennium = workbook.functions.date(2000, 1, 1).load('value');
  const setting = workbook.settings.getItemOrNullObject(asOfSetting).load('value');
  const edition = workbook.settings.getItemOrNullObject(editionSetting).load('value');
  const wanted = workbook.settings.getItemOrNullObject(jsonSetting).load('key');
  const policy = workbook.settings.getItemOrNullObject(policySetting).load('value');
  const choices = workbook.settings.getItemOrNullObject(readingSetting).load('value');
  const qbr = workbook.settings.getItemOrNullObject(qbrSetting).load('value');
  const asOf = workbook.names.getItemOrNullObject(asOfName).load('type,formula');
  return () => ({
    sheets: worksheets.items.map(({ id, name, visibility }, position) => ({ id, name, visibility, position })),
    tables: tables.items.map(({ id, name, showHeaders, showTotals, worksheet }) => ({ id, name, sheetId: worksheet.id, showHeaders, showTotals })),
    date1904: millennium.value === millenniumIn1904,
    author: properties.author,
    asOfSetting: setting.isNullObject ? null : String(setting.value),
    editionSetting: settingText(edition),
    answerWanted: !wanted.isNullObject,
    policyText: settingText(policy),
    readingText: settingText(choices),
    qbrText: settingText(qbr),
    asOfFormula: asOf.isNullObject || asOf.type !== 'Range' ? null : asOf.formula,
  });
}

/** Only what must be the same for the extents to belong to the lists. */
function sameLists(known: Lists, found: Lists): boolean {
  const same = <T>(a: readonly T[], b: readonly T[], keys: readonly (keyof T)[]): boolean =>
    a.length === b.length && a.every((item, index) => keys.every((key) => item[key] === b[index]?.[key]));
  return same(known.sheets, found.sheets, ['id', 'visibility', 'name']) && same(known.tables, found.tables, ['id', 'name', 'showHeaders', 'showTotals']);
}

/** Very hidden sheets and reviews are never read, so nothing is asked of them but whether they were finished; own tables are read wherever they are put away. */
function askForExtents({ workbook }: Excel.RequestContext, lists: Lists, decisions: boolean): Answer<Pick<Structure, 'extents' | 'tableExtents'>> {
  const sheets = lists.sheets.filter(({ visibility, name }) => visibility !== 'VeryHidden' || isDataName(name));
  const rows = Math.max(4, Math.min(headRows, Math.floor(headBudget / Math.max(sheets.length, 1))));
  const extents = sheets.map((place): Answer<SheetExtent> => {
    const sheet = workbook.worksheets.getItem(place.id);
    const mark = sheet.names.getItemOrNullObject(markName).load('formula');
    const review = isReviewName(place.name);
    const list = decisions ? sheet.names.getItemOrNullObject(decisionsName).load('formula') : null;
    const used = sheet.getUsedRangeOrNullObject(true).untrack().load('rowIndex,columnIndex,rowCount,columnCount');
    const head = review ? null : sheet.getRangeByIndexes(0, 0, rows, headColumns).untrack().load('values');
    return () => ({
      sheet: place,
      ownership: mark.isNullObject ? (review ? 'complete' : 'none') : ownershipOf(mark.formula),
      run: mark.isNullObject ? '' : runOfMark(mark.formula),
      used: used.isNullObject ? null : areaOf(used),
      decisions: list === null || list.isNullObject || ownershipOf(mark.formula) !== 'complete' ? null : (areaOfReference(String(list.formula))?.area ?? null),
      head: (head?.values ?? []) as SourceValue[][],
    });
  });
  const readable = new Set(sheets.filter(({ name }) => !isReviewName(name)).map(({ id }) => id));
  const tables = lists.tables.filter(({ sheetId }) => readable.has(sheetId)).map((place): Answer<TableExtent> => {
    const table = workbook.tables.getItem(place.id);
    const range = table.getRange().untrack().load('rowIndex,columnIndex,rowCount,columnCount');
    const headers = place.showHeaders ? table.getHeaderRowRange().untrack().load('values') : null;
    return () => ({ table: place, area: areaOf(range), headers: headers === null ? null : ((headers.values[0] ?? []) as SourceValue[]) });
  });
  return () => ({ extents: extents.map((answer) => answer()), tableExtents: tables.map((answer) => answer()) });
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area {
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}
