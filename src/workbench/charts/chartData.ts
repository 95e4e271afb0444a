/** What a chart shows: the cells behind its references. */
import type { Chart } from '../../host/chart';
import type { CellValue, WorkbookPort } from '../../host/workbookPort';
import { parseArea } from '../xlsx/references';

export interface SeriesData {
  readonly name: string;
  /** `null` where the cell holds no number. */
  readonly values: readonly (number | null)[];
  /** As the labels of the values show them. */
  readonly labels: readonly string[];
}

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly SeriesData[];
}

interface Cells {
  readonly values: readonly CellValue[];
  readonly texts: readonly string[];
}

const NONE: Cells = { values: [], texts: [] };

/** The cells of "='Sheet 1'!$A$1:$A$4", row by row; none where it means no cells any more. */
function cellsOf(port: WorkbookPort, formula: string | null): Cells {
  const [, quoted, plain, cells = ''] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula ?? '') ?? [];
  const name = (quoted ?? plain ?? '').replace(/''/g, "'").toLowerCase();
  const sheet = port.sheets().find((candidate) => candidate.name.toLowerCase() === name);
  const area = parseArea(cells);
  const used = sheet === undefined ? null : port.usedArea(sheet.id, true);
  if (sheet === undefined || area === null || used === null) return NONE;
  const rows = Math.max(1, Math.min(area.rows, used.row + used.rows - area.row));
  const columns = Math.max(1, Math.min(area.columns, used.column + used.columns - area.column));
  const known = { ...area, rows, columns };
  return { values: port.values(sheet.id, known).flat(), texts: port.texts(sheet.id, known).flat() };
}

export function chartData(port: WorkbookPort, chart: Chart): ChartData {
  const series = chart.series.map(({ name, values }, index): SeriesData => {
    const cells = cellsOf(port, values);
    return {
      name: name.startsWith('=') ? (cellsOf(port, name).texts[0] ?? `Series${index + 1}`) : name,
      values: cells.values.map((value) => (typeof value === 'number' ? value : null)),
      labels: cells.texts,
    };
  });
  const named = chart.series.find(({ categories }) => categories !== null);
  const texts = cellsOf(port, named?.categories ?? null).texts;
  const length = Math.max(texts.length, ...series.map(({ values }) => values.length));
  return { categories: Array.from({ length }, (_, index) => texts[index] ?? String(index + 1)), series };
}
