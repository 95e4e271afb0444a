/** The part of a worksheet that changed: what differs is put in its place, every other element stays as it was. */
import type { Area, SheetId, StylePatch } from '../../host/workbookPort';
import type { CellStyle, LineSnapshot, SheetSnapshot } from '../workbookSnapshot';
import { argb, type Palette } from './colors';
import { defaultWidthInPoints, pointsToWidth, sameSize } from './columnWidth';
import { discontinuedExtensions, writeConditionalFormats } from './conditionalFormats';
import type { PackageDraft, Relationship } from './officePackage';
import { fitsPages, readPageLayout, writePageLayout } from './pageLayout';
import { areaReference, areasReference, cellReference } from './references';
import { writeSheetProperties } from './sheetProperties';
import { validationExtensions, writeValidations } from './validations';
import { writeSheetData, type SheetDataContext, type WrittenSheetData } from './writeSheetData';
import { styleKey } from './writeStyles';
import { revisionId } from './xlsxPackage';
import {
  applySplices, attributesText, child, childrenOf, element, numberAttribute, parseXml, prefixedAttribute, replaceChildren, sourceOf, withAttributes,
  type AttributeValues, type XmlDocument, type XmlElement,
} from './xml';

const ORDER = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter',
  'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions',
  'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing',
  'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst',
];

export interface WorksheetDraft {
  readonly part: string;
  readonly document: XmlDocument;
  readonly before: SheetSnapshot;
  readonly after: SheetSnapshot;
  readonly relationships: readonly Relationship[];
  /** Relationship ids of the tables the sheet has now; `null` where those did not change. */
  readonly tables: readonly string[] | null;
  /** Relationship id of the drawing; `null`: it has none any more, `undefined`: as it was. */
  readonly drawing: string | null | undefined;
  /** Only what formulas come to may differ. */
  readonly resultsOnly: boolean;
}

export interface WorksheetContext extends Omit<SheetDataContext, 'part'> {
  readonly draft: PackageDraft;
  readonly differences: readonly StylePatch[];
  readonly palette: Palette;
  readonly relationshipsNamespace: string;
}

export interface WrittenWorksheet extends Omit<WrittenSheetData, 'used' | 'xml'> {
  readonly xml: string;
  readonly lostFormats: number;
  readonly lostValidations: number;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const EMPTY_LAYOUT = readPageLayout(parseXml('<worksheet/>', 'worksheet').root);

/** What a sheet is before anything is put on it. */
export function blankSheet(id: SheetId, name: string): SheetSnapshot {
  return {
    id, name, visibility: 'Visible', tabColor: null, showGridlines: true, showHeadings: true, protected: false, frozen: { rows: 0, columns: 0 },
    defaultRowHeight: 15, defaultColumnWidth: defaultWidthInPoints(8), rows: new Map(), columns: new Map(), cells: new Map(), merges: [], conditionalFormats: [],
    validations: [], hyperlinks: [], pageLayout: EMPTY_LAYOUT, selection: [{ row: 0, column: 0, rows: 1, columns: 1 }],
  };
}

/** The part of a new sheet, before anything is put on it. */
export function blankWorksheet(namespace: string, relationships: string, uid: string | null): string {
  return element('worksheet', { xmlns: namespace, 'xmlns:r': relationships, ...revisionId(uid) }, '<sheetFormatPr defaultRowHeight="15"/><sheetData/>');
}

/** `r:id`, with its namespace where the sheet does not say it already. */
const relationshipId = ({ root }: XmlDocument, namespace: string, id: string): AttributeValues =>
  ({ ...(root.attributes.get('xmlns:r') === namespace ? {} : { 'xmlns:r': namespace }), 'r:id': id });

/** An element patched, or made where there is none. */
function patched(document: XmlDocument, present: XmlElement | undefined, name: string, changes: AttributeValues, content?: string): string {
  return present === undefined ? element(name, changes, content ?? '') : withAttributes(document, present, changes, content);
}

function propertiesXml({ document, before, after }: WorksheetDraft): string[] | null {
  const colored = before.tabColor !== after.tabColor;
  const fitted = fitsPages(before.pageLayout) !== fitsPages(after.pageLayout);
  if (!colored && !fitted) return null;
  const present = child(document.root, 'sheetPr');
  const kept = (name: string): string => childrenOf(present, name).map((part) => sourceOf(document, part)).join('');
  const tab = !colored ? kept('tabColor') : after.tabColor === null ? '' : element('tabColor', { rgb: argb(after.tabColor) });
  const pages = !fitted ? kept('pageSetUpPr') : patched(document, child(present, 'pageSetUpPr'), 'pageSetUpPr', { fitToPage: fitsPages(after.pageLayout) || null });
  return [patched(document, present, 'sheetPr', {}, tab + kept('outlinePr') + pages)];
}

type Pane = 'bottomLeft' | 'bottomRight' | 'topRight';

function activePane({ rows, columns }: SheetSnapshot['frozen']): Pane | null {
  if (rows > 0 && columns > 0) return 'bottomRight';
  return rows > 0 ? 'bottomLeft' : columns > 0 ? 'topRight' : null;
}

function viewsXml({ document, before, after }: WorksheetDraft): string[] | null {
  const frozen = !same(before.frozen, after.frozen);
  const selected = frozen || (after.selection.length > 0 && !same(before.selection, after.selection));
  if (!selected && before.showGridlines === after.showGridlines && before.showHeadings === after.showHeadings) return null;
  const views = child(document.root, 'sheetViews');
  const view = childrenOf(views, 'sheetView')[0];
  const kept = (...names: string[]): string => view?.children.filter(({ name }) => names.includes(name)).map((part) => sourceOf(document, part)).join('') ?? '';
  const others = view?.children.filter(({ name }) => name !== 'pane' && name !== 'selection').map((part) => sourceOf(document, part)).join('') ?? '';
  const { rows, columns } = after.frozen;
  const pane = activePane(after.frozen);
  const paneXml = !frozen ? kept('pane') : pane === null ? ''
    : element('pane', { xSplit: columns || null, ySplit: rows || null, topLeftCell: cellReference(rows, columns), activePane: pane, state: 'frozen' });
  const [first] = after.selection;
  const selection = !selected ? kept('selection') : first === undefined ? ''
    : element('selection', { pane, activeCell: cellReference(first.row, first.column), sqref: areasReference(after.selection) });
  const changes = {
    showGridLines: before.showGridlines === after.showGridlines ? undefined : after.showGridlines ? null : false,
    showRowColHeaders: before.showHeadings === after.showHeadings ? undefined : after.showHeadings ? null : false,
    ...(view === undefined ? { workbookViewId: 0 } : {}),
  };
  const xml = patched(document, view, 'sheetView', changes, paneXml + selection + others);
  const rest = views?.children.filter((other) => other !== view).map((other) => sourceOf(document, other)).join('') ?? '';
  return [patched(document, views, 'sheetViews', {}, xml + rest)];
}

function formatXml({ document, before, after }: WorksheetDraft): string[] | null {
  const changes: AttributeValues = {
    ...(sameSize(before.defaultRowHeight, after.defaultRowHeight) ? {} : { defaultRowHeight: after.defaultRowHeight, customHeight: true }),
    ...(sameSize(before.defaultColumnWidth, after.defaultColumnWidth) ? {} : { defaultColWidth: pointsToWidth(after.defaultColumnWidth) }),
  };
  if (Object.keys(changes).length === 0) return null;
  const present = child(document.root, 'sheetFormatPr');
  return [patched(document, present, 'sheetFormatPr', { ...(present === undefined ? { defaultRowHeight: after.defaultRowHeight } : {}), ...changes })];
}

/** Columns one by one, with what the file says of each beyond the model, and equal neighbours joined again. */
function columnsXml({ document, before, after }: WorksheetDraft, context: WorksheetContext): string[] | null {
  const lookOf = (line: LineSnapshot | undefined, styles: readonly CellStyle[]): string => {
    const style = styles[line?.style ?? 0];
    return style === undefined ? '' : styleKey(style);
  };
  const sameLook = (was: LineSnapshot | undefined, is: LineSnapshot | undefined): boolean => lookOf(was, context.stylesBefore) === lookOf(is, context.stylesAfter);
  const columns = [...new Set([...before.columns.keys(), ...after.columns.keys()])].sort((a, b) => a - b);
  const changed = columns.some((column) => {
    const was = before.columns.get(column);
    const is = after.columns.get(column);
    return !sameSize(was?.size, is?.size) || was?.hidden !== is?.hidden || !sameLook(was, is);
  });
  if (!changed) return null;

  const originals = new Map<number, ReadonlyMap<string, string>>();
  for (const original of childrenOf(child(document.root, 'cols'), 'col')) {
    const last = numberAttribute(original, 'max') ?? 0;
    for (let column = (numberAttribute(original, 'min') ?? 1) - 1; column < last; column++) originals.set(column, original.attributes);
  }
  const attributes = new Map<number, string>();
  for (const column of [...new Set([...originals.keys(), ...after.columns.keys()])].sort((a, b) => a - b)) {
    const own = originals.get(column);
    const was = before.columns.get(column);
    const is = after.columns.get(column);
    const line = new Map<string, string | number | boolean | null>(own ?? []);
    line.delete('min');
    line.delete('max');
    if (!sameSize(is?.size, was?.size) || own === undefined) {
      line.set('width', pointsToWidth(is?.size ?? after.defaultColumnWidth));
      line.set('customWidth', is?.size === undefined ? null : true);
    }
    if (is?.hidden !== was?.hidden) line.set('hidden', is?.hidden ?? null);
    if (!sameLook(was, is)) {
      const look = is?.style === undefined ? undefined : context.stylesAfter[is.style];
      line.set('style', look === undefined ? null : context.writer.cellFormat(look, false, null) || null);
    }
    // A column that is nothing but the default again needs no entry.
    if (is !== undefined || own === undefined || [...line.keys()].some((name) => !['width', 'customWidth', 'style', 'hidden'].includes(name))) {
      attributes.set(column, attributesText(line));
    }
  }
  const runs: { first: number; last: number; text: string }[] = [];
  for (const [column, text] of attributes) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.last === column - 1 && run.text === text) run.last = column;
    else runs.push({ first: column, last: column, text });
  }
  const content = runs.map(({ first, last, text }) => `<col min="${first + 1}" max="${last + 1}"${text}/>`).join('');
  return content === '' ? [] : [element('cols', {}, content)];
}

function hyperlinksXml({ document, part, before, after, relationships }: WorksheetDraft, { draft, relationshipsNamespace }: WorksheetContext): string[] | null {
  if (same(before.hyperlinks, after.hyperlinks)) return null;
  const originals = childrenOf(child(document.root, 'hyperlinks'), 'hyperlink');
  const used = new Set<XmlElement>();
  const addressOf = (id: string | undefined): string | null => relationships.find((relationship) => relationship.id === id)?.target ?? null;
  const items = after.hyperlinks.map(({ area, link }) => {
    const ref = areaReference(area);
    const original = originals.find((candidate) => !used.has(candidate) && addressOf(prefixedAttribute(candidate, 'id')) === link.address
      && (candidate.attributes.get('location') ?? null) === link.location && (candidate.attributes.get('tooltip') ?? '') === link.screenTip);
    if (original !== undefined) {
      used.add(original);
      return withAttributes(document, original, { ref });
    }
    const id = link.address === null ? null : draft.addRelationship(part, 'hyperlink', link.address, { external: true });
    return element('hyperlink', {
      ref, ...(id === null ? {} : relationshipId(document, relationshipsNamespace, id)), location: link.location, tooltip: link.screenTip || null,
    });
  });
  const keptIds = new Set([...used].map((original) => prefixedAttribute(original, 'id')));
  for (const original of originals) {
    const id = prefixedAttribute(original, 'id');
    if (id !== undefined && !used.has(original) && !keptIds.has(id)) draft.removeRelationship(part, id);
  }
  return items.length === 0 ? [] : [element('hyperlinks', {}, items.join(''))];
}

/** `extLst` without what is written anew elsewhere or gone; a list of nothing takes its extension with it. */
function extensionsXml(document: XmlDocument, dropped: readonly XmlElement[]): string[] | null {
  const list = child(document.root, 'extLst');
  if (list === undefined || dropped.length === 0) return null;
  const isGone = (part: XmlElement): boolean => dropped.includes(part) || (part.children.length > 0 && part.children.every(isGone));
  const removed = (part: XmlElement): XmlElement[] => (isGone(part) ? [part] : part.children.flatMap(removed));
  if (isGone(list)) return [];
  const splices = list.children.flatMap(removed).map(({ start, end }) => ({ start: start - list.contentStart, end: end - list.contentStart, text: '' }));
  return [withAttributes(document, list, {}, applySplices(document.source.slice(list.contentStart, list.contentEnd), splices))];
}

const mergesXml = (merges: readonly Area[]): string[] =>
  (merges.length === 0 ? [] : [element('mergeCells', { count: merges.length }, merges.map((area) => `<mergeCell ref="${areaReference(area)}"/>`).join(''))]);

export function writeWorksheet(sheet: WorksheetDraft, context: WorksheetContext): WrittenWorksheet {
  const { document, before, after } = sheet;
  const replacements = new Map<string, readonly string[]>();
  const replace = (name: string, elements: readonly string[] | null): void => {
    if (elements !== null) replacements.set(name, elements);
  };
  const data = writeSheetData(document, before, after, { ...context, part: sheet.part });
  replace('sheetData', [data.xml]);
  const dropped: XmlElement[] = [];
  let lostFormats = 0;
  let lostValidations = 0;

  if (!sheet.resultsOnly) {
    replace('sheetPr', propertiesXml(sheet));
    replace('dimension', [element('dimension', { ref: data.used === null ? 'A1' : areaReference(data.used) })]);
    replace('sheetViews', viewsXml(sheet));
    replace('sheetFormatPr', formatXml(sheet));
    replace('cols', columnsXml(sheet, context));
    if (before.protected !== after.protected) replace('sheetProtection', after.protected ? ['<sheetProtection sheet="1" objects="1" scenarios="1"/>'] : []);
    if (!same(before.merges, after.merges)) replace('mergeCells', mergesXml(after.merges));
    const ruled = ({ conditionalFormats }: SheetSnapshot): unknown => conditionalFormats.map((format) => ({ ...format, id: '' }));
    if (!same(ruled(before), ruled(after))) {
      const original = { document, differences: context.differences, palette: context.palette };
      const written = writeConditionalFormats(after.conditionalFormats, original, (style) => context.writer.difference(style));
      replace('conditionalFormatting', written.elements);
      lostFormats = written.lost;
      dropped.push(...discontinuedExtensions(document.root, written.discontinued));
    }
    if (!same(before.validations, after.validations)) {
      const written = writeValidations(after.validations, document);
      replace('dataValidations', written.elements);
      lostValidations = written.lost;
      dropped.push(...validationExtensions(document.root));
    }
    replace('extLst', extensionsXml(document, dropped));
    replace('hyperlinks', hyperlinksXml(sheet, context));
    const properties = after.customProperties ?? new Map<string, string>();
    if (!same([...before.customProperties ?? []], [...properties])) {
      const attribute = (id: string): string => attributesText(Object.entries(relationshipId(document, context.relationshipsNamespace, id)));
      replace('customProperties', writeSheetProperties(context.draft, sheet.part, document.root, sheet.relationships, properties, attribute));
    }
    for (const [name, elements] of writePageLayout(after.pageLayout, before.pageLayout, document)) replace(name, elements);
  }
  if (sheet.drawing !== undefined) replace('drawing', sheet.drawing === null ? [] : [element('drawing', relationshipId(document, context.relationshipsNamespace, sheet.drawing))]);
  if (sheet.tables !== null) {
    const items = sheet.tables.map((id) => element('tablePart', relationshipId(document, context.relationshipsNamespace, id))).join('');
    replace('tableParts', items === '' ? [] : [element('tableParts', { count: sheet.tables.length }, items)]);
  }
  const { resultsMissing, resultsKept, formulasRemoved, textsCut } = data;
  return { xml: replaceChildren(document, ORDER, replacements), lostFormats, lostValidations, resultsMissing, resultsKept, formulasRemoved, textsCut };
}

/** The sheet's part with only the mark of the selected tab set or taken away. */
export function withTabSelected(document: XmlDocument, selected: boolean): string {
  const views = child(document.root, 'sheetViews');
  const view = childrenOf(views, 'sheetView')[0];
  if (view === undefined) {
    const views = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>';
    return selected ? replaceChildren(document, ORDER, new Map([['sheetViews', [views]]])) : document.source;
  }
  return applySplices(document.source, [{ start: view.start, end: view.end, text: withAttributes(document, view, { tabSelected: selected || null }) }]);
}
