/** The Course corrections table: ruling 68. */
import type { CorrectionRows } from '../../src/domain/correction';
import { fromIsoText, isoText } from '../../src/domain/calendar';
import { dimensionOf } from '../../src/tables/dimensionWords';
import { type Cell, type Place, day, excelTable, initiativesTable, issueList, partnersTable, read, sheetOf } from './sheet';

const partners = partnersTable([{ Partner: 'Acme, Inc.' }, { Partner: 'Borealis' }]);
const initiatives = initiativesTable([
  { Initiative: 'Joint app', Partner: 'Acme', Stage: 'Launch' },
  { Initiative: 'Training', Partner: 'Acme', Stage: 'Launch' },
  { Initiative: 'Training', Partner: 'Borealis', Stage: 'Launch' },
  { Initiative: 'Academy', Partner: 'Borealis', Stage: 'Launch' },
  { Initiative: 'academy', Partner: 'Borealis', Stage: 'Closed' },
], { sheet: 'Initiatives' });

const headers = ['Date', 'Partner', 'Initiative', 'Correction', 'Reason', 'Measure', 'Owner', 'Review on', 'Status'];

function corrections(rows: readonly (readonly Cell[])[], place: Place = {}): CorrectionRows {
  const found = read(partners, initiatives, excelTable('Corrections', [headers, ...rows], { sheetPosition: 2, ...place })).corrections;
  if (found === null) throw new Error('There is no Course corrections table.');
  return found;
}

/** One correction with these cells by header. */
function correction(cells: Readonly<Record<string, Cell>>) {
  const all: Readonly<Record<string, Cell>> = { Date: day('2026-05-01'), Partner: 'Acme', Correction: 'New sales lead', ...cells };
  return corrections([headers.map((header) => all[header] ?? '')]);
}

describe('a course correction', () => {
  it('is read whole, joined to its partner as initiatives are', () => {
    const { table, issues } = correction({
      Initiative: 'Joint app', Reason: 'Few joint visits', Measure: 'Sales traction', Owner: 'Ines', 'Review on': '2026-08-01', Status: 'Under way',
    });
    expect(issues).toEqual([]);
    expect(table).toMatchObject({ sheet: 'Corrections', table: 'Corrections', headerRow: 0, firstRow: 1, lastRow: 1 });
    expect(table.rows).toEqual([{
      row: 1, date: fromIsoText('2026-05-01'), partner: 0, initiative: 'Joint app', correction: 'New sales lead', reason: 'Few joint visits',
      measure: 'traction', owner: 'Ines', reviewOn: fromIsoText('2026-08-01'), status: 'Under way',
    }]);
  });

  it('needs nothing but its date and its words', () => {
    const found = read(partners, initiatives, excelTable('Corrections', [['Correction', 'Date'], ['New plan', '1 May 2026']])).corrections;
    expect(found?.issues).toEqual([]);
    expect(found?.table.rows).toEqual([{
      row: 1, date: fromIsoText('2026-05-01'), partner: null, initiative: null, correction: 'New plan', reason: null, measure: 'health', owner: null, reviewOn: null, status: null,
    }]);
  });

  it.each([
    ['', null],
    ['n/a', null],
    ['All partners', null],
    ['all', null],
    ['Portfolio', null],
    ['The portfolio', null],
    ['Whole portfolio', null],
    ['ACME', 0],
    ['Borealis GmbH', 1],
  ])('of the partner "%s" is about %s', (partner, position) => {
    expect(correction({ Partner: partner }).table.rows[0]?.partner).toBe(position);
  });

  it.each([
    ['its partner', 'Joint App', 0],
    ['its partner, though that one has two of the name', ' academy', 1],
    ['the whole portfolio, since two partners have one', 'Training', null],
    ['the whole portfolio, since nobody has one', 'Something else', null],
  ])('of an initiative alone is about %s: "%s"', (_, initiative, position) => {
    expect(correction({ Partner: '', Initiative: initiative }).table.rows[0]?.partner).toBe(position);
  });

  it.each([
    ['revenue', 'revenue'], ['Pipeline', 'pipeline'], ['Traction', 'traction'], ['sales traction', 'traction'], ['Sponsor', 'sponsorship'], ['Sponsors', 'sponsorship'],
    ['Sponsorship', 'sponsorship'], ['Governance', 'governance'], ['Relationship', 'relationship'], ['Health', 'health'], ['', 'health'], ['joint visits', 'health'],
  ])('measured by "%s" is measured by %s', (text, measure) => {
    expect(correction({ Measure: text }).table.rows[0]?.measure).toBe(measure);
    expect(dimensionOf(text)).toBe(measure === 'health' ? null : measure);
  });

  it.each<[string, Readonly<Record<string, Cell>>, string, RegExp]>([
    ['no date', { Date: '' }, 'missing-date Corrections!A2', /^This correction has no date, so it is left out. Write the day on which it was decided.$/],
    ['a date nobody can read', { Date: 'soon' }, 'unreadable-date Corrections!A2', /soon/],
    ['two possible dates', { Date: '03/04/2026' }, 'ambiguous-date Corrections!A2', /03\/04\/2026/],
    ['an error for a date', { Date: '#N/A' }, 'error-value Corrections!A2', /#N\/A/],
    ['no words', { Correction: 'tbd' }, 'missing-correction Corrections!D2', /^This row names no correction, so it is left out. Say what was changed.$/],
    ['an error for words', { Correction: '#REF!' }, 'error-value Corrections!D2', /#REF!/],
    ['an unknown partner', { Partner: 'Boralis' }, 'unknown-partner Corrections!B2', /^"Boralis" is not in the Partners table, so this correction is left out. Did you mean "Borealis"\?$/],
    ['a partner like no other', { Partner: 'Zeta' }, 'unknown-partner Corrections!B2', /Correct the name, or leave it blank for the whole portfolio\.$/],
    ['an error for a partner', { Partner: '#N/A' }, 'error-value Corrections!B2', /#N\/A/],
  ])('with %s is left out and reported once', (_, cells, issue, message) => {
    const { table, issues } = correction(cells);
    expect(table.rows).toEqual([]);
    expect(issueList(issues)).toEqual([issue]);
    expect(issues[0]?.message).toMatch(message);
  });

  it('with a checkpoint that is no date is used without it', () => {
    const { table, issues } = correction({ 'Review on': 'next quarter' });
    expect(table.rows[0]?.reviewOn).toBeNull();
    expect(issueList(issues)).toEqual(['unreadable-date Corrections!H2']);
  });

  it('in a table without a Date column is reported at its own cell', () => {
    const found = read(partners, initiatives, excelTable('Corrections', [['Partner', 'Correction'], ['Acme', 'New plan']])).corrections;
    expect(found?.table.rows).toEqual([]);
    expect(issueList(found?.issues ?? [])).toEqual(['missing-date Corrections!B2']);
  });

  it('is read in the workbook\'s own date system', () => {
    const rows = [headers, [44316 - 1462, 'Acme', '', 'New plan']];
    const found = read(partners, initiatives, excelTable('Corrections', rows));
    expect(found.corrections?.table.rows.map(({ date }) => isoText(date))).toEqual(['2017-04-29']);
  });
});

describe('the table', () => {
  it('is optional', () => {
    expect(read(partners, initiatives).corrections).toBeNull();
  });

  it('gives no issue to the pooled list, nor does a second one (ruling 64)', () => {
    const table = (name: string, partner: string) => excelTable(name, [headers, [day('2026-05-01'), partner, '', 'New plan']]);
    const both = read(partners, initiatives, table('First', 'Nobody'), table('Second', 'Acme'));
    expect(both.issues).toEqual([]);
    expect(both.corrections?.table.sheet).toBe('First');
  });

  it('on a visible sheet comes before one on a hidden sheet, which is read where there is no other', () => {
    const hidden = excelTable('Hidden', [[...headers, 'x'], [day('2026-05-01'), 'Acme', '', 'Old plan']], { hidden: true });
    const visible = sheetOf([['Correction', 'Date'], ['New plan', day('2026-05-01')]], { sheet: 'Visible' });
    expect(read(partners, initiatives, hidden, visible).corrections?.table.sheet).toBe('Visible');
    expect(read(partners, initiatives, hidden).corrections?.table.sheet).toBe('Hidden');
  });

  it('may have titles above and totals below', () => {
    const found = read(partners, initiatives, sheetOf([['Our corrections'], [], ['Date', 'Partner', 'Course correction'], [day('2026-05-01'), 'Acme', 'New plan'], ['Total', '', '']], { sheet: 'Log' }));
    expect(found.corrections?.table.rows.map(({ correction: words, row }) => [words, row])).toEqual([['New plan', 3]]);
  });
});
