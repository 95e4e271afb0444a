/** Why a file cannot be opened, and every sentence that says so. */

export type RefusalReason = 'empty' | 'notAWorkbook' | 'otherFormat' | 'protected' | 'truncated' | 'tooLarge' | 'unsafe' | 'damaged';

/** A file that is not opened, and the one sentence that the user is told. */
export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly sentence: string;
}

/**
 * Raised anywhere below `readXlsx`, which alone catches it: a bad byte may turn up twenty calls deep,
 * and each of them answering with a union would hide what they do.
 */
export class UnreadableFile extends Error {
  constructor(readonly reason: RefusalReason, readonly detail: string) {
    super(detail);
  }
}

export const DETAIL = {
  empty: 'is empty',
  notAWorkbook: 'is not an Excel workbook',
  oldExcel: 'is in the old Excel 97-2003 format: open it in Excel and save it as .xlsx',
  binaryWorkbook: 'is a binary workbook (.xlsb): open it in Excel and save it as .xlsx',
  openDocument: 'is an OpenDocument spreadsheet: save it as .xlsx',
  otherOffice: (kind: string): string => `is a ${kind}, not an Excel workbook`,
  password: 'is protected with a password: open it in Excel, remove the password, and save it again',
  truncated: 'is cut short: the end of the file is missing, so download or copy it again',
  tooManyParts: 'has more parts than a workbook can have, so it was not opened',
  tooLarge: 'would take more memory than a workbook may when unpacked, so it was not opened',
  bomb: 'unpacks to far more than its size, as a zip bomb does, so it was not opened',
  doctype: 'holds a document type declaration, which no workbook has, so it was not opened',
  missingPart: (part: string): string => `is damaged: its part ${part} is missing`,
  damagedPart: (part: string): string => `is damaged: its part ${part} cannot be read`,
  tooManyCells: 'holds more cells than can be opened here',
  noSheets: 'is damaged: it has no worksheets',
} as const;

export function refusal(fileName: string, fault: UnreadableFile): Refusal {
  return { ok: false, reason: fault.reason, sentence: `${fileName} ${fault.detail}.` };
}
