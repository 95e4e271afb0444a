/** A sheet whose pages say the titles of a list again: the rows put in between, and where everything else goes for them. */
import type { Area, PlanChart, SheetPlan } from './sheetPlan';

export interface RepeatedRow {
  /** The row before which it is put. */
  readonly before: number;
  /** The row that it repeats. */
  readonly head: number;
}

type Looks = SheetPlan['looks'];

export class RepeatedRows {
  /** In the order of the sheet. */
  constructor(private readonly repeated: readonly RepeatedRow[]) {}

  get count(): number {
    return this.repeated.length;
  }

  rows<Row>(rows: readonly Row[]): readonly Row[] {
    const heads = new Map(this.repeated.map(({ before, head }) => [before, rows.slice(head, head + 1)]));
    return rows.flatMap((row, index) => [...(heads.get(index) ?? []), row]);
  }

  /** Where a row ends up. */
  placeOf(row: number): number {
    return row + this.repeated.filter(({ before }) => before <= row).length;
  }

  /** Where the page ends up that begins with this row: with its titles. */
  startOf(row: number): number {
    return this.placeOf(row) - (this.repeated.some(({ before }) => before === row) ? 1 : 0);
  }

  /** With whatever was put into it. */
  area(area: Area): Area {
    const row = this.placeOf(area.row);
    return { ...area, row, rows: this.placeOf(area.row + area.rows - 1) - row + 1 };
  }

  chart({ place, categories, series, ...chart }: PlanChart): PlanChart {
    return { ...chart, place: this.area(place), categories: this.area(categories), series: series.map((one) => ({ ...one, values: this.area(one.values) })) };
  }

  /** What is put in between looks like what it repeats, and like nothing around it. */
  looks(looks: Looks): Looks {
    const around = looks.flatMap(({ area, look }) => this.parted(area).map((part) => ({ area: this.area(part), look })));
    const repeated = this.repeated.flatMap(({ before, head }) =>
      looks.filter(({ area }) => area.row === head && area.rows === 1).map(({ area, look }) => ({ area: { ...area, row: this.startOf(before) }, look })));
    return [...around, ...repeated];
  }

  private parted(area: Area): readonly Area[] {
    const end = area.row + area.rows;
    const starts = [area.row, ...this.repeated.map(({ before }) => before).filter((before) => before > area.row && before < end)];
    return starts.map((row, index) => ({ ...area, row, rows: (starts[index + 1] ?? end) - row }));
  }
}
