/** Writing the review over Microsoft's office.js: what it costs, and that it is all or nothing whatever Excel does. */
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { markName } from '../../src/excel/sheetMark';
import { qbrActivity } from '../../src/excel/qbrActivity';
import { writeQbr } from '../../src/excel/writeQbr';
import type { Fault } from '../../src/host/requestHooks';
import { sheet, table } from '../workbench/engine/snapshots';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { HistorySheet, judgeOn, savedWorkbook, writeOn } from './historySheet';
import { type AddIn, openAddIn, sampleWorkbook } from './openAddIn';
import { initiativeRow, partnerHeaders, partnerRow, portfolioWorkbook } from './portfolios';
import { TestClock, settled, until } from './testClock';

let addIn: AddIn;
afterEach(() => addIn.close());

const sheetNames = (): string[] => addIn.port.sheets().map(({ name }) => name);
const sheetNamed = (name: string): string => addIn.port.sheets().find((one) => one.name === name)!.id;
const markOfSheet = (name: string): string | undefined => addIn.port.names().find((one) => one.name === markName && one.sheet === sheetNamed(name))?.formula;

/** Every value and format of the user's sheets. */
const userCells = (): string => JSON.stringify(addIn.port.sheets().filter(({ name }) => !/^(QBR|Alliance data)/.test(name)).map(({ id, name, visibility }) => {
  const used = addIn.port.usedArea(id, false);
  return [name, visibility, used && addIn.port.values(id, used), used && addIn.port.numberFormats(id, used), used && addIn.port.formulas(id, used)];
}));

const write = (live = new LiveWorkbook()) => writeQbr({}, live);

describe('a review', () => {
  test('of the sample takes six requests, reading included, and becomes a sheet of its own', async () => {
    addIn = await openAddIn(sampleWorkbook());
    const before = userCells();
    const steps: string[] = [];
    const result = await writeQbr({ onProgress: (step) => steps.push(step) }, new LiveWorkbook());
    expect(result).toEqual({ kind: 'written', sheet: 'QBR 2026 Q3', history: 'written' });
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
    expect(steps).toEqual(['reading', 'layingOut', 'writing', 'finishing']);
    expect(userCells()).toBe(before);
    expect(sheetNames().at(-1)).toBe('QBR 2026 Q3');
    expect(markOfSheet('QBR 2026 Q3')).toContain('complete');
    expect(addIn.port.activeSheet()).toBe(sheetNamed('QBR 2026 Q3'));
    expect(addIn.port.sheets().at(-1)).toMatchObject({ showGridlines: false, frozen: { rows: 4, columns: 0 } });
  });

  test('looks as its plan says: widths, fonts, links, print set-up', async () => {
    addIn = await openAddIn(sampleWorkbook());
    await write();
    const id = sheetNamed('QBR 2026 Q3');
    const { port } = addIn;
    const used = port.usedArea(id, true)!;
    const values = port.values(id, used);
    expect(values.flat()).toContain('Alliance portfolio');
    expect(port.columnWidth(id, 1)).toBeCloseTo((11 * 7 + 5) * 0.75, 0);
    const title = values.findIndex((row) => row.includes('Alliance portfolio')) + used.row;
    expect(port.style(id, title, 1).font).toMatchObject({ size: 20, bold: true });
    expect(port.pageLayout(id)).toMatchObject({ orientation: 'landscape', fit: { wide: 1 }, titleRows: { row: 0, rows: 4 } });
    expect(port.pageLayout(id).margins.left).toBeCloseTo(1.3 * 72 / 2.54, 1);
    const cells = values.flatMap((row, r) => row.map((_, c) => port.hyperlink(id, used.row + r, used.column + c))).filter((link) => link !== null);
    expect(cells.length).toBeGreaterThan(5);
    expect(cells.every((link) => /^('?)[^!]+\1![A-Z]+\d+$/.test(link.location ?? ''))).toBe(true);
  });

  test('holds values only, and text that can do nothing', async () => {
    const hostile = ['=HYPERLINK("http://x","y")', '+1', '@SUM(1)', '-2+3', '＝１＋１', "'quoted", '007', 'TRUE', '1/2', 'שלום', '😀 Ltd', 'Two\nlines', `Long ${'x'.repeat(32_000)}`];
    addIn = await openAddIn(portfolioWorkbook({
      partners: hostile.map((name) => partnerRow(name).map((value, column) => (column === 0 ? { value: name, quoted: true as const } : value))),
      initiatives: [initiativeRow('Gap', 'TRUE', { 'Sales sponsor': undefined })],
    }));
    const result = await write();
    expect(result.kind).toBe('written');
    const id = sheetNamed('QBR 2026 Q3');
    const used = addIn.port.usedArea(id, true)!;
    expect(addIn.port.formulas(id, used).flat().every((formula) => formula === null)).toBe(true);
    const texts = addIn.port.values(id, used).flat();
    for (const name of hostile.slice(0, 11)) expect(texts).toContain(name);
    expect(texts).not.toContain(7);
    expect(texts).not.toContain(true);
  });

  test('is named "(2)" where the quarter has one already, and never reads the first as a source', async () => {
    addIn = await openAddIn(sampleWorkbook());
    const live = new LiveWorkbook();
    await write(live);
    expect(await write(live)).toEqual({ kind: 'written', sheet: 'QBR 2026 Q3 (2)', history: 'replaced' });
    const state = await new LiveWorkbook().refresh();
    expect(state.kind === 'ready' && state.portfolio.rows.partners?.sheet).toBe('Partners');
    expect(state.kind === 'ready' && state.portfolio.rows.issues.filter(({ code }) => code === 'extra-table')).toEqual([]);
  });

  test('sets off no reading of its own sheet, and one of the History that it wrote', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    live.subscribe(() => undefined);
    await until(() => live.getState().kind === 'ready');
    await settled();
    addIn.forget();
    await write(live);
    await settled(500);
    expect(addIn.requests.length).toBe(5 + 3);
    expect(live.lastReading()?.own.map(({ table: name }) => name)).toContain('AllianceHistory');
  });

  test('pressed twice quickly is written once', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    const [first, second] = await Promise.all([write(live), write(live)]);
    expect(second).toBe(first);
    expect(sheetNames().filter((name) => name.startsWith('QBR'))).toHaveLength(1);
  });

  test('can be written by an Excel of ExcelApi 1.9', async () => {
    addIn = await openAddIn(portfolioWorkbook(), { requirements: { ExcelApi: '1.9', SharedRuntime: '1.1' } });
    expect((await write()).kind).toBe('written');
  });

  test('of a thousand partners stays under 4 MB a request', async () => {
    const partners = Array.from({ length: 1_000 }, (_, index) => partnerRow(`Partner number ${index}`));
    const initiatives = Array.from({ length: 3_000 }, (_, index) => initiativeRow(`Initiative ${index}`, `Partner number ${index % 1_000}`, { 'Sales sponsor': index % 3 ? 'Carla' : undefined }));
    addIn = await openAddIn(portfolioWorkbook({ partners, initiatives }));
    expect((await write()).kind).toBe('written');
    expect(Math.max(...addIn.requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(4_194_304);
    const bytes = addIn.requests.reduce((sum, request) => sum + request.bytes, 0) + addIn.answers.reduce((sum, answer) => sum + answer.responseBytes, 0);
    expect(addIn.requests.length).toBeLessThanOrEqual(6 + Math.ceil(bytes / 4_194_304));
  }, 120_000);
});

describe('what stands in the way is one sentence, and nothing changes', () => {
  const refused = async (): Promise<string> => {
    const before = userCells();
    const result = await write();
    expect(sheetNames().filter((name) => name.startsWith('QBR'))).toEqual([]);
    expect(userCells()).toBe(before);
    if (result.kind !== 'failed') throw new Error(`The review was ${result.kind}.`);
    return result.message;
  };

  test('a protected structure', async () => {
    addIn = await openAddIn(portfolioWorkbook({ structureProtected: true }));
    expect(await refused()).toMatch(/structure of this workbook is protected/);
  });

  test('no Partners table', async () => {
    addIn = await openAddIn(portfolioWorkbook({ sheets: [sheet('Empty', [['nothing']])], tables: [], names: [] }));
    expect(await refused()).toMatch(/no Partners table/);
  });

  test('a Partners table without a partner, with its address', async () => {
    addIn = await openAddIn(portfolioWorkbook({ partners: [[]], initiatives: [initiativeRow('x', 'y')] }));
    expect(await refused()).toMatch(/Partners!A1/);
  });

  test('one partner without initiatives is no obstacle', async () => {
    addIn = await openAddIn(portfolioWorkbook({
      sheets: [sheet('Partners', [partnerHeaders, partnerRow('Acme')])],
      tables: [table('Partners', 'partners', { row: 0, column: 0, rows: 2 }, partnerHeaders)], names: [],
    }));
    expect((await write()).kind).toBe('written');
  });
});

describe('cancelling', () => {
  const cancelledAfter = async (requests: number): Promise<string> => {
    addIn = await openAddIn(portfolioWorkbook());
    const controller = new AbortController();
    addIn.breakWith(({ index }) => {
      if (index >= requests) controller.abort();
      return undefined;
    });
    return (await writeQbr({ signal: controller.signal }, new LiveWorkbook())).kind;
  };

  test.each([0, 1, 2, 3, 4])('after %i requests leaves the workbook as it was', async (requests) => {
    addIn = await openAddIn(portfolioWorkbook());
    const before = userCells();
    addIn.close();
    expect(await cancelledAfter(requests)).toBe('cancelled');
    expect(sheetNames()).toEqual(['Partners', 'Initiatives', 'Notes']);
    expect(userCells()).toBe(before);
  });

  test('comes too late when the review and its rows are complete', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const controller = new AbortController();
    addIn.breakWith(() => {
      if (sheetNames().includes('QBR 2026 Q3') && markOfSheet('QBR 2026 Q3')?.includes('complete')) controller.abort();
      return undefined;
    });
    expect((await writeQbr({ signal: controller.signal }, new LiveWorkbook())).kind).toBe('written');
    expect(controller.signal.aborted).toBe(true);
    expect(markOfSheet('QBR 2026 Q3')).toContain('complete');
    expect(new HistorySheet(addIn).rows()).toHaveLength(2);
  });
});

describe('every request failing in turn', () => {
  const codes = [
    'AccessDenied', 'GeneralException', 'InvalidOperation', 'InvalidOperationInCellEditMode', 'ItemNotFound', 'ItemAlreadyExists', 'InvalidArgument', 'InvalidReference',
    'ApiNotFound', 'ActivityLimitReached', 'RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded', 'ServiceNotAvailable', 'ConnectionFailure',
  ];

  /** With snapshots of last quarter, and some of this one made earlier on the same day. */
  let withHistory: WorkbookSnapshot;
  beforeAll(async () => {
    addIn = await openAddIn(portfolioWorkbook());
    judgeOn(addIn, '2026-06-30');
    await writeOn('2026-07-02');
    judgeOn(addIn, '2026-09-30');
    await writeOn('2026-09-30');
    for (const name of sheetNames().filter((one) => one.startsWith('QBR'))) addIn.port.deleteSheet(sheetNamed(name));
    withHistory = await savedWorkbook(addIn);
    addIn.close();
  });

  const runs = (history: HistorySheet): string[] => [...new Set(history.rows().map(({ Run }) => String(Run)))];

  /** Writes with the given fault at one request; how many requests there were. */
  async function writeWith(fault: Fault, at: number, workbook: WorkbookSnapshot): Promise<{ readonly kind: string; readonly message: string; readonly count: number }> {
    addIn = await openAddIn(workbook);
    const before = userCells();
    const history = new HistorySheet(addIn);
    const historyBefore = history.everything();
    const runsBefore = history.sheet === undefined ? [] : runs(history);
    const clock = new TestClock();
    addIn.breakWith(({ index }) => {
      if (index !== at) return undefined;
      if (fault.kind === 'silence') setTimeout(() => clock.pass(30_000), 50);
      return fault;
    });
    const result = await writeQbr({ clock }, new LiveWorkbook({ clock }));
    await settled();
    expect(userCells()).toBe(before);
    const reviews = sheetNames().filter((name) => name.startsWith('QBR'));
    if (result.kind === 'written') {
      const mark = markOfSheet(result.sheet);
      expect(mark).toContain('complete');
      // The rows of this review are there, below those of last quarter and any that they take the place of.
      expect(mark).toContain(runs(history).at(-1));
      expect(history.rows().slice(-2).map(({ Run }) => mark?.includes(String(Run)))).toEqual([true, true]);
      expect(runs(history)[0]).toBe(runsBefore[0] ?? runs(history)[0]);
    } else {
      expect(reviews).toEqual([]);
      expect(history.everything()).toEqual(historyBefore);
      expect(history.sheet?.visibility).toBe(historyBefore === undefined ? undefined : 'Hidden');
    }
    const count = addIn.requests.length;
    return { kind: result.kind, message: result.kind === 'failed' ? result.message : '', count };
  }

  test.each(codes)('by %s: no user cell changed, no half sheet left, History and Decisions as they were', async (code) => {
    for (let at = 0; ; at += 1) {
      const { kind, message, count } = await writeWith({ kind: 'error', code }, at, withHistory);
      if (kind === 'failed') expect(message).toMatch(/^[A-Z].*[.]$/s);
      if (at >= count) break;
      addIn.close();
    }
  }, 120_000);

  test.each<[string, boolean, () => WorkbookSnapshot]>([
    ['with History', false, () => withHistory],
    ['with History', true, () => withHistory],
    ['without History', false, portfolioWorkbook],
    ['without History', true, portfolioWorkbook],
  ])('by silence, in a workbook %s, done all the same: %s', async (_, afterwards, workbook) => {
    for (let at = 0; ; at += 1) {
      const { kind, message, count } = await writeWith({ kind: 'silence', afterwards }, at, workbook());
      if (kind === 'failed') expect(message).toMatch(/not answered for 30 seconds/);
      if (at >= count) break;
      addIn.close();
    }
  }, 120_000);

  test.each<[string, () => WorkbookSnapshot]>([['with History', () => withHistory], ['without History', portfolioWorkbook]])(
    'by the page being closed, in a workbook %s: the next start finds the workbook as it was, or a whole review', async (_, workbook) => {
      const ends: string[] = [];
      for (let at = 0; at <= 6; at += 1) {
        addIn = await openAddIn(workbook());
        const before = [userCells(), new HistorySheet(addIn).everything()];
        addIn.breakWith(({ index }) => (index === at ? { kind: 'close' } : undefined));
        const clock = new TestClock();
        let over = false;
        void writeQbr({ clock }, new LiveWorkbook({ clock })).finally(() => { over = true; });
        await until(() => over || addIn.requests.length > at);
        await settled(100);
        const left = await savedWorkbook(addIn);
        // Here the page is not really gone: what it still does when it hears nothing changes a workbook that nobody looks at any more.
        const passing = setInterval(() => clock.pass(30_000), 20);
        await until(() => over);
        clearInterval(passing);
        addIn.close();
        addIn = await openAddIn(left);
        await new LiveWorkbook({ clock }).refresh();
        const reviews = sheetNames().filter((name) => name.startsWith('QBR'));
        ends.push(reviews.length === 0 ? 'nothing' : 'whole');
        if (reviews.length === 0) expect([userCells(), new HistorySheet(addIn).everything()]).toEqual(before);
        else expect(markOfSheet('QBR 2026 Q3')).toContain('complete');
        addIn.close();
      }
      expect(ends.join(' ')).toMatch(/^(nothing ){3,}whole( whole)*$/);
    }, 120_000);

  test('by an error, in a workbook without History', async () => {
    for (let at = 0; ; at += 1) {
      const { count } = await writeWith({ kind: 'error', code: 'GeneralException' }, at, portfolioWorkbook());
      if (at >= count) break;
      addIn.close();
    }
  }, 120_000);

  /** What a request asks of the workbook, one by one: Excel may do the first of them and refuse the next. */
  const changes = ['addSheet', 'updateSheet', 'setCells', 'setNumberFormats', 'setColumns', 'insertCells', 'deleteCells', 'addTable', 'updateTable', 'filterTable', 'setName', 'activateSheet'] as const;

  function breakOffBefore(change: number): () => number {
    let count = 0;
    for (const name of changes) {
      const work = addIn.port[name] as (...given: unknown[]) => unknown;
      Object.defineProperty(addIn.port, name, {
        value: (...given: unknown[]) => {
          count += 1;
          if (count === change) throw Object.assign(new Error('It broke off here.'), { code: 'GeneralException' });
          return work.apply(addIn.port, given);
        },
      });
    }
    return () => count;
  }

  test.each<[string, () => WorkbookSnapshot]>([['with History', () => withHistory], ['without History', portfolioWorkbook]])(
    'in its middle, in a workbook %s', async (_, workbook) => {
      const written = async (change: number): Promise<{ readonly kind: string; readonly changes: number }> => {
        addIn = await openAddIn(workbook());
        const history = new HistorySheet(addIn);
        const before = [userCells(), history.everything()];
        const count = breakOffBefore(change);
        const clock = new TestClock();
        const { kind, ...result } = await writeQbr({ clock }, new LiveWorkbook({ clock }));
        if ('sheet' in result) expect(markOfSheet(result.sheet)).toContain(runs(history).at(-1));
        else expect([sheetNames().filter((name) => name.startsWith('QBR')), userCells(), history.everything()]).toEqual([[], ...before]);
        return { kind, changes: count() };
      };
      const { changes: all } = await written(Infinity);
      const kinds: string[] = [];
      for (let change = 1; change <= all; change += 1) {
        addIn.close();
        kinds.push((await written(change)).kind);
      }
      // Once the review is complete it stands.
      expect(kinds.join(' ')).toMatch(/^(failed ){20,}written( written)*$/);
    }, 240_000);

  test('a host that never answers again leaves one sheet marked as being built, and the next start removes it', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const before = userCells();
    const clock = new TestClock();
    const live = new LiveWorkbook({ clock });
    await live.refresh();
    let dead = false;
    addIn.breakWith(({ bytes }) => {
      // The request that builds the sheet breaks off before its end: Excel did a part of it, and nothing comes any more.
      dead ||= bytes > 20_000;
      return dead ? { kind: 'silence' } : undefined;
    });
    const passing = setInterval(() => clock.pass(30_000), 20);
    const result = await writeQbr({ clock }, live);
    clearInterval(passing);
    expect(result).toMatchObject({ kind: 'failed', message: expect.stringMatching(/could not be removed/) });
    addIn.breakWith(null);
    const half = addIn.port.addSheet('QBR 2026 Q3');
    addIn.port.setName({ name: markName, sheet: half, formula: '="building 1"', comment: '', visible: false });
    expect(userCells()).toBe(before);

    await new LiveWorkbook({ clock }).refresh();
    expect(sheetNames()).toEqual(['Partners', 'Initiatives', 'Notes']);
  });
});

test('what the writing does can be followed, whoever started it', async () => {
  addIn = await openAddIn(portfolioWorkbook());
  const kinds: string[] = [];
  const stop = qbrActivity.subscribe(() => kinds.push(qbrActivity.getState().kind));
  await write();
  stop();
  expect(kinds).toEqual(['writing', 'writing', 'writing', 'writing', 'ended']);
});
