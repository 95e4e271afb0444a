/** A sheet plan as text that one can read and compare: page by page, each row with its height and its cells as they are shown. */
import { createHash } from 'node:crypto';
import { areaAddress } from '../../src/excel/addresses';
import { columnLetters } from '../../src/domain/cell';
import type { Look, PlanChart, SheetPlan } from '../../src/report/sheetPlan';
import { type PlanCell, cellsOf, heightsOf, pagesOf, shown } from './planCells';

/** Of longer plans only the beginning and the end of each section are shown; the rest is told by its hash. */
const whole = 400;
const shownFirst = 12;
const shownLast = 4;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** "14 bold #1F1F1F", without what holds for the whole sheet. */
function lookText(look: Look, body: Look): string {
  const { size, bold, italic, color, fill, horizontal, vertical, wrap, indent, numberFormat } = look;
  return [
    size === body.size ? '' : size, bold ? 'bold' : '', italic ? 'italic' : '', color ?? '', fill === undefined ? '' : `on ${fill}`, horizontal?.toLowerCase() ?? '',
    vertical === body.vertical ? '' : vertical?.toLowerCase(), wrap ? 'wrapped' : '', indent ? `indented ${indent}` : '', numberFormat === undefined ? '' : `as ${numberFormat}`,
  ].filter(Boolean).join(' ');
}

function cellText(cell: PlanCell, body: Look): string {
  const look = lookText(cell.look, body);
  const value = typeof cell.value === 'number' ? `${shown(cell)}${String(cell.value) === shown(cell) ? '' : ` (${cell.value})`}` : `"${cell.value ?? ''}"`;
  return `${columnLetters(cell.column)} ${value}${look === '' ? '' : ` {${look}}`}`;
}

/** The rows of cells with one look, and the line below the row. */
function rowText(cells: readonly PlanCell[], height: number, body: Look): string {
  const filled = cells.filter(({ value }) => value !== null).map((cell) => cellText(cell, body));
  const blank = cells.filter(({ value, look }) => value === null && look.fill !== undefined).map(({ column, look }) => `${columnLetters(column)} on ${look.fill ?? ''}`);
  const rules = [...new Set(cells.flatMap(({ look: { borderBottom } }) => (borderBottom === undefined ? [] : [`${borderBottom.weight.toLowerCase()} ${borderBottom.color}`])))];
  const row = (cells[0]?.row ?? 0) + 1;
  return `${String(row).padStart(5)} ${String(height).padStart(3)}  ${[...filled, ...blank].join('  ')}${rules.map((rule) => `  ▁ ${rule}`).join('')}`.trimEnd();
}

function chartText({ place, categories, series, ...more }: PlanChart): string {
  const drawn = series.map(({ values, ...rest }) => ({ values: areaAddress(values), ...rest }));
  return `  chart on ${areaAddress(place)} of ${areaAddress(categories)}: ${JSON.stringify({ ...more, series: drawn })}`;
}

/** A section begins with its heading. */
function sectionsOf(rows: readonly { readonly text: string; readonly heading: boolean }[]): readonly (readonly string[])[] {
  const sections: string[][] = [[]];
  for (const { text, heading } of rows) {
    if (heading) sections.push([]);
    sections.at(-1)?.push(text);
  }
  return sections;
}

const cut = (lines: readonly string[]): readonly string[] => (lines.length <= shownFirst + shownLast + 1
  ? lines
  : [...lines.slice(0, shownFirst), `      … ${lines.length - shownFirst - shownLast} lines, ${hashOf(lines.slice(shownFirst, -shownLast).join('\n'))} …`, ...lines.slice(-shownLast)]);

export function planText(plan: SheetPlan): string {
  const { name, columnWidths, values, links, charts, readBack, frozenRows, print } = plan;
  const body = plan.looks[0]?.look ?? {};
  const heights = heightsOf(plan);
  const starts = new Map(pagesOf(plan).map(({ from }, index) => [from, index + 1]));
  const rows = cellsOf(plan).map((cells, row) => {
    const page = row > 0 && starts.has(row) ? `── page ${starts.get(row) ?? 0}\n` : '';
    return { text: `${page}${rowText(cells, heights[row] ?? NaN, body)}`, heading: cells.some(({ value, look }) => value !== null && look.size === 14 && look.bold) };
  });
  const listed = values.length <= whole ? rows.map(({ text }) => text) : sectionsOf(rows).flatMap(cut);
  return [
    name,
    `columns ${columnWidths.join(' ')}, body ${lookText(body, {})}, ${frozenRows} rows frozen`,
    `${print.orientation}, ${print.pagesWide} page wide, ${starts.size} long, margins ${print.margin} cm, titles ${print.titleRows === null ? 'none' : areaAddress(print.titleRows)}, area ${areaAddress(print.area)}`,
    `footer "${print.footer.left}" | "${print.footer.center}" | "${print.footer.right}"`,
    `reads back ${readBack === null ? 'nothing' : areaAddress(readBack)}, ${links.length} links ${hashOf(JSON.stringify(links))}`,
    ...charts.map(chartText),
    '',
    ...listed,
    '',
  ].join('\n');
}
