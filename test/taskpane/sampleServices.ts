/** A pane without a workbook: what it is told is what a test says, and what it asks for is remembered. */
import { type AssessmentDraft, answeredCount } from '../../src/domain/assessmentDraft';
import { fromIsoText, isoText } from '../../src/domain/calendar';
import { cellAddress } from '../../src/domain/cell';
import { judge } from '../../src/domain/judge';
import { writePolicy } from '../../src/domain/storedPolicy';
import type { SerialDate } from '../../src/domain/measure';
import type { Portfolio } from '../../src/domain/portfolio';
import type { ActionResult } from '../../src/excel/actionResult';
import type { CellEdit, EditJournal, EditResult } from '../../src/excel/editState';
import type { LiveState } from '../../src/excel/liveState';
import type { PaneTheme } from '../../src/excel/theme';
import type { QbrActivity } from '../../src/excel/qbrActivity';
import type { QbrRequest, QbrResult } from '../../src/excel/writeQbr';
import { sectionIds } from '../../src/report/qbrOptions';
import { writeChoices } from '../../src/tables/storedChoices';
import type { PaneServices } from '../../src/taskpane/paneServices';

const done: ActionResult = { kind: 'done' };

export const ready = (portfolio: Portfolio, more: Partial<Extract<LiveState, { kind: 'ready' }>> = {}): LiveState =>
  ({ kind: 'ready', portfolio, readAt: new Date(), reading: false, trouble: null, ...more });

/** A store that becomes what it is told. */
function told<State>(first: State): { getState(): State; subscribe(listener: () => void): () => void; become(state: State): void } {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next) {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

/** "2026-06-30 partner haldencloud shared by Ines Okafor without exits, reviews". */
function toldOf({ asOf, edition, preparedBy, sections }: QbrRequest): string {
  const leftOut = sectionIds.filter((id) => !sections.has(id));
  const of = edition.kind === 'portfolio' ? 'portfolio' : `${edition.kind === 'partner' ? `partner ${edition.key}` : 'every partner'} ${edition.audience}${edition.withoutNames ? ' nameless' : ''}`;
  return [asOf === null ? [] : isoText(asOf), of, preparedBy === null ? [] : `by ${preparedBy}`, leftOut.length === 0 ? [] : `without ${leftOut.join(', ')}`].flat().join(' ');
}

/** A workbook in which nothing is under way at first; `finish` leaves the portfolio as it is. */
function sampleAssessments(asked: string[]): PaneServices['assessments'] {
  let held: AssessmentDraft | null = null;
  return {
    load: () => Promise.resolve({ kind: 'done', draft: held }),
    save(draft) {
      held = draft;
      asked.push(`keep ${answeredCount(draft)} answers`);
      return Promise.resolve({ kind: 'done', draft });
    },
    discard() {
      held = null;
      asked.push('discard assessment');
      return Promise.resolve(done);
    },
    finish(draft) {
      held = null;
      asked.push(`finish assessment ${Object.entries(draft.answers).map(([area, { level }]) => `${area} ${level ?? '-'}`).join(', ')}`);
      return Promise.resolve(done);
    },
    writeResult() {
      asked.push('write result');
      return Promise.resolve({ kind: 'written', sheet: 'Practice result 2026-10-14' });
    },
  };
}

export interface SampleWorkbook {
  readonly services: PaneServices;
  /** What the pane asked of the workbook: "select Initiatives!F7", "insert template", "refresh". */
  readonly asked: readonly string[];
  become(state: LiveState): void;
  showTheme(theme: PaneTheme): void;
  /** What came of the next edit, in place of done. */
  answerEdit(result: EditResult): void;
  /** The QBR being written goes on to a step, or ends; also one that the ribbon started. */
  writes(activity: QbrActivity): void;
}

export function sampleWorkbook(first: LiveState, { services = {} }: { readonly services?: Partial<PaneServices> } = {}): SampleWorkbook {
  const live = told(first);
  const qbr = told<QbrActivity>({ kind: 'idle' });
  const asked: string[] = [];
  const journal = told<EditJournal>({ last: null });
  let nextEdit: EditResult | null = null;
  const theme = told<PaneTheme>({ dark: false, highContrast: false });
  let onEnd: (result: QbrResult) => void = () => undefined;
  const remember = (what: string): Promise<ActionResult> => {
    asked.push(what);
    return Promise.resolve(done);
  };
  const shownValue = ({ value }: CellEdit): string => (value === null ? '' : typeof value !== 'object' ? String(value) : 'day' in value ? `day ${value.day}` : `${value.number} as ${value.format}`);
  const written = (edit: CellEdit): Promise<EditResult> => {
    asked.push(`write ${cellAddress(edit.cell)} = ${shownValue(edit)}${edit.over === undefined ? '' : ` over ${edit.over}`}`);
    const result = nextEdit ?? { kind: 'done', cell: edit.cell };
    nextEdit = null;
    if (result.kind === 'done') journal.become({ last: { what: edit.what, cell: edit.cell, to: shownValue(edit) } });
    return Promise.resolve(result);
  };
  return {
    asked,
    become: live.become,
    showTheme: theme.become,
    answerEdit(result) {
      nextEdit = result;
    },
    writes(activity) {
      qbr.become(activity);
      if (activity.kind === 'ended') onEnd(activity.result);
    },
    services: {
      livePortfolio: {
        ...live,
        refresh() {
          asked.push('refresh');
          return Promise.resolve(live.getState());
        },
      },
      locale: 'en-GB',
      direction: 'ltr',
      watchTheme(listener) {
        listener(theme.getState());
        return theme.subscribe(() => listener(theme.getState()));
      },
      selectCell: (cell) => remember(`select ${cellAddress(cell)}`),
      activateSheet: (name) => remember(`activate ${name}`),
      edits: {
        ...journal,
        edit: written,
        undo(over) {
          asked.push(over === undefined ? 'undo' : `undo over ${over}`);
          journal.become({ last: null });
          return Promise.resolve({ kind: 'done', cell: { sheet: 'Initiatives', row: 0, column: 0 } });
        },
        dismiss: () => journal.become({ last: null }),
      },
      logCorrection(correction, create) {
        asked.push(`log ${JSON.stringify(correction)}${create ? ' in a new table' : ''}`);
        const state = live.getState();
        const hasTable = state.kind === 'ready' && state.portfolio.rows.corrections !== null;
        return Promise.resolve(hasTable || create ? { kind: 'done', cell: { sheet: 'Corrections', row: 1, column: 3 } } : { kind: 'noTable' });
      },
      judgedBy: (policy) => {
        const state = live.getState();
        return state.kind === 'ready' ? judge(state.portfolio.rows, state.portfolio.asOf, policy) : null;
      },
      savePolicy: (policy) => remember(`save ${writePolicy(null, policy) ?? 'the defaults'}`),
      insertTemplate: () => remember('insert template'),
      insertSampleData: () => remember('insert sample data'),
      qbrActivity: qbr,
      writeQbr({ request, signal }) {
        asked.push(request === undefined ? 'write QBR' : `write QBR ${toldOf(request)}`);
        qbr.become({ kind: 'writing', step: 'reading' });
        return new Promise((resolve) => {
          onEnd = resolve;
          signal.addEventListener('abort', () => asked.push('cancel QBR'));
        });
      },
      reviews: {
        lastChosen: () => ({ preparedBy: 'Ines Okafor', leftOut: new Set(), withoutNames: false }),
        judgedOn: () => null,
        latestDay: () => fromIsoText('2026-10-14') as SerialDate,
        // Excel takes its time: nothing of a page may wait for it.
        shelf: () => new Promise(() => undefined),
      },
      assessments: sampleAssessments(asked),
      readings: { cellsRead: () => null, save: (choices) => remember(`read by ${writeChoices(null, choices) ?? 'the headers'}`) },
      ...services,
    },
  };
}
