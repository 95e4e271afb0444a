/** The Rates table: what one unit of a currency is worth in the currency that money is reported in (ruling 22). */
import { unreadable } from '../domain/cell';
import type { RateField, RateUsed } from '../domain/conversion';
import type { SerialDate } from '../domain/measure';
import { type CellReading, ColumnReaders, errorValue } from './columnReaders';
import type { TableArea } from './findTables';
import { type DecimalFraction, fractionOf } from './money';
import { dataRows } from './tableRows';

export interface Rate extends RateUsed {
  /** The rate on all the digits of its cell. */
  readonly fraction: DecimalFraction;
}

/** Rates by ISO code, each from its latest row; a currency without a usable rate is absent. */
export type Rates = ReadonlyMap<string, Rate>;

/**
 * The rates that hold on the as-of date; `null`: every dated rate counts. A rate is usable where it is a positive plain number and its
 * As of is no unreadable cell; a row without a day is older than any other. Never throws, and gives no issues.
 */
export function readRates(area: TableArea<RateField>, reading: CellReading, asOf: SerialDate | null): Rates {
  const cells = new ColumnReaders(area, reading, []);
  const read = { currency: cells.rowCurrency('currency'), rate: cells.plainNumeral('rate'), asOf: cells.date('asOf') };
  const { source, mapping } = area;
  const column = source.column + (mapping.columns.rate ?? 0);
  const rates = new Map<string, Rate>();
  for (const row of dataRows(area, [])) {
    const currency = read.currency(row);
    const numeral = read.rate(row);
    const day = read.asOf(row);
    if (currency === null || currency === errorValue || numeral === null || day === unreadable) continue;
    const rate = Number(numeral);
    if (rate <= 0 || (day ?? 0) > (asOf ?? Infinity) || (day ?? 0) < (rates.get(currency)?.asOf ?? 0)) continue;
    rates.set(currency, { currency, rate, asOf: day, cell: { sheet: source.sheet, row: source.row + row, column }, fraction: fractionOf(numeral) });
  }
  return rates;
}
