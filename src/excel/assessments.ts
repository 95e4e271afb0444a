/** What the pane asks of the workbook for a practice assessment. Its scripts come with the first press that wants them. */
import type { AssessmentDraft } from '../domain/assessmentDraft';
import type { ActionResult } from './actionResult';
import { todayOf } from './asOf';
import type { DraftResult } from './assessmentDraft';
import type * as Drafts from './assessmentDraft';
import type * as Sheets from './assessmentSheet';
import type { SheetResult } from './assessmentSheet';
import type * as Writer from './assessmentWriter';
import type { FinishResult } from './assessmentWriter';
import { systemClock } from './clock';
import { brought, fileMissing } from './laterScripts';
import { livePortfolio } from './livePortfolio';

const drafts = (): Promise<typeof Drafts> => import(/* webpackChunkName: "writing" */ './assessmentDraft');
const writer = (): Promise<typeof Writer> => import(/* webpackChunkName: "writeQbr" */ './assessmentWriter');
const sheets = (): Promise<typeof Sheets> => import(/* webpackChunkName: "writeQbr" */ './assessmentSheet');

export interface Assessments {
  load(): Promise<DraftResult>;
  /** `saved`: the workbook held this assessment before. */
  save(draft: AssessmentDraft, saved: boolean): Promise<DraftResult>;
  discard(): Promise<ActionResult>;
  /** Resolves when the portfolio has seen what was written. */
  finish(draft: AssessmentDraft): Promise<FinishResult>;
  writeResult(): Promise<SheetResult>;
}

export function assessmentsOf(): Assessments {
  return {
    load: async () => (await brought(drafts))?.loadDraft() ?? fileMissing,
    save: async (draft, saved) => (await brought(drafts))?.saveDraft(draft, saved) ?? fileMissing,
    discard: async () => (await brought(drafts))?.removeDraft() ?? fileMissing,
    finish: async (draft) => {
      const result = await ((await brought(writer))?.finishAssessment(draft, todayOf(systemClock)) ?? fileMissing);
      if (result.kind === 'done') await livePortfolio.refresh();
      return result;
    },
    writeResult: async () => (await brought(sheets))?.writeAssessmentSheet() ?? fileMissing,
  };
}
