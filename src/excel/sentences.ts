/** What a press that acts on the workbook says when it could not do it, beyond Excel's own refusals (officeErrors.ts). */

export const sentences = {
  notRead: 'The tables could not be read. Refresh, then try again.',
  structureProtected: 'The structure of this workbook is protected, so no sheet can be added. Remove the protection (Review, Protect Workbook), then try again.',
  dataSheetProtected: (name: string) =>
    `The hidden sheet "${name}" keeps what earlier reviews said, and it is protected. Unhide it (right-click on a tab, Unhide), remove its protection (Review, Unprotect Sheet), then try again.`,
  dataSheetHeaders: (name: string) =>
    `A table on the hidden sheet "${name}" shows no header row, so what earlier reviews said cannot be read. Unhide the sheet (right-click on a tab, Unhide), show the row (Table Design, Header Row), then try again.`,
  unfinishedSheet: (name: string) => `The sheet "${name}" could not be removed; where it is unfinished it goes the next time this add-in starts with the workbook.`,
  sheetGone: (name: string) => `The sheet "${name}" is no longer there. Refresh, then try again.`,
  sheetHidden: (name: string) => `The sheet "${name}" is hidden. Unhide it (right-click on a tab, Unhide), then try again.`,
  noPartners: (cell: string) => `The Partners table at ${cell} has no partner yet. Type one below its headers, then try again.`,
  partnerGone: 'The partner of this review is no longer in the Partners table. Choose another one, then try again.',
  partnerUnknown: (name: string) => `"${name}" is not in the Partners table. Write its name as it stands there, then try again.`,
  unwritable: (why: string) => `The review holds a figure that no cell can hold (${why.replace(/\.$/, '')}). Check the tables for very large numbers.`,
} as const;
