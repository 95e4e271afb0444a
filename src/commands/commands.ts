/** The ribbon's action, associated while the script loads: Excel may press the button as soon as the runtime is up. */
import { writeQbrFromRibbon } from '../excel/laterScripts';

/** Excel waits for `completed`, whatever happened. */
function writeQbr(event: Office.AddinCommands.Event): void {
  const completed = (): void => event.completed();
  writeQbrFromRibbon().then(completed, completed);
}

Office.actions.associate('writeQbr', writeQbr);
