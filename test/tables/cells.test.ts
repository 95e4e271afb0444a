/** What a single cell says: placeholders, numbers, dates and words (rulings 17 to 20, 23, and 25 to 29). */
import { isoText } from '../../src/domain/calendar';
import { type Reading, unreadable } from '../../src/domain/cell';
import type { Initiative } from '../../src/domain/initiative';
import type { Partner } from '../../src/domain/partner';
import { type FieldNames, initiativeNames, partnerNames } from '../../src/tables/fields';
import { readTables } from '../../src/tables/readTables';
import type { Source } from '../../src/tables/source';
import { type Cell, day, formatted, initiativesTable, partnersTable } from './sheet';

type Seen<T> = T | null | 'unreadable';
const seen = <T>(reading: Reading<T> | undefined): Seen<T> => (reading === unreadable ? 'unreadable' : (reading ?? null)) as Seen<T>;

/** The one initiative of a workbook with these cells, and the codes of the issues it gives. */
function initiative(cells: Readonly<Record<string, Cell>>, date1904 = false): { readonly row: Initiative | undefined; readonly codes: readonly string[] } {
  const sources = [partnersTable([{ Partner: 'Acme' }]), initiativesTable([{ Initiative: 'A', Partner: 'Acme', Stage: 'Launch', 'Sales sponsor': '', ...cells }])];
  const { initiatives, issues } = readTables(sources, { date1904 });
  return { row: initiatives?.rows[0], codes: issues.map(({ code }) => code) };
}

function partner(cells: Readonly<Record<string, Cell>>): { readonly row: Partner | undefined; readonly codes: readonly string[] } {
  const { partners, issues } = readTables([partnersTable([{ Partner: 'Acme', ...cells }]), initiativesTable([])], { date1904: false });
  return { row: partners?.rows[0], codes: issues.map(({ code }) => code) };
}

describe('ruling 17: placeholders mean empty', () => {
  test.each([
    '', '  ', '-', '--', '?', '…', 'n/a', 'N/A', 'n.a.', 'NA', 'None', '(none)', 'tbd', 'T.B.D.', 'TBA', 'tbc', '<tbd>', 'open', 'Vacant', 'unknown', 'Unknown?',
    'to be confirmed', 'To be determined', 'to be  decided!', 'to be announced', 'pending', '•', '→',
    'no', 'Nobody', 'unassigned', 'Not assigned', 'missing', 0, false,
    'TBD - Q3 hire', 'tba (Kim?)', 'n/a yet', 'none so far', 'Vacant since May', 'unknown person', 'open: hiring', 'Pending approval', 'To be hired', 'TBD/Kim',
  ])('%j names no person', (value) => {
    expect(initiative({ 'Sales sponsor': value, Owner: value, 'Approved by': value })).toMatchObject({ row: { salesSponsor: null, owner: null, approvedBy: null }, codes: [] });
    expect(partner({ 'Alliance manager': value, 'Executive sponsor': value, 'Partner sponsor': value }))
      .toMatchObject({ row: { allianceManager: null, executiveSponsor: null, partnerSponsor: null }, codes: [] });
  });

  test.each([
    ['Openshaw', 'Openshaw'], ['Na Li', 'Na Li'], ['Noah', 'Noah'], ['Null', 'Null'], ['NaN', 'NaN'], ['undefined', 'undefined'], ['Nonette', 'Nonette'], ['Tobe Ito', 'Tobe Ito'],
    [' Kim ', 'Kim'], ['Kim (tbd)', 'Kim (tbd)'], ['🦊', '🦊'], ['7', '7'], [7, '7'], [true, 'TRUE'], ['Missing Persons Ltd', 'Missing Persons Ltd'], ['李', '李'],
  ])('%j is a person', (value, name) => {
    expect(initiative({ 'Sales sponsor': value })).toMatchObject({ row: { salesSponsor: name }, codes: [] });
  });

  test.each(['tbd', '-', 'pending', 'Pending', 'n/a', '?', '®'])('%j names no partner and no initiative', (value) => {
    expect(initiative({ Initiative: value })).toMatchObject({ row: undefined, codes: ['missing-initiative'] });
    expect(initiative({ Partner: value })).toMatchObject({ row: undefined, codes: ['missing-partner'] });
  });

  test.each([['nobody', 'nobody'], ['no', 'no'], ['TBD - Q3', 'TBD - Q3'], ['To be Frank', 'To be Frank'], [0, '0'], [false, 'FALSE'], [42, '42']])(
    '%j is an initiative, since only people can be nobody', (value, name) => {
      expect(initiative({ Initiative: value })).toMatchObject({ row: { name }, codes: [] });
    });

  test.each(['n/a', 'tbd', '-', '$', 'open', 'to be confirmed'])('%j is blank in a column of numbers, dates or words', (value) => {
    const { row, codes } = initiative({ Revenue: value, Traction: value, Due: value, Outcome: value });
    expect(row).toMatchObject({ revenue: null, traction: null, due: null, outcome: null });
    expect(codes).toEqual([]);
    expect(partner({ Status: value, Tier: value, Relationship: value, 'Expectations agreed': value }))
      .toMatchObject({ row: { status: 'Active', tier: null, relationship: null, expectationsAgreed: null }, codes: [] });
  });

  test('ruling 18: "Pending" is unreadable where no name is asked for', () => {
    expect(initiative({ Revenue: 'pending', Due: 'Pending', Outcome: 'pending' }).codes.slice().sort()).toEqual(['unknown-outcome', 'unreadable-date', 'unreadable-number']);
    expect(initiative({ Stage: 'pending' }).codes).toEqual(['unknown-stage']);
    expect(partner({ Status: 'pending' })).toMatchObject({ row: { status: 'Active' }, codes: ['unknown-status'] });
  });
});

describe('ruling 19: numbers as text', () => {
  test.each<[string, number]>([
    ['1200', 1200], ['1,200', 1200], ['1,200,000', 1200000], ['12,34,567', 1234567], ['1,23,456.50', 123456.5], ["1'200'000", 1200000], ['1’200.50', 1200.5],
    ['1 200 000', 1200000], ['1\u00a0200,50', 1200.5], ['1\u202f200', 1200], ['1.200,50', 1200.5], ['1,200.50', 1200.5], ['1.200.000', 1200000], ['1.200.000,5', 1200000.5],
    ['1,5', 1.5], ['1,25', 1.25], ['1,2345', 1.2345], ['1.5', 1.5], ['1.25', 1.25], ['1.2345', 1.2345], ['0.125', 0.125], ['1234.500', 1234.5], ['.5', 0.5], ['1 200.500', 1200.5],
    ['-300', -300], ['−300', -300], ['300-', -300], ['(300)', -300], ['($300)', -300], ['$(300)', -300], ['-$300', -300], ['$-300', -300], ['(300) USD', -300],
    ['$1.2m', 1200000], ['1.2M', 1200000], ['1.200m', 1200000], ['1.2 mm', 1200000], ['1.2mn', 1200000], ['1,2 Mio', 1200000], ['1.2 million', 1200000], ['3k', 3000], ['3 Thousand', 3000],
    ['1.5b', 1500000000], ['1.5bn', 1500000000], ['2 billion', 2000000000], ['USD 1,200', 1200], ['1,200 USD', 1200], ['USD1.2m', 1200000], ['1.2m USD', 1200000], ['1.2mUSD', 1200000],
    ['€1.200,50', 1200.5], ['1.200,50 €', 1200.5], ['US$ 5', 5], ['C$5', 5], ['5 A$', 5], ['₹12,34,567', 1234567], ['¥500', 500], ['£3k', 3000], ['3 k€', 3000], ['chf 5', 5],
    ['１２００', 1200], ['￥５００', 500], [' 7 ', 7], ['0', 0], ['-0', 0],
  ])('"%s" is %d', (text, value) => {
    const { row, codes } = initiative({ Revenue: text });
    expect([seen(row?.revenue), codes]).toEqual([Math.round(value * 100), []]);
  });

  test.each(['1.200', '12.345', '999.000', '-1.200', '$1.200', '(1.200)', '1.200 €'])('"%s" may be a decimal or thousands', (text) => {
    expect(initiative({ Revenue: text })).toMatchObject({ row: { revenue: unreadable }, codes: ['ambiguous-number'] });
  });

  test.each([
    '~1m', '1-2m', '1m est.', 'lots', '1e5', '+5', '1,2,3', '1234,567', '12,3456,789', '1.2.3', '1,200,5', "1'20", '1 2', '1,200.5.5', '1.200,300,400', '$5€', '$$5', '5kk', 'k5', '--5', '-(5)',
    '5 est', '1 000\'000', 'R$ 5', '10²', '5 pieces', '0,125', 'USD', 'm', '5 all', '1/2', '0x10', 'Infinity', '1.', 'constructor', '9'.repeat(500),
  ])('"%s" is no number', (text) => {
    expect(initiative({ Revenue: text })).toMatchObject({ row: { revenue: unreadable }, codes: ['unreadable-number'] });
  });

  test('ruling 2: money is rounded to hundredths, half away from zero, on the decimals that the cell shows', () => {
    for (const [value, minor] of [[1.005, 101], [-1.005, -101], [2.675, 268], [0.285, 29], [1.0049999, 100], [0.1 + 0.2, 30], [1e-7, 0], [-0.001, 0], [8.345e3, 834500]] as const) {
      expect([value, seen(initiative({ Revenue: value }).row?.revenue)]).toEqual([value, minor]);
    }
  });

  test('money beyond 2^53 hundredths keeps its first 16 digits, and is never cut off', () => {
    expect(initiative({ Revenue: 123456789012345680 }).row?.revenue).toBe(12345678901234568000);
    expect(initiative({ Revenue: 1e307 })).toMatchObject({ row: { revenue: unreadable }, codes: ['unreadable-number'] });
  });
});

describe('ruling 20: what is no plain number in a column of money or traction', () => {
  test.each<[string, Cell]>([
    ['a percent text', '85%'], ['a percent format', formatted(0.85, '0.0%')], ['a boolean', true], ['FALSE', false],
    ['a date', day('2026-03-01')], ['a time', formatted(0.5, 'h:mm')], ['an elapsed time', formatted(1.5, '[h]:mm')], ['a month', formatted(46000, '[$-409]mmm\\-yy;@')],
  ])('%s is unreadable', (_, cell) => {
    expect(initiative({ 'Revenue target': cell, Traction: cell })).toMatchObject({
      row: { revenueTarget: unreadable, traction: unreadable }, codes: ['unreadable-number', 'unreadable-number'],
    });
  });

  test.each(['General', '0', '#,##0.00', '"$"#,##0', '[$€-407] #,##0.00', '_($* #,##0_);[Red]_($* (#,##0);_($* "-"_);_(@_)', '0.0,,"m"', '0" days"', '@', '0.00E+00', '#,##0\\ "EUR";[Red]\\-#,##0', ''])(
    'a number formatted %s is a number', (format) => {
      expect(initiative({ Revenue: formatted(5, format), Traction: formatted(5, format) })).toMatchObject({ row: { revenue: 500, traction: 5 }, codes: [] });
    });

  test('a count of opportunities carries no currency', () => {
    expect(initiative({ Traction: '$5', 'Traction target': '5 k' })).toMatchObject({ row: { traction: unreadable, tractionTarget: 5000 }, codes: ['unreadable-number'] });
  });

  test.each([
    '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!',
    '#EXTERNAL!', '#PYTHON!', '#TIMEOUT!',
  ])("Excel's %s is an error value", (error) => {
    expect(initiative({ Owner: error })).toMatchObject({ row: { owner: null }, codes: ['error-value'] });
  });

  test.each(['#', '#1', '#NA', '#n/a', ' #N/A', '#REF', 'N/A!'])('"%s" is no error value', (text) => {
    expect(initiative({ Owner: text }).codes).toEqual([]);
  });

  test('an error value is reported and counts as blank', () => {
    const { row, codes } = initiative({ Revenue: '#DIV/0!', Traction: '#N/A', Due: '#VALUE!', Outcome: '#REF!', 'Sales sponsor': '#N/A', Currency: '#NAME?' });
    expect(row).toMatchObject({ revenue: null, traction: null, due: null, outcome: null, salesSponsor: null });
    expect(codes).toEqual(Array(6).fill('error-value'));
    expect(partner({ Status: '#N/A', Tier: '#N/A', Relationship: '#N/A', 'Last QBR': '#N/A', 'Expectations agreed': '#N/A' }))
      .toMatchObject({ row: { status: 'Active', tier: null, relationship: null, lastQbr: null, expectationsAgreed: null }, codes: Array(5).fill('error-value') });
  });

  test('zero is a number like any other, and no percentage', () => {
    const { row, codes } = initiative({ Revenue: 0, 'Revenue target': 0, Pipeline: '0', 'Pipeline target': 0, Traction: 0, 'Traction target': '0' });
    expect(row).toMatchObject({ revenue: 0, revenueTarget: 0, pipeline: 0, pipelineTarget: 0, traction: 0, tractionTarget: 0 });
    expect(codes).toEqual([]);
  });

  test.each([Number.NaN, Infinity, -Infinity])('%d, which no cell shows, is no number', (value) => {
    expect(initiative({ Revenue: value, Traction: value })).toMatchObject({ row: { revenue: unreadable, traction: unreadable }, codes: ['unreadable-number', 'unreadable-number'] });
    expect(partner({ Relationship: value })).toMatchObject({ row: { relationship: unreadable }, codes: ['unreadable-number'] });
  });

  test('ruling 23: targets, pipeline and traction cannot be negative; revenue can', () => {
    const { row, codes } = initiative({ Revenue: '(5)', 'Revenue target': -5, Pipeline: '-5', 'Pipeline target': -5, Traction: -1, 'Traction target': '(1)' });
    expect(row).toMatchObject({ revenue: -500, revenueTarget: unreadable, pipeline: unreadable, pipelineTarget: unreadable, traction: unreadable, tractionTarget: unreadable });
    expect(codes).toEqual(Array(5).fill('negative-number'));
  });
});

describe('ruling 25: dates', () => {
  const dueOf = (value: Cell, date1904 = false): Seen<string> => {
    const due = initiative({ Due: value }, date1904).row?.due;
    return typeof due === 'number' ? isoText(due) : (seen(due) as null | 'unreadable');
  };

  test.each<[string, string]>([
    ['2026-09-30', '2026-09-30'], ['2026/9/3', '2026-09-03'], ['2026.09.30', '2026-09-30'], ['2026-09-30T23:59:59Z', '2026-09-30'], ['2026-09-30 10:15', '2026-09-30'],
    ['2026-09-30T10:15:00.000+02:00', '2026-09-30'], ['20260930', '2026-09-30'], ['46295', '2026-09-30'],
    ['30 Sep 2026', '2026-09-30'], ['30 september 2026', '2026-09-30'], ['30 Sept 2026', '2026-09-30'], ['Sep 30 2026', '2026-09-30'], ['September 30, 2026', '2026-09-30'], ['Sep. 3rd, 2026', '2026-09-03'],
    ['1st May 2026', '2026-05-01'], ['22nd Feb 2026', '2026-02-22'], ['30-Sep-26', '2026-09-30'], ['3-Sep-2026', '2026-09-03'], ['30. Sep 2026', '2026-09-30'],
    ['30/09/2026', '2026-09-30'], ['9/30/2026', '2026-09-30'], ['30.9.26', '2026-09-30'], ['09-30-26', '2026-09-30'], ['5/5/2026', '2026-05-05'], ['29/2/2028', '2028-02-29'],
    ['2026-09-30 10:15 pm', '2026-09-30'], ['2026-09-30 10:15am', '2026-09-30'], ['2026-09-30T10:15+0200', '2026-09-30'], ['2026-09-30 10:15 -05:00', '2026-09-30'],
    ['30 Sep., 2026', '2026-09-30'], ['30/Sep/26', '2026-09-30'], [`${' '.repeat(38)}2026-09-30`, '2026-09-30'],
    ['1990-01-01', '1990-01-01'], ['31/12/2099', '2099-12-31'], ['２０２６-09-30', '2026-09-30'], [' 2026-09-30 ', '2026-09-30'],
  ])('"%s" is %s', (text, iso) => {
    expect(dueOf(text)).toBe(iso);
  });

  test('each month has its name and its first three letters', () => {
    const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
    const monthOf = (text: string): Seen<string> => dueOf(text)?.slice(5, 7) ?? null;
    const numbers = names.map((_, index) => String(index + 1).padStart(2, '0'));
    expect(names.map((name) => monthOf(`1 ${name} 2026`))).toEqual(numbers);
    expect(names.map((name) => monthOf(`${name.slice(0, 3).toUpperCase()} 1, 2026`))).toEqual(numbers);
  });

  test.each(['03/04/2026', '3.4.26', '1-2-2026', '12/11/2026', '04-03-99'])('"%s" is ambiguous', (text) => {
    expect(initiative({ Due: text })).toMatchObject({ row: { due: unreadable }, codes: ['ambiguous-date'] });
  });

  test.each<Cell>([
    'Q3 2026', 'soon', '2026', 'Sep 2026', '31/02/2026', '13/14/2026', '0/5/2026', '2026-02-30', '2026-13-01', '1989-12-31', '2100-01-01', '03/04/1950', '3/4/126', '2026-09/30', '30 Foo 2026', '2026-09-30 or so',
    'on 2026-09-30', '12026-09-30', '2026-09-30 10:5', '2026-09-30 10:15xm', '2026-09-30T10:15+2', '202609301', '120260930', 'on 30 Sep 2026', '30 Sep 20261', 'on Sep 30 2026',
    'Sep 30 20261', 'Sep 30 26', '130/09/2026', '30/09/20261', '0095-01-01', '0/9/2026', '9/0/2026', '2026-00-10', '2026-09-00', '2026-09-31', '32 Jan 2026', `${' '.repeat(39)}2026-09-30`,
    '32873', '73051', '1234', '20261301', 32873, 73051, 0, -1, 1e9, Number.NaN, true, false,
  ])('%j is no date', (value) => {
    expect(initiative({ Due: value })).toMatchObject({ row: { due: unreadable }, codes: ['unreadable-date'] });
  });

  test('a number is a date whatever its format, without its time', () => {
    expect([46295, 46295.99, formatted(46295, '0%'), 32874, 73050].map((value) => dueOf(value))).toEqual(['2026-09-30', '2026-09-30', '2026-09-30', '1990-01-01', '2099-12-31']);
  });

  test('in a workbook of the 1904 date system serials are 1462 days later, in text too; written dates are the same', () => {
    expect([44833, '44833', '2026-09-30'].map((value) => dueOf(value, true))).toEqual(['2026-09-30', '2026-09-30', '2026-09-30']);
    expect(initiative({ Due: 71589 }, true).codes).toEqual(['unreadable-date']);
    expect(dueOf(31412, true)).toBe('1990-01-01');
  });
});

test.each<[Cell, Seen<boolean | string>]>([
  ...['yes', ' Yes ', 'Y', 'TRUE', 'x', 'X', '✓', 'Agreed', 'done', '1', 1, true].map((word): [Cell, boolean] => [word, true]),
  ...['no', 'N', 'false', 'Not agreed', '0', 0, false].map((word): [Cell, boolean] => [word, false]),
  ['', null], ['-', null], ['n/a', null], ['2026-09-30', '2026-09-30'], [46295, '2026-09-30'], ['maybe', 'unreadable'], [2, 'unreadable'], ['3/4/2026', 'unreadable'],
])('ruling 26: expectations agreed "%s" is %s', (value, agreed) => {
  const reading = partner({ 'Expectations agreed': value }).row?.expectationsAgreed;
  expect(typeof reading === 'number' ? isoText(reading) : seen(reading)).toBe(agreed);
});

test('ruling 26: what is neither a word nor a date is an unreadable date', () => {
  expect(partner({ 'Expectations agreed': 'maybe' }).codes).toEqual(['unreadable-date']);
  expect(partner({ 'Expectations agreed': '3/4/2026' }).codes).toEqual(['ambiguous-date']);
});

describe('ruling 27: stages', () => {
  test.each([
    ['Qualify', 'qualify, qualified, qualifying, qualification, idea, prospect, proposed, concept, new, discovery, 1. Qualify, 1 - Idea'],
    ['Approve', 'approve, approved, approving, approval, pending approval, awaiting approval, in approval, for approval, submitted, in review, under review, In-Review, Stage 2: Approval'],
    ['Launch', 'launch, launched, launching, live, in flight, execution, executing, in execution, active, in progress, running, ongoing, underway, 3. Launch, Stage 3 LIVE, In-flight, stage launch, 3) Launch'],
    ['Closed', 'closed, close, done, complete, completed, finished, ended, 4. Closed'],
  ])('%s is what is meant by each of its words', (stage, words) => {
    for (const word of words.split(', ')) expect([word, initiative({ Stage: word }).row?.stage]).toEqual([word, stage]);
  });

  test.each([
    ['Succeeded', 'won, closed won, succeeded, success, Closed - Won'],
    ['Failed', 'lost, closed lost, failed, Closed/Lost'],
    ['Stopped', 'cancelled, canceled, on ice, on hold, stopped, abandoned, withdrawn, parked, terminated'],
  ])('an outcome of %s is implied by the word', (outcome, words) => {
    for (const word of words.split(', ')) expect(initiative({ Stage: word }).row).toMatchObject({ stage: 'Closed', outcome });
  });

  test.each<Cell>(['pending', 'nowhere', 'Launch soon', 3, true, 'Stage', 'Stage 3'])('%j is no stage', (value) => {
    expect(initiative({ Stage: value }).codes).toEqual(['unknown-stage']);
  });
});

describe('ruling 28: outcomes', () => {
  test.each([
    ['Succeeded', 'succeeded, success, successful, won, achieved'],
    ['Failed', 'failed, failure, lost, unsuccessful, missed'],
    ['Stopped', 'stopped, cancelled, canceled, on ice, On-Ice, abandoned, withdrawn, terminated'],
  ])('%s is what is meant by each of its words', (outcome, words) => {
    for (const word of words.split(', ')) expect([word, initiative({ Stage: 'Closed', Outcome: word }).row?.outcome]).toEqual([word, outcome]);
  });

  test('the Outcome column beats what the stage implies, even where it cannot be read; a blank one does not', () => {
    expect(initiative({ Stage: 'Won', Outcome: 'Failed' }).row?.outcome).toBe('Failed');
    expect(initiative({ Stage: 'Won', Outcome: 'so so' })).toMatchObject({ row: { outcome: unreadable }, codes: ['unknown-outcome'] });
    expect(initiative({ Stage: 'Won', Outcome: '-' }).row?.outcome).toBe('Succeeded');
    expect(initiative({ Stage: 'Won', Outcome: '#N/A' })).toMatchObject({ row: { outcome: 'Succeeded' }, codes: ['error-value'] });
  });

  test('before Closed an outcome has no effect, and is still an issue when it cannot be read', () => {
    expect(initiative({ Stage: 'Launch', Outcome: 'Won' })).toMatchObject({ row: { outcome: null }, codes: [] });
    expect(initiative({ Stage: 'Launch', Outcome: 'so so' })).toMatchObject({ row: { outcome: null }, codes: ['unknown-outcome'] });
  });
});

test.each([
  ['Active', 'active, current, live'], ['Watch', 'watch, watchlist, at risk, At-Risk'], ['Exiting', 'exiting, exit, winding down'],
  ['Ended', 'ended, terminated, closed, inactive, former, exited'],
])('ruling 29: the status %s is what is meant by each of its words', (status, words) => {
  for (const word of words.split(', ')) expect(partner({ Status: word })).toMatchObject({ row: { status }, codes: [] });
});

test('ruling 29: a blank status is Active, an unknown one is reported and taken as Active', () => {
  expect(partner({ Status: '' })).toMatchObject({ row: { status: 'Active' }, codes: [] });
  expect(partner({ Status: 'sleeping' })).toMatchObject({ row: { status: 'Active' }, codes: ['unknown-status'] });
});

describe('ruling 5: what is not there', () => {
  const blankInitiative: Initiative = {
    row: 1, name: 'A', partner: 0, stage: 'Launch', outcome: null, owner: null, salesSponsor: null, approvedBy: null,
    revenueTarget: null, revenue: null, pipelineTarget: null, pipeline: null, sourcedRevenue: null, influencedRevenue: null, tractionTarget: null, traction: null,
    qualifiedOn: null, approvedOn: null, launchedOn: null, due: null, endedOn: null, lastInspected: null, sponsorLastEngaged: null,
  };
  const blankPartner: Partner = {
    row: 1, name: 'Acme', key: 'acme', tier: null, allianceManager: null, executiveSponsor: null, partnerSponsor: null, status: 'Active', jointBusinessPlan: null,
    lastQbr: null, expectationsAgreed: null, relationship: null, partnersView: null, surveyDate: null, agreementEnds: null, noticeBy: null,
  };
  const blank = (names: Readonly<Record<string, FieldNames>>, value: Cell): Record<string, Cell> => Object.fromEntries(Object.values(names).map(({ name }) => [name, value]));

  test('a column that the table does not have is blank in every row', () => {
    expect(initiative({}).row).toStrictEqual(blankInitiative);
    expect(partner({}).row).toStrictEqual(blankPartner);
  });

  test('an empty cell may also be nothing at all', () => {
    const emptied = (source: Source): Source => ({ ...source, values: source.values.map((row) => row.map((value) => (value === '' ? null : value))) });
    const sources = [
      partnersTable([{ ...blank(partnerNames, ''), Partner: 'Acme' }]), initiativesTable([{ ...blank(initiativeNames, ''), Initiative: 'A', Partner: 'Acme', Stage: 'Launch' }]),
    ];
    const { partners, initiatives, issues } = readTables(sources.map(emptied), { date1904: false });
    expect([partners?.rows, initiatives?.rows, issues]).toStrictEqual([[blankPartner], [blankInitiative], []]);
  });

  test.each<[string, Cell]>([['an empty text', ''], ['white space', ' \u00a0\n'], ['a dash', '-']])('a cell that holds %s is blank in every column', (_, value) => {
    expect(initiative({ ...blank(initiativeNames, value), Initiative: 'A', Partner: 'Acme', Stage: 'Launch' })).toStrictEqual({ row: blankInitiative, codes: [] });
    expect(partner({ ...blank(partnerNames, value), Partner: 'Acme' })).toStrictEqual({ row: blankPartner, codes: [] });
  });

  test('number formats that were not read leave the numbers as they are', () => {
    const sources = [partnersTable([{ Partner: 'Acme' }]), initiativesTable([{ Initiative: 'A', Partner: 'Acme', Stage: 'Launch', Revenue: formatted(0.5, '0%'), Traction: 7 }])];
    const [partnersSource, initiativesSource] = sources as [Source, Source];
    for (const formats of [null, [], [['General'], []], [['General'], [null, null, null, null, null, null]]]) {
      expect(readTables([partnersSource, { ...initiativesSource, formats }], { date1904: false }).initiatives?.rows[0]).toMatchObject({ revenue: 50, traction: 7 });
    }
  });
});
