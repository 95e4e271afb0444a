/** What every ALLIANCE function hands to its cell: figures, text or rows, or why there is nothing to show. Section 9 of the method. */
import { isoText } from '../domain/calendar';
import type { SerialDate } from '../domain/measure';
import type { PartnerHealth, Portfolio } from '../domain/portfolio';
import { closestPartner, partnerOf } from './partnerLookup';
import { sentences } from './sentences';

/** Only these two errors carry a message to the person. */
export interface Refusal {
  readonly error: '#N/A' | '#VALUE!';
  readonly message: string;
}
export type Cell = string | number;
export type Row = readonly Cell[];
export type Answer = Cell | readonly Row[] | Refusal;

/** `null` is an argument that was not given. */
export type Given = string | null;

export function isRefusal(answer: Answer): answer is Refusal {
  return typeof answer === 'object' && 'error' in answer;
}

export const notAvailable = (message: string): Refusal => ({ error: '#N/A', message });
export const wrongValue = (message: string): Refusal => ({ error: '#VALUE!', message });

/** What an unknown figure leaves in a row. */
export const blank = '';

/** A day as text: a number would show as a serial until somebody formats its cell. */
export const dayCell = (day: SerialDate | null): Cell => (day === null ? blank : isoText(day));

/** Excel on the web is stuck by very large spills. */
const mostRows = 500;

/** Rows under their headers; beyond `most` the last one says how many more there are. */
export function spill(headers: readonly string[], rows: readonly Row[], more: (count: number) => string = sentences.moreRows, most = mostRows): readonly Row[] {
  return rows.length <= most ? [headers, ...rows] : [headers, ...rows.slice(0, most), remark(headers, more(rows.length - most))];
}

/** A sentence in a row of its own. */
export function remark(headers: readonly string[], text: string): Row {
  return [text, ...headers.slice(1).map(() => blank)];
}

/** What a cell can hold. */
const longestText = 32_767;
export function cellText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

/** The answer for the partner of that name, or for the whole portfolio. */
export function ofPartner(portfolio: Portfolio, partner: Given, answer: { readonly one: (health: PartnerHealth) => Answer; readonly all: () => Answer }): Answer {
  if (portfolio.rows.partners === null) return missingTable(portfolio, 'Partners');
  if (partner === null) return answer.all();
  if (partner.trim() === '') return notAvailable(sentences.blankPartner);
  const health = partnerOf(portfolio, partner);
  return health === undefined ? notAvailable(sentences.unknownPartner(partner, closestPartner(portfolio, partner))) : answer.one(health);
}

/** The reader's own sentence names the headers that it looks for, and the nearest one that it found. */
export function missingTable({ rows: { issues } }: Portfolio, kind: 'Partners' | 'Initiatives'): Refusal {
  const about = issues.filter(({ code }) => code === 'missing-table' || code === 'missing-column').find(({ message }) => message.includes(kind));
  return notAvailable(about?.message ?? sentences.noTable(kind));
}
