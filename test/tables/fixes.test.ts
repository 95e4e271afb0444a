/** What may be written into a cell that could not be read, and into one that is read and written otherwise. */
import fc from 'fast-check';
import type { Issue } from '../../src/domain/issue';
import type { PortfolioRows } from '../../src/domain/portfolioRows';
import { cellPlace } from '../../src/tables/cellPlace';
import { type Fix, Fixes } from '../../src/tables/fixes';
import { findTables } from '../../src/tables/findTables';
import { plainWritings } from '../../src/tables/plainWriting';
import { noChoices } from '../../src/tables/readingChoices';
import { readTables } from '../../src/tables/readTables';
import type { Source } from '../../src/tables/source';
import { type Cell, day, excelTable, formatted, initiativesTable, partnersTable } from './sheet';

const partners = partnersTable([{ Partner: 'Northwind Systems', Status: 'Active' }, { Partner: 'Halden Cloud', Status: 'Watchd' }]);
const initiative = (cells: Readonly<Record<string, Cell>>) => initiativesTable([{ Initiative: 'One', Partner: 'Halden Cloud', Stage: 'Launch', ...cells }]);
const rowsOf = (sources: readonly Source[]): PortfolioRows => readTables(sources, { date1904: false });
const fixesOf = (sources: readonly Source[]): Fixes => new Fixes(findTables(sources), rowsOf(sources).partners?.rows ?? []);

/** The workbook once a fix was written to it. */
function mended(sources: readonly Source[], { cell, value }: Fix): readonly Source[] {
  return sources.map((source): Source => {
    if (source.sheet !== cell.sheet) return source;
    const at = <T>(matrix: readonly (readonly T[])[], next: (old: T) => T): T[][] =>
      matrix.map((cells, row) => cells.map((old, column) => (row === cell.row - source.row && column === cell.column - source.column ? next(old) : old)));
    const format = typeof value !== 'object' ? null : 'day' in value ? 'yyyy-mm-dd' : value.format;
    const written = typeof value !== 'object' ? value : 'day' in value ? value.day : value.number;
    return { ...source, values: at(source.values, () => written), formats: source.formats && at(source.formats, (old) => format ?? old) };
  });
}

const written = ({ value, shown }: Fix): string => (typeof value === 'object' && 'format' in value ? `${shown} as ${value.format}` : shown);

/** "code: what is offered" for each issue of the Initiatives table. */
function offered(cells: Readonly<Record<string, Cell>>): readonly string[] {
  const sources = [partners, initiative(cells)];
  const fixes = fixesOf(sources);
  return rowsOf(sources).issues.filter(({ cell }) => cell?.sheet === 'Initiatives').map((issue) => `${issue.code}: ${fixes.of(issue).map(written).join(' or ')}`);
}

describe('what is offered for a cell that cannot be read', () => {
  test.each<[Readonly<Record<string, Cell>>, string]>([
    [{ Partner: 'Halden Clod' }, 'unknown-partner: Halden Cloud'],
    [{ Partner: 'Zyx' }, 'unknown-partner: '],
    [{ Stage: 'Lunch' }, 'unknown-stage: Launch'],
    [{ Stage: 'now live since May' }, 'unknown-stage: Launch'],
    [{ Stage: 'not live yet' }, 'unknown-stage: '],
    [{ Stage: 'from idea to launch' }, 'unknown-stage: '],
    [{ Stage: 'lost to another' }, 'unknown-stage: '],
    [{ Stage: 'purple' }, 'unknown-stage: '],
    [{ Stage: 'Closed', Outcome: 'Suceeded' }, 'unknown-outcome: Succeeded'],
    [{ Revenue: '1.200' }, 'ambiguous-number: 1200 or 1.2'],
    [{ Revenue: '€1.200' }, 'ambiguous-number: 1200 as [$EUR] #,##0 or 1.2 as [$EUR] #,##0.00'],
    [{ Due: '03/04/2027' }, 'ambiguous-date: 2027-04-03 or 2027-03-04'],
    [{ Revenue: 'about 900k' }, 'unreadable-number: 900000'],
    [{ Revenue: '1.2m expected' }, 'unreadable-number: 1200000'],
    [{ Revenue: 'about $900k' }, 'unreadable-number: 900000 as "$"#,##0'],
    // In which currency the number would be is said by a word that would be lost.
    [{ Revenue: 'about 900k EUR' }, 'unreadable-number: '],
    // Nine hundred thousand, or as many thousands.
    [{ 'Revenue ($k)': 'about 900k' }, 'unreadable-number: '],
    [{ 'Revenue ($k)': 'about 900' }, 'unreadable-number: 900'],
    [{ Revenue: '100 to 200' }, 'unreadable-number: '],
    [{ Revenue: '90 % of 200' }, 'unreadable-number: '],
    [{ Revenue: 'soon' }, 'unreadable-number: '],
    [{ Traction: 'about 7' }, 'unreadable-number: 7'],
    [{ Traction: '$7' }, 'unreadable-number: '],
    [{ Pipeline: -300 }, 'negative-number: 300'],
    [{ Pipeline: '(300)' }, 'negative-number: 300'],
    [{ Pipeline: '(€300)' }, 'negative-number: 300 as [$EUR] #,##0'],
    [{ Due: 'next spring' }, 'unreadable-date: '],
    [{ Revenue: '#REF!' }, 'error-value: '],
  ])('%j: %s', (cells, offer) => {
    expect(offered(cells)).toEqual([offer]);
  });

  test('a status is mended on the Partners table, and a partner on that of the corrections', () => {
    const log = excelTable('Log', [['Date', 'Partner', 'Correction', 'Review on'], [day('2026-09-01'), 'Halden Clod', 'Weekly call', '']]);
    const rows = rowsOf([partners, log]);
    const offers = (issues: readonly Issue[]) => issues.flatMap((issue) => fixesOf([partners, log]).of(issue));
    expect(offers(rows.issues)).toEqual([{ cell: { sheet: 'Partners', row: 2, column: 2 }, value: 'Watch', shown: 'Watch' }]);
    expect(offers(rows.corrections?.issues ?? [])).toEqual([{ cell: { sheet: 'Log', row: 1, column: 1 }, value: 'Halden Cloud', shown: 'Halden Cloud' }]);
  });

  test('every offer is read without an issue once it is written', () => {
    const misread: readonly Readonly<Record<string, Cell>>[] = [{ Partner: 'Halden Clod' }, { Stage: 'Lunch' }, { Stage: 'Closed', Outcome: 'Suceeded' }, { Revenue: 'about $900k' }, { Revenue: '€1.200' }, { Pipeline: -300 }, { Pipeline: '(€300)' }, { Due: '03/04/2027' }, { Traction: 'about 7' }];
    for (const cells of misread) {
      const sources = [partners, initiative(cells)];
      const issues = rowsOf(sources).issues.filter(({ cell }) => cell?.sheet === 'Initiatives');
      const offers = issues.flatMap((issue) => fixesOf(sources).of(issue));
      expect(offers).not.toEqual([]);
      for (const fix of offers) expect(rowsOf(mended(sources, fix)).issues.filter(({ cell }) => cell?.sheet === 'Initiatives')).toEqual([]);
    }
  });

  test('nothing is offered for a cell that is in no table', () => {
    expect(fixesOf([partners]).of({ code: 'unknown-stage', cell: { sheet: 'Elsewhere', row: 1, column: 0 }, message: '' })).toEqual([]);
    expect(fixesOf([partners]).of({ code: 'missing-table', cell: null, message: '' })).toEqual([]);
  });

  test('a cell is called by its header and by what its row is called', () => {
    const tables = findTables([partners, initiative({ Revenue: 'x' })]);
    expect(cellPlace(tables, { sheet: 'Initiatives', row: 1, column: 4 })).toMatchObject({ header: 'Revenue', name: 'One', held: 'x' });
    expect(cellPlace(tables, { sheet: 'Partners', row: 2, column: 2 })).toMatchObject({ header: 'Status', name: 'Halden Cloud' });
    expect(cellPlace(findTables([partners, initiative({ Initiative: ' ' })]), { sheet: 'Initiatives', row: 1, column: 0 })?.name).toBeNull();
    expect(cellPlace(tables, { sheet: 'Initiatives', row: 0, column: 0 })).toBeNull();
  });
});

describe('what is read and written otherwise', () => {
  const plain = (...rows: Readonly<Record<string, Cell>>[]) =>
    plainWritings(findTables([partnersTable([{ Partner: 'Halden Cloud' }]), initiativesTable(rows.map((cells, index) => ({ Initiative: `I${index}`, Partner: 'Halden Cloud', Stage: 'Launch', ...cells })))]), { date1904: false, order: null })
      .map((writing) => `${writing.kind} ${writing.header}: ${writing.held} -> ${written(writing)}`);

  test.each<[Readonly<Record<string, Cell>>, readonly string[]]>([
    [{ Revenue: '1,200' }, ['number-as-text Revenue: 1,200 -> 1200']],
    [{ Revenue: '$1.2m' }, ['number-as-text Revenue: $1.2m -> 1200000 as "$"#,##0']],
    [{ Revenue: '€0.5' }, ['number-as-text Revenue: €0.5 -> 0.5 as [$EUR] #,##0.00']],
    // The header, the format or the row says the currency without the text.
    [{ 'Revenue ($k)': '$1.2m' }, ['number-as-text Revenue ($k): $1.2m -> 1200000']],
    [{ Revenue: formatted('$1.2m', '[$$-409]#,##0') }, ['number-as-text Revenue: $1.2m -> 1200000']],
    [{ Revenue: '€5', Currency: 'EUR' }, ['number-as-text Revenue: €5 -> 5']],
    // The row would say another one.
    [{ Revenue: '$1.2m', Currency: 'EUR' }, []],
    [{ Revenue: formatted('5', 'yyyy-mm-dd') }, ['number-as-text Revenue: 5 -> 5 as General']],
    [{ Revenue: formatted('5', '0%') }, ['number-as-text Revenue: 5 -> 5 as General']],
    [{ Revenue: 1200 }, []],
    [{ Revenue: 'soon' }, []],
    [{ Revenue: '85%' }, []],
    [{ Traction: '7' }, ['number-as-text Traction: 7 -> 7']],
    [{ Traction: '$7' }, []],
    [{ Due: '25 Apr 2027' }, ['date-as-text Due: 25 Apr 2027 -> 2027-04-25']],
    [{ Due: '03/04/2027' }, []],
    [{ Due: day('2027-04-25') }, []],
    [{ Stage: 'In flight' }, ['another-word Stage: In flight -> Launch']],
    [{ Stage: 'launch' }, []],
    [{ Stage: 'Launch ' }, ['another-word Stage: Launch  -> Launch']],
    // It says the outcome, too.
    [{ Stage: 'Won' }, []],
    [{ Partner: ' Halden  Cloud ' }, ['spaces Partner:  Halden  Cloud  -> Halden Cloud']],
    [{ Owner: 'Lea\u00a0Fischer' }, ['spaces Owner: Lea\u00a0Fischer -> Lea Fischer']],
  ])('%j', (cells, writings) => {
    expect(plain(cells)).toEqual(writings);
  });

  test('a date follows the order that somebody said', () => {
    const tables = findTables([partnersTable([{ Partner: 'Acme' }]), initiativesTable([{ Initiative: 'One', Partner: 'Acme', Due: '03/04/2027' }])]);
    expect(plainWritings(tables, { date1904: false, order: 'monthFirst' }).map(({ shown }) => shown)).toEqual(['2027-03-04']);
  });

  test('of corrections is offered too', () => {
    const log = excelTable('Log', [['Date', 'Correction', 'Owner'], ['1 Sep 2026', 'Weekly call', 'Ines ']]);
    expect(plainWritings(findTables([log]), { date1904: false, order: null }).map(({ cell, shown }) => [cell.column, shown])).toEqual([[2, 'Ines'], [0, '2026-09-01']]);
  });

  const cell = fc.oneof(
    fc.constantFrom<Cell>('$1.2m', '€300', '(40)', '1,200', '1.005', '0.1234567890123456789', 12, '', 'CAD 7', '¥9k', '85%', '-$5', formatted('7', '0%'), formatted('7', 'yyyy-mm-dd'), formatted('$7', '[$€-407] 0'), formatted('7', '"$"0')),
  );
  const anyRow = fc.record({
    Partner: fc.constantFrom<Cell>('Acme', ' Acme ', 'ACME'), Stage: fc.constantFrom<Cell>('Live', 'Launch ', 'Won', 'Idea'), Outcome: fc.constantFrom<Cell>('', 'won', 'Failed '),
    Revenue: cell, 'Revenue target (€k)': cell, Pipeline: cell, Traction: cell, Currency: fc.constantFrom<Cell>('', 'EUR', '$', 'tbd'),
    Due: fc.constantFrom<Cell>('25 Apr 2027', '2027-01-31', '', '45000'), Owner: fc.constantFrom<Cell>('Lea  Fischer', 'Lea', ' tbd '),
  });

  test('whatever is written plainly, everything is read as before', () => {
    fc.assert(fc.property(fc.array(anyRow, { minLength: 1, maxLength: 5 }), (rows) => {
      const sources = [partnersTable([{ Partner: 'Acme' }]), initiativesTable(rows.map((cells, index) => ({ Initiative: `I${index}`, ...cells })))];
      const before = rowsOf(sources);
      const names = ({ initiatives, ...rest }: PortfolioRows) =>
        ({ ...rest, issues: rest.issues.map(({ code, cell: at }) => [code, at]), rows: initiatives?.rows.map((one) => ({ ...one, owner: one.owner?.replace(/\s+/g, ' ') })) });
      for (const writing of plainWritings(findTables(sources, [], noChoices), { date1904: false, order: null })) expect(names(rowsOf(mended(sources, writing)))).toEqual(names(before));
    }), { numRuns: 300 });
  });
});
