/** The Data page. */
import type { IssueCode } from '../../domain/issue';
import { counted, listed } from './wording';

export const data = {
  tables: 'Tables',
  partners: 'Partners',
  initiatives: 'Initiatives',
  foundTable: (table: string): string => `table ${table}`,
  foundRange: 'rows below a header',
  rows: (rows: number, text: string, used: string, reported: string): string => `${counted(rows, text, 'row')}: ${used} used, ${reported} reported`,
  currency: (currency: string): string => `Money is in ${currency}.`,
  noCurrency: 'No cell or header says which currency money is in.',
  notFound: 'not found',
  needs: (headers: readonly string[]): string => `Needs the ${headers.length === 1 ? 'header' : 'headers'} ${listed(headers)}.`,
  notes: 'How the figures came to be',
  issues: 'Cells to mend',
  issueCount: (count: number, text: string): string => `${counted(count, text, 'place', 'places')} to mend. What is there is left out of the figures until then.`,
  clean: 'Every cell that matters could be read.',
} as const;

export const issueKinds: Readonly<Record<IssueCode, string>> = {
  'missing-table': 'Tables not found',
  'missing-column': 'Columns missing',
  'extra-table': 'Tables not used',
  'hidden-table': 'Tables on hidden sheets',
  'duplicate-column': 'Columns given twice',
  'missing-partner': 'Partner names missing',
  'duplicate-partner': 'Partners listed twice',
  'missing-initiative': 'Initiative names missing',
  'unknown-partner': 'Partners not in the Partners table',
  'missing-stage': 'Stages missing',
  'unknown-stage': 'Stages not known',
  'unknown-status': 'Statuses not known',
  'unknown-outcome': 'Outcomes not known',
  'unreadable-number': 'Numbers that cannot be read',
  'ambiguous-number': 'Numbers with two readings',
  'negative-number': 'Negative numbers',
  'out-of-range': 'Numbers outside their scale',
  'mixed-currency': 'Amounts in another currency',
  'mixed-percent': 'Percentages mixed with numbers',
  'unreadable-date': 'Dates that cannot be read',
  'ambiguous-date': 'Dates with two readings',
  'missing-date': 'Corrections without a date',
  'missing-correction': 'Corrections without words',
  'error-value': 'Cells with an Excel error',
};
