/** What a press that acts on the workbook says when it could not do it, beyond Excel's own refusals (officeErrors.ts). */

export const sentences = {
  fileMissing: 'A file of this add-in did not arrive. Check the network, then try again.',
  notRead: 'The tables could not be read. Refresh, then try again.',
  structureProtected: 'The structure of this workbook is protected, so no sheet can be added. Remove the protection (Review, Protect Workbook), then try again.',
  dataSheetProtected: (name: string) =>
    `The hidden sheet "${name}" keeps what earlier reviews said, and it is protected. Unhide it (right-click on a tab, Unhide), remove its protection (Review, Unprotect Sheet), then try again.`,
  dataSheetHeaders: (name: string) =>
    `A table on the hidden sheet "${name}" shows no header row, so what earlier reviews said cannot be read. Unhide the sheet (right-click on a tab, Unhide), show the row (Table Design, Header Row), then try again.`,
  unfinishedSheets: (names: readonly string[]) => {
    const named = names.slice(0, 3).map((name) => `"${name}"`).join(', ');
    if (names.length === 1) return `The sheet ${named} could not be removed; where it is unfinished it goes the next time this add-in starts with the workbook.`;
    const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
    return `The sheets ${named}${more} could not be removed; those that are unfinished go the next time this add-in starts with the workbook.`;
  },
  sheetGone: (name: string) => `The sheet "${name}" is no longer there. Refresh, then try again.`,
  sheetHidden: (name: string) => `The sheet "${name}" is hidden. Unhide it (right-click on a tab, Unhide), then try again.`,
  noPartners: (cell: string) => `The Partners table at ${cell} has no partner yet. Type one below its headers, then try again.`,
  notInTable: (cell: string) => `${cell} is in none of the tables that are read. Refresh, then try again.`,
  rowGone: (cell: string) => `The row of ${cell} is no longer there, or its column is not. Nothing was written. Refresh to see the table as it is.`,
  rowsAlike: (cell: string) => `There are several rows like that of ${cell}, and nothing tells which one was meant. Nothing was written. Write it into the sheet yourself.`,
  writeOver: (cell: string, now: string, wanted: string) => `${cell} ${now === '' ? 'is empty' : `holds "${now}"`} now. ${wanted === '' ? 'Empty it?' : `Write "${wanted}" over it?`}`,
  putBackOver: (cell: string, now: string, before: string) => `${cell} ${now === '' ? 'is empty' : `holds "${now}"`} now. ${before === '' ? 'Empty it?' : `Put "${before}" back?`}`,
  noAssessment: 'There is no finished assessment to write.',
  theDay: 'the day',
  nothingToUndo: 'There is nothing to undo.',
  cellProtected: (cell: string) => `${cell} is protected. Remove the protection of its sheet (Review, Unprotect Sheet), then try again. Nothing was written.`,
  notAllowed: (cell: string, value: string) => `The sheet does not allow "${value}" in ${cell} (Data, Data Validation). What was there is back.`,
  correctionLogged: 'Course correction',
  correctionsProtected: 'The sheet of the course corrections is protected. Remove its protection (Review, Unprotect Sheet), then try again. Nothing was written.',
  noFreeRow: (cell: string) => `The row below the course corrections is not free (${cell}). Insert an empty row there, then try again.`,
  correctionChanged: (cell: string) => `The course correction at ${cell} was changed or moved since. Delete its row in the sheet yourself.`,
  partnerGone: 'The partner of this review is no longer in the Partners table. Choose another one, then try again.',
  partnerUnknown: (name: string) => `"${name}" is not in the Partners table. Write its name as it stands there, then try again.`,
  allEnded: 'Every partner has ended, so there is no review to write. Choose one partner, or the whole portfolio.',
  tooManyPartners: (count: number, most: number) =>
    `${count} partners have not ended, and every partner gets a sheet where there are at most ${most}. Nothing was written. Choose one partner, or the whole portfolio.`,
  unwritable: (why: string) => `The review holds a figure that no cell can hold (${why.replace(/\.$/, '')}). Check the tables for very large numbers.`,
} as const;
