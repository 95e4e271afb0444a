/** The live portfolio over Microsoft's office.js: what it costs to read, and that it follows what happens in the workbook. */
import { isoText } from '../../src/domain/calendar';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import type { LiveState } from '../../src/excel/liveState';
import { sheet } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn, sampleWorkbook } from './openAddIn';
import { initiativeHeaders, initiativeRow, partnerHeaders, partnerRow, portfolioWorkbook } from './portfolios';
import { TestClock, settled, until } from './testClock';

let addIn: AddIn;
afterEach(() => addIn.close());

type Ready = Extract<LiveState, { kind: 'ready' }>;
function ready(state: LiveState): Ready {
  if (state.kind !== 'ready') throw new Error(`The portfolio is ${state.kind}: ${state.kind === 'failed' ? state.trouble.message : ''}`);
  return state;
}
const names = (state: LiveState): string[] => ready(state).portfolio.partners.map(({ partner }) => partner.name);
const codes = (state: LiveState): string[] => ready(state).portfolio.rows.issues.map(({ code }) => code);
const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const sheetId = (name: string): string => addIn.port.sheets().find((one) => one.name === name)!.id;
const type = (name: string, row: number, column: number, value: string | number | boolean | null): void =>
  addIn.port.setCells(sheetId(name), cell(row, column), [[{ value }]]);

/** Reads once and keeps listening, as a pane does. */
async function watched(): Promise<{ live: LiveWorkbook; states: LiveState[] }> {
  const live = new LiveWorkbook();
  const states: LiveState[] = [];
  live.subscribe(() => states.push(live.getState()));
  await until(() => live.getState().kind !== 'starting');
  await settled();
  return { live, states };
}

describe('reading', () => {
  test('takes three requests from nothing to a judged sample', async () => {
    addIn = await openAddIn(sampleWorkbook());
    const state = await new LiveWorkbook().refresh();
    expect(ready(state).portfolio.rows.counts).toEqual({ partners: { rows: 15, used: 14, reported: 1 }, initiatives: expect.objectContaining({ reported: expect.any(Number) }) });
    expect(isoText(ready(state).portfolio.asOf)).toBe('2026-09-30');
    expect(addIn.requests).toHaveLength(3);
  });

  test('takes two requests where the structure is known', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    await live.refresh();
    addIn.forget();
    await live.refresh();
    expect(addIn.requests).toHaveLength(2);
  });

  test('finds plain ranges under title rows, and tables beside them on one sheet', async () => {
    addIn = await openAddIn(portfolioWorkbook({
      sheets: [sheet('All', [
        ['Our alliances'], [],
        partnerHeaders, partnerRow('Acme'), partnerRow('Zenith'), [], [],
        initiativeHeaders, initiativeRow('Launch', 'Acme'),
      ])],
      tables: [], names: [],
    }));
    const state = await new LiveWorkbook().refresh();
    expect(names(state)).toEqual(['Acme', 'Zenith']);
    expect(ready(state).portfolio.rows.initiatives?.headerRow).toBe(7);
  });

  test('finds a header row deep down on a small sheet', async () => {
    const rows = [...Array.from({ length: 60 }, (_, index) => [`Note ${index}`]), partnerHeaders, partnerRow('Deep')];
    addIn = await openAddIn(portfolioWorkbook({ sheets: [sheet('Deep', rows)], tables: [], names: [] }));
    expect(names(await new LiveWorkbook().refresh())).toEqual(['Deep']);
  });

  test('never reads very hidden sheets, nor reviews, and hidden ones only where no visible one has the table', async () => {
    addIn = await openAddIn(portfolioWorkbook({
      more: [
        sheet('QBR 2026 Q2', [[...partnerHeaders, 'Since', 'Notice by'], partnerRow('From a review')]),
        sheet('Secret', [[...partnerHeaders, 'Since', 'Notice by'], partnerRow('Very hidden')], { visibility: 'VeryHidden' }),
        sheet('Old', [[...partnerHeaders, 'Since'], partnerRow('Hidden')], { visibility: 'Hidden' }),
      ],
    }));
    const state = await new LiveWorkbook().refresh();
    expect(names(state)).toEqual(['Northwind Systems', 'Halden Cloud']);
    expect(codes(state)).toEqual([]);
  });

  test('a huge sheet without headers costs its head, not its cells', async () => {
    const rows = Array.from({ length: 3_000 }, (_, row) => Array.from({ length: 30 }, (_cell, column) => row * column));
    addIn = await openAddIn(portfolioWorkbook({ more: [sheet('Log', rows)] }));
    await new LiveWorkbook().refresh();
    expect(addIn.requests).toHaveLength(3);
    expect(Math.max(...addIn.answers.map(({ responseBytes }) => responseBytes))).toBeLessThan(60_000);
  });

  test('judges on the cell AllianceAsOf, before it on what the command line asks, without both on today', async () => {
    const asOf = async (workbook: Parameters<typeof portfolioWorkbook>[0]): Promise<string> => {
      addIn = await openAddIn(portfolioWorkbook(workbook));
      const state = ready(await new LiveWorkbook({ clock: new TestClock('2027-03-04T10:00:00') }).refresh());
      addIn.close();
      return isoText(state.portfolio.asOf);
    };
    expect(await asOf({})).toBe('2026-09-30');
    expect(await asOf({ settings: new Map([['alliance.asOf', '2026-06-30']]) })).toBe('2026-06-30');
    expect(await asOf({ asOf: null })).toBe('2027-03-04');
    expect(await asOf({ asOf: 'soon' })).toBe('2027-03-04');
    addIn = await openAddIn(portfolioWorkbook());
  });

  test('reads a workbook of the 1904 date system as of the same days', async () => {
    const launched = 46_000 - 1_462;
    addIn = await openAddIn(portfolioWorkbook({ date1904: true, initiatives: [initiativeRow('Launch', 'Halden Cloud', { 'Launched on': launched })] }));
    expect(ready(await new LiveWorkbook().refresh()).portfolio.rows.initiatives?.rows[0]?.launchedOn).toBe(46_000);
  });

  test('reads 20,000 rows in answers of under 4 MB, one request more per 4 MB', async () => {
    const initiatives = Array.from({ length: 20_000 }, (_, index) => initiativeRow(`Initiative number ${index}`, 'Northwind Systems', { 'Sales sponsor': `Sponsor of number ${index}` }));
    addIn = await openAddIn(portfolioWorkbook({ initiatives }));
    const state = ready(await new LiveWorkbook().refresh());
    expect(state.portfolio.rows.counts.initiatives).toEqual({ rows: 20_000, used: 20_000, reported: 0 });
    const bytes = addIn.answers.reduce((sum, { responseBytes }) => sum + responseBytes, 0);
    expect(Math.max(...addIn.answers.map(({ responseBytes }) => responseBytes))).toBeLessThanOrEqual(4_194_304);
    expect(addIn.requests.length).toBeLessThanOrEqual(3 + Math.ceil(bytes / 4_194_304));
  }, 120_000);

  test('asks for less where Excel says that it was too much', async () => {
    const initiatives = Array.from({ length: 400 }, (_, index) => initiativeRow(`Initiative ${index}`, 'Northwind Systems'));
    addIn = await openAddIn(portfolioWorkbook({ initiatives }));
    addIn.breakWith(({ index }) => (index === 2 || index === 3 ? { kind: 'error', code: 'ResponsePayloadSizeLimitExceeded' } : undefined));
    const state = ready(await new LiveWorkbook().refresh());
    expect(state.portfolio.rows.counts.initiatives.rows).toBe(400);
  });
});

describe('following the workbook', () => {
  test('an edit reaches subscribers within half a second, by one reading of two requests', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { states } = await watched();
    addIn.forget();
    const before = Date.now();
    type('Initiatives', 1, initiativeHeaders.indexOf('Revenue'), 950_000);
    await until(() => states.length > 1);
    expect(Date.now() - before).toBeLessThan(500);
    expect(ready(states.at(-1)!).portfolio.rows.initiatives?.rows[0]?.revenue).toBe(95_000_000);
    await settled(300);
    expect(addIn.requests).toHaveLength(2);
  });

  test('a burst of edits is one reading', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { states } = await watched();
    addIn.forget();
    for (let value = 1; value <= 20; value += 1) type('Initiatives', 1, 6, value * 1_000);
    await until(() => states.length > 1);
    await settled(300);
    expect(addIn.requests).toHaveLength(2);
    expect(ready(states.at(-1)!).portfolio.rows.initiatives?.rows[0]?.revenue).toBe(2_000_000);
  });

  test('an edit on a sheet without a table is no news', async () => {
    addIn = await openAddIn(portfolioWorkbook({ more: [sheet('Scratch', [['x']])] }));
    const { live } = await watched();
    const state = live.getState();
    addIn.forget();
    type('Scratch', 3, 3, 'anything');
    await settled(400);
    expect(addIn.requests).toHaveLength(0);
    expect(live.getState()).toBe(state);
  });

  test('an edit that changes nothing keeps the very same state', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { live, states } = await watched();
    const state = live.getState();
    const count = states.length;
    addIn.forget();
    type('Initiatives', 1, 6, 700_000);
    await until(() => addIn.requests.length === 2);
    await settled(200);
    expect(live.getState()).toBe(state);
    expect(states).toHaveLength(count);
  });

  test('a refresh that finds nothing new keeps the portfolio and renews its time', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const clock = new TestClock();
    const live = new LiveWorkbook({ clock });
    const first = ready(await live.refresh());
    clock.pass(60_000);
    const second = ready(await live.refresh());
    expect(second.portfolio).toBe(first.portfolio);
    expect(second.readAt.getTime() - first.readAt.getTime()).toBe(60_000);
  });

  test('the as-of cell is followed', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { states } = await watched();
    type('Notes', 0, 1, '2026-12-31');
    await until(() => states.some((state) => state.kind === 'ready' && isoText(state.portfolio.asOf) === '2026-12-31'));
  });

  test('rows that are typed below a table are read', async () => {
    addIn = await openAddIn(portfolioWorkbook({ sheets: [sheet('All', [partnerHeaders, partnerRow('Acme')])], tables: [], names: [] }));
    const { states } = await watched();
    addIn.port.setCells(sheetId('All'), { row: 2, column: 0, rows: 1, columns: 2 }, [[{ value: 'Zenith' }, { value: 'Growth' }]]);
    await until(() => names(states.at(-1)!).length === 2);
    expect(names(states.at(-1)!)).toEqual(['Acme', 'Zenith']);
  });

  test('tables that are renamed stay found', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { live } = await watched();
    addIn.port.updateTable(addIn.port.tables()[0]!.id, { name: 'Allies' });
    expect(ready(await live.refresh()).portfolio.rows.partners?.table).toBe('Allies');
  });

  test('a table that moves down is read where it is now', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { states } = await watched();
    addIn.port.insertCells(sheetId('Initiatives'), { row: 0, column: 0, rows: 3, columns: 16_384 }, 'down');
    await until(() => ready(states.at(-1)!).portfolio.rows.initiatives?.headerRow === 3);
    expect(ready(states.at(-1)!).portfolio.sponsorGaps[0]?.cell).toMatchObject({ sheet: 'Initiatives', row: 5 });
  });

  test('a formula that comes to something else is followed', async () => {
    addIn = await openAddIn(portfolioWorkbook({
      initiatives: [initiativeRow('Launch', 'Halden Cloud', { Revenue: '=Rates!A1*2' })], more: [sheet('Rates', [[100_000]])],
    }));
    const { states } = await watched();
    await until(() => ready(states.at(-1)!).portfolio.rows.initiatives?.rows[0]?.revenue === 20_000_000);
    await settled(1_600);
    type('Rates', 0, 0, 300_000);
    await until(() => ready(states.at(-1)!).portfolio.rows.initiatives?.rows[0]?.revenue === 60_000_000);
  });

  test('a table that is deleted is missed, and one that comes instead is found by its headers', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { states } = await watched();
    addIn.port.deleteSheet(sheetId('Initiatives'));
    await until(() => codes(states.at(-1)!).includes('missing-table'));
    const added = addIn.port.addSheet('Elsewhere');
    addIn.port.setCells(added, { row: 4, column: 2, rows: 2, columns: initiativeHeaders.length }, [
      initiativeHeaders.map((value) => ({ value })), initiativeRow('Moved', 'Halden Cloud').map((value) => ({ value: (value ?? null) as string })),
    ]);
    await until(() => ready(states.at(-1)!).portfolio.rows.initiatives?.sheet === 'Elsewhere');
    expect(codes(states.at(-1)!)).toEqual([]);
  });

  test('a sheet that is renamed is known by its new name', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const { states } = await watched();
    addIn.port.updateSheet(sheetId('Initiatives'), { name: 'Joint work' });
    await until(() => ready(states.at(-1)!).portfolio.rows.initiatives?.sheet === 'Joint work');
  });
});

describe('trouble', () => {
  test('a request without an answer ends after thirty seconds in a sentence, and a retry mends it', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const clock = new TestClock();
    const live = new LiveWorkbook({ clock });
    addIn.breakWith(() => ({ kind: 'silence' }));
    const reading = live.refresh();
    await settled();
    clock.pass(29_000);
    await settled();
    expect(live.getState().kind).toBe('starting');
    clock.pass(1_000);
    expect(await reading).toMatchObject({ kind: 'failed', trouble: { kind: 'notAnswering' } });
    addIn.breakWith(null);
    expect((await live.refresh()).kind).toBe('ready');
  });

  test('a re-reading that fails keeps the portfolio and says that it is stale', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    const first = ready(await live.refresh());
    addIn.breakWith(() => ({ kind: 'error', code: 'AccessDenied' }));
    const state = ready(await live.refresh());
    expect(state.portfolio).toBe(first.portfolio);
    expect(state).toMatchObject({ reading: false, trouble: { kind: 'protected' } });
    addIn.breakWith(null);
    expect(ready(await live.refresh()).trouble).toBeNull();
  });

  test('while a cell is being edited the reading waits and comes by itself', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const clock = new TestClock();
    const live = new LiveWorkbook({ clock });
    addIn.breakWith(() => ({ kind: 'error', code: 'InvalidOperationInCellEditMode' }));
    expect(await live.refresh()).toMatchObject({ kind: 'failed', trouble: { kind: 'cellBeingEdited' } });
    addIn.breakWith(null);
    clock.pass(1_000);
    await until(() => live.getState().kind === 'ready');
  });

  test('a cell in edit mode keeps the reading waiting, not the add-in', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    let editing = true;
    Object.defineProperty(addIn.port, 'editing', { get: () => editing });
    const live = new LiveWorkbook();
    const reading = live.refresh();
    await settled(200);
    expect(live.getState().kind).toBe('starting');
    editing = false;
    expect((await reading).kind).toBe('ready');
  });

  test('an Excel of ExcelApi 1.9 is enough', async () => {
    addIn = await openAddIn(portfolioWorkbook(), { requirements: { ExcelApi: '1.9', SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3' } });
    const { states } = await watched();
    type('Initiatives', 1, 6, 123);
    await until(() => ready(states.at(-1)!).portfolio.rows.initiatives?.rows[0]?.revenue === 12_300);
  });

  test('a workbook without tables is a portfolio with issues, not trouble', async () => {
    addIn = await openAddIn(portfolioWorkbook({ sheets: [sheet('Empty', [])], tables: [], names: [] }));
    const state = ready(await new LiveWorkbook().refresh());
    expect(codes(state)).toEqual(['missing-table', 'missing-table']);
    expect(state.portfolio.rows.counts.partners.rows).toBe(0);
  });
});
