/** Editions of the review over Microsoft's office.js: what each costs, what it leaves behind, and that what is shared holds nothing of ours. */
import { fromIsoText } from '../../src/domain/calendar';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { qbrSheetsOf } from '../../src/excel/qbrSheets';
import { reviewsOf } from '../../src/excel/reviews';
import { markName } from '../../src/excel/sheetMark';
import { qbrSetting } from '../../src/excel/workbookSettings';
import { preparerOf } from '../../src/excel/reviews';
import { type QbrRequest, writeQbr } from '../../src/excel/writeQbr';
import type { Fault } from '../../src/host/requestHooks';
import { reviewDocuments } from '../../src/report/qbr';
import { type Edition, allSections } from '../../src/report/qbrOptions';
import { partnerKey } from '../../src/tables/partnerName';
import { loneXlsx } from '../../src/workbench/xlsx/loneXlsx';
import { writeXlsx } from '../../src/workbench/xlsx/writeXlsx';
import { readZip, unpack } from '../../src/workbench/xlsx/zip';
import { HistorySheet, savedWorkbook, told, snapshotsRead } from './historySheet';
import { markedWorkbook, sharedPartner } from './markedWorkbook';
import { type AddIn, openAddIn, sampleWorkbook } from './openAddIn';
import { initiativeRow, partnerRow, portfolioWorkbook } from './portfolios';
import { TestClock, settled } from './testClock';

let addIn: AddIn;
afterEach(() => addIn.close());

const key = partnerKey('Halden Cloud');
const editions: Readonly<Record<'portfolio' | 'internal' | 'shared', Edition>> = {
  portfolio: { kind: 'portfolio' },
  internal: { kind: 'partner', key, audience: 'internal' },
  shared: { kind: 'partner', key, audience: 'shared' },
};
const asked = (edition: Edition, more: Partial<QbrRequest> = {}): QbrRequest => ({ asOf: null, preparedBy: 'Ines Okafor', sections: allSections, edition, ...more });
const write = (request: QbrRequest, live = new LiveWorkbook()) => writeQbr({ request }, live);
const sheetNames = (): string[] => addIn.port.sheets().map(({ name }) => name);
const textsOf = (name: string): unknown[] => {
  const id = addIn.port.sheets().find((one) => one.name === name)?.id ?? '';
  const used = addIn.port.usedArea(id, true);
  return used === null ? [] : addIn.port.values(id, used).flat();
};
const userCells = (): string => JSON.stringify(addIn.port.sheets().filter(({ name }) => !/^(QBR|Alliance data)/.test(name)).map(({ id, name, visibility }) => {
  const used = addIn.port.usedArea(id, false);
  return [name, visibility, used && addIn.port.values(id, used), used && addIn.port.formulas(id, used)];
}));
const remembered = (): unknown => addIn.port.settings().get(qbrSetting);

describe('an edition for one partner', () => {
  test.each(['internal', 'shared'] as const)('that is %s takes as many requests as any review, is a sheet of its own, and writes no History', async (audience) => {
    addIn = await openAddIn(portfolioWorkbook());
    const before = userCells();
    expect(await write(asked(editions[audience]))).toEqual({ kind: 'written', sheet: 'QBR 2026 Q3 Halden Cloud', history: null });
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
    expect(sheetNames()).toEqual(['Partners', 'Initiatives', 'Notes', 'QBR 2026 Q3 Halden Cloud']);
    expect(userCells()).toBe(before);
    expect(textsOf('QBR 2026 Q3 Halden Cloud')).toContain(`As of 30 September 2026 · Prepared by Ines Okafor · ${audience === 'internal' ? 'Internal' : 'Shared'} edition`);
  });

  test('is numbered where there is one already, and is never read as a source', async () => {
    addIn = await openAddIn(sampleWorkbook());
    const live = new LiveWorkbook();
    const { partner } = (await live.refresh().then((state) => (state.kind === 'ready' ? state.portfolio.partners[0] : undefined)))!;
    const edition: Edition = { kind: 'partner', key: partner.key, audience: 'internal' };
    const [one, other] = [await write(asked(edition), live), await write(asked(edition), live)];
    expect([one, other]).toMatchObject([{ sheet: `QBR 2026 Q3 ${partner.name}` }, { sheet: `QBR 2026 Q3 ${partner.name} (2)`.replace('Systems', 'Syste') }]);
    const state = await new LiveWorkbook().refresh();
    expect(state.kind === 'ready' && state.portfolio.rows.issues.filter(({ code }) => code === 'extra-table')).toEqual([]);
  });

  test.each(["O'Hara & Söhne: [A/B]?*'", '😀'.repeat(20), 'x'.repeat(60), '株式会社 ダミー', "'A'"])('of a partner called %s has a name that Excel takes', async (name) => {
    addIn = await openAddIn(portfolioWorkbook({ partners: [partnerRow('Northwind Systems'), partnerRow(name).map((value, column) => (column === 0 ? { value: name, quoted: true as const } : value))], initiatives: [initiativeRow('Joint', name)] }));
    const live = new LiveWorkbook();
    const state = await live.refresh();
    const partner = state.kind === 'ready' ? state.portfolio.partners[1]?.partner : undefined;
    const results = [await write(asked({ kind: 'partner', key: partner?.key ?? '', audience: 'shared' }), live), await write(asked({ kind: 'partner', key: partner?.key ?? '', audience: 'shared' }), live)];
    expect(results.map(({ kind }) => kind)).toEqual(['written', 'written']);
    for (const result of results) if (result.kind === 'written') expect(result.sheet).toMatch(/^QBR 2026 Q3\b/);
  });

  test('of a partner that is gone is refused, and nothing changes', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const before = userCells();
    expect(await write(asked({ kind: 'partner', key: 'somebody', audience: 'shared' }))).toEqual({ kind: 'failed', message: 'The partner of this review is no longer in the Partners table. Choose another one, then try again.' });
    expect([sheetNames(), userCells()]).toEqual([['Partners', 'Initiatives', 'Notes'], before]);
  });
});

describe('a review as of another day', () => {
  const june = fromIsoText('2026-06-30');

  test('judges the cells of today on that day, is named for its quarter, and leaves its snapshots for it', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const clock = new TestClock('2026-10-02T12:00:00');
    const live = new LiveWorkbook({ clock });
    expect(await writeQbr({ request: asked(editions.portfolio, { asOf: june }), clock }, live)).toEqual({ kind: 'written', sheet: 'QBR 2026 Q2', history: 'written' });
    expect(textsOf('QBR 2026 Q2')).toContain('As of 30 June 2026 · Prepared by Ines Okafor · Internal edition');
    expect(told(await snapshotsRead())).toEqual([
      expect.stringMatching(/^2026-06-30 Northwind Systems .*, made 2026-10-02$/), expect.stringMatching(/^2026-06-30 Halden Cloud .*, made 2026-10-02$/),
    ]);
    const state = await live.refresh();
    expect(state.kind === 'ready' && state.portfolio.trend.portfolio.last?.asOf).toBe(june);
  });

  test('keeps what was known then, and takes the place of what it wrote the same day', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const on = (day: string) => {
      const clock = new TestClock(`${day}T12:00:00`);
      return writeQbr({ request: asked(editions.portfolio, { asOf: june }), clock }, new LiveWorkbook({ clock }));
    };
    expect([await on('2026-07-01'), await on('2026-07-01'), await on('2026-10-02')]).toMatchObject([{ history: 'written' }, { history: 'replaced' }, { history: 'kept' }]);
    expect(told(await snapshotsRead()).map((line) => line.slice(-10))).toEqual(['2026-07-01', '2026-07-01']);
  });
});

describe('what was chosen', () => {
  test('is remembered with the workbook, and the ribbon writes as it was last chosen', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    await write(asked(editions.internal, { sections: new Set([...allSections].filter((id) => id !== 'corrections')) }), live);
    expect(JSON.parse(String(remembered()))).toEqual({ version: 1, preparedBy: 'Ines Okafor', leftOut: ['corrections'] });
    await writeQbr({}, live);
    expect(textsOf('QBR 2026 Q3')).toContain('As of 30 September 2026 · Prepared by Ines Okafor · Internal edition');
    expect(textsOf('QBR 2026 Q3')).not.toContain('Course corrections');
    expect(textsOf('QBR 2026 Q3')).toContain('Gate breaches');
  });

  test('is not remembered where it is what would stand anyway', async () => {
    addIn = await openAddIn(portfolioWorkbook({ properties: new Map([['author', 'Ines Okafor']]) }));
    const live = new LiveWorkbook();
    await write(asked(editions.portfolio), live);
    await writeQbr({}, live);
    expect(remembered()).toBeUndefined();
    expect(preparerOf(live.lastReading()!)).toBe('Ines Okafor');
  });

  test('is not remembered where the review could not be written', async () => {
    addIn = await openAddIn(portfolioWorkbook({ structureProtected: true }));
    expect((await write(asked(editions.portfolio))).kind).toBe('failed');
    expect(remembered()).toBeUndefined();
  });
});

describe('every request failing in turn', () => {
  const attempt = async (edition: Edition, fault: Fault, at: number): Promise<number> => {
    addIn = await openAddIn(portfolioWorkbook());
    const before = userCells();
    const clock = new TestClock();
    addIn.breakWith(({ index }) => {
      if (index !== at) return undefined;
      if (fault.kind === 'silence') setTimeout(() => clock.pass(30_000), 50);
      return fault;
    });
    const result = await writeQbr({ request: asked(edition, { asOf: fromIsoText('2026-06-30') }), clock }, new LiveWorkbook({ clock }));
    await settled();
    expect(userCells()).toBe(before);
    const reviews = sheetNames().filter((name) => name.startsWith('QBR'));
    if (result.kind === 'written') {
      expect(reviews).toEqual([result.sheet]);
      expect(addIn.port.names().find(({ name, sheet }) => name === markName && sheet === addIn.port.sheets().find((one) => one.name === result.sheet)?.id)?.formula).toContain('complete');
      if (edition.kind === 'portfolio') expect(new HistorySheet(addIn).rows()).toHaveLength(2);
    } else {
      expect([reviews, remembered()]).toEqual([[], undefined]);
    }
    if (edition.kind === 'partner' || result.kind !== 'written') expect(new HistorySheet(addIn).sheet).toBeUndefined();
    return addIn.requests.length;
  };

  test.each(['portfolio', 'internal', 'shared'] as const)('of the %s edition: no user cell changed, no half sheet left', async (edition) => {
    const faults: Fault[] = [{ kind: 'error', code: 'GeneralException' }, { kind: 'error', code: 'AccessDenied' }, { kind: 'silence' }, { kind: 'silence', afterwards: true }];
    for (const fault of faults) {
      for (let at = 0; ; at += 1) {
        const count = await attempt(editions[edition], fault, at);
        if (at >= count) break;
        addIn.close();
      }
      addIn.close();
    }
  }, 240_000);
});

describe('what is shared holds nothing that stays with us', () => {
  const { snapshot, marks, allowed, ourPeople, secretFigures } = markedWorkbook();
  /** Every part of a file, its name and its text, as a reader understands them. */
  const textOf = (bytes: Uint8Array): string => {
    // What a sheet keeps for add-ins is no XML: two bytes a letter.
    const decoded = (name: string, content: Uint8Array): string => new TextDecoder(name.endsWith('.bin') ? 'utf-16le' : 'utf-8').decode(content);
    const parts = [...readZip(bytes)].map(([name, entry]) => `${name}\n${decoded(name, unpack(entry))}`).join('\n');
    return parts.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, (_whole, decimal: string | undefined, hex: string | undefined, word: string | undefined) =>
      (word === undefined ? String.fromCodePoint(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) : { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[word.toLowerCase()] ?? ''));
  };
  interface Sent {
    /** The file that is sent: these sheets alone. */
    readonly file: string;
    /** The workbook that they were written in. */
    readonly whole: string;
    readonly values: readonly unknown[];
  }
  const sent = async (edition: (key: string) => Edition): Promise<readonly Sent[]> => {
    addIn = await openAddIn(snapshot);
    const live = new LiveWorkbook();
    const state = await live.refresh();
    if (state.kind !== 'ready') throw new Error(`The workbook is ${state.kind}.`);
    const request = asked(edition(partnerKey(sharedPartner)));
    const result = await write(request, live);
    const sheets = result.kind === 'written' ? [result.sheet] : result.kind === 'writtenEach' ? result.sheets : [];
    expect(sheets).not.toEqual([]);
    const saved = await savedWorkbook(addIn);
    const { titles, author } = reviewDocuments(state.portfolio, request);
    const addInOfFile = { id: '11111111-1111-1111-1111-111111111111', version: '1.0.0.0', storeType: 'Registry', store: 'developer' } as never;
    const whole = textOf(writeXlsx({ snapshot: saved, changes: {} as never }, null, addInOfFile).bytes);
    return sheets.map((name, index) => {
      const ids = new Set(saved.sheets.filter((sheet) => sheet.name === name).map(({ id }) => id));
      return { file: textOf(loneXlsx(saved, ids, { title: titles[index] ?? '', author })), whole, values: textsOf(name) };
    });
  };
  const found = (text: string, words: readonly string[]): readonly string[] => words.filter((word) => text.includes(word));

  test('in any part of the file that is sent, of several hundred marks in every column of every table and everywhere beside them, nor the figures', async () => {
    const [{ file, values } = { file: '', values: [] }] = await sent((key) => ({ kind: 'partner', key, audience: 'shared' }));
    expect(new Set(marks).size).toBeGreaterThan(500);
    expect(found(file, marks)).toEqual([]);
    expect(found(file, allowed)).toEqual(allowed);
    expect(found(file, ['Ines Okafor', 'Shared edition', `QBR 2026 Q3 · ${sharedPartner}`])).toHaveLength(3);
    expect(found(file, ['alliance.', '_Alliance', '<f>', 'hyperlink', 'customProperty', 'customXml', 'tableParts', 'webextension'])).toEqual([]);
    expect([...file.matchAll(/<definedName [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['_xlnm.Print_Area', '_xlnm.Print_Titles']);
    const shown = values.filter((value) => value !== null).map(String);
    for (const figure of secretFigures) expect(shown.filter((text) => text === figure || (figure.length > 4 && text.includes(figure)))).toEqual([]);
    expect(shown.filter((text) => /2031|2030|relationship|survey|exit/i.test(text))).toEqual([]);
  }, 60_000);

  test('nor the names of our people, where they are left out', async () => {
    const [{ file } = { file: '' }] = await sent((key) => ({ kind: 'partner', key, audience: 'shared', withoutNames: true }));
    expect(found(file, [...marks, ...ourPeople, 'Ines Okafor', 'dc:creator'])).toEqual([]);
    expect(found(file, allowed)).toEqual(allowed.filter((word) => !ourPeople.includes(word)));
  }, 60_000);

  test('nor in the file of any partner, where every one gets theirs: each finds itself alone', async () => {
    const files = await sent(() => ({ kind: 'partners', audience: 'shared' }));
    expect(files).toHaveLength(7);
    const partners = marks.filter((mark) => /partner\d$/.test(mark));
    expect(partners).toHaveLength(6);
    for (const { file, values } of files) {
      const own = [sharedPartner, ...partners].filter((name) => values.includes(name));
      expect(own).toHaveLength(1);
      expect(found(file, [sharedPartner, ...partners])).toEqual(own);
      if (own[0] === sharedPartner) expect(found(file, marks)).toEqual([]);
    }
  }, 120_000);

  test('the search would find each of them: the workbook itself holds them all, and the internal edition some', async () => {
    const [{ file, whole, values } = { file: '', whole: '', values: [] }] = await sent((key) => ({ kind: 'partner', key, audience: 'internal' }));
    expect(marks.filter((mark) => !whole.includes(mark))).toEqual([]);
    expect(found(file, marks).length).toBeGreaterThan(3);
    expect(values.some((value) => /Relationship/.test(String(value)))).toBe(true);
  }, 60_000);
});

describe('the reviews of a workbook', () => {
  test('are known by their names, the newest first', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    await write(asked(editions.portfolio, { asOf: fromIsoText('2026-06-30') }), live);
    await write(asked(editions.shared), live);
    await write(asked(editions.portfolio), live);
    addIn.forget();
    expect(await reviewsOf(live).shelf()).toEqual({
      structureProtected: false,
      sheets: [
        { name: 'QBR 2026 Q3', quarter: '2026 Q3', partner: null, hidden: false },
        { name: 'QBR 2026 Q3 Halden Cloud', quarter: '2026 Q3', partner: 'Halden Cloud', hidden: false },
        { name: 'QBR 2026 Q2', quarter: '2026 Q2', partner: null, hidden: false },
      ],
    });
    expect(addIn.requests).toHaveLength(1);
  });

  test('cannot get more while the structure is protected', async () => {
    addIn = await openAddIn(portfolioWorkbook({ structureProtected: true }));
    expect(await reviewsOf().shelf()).toEqual({ structureProtected: true, sheets: [] });
  });

  test('can be of any day until today, and of the workbook\'s own where that is later', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const [before, after] = ['2026-08-15', '2026-11-02'].map((day) => new TestClock(`${day}T12:00:00`)) as [TestClock, TestClock];
    const live = new LiveWorkbook({ clock: before });
    expect(reviewsOf(live, before).judgedOn(fromIsoText('2026-06-30')!)).toBeNull();
    expect(reviewsOf(live, before).lastChosen()).toEqual({ preparedBy: null, leftOut: new Set(), withoutNames: false });
    await live.refresh();
    expect([reviewsOf(live, before).latestDay(), reviewsOf(live, after).latestDay()]).toEqual([fromIsoText('2026-09-30'), fromIsoText('2026-11-02')]);
    expect(reviewsOf(live, before).judgedOn(fromIsoText('2026-06-30')!)).toMatchObject({ asOf: fromIsoText('2026-06-30') });
  });

  test('a number behind the name is no partner, and what is put away is said to be', () => {
    const at = (name: string, visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible') => ({ name, visibility });
    expect(qbrSheetsOf([at('Partners'), at('QBR 2026 Q3 (2)'), at('qbr 2026 q1 Acme (3)', 'Hidden'), at('QBR 2025 Q4', 'VeryHidden'), at('QBR draft')])).toEqual([
      { name: 'qbr 2026 q1 Acme (3)', quarter: '2026 Q1', partner: 'Acme', hidden: true },
      { name: 'QBR 2026 Q3 (2)', quarter: '2026 Q3', partner: null, hidden: false },
    ]);
  });
});
