/** Which rows count: rulings 14, 15, 16, 31 and 32. */
import { type Cell, excelTable, initiativesTable, issueList, partnersTable, read } from './sheet';

const partnersOf = (...rows: Cell[][]) => read(excelTable('Partners', [['Partner', 'Tier', 'Status', 'Last QBR', 'Notes'], ...rows])).partners?.rows.map(({ name }) => name);
const acme = partnersTable([{ Partner: 'Acme' }]);

test.each(['Total', 'TOTALS:', 'Grand total', 'Grand-Total', 'Sum', 'Overall', 'average', 'Subtotal', 'Sub-totals'])(
  'ruling 14: a row that begins with "%s" and has no other text is no partner', (word) => {
    expect(partnersOf(['Acme'], [word, '', '', 46000])).toEqual(['Acme']);
  });

test.each<[string, Cell[]]>([
  ['a tier', ['Total', 'Strategic']],
  ['a status', ['Total', '', 'Active']],
  ['notes', ['Total', '', '', '', 'a fuel company']],
  ['more in its name', ['Total Energies']],
])('ruling 14: a partner really called "Total" has %s', (_, row) => {
  expect(partnersOf(['Acme'], row)).toEqual(['Acme', row[0]]);
});

test('ruling 14: the totals word stands in the leftmost mapped cell that is not empty', () => {
  const headers = ['Region', 'Due', 'Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Revenue'];
  const rows = read(acme, excelTable('I', [
    headers, ['Total', 46000, 'A', 'Acme', 'Live', ''], ['x', '', 'Total', '', '', '', 5], ['', 'Total', '', '', '', '', 5], ['', 46000, 'Total', '', '', ''],
  ], { sheetPosition: 1 }));
  expect(rows.counts.initiatives).toEqual({ rows: 2, used: 1, reported: 1 });
});

test('ruling 16: a row of blanks and white space is empty, a row of placeholders is a row that is reported', () => {
  const rows = read(excelTable('Partners', [['Partner', 'Tier', 'Region'], ['', ' \u00a0\n', 'EMEA'], ['-', 'n/a', '']]));
  expect(issueList(rows.issues)).toContain('missing-partner Partners!A3');
  expect(rows.counts.partners).toEqual({ rows: 1, used: 0, reported: 1 });
});

const reported: readonly [string, Record<string, Cell>, string][] = [
  ['no initiative', { Initiative: 'tbd', Partner: 'Nobody', Stage: 'Nowhere' }, 'missing-initiative A2'],
  ['no partner', { Initiative: 'A', Partner: '-', Stage: 'Nowhere' }, 'missing-partner B2'],
  ['an unknown partner', { Initiative: 'A', Partner: 'Nobody', Stage: '' }, 'unknown-partner B2'],
  ['no stage', { Initiative: 'A', Partner: 'Acme', Stage: 'open' }, 'missing-stage C2'],
  ['an unknown stage', { Initiative: 'A', Partner: 'Acme', Stage: 'Nowhere' }, 'unknown-stage C2'],
  ['an error for its initiative', { Initiative: '#REF!', Partner: '', Stage: '' }, 'error-value A2'],
  ['an error for its partner', { Initiative: 'A', Partner: '#N/A', Stage: 'Nowhere' }, 'error-value B2'],
  ['an error for its stage', { Initiative: 'A', Partner: 'Acme', Stage: '#VALUE!' }, 'error-value C2'],
];
test.each(reported)('rulings 15 and 20: an initiative with %s is reported under one issue, and none of its other cells is read', (_, row, issue) => {
  const rows = read(acme, initiativesTable([{ ...row, Revenue: 'lots', Due: 'soon', 'Sales sponsor': '#N/A' }]));
  expect(issueList(rows.issues)).toEqual([issue.replace(' ', ' Initiatives!')]);
  expect(rows.counts.initiatives).toEqual({ rows: 1, used: 0, reported: 1 });
});

test('ruling 15: a bad cell elsewhere is an issue, and the row stays used', () => {
  const rows = read(acme, initiativesTable([{ Initiative: 'A', Partner: 'Acme', Stage: 'Live', Revenue: 'lots', Outcome: 'so so', Owner: '#N/A' }]));
  expect(issueList(rows.issues)).toEqual(['unreadable-number Initiatives!E2', 'unknown-outcome Initiatives!F2', 'error-value Initiatives!G2']);
  expect(rows.counts.initiatives).toEqual({ rows: 1, used: 1, reported: 0 });
  expect(rows.initiatives?.rows[0]?.owner).toBeNull();
});

test('rulings 15 and 30: the first of two rows of one partner is used, the later one reported', () => {
  const rows = read(excelTable('Partners', [['Partner', 'Tier'], ['Acme Inc.', 'Growth'], ['#N/A', ''], ['ACME', 'Tactical']]));
  expect(rows.partners?.rows).toMatchObject([{ name: 'Acme Inc.', tier: 'Growth' }]);
  expect(issueList(rows.issues)).toEqual(['missing-table', 'error-value Partners!A3', 'duplicate-partner Partners!A4']);
  expect(rows.counts.partners).toEqual({ rows: 3, used: 1, reported: 2 });
  expect(rows.issues.find(({ code }) => code === 'duplicate-partner')?.message).toContain('in row 2');
});

test('ruling 31: an unknown partner is reported with the closest name', () => {
  const rows = read(partnersTable([{ Partner: 'Northwind Systems', Tier: '' }, { Partner: 'Nordwind', Tier: '' }]), initiativesTable([
    { Initiative: 'A', Partner: 'Northwnd Systems Ltd', Stage: 'Live' },
    { Initiative: 'B', Partner: 'Zebra', Stage: 'Live' },
  ]));
  expect(rows.issues[0]?.message).toContain('Did you mean "Northwind Systems"?');
  expect(rows.issues[1]?.message).toContain('Add the partner');
});

test('a table pasted against the wrong partners is reported row by row; a closest name is looked for 200 times, not thousands', () => {
  const names = Array.from({ length: 300 }, (_, index) => `Northwind Systems ${index}x`);
  const rows = read(partnersTable([{ Partner: 'Northwind Systems' }]), initiativesTable(names.map((Partner) => ({ Initiative: 'A', Partner, Stage: 'Live' }))));
  expect(rows.counts.initiatives).toEqual({ rows: 300, used: 0, reported: 300 });
  expect(rows.issues.filter(({ message }) => message.includes('Did you mean'))).toHaveLength(200);
});

test('ruling 32: Since, Notes and Next step are not read for values, so they give no issues', () => {
  const rows = read(partnersTable([{ Partner: 'Acme', Since: 'long ago', Notes: '#N/A' }]), initiativesTable([{ Initiative: 'A', Partner: 'Acme', Stage: 'Live', 'Next step': '#REF!' }]));
  expect(rows.issues).toEqual([]);
});

test('sourced and influenced revenue are recognised, not judged: their cells are not read', () => {
  const rows = read(acme, initiativesTable([{ Initiative: 'A', Partner: 'Acme', Stage: 'Live', 'Sourced revenue': 'lots', 'Influenced revenue': '#N/A' }]));
  expect(rows.issues.filter(({ code }) => code !== 'missing-table')).toEqual([]);
  expect(rows.initiatives?.columns).toMatchObject({ sourcedRevenue: 4, influencedRevenue: 5 });
});

test('hidden rows and blank headers do not matter: the row of a partner is its row in the sheet', () => {
  const rows = read(excelTable('Partners', [['Partner', 'Tier', ''], [], ['Acme', '', '']], { row: 10 }));
  expect(rows.partners?.rows[0]?.row).toBe(12);
});
