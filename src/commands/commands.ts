/** The ribbon's action, associated while the script loads: Excel may press the button as soon as the runtime is up. */
import { writeQbrFromRibbon } from '../excel/ribbonQbr';

/** Excel waits for `completed`, whatever happened. */
async function writeQbr(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await writeQbrFromRibbon();
  } finally {
    event.completed();
  }
}

Office.actions.associate('writeQbr', writeQbr);
