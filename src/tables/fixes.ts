/** What a cell that could not be read most plainly means: offered to be written there, never written unasked. */
import { isoText } from '../domain/calendar';
import type { CellRef } from '../domain/cell';
import type { Outcome, Stage } from '../domain/initiative';
import type { Issue, IssueCode } from '../domain/issue';
import type { SerialDate } from '../domain/measure';
import type { Partner, Status } from '../domain/partner';
import { ClosestText } from './closestText';
import { ambiguousDays } from './dateText';
import { type NumberText, numberFromText } from './numberText';
import { outcomeOf } from './outcomeWords';
import { PartnerLookup } from './partnerLookup';
import type { Source, SourceValue } from './source';
import { stageOf } from './stageWords';
import { statusOf } from './statusWords';
import { narrow, wordForm } from './textForms';

export interface Fix {
  readonly cell: CellRef;
  readonly value: string | number | { readonly day: SerialDate };
  /** The value as a person writes it; a day as yyyy-mm-dd. */
  readonly shown: string;
}

/** What stands in a cell of the sources; `undefined` where none of them holds it. */
export function heldIn(sources: readonly Source[], cell: CellRef): SourceValue | undefined {
  for (const source of sources) {
    if (source.sheet !== cell.sheet) continue;
    const value = source.values[cell.row - source.row]?.[cell.column - source.column];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

const text = (cell: CellRef, value: string): Fix => ({ cell, value, shown: value });
const number = (cell: CellRef, value: number): Fix => ({ cell, value, shown: String(value) });
const dayFix = (cell: CellRef, day: SerialDate): Fix => ({ cell, value: { day }, shown: isoText(day) });

const stages: readonly Stage[] = ['Qualify', 'Approve', 'Launch', 'Closed'];
const statuses: readonly Status[] = ['Active', 'Watch', 'Exiting', 'Ended'];
const outcomes: readonly Outcome[] = ['Succeeded', 'Failed', 'Stopped'];

/** The word of a closed list that a misspelt one most likely means: one that is known, with other words around it, or one that is nearly the same. */
function closestWord<Word extends string>(written: string, words: readonly Word[], known: (text: string) => Word | null): Word | null {
  const form = wordForm(written);
  for (const part of form.split(' ')) {
    const found = known(part);
    if (found !== null) return found;
  }
  const forms = words.map(wordForm);
  return words[forms.indexOf(new ClosestText(forms).to(form) ?? '')] ?? null;
}

const amount = /[-−(]?\s*[$€£¥₹]?\s*\d[\d.,'’ ]*\s*(?:k|m|mn|mio|bn|b|thousand|million|billion)?\b/i;

/** "about 900k" is 900000: the one number in the text. */
function onlyNumber(written: string): number | null {
  const plain = narrow(written);
  const [found] = amount.exec(plain) ?? [];
  if (found === undefined || /\d/.test(plain.replace(found, ''))) return null;
  const read = numberFromText(found);
  return typeof read === 'object' && !read.percent ? read.value : null;
}

/** "1.200" is 1200 or 1.2. */
function bothNumbers(written: string): readonly number[] {
  // A fourth digit behind the point says that it is no thousands.
  const readings = [written.replace('.', ''), written.replace(/\.\d{3}/, (decimals) => `${decimals}0`)].map(numberFromText);
  return readings.filter((reading): reading is NumberText => typeof reading === 'object').map(({ value }) => value);
}

type Offer = (written: string, cell: CellRef, held: string | number, partners: PartnerLookup) => readonly Fix[];

const words = (cell: CellRef, found: string | null): readonly Fix[] => (found === null ? [] : [text(cell, found)]);

const offers: Readonly<Partial<Record<IssueCode, Offer>>> = {
  'unknown-partner': (written, cell, _, partners) => words(cell, partners.closestTo(written)),
  'unknown-stage': (written, cell) => words(cell, closestWord(written, stages, (part) => stageOf(part)?.stage ?? null)),
  'unknown-status': (written, cell) => words(cell, closestWord(written, statuses, statusOf)),
  'unknown-outcome': (written, cell) => words(cell, closestWord(written, outcomes, outcomeOf)),
  'ambiguous-number': (written, cell) => bothNumbers(written).map((value) => number(cell, value)),
  'ambiguous-date': (written, cell) => {
    const days = ambiguousDays(written);
    return days === null ? [] : [dayFix(cell, days.dayFirst), dayFix(cell, days.monthFirst)];
  },
  'unreadable-number': (written, cell, held) => {
    const value = typeof held === 'string' ? onlyNumber(written) : null;
    return value === null || value < 0 ? [] : [number(cell, value)];
  },
  'negative-number': (written, cell, held) => {
    const read = typeof held === 'number' ? held : numberFromText(written);
    const value = typeof read === 'object' ? read.value : read;
    return typeof value === 'number' ? [number(cell, Math.abs(value))] : [];
  },
};

/** How an issue can be mended by writing one cell: none, one, or two where the text has two readings. */
export class Fixes {
  private readonly partners: PartnerLookup;

  constructor(private readonly sources: readonly Source[], partners: readonly Partner[]) {
    this.partners = new PartnerLookup(partners);
  }

  of({ code, cell }: Issue): readonly Fix[] {
    const offer = offers[code];
    const held = cell === null || offer === undefined ? undefined : heldIn(this.sources, cell);
    if (cell === null || offer === undefined || (typeof held !== 'string' && typeof held !== 'number')) return [];
    return offer(String(held), cell, held, this.partners);
  }
}
