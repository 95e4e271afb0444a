/**
 * office.js cuts a large matrix into strips of some 1,500 cells. Here the strips become one write again: one change, one event, one
 * calculation. It announces the matrix first (`_ValidateArraySize`); the write happens with the last strip, or as soon as anything else is asked.
 */
import type { Area, CellInput, SheetId, WorkbookPort } from '../workbookPort';
import { intersection } from './area';

type Rows<T> = readonly (readonly T[])[];
interface Matrix {
  readonly sheet: SheetId;
  readonly area: Area;
  readonly kind: 'setCells' | 'setNumberFormats' | null;
  readonly rows: Rows<unknown>;
}

/** What may be read before the strips are written: none of it depends on cells. */
const untouched: ReadonlySet<PropertyKey> = new Set<keyof WorkbookPort>([
  'date1904',
  'editing',
  'fileName',
  'names',
  'sheets',
  'structureProtected',
  'tables',
]);

export class BulkWrites {
  /** The workbook, its strips joined. */
  readonly port: WorkbookPort;
  private open: Matrix | null = null;

  constructor(private readonly direct: WorkbookPort) {
    this.port = new Proxy(direct, {
      get: (target, name) => {
        if (name === 'setCells')
          return (sheet: SheetId, area: Area, cells: Rows<CellInput | undefined>) => this.write('setCells', sheet, area, cells);
        if (name === 'setNumberFormats')
          return (sheet: SheetId, area: Area, formats: Rows<string>) => this.write('setNumberFormats', sheet, area, formats);
        if (name === 'numberFormats') return (sheet: SheetId, area: Area) => this.numberFormats(sheet, area);
        if (!untouched.has(name)) this.flush();
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
      set: (target, name, value) => {
        this.flush();
        return Reflect.set(target, name, value);
      },
    });
  }

  expect(sheet: SheetId, area: Area): void {
    this.flush();
    this.open = { sheet, area, kind: null, rows: [] };
  }

  /** Writes the strips that have come so far. */
  flush(): void {
    const { open } = this;
    this.open = null;
    if (open !== null && open.rows.length > 0) this.commit({ ...open, area: { ...open.area, rows: open.rows.length } });
  }

  private write(kind: 'setCells' | 'setNumberFormats', sheet: SheetId, area: Area, rows: Rows<unknown>): void {
    const { open } = this;
    const continues =
      open !== null &&
      open.sheet === sheet &&
      (open.kind ?? kind) === kind &&
      area.column === open.area.column &&
      area.columns === open.area.columns &&
      area.row === open.area.row + open.rows.length &&
      open.rows.length + area.rows <= open.area.rows;
    if (!continues) {
      this.flush();
      return this.commit({ sheet, area, kind, rows });
    }
    this.open = { ...open, kind, rows: [...open.rows, ...rows] };
    if (this.open.rows.length === open.area.rows) this.flush();
  }

  private commit({ kind, sheet, area, rows }: Matrix): void {
    if (kind === 'setCells') this.direct.setCells(sheet, area, rows as Rows<CellInput | undefined>);
    if (kind === 'setNumberFormats') this.direct.setNumberFormats(sheet, area, rows as Rows<string>);
  }

  /** Strips that are still to be written do not concern the formats of cells elsewhere. */
  private numberFormats(sheet: SheetId, area: Area): string[][] {
    const { open } = this;
    const written = open === null ? null : { ...open.area, rows: Math.max(1, open.rows.length) };
    if (open?.sheet === sheet && open.rows.length > 0 && written !== null && intersection(written, area) !== null) this.flush();
    return this.direct.numberFormats(sheet, area);
  }
}
