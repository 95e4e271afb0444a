/** A practice assessment of the sample workbook from its start to its sheet, over Microsoft's office.js. */
import { type Level, areas } from '../../src/domain/assessment';
import type { AssessmentDraft } from '../../src/domain/assessmentDraft';
import { fromIsoText } from '../../src/domain/calendar';
import type { SerialDate } from '../../src/domain/measure';
import { type PracticeResult, practiceResult } from '../../src/domain/practiceResult';
import { saveDraft } from '../../src/excel/assessmentDraft';
import { writeAssessmentSheet } from '../../src/excel/assessmentSheet';
import { finishAssessment } from '../../src/excel/assessmentWriter';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { type AddIn, openAddIn, sampleWorkbook } from './openAddIn';
import { portfolioWorkbook } from './portfolios';
import { TestClock } from './testClock';
import { differences, everyCell } from './wholeWorkbook';

let addIn: AddIn;
let live: LiveWorkbook;
const clock = new TestClock();
beforeEach(async () => {
  addIn = await openAddIn(sampleWorkbook());
  live = new LiveWorkbook({ clock });
});
afterEach(() => addIn.close());

const day = (text: string): SerialDate => fromIsoText(text) as SerialDate;
async function result(): Promise<PracticeResult | null> {
  const state = await live.refresh();
  if (state.kind !== 'ready') throw new Error('The sample could not be read.');
  return practiceResult(state.portfolio);
}
async function assess(level: Level, on: string, evidence = ''): Promise<void> {
  const draft: AssessmentDraft = { startedAt: 1, assessor: 'Ines Okafor', answers: Object.fromEntries(areas.map((area) => [area, { level, evidence, at: 1 }])) };
  await saveDraft(draft, false);
  expect(await finishAssessment(draft, day(on))).toEqual({ kind: 'done' });
}
const sheetTexts = (name: string): unknown[] => {
  const id = addIn.port.sheets().find((one) => one.name === name)?.id ?? '';
  const used = addIn.port.usedArea(id, true);
  return used === null ? [] : addIn.port.values(id, used).flat().filter((value) => value !== null);
};

/** Counted by hand in the tables of the sample as of 30 September 2026. */
test('the sample does not bear out all that is claimed to be measured and improved', async () => {
  await assess(4, '2026-10-02');
  const says = (area: string, why: string): string => `"Measured and improved" is answered for ${area}, but the workbook shows otherwise: ${why}`;
  expect((await result())?.contradictions.map(({ text }) => text.replace(/\u00a0/g, ' '))).toEqual([
    says('Process', '26 of 39 open initiatives past Qualify (66.7 %) are free of gate breaches.'),
    says('Roles', '25 of 32 launched initiatives (78.1 %) have an owner and a sales sponsor.'),
    says('Expectations', '10 of 13 current partners (76.9 %) have agreed expectations.'),
    says('Plans and reviews', '3 of 4 Strategic partners (75 %) have a joint business plan agreed within 12 months and a quarterly review held within 100 days.'),
    says('Portfolio', '21 of 30 launched initiatives (70 %) were inspected within 90 days.'),
  ]);
});

test('what the sample itself claims it bears out', async () => {
  expect((await result())?.contradictions).toEqual([]);
});

test('two assessments compare, and the earlier one stays as it is', async () => {
  const before = everyCell(addIn.port);
  await assess(2, '2026-10-02');
  const middle = await result();
  await assess(3, '2026-11-02');
  expect(middle?.maturity).toBe(50);
  expect(await result()).toMatchObject({ maturity: 75, comparison: { last: day('2026-10-02'), maturity: { by: 25 }, areas: { roles: { by: 1 } } } });
  const changed = differences(before, everyCell(addIn.port));
  expect(changed.filter((line) => !line.startsWith('Alliance data!'))).toEqual([]);
});

test('its sheet is values only, in at most five requests, and changes nothing else', async () => {
  await assess(4, '2026-10-02', '=Charter & "minutes"');
  await live.refresh();
  const before = everyCell(addIn.port);
  addIn.forget();
  expect(await writeAssessmentSheet(live, clock)).toEqual({ kind: 'written', sheet: 'Practice result 2026-10-02' });
  expect(addIn.requests.length).toBeLessThanOrEqual(5);
  expect(await writeAssessmentSheet(live, clock)).toEqual({ kind: 'written', sheet: 'Practice result 2026-10-02 (2)' });
  expect(differences(before, everyCell(addIn.port)).filter((line) => !line.startsWith('Practice result') && !line.startsWith("'Practice result"))).toEqual([]);
  const texts = sheetTexts('Practice result 2026-10-02');
  expect(texts).toEqual(expect.arrayContaining(['Practice assessment', '100 %', '10 of 10', '●●●●', '=Charter & "minutes"', 'As of 2 October 2026 · Prepared by Ines Okafor · Internal edition']));
  const id = addIn.port.sheets().find((one) => one.name === 'Practice result 2026-10-02')?.id ?? '';
  const used = addIn.port.usedArea(id, false);
  expect(used && addIn.port.formulas(id, used).flat().filter((formula) => formula !== null)).toEqual([]);
});

test.each([3, 4])('a request that fails leaves no sheet behind: number %i', async (failing) => {
  await assess(4, '2026-10-02');
  await live.refresh();
  addIn.forget();
  addIn.breakWith(() => (addIn.requests.length === failing ? { kind: 'error', code: 'GeneralException' } : undefined));
  const outcome = await writeAssessmentSheet(live, clock);
  expect(outcome.kind).toBe('failed');
  expect(addIn.port.sheets().map(({ name }) => name).filter((name) => name.startsWith('Practice'))).toEqual([]);
});

test('without an assessment there is nothing to write', async () => {
  addIn.close();
  addIn = await openAddIn(portfolioWorkbook());
  live = new LiveWorkbook({ clock });
  expect(await writeAssessmentSheet(live, clock)).toEqual({ kind: 'failed', message: 'There is no finished assessment to write.' });
});
