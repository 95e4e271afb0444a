/** Defined names of a workbook: those users see, and those in which print areas and titles hide. */
import type { Area, NameInfo, PageLayout, SheetId } from '../../host/workbookPort';
import type { SheetSnapshot } from '../workbookSnapshot';
import { shownFormula, storedFormula } from './formulaText';
import { absoluteReference, columnName, MAX_COLUMNS, MAX_ROWS, parseArea, quoteSheetName } from './references';
import { child, childrenOf, element, escapeXml, flag, numberAttribute, withAttributes, type XmlDocument, type XmlElement } from './xml';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** Names that Excel keeps for itself: filters, criteria, marks of unknown functions. */
const isInternal = (name: string): boolean => name.toLowerCase().startsWith('_xl');

const isNamed = (definedName: XmlElement, name: string): boolean => definedName.attributes.get('name')?.toLowerCase() === name.toLowerCase();
const definedNames = (root: XmlElement): readonly XmlElement[] => childrenOf(child(root, 'definedNames'), 'definedName');

/** The areas a name lists on one sheet; `null` when any of it is not plainly that. */
function listedAreas(formula: string): Area[] | null {
  const areas: Area[] = [];
  for (const part of formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []) {
    const area = parseArea(part.slice(part.lastIndexOf('!') + 1));
    if (area === null) return null;
    areas.push(area);
  }
  return areas;
}

type PrintRanges = Pick<PageLayout, 'printArea' | 'titleRows' | 'titleColumns'>;

/** `sheets` in the order of the file, which is what names count by; `undefined` for those that are no worksheets. */
export function readNames(
  root: XmlElement, sheets: readonly (SheetId | undefined)[],
): { readonly names: NameInfo[]; readonly print: ReadonlyMap<SheetId, PrintRanges> } {
  const names: NameInfo[] = [];
  const print = new Map<SheetId, PrintRanges>();
  const none: PrintRanges = { printArea: null, titleRows: null, titleColumns: null };
  for (const definedName of definedNames(root)) {
    const name = definedName.attributes.get('name') ?? '';
    const local = numberAttribute(definedName, 'localSheetId');
    const sheet = local === undefined ? null : sheets[local];
    if (sheet === undefined) continue;
    if (sheet !== null && isNamed(definedName, PRINT_AREA)) {
      const areas = listedAreas(definedName.text);
      if (areas?.length === 1) print.set(sheet, { ...(print.get(sheet) ?? none), printArea: areas[0] ?? null });
    } else if (sheet !== null && isNamed(definedName, PRINT_TITLES)) {
      const areas = listedAreas(definedName.text) ?? [];
      const rows = areas.find((area) => area.columns === MAX_COLUMNS);
      const columns = areas.find((area) => area.rows === MAX_ROWS);
      print.set(sheet, {
        ...(print.get(sheet) ?? none),
        titleRows: rows === undefined ? null : { row: rows.row, rows: rows.rows },
        titleColumns: columns === undefined ? null : { column: columns.column, columns: columns.columns },
      });
    } else if (!isInternal(name)) {
      const comment = definedName.attributes.get('comment') ?? '';
      names.push({ name, sheet, formula: shownFormula(definedName.text), comment, visible: !flag(definedName, 'hidden', false) });
    }
  }
  return { names, print };
}

function titlesFormula(sheetName: string, { titleRows, titleColumns }: PageLayout): string {
  const sheet = quoteSheetName(sheetName);
  const columns = titleColumns === null ? [] : [`${sheet}!$${columnName(titleColumns.column)}:$${columnName(titleColumns.column + titleColumns.columns - 1)}`];
  const rows = titleRows === null ? [] : [`${sheet}!$${titleRows.row + 1}:$${titleRows.row + titleRows.rows}`];
  return [...columns, ...rows].join(',');
}

export interface NamesBefore {
  readonly document: XmlDocument;
  readonly sheets: readonly (SheetId | undefined)[];
  readonly names: readonly NameInfo[];
  readonly layouts: ReadonlyMap<SheetId, PageLayout>;
  readonly sheetNames: ReadonlyMap<SheetId, string>;
}

/**
 * The `definedNames` of the workbook. `position` is where a sheet stands in the new file (chart sheets counted), `null` once it is gone;
 * it takes the place in the old file. Names that are as they were keep their XML but for that number.
 */
export function writeNames(
  names: readonly NameInfo[], sheets: readonly SheetSnapshot[], before: NamesBefore | null,
  position: (place: { readonly id: SheetId } | { readonly place: number }) => number | null,
): string[] {
  const written: { readonly name: string; readonly place: number | null; readonly xml: string }[] = [];
  const key = (name: string, sheet: SheetId | null): string => JSON.stringify([name.toLowerCase(), sheet]);
  const wanted = new Map(names.map((name) => [key(name.name, name.sheet), name]));
  const printed = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const keptPrint = new Set<string>();
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

  for (const original of before === null ? [] : definedNames(before.document.root)) {
    if (before === null) break;
    const name = original.attributes.get('name') ?? '';
    const local = numberAttribute(original, 'localSheetId');
    const place = local === undefined ? null : position({ place: local });
    if (local !== undefined && place === null) continue;
    const keep = (text?: string): void => {
      written.push({ name, place, xml: withAttributes(before.document, original, { localSheetId: place }, text === undefined ? undefined : escapeXml(text)) });
    };
    const id = local === undefined ? null : before.sheets[local];
    const sheet = id === null || id === undefined ? undefined : printed.get(id);
    const layout = sheet === undefined ? undefined : before.layouts.get(sheet.id);
    const renamed = sheet !== undefined && before.sheetNames.get(sheet.id) !== sheet.name;
    if (sheet !== undefined && layout !== undefined && (isNamed(original, PRINT_AREA) || isNamed(original, PRINT_TITLES))) {
      const unchanged = isNamed(original, PRINT_AREA)
        ? same(sheet.pageLayout.printArea, layout.printArea)
        : same([sheet.pageLayout.titleRows, sheet.pageLayout.titleColumns], [layout.titleRows, layout.titleColumns]);
      const key = `${isNamed(original, PRINT_AREA) ? PRINT_AREA : PRINT_TITLES} ${sheet.id}`;
      if (unchanged) {
        keptPrint.add(key);
        keep(renamed ? onSheet(original.text, sheet.name) : undefined);
      }
    } else if (isInternal(name) || id === undefined) {
      keep(renamed && sheet !== undefined ? onSheet(original.text, sheet.name) : undefined);
    } else {
      const now = wanted.get(key(name, id));
      const was = before.names.find((candidate) => key(candidate.name, candidate.sheet) === key(name, id));
      if (now === undefined) continue;
      wanted.delete(key(name, id));
      if (same(now, was)) keep();
      else written.push({ name, place, xml: nameXml(now, place) });
    }
  }
  for (const name of wanted.values()) {
    const place = name.sheet === null ? null : position({ id: name.sheet });
    if (name.sheet === null || place !== null) written.push({ name: name.name, place, xml: nameXml(name, place) });
  }
  for (const sheet of sheets) {
    const place = position({ id: sheet.id });
    const add = (name: string, formula: string): void => {
      if (!keptPrint.has(`${name} ${sheet.id}`)) written.push({ name, place, xml: element('definedName', { name, localSheetId: place }, escapeXml(formula)) });
    };
    if (sheet.pageLayout.printArea !== null) add(PRINT_AREA, `${quoteSheetName(sheet.name)}!${absoluteReference(sheet.pageLayout.printArea)}`);
    if (sheet.pageLayout.titleRows !== null || sheet.pageLayout.titleColumns !== null) add(PRINT_TITLES, titlesFormula(sheet.name, sheet.pageLayout));
  }
  // Sorted as Excel keeps them.
  const sortName = ({ name }: { readonly name: string }): string => name.toLowerCase();
  written.sort((a, b) => (sortName(a) < sortName(b) ? -1 : sortName(a) > sortName(b) ? 1 : (a.place ?? -1) - (b.place ?? -1)));
  return written.length === 0 ? [] : [element('definedNames', {}, written.map(({ xml }) => xml).join(''))];
}

/** The references of a name on one sheet, after that sheet was renamed. */
const onSheet = (formula: string, sheetName: string): string => formula.replace(/(?:'(?:[^']|'')*'|[^,'!()]+)!/g, () => `${quoteSheetName(sheetName)}!`);

const nameXml = (name: NameInfo, place: number | null): string => element('definedName', {
  name: name.name, comment: name.comment || null, localSheetId: place, hidden: name.visible ? null : true,
}, escapeXml(storedFormula(name.formula)));
