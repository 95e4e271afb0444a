/** A press that acts on the workbook: done, or one sentence that says what happened and what to do. */
import { troubleOf } from './officeErrors';

export type ActionResult = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string };

export async function resultOf(act: () => Promise<void>): Promise<ActionResult> {
  try {
    await act();
    return { kind: 'done' };
  } catch (fault) {
    return { kind: 'failed', message: troubleOf(fault).message };
  }
}
