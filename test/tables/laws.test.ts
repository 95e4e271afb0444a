/** What holds for every workbook, whatever stands in its cells. */
import fc from 'fast-check';
import { dayText, isoText, serialOf } from '../../src/domain/calendar';
import { cellAddress, unreadable } from '../../src/domain/cell';
import type { SerialDate } from '../../src/domain/measure';
import { dayOfText } from '../../src/tables/dateText';
import { initiativeNames, moneyFields, partnerNames } from '../../src/tables/fields';
import { minorFromNumber, minorFromNumeral } from '../../src/tables/money';
import { numberFromText } from '../../src/tables/numberText';
import { partnerKey } from '../../src/tables/partnerName';
import { readTables } from '../../src/tables/readTables';
import type { Source, SourceValue } from '../../src/tables/source';
import { lawRuns } from '../lawRuns';
import { type Cell, excelTable, formatted, read, sheetOf } from './sheet';

const partnerHeaders = Object.values(partnerNames).map(({ name }) => name);
const initiativeHeaders = Object.values(initiativeNames).map(({ name }) => name);

const oddText = fc.oneof(
  fc.constantFrom('', ' ', '-', 'n/a', 'tbd', 'Total', 'Subtotal', 'Partner', 'Initiative', 'Stage', 'Correction', 'Decision', 'Currency', 'Rate', 'As of', '#N/A', '#REF!', '1.200', '$5', '5 EUR', '85%', '(300)', '3/4/2026', '=1+1', '\u200b', '🦊'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(...partnerHeaders, ...initiativeHeaders),
);
const oddValue: fc.Arbitrary<SourceValue> = fc.oneof(oddText, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const oddFormat = fc.oneof(fc.constantFrom('General', '0%', 'yyyy-mm-dd', '[$€-407] 0', '"', '[', '\\', '_', '[$', '[$-'), fc.string({ maxLength: 8 }));

const anySource: fc.Arbitrary<Source> = fc.record({
  sheet: fc.constantFrom('A', 'B'),
  sheetPosition: fc.nat(3),
  hidden: fc.boolean(),
  table: fc.option(fc.constantFrom('T', 'U')),
  hasHeaders: fc.boolean(),
  hasTotals: fc.boolean(),
  row: fc.nat(5),
  column: fc.nat(5),
  values: fc.array(fc.array(oddValue, { maxLength: 8 }), { maxLength: 10 }),
  formats: fc.option(fc.array(fc.array(fc.option(oddFormat), { maxLength: 8 }), { maxLength: 10 })),
});

test('no cells whatever make the reading fail', () => {
  fc.assert(fc.property(fc.array(anySource, { maxLength: 4 }), fc.boolean(), (sources, date1904) => {
    const { counts } = readTables(sources, { date1904 });
    for (const { rows, used, reported } of [counts.partners, counts.initiatives]) expect(used + reported).toBe(rows);
  }), lawRuns(500));
});

/** Cells as they stand in real workbooks, good and bad, by the column they belong to. */
const name = fc.constantFrom('Acme', 'ACME Inc.', 'Bolt', 'Cord', 'Nobody', '', '-', '#N/A', 'Total');
const person = fc.constantFrom<SourceValue>('Kim', 'Na Li', 'tbd', 'TBD - hire', '', 0, '#N/A', false);
const amount: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer({ min: -5000, max: 5000000 }),
  fc.integer({ min: 0, max: 500000000 }).map((cents) => cents / 100),
  fc.constantFrom<Cell>('', '$1.2m', '1,200', '(300)', '85%', 'lots', '1.200', '€5', '#DIV/0!', formatted(5, '[$€-407] 0'), formatted(0.5, '0%'), formatted(5, 'yyyy'), true, '-'),
);
const date: fc.Arbitrary<Cell> = fc.oneof(fc.integer({ min: 44000, max: 47000 }), fc.constantFrom<Cell>('', '2026-09-30', '3/4/2026', 'soon', '30 Sep 2026', '#N/A', true, 5));
const stage = fc.constantFrom('Idea', 'Approve', 'Live', 'Won', 'Closed', 'pending', '', 'nowhere', '#REF!');
const survey: fc.Arbitrary<Cell> = fc.oneof(fc.integer({ min: 0, max: 11 }), fc.constantFrom<Cell>('', '85%', formatted(0.5, '0%'), 'good', 4.5));

const partnerRow = fc.record({
  Partner: name, Tier: fc.constantFrom('Strategic', '', '#N/A'), 'Alliance manager': person, Status: fc.constantFrom('', 'Ended', 'sleeping', '#N/A'),
  'Last QBR': date, 'Expectations agreed': fc.oneof(date, fc.constantFrom('yes', 'no', 'x')), Relationship: survey, "Partner's view": survey,
});
const initiativeRow = fc.record({
  Initiative: fc.constantFrom('A', 'B', '', '#N/A', 'Average'), Partner: name, Stage: stage, 'Sales sponsor': person, Owner: person,
  'Revenue target': amount, 'Revenue ($)': amount, Pipeline: amount, Traction: amount, 'Launched on': date, Due: date, Outcome: fc.constantFrom('', 'Won', 'so so', '#N/A'),
  Currency: fc.constantFrom('', '', 'USD', 'EUR', '#N/A'),
});
type Rows = readonly Readonly<Record<string, Cell>>[];
const workbook = fc.record({ partners: fc.array(partnerRow, { maxLength: 6 }), initiatives: fc.array(initiativeRow, { maxLength: 10 }) });

function sourcesOf(partners: Rows, initiatives: Rows, order: (headers: readonly string[]) => readonly string[] = (headers) => headers): Source[] {
  const cells = (headers: readonly string[], rows: Rows): Cell[][] => [[...order(headers)], ...rows.map((row) => order(headers).map((header) => row[header] ?? ''))];
  return [
    excelTable('Partners', cells(['Partner', 'Tier', 'Alliance manager', 'Status', 'Last QBR', 'Expectations agreed', 'Relationship', "Partner's view"], partners)),
    excelTable('Initiatives', cells([
      'Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Owner', 'Revenue target', 'Revenue ($)', 'Pipeline', 'Traction', 'Launched on', 'Due', 'Outcome', 'Currency',
    ], initiatives), { sheetPosition: 1 }),
  ];
}

test('every row is either used or reported, and a reported row has exactly its one issue', () => {
  fc.assert(fc.property(workbook, ({ partners, initiatives }) => {
    const rows = read(...sourcesOf(partners, initiatives));
    for (const [table, count] of [[rows.partners, rows.counts.partners], [rows.initiatives, rows.counts.initiatives]] as const) {
      expect(count.used + count.reported).toBe(count.rows);
      expect(table?.rows).toHaveLength(count.used);
      const used = new Set(table?.rows.map(({ row }) => row));
      const elsewhere = rows.issues.filter(({ cell }) => cell?.sheet === table?.sheet && cell !== null && cell.row > 0 && !used.has(cell.row));
      expect(elsewhere).toHaveLength(count.reported);
    }
  }), lawRuns(300));
});

test('a cell has one issue at most, and every issue says something', () => {
  fc.assert(fc.property(workbook, ({ partners, initiatives }) => {
    const { issues } = read(...sourcesOf(partners, initiatives));
    const cells = issues.flatMap(({ cell }) => (cell === null ? [] : cellAddress(cell)));
    expect(new Set(cells).size).toBe(cells.length);
    for (const { message } of issues) expect(message).toMatch(/^["A-Z].*[.?]$/);
  }), lawRuns(300));
});

test('the money of readable cells is used or reported, to the cent', () => {
  const cents = fc.integer({ min: -500000000, max: 500000000 });
  const row = fc.record({ partner: fc.constantFrom('Acme', 'Nobody', ''), target: cents, revenue: cents, currency: fc.constantFrom('', 'USD', 'EUR') });
  fc.assert(fc.property(fc.array(row, { maxLength: 12 }), (cells) => {
    const rows = read(
      excelTable('Partners', [['Partner', 'Tier'], ['Acme']]),
      excelTable('Initiatives', [
        ['Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Revenue target', 'Revenue', 'Currency'],
        ...cells.map(({ partner, target, revenue, currency }) => ['A', partner, 'Live', '', target / 100, revenue / 100, currency]),
      ], { sheetPosition: 1 }),
    );
    const used = new Set(rows.initiatives?.rows.map(({ row: place }) => place));
    const total = cells.reduce((sum, { target, revenue }) => sum + target + revenue, 0);
    const inUsedCells = (rows.initiatives?.rows ?? []).flatMap((initiative) => moneyFields.map((field) => initiative[field]))
      .reduce((sum: number, reading) => sum + (typeof reading === 'number' ? reading : 0), 0);
    const inReportedCells = rows.issues.filter(({ code }) => code === 'mixed-currency' || code === 'negative-number')
      .reduce((sum, { cell }) => sum + (cell?.column === 4 ? (cells[cell.row - 1]?.target ?? 0) : (cells[(cell?.row ?? 0) - 1]?.revenue ?? 0)), 0);
    const inReportedRows = cells.reduce((sum, { target, revenue }, index) => sum + (used.has(index + 1) ? 0 : target + revenue), 0);
    expect(inUsedCells + inReportedCells + inReportedRows).toBe(total);
  }), lawRuns(300));
});

test('the order of the columns does not matter, but for the word that begins a totals row', () => {
  fc.assert(fc.property(workbook, fc.nat(), (all, turn) => {
    const partners = all.partners.filter(({ Partner }) => Partner !== 'Total');
    const initiatives = all.initiatives.filter(({ Initiative, Partner }) => Initiative !== 'Average' && Partner !== 'Total');
    const turned = (headers: readonly string[]): readonly string[] => {
      const at = turn % headers.length;
      return [...headers.slice(at), ...headers.slice(0, at)].reverse();
    };
    const [straight, shuffled] = [read(...sourcesOf(partners, initiatives)), read(...sourcesOf(partners, initiatives, turned))];
    const codes = ({ issues }: typeof straight): string[] => issues.map(({ code, cell, message }) => `${code} ${cell?.row} ${message}`).sort();
    expect(shuffled.partners?.rows).toEqual(straight.partners?.rows);
    expect(shuffled.initiatives?.rows).toEqual(straight.initiatives?.rows);
    expect([codes(shuffled), shuffled.counts, shuffled.currency]).toEqual([codes(straight), straight.counts, straight.currency]);
  }), lawRuns(200));
});

test('a table reads the same as an Excel table and as a plain range with title rows above and totals below', () => {
  fc.assert(fc.property(fc.array(partnerRow.filter(({ Partner }) => Partner !== '' && Partner !== 'Total'), { minLength: 1, maxLength: 6 }), (partners) => {
    const [table] = sourcesOf(partners, []);
    const cells = (table?.values ?? []).map((row, r) => row.map((value, c) => formatted(value, table?.formats?.[r]?.[c] ?? 'General')));
    const plain = sheetOf([['Our alliances'], ['as of today'], ...cells, ['Total', '', '', '', 46000]], { sheet: 'Plain', row: 1 });
    const [one, other] = [read(table as Source), read(plain)];
    expect(other.partners?.rows.map((partner) => ({ ...partner, row: partner.row - 3 }))).toEqual(one.partners?.rows);
    expect(other.counts).toEqual(one.counts);
  }), lawRuns(200));
});

const grouped = (whole: string, separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator);

test('a formatted amount gives the amount back', () => {
  const styles: readonly ((whole: string, fraction: string) => string)[] = [
    (whole, fraction) => `${grouped(whole, ',')}.${fraction}`,
    (whole, fraction) => `${grouped(whole, '.')},${fraction}`,
    (whole, fraction) => `${grouped(whole, ' ')},${fraction}`,
    (whole, fraction) => `${grouped(whole, "'")}.${fraction}`,
    (whole, fraction) => `$${whole}.${fraction}`,
    (whole, fraction) => `${grouped(whole, '.')},${fraction} €`,
    (whole, fraction) => `USD ${grouped(whole, ',')}.${fraction}`,
  ];
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e14 }), fc.constantFrom(...styles), fc.constantFrom('', '-', '−', '()'), (hundredths, style, sign) => {
    const written = style(String(Math.floor(hundredths / 100)), String(hundredths % 100).padStart(2, '0'));
    const text = sign === '()' ? `(${written})` : sign + written;
    const number = numberFromText(text);
    const minor = typeof number === 'object' ? minorFromNumeral(number.numeral, 0) : number;
    expect(minor).toBe(sign === '' || hundredths === 0 ? hundredths : -hundredths);
  }), lawRuns());
});

test('hundredths of a number are those of its decimals, whatever the scale', () => {
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(6), (digits, places) => {
    const value = Number(`${digits}e-${places}`);
    const [scaled, unit] = [digits * 100n, 10n ** BigInt(places)];
    const magnitude = scaled < 0n ? -scaled : scaled;
    const rounded = (magnitude * 2n + unit) / (2n * unit);
    if (rounded <= BigInt(Number.MAX_SAFE_INTEGER)) expect(minorFromNumber(value, 0)).toBe(Number(scaled < 0n ? -rounded : rounded) + 0);
  }), lawRuns(500));
});

test('a date gives itself back from every unambiguous way of writing it', () => {
  const anyDay = fc.integer({ min: serialOf(1990, 1, 1), max: serialOf(2099, 12, 31) }).map((serial) => serial as SerialDate);
  fc.assert(fc.property(anyDay, (serial) => {
    const iso = isoText(serial);
    const [year = '', month = '', day = ''] = iso.split('-');
    for (const text of [iso, `${iso}T08:00`, `${year}${month}${day}`, dayText(serial), `${year}/${month}/${day}`, String(serial)]) expect([text, dayOfText(text, false)]).toEqual([text, serial]);
    const slashed = dayOfText(`${day}/${month}/${year}`, false);
    expect(slashed).toBe(Number(day) > 12 || day === month ? serial : 'ambiguous-date');
  }), lawRuns());
});

test('a name and its key join whatever its case, its spaces and its legal form', () => {
  const words = fc.array(fc.constantFrom('Acme', 'Nord', 'Blue', 'Data', 'Ähre', '李'), { minLength: 1, maxLength: 4 });
  fc.assert(fc.property(words, fc.constantFrom('', ' Inc', ', Inc.', ' GmbH', ' S.A.', ' & Co. KG', ' Ltd.'), fc.constantFrom(' ', '  ', '-', '\u00a0'), (parts, legal, space) => {
    expect(partnerKey(parts.join(space).toUpperCase() + legal)).toBe(partnerKey(parts.join('')));
  }), lawRuns());
});

test('what cannot be read is never read as nothing', () => {
  fc.assert(fc.property(fc.string({ maxLength: 12 }), (text) => {
    const rows = read(
      excelTable('Partners', [['Partner', 'Tier'], ['Acme']]),
      excelTable('Initiatives', [['Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Revenue'], ['A', 'Acme', 'Live', '', text]], { sheetPosition: 1 }),
    );
    const revenue = rows.initiatives?.rows[0]?.revenue;
    expect(rows.issues.length === 0 ? typeof revenue === 'number' || revenue === null : revenue === unreadable || revenue === null).toBe(true);
    if (revenue === null && /[1-9]/.test(text)) expect(rows.issues).toHaveLength(1);
  }), lawRuns(300));
});
