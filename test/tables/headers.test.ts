/** Which field a header means: rulings 7, 8 and 9. */
import { type InitiativeField, initiativeFields } from '../../src/domain/initiative';
import { type PartnerField, partnerFields } from '../../src/domain/partner';
import { headerUnit } from '../../src/tables/currency';
import { initiativeNames, partnerNames } from '../../src/tables/fields';
import { initiativeColumns, partnerColumns, recogniseHeaders } from '../../src/tables/headerRecognition';
import { excelTable, initiativesTable, issueList, partnersTable, read } from './sheet';

const partnerField = (header: string): string | undefined => Object.keys(partnerColumns([header]).columns)[0];
const initiativeField = (header: string): string | undefined => Object.keys(initiativeColumns([header]).columns)[0];

test.each<[PartnerField, string]>([
  ['partner', 'partner, partner name, partner company, alliance, alliance partner, alliance name, company, company name, organisation, organization, account, account name'],
  ['tier', 'tier, partner tier, segment, category'],
  ['allianceManager', 'alliance manager, manager, partner manager, alliance lead, alliance owner, owner'],
  ['executiveSponsor', 'executive sponsor (ours), executive sponsor, exec sponsor, our sponsor, our executive sponsor, internal sponsor, sponsor (ours), sponsor'],
  ['partnerSponsor', 'partner sponsor (theirs), partner sponsor, their sponsor, partner executive sponsor, partner exec sponsor, executive sponsor (theirs), sponsor (theirs)'],
  ['status', 'status, partner status, alliance status'],
  ['since', 'since, partner since, start date'],
  ['jointBusinessPlan', 'joint business plan, jbp, business plan, joint plan, jbp date, jbp agreed, plan agreed, joint business plan (date agreed)'],
  ['lastQbr', 'last qbr, qbr, qbr date, last qbr date, last quarterly review, last review'],
  ['expectationsAgreed', 'expectations agreed, expectations, expectations set'],
  ['relationship', 'relationship, relationship score, relationship survey, relationship (ours), survey, survey score'],
  ['partnersView', "relationship (theirs), relationship (partner), partner's view, partner view, partner survey, their score"],
  ['surveyDate', 'survey date, survey on, last survey, relationship date'],
  ['agreementEnds', 'agreement ends, agreement end, contract end, contract ends, expires, expiry'],
  ['noticeBy', 'notice by, notice date, notice'],
  ['notes', 'notes, note, comments, comment, remarks'],
])('ruling 8: the Partners column %s is known by each of its names', (field, names) => {
  for (const name of names.split(', ')) expect([name, partnerField(name)]).toEqual([name, field]);
});

test.each<[InitiativeField, string]>([
  ['initiative', 'initiative, initiative name, joint initiative, project, project name, program, programme, venture'],
  ['partner', 'partner, partner name, partner company, alliance, alliance partner, alliance name, company, company name, organisation, organization, account, account name'],
  ['stage', 'stage, phase, initiative stage, lifecycle stage, status'],
  ['owner', 'owner, initiative owner, lead, initiative lead, project lead, responsible'],
  ['salesSponsor', 'sales sponsor, sales executive sponsor, sales exec sponsor, executive sales sponsor, sponsor, sponsor (sales)'],
  ['revenueTarget', 'revenue target, target revenue, revenue plan, planned revenue, revenue goal, target'],
  ['revenue', 'revenue, actual revenue, revenue actual, revenue to date, revenue ytd, actual'],
  ['pipelineTarget', 'pipeline target, target pipeline, pipeline plan, pipeline goal'],
  ['pipeline', 'pipeline, actual pipeline, pipeline actual, open pipeline, pipeline value'],
  ['tractionTarget', 'traction target, target traction, traction plan, traction goal, joint opportunities target'],
  ['traction', 'traction, actual traction, traction actual, sales traction, joint opportunities, joint opps'],
  ['qualifiedOn', 'qualified on, qualified, qualified date, date qualified, qualification date'],
  ['approvedOn', 'approved on, approved, approval date, approved date, date approved'],
  ['approvedBy', 'approved by, approver'],
  ['launchedOn', 'launched on, launched, launch date, date launched, go live, go live date, start date'],
  ['due', 'due, due date, due on, end date, deadline, planned end'],
  ['endedOn', 'ended on, ended, closed on, date closed, close date, closed date, actual end'],
  ['outcome', 'outcome, result'],
  ['lastInspected', 'last inspected, inspected, last inspection, inspection date'],
  ['currency', 'currency, currency code, ccy'],
  ['sourcedRevenue', 'sourced revenue, revenue (sourced), partner sourced revenue, sourced'],
  ['influencedRevenue', 'influenced revenue, revenue (influenced), partner influenced revenue, influenced'],
  ['sponsorLastEngaged', 'sponsor last engaged, sponsor engaged, sponsor last contact, last sponsor contact, sponsor last active'],
  ['nextStep', 'next step, next steps, next action'],
])('ruling 9: the Initiatives column %s is known by each of its names', (field, names) => {
  for (const name of names.split(', ')) expect([name, initiativeField(name)]).toEqual([name, field]);
});

/** The field that a header means in a table of this kind, which needs the others to be known by. */
function fieldBeside(others: readonly string[], header: string): string | undefined {
  const row = recogniseHeaders([...others, header]);
  const columns = row === null || row.kind === 'decisions' ? {} : row.mapping.columns;
  return Object.entries(columns).find(([, column]) => column === others.length)?.[0];
}

test.each([
  ['date', 'Correction, Partner', 'date, correction date, corrected on, logged on'],
  ['partner', 'Correction, Date', 'partner, partner name, alliance, company, account'],
  ['initiative', 'Correction, Date', 'initiative, initiative name, project, venture'],
  ['correction', 'Date, Partner', 'correction, course correction'],
  ['reason', 'Correction, Date', 'reason, why, cause'],
  ['measure', 'Correction, Date', 'measure, measured by, metric, dimension'],
  ['owner', 'Correction, Date', 'owner, correction owner, responsible'],
  ['reviewOn', 'Correction, Date', 'review on, review date, review by, checkpoint'],
  ['status', 'Correction, Date', 'status, correction status'],
])('the Course corrections column %s beside %s is known by each of its names', (field, others, names) => {
  for (const name of names.split(', ')) expect([name, fieldBeside(others.split(', '), name)]).toEqual([name, field]);
});

test.each([
  ['currency', 'Rate', 'currency, currency code, ccy'],
  ['rate', 'Currency', 'rate, rate to the reporting currency'],
  ['asOf', 'Currency, Rate', 'as of, as-of, as of date'],
])('ruling 22: the Rates column %s beside %s is known by each of its names', (field, others, names) => {
  for (const name of names.split(', ')) expect([name, fieldBeside(others.split(', '), name)]).toEqual([name, field]);
});

test.each([
  ['quarter', 'Health, As of', 'quarter, fiscal quarter'],
  ['asOf', 'Health, Quarter', 'as of, as of date'],
  ['partner', 'Health, As of', 'partner, partner name, company'],
  ['health', 'As of, Partner', 'health'],
  ['rating', 'Health, As of', 'rating, RAG'],
  ['confidence', 'Health, As of', 'confidence, known'],
  ['revenueScore', 'Health, As of', 'revenue score, revenue health'],
  ['pipelineScore', 'Health, As of', 'pipeline score, pipeline health'],
  ['tractionScore', 'Health, As of', 'traction score, traction, traction health'],
  ['sponsorshipScore', 'Health, As of', 'sponsorship score, sponsorship, sponsorship health'],
  ['governanceScore', 'Health, As of', 'governance score, governance, governance health'],
  ['relationshipScore', 'Health, As of', 'relationship score, relationship, relationship health'],
  ['revenue', 'Health, As of', 'revenue, revenue to date'],
  ['revenueTarget', 'Health, As of', 'revenue target, target, open revenue target'],
  ['pipeline', 'Health, As of', 'pipeline, open pipeline'],
  ['pipelineCoverage', 'Health, As of', 'pipeline coverage, coverage'],
  ['portfolioHealth', 'Health, As of', 'portfolio health, health of the portfolio'],
  ['madeOn', 'Health, As of', 'made on, written on'],
  ['run', 'Health, As of', 'run, write'],
])('the History column %s beside %s is known by each of its names', (field, others, names) => {
  for (const name of names.split(', ')) expect([name, fieldBeside(others.split(', '), name)]).toEqual([name, field]);
});

test.each([
  ['date', 'Area, Level', 'date, assessed on, assessment date'],
  ['assessor', 'Area, Level', 'assessor, assessed by'],
  ['area', 'Level, Date', 'area'],
  ['level', 'Area, Date', 'level'],
  ['evidence', 'Area, Level', 'evidence, proof'],
])('the Assessment column %s beside %s is known by each of its names', (field, others, names) => {
  for (const name of names.split(', ')) expect([name, fieldBeside(others.split(', '), name)]).toEqual([name, field]);
});

test('every field of both tables has its own name', () => {
  for (const field of partnerFields) expect(partnerField(partnerNames[field].name)).toBe(field);
  for (const field of initiativeFields) expect(initiativeField(initiativeNames[field].name)).toBe(field);
});

test.each([
  ['SALES  SPONSOR', 'salesSponsor'],
  ['Sales-Sponsor:', 'salesSponsor'],
  ['Ｓａｌｅｓ Sponsor', 'salesSponsor'],
  ['Sales\nsponsor', 'salesSponsor'],
  ['Stage (see legend)', 'stage'],
  ['Due [planned]', 'due'],
  ['Salés sponsor', undefined],
  ['Sales sponsor 2', undefined],
])('ruling 7: case, spaces, punctuation, width and bracketed parts of "%s" do not matter, letters do', (header, field) => {
  expect(initiativeField(header)).toBe(field);
});

test.each([
  ['Revenue USD', 'revenue'],
  ['Revenue $k', 'revenue'],
  ['Revenue (USD m)', 'revenue'],
  ['Revenue USDk', 'revenue'],
  ["Pipeline '000", 'pipeline'],
  ['Pipeline target m', 'pipelineTarget'],
  ['Revenue target USD (FY26)', 'revenueTarget'],
  ['Revenue, in USD millions', 'revenue'],
  ['Traction k', undefined],
  ['Owner USD', undefined],
])('ruling 7: "%s" is read without its currency and scale, in money columns only', (header, field) => {
  expect(initiativeField(header)).toBe(field);
});

test.each([
  ['Relationship (1-5)', 'relationship'],
  ['Relationship 0-10', 'relationship'],
  ["Partner's view (0–10)", 'partnersView'],
  ['Relationship (theirs, 1 to 5)', 'partnersView'],
  ['Executive sponsor (theirs)', 'partnerSponsor'],
  ['Relationship (partner)', 'partnersView'],
])('ruling 7: of "%s" the survey scale is dropped, and the whole header comes before its part outside brackets', (header, field) => {
  expect(partnerField(header)).toBe(field);
});

test('ruling 7: Revenue (sourced) is sourced revenue, never a second revenue', () => {
  expect(initiativeField('Revenue (sourced), USD')).toBe('sourcedRevenue');
  expect(initiativeColumns(['Revenue', 'Revenue (sourced)'])).toEqual({ columns: { revenue: 0, sourcedRevenue: 1 }, duplicates: [] });
});

test.each<[string, string[], number]>([
  ['the canonical name beats a synonym', ['Target', 'Revenue target'], 1],
  ['the canonical name with a bracket beats a synonym', ['Target', 'Revenue target (net)'], 1],
  ['the whole header beats the one with a bracket', ['Revenue target (net)', 'Revenue target'], 1],
  ['the one with a bracket beats the one with a unit', ['Revenue target USD', 'Revenue target (net)'], 1],
  ['among equals the leftmost wins', ['Revenue plan', 'Revenue goal'], 0],
])('ruling 7: of two columns for one field %s', (_, headers, used) => {
  expect(initiativeColumns(headers)).toEqual({ columns: { revenueTarget: used }, duplicates: [{ field: 'revenueTarget', column: 1 - used }] });
});

test('ruling 7: the second column for one field is reported at its header and not read', () => {
  const rows = read(partnersTable([{ Partner: 'Acme' }]), initiativesTable([
    { Initiative: 'A', Partner: 'Acme', Stage: 'Launch', 'Sales sponsor': '', Target: 5, 'Revenue target': 7 },
  ]));
  expect(issueList(rows.issues)).toContain('duplicate-column Initiatives!E1');
  expect(rows.initiatives?.rows[0]?.revenueTarget).toBe(700);
  expect(rows.issues.find(({ code }) => code === 'duplicate-column')?.message).toContain('"Target" means the same as "Revenue target"');
});

test('rulings 8 and 9: an account is the partner, and a status the stage, only where no other column is', () => {
  expect(partnerColumns(['Account', 'Company'])).toEqual({ columns: { partner: 1 }, duplicates: [] });
  expect(partnerColumns(['Account name', 'Account'])).toEqual({ columns: { partner: 0 }, duplicates: [{ field: 'partner', column: 1 }] });
  expect(initiativeColumns(['Status', 'Phase'])).toEqual({ columns: { stage: 1 }, duplicates: [] });
});

test.each(['Revenue (all)', 'Revenue (Bob)', 'Revenue (net)'])('a word in "%s" that looks like a currency code is none', (header) => {
  expect(headerUnit(header)).toEqual({ currency: null, exponent: 0 });
});

test('the headers are handed on as they stand in the sheet, with their columns', () => {
  const rows = read(excelTable('Partners', [['', 'Partner company ', 'Tier'], ['', 'Acme', 'Growth']], { row: 4, column: 2 }));
  expect(rows.partners).toMatchObject({ headerRow: 4, firstRow: 5, lastRow: 5, columns: { partner: 3, tier: 4 }, headers: { partner: 'Partner company', tier: 'Tier' } });
});
