/** What must be true of every workbook file, whatever is in it; what is not is named in a sentence. */
import { strFromU8, unzipSync } from 'fflate';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { referenceProblems } from './partReferences';
import { elements, named } from './xmlNodes';

const WORKSHEET_ORDER = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter',
  'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions',
  'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing',
  'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst',
];
const WORKBOOK_ORDER = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames', 'calcPr',
  'oleSize', 'customWorkbookViews', 'pivotCaches', 'extLst',
];
const STYLES_ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
/** Of DrawingML's charts: what may stand within each element, in its order. */
const CHART_ORDERS: Readonly<Record<string, readonly string[]>> = {
  chartSpace: ['date1904', 'lang', 'roundedCorners', 'AlternateContent', 'style', 'clrMapOvr', 'pivotFmts', 'chart', 'spPr', 'txPr', 'externalData', 'printSettings', 'userShapes', 'extLst'],
  chart: ['title', 'autoTitleDeleted', 'pivotFmts', 'view3D', 'floor', 'sideWall', 'backWall', 'plotArea', 'legend', 'plotVisOnly', 'dispBlanksAs', 'showDLblsOverMax', 'extLst'],
  title: ['tx', 'layout', 'overlay', 'spPr', 'txPr', 'extLst'],
  plotArea: ['layout', 'barChart', 'lineChart', 'pieChart', 'catAx', 'valAx', 'dTable', 'spPr', 'extLst'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'serLines', 'axId', 'extLst'],
  lineChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'dropLines', 'hiLowLines', 'upDownBars', 'marker', 'smooth', 'axId', 'extLst'],
  dPt: ['idx', 'invertIfNegative', 'marker', 'bubble3D', 'explosion', 'spPr', 'extLst'],
  dLbls: ['dLbl', 'delete', 'numFmt', 'spPr', 'txPr', 'dLblPos', 'showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize', 'separator', 'showLeaderLines', 'extLst'],
  scaling: ['logBase', 'orientation', 'max', 'min', 'extLst'],
  legend: ['legendPos', 'legendEntry', 'layout', 'overlay', 'spPr', 'txPr', 'extLst'],
  catAx: ['axId', 'scaling', 'delete', 'axPos', 'majorGridlines', 'minorGridlines', 'title', 'numFmt', 'majorTickMark', 'minorTickMark', 'tickLblPos', 'spPr', 'txPr', 'crossAx', 'crosses', 'crossesAt', 'auto', 'lblAlgn', 'lblOffset', 'tickLblSkip', 'noMultiLvlLbl', 'extLst'],
  valAx: ['axId', 'scaling', 'delete', 'axPos', 'majorGridlines', 'minorGridlines', 'title', 'numFmt', 'majorTickMark', 'minorTickMark', 'tickLblPos', 'spPr', 'txPr', 'crossAx', 'crosses', 'crossesAt', 'crossBetween', 'majorUnit', 'minorUnit', 'dispUnits', 'extLst'],
  strRef: ['f', 'strCache', 'extLst'], numRef: ['f', 'numCache', 'extLst'], strCache: ['ptCount', 'pt'], numCache: ['formatCode', 'ptCount', 'pt'],
};
const SERIES_ORDERS: Readonly<Record<string, readonly string[]>> = {
  barChart: ['idx', 'order', 'tx', 'spPr', 'invertIfNegative', 'pictureOptions', 'dPt', 'dLbls', 'trendline', 'errBars', 'cat', 'val', 'shape', 'extLst'],
  lineChart: ['idx', 'order', 'tx', 'spPr', 'marker', 'dPt', 'dLbls', 'trendline', 'errBars', 'cat', 'val', 'smooth', 'extLst'],
};
const CHART = /drawingml\/(?:2006\/)?chart$/;
const MAIN = /spreadsheetml\/(?:2006\/)?main$/;
const MARKUP = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

function parse(xml: string, part: string, problems: string[]): Element | null {
  try {
    const root = new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message); } }).parseFromString(xml, 'text/xml').documentElement;
    return root;
  } catch (fault) {
    problems.push(`${part} is not well-formed: ${String(fault).split('\n')[0]}`);
    return null;
  }
}

function checkOrder(root: Element, order: readonly string[], part: string, problems: string[]): void {
  let last = -1;
  const seen = new Set<string>();
  for (const child of elements(root)) {
    if (child.namespaceURI === MARKUP) continue;
    if (!MAIN.test(child.namespaceURI ?? '')) {
      problems.push(`${part}: ${child.tagName} is in no spreadsheet namespace`);
      continue;
    }
    const name = child.localName ?? '';
    const place = order.indexOf(name);
    if (place < 0) problems.push(`${part}: ${name} is not known there`);
    else if (place < last) problems.push(`${part}: ${name} comes too late`);
    if (seen.has(name) && name !== 'conditionalFormatting') problems.push(`${part}: ${name} stands there twice`);
    seen.add(name);
    last = Math.max(last, place);
  }
}

function checkChart(parent: Element, part: string, problems: string[]): void {
  const name = parent.localName ?? '';
  const order = name === 'ser' ? SERIES_ORDERS[(parent.parentNode as Element | null)?.localName ?? ''] : CHART_ORDERS[name];
  let last = -1;
  for (const child of elements(parent)) {
    const place = order?.indexOf(child.localName ?? '') ?? last;
    if (order !== undefined && CHART.test(child.namespaceURI ?? '')) {
      if (place < 0) problems.push(`${part}: ${child.localName ?? ''} is not known in ${name}`);
      else if (place < last) problems.push(`${part}: ${child.localName ?? ''} comes too late in ${name}`);
      last = Math.max(last, place);
    }
    checkChart(child, part, problems);
  }
}

function checkNamespaces(root: Element, part: string, problems: string[]): void {
  for (const child of elements(root)) {
    if (child.namespaceURI === null) problems.push(`${part}: ${child.tagName} is in no namespace`);
    else checkNamespaces(child, part, problems);
  }
}

function checkUnique(values: readonly (string | null)[], what: string, problems: string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    const key = (value ?? '').toLowerCase();
    if (seen.has(key)) problems.push(`${what} ${value ?? ''} is there twice`);
    seen.add(key);
  }
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
const resolve = (from: string, target: string): string => decodeURI(new URL(target, `file:///${folderOf(from)}`).pathname).slice(1);

function checkCells(root: Element, part: string, formats: number, strings: number, problems: string[]): void {
  let lastRow = 0;
  for (const row of named(named(root, 'sheetData')[0], 'row')) {
    const number = Number(row.getAttribute('r') ?? lastRow + 1);
    if (number <= lastRow) problems.push(`${part}: row ${number} comes after row ${lastRow}`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of named(row, 'c')) {
      const reference = cell.getAttribute('r') ?? '';
      const match = /^([A-Z]+)(\d+)$/.exec(reference);
      if (match !== null) {
        const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
        if (Number(match[2]) !== number) problems.push(`${part}: ${reference} stands in row ${number}`);
        if (column <= lastColumn) problems.push(`${part}: ${reference} is out of order`);
        lastColumn = column;
      }
      if (Number(cell.getAttribute('s') ?? 0) >= formats) problems.push(`${part}: ${reference} has a format that does not exist`);
      const value = named(cell, 'v')[0]?.textContent ?? '';
      if (cell.getAttribute('t') === 's' && Number(value) >= strings) problems.push(`${part}: ${reference} has a string that does not exist`);
      const order = elements(cell).map(({ localName }) => ['f', 'v', 'is', 'extLst'].indexOf(localName ?? ''));
      if (order.some((place, index) => place < (order[index - 1] ?? -1) || place < 0)) problems.push(`${part}: the content of ${reference} is out of order`);
    }
  }
}

/** The problems of a workbook file; none for a sound one. */
export function packageProblems(bytes: Uint8Array): string[] {
  const problems: string[] = [];
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const roots = new Map<string, Element>();
  for (const [name, content] of Object.entries(parts)) {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) continue;
    const root = parse(strFromU8(content).replace(/^\uFEFF/, ''), name, problems);
    if (root !== null) roots.set(name, root);
  }
  checkUnique(names, 'The part', problems);

  const types = roots.get('[Content_Types].xml');
  const defaults = new Map(named(types, 'Default').map((entry) => [entry.getAttribute('Extension')?.toLowerCase(), entry.getAttribute('ContentType')]));
  const overrides = new Map(named(types, 'Override').map((entry) => [entry.getAttribute('PartName'), entry.getAttribute('ContentType') ?? '']));
  checkUnique(named(types, 'Override').map((entry) => entry.getAttribute('PartName')), 'The content type of', problems);
  for (const part of overrides.keys()) if (parts[(part ?? '').slice(1)] === undefined) problems.push(`${part ?? ''} has a content type and is not there`);
  const typeOf = (part: string): string => overrides.get(`/${part}`) ?? defaults.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase()) ?? '';
  for (const part of names) if (part !== '[Content_Types].xml' && typeOf(part) === '') problems.push(`${part} has no content type`);

  const targets = new Map<string, Map<string, string>>();
  for (const [name, root] of roots) {
    if (!name.endsWith('.rels')) continue;
    const from = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    if (from !== '' && parts[from] === undefined) problems.push(`${name} belongs to a part that is not there`);
    const relationships = named(root, 'Relationship');
    checkUnique(relationships.map((entry) => entry.getAttribute('Id')), `${name}: the relationship`, problems);
    const own = new Map<string, string>();
    for (const entry of relationships) {
      if (entry.getAttribute('TargetMode') === 'External') continue;
      const target = resolve(from, entry.getAttribute('Target') ?? '');
      if (parts[target] === undefined) problems.push(`${name} points at ${target}, which is not there`);
      own.set(entry.getAttribute('Id') ?? '', target);
    }
    targets.set(from, own);
    const source = from === '' ? '' : strFromU8(parts[from] ?? new Uint8Array());
    const known = new Set(relationships.map((entry) => entry.getAttribute('Id')));
    for (const [, id] of source.matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g)) if (id !== '' && !known.has(id ?? '')) problems.push(`${from} uses the relationship ${id ?? ''}, which is not there`);
  }

  const ofType = (pattern: RegExp): [string, Element][] => [...roots].filter(([name]) => pattern.test(typeOf(name)));
  // Without styles there is still the plain format.
  const formats = Math.max(1, named(named(ofType(/styles\+xml$/)[0]?.[1], 'cellXfs')[0], 'xf').length);
  const strings = named(ofType(/sharedStrings\+xml$/)[0]?.[1], 'si').length;
  for (const [name, root] of ofType(/worksheet\+xml$/)) {
    checkOrder(root, WORKSHEET_ORDER, name, problems);
    checkNamespaces(root, name, problems);
    checkCells(root, name, formats, strings, problems);
    const tables = named(named(root, 'tableParts')[0], 'tablePart');
    const held = [...(targets.get(name)?.values() ?? [])].filter((target) => /table\+xml$/i.test(typeOf(target)) && !/queryTable|pivotTable/i.test(typeOf(target)));
    if (held.length !== tables.length) problems.push(`${name} lists ${tables.length} tables and holds ${held.length}`);
  }
  for (const [name, root] of ofType(/drawingml\.chart\+xml$/)) checkChart(root, name, problems);
  for (const [name, root] of ofType(/officedocument\.drawing\+xml$/)) {
    const shapes = Array.from(root.getElementsByTagNameNS('*', 'cNvPr'));
    checkUnique(shapes.map((shape) => shape.getAttribute('id')), `${name}: the shape`, problems);
  }
  for (const [name, root] of ofType(/styles\+xml$/)) {
    checkOrder(root, STYLES_ORDER, name, problems);
    checkNamespaces(root, name, problems);
    for (const list of elements(root)) {
      const count = list.getAttribute('count');
      if (count !== null && Number(count) !== elements(list).length) problems.push(`${name}: ${list.localName ?? ''} counts ${count} and holds ${elements(list).length}`);
    }
    const sizes = { fontId: 'fonts', fillId: 'fills', borderId: 'borders' } as const;
    for (const xf of named(named(root, 'cellXfs')[0], 'xf')) {
      for (const [attribute, list] of Object.entries(sizes)) {
        if (Number(xf.getAttribute(attribute) ?? 0) >= elements(named(root, list)[0] ?? root).length) problems.push(`${name}: a format points beyond ${list}`);
      }
    }
  }
  const workbooks = ofType(/(?:sheet|template)(?:\.macroEnabled)?\.main\+xml$/);
  if (workbooks.length !== 1) problems.push(`There are ${workbooks.length} workbook parts`);
  for (const [name, root] of workbooks) {
    checkOrder(root, WORKBOOK_ORDER, name, problems);
    checkNamespaces(root, name, problems);
    const sheets = named(named(root, 'sheets')[0], 'sheet');
    if (sheets.length === 0) problems.push('There are no sheets');
    checkUnique(sheets.map((sheet) => sheet.getAttribute('name')), 'The sheet', problems);
    checkUnique(sheets.map((sheet) => sheet.getAttribute('sheetId')), 'The sheet number', problems);
    const names = named(named(root, 'definedNames')[0], 'definedName');
    checkUnique(names.map((entry) => `${entry.getAttribute('name') ?? ''} of ${entry.getAttribute('localSheetId') ?? 'all'}`), 'The name', problems);
    for (const entry of names) if (Number(entry.getAttribute('localSheetId') ?? 0) >= sheets.length) problems.push(`The name ${entry.getAttribute('name') ?? ''} is of a sheet that is not there`);
    const active = Number(named(named(root, 'bookViews')[0], 'workbookView')[0]?.getAttribute('activeTab') ?? 0);
    if (active >= sheets.length) problems.push('The active sheet is not there');
    const selected = ofType(/worksheet\+xml$/).filter(([, sheet]) => named(named(sheet, 'sheetViews')[0], 'sheetView')[0]?.getAttribute('tabSelected') === '1');
    if (selected.length > 1) problems.push(`${selected.length} sheets are selected at once`);
  }
  const tables = ofType(/spreadsheetml\.table\+xml$/).map(([, root]) => root);
  checkUnique(tables.map((table) => table.getAttribute('id')), 'The table number', problems);
  checkUnique(tables.map((table) => table.getAttribute('displayName')), 'The table', problems);
  for (const table of tables) {
    const columns = named(named(table, 'tableColumns')[0], 'tableColumn');
    checkUnique(columns.map((column) => column.getAttribute('id')), `${table.getAttribute('displayName') ?? ''}: the column number`, problems);
    checkUnique(columns.map((column) => column.getAttribute('name')), `${table.getAttribute('displayName') ?? ''}: the column`, problems);
  }
  for (const [name, root] of ofType(/calcChain\+xml$/)) {
    if (elements(root).length === 0) problems.push(`${name} is empty`);
  }
  return [...problems, ...referenceProblems({ ofType, typeOf, target: (from, id) => targets.get(from)?.get(id ?? '') })];
}
