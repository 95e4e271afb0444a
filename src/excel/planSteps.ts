/** A sheet plan as the calls that carry it out, each with the size of its request, so that they can be sent in messages under 4 MB. */
import { columnLetters } from '../domain/cell';
import type { PlanBorder, PrintPlan, SheetPlan } from '../report/sheetPlan';
import { addressLists, areaAddress, rowsAddress } from './addresses';
import { chartSteps } from './chartSteps';
import { columnPoints } from './columnWidth';
import { type Paint, type PlainPaint, baseOf, numberFormatsOf, paintsOf, paintsOfLook } from './planLooks';
import { cellBytes, rowChunks } from './requestSize';
import { decisionsName } from './sheetMark';
import type { Step } from './sheetStep';
import { inertRows } from './writingGateway';

/** A call on a range with its object paths, as office.js words it. */
const callBytes = 1_200;

/** Throws a RangeError where the plan holds a number that no cell can hold: before anything was asked of Excel. */
export function stepsOf(plan: SheetPlan): Step[] {
  // Excel gives a linked cell its own look, so the plan's looks come after the links.
  return [...baseSteps(plan), ...valueSteps(plan), ...sizeSteps(plan), ...linkSteps(plan), ...paintsOf(plan).flatMap(paintSteps), ...chartSteps(plan.charts), viewStep(plan), ...readBackSteps(plan), printStep(plan.print)];
}

function baseSteps(plan: SheetPlan): Step[] {
  const columns = `A:${columnLetters(plan.columnWidths.length - 1)}`;
  return paintsOfLook(baseOf(plan)).map((paint) => rangesStep(columns, (format) => applyTo(format, paint)));
}

function valueSteps(plan: SheetPlan): Step[] {
  const values = inertRows(plan.values);
  const formats = numberFormatsOf(plan);
  const columns = plan.columnWidths.length;
  return rowChunks(values).map(({ first, end, bytes }) => {
    const [chunk, chunkFormats] = [values.slice(first, end), formats?.slice(first, end)];
    return {
      bytes: bytes + (chunkFormats ? cellBytes(chunkFormats) : 0) + callBytes,
      run: (sheet) => {
        const range = sheet.getRangeByIndexes(first, 0, chunk.length, columns).untrack();
        // Nulls leave a cell's own format as it is.
        if (chunkFormats) range.numberFormat = chunkFormats;
        range.values = chunk;
      },
    };
  });
}

function sizeSteps(plan: SheetPlan): Step[] {
  const columns = grouped(plan.columnWidths.map((width, column) => [width, `${columnLetters(column)}:${columnLetters(column)}`]));
  const rows = grouped(plan.rowHeights.map(({ height, row, rows: count }) => [height, rowsAddress(row, count)]));
  return [
    ...columns.map(([width, list]) => rangesStep(list, (format) => { format.columnWidth = columnPoints(width); })),
    ...rows.map(([height, list]) => rangesStep(list, (format) => { format.rowHeight = height; })),
  ];
}

function grouped(sizes: readonly (readonly [size: number, address: string])[]): [size: number, list: string][] {
  const bySize = new Map<number, string[]>();
  for (const [size, address] of sizes) bySize.set(size, [...(bySize.get(size) ?? []), address]);
  return [...bySize].flatMap(([size, addresses]) => addressLists(addresses).map((list): [number, string] => [size, list]));
}

function rangesStep(list: string, run: (format: Excel.RangeFormat) => void): Step {
  return { bytes: callBytes + list.length, run: (sheet) => run(sheet.getRanges(list).untrack().format) };
}

function linkSteps(plan: SheetPlan): Step[] {
  return plan.links.map(({ row, column, location, screenTip }) => ({
    bytes: callBytes + 3 * (location.length + screenTip.length),
    run: (sheet) => { sheet.getCell(row, column).untrack().hyperlink = { documentReference: location, screenTip }; },
  }));
}

function paintSteps(paint: Paint): Step[] {
  if (paint.property === 'topEdge' || paint.property === 'bottomEdge') return edgeSteps(paint, paint.property === 'topEdge' ? 'EdgeTop' : 'EdgeBottom');
  return addressLists(paint.areas.map(areaAddress)).map((list) => rangesStep(list, (format) => applyTo(format, paint)));
}

function applyTo(format: Excel.RangeFormat, paint: PlainPaint): void {
  switch (paint.property) {
    case 'size':
    case 'bold':
    case 'italic':
    case 'color':
      format.font.set({ [paint.property]: paint.value });
      return;
    case 'fill':
      format.fill.color = paint.value;
      return;
    case 'horizontal':
      format.horizontalAlignment = paint.value;
      return;
    case 'vertical':
      format.verticalAlignment = paint.value;
      return;
    case 'wrap':
      format.wrapText = paint.value;
      return;
    case 'indent':
      format.indentLevel = paint.value;
  }
}

/** Only areas of several rows have lines inside. */
function edgeSteps({ value, areas }: { readonly value: PlanBorder; readonly areas: Paint['areas'] }, edge: 'EdgeTop' | 'EdgeBottom'): Step[] {
  const draw = (side: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal', on: Paint['areas']): Step[] =>
    addressLists(on.map(areaAddress)).map((list) =>
      rangesStep(list, (format) => {
        // A continuous line is thin unless told otherwise.
        format.borders.getItem(side).set({ style: 'Continuous', color: value.color, ...(value.weight === 'Thin' ? {} : { weight: value.weight }) });
      }));
  return [...draw(edge, areas), ...draw('InsideHorizontal', areas.filter(({ rows }) => rows > 1))];
}

function readBackSteps({ readBack }: SheetPlan): Step[] {
  if (readBack === null) return [];
  return [{
    bytes: callBytes,
    run: (sheet) => { sheet.names.add(decisionsName, sheet.getRange(areaAddress(readBack)).untrack()).visible = false; },
  }];
}

function viewStep({ frozenRows }: SheetPlan): Step {
  return {
    bytes: callBytes,
    run: (sheet) => {
      sheet.showGridlines = false;
      if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
    },
  };
}

function printStep(print: PrintPlan): Step {
  return {
    bytes: 6 * callBytes + print.breaks.length * callBytes,
    run: (sheet) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
      pageLayout.zoom = { horizontalFitToPages: print.pagesWide };
      const margin = print.margin;
      pageLayout.setPrintMargins('Centimeters', { top: margin, bottom: margin, left: margin, right: margin });
      pageLayout.setPrintArea(areaAddress(print.area));
      if (print.titleRows) pageLayout.setPrintTitleRows(rowsAddress(print.titleRows.row, print.titleRows.rows));
      const { left, center, right } = print.footer;
      pageLayout.headersFooters.defaultForAllPages.set({ leftFooter: left, centerFooter: center, rightFooter: right });
      for (const row of print.breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
    },
  };
}
