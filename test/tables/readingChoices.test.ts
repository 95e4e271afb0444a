import fc from 'fast-check';
import { type ReadingChoices, noChoices, readChoices, writeChoices } from '../../src/tables/readingChoices';
import { findTables } from '../../src/tables/findTables';
import { readTables } from '../../src/tables/readTables';
import type { Source } from '../../src/tables/source';
import { type Cell, excelTable, initiativesTable, partnersTable, sheetOf } from './sheet';

const choose = (more: Partial<ReadingChoices>): ReadingChoices => ({ ...noChoices, ...more });
const headers = (sources: readonly Source[], choices: ReadingChoices) => readTables(sources, { date1904: false, choices });
const row = (partner: string, ...cells: Cell[]): Cell[] => [partner, ...cells];

describe('a column that is chosen', () => {
  const partners = excelTable('Partners', [['Partner', 'Tier', 'Boss', 'Owner'], row('Acme', 'A', 'Vera', 'Otto')]);

  test('is read in place of the one that was recognised', () => {
    const found = headers([partners], choose({ partners: { executiveSponsor: { header: 'Boss', position: 2 } } })).partners;
    expect([found?.rows[0]?.executiveSponsor, found?.rows[0]?.allianceManager]).toEqual(['Vera', 'Otto']);
  });
  test('leaves the field that its header was recognised as', () => {
    const found = headers([partners], choose({ partners: { executiveSponsor: { header: 'Owner', position: 3 } } })).partners;
    expect([found?.rows[0]?.executiveSponsor, found?.columns.allianceManager]).toEqual(['Otto', undefined]);
  });
  test('may be none', () => {
    expect(headers([partners], choose({ partners: { allianceManager: null } })).partners?.columns.allianceManager).toBeUndefined();
  });
  test('is found where it was moved to', () => {
    const moved = excelTable('Partners', [['Boss', 'Partner', 'Tier'], ['Vera', 'Acme', 'A']]);
    expect(headers([moved], choose({ partners: { executiveSponsor: { header: 'Boss', position: 2 } } })).partners?.rows[0]?.executiveSponsor).toBe('Vera');
  });
  test('is found in its place where it was renamed', () => {
    const renamed = excelTable('Partners', [['Partner', 'Tier', 'Chief'], row('Acme', 'A', 'Vera')]);
    expect(headers([renamed], choose({ partners: { executiveSponsor: { header: 'Boss', position: 2 } } })).partners?.rows[0]?.executiveSponsor).toBe('Vera');
  });
  test('is not another column that has come to its place and means something itself', () => {
    const gone = excelTable('Partners', [['Partner', 'Tier', 'Status'], row('Acme', 'A', 'Watch')]);
    const found = headers([gone], choose({ partners: { executiveSponsor: { header: 'Boss', position: 2 } } })).partners;
    expect([found?.rows[0]?.executiveSponsor, found?.rows[0]?.status]).toEqual([null, 'Watch']);
  });
  test('of two with one header is the one nearest to its place', () => {
    const twice = excelTable('Partners', [['Partner', 'Tier', 'Boss', 'Note', 'Boss'], row('Acme', 'A', 'Vera', '', 'Will')]);
    const read = (position: number) => headers([twice], choose({ partners: { executiveSponsor: { header: 'Boss', position } } })).partners?.rows[0]?.executiveSponsor;
    expect([read(2), read(4)]).toEqual(['Vera', 'Will']);
  });
  test('is no duplicate any more', () => {
    const two = excelTable('Partners', [['Partner', 'Tier', 'Owner', 'Manager'], row('Acme', 'A', 'Otto', 'Mia')]);
    expect(headers([two], noChoices).issues.map(({ code }) => code)).toContain('duplicate-column');
    expect(headers([two], choose({ partners: { allianceManager: { header: 'Manager', position: 3 } } })).issues.map(({ code }) => code)).not.toContain('duplicate-column');
  });
});

describe('a table that was not recognised', () => {
  const initiatives = sheetOf([['Venture', 'Vendor', 'Stage', 'Champion'], ['Cloud launch', 'Acme', 'Launch', 'Carla']], { sheet: 'Work' });
  const chosen = choose({ initiatives: { partner: { header: 'Vendor', position: 1 }, salesSponsor: { header: 'Champion', position: 3 } } });

  test('is one with the columns that it lacks', () => {
    expect(headers([partnersTable([{ Partner: 'Acme' }]), initiatives], noChoices).initiatives).toBeNull();
    expect(headers([partnersTable([{ Partner: 'Acme' }]), initiatives], chosen).initiatives?.rows).toMatchObject([{ name: 'Cloud launch', salesSponsor: 'Carla' }]);
  });
  test('is told to the editor of columns as what comes near', () => {
    expect(findTables([initiatives]).nearly.initiatives?.mapping.columns).toEqual({ initiative: 0, stage: 2 });
    expect(findTables([initiatives], [], chosen).nearly.initiatives).toBeNull();
  });
  test('of partners is found by a chosen header alone', () => {
    const vendors = sheetOf([['Vendor', 'Tier'], ['Acme', 'A']], { sheet: 'Vendors' });
    expect(headers([vendors], choose({ partners: { partner: { header: 'Vendor', position: 0 } } })).partners?.rows).toMatchObject([{ name: 'Acme', tier: 'A' }]);
  });
});

describe('what is said once', () => {
  const dated = (text: string) => initiativesTable([{ Initiative: 'One', Partner: 'Acme', Stage: 'Launch', Due: text }]);
  const due = (text: string, choices: ReadingChoices) => readTables([partnersTable([{ Partner: 'Acme' }]), dated(text)], { date1904: false, choices }).initiatives?.rows[0]?.due;

  test('the order of day and month reads the dates that do not tell', () => {
    expect([due('03/04/2026', choose({ dateOrder: 'dayFirst' })), due('03/04/2026', choose({ dateOrder: 'monthFirst' })), due('25/04/2026', choose({ dateOrder: 'monthFirst' }))]).toEqual([46115, 46085, 46137]);
  });
  test('the currency counts where no cell says one, and breaks a tie', () => {
    const money = (...cells: Cell[]) => readTables([partnersTable([{ Partner: 'Acme' }]), initiativesTable(cells.map((Revenue, index) => ({ Initiative: `I${index}`, Partner: 'Acme', Stage: 'Launch', Revenue })))], { date1904: false, choices: choose({ currency: 'EUR' }) });
    expect(money(5, 7).currency).toBe('EUR');
    expect(money('$5', 7).currency).toBe('USD');
    expect([money('$5', '€5').currency, money('$5', '€5').issues.map(({ code }) => code)]).toEqual(['EUR', ['mixed-currency']]);
  });
});

describe('choices as text', () => {
  const column = fc.option(fc.record({ header: fc.constantFrom('Boss', 'Sales lead'), position: fc.integer({ min: 0, max: 30 }) }), { nil: null });
  const any: fc.Arbitrary<ReadingChoices> = fc.record({
    partners: fc.dictionary(fc.constantFrom('tier', 'status', 'partner'), column, { noNullPrototype: true }), initiatives: fc.dictionary(fc.constantFrom('stage', 'owner'), column, { noNullPrototype: true }),
    dateOrder: fc.constantFrom(null, 'dayFirst' as const, 'monthFirst' as const), currency: fc.constantFrom(null, 'EUR', 'USD'),
  });

  test('come back as they were', () => {
    fc.assert(fc.property(any, (choices) => expect(readChoices(writeChoices(null, choices))).toEqual(choices)));
  });
  test.each([
    [null, null], ['not JSON', null], ['[]', null], ['{"version":1}', null], ['{"version":9,"mood":"good"}', '{"version":9,"mood":"good"}'],
  ])('nothing said, over %s, leaves %s', (before, after) => {
    expect(writeChoices(before, noChoices)).toBe(after);
  });
  test('what a later version stored stays', () => {
    expect(writeChoices('{"version":9,"mood":"good","currency":"USD"}', choose({ currency: 'EUR' }))).toBe('{"version":9,"mood":"good","currency":"EUR"}');
  });
  test.each(['{"partners":{"tier":5,"mood":{"header":"x"},"status":{"header":""}},"dateOrder":"up","currency":"euro"}', '7', 'null', '{"partners":[]}'])('what cannot be understood counts as not said: %s', (text) => {
    expect(readChoices(text)).toEqual(noChoices);
  });
});
