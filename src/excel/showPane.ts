/** Opens the pane where Excel can, for what no other place can say. */

/** The pane tells what `qbrActivity` holds. Where it cannot be opened the person still finds it on the next opening. */
export async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane().catch(() => undefined);
}
