/** From the cells of a workbook to the rows that are judged: the one way in. */
import type { SerialDate } from '../domain/measure';
import type { PortfolioRows, RowCount } from '../domain/portfolioRows';
import type { CellReading } from './columnReaders';
import { findTables } from './findTables';
import { readAssessment } from './readAssessment';
import { readCorrections } from './readCorrections';
import { readHistory } from './readHistory';
import { readInitiatives } from './readInitiatives';
import { readPartners } from './readPartners';
import { readRates } from './readRates';
import { type ReadingChoices, noChoices } from './readingChoices';
import type { Source } from './source';

export interface ReadOptions {
  /** The workbook's date system. */
  readonly date1904: boolean;
  /** The day that is judged: rates of later days are not used. `null`: every rate counts. */
  readonly asOf?: SerialDate | null;
  /** The policy's; `null`: as the tables say. */
  readonly reportingCurrency?: string | null;
  /** What stands on the product's own sheet: History and Assessment. */
  readonly own?: readonly Source[];
  /** Runs whose review was never finished: rows of History that they wrote do not count. */
  readonly unfinishedRuns?: ReadonlySet<string>;
  /** What somebody said of how to read them. */
  readonly choices?: ReadingChoices;
}

const none: RowCount = { rows: 0, used: 0, reported: 0 };

/**
 * Finds the Partners and the Initiatives table among the sources and reads them (method, section 1; rulings 1 to 32).
 * Never throws: whatever cannot be read is an issue with its cell, and rows = used + reported.
 * Money is in hundredths of one currency, days are serials of the 1900 date system, surveys are scaled to 0-100.
 * Sources are the readable ones only, without the product's own sheets.
 */
export function readTables(
  sources: readonly Source[], { date1904, asOf = null, reportingCurrency = null, own = [], unfinishedRuns = new Set(), choices = noChoices }: ReadOptions,
): PortfolioRows {
  const found = findTables(sources, own, choices);
  const reading: CellReading = { date1904, order: choices.dateOrder, signs: choices.signs };
  const partners = found.partners && readPartners(found.partners, reading);
  const exchange = { rates: found.rates && readRates(found.rates, reading, asOf), reportingCurrency, assumed: choices.currency };
  const initiatives = found.initiatives && readInitiatives(found.initiatives, partners?.table.rows ?? null, reading, exchange);
  return {
    partners: partners?.table ?? null,
    initiatives: initiatives?.table ?? null,
    corrections: found.corrections && readCorrections(found.corrections, partners?.table.rows ?? [], initiatives?.table.rows ?? [], reading),
    history: found.history === null ? [] : readHistory(found.history, { date1904, unfinishedRuns }),
    assessment: found.assessment ? readAssessment(found.assessment, date1904) : [],
    currency: initiatives?.currency ?? null,
    rates: initiatives?.rates ?? [],
    issues: [...found.issues, ...(partners?.issues ?? []), ...(initiatives?.issues ?? [])],
    counts: { partners: partners?.count ?? none, initiatives: initiatives?.count ?? none },
  };
}
