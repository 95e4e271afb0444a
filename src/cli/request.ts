/** What the command line asks for, or how it must be asked. */
import { parseArgs } from 'node:util';

export interface QbrRequest {
  readonly input: string;
  readonly output: string;
  /** YYYY-MM-DD; `null`: the workbook's own as-of date, else today. */
  readonly asOf: string | null;
  readonly json: string | null;
  /** The partner whose review is wanted; `null`: the whole portfolio's. */
  readonly partner: string | null;
  /** Of one partner: made for the partner as well. */
  readonly shared: boolean;
}

export type Parsed = { readonly ok: true; readonly request: QbrRequest } | { readonly ok: false; readonly sentence: string };

export const USAGE = 'Usage: npm run qbr -- IN.xlsx OUT.xlsx [--as-of YYYY-MM-DD] [--json FILE] [--partner NAME [--shared]]';

export function parseRequest(words: readonly string[]): Parsed {
  const refused = (sentence: string): Parsed => ({ ok: false, sentence });
  let found;
  try {
    found = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'as-of': { type: 'string', multiple: true }, json: { type: 'string', multiple: true }, partner: { type: 'string', multiple: true }, shared: { type: 'boolean' } },
    });
  } catch (fault) {
    return refused(fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault));
  }
  const { positionals: files, values } = found;
  const [input, output, ...more] = files;
  if (input === undefined || output === undefined || more.length > 0) return refused(`Two files are needed, the workbook and the copy to write; ${files.length} given.`);
  if (input === '' || output === '') return refused('A file name is empty.');
  const [asOf = null, ...otherDates] = values['as-of'] ?? [];
  const [json = null, ...otherJson] = values.json ?? [];
  const [partner = null, ...otherPartners] = values.partner ?? [];
  const shared = values.shared ?? false;
  if (otherDates.length > 0 || otherJson.length > 0 || otherPartners.length > 0) return refused('Each option may be given once.');
  if (asOf !== null && !isDay(asOf)) return refused(`--as-of takes a day of the calendar written YYYY-MM-DD, not "${asOf}".`);
  if (json === '') return refused('--json takes the name of a file.');
  if (partner?.trim() === '') return refused('--partner takes the name of a partner.');
  if (shared && partner === null) return refused('--shared goes with --partner: what is shared is the review of one partner.');
  return { ok: true, request: { input, output, asOf, json, partner, shared } };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
