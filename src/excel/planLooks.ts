/**
 * Which cells of a sheet plan get which look in the end: one list of rectangles per property and value.
 * A review has thousands of looked-after rows but only a few looks, so this keeps the request small and free of order.
 */
import type { Area, Look, PlanBorder, SheetPlan } from '../report/sheetPlan';

type Edges = 'topEdge' | 'bottomEdge';
type Plain = Exclude<keyof Look, 'borderTop' | 'borderBottom' | 'borderBetweenRows' | 'numberFormat'>;

/** `value` holds for every cell of the areas; an edge is drawn at each row of them. */
export type PlainPaint = { readonly [Property in Plain]: { readonly property: Property; readonly value: NonNullable<Look[Property]>; readonly areas: readonly Area[] } }[Plain];
export type Paint =
  | PlainPaint
  | { readonly [Edge in Edges]: { readonly property: Edge; readonly value: PlanBorder; readonly areas: readonly Area[] } }[Edges];

const plainProperties = ['size', 'bold', 'italic', 'color', 'fill', 'horizontal', 'vertical', 'wrap', 'indent'] as const satisfies readonly Plain[];

/** An area that still grows downwards. */
type Rectangle = { -readonly [Side in keyof Area]: Area[Side] };

/** One value per cell of the plan, painted over by whatever comes later. */
class Canvas<Value> {
  private readonly cells: (Value | undefined)[];

  constructor(private readonly rows: number, private readonly columns: number) {
    this.cells = new Array<Value | undefined>(rows * columns);
  }

  paint({ row, column, rows, columns }: Area, value: Value): void {
    for (let r = Math.max(row, 0); r < Math.min(row + rows, this.rows); r += 1) {
      this.cells.fill(value, r * this.columns + column, r * this.columns + Math.min(column + columns, this.columns));
    }
  }

  /** Takes a value away everywhere but in some cells. */
  erase(value: Value | undefined, except: readonly { readonly row: number; readonly column: number }[]): void {
    const kept = new Set(except.map(({ row, column }) => row * this.columns + column));
    for (let cell = 0; cell < this.cells.length; cell += 1) if (this.cells[cell] === value && !kept.has(cell)) this.cells[cell] = undefined;
  }

  at(row: number, column: number): Value | undefined {
    return this.cells[row * this.columns + column];
  }

  /** The painted cells as rectangles: runs of a row, joined with the same run of the row above. */
  areas(): Map<Value, Area[]> {
    const found = new Map<Value, Rectangle[]>();
    let above = new Map<string, Rectangle>();
    for (let row = 0; row < this.rows; row += 1) {
      const runs = new Map<string, Rectangle>();
      for (let column = 0, end: number; column < this.columns; column = end) {
        const value = this.at(row, column);
        for (end = column + 1; end < this.columns && this.at(row, end) === value; ) end += 1;
        if (value === undefined) continue;
        const run = `${column}:${end}`;
        const upper = this.at(row - 1, column) === value ? above.get(run) : undefined;
        const area = upper ?? { row, column, rows: 0, columns: end - column };
        area.rows += 1;
        runs.set(run, area);
        if (upper !== undefined) continue;
        const areas = found.get(value);
        if (areas === undefined) found.set(value, [area]);
        else areas.push(area);
      }
      above = runs;
    }
    return found;
  }
}

/** The look that every cell begins with: a first one that covers the whole plan. Whole columns take it at once, whatever their length. */
export function baseOf({ looks, values, columnWidths }: SheetPlan): Look {
  const first = looks[0];
  const covers = first !== undefined && first.area.row === 0 && first.area.column === 0 && first.area.rows >= values.length && first.area.columns >= columnWidths.length;
  return covers ? first.look : {};
}

/** A look property by property, for cells that are named elsewhere. */
export function paintsOfLook(look: Look): PlainPaint[] {
  return plainProperties.filter((property) => look[property] !== undefined).map((property) => ({ property, value: look[property], areas: [] }) as PlainPaint);
}

/** What differs from the base. A cell with a link gets the base again, for Excel gives it a look of its own. */
export function paintsOf(plan: SheetPlan): Paint[] {
  const rows = plan.values.length;
  const columns = plan.columnWidths.length;
  const base = baseOf(plan);
  const paints: Paint[] = [];
  for (const property of plainProperties) {
    const canvas = new Canvas<NonNullable<Look[Plain]>>(rows, columns);
    for (const { area, look } of plan.looks) if (look[property] !== undefined) canvas.paint(area, look[property]);
    canvas.erase(base[property], plan.links);
    for (const [value, areas] of canvas.areas()) paints.push({ property, value, areas } as Paint);
  }
  return [...paints, ...edgesOf(plan, rows, columns)];
}

function edgesOf(plan: SheetPlan, rows: number, columns: number): Paint[] {
  const top = new Canvas<PlanBorder>(rows, columns);
  const bottom = new Canvas<PlanBorder>(rows, columns);
  const same = new Map<string, PlanBorder>();
  const one = (border: PlanBorder): PlanBorder => {
    const key = `${border.color} ${border.weight}`;
    const first = same.get(key) ?? border;
    same.set(key, first);
    return first;
  };
  for (const { area, look } of plan.looks) {
    const last = { ...area, row: area.row + area.rows - 1, rows: 1 };
    if (look.borderTop) top.paint({ ...area, rows: 1 }, one(look.borderTop));
    if (look.borderBetweenRows && area.rows > 1) bottom.paint({ ...area, rows: area.rows - 1 }, one(look.borderBetweenRows));
    if (look.borderBottom) bottom.paint(last, one(look.borderBottom));
  }
  const paints = (property: Edges, canvas: Canvas<PlanBorder>): Paint[] => [...canvas.areas()].map(([value, areas]): Paint => ({ property, value, areas }));
  return [...paints('topEdge', top), ...paints('bottomEdge', bottom)];
}

/** Number formats in the shape of the values; `null` keeps a cell's own. `null` altogether where the plan has none. */
export function numberFormatsOf(plan: SheetPlan): (string | null)[][] | null {
  if (!plan.looks.some(({ look }) => look.numberFormat !== undefined)) return null;
  const canvas = new Canvas<string>(plan.values.length, plan.columnWidths.length);
  for (const { area, look } of plan.looks) if (look.numberFormat !== undefined) canvas.paint(area, look.numberFormat);
  return plan.values.map((cells, row) => cells.map((_, column) => canvas.at(row, column) ?? null));
}
