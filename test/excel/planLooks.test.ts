/** The looks of a plan as few rectangles: whatever order they were given in, each cell gets the last one. */
import fc from 'fast-check';
import { numberFormatsOf, paintsOf } from '../../src/excel/planLooks';
import type { Area, Look, SheetPlan } from '../../src/report/sheetPlan';

const rows = 12;
const columns = 6;
const plan = (looks: SheetPlan['looks']): SheetPlan => ({
  name: 'x', columnWidths: Array<number>(columns).fill(10), rowHeights: [], values: Array.from({ length: rows }, () => Array<null>(columns).fill(null)), looks, links: [], charts: [], readBack: null, frozenRows: 0,
  print: { orientation: 'landscape', pagesWide: 1, margin: 1, titleRows: null, footer: { left: '', center: '', right: '' }, breaks: [], area: { row: 0, column: 0, rows, columns } },
});
const area = fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1), rows: fc.integer({ min: 1, max: rows }), columns: fc.integer({ min: 1, max: columns }) })
  .map((one): Area => ({ ...one, rows: Math.min(one.rows, rows - one.row), columns: Math.min(one.columns, columns - one.column) }));
const look = fc.record({ size: fc.constantFrom(9, 10, 14), bold: fc.boolean(), fill: fc.constantFrom('#FFFFFF', '#DDF3E4') }, { requiredKeys: [] });
const covers = ({ row, column, rows: down, columns: across }: Area, r: number, c: number): boolean => r >= row && r < row + down && c >= column && c < column + across;

test('each cell gets the last look that was given for it, once', () => {
  fc.assert(fc.property(fc.array(fc.record({ area, look }), { maxLength: 12 }), (looks) => {
    const paints = paintsOf(plan(looks));
    for (let r = 0; r < rows; r += 1) {
      for (let c = 0; c < columns; c += 1) {
        for (const property of ['size', 'bold', 'fill'] as const) {
          const wanted = looks.filter((one) => covers(one.area, r, c)).reduce<Look>((all, one) => ({ ...all, ...one.look }), {})[property];
          const found = paints.filter((paint) => paint.property === property && paint.areas.some((one) => covers(one, r, c))).map(({ value }) => value);
          expect(found).toEqual(wanted === undefined ? [] : [wanted]);
        }
      }
    }
  }));
});

test('rows of one look are one rectangle, however many', () => {
  const each = Array.from({ length: rows }, (_, row) => ({ area: { row, column: 1, rows: 1, columns: 4 }, look: { bold: true } }));
  expect(paintsOf(plan(each))).toEqual([{ property: 'bold', value: true, areas: [{ row: 0, column: 1, rows, columns: 4 }] }]);
});

test('lines between rows are drawn below each but the last', () => {
  const line = { color: '#E1E1E1', weight: 'Thin' } as const;
  const ruled = plan([{ area: { row: 2, column: 1, rows: 4, columns: 2 }, look: { borderBetweenRows: line } }, { area: { row: 6, column: 1, rows: 1, columns: 2 }, look: { borderTop: line } }]);
  expect(paintsOf(ruled)).toEqual([
    { property: 'topEdge', value: line, areas: [{ row: 6, column: 1, rows: 1, columns: 2 }] },
    { property: 'bottomEdge', value: line, areas: [{ row: 2, column: 1, rows: 3, columns: 2 }] },
  ]);
});

test('number formats leave alone what they do not name', () => {
  const formats = numberFormatsOf(plan([{ area: { row: 0, column: 0, rows: 1, columns: 2 }, look: { numberFormat: '0%' } }]));
  expect(formats?.[0]).toEqual(['0%', '0%', null, null, null, null]);
  expect(formats?.[1]).toEqual(Array(columns).fill(null));
  expect(numberFormatsOf(plan([]))).toBeNull();
});
