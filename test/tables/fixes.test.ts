import { Fixes, heldIn } from '../../src/tables/fixes';
import { findTables } from '../../src/tables/findTables';
import { plainWritings } from '../../src/tables/plainWriting';
import { readTables } from '../../src/tables/readTables';
import { type Cell, day, initiativesTable, partnersTable } from './sheet';

const partners = partnersTable([{ Partner: 'Northwind Systems', Status: 'Active' }, { Partner: 'Halden Cloud', Status: 'Watchd' }]);
const initiative = (cells: Readonly<Record<string, Cell>>) => initiativesTable([{ Initiative: 'One', Partner: 'Halden Cloud', Stage: 'Launch', ...cells }]);

/** "Header: held -> what is offered" for each issue of the Initiatives table. */
function offered(cells: Readonly<Record<string, Cell>>): readonly string[] {
  const sources = [partners, initiative(cells)];
  const rows = readTables(sources, { date1904: false });
  const fixes = new Fixes(sources, rows.partners?.rows ?? []);
  return rows.issues.filter(({ cell }) => cell?.sheet === 'Initiatives').map((issue) => `${issue.code}: ${fixes.of(issue).map(({ shown }) => shown).join(' or ')}`);
}

describe('what is offered for a cell that cannot be read', () => {
  test.each<[Readonly<Record<string, Cell>>, string]>([
    [{ Partner: 'Halden Clod' }, 'unknown-partner: Halden Cloud'],
    [{ Partner: 'Zyx' }, 'unknown-partner: '],
    [{ Stage: 'Lunch' }, 'unknown-stage: Launch'],
    [{ Stage: 'now live since May' }, 'unknown-stage: Launch'],
    [{ Stage: 'purple' }, 'unknown-stage: '],
    [{ Stage: 'Closed', Outcome: 'Suceeded' }, 'unknown-outcome: Succeeded'],
    [{ Revenue: '1.200' }, 'ambiguous-number: 1200 or 1.2'],
    [{ Due: '03/04/2027' }, 'ambiguous-date: 2027-04-03 or 2027-03-04'],
    [{ Revenue: 'about 900k' }, 'unreadable-number: 900000'],
    [{ Revenue: '1.2m expected' }, 'unreadable-number: 1200000'],
    [{ Revenue: '100 to 200' }, 'unreadable-number: '],
    [{ Revenue: 'soon' }, 'unreadable-number: '],
    [{ Pipeline: -300 }, 'negative-number: 300'],
    [{ Pipeline: '(300)' }, 'negative-number: 300'],
    [{ Due: 'next spring' }, 'unreadable-date: '],
    [{ Revenue: '#REF!' }, 'error-value: '],
  ])('%j: %s', (cells, offer) => {
    expect(offered(cells)).toEqual([offer]);
  });

  test('a status is mended on the Partners table', () => {
    const rows = readTables([partners], { date1904: false });
    expect(rows.issues.map((issue) => new Fixes([partners], []).of(issue))).toContainEqual([{ cell: { sheet: 'Partners', row: 2, column: 2 }, value: 'Watch', shown: 'Watch' }]);
  });

  test('every offer is read without an issue once it is written', () => {
    for (const [header, held] of [['Partner', 'Halden Clod'], ['Stage', 'Lunch'], ['Revenue', 'about 900k'], ['Pipeline', -300]] as const) {
      const sources = [partners, initiative({ [header]: held })];
      const [issue] = readTables(sources, { date1904: false }).issues.filter(({ cell }) => cell?.sheet === 'Initiatives');
      const [fix] = new Fixes(sources, readTables(sources, { date1904: false }).partners?.rows ?? []).of(issue!);
      expect(offered({ [header]: fix?.value as Cell })).toEqual([]);
    }
  });

  test('nothing is offered for a cell that is in no source', () => {
    expect(heldIn([], { sheet: 'Partners', row: 1, column: 0 })).toBeUndefined();
    expect(new Fixes([], []).of({ code: 'unknown-stage', cell: { sheet: 'Partners', row: 1, column: 0 }, message: '' })).toEqual([]);
  });
});

describe('what is read and written otherwise', () => {
  const plain = (cells: Readonly<Record<string, Cell>>, oneCurrency = true) =>
    plainWritings(findTables([partnersTable([{ Partner: 'Halden Cloud' }]), initiative(cells)]), { date1904: false, order: null }, oneCurrency).map(({ kind, header, held, shown }) => `${kind} ${header}: ${held} -> ${shown}`);

  test.each<[Readonly<Record<string, Cell>>, readonly string[]]>([
    [{ Revenue: '$1.2m' }, ['number-as-text Revenue: $1.2m -> 1200000']],
    [{ Revenue: '1,200' }, ['number-as-text Revenue: 1,200 -> 1200']],
    [{ Revenue: 1200 }, []],
    [{ Revenue: 'soon' }, []],
    [{ Traction: '7' }, ['number-as-text Traction: 7 -> 7']],
    [{ Due: '25 Apr 2027' }, ['date-as-text Due: 25 Apr 2027 -> 2027-04-25']],
    [{ Due: '03/04/2027' }, []],
    [{ Due: day('2027-04-25') }, []],
    [{ Stage: 'In flight' }, ['another-word Stage: In flight -> Launch']],
    [{ Stage: 'Launch' }, []],
    // It says the outcome, too.
    [{ Stage: 'Won' }, []],
    [{ Partner: ' Halden  Cloud ' }, ['spaces Partner:  Halden  Cloud  -> Halden Cloud']],
    [{ Owner: 'Lea Fischer ' }, ['spaces Owner: Lea Fischer  -> Lea Fischer']],
  ])('%j', (cells, writings) => {
    expect(plain(cells)).toEqual(writings);
  });

  test('a currency that only the cell says is not lost', () => {
    expect([plain({ Revenue: '$1.2m' }, false), plain({ Revenue: '1.2m' }, false)]).toEqual([[], ['number-as-text Revenue: 1.2m -> 1200000']]);
  });
});
