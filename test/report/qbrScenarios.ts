/** The portfolios that a review is looked at with: small and large, all good and all bad, without a past and with one of five quarters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromIsoText, isoText } from '../../src/domain/calendar';
import type { SerialDate } from '../../src/domain/measure';
import type { CellValue } from '../../src/host/workbookPort';
import type { SheetEdition } from '../../src/report/qbrOptions';
import type { SourceValue } from '../../src/tables/source';
import { partnerKey } from '../../src/tables/partnerName';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { largeTables } from '../../bench/largeTables';
import { type Written, PLAIN_STYLE, sheet, table, workbook } from '../workbench/engine/snapshots';

export interface QbrScenario {
  readonly name: string;
  /** As a test makes it, or a file. */
  readonly workbook: () => WorkbookSnapshot | Uint8Array;
  readonly edition: SheetEdition;
  /** Reviews of earlier quarters that somebody wrote, with what was decided at each. */
  readonly past: readonly PastReview[];
}

export interface PastReview {
  /** The as-of date, and the day on which the review was written. */
  readonly asOf: string;
  readonly writtenOn: string;
  /** What the Initiatives table held then, below its header. */
  readonly initiatives: readonly (readonly CellValue[])[];
  /** What was written beside the decisions that it asked for, each known by a part of its words. */
  readonly decisions: readonly (readonly [asked: string, decision: string])[];
}

/** Every scenario is judged on this day. */
export const scenarioDay = '2026-09-30';
/** The day on which its review is written. */
export const writtenOn = '2026-10-02';

type Row = Readonly<Record<string, Written>>;

const partnerHeaders = [
  'Partner', 'Tier', 'Alliance manager', 'Executive sponsor', 'Partner sponsor', 'Status', 'Joint business plan', 'Last QBR', 'Expectations agreed', 'Relationship (1-5)', 'Survey date', 'Agreement ends', 'Notice by', 'Notes',
];
const initiativeHeaders = [
  'Initiative', 'Partner', 'Stage', 'Owner', 'Sales sponsor', 'Revenue target (EUR)', 'Revenue (EUR)', 'Pipeline (EUR)', 'Traction target', 'Traction', 'Qualified on', 'Approved on', 'Approved by', 'Launched on', 'Due', 'Ended on', 'Outcome', 'Last inspected',
];
const correctionHeaders = ['Date', 'Partner', 'Initiative', 'Correction', 'Reason', 'Measure', 'Owner', 'Review on', 'Status'];

const cells = (headers: readonly string[], row: Row): Written[] => headers.map((header) => row[header]);

/** A partner that is looked after in every way. */
const partner = (name: string, more: Row = {}): Row => ({
  Partner: name, Tier: 'Growth', 'Alliance manager': 'Ines Okafor', 'Executive sponsor': 'Marta Lindqvist', 'Partner sponsor': 'Paul Abara', Status: 'Active', 'Joint business plan': '2026-02-16', 'Last QBR': '2026-07-14',
  'Expectations agreed': 'yes', 'Relationship (1-5)': 4, 'Survey date': '2026-05-20', 'Agreement ends': '2028-12-31', ...more,
});

/** A launched initiative on its plan. */
const initiative = (name: string, of: string, more: Row = {}): Row => ({
  Initiative: name, Partner: of, Stage: 'Launch', Owner: 'Lea Fischer', 'Sales sponsor': 'Carla Mendes', 'Revenue target (EUR)': 900_000, 'Revenue (EUR)': 700_000, 'Pipeline (EUR)': 950_000, 'Traction target': 16, Traction: 14,
  'Qualified on': '2025-10-06', 'Approved on': '2025-11-03', 'Approved by': 'Alliance board', 'Launched on': '2025-12-01', Due: '2026-12-31', 'Last inspected': '2026-08-18', ...more,
});
const notLaunched: Row = { 'Revenue (EUR)': undefined, 'Pipeline (EUR)': undefined, Traction: undefined, 'Launched on': undefined, Due: undefined, 'Last inspected': undefined };
const approved: Row = { ...notLaunched, Stage: 'Approve', 'Qualified on': '2026-08-03', 'Approved on': '2026-09-14' };
const qualified: Row = { ...notLaunched, Stage: 'Qualify', 'Qualified on': '2026-08-24', 'Approved on': undefined, 'Approved by': undefined };

const names = {
  northwind: 'Northwind Systems',
  mueller: 'Müller & Söhne Präzisionsmaschinenbau GmbH & Co. KG',
  toshiba: '東芝電子デバイス株式会社',
  long: 'The Consolidated International Telecommunications and Broadcasting Company of Northern Europe Holding plc',
  rocket: '🚀 Launchpad Labs',
  aegir: 'Ægir ApS',
  ohara: "O'Hara & Sons",
  zurich: 'Zürich Rück',
} as const;

const office: readonly Row[] = [
  partner(names.northwind, { Tier: 'Strategic', Notes: 'Reference partner' }),
  partner(names.mueller, { Tier: 'Strategic', 'Executive sponsor': undefined, 'Relationship (1-5)': 2, 'Last QBR': '2026-03-03', 'Notice by': '2026-11-30', Notes: 'Their sales lead left in spring' }),
  partner(names.toshiba, { 'Alliance manager': 'Haruka Sato', 'Partner sponsor': '田中 一郎', 'Survey date': '2025-03-11' }),
  partner(names.long, { 'Joint business plan': '2023-09-05', 'Last QBR': '2025-02-11', 'Expectations agreed': 'no', 'Executive sponsor': 'Dev Malhotra', 'Partner sponsor': 'TBD', 'Relationship (1-5)': 1, Status: 'Watch', 'Agreement ends': '2026-12-31', 'Notice by': '2026-10-31' }),
  partner(names.rocket, { Tier: 'Tactical', 'Alliance manager': 'Tom Reyes', 'Relationship (1-5)': undefined, 'Survey date': undefined }),
  partner(names.aegir, { Tier: 'Tactical', 'Last QBR': 'soon', 'Executive sponsor': 'Helen Strand' }),
  partner(names.ohara, { 'Partner sponsor': undefined, 'Joint business plan': '2025-06-02', 'Relationship (1-5)': 3 }),
  partner(names.zurich, { Status: 'Ended', 'Last QBR': '2026-03-10' }),
];

const ventures: readonly Row[] = [
  initiative('Joint cloud launch', names.northwind, { 'Revenue target (EUR)': 1_200_000, 'Revenue (EUR)': 905_000, 'Pipeline (EUR)': 1_450_000 }),
  initiative('Migration factory', names.northwind, { Owner: 'Sam Whitfield' }),
  initiative('Sovereign workloads', names.northwind, approved),
  initiative('Vorausschauende Instandhaltung für Werkzeugmaschinen der nächsten Generation', names.mueller, { 'Sales sponsor': undefined, 'Revenue target (EUR)': 1_500_000, 'Revenue (EUR)': 410_000, 'Pipeline (EUR)': 350_000, Traction: 5 }),
  initiative('Spindelüberwachung', names.mueller, { 'Sales sponsor': 'TBD - Q4 hire', 'Revenue (EUR)': '$0.28m', 'Last inspected': '2026-03-17' }),
  initiative('Digitaler Zwilling', names.mueller, { ...approved, 'Sales sponsor': undefined }),
  initiative('半導体検査の自動化', names.toshiba, { Owner: '佐藤 春香', 'Sales sponsor': 'Mei Tanaka', 'Revenue (EUR)': 520_000 }),
  initiative('Edge AI', names.toshiba, { 'Sales sponsor': 'Mei Tanaka', Stage: 'Closed', 'Ended on': '2026-08-14', Outcome: 'Succeeded' }),
  initiative('Broadcast archive digitisation and metadata enrichment programme for public broadcasters', names.long, { 'Sales sponsor': undefined, 'Revenue target (EUR)': 2_400_000, 'Revenue (EUR)': 180_000, 'Pipeline (EUR)': 90_000, Traction: 1, 'Last inspected': '2025-11-25' }),
  initiative('5G slices', names.long, { 'Revenue target (EUR)': 800_000, 'Revenue (EUR)': 60_000, 'Pipeline (EUR)': 'n/a', Traction: 1, 'Sales sponsor': undefined, Due: '2026-06-30' }),
  initiative('Launch in a box', names.rocket, { 'Launched on': '2026-08-31', Due: '2027-08-31', 'Revenue (EUR)': 0, 'Pipeline (EUR)': 120_000, Traction: 1, 'Last inspected': undefined }),
  initiative('Havvind', names.aegir, { Owner: undefined, 'Revenue (EUR)': 610_000 }),
  initiative('Route optimiser', names.ohara, { 'Revenue (EUR)': 505_000, 'Pipeline (EUR)': 400_000, Traction: 9, 'Sales sponsor': 'Oscar Lundin' }),
  initiative('Yard visibility', names.ohara, { ...qualified, 'Sales sponsor': undefined }),
  initiative('Rückversicherung 4.0', names.zurich, { Stage: 'Closed', 'Ended on': '2026-02-20', Outcome: 'Failed', 'Revenue (EUR)': 110_000 }),
];

const corrections: readonly Row[] = [
  { Date: '2025-01-20', Correction: 'No launch without a sales sponsor', Reason: 'Initiatives without one kept failing', Owner: 'Ines Okafor', Status: 'In force' },
  { Date: '2026-02-09', Partner: names.long, Correction: 'Workshop on a new joint business plan with both executive teams, and a schedule of reviews for every month', Reason: 'No plan since 2023', Owner: 'Priya Nair', 'Review on': '2026-05-29', Status: 'Held; no plan agreed' },
  { Date: '2026-08-17', Partner: names.mueller, Correction: 'Weekly pipeline call of both sales teams', Reason: 'Pipeline covers half of the plan', Measure: 'Pipeline', Owner: 'Ines Okafor', 'Review on': '2026-11-16', Status: 'Under way' },
];

const dates = { ...PLAIN_STYLE, numberFormat: 'yyyy-mm-dd' };

function tables(partners: readonly (readonly Written[])[], initiatives: readonly (readonly Written[])[], headers = { partners: partnerHeaders, initiatives: initiativeHeaders }, corrected: readonly Row[] = []): WorkbookSnapshot {
  const rows = { partners: [headers.partners, ...partners], initiatives: [headers.initiatives, ...initiatives], corrections: [correctionHeaders, ...corrected.map((row) => cells(correctionHeaders, row))] };
  const more = corrected.length > 0;
  return workbook(
    [
      sheet('Partners', rows.partners), sheet('Initiatives', rows.initiatives), ...(more ? [sheet('Corrections', rows.corrections)] : []),
      sheet('Notes', [['As of', scenarioDay]]),
    ],
    {
      styles: [PLAIN_STYLE, dates],
      tables: [
        table('Partners', 'partners', { row: 0, column: 0, rows: rows.partners.length }, headers.partners),
        table('Initiatives', 'initiatives', { row: 0, column: 0, rows: rows.initiatives.length }, headers.initiatives),
        ...(more ? [table('Corrections', 'corrections', { row: 0, column: 0, rows: rows.corrections.length }, correctionHeaders)] : []),
      ],
      names: [{ name: 'AllianceAsOf', sheet: null, formula: '=Notes!$B$1', comment: '', visible: true }],
      properties: new Map([['author', 'Ines Okafor']]),
    },
  );
}

const small = (partners: readonly Row[], initiatives: readonly Row[], corrected: readonly Row[] = []): WorkbookSnapshot =>
  tables(partners.map((row) => cells(partnerHeaders, row)), initiatives.map((row) => cells(initiativeHeaders, row)), undefined, corrected);

const stems = ['Northwind Systems', 'Müller & Söhne', '東芝電子', 'Consolidated Broadcasting and Telecommunications', 'Ægir', "O'Hara & Sons", 'Łódź Logistyka', 'Société Générale de Réassurance', 'Αθηνά', 'Vantage Energy'];
const forms = ['GmbH', 'AG & Co. KG', 'plc', 'S.A.', 'Ltd', 'Inc.', '株式会社', 'ApS', 'Holding N.V.'];

/** As many partners as a large company has, of names of every length, three initiatives each. */
function large(count: number): WorkbookSnapshot {
  const made = largeTables(count, count * 3, 1);
  const called = new Map(made.partners.slice(1).map(([name], index) => [name, `${stems[index % stems.length]} ${index + 1} ${forms[index % forms.length]}`]));
  const written = (rows: readonly (readonly SourceValue[])[], of: number, headers: readonly string[]): Written[][] => rows.slice(1).map((row) => row.map((value, column): Written => {
    if (column === of) return called.get(value) ?? value;
    if (value === '' || value === null) return undefined;
    return typeof value === 'number' && / on$|Due|JBP|QBR|date|Since|engaged|inspected/.test(headers[column] ?? '') ? { value, style: 1 } : value;
  }));
  const headers = { partners: made.partners[0] as string[], initiatives: made.initiatives[0] as string[] };
  return tables(written(made.partners, 0, headers.partners), written(made.initiatives, 1, headers.initiatives), headers);
}

const later = (from: SerialDate, days: number): string => isoText((from + days) as SerialDate);
const plain = (row: readonly Written[]): CellValue[] => row.map((value) => (typeof value === 'object' && value !== null && 'value' in value ? value.value : (value ?? null)));
const day = (text: Written): SerialDate | null => (typeof text === 'string' ? fromIsoText(text) : null);

/** What a table of today said on an earlier day: what came later is not there yet, revenue and pipeline grew evenly. */
function asItWas(row: Row, asOf: string): Row | null {
  const on = fromIsoText(asOf) as SerialDate;
  const reached = (header: string): boolean => { const at = day(row[header]); return at !== null && at <= on; };
  if (!reached('Qualified on')) return null;
  const launched = reached('Launched on');
  const ended = reached('Ended on');
  const [from, to] = [day(row['Launched on']) ?? on, fromIsoText(scenarioDay) as SerialDate];
  const share = launched && to > from ? (on - from) / (to - from) : 0;
  const then = (value: Written): Written => (typeof value === 'number' ? Math.round(value * share) : value);
  return {
    ...row,
    Stage: ended ? 'Closed' : launched ? 'Launch' : reached('Approved on') ? 'Approve' : 'Qualify',
    ...(reached('Approved on') ? {} : { 'Approved on': undefined, 'Approved by': undefined }),
    ...(ended ? {} : { 'Ended on': undefined, Outcome: undefined }),
    ...(launched
      ? { 'Revenue (EUR)': then(row['Revenue (EUR)']), Traction: then(row.Traction), 'Last inspected': later(on, -40) }
      : { 'Launched on': undefined, Due: undefined, 'Revenue (EUR)': undefined, 'Pipeline (EUR)': undefined, Traction: undefined, 'Last inspected': undefined }),
  };
}

/** Most began a year before those of the other scenarios, so that there is something to look back on. */
const aYearEarlier = (row: Row): Row => {
  const dated = ['Qualified on', 'Approved on', 'Launched on'].filter((header) => row.Stage === 'Launch' && String(row['Launched on']).startsWith('2025-12') && day(row[header]) !== null);
  return { ...row, ...Object.fromEntries(dated.map((header) => [header, later(day(row[header]) as SerialDate, -240)])) };
};
const seasoned = ventures.map(aYearEarlier);
/** Since the last review somebody was named, as it had asked, and one pipeline broke down. */
const since: Readonly<Record<string, Row>> = { Spindelüberwachung: { 'Sales sponsor': 'Henrik Sol' }, Havvind: { 'Pipeline (EUR)': 0, Traction: 4 } };
const sinceThen = seasoned.map((row) => ({ ...row, ...since[String(row.Initiative)] }));

const past = ([
  ['2025-06-30', '2025-07-03', [['Vorausschauende', 'Yes: Tom speaks to both sales teams']]],
  ['2025-09-30', '2025-10-02', []],
  ['2025-12-31', '2026-01-08', [['Broadcast archive', 'Deferred to the next review']]],
  ['2026-03-31', '2026-04-02', []],
  ['2026-06-30', '2026-07-03', [
    ['Spindelüberwachung', 'Henrik takes it from August on'],
    ['Leave The Consolidated', 'No: they are on notice until the end of the year, and the alliance ends with the agreement unless a plan is agreed by then'],
    ['Agree a joint business plan', 'Ines agrees it in October'],
  ]],
] as const).map(([asOf, written, decisions]): PastReview => ({ asOf, writtenOn: written, decisions, initiatives: seasoned.flatMap((row) => { const then = asItWas(row, asOf); return then === null ? [] : [plain(cells(initiativeHeaders, then))]; }) }));

const bad = (row: Row): Row => (row.Stage === 'Launch' ? { ...row, 'Launched on': '2025-10-01', 'Revenue (EUR)': 20_000, 'Pipeline (EUR)': 10_000, Traction: 0, 'Sales sponsor': undefined } : row);
const good = (row: Row): Row => ({ ...row, 'Sales sponsor': 'Carla Mendes', Owner: 'Lea Fischer', 'Last inspected': row.Stage === 'Launch' ? '2026-09-01' : row['Last inspected'], ...(row.Stage === 'Launch' ? { Due: '2026-12-31', 'Launched on': '2025-12-01', 'Revenue (EUR)': row['Revenue target (EUR)'], 'Pipeline (EUR)': 2_000_000, Traction: row['Traction target'] } : {}) });
const active = office.filter((row) => row.Status !== 'Ended');
const ofActive = ventures.filter((row) => row.Partner !== names.zurich);

const portfolio: SheetEdition = { kind: 'portfolio' };
const scenario = (name: string, of: QbrScenario['workbook'], more: Partial<QbrScenario> = {}): QbrScenario => ({ name, workbook: of, edition: portfolio, past: [], ...more });
const ofMueller = (audience: 'internal' | 'shared'): SheetEdition => ({ kind: 'partner', key: partnerKey(names.mueller), audience });

export const scenarios: readonly QbrScenario[] = [
  scenario('sample', () => new Uint8Array(readFileSync(join(__dirname, '../../assets/sample.xlsx')))),
  scenario('empty', () => small([{ Partner: 'Corvus Robotics' }], [])),
  scenario('one-partner', () => small(office.slice(0, 1), ventures.slice(0, 3))),
  scenario('100-partners', () => large(100)),
  scenario('1000-partners', () => large(1000)),
  scenario('no-history', () => small(office, ventures, corrections)),
  scenario('five-quarters', () => small(office, sinceThen, corrections), { past }),
  scenario('all-red', () => small(active.map((row) => ({ ...row, 'Executive sponsor': undefined, 'Partner sponsor': undefined, 'Joint business plan': '2022-01-10', 'Last QBR': '2024-05-14', 'Expectations agreed': 'no', 'Relationship (1-5)': 1, 'Survey date': '2026-05-20' })), ofActive.map(bad))),
  scenario('all-green', () => small(active.map((row) => partner(String(row.Partner), { 'Relationship (1-5)': 5 })), ofActive.map(good))),
  scenario('shared-edition', () => small(office, ventures, corrections), { edition: ofMueller('shared') }),
  scenario('internal-edition', () => small(office, ventures, corrections), { edition: ofMueller('internal') }),
];

/** Tables with headers and nothing below them. */
export const withoutRows = (): WorkbookSnapshot => small([], []);
