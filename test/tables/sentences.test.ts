/** What a user is told of the tables, word for word: what is wrong, and what would mend it. */
import { type TablePlace, sentences } from '../../src/tables/sentences';

const place = (sheet: string, table: string | null, recognised: number): TablePlace => ({ sheet, table, recognised });
const nearMiss = { wanted: 'Partner', header: 'Partnr', sheet: 'Alliances' };

test.each<[string, string]>([
  [
    sentences.missingPartners(null),
    'There is no Partners table. Give one row per alliance a header row with Partner and at least one of Tier, Status, Alliance manager or Executive sponsor.',
  ],
  [
    sentences.missingPartners(nearMiss),
    'There is no Partners table. Give one row per alliance a header row with Partner and at least one of Tier, Status, Alliance manager or Executive sponsor.'
      + ' On sheet "Alliances" the column "Partner" is missing; the nearest header found is "Partnr".',
  ],
  [
    sentences.missingInitiatives(null),
    'There is no Initiatives table. Give one row per joint initiative a header row with Initiative, Partner, Stage and Sales sponsor.',
  ],
  [
    sentences.missingInitiatives({ wanted: 'Stage', header: 'Stge', sheet: 'Deals' }),
    'There is no Initiatives table. Give one row per joint initiative a header row with Initiative, Partner, Stage and Sales sponsor.'
      + ' On sheet "Deals" the column "Stage" is missing; the nearest header found is "Stge".',
  ],
  [
    sentences.missingColumn([{ name: 'Stage', nearest: null }]),
    'This Initiatives table is not read, because it has no column Stage. Add or rename the column.',
  ],
  [
    sentences.missingColumn([{ name: 'Stage', nearest: null }, { name: 'Sales sponsor', nearest: 'Sponsr' }]),
    'This Initiatives table is not read, because it has no column Stage, Sales sponsor (nearest header found: "Sponsr"). Add or rename the columns.',
  ],
  [
    sentences.extraTable('Partners', place('Main', 'Allies', 2), place('Old', null, 1)),
    'This is a second Partners table with 1 recognised column. It is not read: the one "Allies" on sheet "Main" is, with 2 recognised columns. Keep all rows in one table.',
  ],
  [
    sentences.extraTable('Initiatives', place('Main', null, 4), place('Old', 'Deals', 4)),
    'This is a second Initiatives table with 4 recognised columns. It is not read: the one on sheet "Main" is, with 4 recognised columns. Keep all rows in one table.',
  ],
  [
    sentences.hiddenTable('Partners', 'Archive'),
    'The Partners table is read from the hidden sheet "Archive", because no visible sheet has one. Show the sheet, so that readers can check it.',
  ],
  [
    sentences.duplicateColumn('Target', 'Revenue target'),
    'The column "Target" means the same as "Revenue target" and is not read. Rename or remove one of them.',
  ],
])('of tables and columns: %s', (sentence, words) => {
  expect(sentence).toBe(words);
});

test.each<[string, string]>([
  [sentences.missingPartner(), 'This row names no partner, so it is left out. Name the partner.'],
  [sentences.duplicatePartner('ACME', 1), '"ACME" is in the table already, in row 2; that row is used and this one is left out. Merge the two rows.'],
  [sentences.missingInitiative(), 'This row names no initiative, so it is left out. Name the initiative.'],
  [sentences.initiativeWithoutPartner(), 'This initiative names no partner, so it is left out. Name the partner.'],
  [sentences.unknownPartner('Acne', 'Acme'), '"Acne" is not in the Partners table, so this initiative is left out. Did you mean "Acme"?'],
  [sentences.unknownPartner('Zebra', null), '"Zebra" is not in the Partners table, so this initiative is left out. Add the partner, or correct the name.'],
  [
    sentences.unknownPartnerWithoutTable('Acme'),
    '"Acme" cannot be looked up, because there is no Partners table; this initiative is left out. Add a Partners table.',
  ],
  [sentences.missingStage(), 'This initiative has no stage, so it is left out. Write Qualify, Approve, Launch or Closed.'],
  [sentences.unknownStage('limbo'), '"limbo" is no stage that is known, so this initiative is left out. Write Qualify, Approve, Launch or Closed.'],
  [sentences.unknownStatus('asleep'), '"asleep" is no status that is known; the partner is taken as Active. Write Active, Watch, Exiting or Ended.'],
  [sentences.unknownOutcome('so so'), '"so so" is no outcome that is known. Write Succeeded, Failed or Stopped.'],
  [sentences.errorInRow('Partner', '#N/A'), '"Partner" shows the error #N/A, so the row is left out. Mend the formula, or type the value.'],
])('of rows: %s', (sentence, words) => {
  expect(sentence).toBe(words);
});

test.each<[string, string]>([
  [sentences.errorValue('Due', '#REF!'), '"Due" shows the error #REF!, so the cell counts as blank. Mend the formula, or type the value.'],
  [sentences.unreadableNumber('Revenue', 'lots'), '"Revenue" holds "lots", which is no plain number, so it is left out. Write a number, such as 1200000 or 1.2m.'],
  [sentences.percentNumber('Revenue'), '"Revenue" holds a percentage, so it is left out. Write the amount itself.'],
  [sentences.dateNumber('Revenue'), '"Revenue" is formatted as a date, so it is left out. Write a number and give the cell a number format.'],
  [
    sentences.currencyCount('Traction', '$5'),
    '"Traction" holds the money "$5" where a count is expected, so it is left out. Write the number of joint opportunities.',
  ],
  [sentences.ambiguousNumber('Revenue', '1.200'), '"Revenue" holds the text "1.200", which may mean a decimal or thousands, so it is left out. Type it as a number.'],
  [sentences.negativeNumber('Pipeline', -5), '"Pipeline" holds "-5"; it cannot be below zero, so it is left out. Correct the sign.'],
  [
    sentences.outOfRange('Relationship', 11),
    '"Relationship" holds "11", which lies outside the survey\'s scale, so it is left out. Use one scale, 1-5 or 0-10, and name it in the header.',
  ],
  [sentences.mixedCurrency('Revenue', 'EUR', 'USD'), '"Revenue" is in EUR while the table is in USD, so it is left out. Write the amount in USD.'],
  [
    sentences.mixedCurrency('Revenue', 'EUR', null),
    '"Revenue" is in EUR, and no currency leads in the table, so it is left out. Keep all money of the table in one currency.',
  ],
  [sentences.mixedPercent('Relationship', 8), '"Relationship" holds "8" in a column of percentages, so it is left out. Write it as a percentage.'],
  [sentences.unreadableDate('Due', 'soon'), '"Due" holds "soon", which is no date from 1990 to 2099, so it is left out. Write it as 2026-09-30.'],
  [
    sentences.unreadableAgreement('Expectations agreed', 'maybe'),
    '"Expectations agreed" holds "maybe", which is neither yes or no nor a date, so it is left out. Write yes, no, or a date such as 2026-09-30.',
  ],
  [
    sentences.ambiguousDate('Due', '3/4/2026'),
    '"Due" holds the text "3/4/2026", of which day and month cannot be told apart, so it is left out. Write it as 2026-09-30.',
  ],
])('of cells: %s', (sentence, words) => {
  expect(sentence).toBe(words);
});

describe('what a cell shows is quoted on one line of at most 40 characters', () => {
  const quoted = (text: string): string | undefined => /^(".*")/s.exec(sentences.unknownOutcome(text))?.[1];

  test.each([
    ['  two\nlines  and   spaces ', '"two lines and spaces"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(39)}…"`],
    ['x'.repeat(500), `"${'x'.repeat(39)}…"`],
    ['🦊'.repeat(40), `"${'🦊'.repeat(40)}"`],
    ['🦊'.repeat(41), `"${'🦊'.repeat(39)}…"`],
  ])('%j is %s', (text, shown) => {
    expect(quoted(text)).toBe(shown);
  });
});
