/** The day that a workbook is judged on: what the command line asks for, else the date in the cell AllianceAsOf, else today. */
import { fromIsoText, serialOf } from '../domain/calendar';
import type { SerialDate } from '../domain/measure';
import { dayOfSerial, dayOfText } from '../tables/dateText';
import type { SourceValue } from '../tables/source';
import { areaOfReference } from './addresses';
import type { ReadArea } from './cellReader';
import type { Clock } from './clock';
import type { Lists } from './workbookStructure';

/** The first cell of the name AllianceAsOf; `null` where the workbook has none. */
export function asOfCell({ asOfFormula, sheets }: Lists): ReadArea | null {
  const place = areaOfReference(asOfFormula);
  const sheet = sheets.find(({ name }) => name === place?.sheet);
  return place && sheet ? { sheet, area: { ...place.area, rows: 1, columns: 1 }, formatColumns: [], bytesPerRow: 20 } : null;
}

/** `value` is that of the cell; `null` where neither it nor the command line says a day. */
export function asOfDay({ asOfSetting, date1904 }: Lists, value: SourceValue | undefined): SerialDate | null {
  const asked = fromIsoText(asOfSetting ?? '');
  if (asked !== null) return asked;
  if (typeof value === 'number') return dayOfSerial(value, date1904);
  const day = typeof value === 'string' ? dayOfText(value, date1904) : null;
  return typeof day === 'number' ? day : null;
}

export function todayOf(clock: Clock): SerialDate {
  const now = clock.now();
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
