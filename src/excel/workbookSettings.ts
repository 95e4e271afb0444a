/** What travels with the workbook for this add-in: names and settings, and what the command line asks through them. */
import { inExcel } from './officeSync';

/** A cell of this name holds the day that the workbook is judged on. */
export const asOfName = 'AllianceAsOf';

/**
 * The command line's protocol. It cannot press a button with arguments, so it leaves document settings before it presses,
 * reads the answers from them afterwards, and removes them before it saves:
 *   `alliance.asOf`   in:  the day to judge on, as yyyy-mm-dd; it goes before the cell AllianceAsOf.
 *   `alliance.edition` in: "internal", "shared" or "nameless" (shared, without the names of our people), a space, and the name of the partner
 *                     whose review it is to be; "every internal" and so on for one of each partner; without it the whole portfolio's.
 *   `alliance.json`   in:  there (with any value): an answer is wanted. out: the portfolio as JSON text, as far as the tables could be read.
 *   `alliance.documents` out: `{"titles": [...], "author": ...}`, what each sheet and its author are called in a file of its own.
 *   `alliance.error`  out: one sentence, where the review could not be written.
 * Without `alliance.json` nothing is answered.
 */
export const asOfSetting = 'alliance.asOf';
export const editionSetting = 'alliance.edition';
export const jsonSetting = 'alliance.json';
const documentsSetting = 'alliance.documents';
const errorSetting = 'alliance.error';

/** The policy as text (storedPolicy.ts); without it the defaults hold. */
export const policySetting = 'alliance.policy';

/** What was said of how to read the tables, as text (storedChoices.ts). */
export const readingSetting = 'alliance.reading';

/** What was last chosen of a review, as text (rememberedQbr.ts). */
export const qbrSetting = 'alliance.qbr';

/** A practice assessment that is under way, as text (assessmentDraft.ts). */
export const draftSetting = 'alliance.assessmentDraft';

/** A setting that was loaded with its value, as text: others may have stored the JSON itself. `null` where there is none. */
export function settingText(setting: Excel.Setting): string | null {
  if (setting.isNullObject) return null;
  const value: unknown = setting.value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export interface CommandLineAnswer {
  /** `null` where the tables could not be read: the setting then stays as it was asked. */
  readonly json: string | null;
  readonly documents: string | null;
  readonly error: string | null;
}

export function answerCommandLine({ json, documents, error }: CommandLineAnswer): Promise<void> {
  return inExcel(async ({ context, sync }) => {
    const { settings } = context.workbook;
    if (json !== null) settings.add(jsonSetting, json);
    if (documents !== null) settings.add(documentsSetting, documents);
    if (error !== null) settings.add(errorSetting, error);
    await sync();
  });
}
