/** Keeps a practice assessment that is under way with the workbook, so that another day or another machine goes on with it. */
import { type AssessmentDraft, mergeDrafts, readDraft, writeDraft } from '../domain/assessmentDraft';
import { type ActionResult, resultOf } from './actionResult';
import { troubleOf } from './officeErrors';
import { inExcel } from './officeSync';
import { draftSetting, settingText } from './workbookSettings';

export type DraftResult =
  /** What the workbook holds now; `null`: no assessment is under way. */
  | { readonly kind: 'done'; readonly draft: AssessmentDraft | null }
  | { readonly kind: 'failed'; readonly message: string };

const failed = (fault: unknown): DraftResult => ({ kind: 'failed', message: troubleOf(fault).message });

/** One request. */
export function loadDraft(): Promise<DraftResult> {
  return inExcel(async ({ context, sync }): Promise<DraftResult> => {
    const setting = context.workbook.settings.getItemOrNullObject(draftSetting).load('value');
    await sync();
    return { kind: 'done', draft: readDraft(settingText(setting)) };
  }).catch(failed);
}

/**
 * Two requests: what others answered meanwhile is merged, and comes back. `saved`: the workbook held this assessment before. Where it is
 * gone by now somebody finished or discarded it: then nothing is stored and the answer is `null`.
 */
export function saveDraft(draft: AssessmentDraft, saved: boolean): Promise<DraftResult> {
  return inExcel(async ({ context, sync }): Promise<DraftResult> => {
    const { settings } = context.workbook;
    const setting = settings.getItemOrNullObject(draftSetting).load('value');
    await sync();
    const before = settingText(setting);
    const theirs = readDraft(before);
    if (theirs === null && saved) return { kind: 'done', draft: null };
    const merged = theirs === null ? draft : mergeDrafts(draft, theirs);
    const text = writeDraft(before, merged);
    if (text !== before) {
      settings.add(draftSetting, text);
      await sync();
    }
    return { kind: 'done', draft: merged };
  }).catch(failed);
}

/** Discards it; nothing where there is none. One request to look, one to remove. */
export function removeDraft(): Promise<ActionResult> {
  return resultOf(() => inExcel(async ({ context, sync }) => {
    const setting = context.workbook.settings.getItemOrNullObject(draftSetting);
    await sync();
    if (setting.isNullObject) return;
    setting.delete();
    await sync();
  }));
}
