/** Header scales and currencies: rulings 21 and 22. */
import { unreadable } from '../../src/domain/cell';
import { currencyOf, headerUnit, headerWords, meantBy, namedCurrency, sharedSigns, unitOf } from '../../src/tables/currency';
import { type Cell, formatted, initiativesTable, issueList, partnersTable, read } from './sheet';

const acme = partnersTable([{ Partner: 'Acme' }]);
const initiatives = (rows: Readonly<Record<string, Cell>>[]) =>
  read(acme, initiativesTable(rows.map((row, index) => ({ Initiative: `I${index}`, Partner: 'Acme', Stage: 'Launch', 'Sales sponsor': '', ...row }))));

test.each<[string, number]>([
  ['Revenue ($k)', 1e3], ['Revenue (USD m)', 1e6], ["Revenue ('000)", 1e3], ['Revenue USDk', 1e3], ['Revenue (in USD thousands)', 1e3], ['Revenue €m', 1e6], ['Revenue (k€)', 1e3],
  ['Revenue, USD bn', 1e9], ["Revenue $'000", 1e3], ['Revenue (M)', 1e6], ['Revenue', 1], ['Revenue (USD)', 1], ['Revenue to date', 1], ['Revenue (actual)', 1], ['Revenue (USD m, FY26)', 1e6],
])('ruling 21: the numbers under "%s" are multiplied by %d', (header, scale) => {
  const rows = initiatives([{ [header]: 1.5 }, { [header]: '2' }, { [header]: 1.23456 }]);
  expect(rows.initiatives?.rows.map(({ revenue }) => revenue)).toEqual([150 * scale, 200 * scale, Math.round(123.456 * scale)]);
});

test('ruling 21: a header scale holds for its own column, and for money alone', () => {
  const rows = initiatives([{ 'Revenue ($k)': 1, Revenue: '', Pipeline: 1, 'Traction (k)': 1 }]);
  expect(rows.initiatives?.rows[0]).toMatchObject({ pipeline: 100, traction: 1 });
});

test('ruling 22: the mark of a cell is in its text, else in its row, else in its format, else in its header', () => {
  const eur = '[$€-407] #,##0';
  const rows = initiatives([
    { 'Revenue (GBP)': formatted(1, eur), Currency: 'CHF' },
    { 'Revenue (GBP)': formatted(1, eur), Currency: '-' },
    { 'Revenue (GBP)': '$1', Currency: 'CHF' },
    { 'Revenue (GBP)': 1 },
    { 'Revenue (GBP)': 1, Currency: 'gbp' },
  ]);
  expect(rows.currency).toBe('GBP');
  expect(rows.issues.filter(({ code }) => code === 'mixed-currency').map(({ message }) => /is in (\w+) while/.exec(message)?.[1])).toEqual(['CHF', 'EUR', 'USD']);
  expect(rows.initiatives?.rows.map(({ revenue }) => revenue)).toEqual([unreadable, unreadable, unreadable, 100, 100]);
});

test('ruling 22: one currency for the whole table, all four money columns pooled; unmarked cells are in it', () => {
  const rows = initiatives([
    { 'Revenue target': '€5', Revenue: '$1', 'Pipeline target': '€5', Pipeline: '7' },
    { 'Revenue target': 5, Revenue: '$1', 'Pipeline target': '5 EUR', Pipeline: 7 },
  ]);
  expect(rows.currency).toBe('EUR');
  expect(issueList(rows.issues)).toEqual(['mixed-currency Initiatives!F2', 'mixed-currency Initiatives!F3']);
  expect(rows.initiatives?.rows[0]).toMatchObject({ revenueTarget: 500, revenue: unreadable, pipelineTarget: 500, pipeline: 700 });
});

test('ruling 22: where two currencies lead, every marked cell is reported and no currency is named', () => {
  const rows = initiatives([{ Revenue: '$1', Pipeline: '€1' }, { Revenue: 3, Pipeline: 4 }]);
  expect(rows.currency).toBeNull();
  expect(issueList(rows.issues)).toEqual(['mixed-currency Initiatives!E2', 'mixed-currency Initiatives!F2']);
  expect(rows.initiatives?.rows[1]).toMatchObject({ revenue: 300, pipeline: 400 });
});

test('ruling 22: without any mark the currency is unknown and nothing is mixed', () => {
  const rows = initiatives([{ Revenue: 1, Pipeline: 2 }]);
  expect([rows.currency, rows.issues]).toEqual([null, []]);
});

test.each<[Cell, string]>([
  ['$1', 'USD'], ['US$1', 'USD'], ['€1', 'EUR'], ['£1', 'GBP'], ['¥1', 'JPY'], ['C$1', 'CAD'], ['A$1', 'AUD'], ['₹1', 'INR'], ['1 SEK', 'SEK'], ['chf 1', 'CHF'],
  [formatted(1, '"$"#,##0'), 'USD'], [formatted(1, '$#,##0'), 'USD'], [formatted(1, '[$$-409]#,##0.00'), 'USD'], [formatted(1, '[$CHF-807] #,##0'), 'CHF'], [formatted(1, '#,##0.00\\ "€"'), 'EUR'],
  [formatted(1, '_-* #,##0.00 [$€-407]_-'), 'EUR'], [formatted(1, '#,##0 "SEK"'), 'SEK'], [formatted(1, '_($* #,##0_)'), 'USD'], [formatted(1, '[$US$-409]#,##0'), 'USD'],
  [formatted(1, '[$R$-416] #,##0'), 'R$'], [formatted(1, '"R$" #,##0'), 'R$'],
])('ruling 22: %j is in %s', (value, currency) => {
  expect(initiatives([{ Revenue: value }]).currency).toBe(currency);
});

test.each(['#,##0', '_-* #,##0.00 _€_-', '[$-409]#,##0', '[Red]0', '0.0,,"m"', '0 "all"'])('a number formatted %s carries no currency', (format) => {
  expect(initiatives([{ Revenue: formatted(1, format) }]).currency).toBeNull();
});

test.each([['EUR', 'EUR'], ['eur', 'EUR'], ['€', 'EUR'], ['US$', 'USD'], ['Euro', 'EURO']])('ruling 22: a Currency cell "%s" is the currency %s', (cell, currency) => {
  expect(initiatives([{ Revenue: 1, Currency: cell }]).currency).toBe(currency);
});

test('rulings 15 and 22: rows that are reported do not count for the currency', () => {
  const rows = initiatives([{ Revenue: '€1' }, { Partner: 'Nobody', Revenue: '$1' }, { Stage: '', Revenue: '$1' }]);
  expect(rows.currency).toBe('EUR');
  expect(issueList(rows.issues)).toEqual(['unknown-partner Initiatives!B3', 'missing-stage Initiatives!C4']);
});

test('rulings 22 and 32: a cell that has an issue already does not count for the currency', () => {
  const rows = initiatives([{ 'Revenue target': '€1', Pipeline: '-$5' }, { 'Revenue target': 1, Pipeline: '$1.200' }]);
  expect(rows.currency).toBe('EUR');
  expect(issueList(rows.issues)).toEqual(['negative-number Initiatives!F2', 'ambiguous-number Initiatives!F3']);
});

test.each([
  ['Europe', 'ALL AMD AZN BAM BGN BYN CHF CZK DKK EUR GBP GEL GIP HUF ISK MDL MKD NOK PLN RON RSD RUB SEK TRY UAH'],
  ['the Americas', 'ANG ARS AWG BBD BMD BOB BRL BSD BZD CAD CLP COP CRC CUP DOP FKP GTQ GYD HNL HTG JMD KYD MXN NIO PAB PEN PYG SRD TTD USD UYU VES XCD'],
  ['Asia and Oceania', 'AED AFN AUD BDT BHD BND BTN CNY FJD HKD IDR ILS INR IQD IRR JOD JPY KGS KHR KPW KRW KWD KZT LAK LBP LKR MMK MNT MOP MVR MYR NPR NZD OMR PGK PHP PKR QAR SAR SBD SGD SYP THB TJS TMT TOP TWD UZS VND VUV WST XPF YER'],
  ['Africa', 'AOA BIF BWP CDF CVE DJF DZD EGP ERN ETB GHS GMD GNF KES KMF LRD LSL LYD MAD MGA MRU MUR MWK MZN NAD NGN RWF SCR SDG SHP SLE SOS SSP STN SZL TND TZS UGX XAF XOF ZAR ZMW ZWL'],
])('ruling 22: the ISO codes of %s are currencies as written', (_, codes) => {
  for (const code of codes.split(' ')) expect(currencyOf(code)).toBe(code);
});

test.each(['all', 'Bob', 'cop', 'cup', 'Mad', 'pen', 'ron', 'top', 'try'])('"%s" is a word, and a currency only in capitals', (word) => {
  expect(currencyOf(word)).toBeNull();
  expect(headerUnit(`Revenue (${word})`).currency).toBeNull();
  expect(headerUnit(`Revenue (${word.toUpperCase()})`).currency).toBe(word.toUpperCase());
});

test.each(['usd', 'Eur', 'chf', 'us$', 'c$', 'A$'])('"%s" is a currency in any case', (word) => {
  expect(currencyOf(word)).toBe(currencyOf(word.toUpperCase()));
  expect(currencyOf(word)).not.toBeNull();
});

test.each(['', 'XXX', 'EURO', 'US', 'U$', '$$', 'dollars', 'constructor'])('"%s" is no currency', (word) => {
  expect(currencyOf(word)).toBeNull();
});

test.each([
  [3, 'k, K, thousand, Thousands, 000, 000s'],
  [6, 'm, M, mm, MM, mn, Mio, million, Millions'],
  [9, 'b, B, bn, BN, billion, Billions'],
])('rulings 19 and 21: 10^%i is what each of %s means, with a currency before or after it too', (exponent, words) => {
  for (const word of words.split(', ')) {
    expect([word, unitOf(word)]).toEqual([word, { currency: null, exponent }]);
    expect([word, unitOf(`$${word}`)]).toEqual([word, { currency: '$', exponent }]);
    expect([word, unitOf(`${word}EUR`)]).toEqual([word, { currency: 'EUR', exponent }]);
  }
});

test.each(['', 'kk', 'mk', 'USDEUR', '$$', 'net', 'kilo', 'USDx', 'xUSD', 'k$x', 'thousandthousand'])('"%s" says neither currency nor scale', (word) => {
  expect(unitOf(word)).toBeNull();
});

test('the longest unit is a currency with a scale word', () => {
  expect(unitOf('USDthousands')).toEqual({ currency: 'USD', exponent: 3 });
});

test.each([[' eur ', 'EUR'], ['\u00a0Euro ', 'EURO'], ['ＥＵＲ', 'EUR'], ['＄', '$'], ['mad', 'MAD'], ['tbd', null], ['-', null]])(
  'ruling 22: a Currency cell "%s" names %s', (text, currency) => {
    expect(namedCurrency(text)).toBe(currency);
  });

test('a sign that several countries write is the currency that is first among its own, unless somebody said otherwise', () => {
  for (const [sign, [usual, ...others]] of Object.entries(sharedSigns)) {
    expect([meantBy(sign, {}), ...others.map((code) => meantBy(sign, { [sign]: code }))]).toEqual([usual, ...others]);
    for (const code of [usual, ...others]) expect(currencyOf(code)).toBe(code);
  }
  expect([meantBy('EUR', { $: 'CAD' }), meantBy(null, { $: 'CAD' }), meantBy('CONSTRUCTOR', {})]).toEqual(['EUR', null, 'CONSTRUCTOR']);
});

test('the words of a header hold no apostrophes and no blanks', () => {
  expect(headerWords("Revenue,  ($'000) – net ")).toEqual(['Revenue', '$', '000', 'net']);
});
