/** What the parts of a workbook file say of each other and of cells: tables and their headers, formats, names, breaks, links, drawings and charts. */
import type { Element } from '@xmldom/xmldom';
import { allNamed, elements, named } from './xmlNodes';

export interface Parts {
  readonly ofType: (pattern: RegExp) => [name: string, root: Element][];
  /** The part that a relationship of another part leads to. */
  readonly target: (from: string, id: string | null) => string | undefined;
  readonly typeOf: (part: string) => string;
}

interface Box { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

const maxRow = 1_048_576;
const maxColumn = 16_384;
const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** "B2:C9" or "B2", 1-based; `null` where it is none, or beyond the sheet. */
function boxOf(reference: string | null): Box | null {
  const [, left = '', top = '', right = left, bottom = top] = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(reference ?? '') ?? [];
  const box = { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
  return left !== '' && box.top >= 1 && box.bottom <= maxRow && box.right <= maxColumn && box.top <= box.bottom && box.left <= box.right ? box : null;
}

const overlaps = (a: Box, b: Box): boolean => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
const number = (element: Element | undefined, attribute: string): number => Number(element?.getAttribute(attribute) ?? NaN);
const textOf = (element: Element | undefined): string => allNamed(element as Element, 't').map((part) => part.textContent ?? '').join('');

/** The texts of a row's cells by column, as headers of a table have them. */
function rowTexts(sheet: Element, row: number, strings: readonly Element[]): ReadonlyMap<number, string> {
  const line = named(named(sheet, 'sheetData')[0], 'row').find((one) => number(one, 'r') === row);
  return new Map(named(line, 'c').map((cell) => {
    const value = named(cell, 'v')[0]?.textContent ?? '';
    const type = cell.getAttribute('t');
    const column = columnNumber((cell.getAttribute('r') ?? '').replace(/\d+/, ''));
    return [column, type === 's' ? textOf(strings[Number(value)]) : type === 'inlineStr' ? textOf(named(cell, 'is')[0]) : value];
  }));
}

const unescaped = (text: string): string => text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function checkTable(table: Element, sheet: Element, strings: readonly Element[], problems: string[]): Box | null {
  const name = table.getAttribute('displayName') ?? '';
  const box = boxOf(table.getAttribute('ref'));
  if (box === null) {
    problems.push(`${name}: ${table.getAttribute('ref') ?? ''} is no area`);
    return null;
  }
  const columns = named(named(table, 'tableColumns')[0], 'tableColumn');
  if (number(named(table, 'tableColumns')[0], 'count') !== columns.length) problems.push(`${name}: the columns are not counted right`);
  if (columns.length !== box.right - box.left + 1) problems.push(`${name} has ${columns.length} columns on ${box.right - box.left + 1}`);
  if (table.getAttribute('headerRowCount') !== '0') {
    const texts = rowTexts(sheet, box.top, strings);
    columns.forEach((column, index) => {
      const header = unescaped(column.getAttribute('name') ?? '');
      const cell = texts.get(box.left + index) ?? '';
      if (header.replace(/\s+/g, ' ') !== unescaped(cell).replace(/\s+/g, ' ')) problems.push(`${name}: the column "${header}" stands under "${cell}"`);
    });
  }
  const filter = named(table, 'autoFilter')[0];
  const filtered = filter === undefined ? box : boxOf(filter.getAttribute('ref'));
  if (filtered === null || filtered.top !== box.top || filtered.left !== box.left || filtered.right !== box.right || filtered.bottom > box.bottom) problems.push(`${name}: the filter is not on the table`);
  return box;
}

function checkTables(name: string, sheet: Element, { ofType, target }: Parts, problems: string[]): void {
  const strings = ofType(/sharedStrings\+xml$/).flatMap(([, root]) => named(root, 'si'));
  const tables = new Map(ofType(/spreadsheetml\.table\+xml$/));
  const boxes: Box[] = [];
  for (const part of named(named(sheet, 'tableParts')[0], 'tablePart')) {
    const table = tables.get(target(name, part.getAttribute('r:id')) ?? '');
    const box = table === undefined ? null : checkTable(table, sheet, strings, problems);
    if (box === null) continue;
    if (boxes.some((other) => overlaps(box, other))) problems.push(`${name}: ${table?.getAttribute('displayName') ?? ''} lies over another table`);
    boxes.push(box);
  }
}

function checkLines(name: string, sheet: Element, formats: number, problems: string[]): void {
  let last = 0;
  for (const column of named(named(sheet, 'cols')[0], 'col')) {
    const [min, max] = [number(column, 'min'), number(column, 'max')];
    if (!(min > last && max >= min && max <= maxColumn)) problems.push(`${name}: the columns ${min} to ${max} are out of order`);
    if (Number(column.getAttribute('style') ?? 0) >= formats) problems.push(`${name}: the columns ${min} to ${max} have a format that does not exist`);
    last = max;
  }
  for (const row of named(named(sheet, 'sheetData')[0], 'row')) {
    if (Number(row.getAttribute('s') ?? 0) >= formats) problems.push(`${name}: row ${row.getAttribute('r') ?? ''} has a format that does not exist`);
    if (row.hasAttribute('ht') && !(number(row, 'ht') >= 0 && number(row, 'ht') <= 409.5)) problems.push(`${name}: row ${row.getAttribute('r') ?? ''} is ${row.getAttribute('ht') ?? ''} high`);
  }
  const merged = named(named(sheet, 'mergeCells')[0], 'mergeCell').map((cell) => boxOf(cell.getAttribute('ref')));
  merged.forEach((box, index) => {
    if (box === null || merged.slice(0, index).some((other) => other !== null && overlaps(box, other))) problems.push(`${name}: merged cells lie over each other, or nowhere`);
  });
  for (const [list, entry] of [['rowBreaks', 'brk'], ['colBreaks', 'brk']] as const) {
    const breaks = named(sheet, list)[0];
    if (breaks === undefined) continue;
    const ids = named(breaks, entry).map((one) => number(one, 'id'));
    if (number(breaks, 'count') !== ids.length || number(breaks, 'manualBreakCount') > ids.length) problems.push(`${name}: the ${list} are not counted right`);
    if (ids.some((id, index) => !(id > (ids[index - 1] ?? 0)))) problems.push(`${name}: the ${list} are out of order`);
  }
}

function checkViews(name: string, sheet: Element, problems: string[]): void {
  for (const view of named(named(sheet, 'sheetViews')[0], 'sheetView')) {
    const pane = named(view, 'pane')[0];
    if (pane !== undefined && boxOf(pane.getAttribute('topLeftCell')) === null) problems.push(`${name}: the frozen pane begins nowhere`);
    const panes = new Set(named(view, 'selection').map((selection) => selection.getAttribute('pane') ?? 'topLeft'));
    if (panes.size !== named(view, 'selection').length) problems.push(`${name}: a pane has two selections`);
  }
  const setup = named(sheet, 'pageSetup')[0];
  // One page high is what is said of a sheet that does not fit to pages at all.
  if (setup?.getAttribute('fitToHeight') === '0' && named(named(sheet, 'sheetPr')[0], 'pageSetUpPr')[0]?.getAttribute('fitToPage') !== '1') problems.push(`${name}: fits to pages without saying so`);
}

function checkRules(name: string, sheet: Element, styles: Element | undefined, problems: string[]): void {
  const differing = named(named(styles, 'dxfs')[0], 'dxf').length;
  for (const rule of allNamed(sheet, 'cfRule')) if (rule.hasAttribute('dxfId') && number(rule, 'dxfId') >= differing) problems.push(`${name}: a conditional format has a look that does not exist`);
  const links = named(named(sheet, 'hyperlinks')[0], 'hyperlink');
  const places = new Set<string>();
  for (const link of links) {
    const at = link.getAttribute('ref') ?? '';
    if (boxOf(at) === null || places.has(at)) problems.push(`${name}: the link on ${at} stands nowhere, or twice`);
    if (!link.hasAttribute('location') && !link.hasAttribute('r:id')) problems.push(`${name}: the link on ${at} leads nowhere`);
    places.add(at);
  }
}

const anchorOrders: Readonly<Record<string, readonly string[]>> = {
  twoCellAnchor: ['from', 'to', 'AlternateContent', 'sp', 'grpSp', 'graphicFrame', 'cxnSp', 'pic', 'contentPart', 'clientData'],
  oneCellAnchor: ['from', 'ext', 'AlternateContent', 'sp', 'grpSp', 'graphicFrame', 'cxnSp', 'pic', 'contentPart', 'clientData'],
  absoluteAnchor: ['pos', 'ext', 'AlternateContent', 'sp', 'grpSp', 'graphicFrame', 'cxnSp', 'pic', 'contentPart', 'clientData'],
};

function checkAnchor(name: string, anchor: Element, problems: string[]): void {
  const order = anchorOrders[anchor.localName ?? ''];
  const places = elements(anchor).map(({ localName }) => order?.indexOf(localName ?? '') ?? -1);
  if (order === undefined || places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0)) || named(anchor, 'clientData').length !== 1) problems.push(`${name}: an anchor's parts are out of order`);
  const corner = (which: string, line: string): number => Number(named(named(anchor, which)[0], line)[0]?.textContent ?? NaN);
  if (anchor.localName === 'twoCellAnchor') {
    const [top, bottom, left, right] = [corner('from', 'row'), corner('to', 'row'), corner('from', 'col'), corner('to', 'col')];
    if (!(top >= 0 && left >= 0 && bottom >= top && right >= left && bottom < maxRow && right < maxColumn)) problems.push(`${name}: an anchor ends before it begins`);
  }
}

/** Each drawing belongs to one sheet, each chart to one place of a drawing. */
function checkDrawings({ ofType, target, typeOf }: Parts, problems: string[]): void {
  const shown: string[] = [];
  for (const [name, sheet] of ofType(/worksheet\+xml$/)) {
    const drawing = named(sheet, 'drawing')[0];
    if (drawing === undefined) continue;
    const part = target(name, drawing.getAttribute('r:id')) ?? '';
    if (!/drawing\+xml$/.test(typeOf(part))) problems.push(`${name}: its drawing is not one`);
    shown.push(part);
  }
  for (const [name, root] of ofType(/officedocument\.drawing\+xml$/)) {
    if (shown.filter((part) => part === name).length !== 1) problems.push(`${name} is on ${shown.filter((part) => part === name).length} sheets`);
    elements(root).filter(({ localName }) => /Anchor$/.test(localName ?? '')).forEach((anchor) => checkAnchor(name, anchor, problems));
    for (const chart of allNamed(root, 'chart')) {
      const part = target(name, chart.getAttribute('r:id')) ?? '';
      if (!/drawingml\.chart\+xml$/.test(typeOf(part))) problems.push(`${name}: a frame shows no chart`);
      shown.push(part);
    }
  }
  for (const [name, root] of ofType(/drawingml\.chart\+xml$/)) {
    if (shown.filter((part) => part === name).length !== 1) problems.push(`${name} is shown ${shown.filter((part) => part === name).length} times`);
    for (const cache of [...allNamed(root, 'strCache'), ...allNamed(root, 'numCache')]) {
      const count = Number(named(cache, 'ptCount')[0]?.getAttribute('val') ?? NaN);
      const points = named(cache, 'pt').map((point) => number(point, 'idx'));
      if (!(count >= 0) || points.some((point, index) => !(point < count && point > (points[index - 1] ?? -1)))) problems.push(`${name}: the points of a series are not counted right`);
    }
    const axes = allNamed(root, 'axId').filter((one) => /Ax$/.test((one.parentNode as Element).localName ?? '')).map((one) => one.getAttribute('val'));
    const used = allNamed(root, 'axId').filter((one) => /Chart$/.test((one.parentNode as Element).localName ?? '')).map((one) => one.getAttribute('val'));
    if (used.some((axis) => !axes.includes(axis)) || new Set(axes).size !== axes.length) problems.push(`${name}: its axes are not those that it uses`);
  }
}

/** Names of sheets in a formula, unquoted. */
const sheetsIn = (formula: string): string[] => [...formula.replace(/"[^"]*"/g, '""').matchAll(/'((?:[^']|'')+)'!|([\p{L}\d_.]+)!/gu)].map(([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain ?? '').filter((name) => !/^\[/.test(name));

function checkNames(workbook: Element, { ofType }: Parts, problems: string[]): void {
  const sheets = named(named(workbook, 'sheets')[0], 'sheet').map((sheet) => sheet.getAttribute('name') ?? '');
  const known = new Set(sheets.map((name) => name.toLowerCase()));
  const names = named(named(workbook, 'definedNames')[0], 'definedName');
  const tables = new Set(ofType(/spreadsheetml\.table\+xml$/).map(([, table]) => (table.getAttribute('displayName') ?? '').toLowerCase()));
  for (const entry of names) {
    const name = entry.getAttribute('name') ?? '';
    const formula = entry.textContent ?? '';
    if (!/^[\p{L}_\\][\p{L}\d_.\\]*$/u.test(name)) problems.push(`The name ${name} is none`);
    if (tables.has(name.toLowerCase())) problems.push(`The name ${name} is that of a table`);
    if (/#REF!/.test(formula)) problems.push(`The name ${name} points at nothing`);
    for (const sheet of sheetsIn(formula)) if (!known.has(sheet.toLowerCase())) problems.push(`The name ${name} points at the sheet ${sheet}, which is not there`);
    if (/^_xlnm\.Print_/.test(name) && sheetsIn(formula).some((sheet) => sheet !== sheets[number(entry, 'localSheetId')])) problems.push(`${name} is of another sheet than its own`);
  }
  for (const [name, chart] of ofType(/drawingml\.chart\+xml$/)) {
    for (const formula of allNamed(chart, 'f').map((one) => one.textContent ?? '')) for (const sheet of sheetsIn(formula)) if (!known.has(sheet.toLowerCase())) problems.push(`${name} draws the sheet ${sheet}, which is not there`);
  }
}

function checkFormats(name: string, styles: Element, problems: string[]): void {
  const own = named(named(styles, 'numFmts')[0], 'numFmt').map((format) => number(format, 'numFmtId'));
  if (new Set(own).size !== own.length) problems.push(`${name}: a number format is there twice`);
  const bases = named(named(styles, 'cellStyleXfs')[0], 'xf').length;
  for (const list of ['cellStyleXfs', 'cellXfs']) {
    for (const format of named(named(styles, list)[0], 'xf')) {
      const numberFormat = Number(format.getAttribute('numFmtId') ?? 0);
      if (numberFormat >= 164 && !own.includes(numberFormat)) problems.push(`${name}: a format has the number format ${numberFormat}, which does not exist`);
      if (list === 'cellXfs' && format.hasAttribute('xfId') && number(format, 'xfId') >= bases) problems.push(`${name}: a format is based on a style that does not exist`);
    }
  }
  for (const style of named(named(styles, 'cellStyles')[0], 'cellStyle')) if (number(style, 'xfId') >= bases) problems.push(`${name}: the style ${style.getAttribute('name') ?? ''} has no format`);
}

export function referenceProblems(parts: Parts): string[] {
  const problems: string[] = [];
  const [, styles] = parts.ofType(/styles\+xml$/)[0] ?? [];
  const formats = Math.max(1, named(named(styles, 'cellXfs')[0], 'xf').length);
  for (const [name, sheet] of parts.ofType(/worksheet\+xml$/)) {
    checkTables(name, sheet, parts, problems);
    checkLines(name, sheet, formats, problems);
    checkViews(name, sheet, problems);
    checkRules(name, sheet, styles, problems);
  }
  checkDrawings(parts, problems);
  for (const [name, root] of parts.ofType(/styles\+xml$/)) checkFormats(name, root, problems);
  for (const [, workbook] of parts.ofType(/(?:sheet|template)(?:\.macroEnabled)?\.main\+xml$/)) checkNames(workbook, parts, problems);
  return problems;
}
