/** Portfolio rows from tables that one can read: columns parted by bars, blank for a blank cell, `?` for an unreadable one. */
import { fromIsoText } from '../../src/domain/calendar';
import { type Correction, type CorrectionField, type CorrectionRows, type Measure, correctionFields } from '../../src/domain/correction';
import { type Reading, unreadable } from '../../src/domain/cell';
import { type Initiative, type InitiativeField, initiativeFields, stages } from '../../src/domain/initiative';
import { judge } from '../../src/domain/judge';
import type { SerialDate } from '../../src/domain/measure';
import { type Partner, type PartnerField, partnerFields } from '../../src/domain/partner';
import { type Performance, performanceOf } from '../../src/domain/performance';
import { type Policy, defaultPolicy } from '../../src/domain/policy';
import type { PartnerHealth, Portfolio, Rating } from '../../src/domain/portfolio';
import type { FoundTable, PortfolioRows } from '../../src/domain/portfolioRows';
import { type Snapshot, type SnapshotField, snapshotFields } from '../../src/domain/snapshot';

type Cells = Readonly<Record<string, string>>;

/** "Sales sponsor" is the column of salesSponsor, "Partner's view" that of partnersView. */
function fieldOf<Field extends string>(header: string, fields: readonly Field[]): Field {
  const field = header.replace(/'/g, '').toLowerCase().replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = fields.find((known) => known.toLowerCase() === field.toLowerCase());
  if (found === undefined) throw new Error(`No field is called "${header}".`);
  return found;
}

function found<Row, Field extends string>(
  sheet: string, text: string, fields: readonly Field[], toRow: (cells: Cells, row: number) => Row,
): FoundTable<Row, Field> {
  const [head = '', ...body] = text.split('\n').filter((line) => line.trim() !== '');
  const headers = head.split('|').map((header) => header.trim());
  const columns = headers.map((header) => fieldOf(header, fields));
  const rows = body.map((line, index) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return toRow(Object.fromEntries(columns.map((field, column) => [field, cells[column] ?? ''])), index + 1);
  });
  return {
    sheet,
    table: sheet,
    headerRow: 0,
    firstRow: 1,
    lastRow: rows.length,
    columns: Object.fromEntries(columns.map((field, column) => [field, column])) as Partial<Record<Field, number>>,
    headers: Object.fromEntries(columns.map((field, column) => [field, headers[column]])) as Partial<Record<Field, string>>,
    rows,
  };
}

export function day(text: string): SerialDate {
  const serial = fromIsoText(text);
  if (serial === null) throw new Error(`"${text}" is no day.`);
  return serial;
}

function reading<T>(text: string | undefined, read: (text: string) => T): Reading<T> {
  if (text === undefined || text === '') return null;
  return text === '?' ? unreadable : read(text);
}

const name = (text: string | undefined): string | null => text || null;
const date = (text: string | undefined) => reading(text, day);
const amount = <T extends number>(text: string | undefined) => reading(text, (digits) => Number(digits) as T);
/** Tables hold whole units, rows hold hundredths. */
const money = <T extends number>(text: string | undefined) => reading(text, (digits) => Math.round(Number(digits) * 100) as T);

function partnerOf(cells: Cells, row: number): Partner {
  return {
    row,
    name: cells.partner ?? '',
    key: (cells.partner ?? '').toLowerCase(),
    tier: name(cells.tier),
    allianceManager: name(cells.allianceManager),
    executiveSponsor: name(cells.executiveSponsor),
    partnerSponsor: name(cells.partnerSponsor),
    status: (name(cells.status) ?? 'Active') as Partner['status'],
    jointBusinessPlan: date(cells.jointBusinessPlan),
    lastQbr: date(cells.lastQbr),
    expectationsAgreed: reading(cells.expectationsAgreed, (text) => (text === 'yes' ? true : text === 'no' ? false : day(text))),
    relationship: amount(cells.relationship),
    partnersView: amount(cells.partnersView),
    surveyDate: date(cells.surveyDate),
    agreementEnds: date(cells.agreementEnds),
    noticeBy: date(cells.noticeBy),
  };
}

function initiativeOf(cells: Cells, row: number, partners: readonly Partner[]): Initiative {
  const stage = stages.find((known) => known === cells.stage);
  if (stage === undefined) throw new Error(`"${cells.stage}" is no stage.`);
  return {
    row,
    name: cells.initiative ?? '',
    partner: partners.findIndex((partner) => partner.name === cells.partner),
    stage,
    outcome: reading(cells.outcome, (text) => text as 'Succeeded' | 'Failed' | 'Stopped'),
    owner: name(cells.owner),
    salesSponsor: name(cells.salesSponsor),
    approvedBy: name(cells.approvedBy),
    revenueTarget: money(cells.revenueTarget),
    revenue: money(cells.revenue),
    pipelineTarget: money(cells.pipelineTarget),
    pipeline: money(cells.pipeline),
    sourcedRevenue: money(cells.sourcedRevenue),
    influencedRevenue: money(cells.influencedRevenue),
    tractionTarget: amount(cells.tractionTarget),
    traction: amount(cells.traction),
    qualifiedOn: date(cells.qualifiedOn),
    approvedOn: date(cells.approvedOn),
    launchedOn: date(cells.launchedOn),
    due: date(cells.due),
    endedOn: date(cells.endedOn),
    lastInspected: date(cells.lastInspected),
    sponsorLastEngaged: date(cells.sponsorLastEngaged),
  };
}

function correctionOf(cells: Cells, row: number, partners: readonly Partner[]): Correction {
  const partner = name(cells.partner);
  const reviewOn = date(cells.reviewOn);
  return {
    row,
    date: day(cells.date ?? ''),
    partner: partner === null ? null : partners.findIndex((known) => known.name === partner),
    initiative: name(cells.initiative),
    correction: cells.correction ?? 'New plan',
    reason: name(cells.reason),
    measure: (name(cells.measure) ?? 'health') as Measure,
    owner: name(cells.owner),
    reviewOn: typeof reviewOn === 'number' ? reviewOn : null,
    status: name(cells.status),
  };
}

function snapshotOf(cells: Cells, row: number): Snapshot {
  const known = <T extends number>(text: string | undefined): T | null => (text ? (Number(text) as T) : null);
  const units = <T extends number>(text: string | undefined): T | null => (text ? (Math.round(Number(text) * 100) as T) : null);
  return {
    row,
    asOf: day(cells.asOf ?? ''),
    quarter: name(cells.quarter),
    name: cells.partner ?? '',
    key: (cells.partner ?? '').toLowerCase(),
    health: known(cells.health),
    rating: (name(cells.rating) ?? 'Not rated') as Rating,
    confidence: known(cells.confidence),
    dimensions: {
      revenue: known(cells.revenueScore), pipeline: known(cells.pipelineScore), traction: known(cells.tractionScore),
      sponsorship: known(cells.sponsorshipScore), governance: known(cells.governanceScore), relationship: known(cells.relationshipScore),
    },
    revenue: units(cells.revenue),
    revenueTarget: units(cells.revenueTarget),
    pipeline: units(cells.pipeline),
    pipelineCoverage: known(cells.pipelineCoverage),
    portfolioHealth: known(cells.portfolioHealth),
    madeOn: cells.madeOn ? day(cells.madeOn) : null,
    run: name(cells.run),
  };
}

/** The snapshots of a History sheet. */
export function snapshots(text: string): readonly Snapshot[] {
  return found<Snapshot, SnapshotField>('History', text, snapshotFields, snapshotOf).rows;
}

/** A Course corrections sheet of these partners. */
export function correctionRows(text: string, partners: readonly Partner[]): CorrectionRows {
  return { table: found<Correction, CorrectionField>('Corrections', text, correctionFields, (cells, row) => correctionOf(cells, row, partners)), issues: [] };
}

/** The optional tables of a workbook. */
export interface MoreTables {
  readonly corrections?: string;
  readonly history?: string;
}

/** A Partners sheet and an Initiatives sheet, each with its headers in the first row; and the optional ones. */
export function portfolioRows(partnersText: string, initiativesText: string | null = null, more: MoreTables = {}): PortfolioRows {
  const partners = found<Partner, PartnerField>('Partners', partnersText, partnerFields, partnerOf);
  const initiatives = initiativesText === null
    ? null
    : found<Initiative, InitiativeField>('Initiatives', initiativesText, initiativeFields, (cells, row) => initiativeOf(cells, row, partners.rows));
  const counted = (count: number) => ({ rows: count, used: count, reported: 0 });
  return {
    partners,
    initiatives,
    corrections: more.corrections === undefined ? null : correctionRows(more.corrections, partners.rows),
    history: more.history === undefined ? [] : snapshots(more.history),
    assessment: [],
    currency: 'USD',
    rates: [],
    issues: [],
    counts: { partners: counted(partners.rows.length), initiatives: counted(initiatives?.rows.length ?? 0) },
  };
}

/** The as-of date of the examples, unless they say otherwise. */
export const asOf = '2026-09-30';

export function judged(partners: string, initiatives: string | null = null, on = asOf, policy: Policy = defaultPolicy, more: MoreTables = {}): Portfolio {
  return judge(portfolioRows(partners, initiatives, more), day(on), policy);
}

/** The first partner's judgement. */
export function firstPartner(partners: string, initiatives: string | null = null, on = asOf): PartnerHealth {
  const [first] = judged(partners, initiatives, on).partners;
  if (first === undefined) throw new Error('There is no partner.');
  return first;
}

/** The first initiative's performance, of a partner called Acme. */
export function firstPerformance(initiatives: string, on = asOf, policy: Policy = defaultPolicy): Performance {
  const rows = portfolioRows('Partner\nAcme', initiatives);
  const [first] = rows.initiatives?.rows ?? [];
  if (first === undefined) throw new Error('There is no initiative.');
  return performanceOf({ rows, asOf: day(on), policy }, first);
}
