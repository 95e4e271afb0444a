/** How places move when cells are inserted or deleted. */
import type { Area, SheetId } from '../../host/workbookPort';
import { lastColumn, lastRow } from './areas';

/** Cells inserted at, or deleted from, `area`; what lies below (axis rows) or to the right (axis columns) moves along. */
export interface Shift {
  readonly kind: 'insert' | 'delete';
  readonly axis: 'rows' | 'columns';
  readonly sheet: SheetId;
  readonly area: Area;
}

interface Span {
  readonly start: number;
  readonly size: number;
}

function shiftSpan(span: Span, kind: Shift['kind'], at: number, count: number): Span | null {
  const end = span.start + span.size;
  if (kind === 'insert') {
    if (at <= span.start) return { start: span.start + count, size: span.size };
    return at < end ? { start: span.start, size: span.size + count } : span;
  }
  const gone = Math.max(0, Math.min(end, at + count) - Math.max(span.start, at));
  if (gone === span.size) return null;
  const before = Math.max(0, Math.min(span.start, at + count) - at);
  return { start: span.start - before, size: span.size - gone };
}

/**
 * Where an area of the shifted sheet lies afterwards, `null` when nothing of it is left.
 * An area that the moving band only cuts through stays where it is, as in Excel.
 */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const { kind, axis, area: at } = shift;
  if (axis === 'rows') {
    if (area.column < at.column || lastColumn(area) > lastColumn(at)) return area;
    const span = shiftSpan({ start: area.row, size: area.rows }, kind, at.row, at.rows);
    return span === null ? null : span.start === area.row && span.size === area.rows ? area : { ...area, row: span.start, rows: span.size };
  }
  if (area.row < at.row || lastRow(area) > lastRow(at)) return area;
  const span = shiftSpan({ start: area.column, size: area.columns }, kind, at.column, at.columns);
  return span === null ? null : span.start === area.column && span.size === area.columns ? area : { ...area, column: span.start, columns: span.size };
}

export const shiftAreas = (areas: readonly Area[], shift: Shift): Area[] => areas.flatMap((area) => shiftArea(area, shift) ?? []);

/** Whether the band that moves cuts the area in two across its direction. */
export function cutsThrough(shift: Shift, area: Area): boolean {
  const { axis, area: at } = shift;
  if (axis === 'rows') {
    const outside = area.column < at.column || lastColumn(area) > lastColumn(at);
    return outside && area.column <= lastColumn(at) && lastColumn(area) >= at.column && lastRow(area) >= at.row;
  }
  const outside = area.row < at.row || lastRow(area) > lastRow(at);
  return outside && area.row <= lastRow(at) && lastRow(area) >= at.row && lastColumn(area) >= at.column;
}
