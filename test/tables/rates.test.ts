/** Several currencies in one: the Rates table, ruling 22. */
import fc from 'fast-check';
import { unreadable } from '../../src/domain/cell';
import type { Minor } from '../../src/domain/measure';
import { fractionOf, minorTimes } from '../../src/tables/money';
import { type ReadOptions, readTables } from '../../src/tables/readTables';
import type { Source } from '../../src/tables/source';
import { lawRuns } from '../lawRuns';
import { type Cell, type Place, day, excelTable, formatted, initiativesTable, issueList, partnersTable, sheetOf } from './sheet';

const acme = partnersTable([{ Partner: 'Acme' }]);
const asOf = day('2026-09-30').value as ReadOptions['asOf'];
const headers = ['Currency', 'Rate', 'As of'];
const ratesTable = (rows: readonly (readonly Cell[])[], place: Place = {}): Source => excelTable('Rates', [headers, ...rows], { sheetPosition: 2, ...place });

type Row = Readonly<Record<string, Cell>>;
function initiatives(rows: readonly Row[], place: Place = {}): Source {
  return initiativesTable(rows.map((row, index) => ({ Initiative: `I${index}`, Partner: 'Acme', Stage: 'Launch', 'Sales sponsor': '', ...row })), place);
}

/** What the table gives with these rates, on 30 September 2026. */
function converted(rows: readonly Row[], rates: readonly (readonly Cell[])[], options: Partial<ReadOptions> = {}) {
  return readTables([acme, initiatives(rows), ratesTable(rates)], { date1904: false, asOf, ...options });
}
type Reading = ReturnType<typeof converted>;

const revenues = ({ initiatives: table }: Reading) => table?.rows.map(({ revenue }) => revenue);
const messages = ({ issues }: Reading): readonly string[] => issues.map(({ message }) => message);
const usedRates = ({ rates }: Reading) => rates.map(({ currency, rate }) => [currency, rate]);
/** What one euro comes to in a table of dollars: the rate that was used, `null` where none was. */
const rateOfEuro = (rates: readonly (readonly Cell[])[], options: Partial<ReadOptions> = {}): number | null =>
  converted([{ Revenue: '$1', Pipeline: '$1' }, { Revenue: '€1' }], rates, options).rates[0]?.rate ?? null;

describe('ruling 22: amounts of other currencies', () => {
  test('are converted at their rates, and unmarked ones are in the main currency', () => {
    const rows = converted(
      [
        { 'Revenue target': '$1,000', Revenue: '€100.05', Pipeline: '£200', 'Pipeline target': 300 },
        { 'Revenue target': 5000, Revenue: '$7.25', Pipeline: 400, 'Pipeline target': '$1' },
      ],
      [['USD', 1, day('2026-06-30')], ['EUR', 1.0812, day('2026-06-30')], ['GBP', '1.2734', ''], ['CHF', 1.11, '']],
    );
    // 100.05 x 1.0812 = 108.17406, 200 x 1.2734 = 254.68
    expect(rows.initiatives?.rows).toMatchObject([
      { revenueTarget: 100000, revenue: 10817, pipeline: 25468, pipelineTarget: 30000 },
      { revenueTarget: 500000, revenue: 725, pipeline: 40000, pipelineTarget: 100 },
    ]);
    expect([rows.currency, rows.issues]).toEqual(['USD', []]);
    expect(rows.rates).toEqual([
      { currency: 'EUR', rate: 1.0812, asOf: day('2026-06-30').value, cell: { sheet: 'Rates', row: 2, column: 1 } },
      { currency: 'GBP', rate: 1.2734, asOf: null, cell: { sheet: 'Rates', row: 3, column: 1 } },
    ]);
  });

  test('are converted in all four columns, by the mark of the text, the row, the format or the header', () => {
    const rows = converted(
      [
        { 'Revenue target (USD)': 10, 'Revenue (GBP)': 10, Pipeline: formatted(10, '[$€-407] #,##0'), 'Pipeline target': '€10', Currency: '' },
        { 'Revenue target (USD)': 10, 'Revenue (GBP)': 10, Pipeline: 10, 'Pipeline target': 10, Currency: 'eur' },
        { 'Revenue target (USD)': 10, 'Revenue (GBP)': '', Pipeline: '$10', 'Pipeline target': '$10', Currency: '' },
        { 'Revenue target (USD)': 10, 'Revenue (GBP)': '', Pipeline: '$10', 'Pipeline target': '$10', Currency: '' },
      ],
      [['$', 1, ''], ['€', 1.5, ''], ['gbp', 2, '']],
    );
    expect(rows.currency).toBe('USD');
    expect(rows.initiatives?.rows.slice(0, 2)).toMatchObject([
      { revenueTarget: 1000, revenue: 2000, pipeline: 1500, pipelineTarget: 1500 },
      { revenueTarget: 1500, revenue: 1500, pipeline: 1500, pipelineTarget: 1500 },
    ]);
  });

  test('are rounded once, half a cent away from zero, below zero too', () => {
    const rows = converted(
      [{ Revenue: '€0.01' }, { Revenue: '-€0.01' }, { Revenue: '€0.03' }, { Revenue: '(€1.01)' }, { Revenue: '€0.00' }, { Pipeline: '$1', 'Pipeline target': '$1', 'Revenue target': '$1' }, { Pipeline: '$1', 'Pipeline target': '$1', 'Revenue target': '$1' }],
      [['EUR', 0.5, '']],
    );
    // 0.005 is 0.01, -0.005 is -0.01, 0.015 is 0.02, -0.505 is -0.51
    expect(revenues(rows)?.slice(0, 5)).toEqual([1, -1, 2, -51, 0]);
    // 0.01 x 0.49 = 0.0049, 0.01 x 1.49 = 0.0149
    expect(minorTimes(1 as Minor, fractionOf('0.49'))).toBe(0);
    expect(minorTimes(-1 as Minor, fractionOf('1.49'))).toBe(-1);
  });

  test('are multiplied on all their decimals: in doubles 1 times 1.005 is 1.00', () => {
    // 100 x 1.005 = 100.5, 110 x 1.15 = 126.5, 12,345,678,901 x 1.0812 = 13,348,148,027.7612
    expect(minorTimes(100 as Minor, fractionOf('1.005'))).toBe(101);
    expect(minorTimes(110 as Minor, fractionOf('1.15'))).toBe(127);
    expect(minorTimes(12345678901 as Minor, fractionOf('1.0812'))).toBe(13348148028);
    // 200,000 million dong at 6.5e-7: 0.13 million
    expect(minorTimes(20_000_000_000_000 as Minor, fractionOf('6.5e-7'))).toBe(13_000_000);
    expect(minorTimes(2 as Minor, fractionOf('1.5e+21'))).toBe(3e21);
  });

  test('have a scale from their header before they are converted', () => {
    // 1.23456 thousand euros are 1,234.56; x 2 = 2,469.12
    expect(revenues(converted([{ 'Revenue ($k)': '€1.23456' }, { 'Revenue ($k)': 1 }, { 'Revenue ($k)': 2 }], [['EUR', 2, '']]))).toEqual([246912, 100000, 200000]);
  });

  test('are left out where the sign or the number is at fault, whatever their rate', () => {
    const rows = converted([{ Pipeline: '-€5', Revenue: '€1.200' }, { Pipeline: '$5', Revenue: '$1' }], [['EUR', 2, '']]);
    expect(issueList(rows.issues)).toEqual(['negative-number Initiatives!E2', 'ambiguous-number Initiatives!F2']);
    expect(rows.rates).toEqual([]);
  });

  test('are left out where no number can hold what they come to', () => {
    const rows = converted([{ Revenue: '€1' }, { Revenue: '$1', Pipeline: '$1' }], [['EUR', 1e308, '']]);
    expect([revenues(rows), rows.rates]).toEqual([[unreadable, 100], []]);
  });

  test('of reported rows use no rate', () => {
    const rows = converted([{ Revenue: '$1' }, { Partner: 'Nobody', Revenue: '€1' }], [['EUR', 2, '']]);
    expect([issueList(rows.issues), rows.rates]).toEqual([['unknown-partner Initiatives!B3'], []]);
  });
});

describe('ruling 22: the reporting currency', () => {
  /** Two cells in euros, one in dollars, one unmarked. */
  const mostlyEuros: readonly Row[] = [{ Revenue: '€10', Pipeline: '€10' }, { Revenue: '$10' }, { Revenue: 10 }];
  /** As many in euros as in dollars. */
  const tied: readonly Row[] = [{ Revenue: '€10' }, { Revenue: '$10' }, { Revenue: 10 }];
  const unmarked: readonly Row[] = [{ Revenue: 10 }];
  const x = unreadable;

  test.each<[string, readonly Row[], readonly (readonly Cell[])[], string | null, string | null, unknown[]]>([
    ['is the policy\'s', mostlyEuros, [['EUR', 1.25], ['USD', 1], ['GBP', 1]], 'USD', 'USD', [1250, 1000, 1250]],
    ['is the policy\'s, although another has the rate 1, and then nothing is converted', mostlyEuros, [['EUR', 1.25], ['USD', 1]], 'EUR', 'EUR', [1000, x, 1000]],
    ['is the policy\'s without a rate of its own', mostlyEuros, [['EUR', 0.8], ['USD', 0.5]], 'GBP', 'GBP', [800, 500, 800]],
    ['is the policy\'s, and what has no rate to it is left out, unmarked amounts too', mostlyEuros, [['USD', 0.5]], 'GBP', 'GBP', [x, 500, x]],
    ['is the policy\'s where no currency leads; unmarked amounts are in it', tied, [['EUR', 0.8], ['USD', 0.5]], 'GBP', 'GBP', [800, 500, 1000]],
    ['is the policy\'s where nothing is marked', unmarked, [['EUR', 0.8]], 'GBP', 'GBP', [1000]],
    ['is the policy\'s with a Rates table that is empty', mostlyEuros, [], 'USD', 'USD', [x, 1000, x]],
    ['is the only one with the rate 1 where the main one has a rate too', mostlyEuros, [['EUR', 1.25], ['USD', 1]], null, 'USD', [1250, 1000, 1250]],
    ['is the only one with the rate 1, written as text', mostlyEuros, [['EUR', '1.25'], ['USD', '1.00']], null, 'USD', [1250, 1000, 1250]],
    ['is the only one with the rate 1, although no cell is in it', [{ Revenue: '€10' }, { Revenue: 10 }], [['EUR', 1.25], ['USD', 1]], null, 'USD', [1250, 1250]],
    ['is the only one with the rate 1 where no currency leads; unmarked amounts are in it', tied, [['EUR', 1.25], ['USD', 1]], null, 'USD', [1250, 1000, 1000]],
    ['is the only one with the rate 1 where nothing is marked', unmarked, [['EUR', 1.25], ['USD', 1]], null, 'USD', [1000]],
    ['is the main one where it has the rate 1 itself', mostlyEuros, [['EUR', 1], ['USD', 0.8]], null, 'EUR', [1000, 800, 1000]],
    ['is the main one where it has no rate', mostlyEuros, [['USD', 0.8], ['GBP', 1]], null, 'EUR', [1000, 800, 1000]],
    ['is the main one where several have the rate 1, and then its own rate decides', mostlyEuros, [['EUR', 1.25], ['USD', 1], ['GBP', 1]], null, 'EUR', [1000, x, 1000]],
    ['is the main one where it and another have the rate 1', mostlyEuros, [['EUR', 1], ['USD', 1]], null, 'EUR', [1000, 1000, 1000]],
    ['is the main one where none has the rate 1, and with another rate of its own nothing is converted', mostlyEuros, [['EUR', 1.25], ['USD', 1.1]], null, 'EUR', [1000, x, 1000]],
    ['is the main one where nearly 1 is not 1', mostlyEuros, [['EUR', 1.25], ['USD', 1.0000001]], null, 'EUR', [1000, x, 1000]],
    ['is unknown where no currency leads and none has the rate 1', tied, [['EUR', 1.25], ['USD', 1.1]], null, null, [x, x, 1000]],
    ['is unknown where no currency leads and several have the rate 1', tied, [['EUR', 1], ['USD', 1]], null, null, [x, x, 1000]],
    ['is unknown where nothing is marked and no rate says', unmarked, [['EUR', 1.25]], null, null, [1000]],
  ])('%s', (_, rows, rates, reportingCurrency, currency, amounts) => {
    const result = converted(rows, rates, { reportingCurrency });
    expect([result.currency, revenues(result)]).toEqual([currency, amounts]);
    const reported = result.issues.map(({ code }) => code);
    expect(new Set(reported)).toEqual(new Set(reported.length > 0 ? ['mixed-currency'] : []));
    expect(reported.length > 0).toBe(amounts.includes(x));
  });

  test('without a Rates table is the main one, whatever the policy says', () => {
    const rows = readTables([acme, initiatives(mostlyEuros)], { date1904: false, asOf, reportingCurrency: 'USD' });
    expect([rows.currency, revenues(rows), rows.rates]).toEqual(['EUR', [1000, unreadable, 1000], []]);
    expect(messages(rows)).toEqual(['"Revenue" is in USD while the table is in EUR, so it is left out. Write the amount in EUR.']);
  });

  test('is not known without an Initiatives table', () => {
    const rows = readTables([acme, ratesTable([['USD', 1]])], { date1904: false, asOf });
    expect([rows.currency, rows.rates]).toEqual([null, []]);
  });

  test('is not listed among the rates used, and neither is a rate that nothing was converted at', () => {
    const rates = [['GBP', 1.27], ['EUR', 1.25], ['USD', 1]];
    expect(usedRates(converted(mostlyEuros, rates))).toEqual([['EUR', 1.25]]);
    expect(usedRates(converted([...mostlyEuros, { Revenue: '£1' }], rates))).toEqual([['GBP', 1.27], ['EUR', 1.25]]);
  });

  test('a refused amount says which rate is missing, or what is wrong with the rates', () => {
    expect(messages(converted([{ Revenue: '£10' }, { Revenue: '$10', Pipeline: '$1' }], [['EUR', 1.25], ['USD', 1]]))).toEqual([
      '"Revenue" is in GBP, and the Rates table has no usable rate from GBP to USD, so it is left out. Add the rate there.',
    ]);
    expect(messages(converted(mostlyEuros, [['EUR', 1.25], ['USD', 1.1]]))).toEqual([
      '"Revenue" is in USD and is not converted, because the Rates table gives EUR itself another rate than 1, so it is left out. Give every currency its rate to EUR.',
    ]);
    expect(messages(converted(tied, [['EUR', 1.25]]))).toEqual(['EUR', 'USD'].map((code) =>
      `"Revenue" is in ${code}, and no currency leads in the table, so it is left out. Give the currency to report in the rate 1 in the Rates table.`));
  });
});

describe('ruling 22: the rate of a currency', () => {
  test.each<[string, (readonly Cell[])[], number | null]>([
    ['of the as-of date itself counts', [['EUR', 1.1, day('2026-09-29')], ['EUR', 1.2, day('2026-09-30')]], 1.2],
    ['of the day after does not', [['EUR', 1.1, day('2026-09-29')], ['EUR', 1.2, day('2026-10-01')]], 1.1],
    ['that is only to come is none', [['EUR', 1.2, day('2026-10-01')]], null],
    ['is the latest, wherever it stands', [['EUR', 1.1, day('2026-06-30')], ['EUR', 1.2, day('2026-07-01')], ['EUR', 1.3, day('2026-05-31')]], 1.2],
    ['without a date is older than any other', [['EUR', 1.1, day('1990-01-01')], ['EUR', 1.2, '']], 1.1],
    ['with a date is newer than one without', [['EUR', 1.2, 'n/a'], ['EUR', 1.1, day('1990-01-01')]], 1.1],
    ['is the last row among those of one day', [['EUR', 1.3, day('2026-06-30')], ['EUR', 1.1, day('2026-06-30')], ['EUR', 1.2, day('2026-03-31')]], 1.1],
    ['is the last row among those without a date', [['EUR', 1.3, ''], ['EUR', 1.1, '']], 1.1],
    ['may have its date as text', [['EUR', 1.3, '30 June 2026'], ['EUR', 1.1, '2026-03-31']], 1.3],
    ['with an unreadable date is none', [['EUR', 1.2, 'last quarter']], null],
    ['with an ambiguous date is none, and the one before holds', [['EUR', 1.1, '2026-03-31'], ['EUR', 1.2, '03/04/2026']], 1.1],
    ['with an error for a date has none', [['EUR', 1.2, '#N/A']], 1.2],
    ['that is not usable leaves the one before in force', [['EUR', 1.1, day('2026-03-31')], ['EUR', 'n/a', day('2026-06-30')]], 1.1],
    ['is that of its own currency', [['EUR', 1.1, ''], ['GBP', 1.2, '']], 1.1],
    ['may name its currency by its mark', [['€', 1.1, '']], 1.1],
    ['whose currency is blank is none', [['', 1.1, ''], ['-', 1.1, ''], ['#N/A', 1.1, '']], null],
  ])('%s', (_, rates, expected) => {
    expect(rateOfEuro(rates)).toBe(expected);
  });

  test('counts whatever its date where no day is judged', () => {
    expect(rateOfEuro([['EUR', 1.1, day('2026-09-29')], ['EUR', 1.2, day('2031-01-01')]], { asOf: null })).toBe(1.2);
    const rows = readTables([acme, initiatives([{ Revenue: '$1', Pipeline: '$1' }, { Revenue: '€1' }]), ratesTable([['EUR', 1.2, day('2031-01-01')]])], { date1904: false });
    expect(usedRates(rows)).toEqual([['EUR', 1.2]]);
  });

  test('is dated in the date system of its workbook: 44,833 is 30 September 2026 where days count from 1904', () => {
    const rates = [['EUR', 1.1, 44832], ['EUR', 1.2, 44833], ['EUR', 1.3, 44834]];
    expect(rateOfEuro(rates, { date1904: true })).toBe(1.2);
    expect(rateOfEuro(rates)).toBe(1.3);
  });

  test.each<[Cell, number | null]>([
    [1.1, 1.1], [1e-7, 1e-7], [formatted(1.1, '0.0000'), 1.1], [formatted(1.1, '[$$-409]0.00'), 1.1], ['1.1', 1.1], [' 1,1 ', 1.1], ['1,350', 1350], [formatted('1.1', '0%'), 1.1],
    [0, null], [-1.1, null], ['0', null], ['-1.1', null], ['(1.1)', null], [NaN, null], [Infinity, null], ['1.081', null],
    [formatted(1.1, '0%'), null], [formatted(46000, 'yyyy-mm-dd'), null], [true, null], ['', null], ['n/a', null], ['#DIV/0!', null], ['parity', null],
    ['$1.1', null], ['1.1 EUR', null], ['110%', null], ['1.1k', null],
  ])('ruling 22: a cell %j is the rate %s', (cell, rate) => {
    expect(rateOfEuro([['EUR', cell, '']])).toBe(rate);
  });

  test('needs no column of dates', () => {
    const rates = excelTable('Rates', [['Ccy', 'Rate to the reporting currency'], ['EUR', 1.1]], { sheetPosition: 2 });
    const rows = readTables([acme, initiatives([{ Revenue: '$1', Pipeline: '$1' }, { Revenue: '€1' }]), rates], { date1904: false, asOf });
    expect(rows.rates).toEqual([{ currency: 'EUR', rate: 1.1, asOf: null, cell: { sheet: 'Rates', row: 1, column: 1 } }]);
  });

  test('is found in a plain range, with its cell; what follows two empty rows is no rate', () => {
    const rates = sheetOf([['Our rates'], [], ['As of', 'Currency', 'Rate'], ['', 'EUR', 1.1], [], [], ['', 'EUR', 9]], { sheet: 'Money', sheetPosition: 2, row: 3, column: 2 });
    const rows = readTables([acme, initiatives([{ Revenue: '$1', Pipeline: '$1' }, { Revenue: '€1' }]), rates], { date1904: false, asOf });
    expect(rows.rates).toEqual([{ currency: 'EUR', rate: 1.1, asOf: null, cell: { sheet: 'Money', row: 6, column: 4 } }]);
  });

  test('gives no issues, whatever stands in its table', () => {
    expect(converted([{ Revenue: '$1' }], [['#N/A', 'lots', 'soon'], ['EUR', '#N/A', '03/04/2026'], ['', 0, true]]).issues).toEqual([]);
  });
});

describe('sourced and influenced revenue', () => {
  const shown = ({ initiatives: table }: Reading) => table?.rows.map(({ sourcedRevenue, influencedRevenue }) => [sourcedRevenue, influencedRevenue]);

  test('are read like revenue, on the scale of their own headers', () => {
    const rows = readTables([acme, initiatives([
      { Revenue: '$5', 'Sourced revenue ($k)': 1.5, 'Influenced revenue': '(300)' }, { Revenue: '$5', 'Sourced revenue ($k)': '', 'Influenced revenue': 'n/a' },
    ])], { date1904: false });
    expect(shown(rows)).toEqual([[150000, -30000], [null, null]]);
  });

  test('are blank where they have no column', () => {
    expect(shown(readTables([acme, initiatives([{ Revenue: '$5' }])], { date1904: false }))).toEqual([[null, null]]);
  });

  test('give no issues, whatever stands in their cells', () => {
    const rows = readTables([acme, initiatives([
      { Revenue: '$5', 'Sourced revenue': 'lots', 'Influenced revenue': '85%' }, { Revenue: '$5', 'Sourced revenue': '#N/A', 'Influenced revenue': '€5' },
    ])], { date1904: false });
    expect([shown(rows), rows.issues]).toEqual([[[unreadable, unreadable], [null, unreadable]], []]);
  });

  test('have no say in the currency, and without a rate are unknown in any other', () => {
    const rows = readTables([acme, initiatives([{ Revenue: '$5', 'Sourced revenue': '€5', 'Influenced revenue': '€5' }, { Revenue: 5, 'Sourced revenue': 5, 'Influenced revenue': '$5' }])], { date1904: false });
    expect([rows.currency, rows.issues, shown(rows)]).toEqual(['USD', [], [[unreadable, unreadable], [500, 500]]]);
  });

  test('are converted by the same rates', () => {
    const rows = converted([{ Revenue: '$5', 'Sourced revenue': '€5', 'Influenced revenue': '£1.01' }, { Revenue: '$5', 'Sourced revenue': '-€5', 'Influenced revenue': '¥5' }], [['EUR', 1.1], ['GBP', 1.5]]);
    // 1.01 x 1.5 = 1.515
    expect([shown(rows), rows.issues]).toEqual([[[550, 152], [-550, unreadable]], []]);
    expect(usedRates(rows)).toEqual([['EUR', 1.1], ['GBP', 1.5]]);
  });
});

test('an amount at a rate is what all their decimals give, and at the rate 1 it is itself', () => {
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.nat(9), (minor, digits, places) => {
    const numeral = places === 0 ? String(digits) : `${digits / 10n ** BigInt(places)}.${String(digits % 10n ** BigInt(places)).padStart(places, '0')}`;
    const [product, unit] = [BigInt(Math.abs(minor)) * digits, 10n ** BigInt(places)];
    const rounded = product / unit + (2n * (product % unit) >= unit ? 1n : 0n);
    expect(minorTimes(minor as Minor, fractionOf(numeral))).toBe(Number(minor < 0 ? -rounded : rounded));
    expect(minorTimes(minor as Minor, fractionOf('1.00'))).toBe(minor + 0);
  }), lawRuns());
});
