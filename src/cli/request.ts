/** What the command line asks for, or how it must be asked. */
import { parseArgs } from 'node:util';

/** Whose review is wanted: the whole portfolio's, one partner's, or each partner's. */
export type Of = { readonly kind: 'portfolio' } | { readonly kind: 'partner'; readonly name: string } | { readonly kind: 'everyPartner' };

export interface QbrRequest {
  readonly input: string;
  /** A folder where every partner's review is wanted alone. */
  readonly output: string;
  /** YYYY-MM-DD; `null`: the workbook's own as-of date, else today. */
  readonly asOf: string | null;
  readonly json: string | null;
  readonly of: Of;
  /** Of partners: for our own people, for the partner as well, or that without the names of our people. */
  readonly readers: 'internal' | 'shared' | 'nameless';
  /** Nothing but what was written goes into the output. */
  readonly alone: boolean;
  /** A folder where every partner's review is wanted; `null`: no PDF. */
  readonly pdf: string | null;
}

export type Parsed =
  | { readonly ok: true; readonly request: QbrRequest }
  /** `sentence` is `null` where help was asked for. */
  | { readonly ok: false; readonly sentence: string | null };

export const USAGE = 'Usage: npm run qbr -- IN.xlsx OUT.xlsx [--as-of YYYY-MM-DD] [--json FILE] [--partner NAME | --every-partner] [--shared [--without-names]] [--alone] [--pdf FILE]';

export const HELP = `${USAGE}

Writes the quarterly review into a copy of a workbook. IN is never changed.

  --as-of YYYY-MM-DD  judges on this day instead of the workbook's own
  --json FILE         the figures as JSON as well
  --partner NAME      the review of one partner, instead of the whole portfolio's
  --every-partner     a review of each partner that has not ended, a sheet for each
  --shared            of partners: made so that the partner may read it
  --without-names     of shared ones: our people are called by what they do, and nobody is said to have prepared it
  --alone             OUT holds what was written and nothing else of IN: this is the file to send.
                      With --every-partner OUT is a folder, with a file for each partner.
  --pdf FILE          what was written as PDF as well, by the LibreOffice of this computer.
                      With --every-partner FILE is a folder, with a file for each partner.
                      Where LibreOffice is not installed, OUT is written all the same and a note says that there is no PDF.

Ends with 0 where OUT was written, 1 where something was not, 2 where it was asked for wrongly.`;

const text = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const options = {
  'as-of': text, json: text, partner: text, pdf: text, 'every-partner': flag, shared: flag, 'without-names': flag, alone: flag, help: { ...flag, short: 'h' },
} as const;

export function parseRequest(words: readonly string[]): Parsed {
  const refused = (sentence: string | null): Parsed => ({ ok: false, sentence });
  let found;
  try {
    found = parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (fault) {
    return refused(fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault));
  }
  const { positionals: files, values } = found;
  const { 'every-partner': everyPartner = false, shared = false, 'without-names': withoutNames = false, alone = false, help = false } = values;
  if (help) return refused(null);
  const [input, output, ...more] = files;
  if (input === undefined || output === undefined || more.length > 0) return refused(`Two files are needed, the workbook and the copy to write; ${files.length} given.`);
  if (input === '' || output === '') return refused('A file name is empty.');
  if ([values['as-of'], values.json, values.partner, values.pdf].some((given) => given !== undefined && given.length > 1)) return refused('Each option may be given once.');
  const [[asOf = null], [json = null], [partner = null], [pdf = null]] = [values['as-of'] ?? [], values.json ?? [], values.partner ?? [], values.pdf ?? []];
  if (asOf !== null && !isDay(asOf)) return refused(`--as-of takes a day of the calendar written YYYY-MM-DD, not "${asOf}".`);
  if (json === '') return refused('--json takes the name of a file.');
  if (pdf === '') return refused('--pdf takes the name of a file.');
  if (partner?.trim() === '') return refused('--partner takes the name of a partner.');
  if (partner !== null && everyPartner) return refused('--partner and --every-partner exclude each other.');
  if (shared && partner === null && !everyPartner) return refused('--shared goes with --partner or --every-partner: what is shared is the review of a partner.');
  if (withoutNames && !shared) return refused('--without-names goes with --shared: our own people may be named to each other.');
  const of: Of = partner !== null ? { kind: 'partner', name: partner } : { kind: everyPartner ? 'everyPartner' : 'portfolio' };
  return { ok: true, request: { input, output, asOf, json, of, readers: withoutNames ? 'nameless' : shared ? 'shared' : 'internal', alone, pdf } };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
