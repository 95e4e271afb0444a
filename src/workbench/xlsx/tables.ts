/** Table parts: read into snapshots, patched where a table changed, written whole where it is new. */
import type { SheetId, TableInfo } from '../../host/workbookPort';
import type { TableColumnSnapshot, TableSnapshot } from '../workbookSnapshot';
import { escapeText, unescapeText } from './escapedText';
import { shownFormula, storedFormula } from './formulaText';
import { areaReference, parseArea } from './references';
import { revisionId } from './xlsxPackage';
import { child, childrenOf, element, escapeXml, flag, numberAttribute, replaceChildren, sourceOf, withAttributes, type XmlDocument, type XmlElement } from './xml';

const ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

function readColumn(column: XmlElement, index: number): TableColumnSnapshot {
  const totalsLabel = column.attributes.get('totalsRowLabel');
  const totalsFunction = column.attributes.get('totalsRowFunction');
  const formula = child(column, 'calculatedColumnFormula');
  return {
    id: numberAttribute(column, 'id') ?? index + 1,
    name: unescapeText(column.attributes.get('name') ?? ''),
    ...(totalsLabel === undefined ? {} : { totalsLabel: unescapeText(totalsLabel) }),
    ...(totalsFunction === undefined || totalsFunction === 'none' ? {} : { totalsFunction }),
    ...(formula === undefined ? {} : { formula: shownFormula(formula.text) }),
  };
}

function readFilters(autoFilter: XmlElement | undefined): TableInfo['filters'] {
  return childrenOf(autoFilter, 'filterColumn').flatMap((filterColumn) => {
    const filters = child(filterColumn, 'filters');
    if (filters === undefined || childrenOf(filters, 'dateGroupItem').length > 0) return [];
    const values = childrenOf(filters, 'filter').map((filter) => unescapeText(filter.attributes.get('val') ?? ''));
    return [{ column: numberAttribute(filterColumn, 'colId') ?? 0, values: flag(filters, 'blank', false) ? [...values, ''] : values }];
  });
}

/** A table; `null` where its place on the sheet cannot be read. */
export function readTable(root: XmlElement, sheet: SheetId, id: string): TableSnapshot | null {
  const area = parseArea(root.attributes.get('ref') ?? '');
  if (area === null) return null;
  const style = child(root, 'tableStyleInfo');
  const autoFilter = child(root, 'autoFilter');
  return {
    id, sheet, area,
    name: root.attributes.get('displayName') ?? root.attributes.get('name') ?? '',
    columns: childrenOf(child(root, 'tableColumns'), 'tableColumn').map(readColumn),
    // Absent means one header row.
    showHeaders: (numberAttribute(root, 'headerRowCount') ?? 1) > 0,
    showTotals: (numberAttribute(root, 'totalsRowCount') ?? 0) > 0,
    style: style?.attributes.get('name') ?? null,
    showBandedRows: flag(style, 'showRowStripes', false),
    showBandedColumns: flag(style, 'showColumnStripes', false),
    showFilterButton: autoFilter !== undefined,
    highlightFirstColumn: flag(style, 'showFirstColumn', false),
    highlightLastColumn: flag(style, 'showLastColumn', false),
    filters: readFilters(autoFilter),
    sort: childrenOf(child(root, 'sortState'), 'sortCondition').flatMap((condition) => {
      const place = parseArea(condition.attributes.get('ref') ?? '');
      return place === null ? [] : [{ column: place.column - area.column, ascending: !flag(condition, 'descending', false) }];
    }),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function columnXml(column: TableColumnSnapshot, document: XmlDocument | null, original: XmlElement | undefined): string {
  if (document !== null && original !== undefined && same(readColumn(original, 0), column)) return sourceOf(document, original);
  const attributes = {
    id: column.id, name: escapeText(column.name),
    totalsRowFunction: column.totalsFunction ?? null, totalsRowLabel: column.totalsLabel === undefined ? null : escapeText(column.totalsLabel),
  };
  const kept = original === undefined || document === null ? '' : original.children
    .filter(({ name }) => name !== 'calculatedColumnFormula' && (name !== 'totalsRowFormula' || column.totalsFunction === 'custom'))
    .map((part) => sourceOf(document, part)).join('');
  const formula = column.formula === undefined ? '' : element('calculatedColumnFormula', {}, escapeXml(storedFormula(column.formula)));
  return original === undefined || document === null ? element('tableColumn', attributes, formula) : withAttributes(document, original, attributes, formula + kept);
}

/** Filter buttons stand over the header and the body, without the totals row. */
function filterArea(table: TableSnapshot): string {
  const { area } = table;
  return areaReference({ ...area, rows: area.rows - (table.showTotals ? 1 : 0) });
}

function filterColumns(filters: TableInfo['filters']): string {
  return [...filters].sort((a, b) => a.column - b.column).map(({ column, values }) => {
    const items = values.filter((value) => value !== '').map((value) => element('filter', { val: escapeText(value) })).join('');
    return element('filterColumn', { colId: column }, element('filters', { blank: values.includes('') || null }, items));
  }).join('');
}

function sortState(table: TableSnapshot): string[] {
  if (table.sort.length === 0) return [];
  const { area } = table;
  const row = area.row + (table.showHeaders ? 1 : 0);
  const rows = Math.max(1, area.row + area.rows - (table.showTotals ? 1 : 0) - row);
  const conditions = table.sort.map(({ column, ascending }) =>
    element('sortCondition', { descending: ascending ? null : true, ref: areaReference({ row, rows, column: area.column + column, columns: 1 }) }));
  return [element('sortState', { ref: areaReference({ row, rows, column: area.column, columns: area.columns }) }, conditions.join(''))];
}

/** The part of a table. `number` is its id in the file; `uid` names it across files where it has such a name. */
export function writeTable(
  table: TableSnapshot, number: number, uid: string | null, original: XmlDocument | null, before: TableSnapshot | null, namespace: string,
): string {
  const attributes = {
    id: number, name: table.name, displayName: table.name, ref: areaReference(table.area),
    headerRowCount: table.showHeaders ? null : 0, totalsRowCount: table.showTotals ? 1 : null,
    totalsRowShown: table.showTotals || before?.showTotals === true ? null : false,
  };
  const columns = childrenOf(child(original?.root, 'tableColumns'), 'tableColumn');
  const originalFilter = child(original?.root, 'autoFilter');
  const filtered = table.showFilterButton && table.showHeaders;
  const keptFilters = original !== null && originalFilter !== undefined && same(table.filters, before?.filters);
  const filter = !filtered ? [] : keptFilters
    ? [withAttributes(original, originalFilter, { ref: filterArea(table) })]
    : [element('autoFilter', { ref: filterArea(table) }, filterColumns(table.filters))];
  const items = table.columns.map((column, index) => {
    const own = columns.find((candidate) => numberAttribute(candidate, 'id') === column.id);
    return columnXml({ ...column, id: column.id || index + 1 }, original, own);
  });
  const styled = {
    name: table.style, showFirstColumn: table.highlightFirstColumn, showLastColumn: table.highlightLastColumn,
    showRowStripes: table.showBandedRows, showColumnStripes: table.showBandedColumns,
  };
  const parts = new Map<string, readonly string[]>([
    ['autoFilter', filter],
    ['sortState', same(table.sort, before?.sort) && same(table.area, before?.area) && child(original?.root, 'sortState') !== undefined && original !== null
      ? [sourceOf(original, child(original.root, 'sortState') ?? original.root)] : sortState(table)],
    ['tableColumns', [element('tableColumns', { count: items.length }, items.join(''))]],
    ['tableStyleInfo', [element('tableStyleInfo', styled)]],
  ]);
  if (original === null) {
    return element('table', { xmlns: namespace, ...revisionId(uid), ...attributes }, ORDER.map((name) => parts.get(name)?.join('') ?? '').join(''));
  }
  const body = replaceChildren(original, ORDER, parts);
  const tag = withAttributes(original, original.root, attributes, ' ').replace(/> <\/[^>]*>$/, '>');
  return body.slice(0, original.root.start) + tag + body.slice(original.root.contentStart);
}
