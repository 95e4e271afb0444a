/** The writer of single cells, which comes in a script of its own with the first press that writes; what can be taken back is known without it. */
import { journal } from './editJournal';
import type { Edits } from './editState';
import { brought, cellEdits, fileMissing } from './laterScripts';

export const laterEdits: Edits = {
  getState: () => journal.getState(),
  subscribe: (listener) => journal.subscribe(listener),
  dismiss: () => journal.clear(),
  edit: async (edit) => (await brought(cellEdits))?.cellEdits.edit(edit) ?? fileMissing,
  undo: async (over) => (await brought(cellEdits))?.cellEdits.undo(over) ?? fileMissing,
};
