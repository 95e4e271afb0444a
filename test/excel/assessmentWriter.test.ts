/** A practice assessment over Microsoft's office.js: its draft travels with the workbook, and finishing it appends ten rows or none. */
import { type Area, type Level, areas } from '../../src/domain/assessment';
import type { AssessmentDraft, DraftAnswer } from '../../src/domain/assessmentDraft';
import { fromIsoText, isoText } from '../../src/domain/calendar';
import { maturityAt } from '../../src/domain/maturity';
import type { SerialDate } from '../../src/domain/measure';
import { loadDraft, removeDraft, saveDraft } from '../../src/excel/assessmentDraft';
import { type FinishResult, finishAssessment } from '../../src/excel/assessmentWriter';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { writeQbr } from '../../src/excel/writeQbr';
import type { TableInfo } from '../../src/host/workbookPort';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { sheet, table } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';
import { portfolioWorkbook } from './portfolios';
import { differences, everyCell } from './wholeWorkbook';

let addIn: AddIn;
let live: LiveWorkbook;
afterEach(() => addIn.close());

const day = (text: string): SerialDate => fromIsoText(text) as SerialDate;
const monday = day('2026-09-28');
const answer = (level: Level | null, evidence = '', at = 1): DraftAnswer => ({ level, evidence, at });
const draft: AssessmentDraft = {
  startedAt: 5, assessor: 'Ines Okafor', answers: { process: answer(3, '=Playbook'), roles: answer(4), standing: answer(0), reporting: answer(2), portfolio: answer(1) },
};

async function open(snapshot: WorkbookSnapshot = portfolioWorkbook()): Promise<ReadonlyMap<string, string>> {
  addIn = await openAddIn(snapshot);
  live = new LiveWorkbook();
  await live.refresh();
  addIn.forget();
  return everyCell(addIn.port);
}
async function finish(what = draft, today = monday): Promise<FinishResult> {
  await saveDraft(what, false);
  addIn.forget();
  return finishAssessment(what, today);
}
const ownTable = (): TableInfo | undefined => addIn.port.tables().find(({ name }) => name.startsWith('AllianceAssessment'));
/** As the portfolio reads them: "2026-09-28 Ines Okafor process 3 =Playbook". */
async function answers(): Promise<readonly string[]> {
  await live.refresh();
  const state = live.getState();
  if (state.kind !== 'ready') throw new Error('Not ready.');
  return state.portfolio.rows.assessment.map(({ date, assessor, area, level, evidence }) => [isoText(date), assessor, area, level ?? '-', ...(evidence === null ? [] : [evidence])].join(' '));
}
const ofMonday = (area: Area): string => {
  const { level, evidence } = draft.answers[area] ?? answer(null);
  return `2026-09-28 Ines Okafor ${area} ${level ?? '-'}${evidence === '' ? '' : ` ${evidence}`}`;
};
const whole = areas.map(ofMonday);
const draftNow = async (): Promise<unknown> => {
  const result = await loadDraft();
  return result.kind === 'done' ? result.draft : result;
};

describe('a draft', () => {
  test('is not there before the first save, travels with the workbook, and goes when it is discarded', async () => {
    const before = await open();
    expect(await draftNow()).toBeNull();
    expect(await saveDraft(draft, false)).toEqual({ kind: 'done', draft });
    expect(await draftNow()).toEqual(draft);
    expect(await removeDraft()).toEqual({ kind: 'done' });
    expect(await draftNow()).toBeNull();
    expect(differences(before, everyCell(addIn.port))).toEqual([]);
  });

  test('takes in what another machine answered meanwhile', async () => {
    await open();
    await saveDraft({ ...draft, answers: { approval: answer(4, '', 9), process: answer(0, '', 0) } }, false);
    const result = await saveDraft(draft, true);
    expect(result).toEqual({ kind: 'done', draft: { ...draft, answers: { ...draft.answers, approval: answer(4, '', 9) } } });
    expect(await draftNow()).toEqual({ ...draft, answers: { ...draft.answers, approval: answer(4, '', 9) } });
  });

  test('that was finished elsewhere does not come back', async () => {
    await open();
    expect(await saveDraft(draft, true)).toEqual({ kind: 'done', draft: null });
    expect(await draftNow()).toBeNull();
  });

  test('that cannot be saved says so', async () => {
    await open();
    addIn.breakWith(() => ({ kind: 'error', code: 'GeneralException' }));
    expect((await saveDraft(draft, false)).kind).toBe('failed');
  });
});

describe('finishing', () => {
  test('makes the table on the hidden sheet of the product, and ends the draft', async () => {
    const before = await open();
    expect(await finish()).toEqual({ kind: 'done' });
    expect(await answers()).toEqual(whole);
    expect(await draftNow()).toBeNull();
    expect(addIn.port.sheets().find(({ name }) => name === 'Alliance data')?.visibility).toMatch(/^hidden$/i);
    expect(differences(before, everyCell(addIn.port)).every((line) => line.startsWith('Alliance data!'))).toBe(true);
  });

  test('appends the next time, and the two compare', async () => {
    await open();
    await finish();
    await finish({ ...draft, startedAt: 6, answers: { ...draft.answers, roles: answer(2) } }, day('2026-12-28'));
    expect((await answers()).slice(0, 10)).toEqual(whole);
    expect(await answers()).toHaveLength(20);
    const state = live.getState();
    const maturity = state.kind === 'ready' ? maturityAt(state.portfolio.rows.assessment, day('2026-12-31'), state.portfolio.policy) : null;
    expect(maturity?.comparison.last).toBe(monday);
    expect(maturity?.comparison.areas.roles).toEqual({ by: -2, reason: null });
  });

  test('on the same day again stands alone: nothing of the first one shines through', async () => {
    await open();
    await finish();
    await finish({ ...draft, startedAt: 6, answers: { approval: answer(4) } });
    await answers();
    const state = live.getState();
    const maturity = state.kind === 'ready' ? maturityAt(state.portfolio.rows.assessment, day('2026-12-31'), state.portfolio.policy) : null;
    expect(maturity?.answered).toBe(1);
    expect(maturity?.profile.approval).toBe(4);
  });

  test('goes beside the History that is there already', async () => {
    await open();
    expect((await writeQbr({}, live)).kind).toBe('written');
    const before = everyCell(addIn.port);
    expect(await finish()).toEqual({ kind: 'done' });
    expect(await answers()).toEqual(whole);
    expect(differences(before, everyCell(addIn.port)).filter((line) => !line.includes(': empty ->'))).toEqual([]);
    expect((await writeQbr({}, live)).kind).toBe('written');
    expect(await answers()).toEqual(whole);
  });

  test('finds its columns where they were moved to, and leaves those of the user alone', async () => {
    await open();
    await finish();
    const { sheet: id, area } = ownTable()!;
    const [headers = [], ...rows] = addIn.port.values(id, area);
    const order = [4, 2, 0, 3, 1];
    addIn.port.setCells(id, area, [headers, ...rows].map((row) => order.map((from) => ({ value: (row[from] ?? null) as string | number | null }))));
    expect(await answers()).toEqual(whole);
    await finish(draft, day('2026-12-28'));
    expect((await answers()).slice(10)).toEqual(whole.map((line) => line.replace('2026-09-28', '2026-12-28')));
  });

  test('begins with what a table of the user says, which stays as it is', async () => {
    const plain = portfolioWorkbook();
    const rows = [['Date', 'Assessor', 'Area', 'Level', 'Evidence'], ['2025-09-30', 'Jo Reyes', 'Roles', 1, 'Two of five']];
    const before = await open({ ...plain, sheets: [...plain.sheets, sheet('Practice', rows)], tables: [...plain.tables, table('Practice', 'practice', { row: 0, column: 0, rows: 2 }, rows[0] as string[])] });
    const earlier = await answers();
    expect(earlier).toEqual(['2025-09-30 Jo Reyes roles 1 Two of five']);
    await finish();
    expect(await answers()).toEqual([...earlier, ...whole]);
    expect(differences(before, everyCell(addIn.port)).some((line) => line.startsWith('Practice!'))).toBe(false);
  });

  test('takes in what another machine answered a moment ago', async () => {
    await open();
    await saveDraft({ ...draft, answers: { ...draft.answers, approval: answer(2, '', 9) } }, false);
    expect(await finishAssessment(draft, monday)).toEqual({ kind: 'done' });
    expect(await answers()).toContain('2026-09-28 Ines Okafor approval 2');
  });

  test('that happened elsewhere is not done twice', async () => {
    await open();
    await finish();
    expect(await finishAssessment(draft, monday)).toEqual({ kind: 'gone' });
    expect(await answers()).toEqual(whole);
  });

  test('is refused in a sentence where the sheet is protected, and the draft stays', async () => {
    await open();
    await finish();
    addIn.port.updateSheet(ownTable()!.sheet, { protected: true });
    expect(await finish(draft, day('2026-12-28'))).toEqual({ kind: 'failed', message: expect.stringMatching(/"Alliance data".*protected/) });
    expect(await answers()).toEqual(whole);
    expect(await draftNow()).toEqual(draft);
  });

  test('writes days in the date system of the workbook', async () => {
    await open(portfolioWorkbook({ date1904: true }));
    await finish();
    expect(await answers()).toEqual(whole);
  });
});

describe('whatever request breaks', () => {
  test.each([['a new sheet', false], ['the table that is there', true]])('with %s there is a whole run or none', async (_where, again) => {
    let failures = 0;
    for (let broken = 0; broken < 12; broken += 1) {
      await open();
      if (again) await finish({ ...draft, startedAt: 1 }, day('2025-09-28'));
      const earlier = await answers();
      await saveDraft(draft, false);
      let seen = 0;
      addIn.breakWith(() => (seen++ === broken ? ({ kind: 'error', code: 'GeneralException' } as const) : undefined));
      const result = await finishAssessment(draft, monday);
      addIn.breakWith(null);
      const now = await answers();
      if (result.kind === 'failed') {
        failures += 1;
        expect(now).toEqual(earlier);
        expect(await draftNow()).toEqual(draft);
      } else expect(now).toEqual([...earlier, ...whole]);
      addIn.close();
    }
    expect(failures).toBeGreaterThan(2);
  });
});
