/** The Review page. */
import type { QbrStep } from '../../excel/writeQbr';
import { counted } from './wording';

export const qbr = {
  write: 'Write QBR',
  sheetName: (quarter: string): string => `QBR ${quarter}`,
  what: (day: string): string => `The quarterly review of the whole portfolio as of ${day}, on a new sheet.`,
  contents: 'It holds',
  sections: ['the headline figures', 'the partner scorecard, worst first', 'sponsor gaps with the value at risk', 'gate breaches', 'data notes'],
  promise: 'Values only, ready to print. No other sheet is changed.',
  issues: (count: number, text: string): string => `${counted(count, text, 'cell or row is', 'cells or rows are')} left out of its figures.`,
  toData: 'See which',
  steps: {
    reading: 'Read the tables',
    layingOut: 'Lay out the sheet',
    writing: 'Write the sheet',
    finishing: 'Finish the sheet',
  } satisfies Readonly<Record<QbrStep, string>>,
  step: (name: string, number: number, all: number): string => `${name}, step ${number} of ${all}`,
  progress: 'Writing the QBR',
  cancel: 'Cancel',
  cancelling: 'Cancelling',
  done: 'done',
  written: (sheet: string): string => `${sheet} is written.`,
  writtenHint: 'It is the sheet to present or print: one page wide, landscape.',
  open: (sheet: string): string => `Open ${sheet}`,
  again: 'Write another',
  cancelled: 'Cancelled. No sheet was added.',
  failed: 'The QBR was not written',
  retry: 'Retry',
} as const;
