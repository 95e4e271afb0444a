/** What the user does in the practice assessment and to how the tables are read: none of it may touch a cell of theirs. */
import { type Level, areas, levels } from '../../src/domain/assessment';
import { type AssessmentDraft, answeredCount } from '../../src/domain/assessmentDraft';
import type { SerialDate } from '../../src/domain/measure';
import { practiceResult } from '../../src/domain/practiceResult';
import { loadDraft, removeDraft, saveDraft } from '../../src/excel/assessmentDraft';
import { writeAssessmentSheet } from '../../src/excel/assessmentSheet';
import { finishAssessment } from '../../src/excel/assessmentWriter';
import { saveChoices } from '../../src/excel/readingStore';
import { noChoices } from '../../src/tables/readingChoices';
import type { Command } from './userCommands';
import type { World } from './world';

const today = 46_300 as SerialDate;

/** The pane starts over between any two steps: what it knows is what the workbook holds. */
async function underWay(world: World): Promise<AssessmentDraft | null> {
  const loaded = await loadDraft();
  if (loaded.kind !== 'done') throw new Error(loaded.message);
  if (JSON.stringify(loaded.draft?.answers ?? null) !== JSON.stringify(world.draft?.answers ?? null)) throw new Error(`The workbook holds another assessment than was answered: ${JSON.stringify(loaded.draft)}`);
  return loaded.draft;
}

const answer = async (world: World): Promise<void> => {
  const draft = (await underWay(world)) ?? { startedAt: world.clock.now().getTime(), assessor: '=Ines', answers: {} };
  const area = world.random.of(areas);
  const level = world.random.of<Level | null>([...levels, null]);
  const next = { ...draft, answers: { ...draft.answers, [area]: { level, evidence: world.random.of(['', '=cmd|1', 'Charter']), at: (draft.answers[area]?.at ?? 0) + 1 } } };
  const saved = await saveDraft(next, world.draft !== null);
  if (saved.kind !== 'done' || saved.draft === null) throw new Error(`The answer was not kept: ${JSON.stringify(saved)}`);
  world.tell(`  ${area} ${level ?? '-'}`);
  world.draft = saved.draft;
};

const finish = async (world: World): Promise<void> => {
  const draft = await underWay(world);
  if (draft === null) return world.tell('  (none under way)');
  const before = world.portfolio.rows.assessment.length;
  const result = await finishAssessment(draft, today, world.clock);
  world.tell(`  ${result.kind}`);
  world.count(`assessment: ${result.kind}`);
  if (result.kind !== 'done') throw new Error(`It was not finished: ${JSON.stringify(result)}`);
  world.draft = null;
  world.steps = [];
  await world.live.refresh();
  const { rows } = world.portfolio;
  if (rows.assessment.length !== before + areas.length) throw new Error(`Ten answers more are expected, and there are ${rows.assessment.length} after ${before}.`);
  if (answeredCount(draft) > 0 && practiceResult(world.portfolio)?.answered !== answeredCount(draft)) throw new Error('The result is of another assessment.');
};

const discard = async (world: World): Promise<void> => {
  await underWay(world);
  await removeDraft();
  world.draft = null;
};

const writeResult = async (world: World): Promise<void> => {
  const result = await writeAssessmentSheet(world.live, world.clock);
  world.tell(`  ${result.kind === 'written' ? result.sheet : result.message}`);
  world.count(`result sheet: ${result.kind}`);
  if (result.kind === 'written') world.steps = [];
};

const choose = async (world: World): Promise<void> => {
  const choices = { ...noChoices, dateOrder: world.random.of([null, 'dayFirst', 'monthFirst'] as const), currency: world.random.of([null, 'EUR']) };
  const result = await saveChoices(choices, world.live);
  if (result.kind !== 'done') throw new Error(result.message);
};

export const assessmentCommands: readonly Command[] = [
  { name: 'answer a step of the assessment', weight: 3, run: answer },
  { name: 'finish the assessment', weight: 0.8, run: finish },
  { name: 'discard the assessment', weight: 0.2, run: discard },
  { name: 'write the result of the assessment', weight: 0.4, run: writeResult },
  { name: 'say how dates and money are read', weight: 0.6, run: choose },
];
