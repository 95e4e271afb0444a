/** Columns that somebody chose, and what somebody said of the cells once. */
import { type ChosenColumn, type ReadingChoices, choiceOf, noChoices } from '../../src/tables/readingChoices';
import { findTables } from '../../src/tables/findTables';
import { readTables } from '../../src/tables/readTables';
import { signsUsed } from '../../src/tables/signsUsed';
import type { Source } from '../../src/tables/source';
import { strayColumns } from '../../src/tables/strayColumns';
import { type Cell, day, excelTable, formatted, initiativesTable, partnersTable, sheetOf } from './sheet';

const choose = (more: Partial<ReadingChoices>): ReadingChoices => ({ ...noChoices, ...more });
const headers = (sources: readonly Source[], choices: ReadingChoices) => readTables(sources, { date1904: false, choices });
const row = (partner: string, ...cells: Cell[]): Cell[] => [partner, ...cells];
const column = (header: string, left = '', right = ''): ChosenColumn => ({ header, between: [left, right] });
const sponsor = (chosen: ChosenColumn): ReadingChoices => choose({ partners: { executiveSponsor: chosen } });

describe('a column that is chosen', () => {
  const partners = excelTable('Partners', [['Partner', 'Tier', 'Boss', 'Owner'], row('Acme', 'A', 'Vera', 'Otto')]);
  const boss = column('Boss', 'Tier', 'Owner');
  const sponsorIn = (cells: readonly string[], values: readonly string[], chosen = boss): string | null | undefined =>
    headers([excelTable('Partners', [[...cells], [...values]])], sponsor(chosen)).partners?.rows[0]?.executiveSponsor as string | null | undefined;

  test('is remembered with the headers that it stands between', () => {
    expect(choiceOf(['', 'Partner', null, 'Boss '], 3)).toEqual(column('Boss', 'Partner'));
    expect(choiceOf(['', 'Partner', null, 'Boss '], 1)).toEqual(column('Partner', '', 'Boss'));
  });
  test('is read in place of the one that was recognised', () => {
    const found = headers([partners], sponsor(boss)).partners;
    expect([found?.rows[0]?.executiveSponsor, found?.rows[0]?.allianceManager]).toEqual(['Vera', 'Otto']);
  });
  test('leaves the field that its header was recognised as', () => {
    const found = headers([partners], sponsor(column('Owner'))).partners;
    expect([found?.rows[0]?.executiveSponsor, found?.columns.allianceManager]).toEqual(['Otto', undefined]);
  });
  test('may be none', () => {
    expect(headers([partners], choose({ partners: { allianceManager: null } })).partners?.columns.allianceManager).toBeUndefined();
  });
  test.each<[string, readonly string[], readonly string[], string | null]>([
    ['is found where it was moved to', ['Boss', 'Partner', 'Tier'], ['Vera', 'Acme', 'A'], 'Vera'],
    ['is found with other capitals and blanks', ['Partner', 'Tier', ' BOSS '], ['Acme', 'A', 'Vera'], 'Vera'],
    ['is found between its neighbours where it was renamed', ['Partner', 'Tier', 'Chief', 'Owner'], ['Acme', 'A', 'Vera', 'Otto'], 'Vera'],
    ['is found there beside columns that came or went elsewhere', ['Partner', 'Region', 'Tier', 'Chief', 'Owner'], ['Acme', 'South', 'A', 'Vera', 'Otto'], 'Vera'],
    ['is not guessed where it was renamed and moved', ['Chief', 'Partner', 'Tier', 'Owner'], ['Vera', 'Acme', 'A', 'Otto'], null],
    ['is not guessed where another column came beside it, too', ['Partner', 'Tier', 'Extra', 'Chief', 'Owner'], ['Acme', 'A', 'x', 'Vera', 'Otto'], null],
    ['is not a column in its place that means something itself', ['Partner', 'Tier', 'Status', 'Owner'], ['Acme', 'A', 'Watch', 'Otto'], null],
  ])('%s', (_, cells, values, read) => {
    expect(sponsorIn(cells, values)).toBe(read);
  });
  test('of two with one header is the one whose neighbours are most like the old ones, else the leftmost', () => {
    const [cells, values] = [['Partner', 'Tier', 'Boss', 'Note', 'Boss', 'Fax'], ['Acme', 'A', 'Vera', '', 'Will', '']];
    expect([column('Boss', 'Tier', 'Note'), column('Boss', 'Note'), column('Boss', '', 'Fax'), column('Boss')].map((chosen) => sponsorIn(cells, values, chosen))).toEqual(['Vera', 'Will', 'Will', 'Vera']);
  });
  test('is no duplicate any more', () => {
    const two = excelTable('Partners', [['Partner', 'Tier', 'Owner', 'Manager'], row('Acme', 'A', 'Otto', 'Mia')]);
    expect(headers([two], noChoices).issues.map(({ code }) => code)).toContain('duplicate-column');
    expect(headers([two], choose({ partners: { allianceManager: column('Manager') } })).issues.map(({ code }) => code)).not.toContain('duplicate-column');
  });
  test('of the corrections is read like any other', () => {
    const log = sheetOf([['Date', 'Correction', 'Champion'], [day('2026-09-01'), 'Weekly call', 'Ines']], { sheet: 'Log' });
    expect(headers([partnersTable([{ Partner: 'Acme' }]), log], choose({ corrections: { owner: column('Champion', 'Correction') } })).corrections?.table.rows[0]?.owner).toBe('Ines');
  });
  test('of the initiatives leaves a Partners table with the same header alone', () => {
    const chosen = choose({ initiatives: { initiative: column('Name') } });
    const both = [excelTable('Partners', [['Partner', 'Tier', 'Name', 'Status'], ['Acme', 'A', 'Acme Corp', 'Active']])];
    expect(headers(both, chosen).partners?.rows.map(({ name }) => name)).toEqual(['Acme']);
  });
});

describe('a column that is not where it was', () => {
  const stray = (cells: readonly string[], chosen: ChosenColumn) =>
    strayColumns(findTables([excelTable('Partners', [[...cells]])], [], sponsor(chosen)), sponsor(chosen)).map(({ field, now }) => `${field}: ${now === null ? 'gone' : `${now.header} between ${now.between.join(' and ')}`}`);

  test.each<[readonly string[], readonly string[]]>([
    [['Partner', 'Tier', 'Boss', 'Owner'], []],
    [['Boss', 'Partner', 'Tier', 'Owner'], []],
    [['Partner', 'Tier', 'Chief', 'Owner'], ['executiveSponsor: Chief between Tier and Owner']],
    [['Partner', 'Tier', 'Owner'], ['executiveSponsor: gone']],
  ])('among %j: %j', (cells, asked) => {
    expect(stray(cells, column('Boss', 'Tier', 'Owner'))).toEqual(asked);
  });
  test('is asked of the table that comes near where it was needed', () => {
    const work = [sheetOf([['Venture', 'Vendor', 'Stage', 'Fax'], ['Cloud launch', 'Acme', 'Launch', 'Carla']], { sheet: 'Work' })];
    const choices = choose({ initiatives: { partner: column('Vendor'), salesSponsor: column('Champion', 'Stage', 'Due') } });
    expect(strayColumns(findTables(work, [], choices), choices)).toMatchObject([{ kind: 'initiatives', field: 'salesSponsor', now: null }]);
  });
});

describe('a table that was not recognised', () => {
  const initiatives = sheetOf([['Venture', 'Vendor', 'Stage', 'Champion'], ['Cloud launch', 'Acme', 'Launch', 'Carla']], { sheet: 'Work' });
  const chosen = choose({ initiatives: { partner: column('Vendor'), salesSponsor: column('Champion') } });

  test('is one with the columns that it lacks', () => {
    expect(headers([partnersTable([{ Partner: 'Acme' }]), initiatives], noChoices).initiatives).toBeNull();
    expect(headers([partnersTable([{ Partner: 'Acme' }]), initiatives], chosen).initiatives?.rows).toMatchObject([{ name: 'Cloud launch', salesSponsor: 'Carla' }]);
  });
  test('is told to the editor of columns as what comes near, with what was chosen so far', () => {
    expect(findTables([initiatives]).nearly.initiatives?.mapping.columns).toEqual({ initiative: 0, stage: 2 });
    expect(findTables([initiatives], [], choose({ initiatives: { partner: column('Vendor') } })).nearly.initiatives?.mapping.columns).toEqual({ initiative: 0, partner: 1, stage: 2 });
    expect(findTables([initiatives], [], chosen).nearly.initiatives).toBeNull();
  });
  test('of partners is found by a chosen header alone', () => {
    const vendors = sheetOf([['Vendor', 'Tier'], ['Acme', 'A']], { sheet: 'Vendors' });
    expect(headers([vendors], choose({ partners: { partner: column('Vendor') } })).partners?.rows).toMatchObject([{ name: 'Acme', tier: 'A' }]);
  });
});

describe('what is said once', () => {
  const acme = partnersTable([{ Partner: 'Acme' }]);
  const dated = (text: string) => initiativesTable([{ Initiative: 'One', Partner: 'Acme', Stage: 'Launch', Due: text }]);
  const due = (text: string, choices: ReadingChoices) => readTables([acme, dated(text)], { date1904: false, choices }).initiatives?.rows[0]?.due;
  const worth = (header: string, ...cells: Cell[]) => initiativesTable(cells.map((cell, index) => ({ Initiative: `I${index}`, Partner: 'Acme', Stage: 'Launch', [header]: cell })));

  test('the order of day and month reads the dates that do not tell', () => {
    expect([due('03/04/2026', choose({ dateOrder: 'dayFirst' })), due('03/04/2026', choose({ dateOrder: 'monthFirst' })), due('25/04/2026', choose({ dateOrder: 'monthFirst' }))]).toEqual([46115, 46085, 46137]);
  });
  test('the currency counts where no cell says one, and breaks a tie', () => {
    const money = (...cells: Cell[]) => readTables([acme, worth('Revenue', ...cells)], { date1904: false, choices: choose({ currency: 'EUR' }) });
    expect(money(5, 7).currency).toBe('EUR');
    expect(money('$5', 7).currency).toBe('USD');
    expect([money('$5', '€5').currency, money('$5', '€5').issues.map(({ code }) => code)]).toEqual(['EUR', ['mixed-currency']]);
  });
  test.each<[string, Cell, string]>([
    ['Revenue', '$5', 'CAD'], ['Revenue', formatted(5, '"$"#,##0'), 'CAD'], ['Revenue', formatted(5, '[$$-409]#,##0'), 'CAD'], ['Revenue ($k)', 5, 'CAD'],
    ['Revenue', 'US$5', 'USD'], ['Revenue', 'USD 5', 'USD'], ['Revenue', 'A$5', 'AUD'], ['Revenue', '¥5', 'CNY'], ['Revenue', '€5', 'EUR'],
  ])('whose sign it is holds for text, format and header, and for no mark that tells itself: %s %j is %s', (header, cell, currency) => {
    expect(readTables([acme, worth(header, cell)], { date1904: false, choices: choose({ signs: { $: 'CAD', '¥': 'CNY' } }) }).currency).toBe(currency);
  });
  test('it holds for a Currency column and the Rates table, too', () => {
    const rates = excelTable('Rates', [['Currency', 'Rate'], ['EUR', 1], ['$', 0.5]]);
    const money = initiativesTable([{ Initiative: 'One', Partner: 'Acme', Stage: 'Launch', Revenue: 8, Currency: '$' }, { Initiative: 'Two', Partner: 'Acme', Stage: 'Launch', Revenue: '€8' }, { Initiative: 'Three', Partner: 'Acme', Stage: 'Launch', Revenue: 'CAD 4' }]);
    const rows = readTables([acme, money, rates], { date1904: false, reportingCurrency: 'EUR', choices: choose({ signs: { $: 'CAD' } }) });
    expect(rows.initiatives?.rows.map(({ revenue }) => revenue)).toEqual([400, 800, 200]);
  });
  test('what is marked with a sign of several countries is counted, from the first cell on', () => {
    const table = initiativesTable([{ Initiative: 'One', Partner: 'Acme', Stage: 'Launch', Revenue: 'US$5', Pipeline: '€3' }, { Initiative: 'Two', Partner: 'Acme', Stage: 'Launch', Revenue: '$5', Pipeline: formatted(3, '"$"0') }, { Initiative: 'Three', Partner: 'Acme', Stage: 'Launch', Revenue: 'about $5', Pipeline: '¥1' }]);
    expect(signsUsed(findTables([acme, table]).initiatives)).toEqual([
      { sign: '$', cell: { sheet: 'Initiatives', row: 2, column: 4 }, count: 2 }, { sign: '¥', cell: { sheet: 'Initiatives', row: 3, column: 5 }, count: 1 },
    ]);
    expect(signsUsed(findTables([acme, worth('Revenue ($k)', 5, '', '€1')]).initiatives)).toMatchObject([{ sign: '$', count: 1 }]);
    expect(signsUsed(null)).toEqual([]);
  });
});
