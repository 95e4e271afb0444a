/** The choices of how to read as text: what was said comes back, and nothing that is stored is lost. */
import fc from 'fast-check';
import { type ChosenColumn, type ReadingChoices, noChoices } from '../../src/tables/readingChoices';
import { readChoices, writeChoices } from '../../src/tables/storedChoices';

const choose = (more: Partial<ReadingChoices>): ReadingChoices => ({ ...noChoices, ...more });
const column: fc.Arbitrary<ChosenColumn | null> = fc.option(fc.record({ header: fc.constantFrom('Boss', 'Sales lead'), between: fc.tuple(fc.constantFrom('', 'Tier'), fc.constantFrom('', 'Due')) }), { nil: null });
const columns = (...fields: string[]) => fc.dictionary(fc.constantFrom(...fields), column, { noNullPrototype: true });
const anyChoices: fc.Arbitrary<ReadingChoices> = fc.record({
  partners: columns('tier', 'status', 'partner'), initiatives: columns('stage', 'owner'), corrections: columns('date', 'reason'),
  dateOrder: fc.constantFrom(null, 'dayFirst' as const, 'monthFirst' as const), currency: fc.constantFrom(null, 'EUR', 'USD'),
  signs: fc.constantFrom({}, { $: 'CAD' }, { $: 'USD', '¥': 'CNY' }),
});
const anyText = fc.option(fc.oneof(anyChoices.map((choices) => writeChoices('{"mood":"good","partners":{"mood":1}}', choices)), fc.json(), fc.string()), { nil: null });

test('what was said comes back, whatever was stored before', () => {
  fc.assert(fc.property(anyText, anyChoices, (before, choices) => {
    expect(readChoices(writeChoices(before, choices)).choices).toEqual(choices);
  }));
});

test('saving what was read changes nothing that is read', () => {
  fc.assert(fc.property(anyText, (text) => {
    const once = writeChoices(text, readChoices(text).choices);
    expect(writeChoices(once, readChoices(once).choices)).toBe(once);
  }));
});

test('what is said is all that is stored', () => {
  expect(writeChoices(null, choose({ initiatives: { salesSponsor: { header: 'Champion', between: ['Stage', 'Due'] }, owner: null }, dateOrder: 'dayFirst', signs: { $: 'CAD' } }))).toBe(
    '{"version":1,"initiatives":{"salesSponsor":{"header":"Champion","between":["Stage","Due"]},"owner":null},"dateOrder":"dayFirst","signs":{"$":"CAD"}}',
  );
});

test.each([
  [null, null], ['[]', '{"version":1,"unreadable":"[]"}'], ['day first', '{"version":1,"unreadable":"day first"}'], ['{"version":1}', null], ['{"version":1,"currency":"EUR"}', null],
  ['{"version":9,"mood":"good"}', '{"version":9,"mood":"good"}'], ['{"partners":{"constructor":1,"tier":null}}', '{"version":1,"partners":{"constructor":1}}'], ['{"partners":{"mood":1,"tier":null}}', '{"version":1,"partners":{"mood":1}}'],
])('nothing said, over %s, leaves %s', (before, after) => {
  expect(writeChoices(before, noChoices)).toBe(after);
});

test('what a later version stored stays, beside what is said now', () => {
  expect(writeChoices('{"version":9,"mood":"good","currency":"USD","signs":{"kr":"SEK"}}', choose({ currency: 'EUR' }))).toBe('{"version":9,"mood":"good","currency":"EUR","signs":{"kr":"SEK"}}');
});

const unknown = (keys: string): string => `Reading: something that was stored of how to read the tables is not understood and not used, but kept: ${keys}.`;

test.each<[string, readonly string[]]>([
  ['{"version":1,"dateOrder":"dayFirst"}', []],
  ['{"partners":{"tier":5,"mood":{"header":"x"},"status":{"header":""}},"dateOrder":"up","currency":"euro","signs":{"£":"GBP","$":7}}', [
    unknown('"partners.tier", "partners.mood", "partners.status", "dateOrder", "currency", "signs.£", "signs.$"'),
  ]],
  ['{"initiatives":[]}', [unknown('"initiatives"')]],
  ['{"constructor":1}', [unknown('"constructor"')]],
  ['{"version":2}', ['Reading: how to read the tables was stored by a newer version (2, known here is 1); what is known of it is used, the rest is kept.']],
  ['day first', ['Reading: what was stored of how to read the tables cannot be read, so headers and cells speak for themselves; it is kept.']],
  ['7', ['Reading: what was stored of how to read the tables cannot be read, so headers and cells speak for themselves; it is kept.']],
])('%s is named: %j', (text, problems) => {
  const read = readChoices(text);
  expect(read.problems).toEqual(problems);
  if (problems.length > 0) expect(read.choices).toEqual(noChoices);
});
