/** The ALLIANCE functions in cells, through Microsoft's custom-functions runtime over the real engine. */
import type { CellValue } from '../../src/host/workbookPort';
import { sheet } from '../workbench/engine/snapshots';
import { initiativeHeaders, initiativeRow, partnerHeaders, partnerRow, portfolioWorkbook } from '../excel/portfolios';
import { settled, until } from '../excel/testClock';
import { type CallingWorkbook, metadata, openCalling } from './callCells';

let book: CallingWorkbook;
afterEach(() => book?.close());

const message = (value: CellValue): string => (typeof value === 'object' && value !== null ? `${value.error} ${value.message ?? ''}` : `no error but ${value}`);
const cells = (sheetName: string): { set(row: number, column: number, value: string | number | null): void } => {
  const { id } = book.port.sheets().find(({ name }) => name === sheetName)!;
  return { set: (row, column, value) => book.port.setCells(id, { row, column, rows: 1, columns: 1 }, [[{ value }]]) };
};

describe('the metadata', () => {
  test('names what the script associates, streams with the addresses of its ranges, and lets errors in ranges through', async () => {
    const read = JSON.parse(await metadata()) as { allowErrorForDataTypeAny: boolean; functions: { id: string; name: string; options: object; parameters: { optional?: boolean; description?: string; name: string }[] }[] };
    expect(read.allowErrorForDataTypeAny).toBe(true);
    expect(read.functions).toHaveLength(15);
    book = await openCalling(portfolioWorkbook());
    for (const { id, options, parameters } of read.functions) {
      expect(parameters.every(({ description }) => description)).toBe(true);
      // These two judge the values that they are given; all others read the workbook.
      if (id === 'ATTAINMENT' || id === 'SCORE') continue;
      expect(options).toEqual({ stream: true, requiresStreamParameterAddresses: true });
      expect(parameters.every(({ optional }) => optional)).toBe(true);
      expect(message(await book.call(`=ALLIANCE.${id}()`))).not.toMatch(/#NAME|#GETTING/);
    }
    expect(read.functions[0]?.parameters.map(({ name }) => name)).toEqual(['partner', 'dimension', 'partners', 'initiatives']);
  }, 60_000);
});

describe('live on the workbook', () => {
  test('health, of the portfolio, of a partner, of a dimension', async () => {
    book = await openCalling(portfolioWorkbook());
    const all = await book.call('=ALLIANCE.HEALTH()');
    const northwind = await book.call('=ALLIANCE.HEALTH("northwind systems, Inc.")');
    expect(northwind).toBeGreaterThan(60);
    expect(await book.call('=ALLIANCE.HEALTH("Halden Cloud")')).toBeLessThan(northwind as number);
    expect(all).toBeLessThan(northwind as number);
    expect(await book.call('=ALLIANCE.HEALTH("Halden Cloud","sponsorship")')).toBe(20);
    expect(await book.call('=ALLIANCE.HEALTH("Northwind Systems","Sales sponsor")').then(message)).toMatch(/#VALUE! .*Revenue, Pipeline/);
    expect(await book.call('=ALLIANCE.HEALTH(,"Sponsorship")')).toBe(60);
  });

  test('rating and why', async () => {
    book = await openCalling(portfolioWorkbook());
    expect(['Green', 'Amber', 'Red']).toContain(await book.call('=ALLIANCE.RATING("Northwind Systems")'));
    expect(['Green', 'Amber', 'Red']).toContain(await book.call('=ALLIANCE.RATING()'));
    expect(await book.call('=ALLIANCE.WHY("Halden Cloud")')).toMatch(/sales sponsor.*Migration/i);
    expect(await book.call('=ALLIANCE.WHY()')).toMatch(/Portfolio health is \d+: .*Halden Cloud/s);
  });

  test('sponsor gaps spill under their headers', async () => {
    book = await openCalling(portfolioWorkbook());
    await book.call('=ALLIANCE.SPONSORGAPS()', { row: 10, column: 3 });
    await until(() => book.spill(10, 3).length > 0);
    expect(book.spill(10, 3).map((row) => row.map((value) => value ?? ''))).toEqual([
      ['Initiative', 'Partner', 'Severity', 'Value at risk', 'Currency', 'Days', 'Owner', 'Cell'],
      ['Migration', 'Halden Cloud', 'Critical', 500_000, '', 303, 'Lea', 'Initiatives!E3'],
    ]);
    await book.call('=ALLIANCE.SPONSORGAPS("Northwind Systems")', { row: 10, column: 13 });
    await until(() => book.spill(10, 13).length > 0);
    expect(book.spill(10, 13)).toHaveLength(1);
  });

  test('sponsor gaps end after five hundred and say how many more', async () => {
    const initiatives = Array.from({ length: 620 }, (_, index) => initiativeRow(`Initiative ${index}`, 'Halden Cloud', { 'Sales sponsor': undefined }));
    book = await openCalling(portfolioWorkbook({ initiatives }));
    await book.call('=ALLIANCE.SPONSORGAPS()', { row: 10, column: 3 });
    await until(() => book.spill(10, 3).length > 0);
    expect(book.spill(10, 3)).toHaveLength(502);
    expect(book.spill(10, 3).at(-1)?.[0]).toMatch(/120 more/);
  });

  test('sponsor coverage by value, by count, of one partner', async () => {
    book = await openCalling(portfolioWorkbook({
      initiatives: [
        initiativeRow('A', 'Northwind Systems', { 'Revenue target': 300_000 }),
        initiativeRow('B', 'Northwind Systems', { 'Revenue target': 100_000, 'Sales sponsor': undefined }),
        initiativeRow('C', 'Halden Cloud', { Stage: 'Qualify' }),
      ],
    }));
    expect(await book.call('=ALLIANCE.SPONSORCOVERAGE()')).toBe(0.75);
    expect(await book.call('=ALLIANCE.SPONSORCOVERAGE(,TRUE)')).toBe(0.5);
    expect(await book.call('=ALLIANCE.SPONSORCOVERAGE("Northwind Systems")')).toBe(0.75);
    expect(message(await book.call('=ALLIANCE.SPONSORCOVERAGE("Halden Cloud")'))).toMatch(/#N\/A Halden Cloud has no initiative past Qualify/);
  });

  test('an unknown partner is #N/A with the closest name, a blank one says so', async () => {
    book = await openCalling(portfolioWorkbook());
    expect(message(await book.call('=ALLIANCE.HEALTH("Nothwind Systems")'))).toMatch(/#N\/A "Nothwind Systems" .*Did you mean "Northwind Systems"\?/);
    expect(message(await book.call('=ALLIANCE.HEALTH(Z99)'))).toMatch(/#N\/A .*empty/);
  });

  test('a partner that is not rated is #N/A with what is missing', async () => {
    book = await openCalling(portfolioWorkbook({ partners: [partnerRow('Acme', { Status: 'Ended' }), partnerRow('New')], initiatives: [initiativeRow('x', 'New', { 'Launched on': '2026-09-20', Due: '2027-09-20' })] }));
    expect(message(await book.call('=ALLIANCE.HEALTH("Acme")'))).toMatch(/#N\/A Acme is not rated.*ended/);
    expect(message(await book.call('=ALLIANCE.RATING("New")'))).toMatch(/#N\/A New is not rated.*ramping/);
    expect(await book.call('=ALLIANCE.WHY("New")')).toMatch(/ramping/);
  });

  test('without tables it is #N/A that names what is looked for, and heals when they come', async () => {
    book = await openCalling(portfolioWorkbook({ sheets: [sheet('Notes', [['x']]), sheet('Later', [])], tables: [], names: [] }));
    expect(message(await book.call('=ALLIANCE.HEALTH()', { row: 5, column: 0 }))).toMatch(/#N\/A There is no Partners table.*Partner/);
    expect(message(await book.call('=ALLIANCE.SPONSORCOVERAGE()', { row: 5, column: 2 }))).toMatch(/#N\/A There is no Initiatives table/);
    const rows = [partnerHeaders, partnerRow('Acme'), [], [], initiativeHeaders, initiativeRow('Launch', 'Acme')];
    const { id } = book.port.sheets().find(({ name }) => name === 'Later')!;
    book.port.setCells(id, { row: 0, column: 0, rows: rows.length, columns: 13 }, rows.map((row) => Array.from({ length: 13 }, (_, column) => ({ value: (row[column] ?? null) as string | null }))));
    await until(() => typeof book.shown(5, 0) === 'number' && book.shown(5, 2) === 1);
  });

  test('follows an edit, and stops when the formula is cleared', async () => {
    book = await openCalling(portfolioWorkbook());
    const before = await book.call('=ALLIANCE.HEALTH("Halden Cloud","Sponsorship")', { row: 5, column: 0 });
    cells('Initiatives').set(2, initiativeHeaders.indexOf('Sales sponsor'), 'Nils');
    await until(() => book.shown(5, 0) !== before);
    expect(book.shown(5, 0)).toBe(100);
    cells('Notes').set(5, 0, null);
    await settled(100);
    cells('Initiatives').set(2, initiativeHeaders.indexOf('Sales sponsor'), null);
    await settled(900);
    expect(book.shown(5, 0)).toBeNull();
  });

  test('a thousand cells cost one reading, one edit one more, and their results come in few requests', async () => {
    book = await openCalling(portfolioWorkbook());
    const { id } = book.port.sheets().find(({ name }) => name === 'Notes')!;
    const formulas = Array.from({ length: 1_000 }, (_, row) => [{ formula: `=ALLIANCE.HEALTH("${row % 2 ? 'Halden Cloud' : 'Northwind Systems'}")` }]);
    book.port.setCells(id, { row: 10, column: 0, rows: 1_000, columns: 1 }, formulas);
    await until(() => typeof book.shown(1_009, 0) === 'number' && typeof book.shown(10, 0) === 'number', 20_000);
    await settled(700);
    expect(book.requests).toHaveLength(3);
    expect(book.results.length).toBeLessThanOrEqual(3);
    book.forget();
    const before = book.shown(11, 0);
    cells('Initiatives').set(2, initiativeHeaders.indexOf('Sales sponsor'), 'Nils');
    await until(() => book.shown(1_009, 0) !== before && book.shown(11, 0) !== before, 20_000);
    await settled(1_000);
    expect(book.requests).toHaveLength(2);
    expect(book.results.length).toBeLessThanOrEqual(2);
  }, 60_000);

  test('cells beside the tables set off no second reading by their own results', async () => {
    book = await openCalling(portfolioWorkbook({
      sheets: [sheet('Notes', [partnerHeaders, partnerRow('Acme'), [], [], initiativeHeaders, initiativeRow('Launch', 'Acme')])], tables: [], names: [],
    }));
    await book.call('=ALLIANCE.HEALTH("Acme","Sponsorship")', { row: 0, column: 20 });
    await settled(1_800);
    book.forget();
    cells('Notes').set(5, initiativeHeaders.indexOf('Sales sponsor'), null);
    await until(() => book.shown(0, 20) === 20);
    await settled(1_000);
    expect(book.requests).toHaveLength(2);
  });
});

describe('on given ranges', () => {
  const given = '"Acme",,Other!A1:I2,Other!A5:M6';
  const other = (sponsor: string | undefined) => sheet('Other', [partnerHeaders, partnerRow('Acme'), [], [], initiativeHeaders, initiativeRow('Launch', 'Acme', { 'Sales sponsor': sponsor })]);

  test('judges those instead of the workbook', async () => {
    book = await openCalling(portfolioWorkbook({ more: [other('Carla')] }));
    expect(message(await book.call('=ALLIANCE.HEALTH("Northwind Systems",,Other!A1:I2,Other!A5:M6)'))).toMatch(/#N\/A "Northwind Systems" is not in/);
    expect(await book.call(`=ALLIANCE.HEALTH(${given})`)).toBeGreaterThan(60);
    expect(await book.call('=ALLIANCE.SPONSORCOVERAGE("Acme",,Other!A1:I2,Other!A5:M6)')).toBe(1);
  });

  test('sees blanks as blanks', async () => {
    book = await openCalling(portfolioWorkbook({ more: [other(undefined)] }));
    expect(await book.call('=ALLIANCE.SPONSORCOVERAGE("Acme",,Other!A1:I2,Other!A5:M6)')).toBe(0);
  });

  test('sees number formats as they are', async () => {
    book = await openCalling(portfolioWorkbook({ more: [other(undefined)] }));
    const { id } = book.port.sheets().find(({ name }) => name === 'Other')!;
    const revenue = { row: 5, column: initiativeHeaders.indexOf('Revenue'), rows: 1, columns: 1 };
    book.port.setNumberFormats(id, revenue, [['0%']]);
    expect(message(await book.call('=ALLIANCE.HEALTH("Acme","Revenue",Other!A1:I2,Other!A5:M6)'))).toMatch(/#N\/A Revenue of Acme is not known/);
  });

  test('is calculated anew by Excel when a cell of them changes', async () => {
    book = await openCalling(portfolioWorkbook({ more: [other('Carla')] }));
    await book.call('=ALLIANCE.SPONSORCOVERAGE("Acme",,Other!A1:I2,Other!A5:M6)', { row: 5, column: 0 });
    cells('Other').set(5, initiativeHeaders.indexOf('Sales sponsor'), null);
    await until(() => book.shown(5, 0) === 0);
  });

  test('many cells on the same ranges cost one reading', async () => {
    book = await openCalling(portfolioWorkbook({ more: [other('Carla')] }));
    const { id } = book.port.sheets().find(({ name }) => name === 'Notes')!;
    book.port.setCells(id, { row: 10, column: 0, rows: 50, columns: 1 }, Array.from({ length: 50 }, () => [{ formula: `=ALLIANCE.HEALTH(${given})` }]));
    await until(() => typeof book.shown(59, 0) === 'number');
    expect(book.requests).toHaveLength(2);
  });
});
