import type { AssessmentDraft } from '../../src/domain/assessmentDraft';
import { mergeDrafts } from '../../src/domain/assessmentDraft';
import type { DraftResult } from '../../src/excel/assessmentDraft';
import type { Assessments } from '../../src/excel/assessments';
import { DraftKeeper } from '../../src/taskpane/assessment/draftKeeper';

/** A workbook that answers when it is told to, and what another machine does to it. */
class SlowWorkbook implements Assessments {
  held: AssessmentDraft | null = null;
  readonly saved: AssessmentDraft[] = [];
  finished: AssessmentDraft | null = null;
  trouble: string | null = null;
  private gate: Promise<void> = Promise.resolve();
  open: () => void = () => undefined;

  close(): void {
    this.gate = new Promise((resolve) => {
      this.open = resolve;
    });
  }
  load = async (): Promise<DraftResult> => (this.trouble === null ? { kind: 'done', draft: this.held } : { kind: 'failed', message: this.trouble });
  save = async (draft: AssessmentDraft, stored: boolean): Promise<DraftResult> => {
    await this.gate;
    if (this.trouble !== null) return { kind: 'failed', message: this.trouble };
    if (stored && this.held === null) return { kind: 'done', draft: null };
    this.saved.push(draft);
    this.held = this.held === null ? draft : mergeDrafts(draft, this.held);
    return { kind: 'done', draft: this.held };
  };
  discard = async () => {
    this.held = null;
    return { kind: 'done' } as const;
  };
  finish = async (draft: AssessmentDraft) => {
    if (this.held === null) return { kind: 'gone' } as const;
    this.finished = draft;
    this.held = null;
    return { kind: 'done' } as const;
  };
  writeResult = () => Promise.reject(new Error('not asked for here'));
}

let now = 1_000;
const waiting: { act: () => void; milliseconds: number }[] = [];
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
function opened(workbook: SlowWorkbook): DraftKeeper {
  return new DraftKeeper(workbook, () => (now += 1), (act, milliseconds) => {
    const entry = { act, milliseconds };
    waiting.push(entry);
    return () => void waiting.splice(waiting.indexOf(entry), waiting.includes(entry) ? 1 : 0);
  });
}
const draftOf = (keeper: DraftKeeper): AssessmentDraft => {
  const state = keeper.getState();
  if (state.kind !== 'underWay') throw new Error(`It is ${state.kind}.`);
  return state.draft;
};
const savingOf = (keeper: DraftKeeper): string => {
  const state = keeper.getState();
  return state.kind === 'underWay' ? state.saving.kind : state.kind;
};
let workbook: SlowWorkbook;
let keeper: DraftKeeper;
beforeEach(async () => {
  waiting.length = 0;
  workbook = new SlowWorkbook();
  keeper = opened(workbook);
  await keeper.load();
});
const begun = async (): Promise<void> => {
  keeper.begin('Ines');
  await settle();
};

test('nothing is under way until it is begun, and what is begun is in the workbook', async () => {
  expect(savingOf(keeper)).toBe('none');
  await begun();
  expect([savingOf(keeper), workbook.held?.assessor]).toEqual(['saved', 'Ines']);
});

test('a level is saved at once, a text when the typing has paused', async () => {
  await begun();
  keeper.choose('roles', 3);
  await settle();
  expect(workbook.held?.answers.roles?.level).toBe(3);
  keeper.write('roles', 'Char');
  keeper.write('roles', 'Charter');
  await settle();
  expect([workbook.held?.answers.roles?.evidence, waiting.map(({ milliseconds }) => milliseconds), savingOf(keeper)]).toEqual(['', [600], 'saving']);
  waiting[0]?.act();
  await settle();
  expect([workbook.held?.answers.roles?.evidence, savingOf(keeper)]).toEqual(['Charter', 'saved']);
});

test('what is answered while a save is on its way follows it, once', async () => {
  await begun();
  workbook.close();
  keeper.choose('roles', 1);
  keeper.choose('roles', 2);
  keeper.choose('process', 4);
  await settle();
  expect([draftOf(keeper).answers.process?.level, savingOf(keeper)]).toEqual([4, 'saving']);
  const before = workbook.saved.length;
  workbook.open();
  await settle();
  expect(workbook.saved.length - before).toBe(2);
  expect([workbook.held?.answers.roles?.level, workbook.held?.answers.process?.level, savingOf(keeper)]).toEqual([2, 4, 'saved']);
});

test('what another machine answers meanwhile comes in, and of each area the newer answer stands', async () => {
  await begun();
  keeper.choose('roles', 1);
  await settle();
  const theirs = workbook.held as AssessmentDraft;
  workbook.held = { ...theirs, answers: { ...theirs.answers, reporting: { level: 2, evidence: 'theirs', at: now + 5 }, roles: { level: 0, evidence: '', at: 3 } } };
  keeper.choose('process', 3);
  await settle();
  expect(Object.entries(draftOf(keeper).answers).map(([area, { level }]) => `${area} ${level ?? '-'}`).sort()).toEqual(['process 3', 'reporting 2', 'roles 1']);
});

test('an answer counts as newer than the one it takes the place of, also where the other clock is ahead', async () => {
  await begun();
  workbook.held = { ...(workbook.held as AssessmentDraft), answers: { roles: { level: 4, evidence: '', at: now + 100_000 } } };
  await keeper.load();
  keeper.choose('roles', 1);
  await settle();
  expect(workbook.held?.answers.roles?.level).toBe(1);
});

test('what could not be saved is said, kept, and saved by the next press', async () => {
  await begun();
  workbook.trouble = 'A cell is being edited.';
  keeper.choose('roles', 3);
  await settle();
  expect(keeper.getState()).toMatchObject({ kind: 'underWay', saving: { kind: 'failed', message: 'A cell is being edited.' } });
  workbook.trouble = null;
  await keeper.save();
  expect([workbook.held?.answers.roles?.level, savingOf(keeper)]).toEqual([3, 'saved']);
});

test('one that was finished elsewhere does not come back', async () => {
  await begun();
  workbook.held = null;
  keeper.choose('roles', 3);
  await settle();
  expect([savingOf(keeper), workbook.held]).toEqual(['gone', null]);
});

test('finishing writes what is on the screen, the last letter too', async () => {
  await begun();
  keeper.choose('roles', 3);
  keeper.write('roles', 'Charter of May');
  expect(await keeper.finish()).toEqual({ kind: 'done' });
  expect(workbook.finished?.answers.roles).toMatchObject({ level: 3, evidence: 'Charter of May' });
  expect(savingOf(keeper)).toBe('none');
});

test('nothing is finished while it cannot be saved', async () => {
  await begun();
  workbook.trouble = 'Excel does not answer.';
  keeper.choose('roles', 3);
  expect(await keeper.finish()).toEqual({ kind: 'failed', message: 'Excel does not answer.' });
  expect(workbook.finished).toBeNull();
});

test('what is discarded is gone, with what waited to be saved', async () => {
  await begun();
  keeper.write('roles', 'Charter');
  expect(await keeper.discard()).toEqual({ kind: 'done' });
  expect([savingOf(keeper), workbook.held, waiting.length]).toEqual(['none', null, 0]);
});

test('what cannot be read is said, and asked again', async () => {
  workbook.trouble = 'Excel does not answer.';
  const second = opened(workbook);
  await second.load();
  expect(second.getState()).toEqual({ kind: 'unread', message: 'Excel does not answer.' });
  workbook.trouble = null;
  await second.load();
  expect(savingOf(second)).toBe('none');
});
