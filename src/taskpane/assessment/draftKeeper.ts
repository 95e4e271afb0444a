/** Keeps the assessment under way with the workbook: every answer is on the screen at once and in the workbook a moment later, whatever others answer meanwhile. */
import type { Area } from '../../domain/assessment';
import { type AssessmentDraft, type DraftAnswer, mergeDrafts } from '../../domain/assessmentDraft';
import type { ActionResult } from '../../excel/actionResult';
import type { Assessments } from '../../excel/assessments';
import type { FinishResult } from '../../excel/assessmentWriter';
import type { Store } from '../frame/useStore';

export type Keeping =
  | { readonly kind: 'loading' }
  /** What the workbook holds could not be read. */
  | { readonly kind: 'unread'; readonly message: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'underWay'; readonly draft: AssessmentDraft; readonly saving: Saving }
  /** It was finished or discarded elsewhere. */
  | { readonly kind: 'gone' };

export type Saving = { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly message: string };

type Timer = (act: () => void, milliseconds: number) => () => void;

/** Between two keys of somebody who types. */
const typing = 600;

const afterwards: Timer = (act, milliseconds) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};

export class DraftKeeper implements Store<Keeping> {
  private state: Keeping = { kind: 'loading' };
  private readonly listeners = new Set<() => void>();
  /** The workbook has held this assessment. */
  private stored = false;
  private unsaved = false;
  private saving: Promise<void> | null = null;
  private stopWaiting: () => void = () => undefined;

  constructor(private readonly workbook: Assessments, private readonly now: () => number = Date.now, private readonly later: Timer = afterwards) {}

  getState(): Keeping {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Asks the workbook what it holds; what is not saved yet stays and is merged with it. */
  async load(): Promise<void> {
    const { state } = this;
    if (state.kind === 'underWay' && this.unsaved) return this.save();
    const result = await this.workbook.load();
    if (this.state !== state) return;
    if (result.kind === 'failed') return this.become(state.kind === 'underWay' ? state : { kind: 'unread', message: result.message });
    this.stored = result.draft !== null;
    if (result.draft !== null) this.become({ kind: 'underWay', draft: result.draft, saving: { kind: 'saved' } });
    else this.become({ kind: state.kind === 'underWay' ? 'gone' : 'none' });
  }

  begin(assessor: string): void {
    this.stored = false;
    this.change({ startedAt: this.now(), assessor, answers: {} }, 0);
  }

  name(assessor: string): void {
    if (this.state.kind === 'underWay') this.change({ ...this.state.draft, assessor }, typing);
  }

  choose(area: Area, level: DraftAnswer['level']): void {
    this.answer(area, { level }, 0);
  }

  /** Waits for the end of the typing. */
  write(area: Area, evidence: string): void {
    this.answer(area, { evidence }, typing);
  }

  /** Now, whatever it was waiting for. */
  async save(): Promise<void> {
    this.stopWaiting();
    this.saving ??= this.saveAll().finally(() => {
      this.saving = null;
    });
    await this.saving;
  }

  async discard(): Promise<ActionResult> {
    this.stopWaiting();
    this.unsaved = false;
    await this.saving;
    const result = await this.workbook.discard();
    if (result.kind === 'done') this.become({ kind: 'none' });
    return result;
  }

  /** Nothing is lost where it fails: the draft stays. */
  async finish(): Promise<FinishResult> {
    await this.save();
    const { state } = this;
    if (state.kind !== 'underWay') return { kind: 'gone' };
    if (state.saving.kind === 'failed') return state.saving;
    const result = await this.workbook.finish(state.draft);
    if (result.kind !== 'failed') this.become({ kind: result.kind === 'done' ? 'none' : 'gone' });
    return result;
  }

  private answer(area: Area, change: Partial<DraftAnswer>, wait: number): void {
    if (this.state.kind !== 'underWay') return;
    const { draft } = this.state;
    const before = draft.answers[area] ?? { level: null, evidence: '', at: 0 };
    // Later than what it takes the place of, also where another machine's clock is ahead.
    const at = Math.max(this.now(), before.at + 1);
    this.change({ ...draft, answers: { ...draft.answers, [area]: { ...before, ...change, at } } }, wait);
  }

  private change(draft: AssessmentDraft, wait: number): void {
    this.unsaved = true;
    this.become({ kind: 'underWay', draft, saving: { kind: 'saving' } });
    this.stopWaiting();
    if (wait === 0) void this.save();
    else this.stopWaiting = this.later(() => void this.save(), wait);
  }

  private async saveAll(): Promise<void> {
    while (this.unsaved && this.state.kind === 'underWay') {
      this.unsaved = false;
      const { draft } = this.state;
      this.become({ kind: 'underWay', draft, saving: { kind: 'saving' } });
      const result = await this.workbook.save(draft, this.stored);
      const after = this.state;
      if (after.kind !== 'underWay') return;
      if (result.kind === 'failed') {
        this.unsaved = true;
        return this.become({ ...after, saving: { kind: 'failed', message: result.message } });
      }
      if (result.draft === null) {
        this.unsaved = false;
        return this.become({ kind: 'gone' });
      }
      this.stored = true;
      this.become({ kind: 'underWay', draft: mergeDrafts(after.draft, result.draft), saving: { kind: this.unsaved ? 'saving' : 'saved' } });
    }
  }

  private become(state: Keeping): void {
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}

const keepers = new WeakMap<Assessments, DraftKeeper>();

/** One for as long as the pane is open: an answer on its way outlives the page. */
export function keeperOf(workbook: Assessments): DraftKeeper {
  const known = keepers.get(workbook);
  if (known !== undefined) return known;
  const keeper = new DraftKeeper(workbook);
  keepers.set(workbook, keeper);
  return keeper;
}
