/** What must be true of every sheet that is to be read and printed, whatever is on it; what is not is named in a sentence. */
import { areaAddress } from '../../src/excel/addresses';
import { columnLetters } from '../../src/domain/cell';
import type { Area, Look, SheetPlan } from '../../src/report/sheetPlan';
import { lineHeight, textWidth } from '../../src/workbench/engine/textSize';
import { PLAIN_STYLE } from '../workbench/engine/snapshots';
import { type PlanCell, cellsOf, covers, heightsOf, pagesOf, shown } from './planCells';

const points = 0.75;
/** Excel's: seven pixels for a digit of its usual font, five around them. */
const columnPixels = (characters: number): number => characters * 7 + 5;
/** Of a cell, left and right of its text. */
const padding = 4;
const indentPixels = 9;

/** In points; the footer stands in the margin. */
const papers = { A4: { width: 841.9, height: 595.3 }, Letter: { width: 792, height: 612 } } as const;
const pointsPerCentimetre = 72 / 2.54;

const fontOf = ({ size = 11, bold = false }: Look) => ({ ...PLAIN_STYLE.font, size, bold });
const isHeading = ({ value, look }: PlanCell): boolean => value !== null && look.size === 14 && look.bold === true && typeof value === 'string' && look.vertical === 'Bottom';
const isHeader = ({ value, look }: PlanCell): boolean => value !== null && look.bold === true && look.size === 9;
const address = ({ row, column }: { readonly row: number; readonly column: number }): string => `${columnLetters(column)}${row + 1}`;
const overlap = (a: Area, b: Area): boolean => a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

/** Text may flow over empty cells of its row that look no other way, to the edge of the grid; where it flows to follows from its side. */
function textProblems(plan: SheetPlan, rows: readonly (readonly PlanCell[])[]): string[] {
  const widths = plan.columnWidths.map(columnPixels);
  const [first, last] = [1, plan.columnWidths.length - 2];
  const room = (row: readonly PlanCell[], { column, look }: PlanCell, step: 1 | -1): number => {
    let pixels = 0;
    for (let at = column + step; at >= first && at <= last && row[at]?.value === null && row[at]?.look.fill === look.fill; at += step) pixels += widths[at] ?? 0;
    return pixels;
  };
  return rows.flatMap((row) => row.flatMap((cell) => {
    const { value, look, column } = cell;
    if (value === null || look.wrap) return [];
    const needed = textWidth(shown(cell), fontOf(look)) + padding + (look.indent ?? 0) * indentPixels;
    const own = widths[column] ?? 0;
    if (typeof value === 'number') return needed > own ? [`${address(cell)} would show #### for ${shown(cell)}`] : [];
    const side = look.horizontal ?? 'Left';
    const available = side === 'Right' ? own + room(row, cell, -1) : side === 'Center' ? own + 2 * Math.min(room(row, cell, 1), room(row, cell, -1)) : own + room(row, cell, 1);
    return needed > available ? [`${address(cell)} is clipped by ${Math.ceil(needed - available)} of ${Math.ceil(needed)} pixels: ${value}`] : [];
  }));
}

function heightProblems(rows: readonly (readonly PlanCell[])[], heights: readonly number[]): string[] {
  return rows.flatMap((row, at) => row.flatMap((cell) => {
    if (cell.value === null) return [];
    const needed = lineHeight(fontOf(cell.look)) * points - 1;
    return (heights[at] ?? 0) < needed ? [`${address(cell)} needs a row of ${needed} points and has ${heights[at] ?? 0}`] : [];
  }));
}

function gridProblems(plan: SheetPlan): string[] {
  const { values, columnWidths, charts, links, readBack, looks, print } = plan;
  const columns = columnWidths.length;
  const inside = ({ row, column, rows, columns: wide }: Area): boolean => row >= 0 && column >= 0 && rows > 0 && wide > 0 && row + rows <= values.length && column + wide <= columns;
  const areas = [...looks.map(({ area }) => area), ...charts.flatMap(({ place, categories, series }) => [place, categories, ...series.map((one) => one.values)]), ...(readBack === null ? [] : [readBack]), print.area];
  return [
    ...values.flatMap((row, at) => (row.length === columns ? [] : [`Row ${at + 1} has ${row.length} cells of ${columns}`])),
    ...values.flatMap((row, at) => (row.every((value, column) => value === null || (column > 0 && column < columns - 1)) ? [] : [`Row ${at + 1} has text in a margin`])),
    ...areas.flatMap((area) => (inside(area) ? [] : [`${areaAddress(area)} is beyond the sheet`])),
    ...links.flatMap(({ row, column }) => (values[row]?.[column] === null || values[row]?.[column] === undefined ? [`A link stands on the empty cell ${address({ row, column })}`] : [])),
    ...(print.area.rows === values.length && print.area.columns === columns ? [] : [`What is printed is ${areaAddress(print.area)}, not the whole sheet`]),
  ];
}

function chartProblems({ charts, values }: SheetPlan): string[] {
  return charts.flatMap(({ place, title }, index) => [
    ...charts.slice(index + 1).flatMap((other) => (overlap(place, other.place) ? [`"${title}" lies over "${other.title}"`] : [])),
    ...values.flatMap((row, at) => row.flatMap((value, column) => (value !== null && covers(place, at, column) ? [`"${title}" lies over ${address({ row: at, column })}: ${value}`] : []))),
    ...(place.column >= 1 && place.column + place.columns <= (values[0]?.length ?? 0) - 1 ? [] : [`"${title}" stands beyond the grid`]),
  ]);
}

function pageProblems(plan: SheetPlan, rows: readonly (readonly PlanCell[])[], heights: readonly number[]): string[] {
  const { print, charts, columnWidths } = plan;
  const sum = (from: number, to: number): number => heights.slice(from, to).reduce((total, height) => total + height, 0);
  const titles = print.titleRows === null ? 0 : sum(print.titleRows.row, print.titleRows.row + print.titleRows.rows);
  const width = columnWidths.reduce((total, characters) => total + columnPixels(characters) * points, 0);
  const margins = 2 * print.margin * pointsPerCentimetre;
  const isEmpty = (row: number): boolean => (rows[row] ?? []).every(({ value }) => value === null) && !charts.some(({ place }) => row >= place.row && row < place.row + place.rows);
  return pagesOf(plan).flatMap(({ from, to }, index) => {
    const page = `Page ${index + 1}`;
    let end = to - 1;
    while (end >= from && isEmpty(end)) end -= 1;
    const last = rows[end] ?? [];
    const [first = [], second = []] = rows.slice(from, to).filter((row) => row.some(({ value }) => value !== null));
    const height = sum(from, to) + (index === 0 ? 0 : titles);
    return [
      ...(end < from ? [`${page} is empty`] : []),
      ...(index > 0 && isListed(first) && ![...first, ...second].some(isHeader) ? [`${page} begins within a list, without its titles: row ${(first[0]?.row ?? 0) + 1}`] : []),
      ...(last.some(isHeading) ? [`${page} ends with the heading of row ${end + 1}`] : []),
      ...(last.some(isHeader) ? [`${page} ends with the header of row ${end + 1}`] : []),
      ...(to <= plan.values.length - 1 && isUnfinished(last) ? [`${page} ends within the item of row ${end + 1}`] : []),
      ...charts.flatMap(({ place, title }) => (from > place.row && from < place.row + place.rows ? [`${page} begins within the chart "${title}"`] : [])),
      ...Object.entries(papers).flatMap(([paper, size]) => {
        const scale = Math.min(1, Math.floor((100 * (size.width - margins)) / width) / 100);
        const holds = (size.height - margins) / scale;
        return height > holds ? [`${page} is ${Math.ceil(height)} points high; ${paper} holds ${Math.floor(holds)}`] : [];
      }),
    ];
  });
}

/** A bold first line of a list's item whose rule comes only with a later line. */
const isUnfinished = (row: readonly PlanCell[]): boolean =>
  row.some(({ value, look }) => value !== null && look.bold === true && look.size === 10) && row.every(({ look }) => look.borderBottom === undefined);

/** With a hairline below it, or the first line of an item. */
const isListed = (row: readonly PlanCell[]): boolean => row.some(({ look }) => look.borderBottom !== undefined) || isUnfinished(row);

/** Words of a program, empty clauses, and counts of nothing as a careful writer would not put them. */
const wrongWords = [/\b(?:undefined|null|NaN|Infinity|\[object)/, /\b0 (?:\p{Ll}+ )?(?:partners|initiatives|decisions|gaps|alliances) (?:are|have|need)\b/u, /(?<![.\d])1 (?:partners|initiatives|decisions|gaps|alliances|days|points)\b/, /\bof the of\b/, /[,;:] ?[.,;:]|(?<!\.)\.\.(?!\.)/, /\(\s*\)/, /: ?\.$/, /…\./];

function wordProblems(rows: readonly (readonly PlanCell[])[]): string[] {
  return rows.flatMap((row) => row.flatMap((cell) => (typeof cell.value === 'string' && wrongWords.some((wrong) => wrong.test(shown(cell))) ? [`${address(cell)} is badly worded: ${cell.value}`] : [])));
}

export function planProblems(plan: SheetPlan): string[] {
  const rows = cellsOf(plan);
  const heights = heightsOf(plan);
  return [...gridProblems(plan), ...textProblems(plan, rows), ...heightProblems(rows, heights), ...chartProblems(plan), ...pageProblems(plan, rows, heights), ...wordProblems(rows)];
}
