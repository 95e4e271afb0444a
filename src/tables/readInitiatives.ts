/** The rows of the Initiatives table, joined to their partners. */
import { type Reading, unreadable } from '../domain/cell';
import type { RateUsed } from '../domain/conversion';
import type { Initiative, InitiativeField, Outcome } from '../domain/initiative';
import type { Issue } from '../domain/issue';
import type { Minor } from '../domain/measure';
import type { Partner } from '../domain/partner';
import { type CellReading, ColumnReaders, type MoneyReader, errorValue } from './columnReaders';
import { type MoneyField, besideRevenueFields, initiativeTextFields, moneyFields } from './fields';
import type { TableArea } from './findTables';
import { foundTable, type TableReading } from './foundTable';
import { CurrencyTally } from './mainCurrency';
import { outcomeOf } from './outcomeWords';
import { PartnerLookup } from './partnerLookup';
import { type Exchange, ReportingCurrency } from './reportingCurrency';
import { sentences } from './sentences';
import { type StageWord, stageOf } from './stageWords';
import { dataRows } from './tableRows';

export interface InitiativesReading extends TableReading<Initiative, InitiativeField> {
  /** What money is in: the reporting currency (ruling 22). */
  readonly currency: string | null;
  readonly rates: readonly RateUsed[];
}

/** The mark of a cell that was read. */
function currencyOf(money: MoneyReader, reading: Reading<Minor>, row: number, rowCurrency: string | null): string | null {
  return typeof reading === 'number' ? money.currency(row, rowCurrency) : null;
}

/** What every row stands on: its name, its partner's position, its stage. */
interface Placed {
  readonly name: string;
  readonly partner: number;
  readonly stage: StageWord;
}

/** `partners`: `null` where there is no Partners table, so that every initiative's partner is unknown (ruling 31). */
export function readInitiatives(
  area: TableArea<InitiativeField>, partners: readonly Partner[] | null, reading: CellReading, exchange: Exchange,
): InitiativesReading {
  const issues: Issue[] = [];
  const cells = new ColumnReaders(area, reading, issues);
  // What is shown and not judged gives no issues.
  const quietly = new ColumnReaders(area, reading, []);
  const lookup = new PartnerLookup(partners ?? []);
  const read = {
    name: cells.name('initiative'),
    partner: cells.name('partner'),
    stage: cells.word('stage', stageOf),
    outcome: cells.word('outcome', outcomeOf),
    owner: cells.person('owner'),
    salesSponsor: cells.person('salesSponsor'),
    approvedBy: cells.person('approvedBy'),
    revenueTarget: cells.money('revenueTarget', false),
    // Revenue below zero is a credit.
    revenue: cells.money('revenue', true),
    pipelineTarget: cells.money('pipelineTarget', false),
    pipeline: cells.money('pipeline', false),
    sourcedRevenue: quietly.money('sourcedRevenue', true),
    influencedRevenue: quietly.money('influencedRevenue', true),
    tractionTarget: cells.count('tractionTarget'),
    traction: cells.count('traction'),
    qualifiedOn: cells.date('qualifiedOn'),
    approvedOn: cells.date('approvedOn'),
    launchedOn: cells.date('launchedOn'),
    due: cells.date('due'),
    endedOn: cells.date('endedOn'),
    lastInspected: cells.date('lastInspected'),
    sponsorLastEngaged: cells.date('sponsorLastEngaged'),
    currency: cells.rowCurrency('currency'),
  };

  /** What the row stands on; `null` where it cannot be placed, which is then reported: the first of its faults (ruling 15). */
  const placed = (row: number): Placed | null => {
    const name = read.name(row);
    if (name === errorValue) return cells.leaveOutForError('initiative', row);
    if (name === null) return cells.leaveOut('missing-initiative', 'initiative', row, sentences.missingInitiative());
    const partnerName = read.partner(row);
    if (partnerName === errorValue) return cells.leaveOutForError('partner', row);
    if (partnerName === null) return cells.leaveOut('missing-partner', 'partner', row, sentences.initiativeWithoutPartner());
    const partner = lookup.positionOf(partnerName);
    if (partner === undefined) {
      const message = partners === null ? sentences.unknownPartnerWithoutTable(partnerName) : sentences.unknownPartner(partnerName, lookup.closestTo(partnerName));
      return cells.leaveOut('unknown-partner', 'partner', row, message);
    }
    const stage = read.stage(row);
    if (stage === errorValue) return cells.leaveOutForError('stage', row);
    if (stage === null) return cells.leaveOut('missing-stage', 'stage', row, sentences.missingStage());
    if (stage === unreadable) return cells.leaveOut('unknown-stage', 'stage', row, sentences.unknownStage(cells.shown('stage', row)));
    return { name, partner, stage };
  };

  /** Ruling 28: the Outcome column beats what the stage's word implies, even where it cannot be read; before Closed it has no effect. */
  const outcomeAt = (row: number, { stage, outcome: implied }: StageWord): Reading<Outcome> => {
    const written = read.outcome(row);
    if (written === unreadable) cells.report('unknown-outcome', 'outcome', row, sentences.unknownOutcome(cells.shown('outcome', row)));
    const outcome = written === errorValue ? cells.reportError('outcome', row) : written;
    return stage === 'Closed' ? (outcome ?? implied) : null;
  };

  const rows = dataRows(area, initiativeTextFields);
  const used: number[] = [];
  const initiatives: Initiative[] = [];
  const tally = new CurrencyTally();
  const beside = new CurrencyTally();

  for (const row of rows) {
    const place = placed(row);
    if (place === null) continue;
    used.push(row);
    const initiative: Initiative = {
      row: area.source.row + row,
      name: place.name,
      partner: place.partner,
      stage: place.stage.stage,
      outcome: outcomeAt(row, place.stage),
      owner: read.owner(row),
      salesSponsor: read.salesSponsor(row),
      approvedBy: read.approvedBy(row),
      revenueTarget: read.revenueTarget.read(row),
      revenue: read.revenue.read(row),
      pipelineTarget: read.pipelineTarget.read(row),
      pipeline: read.pipeline.read(row),
      sourcedRevenue: read.sourcedRevenue.read(row),
      influencedRevenue: read.influencedRevenue.read(row),
      tractionTarget: read.tractionTarget(row),
      traction: read.traction(row),
      qualifiedOn: read.qualifiedOn(row),
      approvedOn: read.approvedOn(row),
      launchedOn: read.launchedOn(row),
      due: read.due(row),
      endedOn: read.endedOn(row),
      lastInspected: read.lastInspected(row),
      sponsorLastEngaged: read.sponsorLastEngaged(row),
    };
    initiatives.push(initiative);
    const named = read.currency(row);
    const rowCurrency = named === errorValue ? cells.reportError('currency', row) : named;
    tally.add(currencyOf(read.revenueTarget, initiative.revenueTarget, row, rowCurrency));
    tally.add(currencyOf(read.revenue, initiative.revenue, row, rowCurrency));
    tally.add(currencyOf(read.pipelineTarget, initiative.pipelineTarget, row, rowCurrency));
    tally.add(currencyOf(read.pipeline, initiative.pipeline, row, rowCurrency));
    beside.add(currencyOf(read.sourcedRevenue, initiative.sourcedRevenue, row, rowCurrency));
    beside.add(currencyOf(read.influencedRevenue, initiative.influencedRevenue, row, rowCurrency));
  }

  const main = tally.main() ?? exchange.assumed;
  const reporting = new ReportingCurrency(main, exchange);
  const inReportingCurrency = (initiative: Initiative, index: number): Initiative => {
    const row = used[index] ?? 0;
    const named = read.currency(row);
    const rowCurrency = named === errorValue ? null : named;
    const mended: Partial<Record<MoneyField, Reading<Minor>>> = {};
    const mend = (field: MoneyField, leaveOut: (currency: string) => typeof unreadable): void => {
      const amount = initiative[field];
      if (typeof amount !== 'number') return;
      const currency = read[field].currency(row, rowCurrency) ?? main;
      if (currency !== null && currency !== reporting.code) mended[field] = reporting.converted(amount, currency) ?? leaveOut(currency);
    };
    for (const field of moneyFields) {
      mend(field, (currency) => cells.report('mixed-currency', field, row, reporting.refusal(cells.headerOf(field), currency)));
    }
    for (const field of besideRevenueFields) mend(field, () => unreadable);
    return { ...initiative, ...mended };
  };
  const isOneCurrency = [...tally.currencies(), ...beside.currencies()].every((currency) => currency === reporting.code);
  return {
    table: foundTable(area, rows, isOneCurrency ? initiatives : initiatives.map(inReportingCurrency)),
    count: { rows: rows.length, used: used.length, reported: rows.length - used.length },
    currency: reporting.code,
    rates: reporting.ratesUsed(),
    issues,
  };
}
