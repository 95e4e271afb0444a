/** What a cell that could not be read most plainly means: offered to be written there, never written unasked. */
import { isoText } from '../domain/calendar';
import type { CellRef } from '../domain/cell';
import type { Outcome, Stage } from '../domain/initiative';
import type { Issue, IssueCode } from '../domain/issue';
import type { SerialDate } from '../domain/measure';
import type { Partner, Status } from '../domain/partner';
import { type CellPlace, type FormattedNumber, cellPlace, numberWriting } from './cellPlace';
import { ClosestText } from './closestText';
import { currencyOf, headerUnit } from './currency';
import { ambiguousDays } from './dateText';
import type { FoundTables } from './findTables';
import { type NumberText, numberFromText } from './numberText';
import { outcomeOf } from './outcomeWords';
import { PartnerLookup } from './partnerLookup';
import { stageOf } from './stageWords';
import { statusOf } from './statusWords';
import { narrow, wordForm } from './textForms';

export type FixValue = string | number | FormattedNumber | { readonly day: SerialDate };

export interface Fix {
  readonly cell: CellRef;
  readonly value: FixValue;
  /** The value as the sheet's own notation has it: a day as yyyy-mm-dd. */
  readonly shown: string;
}

export const shownFix = (value: FixValue): string => (typeof value !== 'object' ? String(value) : 'day' in value ? isoText(value.day) : String(value.number));

const stages: readonly Stage[] = ['Qualify', 'Approve', 'Launch', 'Closed'];
const statuses: readonly Status[] = ['Active', 'Watch', 'Exiting', 'Ended'];
const outcomes: readonly Outcome[] = ['Succeeded', 'Failed', 'Stopped'];

/** With one of these a text says what a thing is not, or not yet. */
const negations = new Set(['not', 'no', 'never', 'non', 'un', 'pre', 'before', 'until', 'almost', 'nearly', 'partly', 'half']);

/** The word of a closed list that a text most likely means: the only one that is known among its words, or one that is nearly the same as the whole. */
function closestWord<Word extends string>(written: string, words: readonly Word[], known: (text: string) => Word | null): Word | null {
  const form = wordForm(written);
  const parts = form.split(' ');
  const found = new Set(parts.map(known).filter((word) => word !== null));
  if (found.size > 0) return found.size === 1 && !parts.some((part) => negations.has(part)) ? ([...found][0] ?? null) : null;
  const forms = words.map(wordForm);
  return words[forms.indexOf(new ClosestText(forms).to(form) ?? '')] ?? null;
}

const plainStage = (text: string): Stage | null => {
  const found = stageOf(text);
  // A word that says an outcome too would lose it.
  return found === null || found.outcome !== null ? null : found.stage;
};

const amount = /[-\u2212(]?\s*[$€£¥₹]?\s*\d[\d.,'’ ]*\s*(?:k|m|mn|mio|bn|b|thousand|million|billion)?\b/i;
const betweenWords = /[^\p{L}$€£¥₹]+/u;

/** "about 900k" is 900000: the one number in the text, where nothing beside it is a number or a currency. */
function onlyNumber(written: string): NumberText | null {
  const plain = narrow(written);
  const [found] = amount.exec(plain) ?? [];
  if (found === undefined) return null;
  const beside = plain.replace(found, ' ');
  const read = numberFromText(found);
  if (typeof read !== 'object' || read.percent || read.value < 0) return null;
  return /[\d%]/.test(beside) || beside.split(betweenWords).some((word) => currencyOf(word) !== null) ? null : read;
}

/** "1.200" is 1200 or 1.2. */
function bothNumbers(written: string): readonly NumberText[] {
  // A fourth digit behind the point says that it is no thousands.
  const readings = [written.replace('.', ''), written.replace(/\.\d{3}/, (decimals) => `${decimals}0`)].map(numberFromText);
  return readings.filter((reading): reading is NumberText => typeof reading === 'object');
}

const countFields: ReadonlySet<string> = new Set(['traction', 'tractionTarget']);

function numbers(place: CellPlace, read: NumberText | null): readonly FixValue[] {
  if (read === null || (read.currency !== null && countFields.has(place.field))) return [];
  const value = numberWriting(read, place.numbers);
  return value === null ? [] : [value];
}

const negated = (read: NumberText): NumberText => ({ ...read, value: -read.value, numeral: read.numeral.replace('-', '') });

type Offer = (written: string, place: CellPlace, partners: PartnerLookup) => readonly FixValue[];

const words = (found: string | null): readonly FixValue[] => (found === null ? [] : [found]);

const offers: Readonly<Partial<Record<IssueCode, Offer>>> = {
  'unknown-partner': (written, _, partners) => words(partners.closestTo(written)),
  'unknown-stage': (written) => words(closestWord(written, stages, plainStage)),
  'unknown-status': (written) => words(closestWord(written, statuses, statusOf)),
  'unknown-outcome': (written) => words(closestWord(written, outcomes, outcomeOf)),
  'ambiguous-number': (written, place) => bothNumbers(written).flatMap((read) => numbers(place, read)),
  'ambiguous-date': (written) => {
    const days = ambiguousDays(written);
    return days === null ? [] : [{ day: days.dayFirst }, { day: days.monthFirst }];
  },
  'unreadable-number': (written, place) => {
    const read = typeof place.held === 'string' ? onlyNumber(written) : null;
    // "900k" in a column of thousands may mean either.
    return read !== null && read.numeral.includes('e') && headerUnit(place.numbers.header).exponent > 0 ? [] : numbers(place, read);
  },
  'negative-number': (written, place) => {
    if (typeof place.held === 'number') return [-place.held];
    const read = numberFromText(written);
    return typeof read === 'object' ? numbers(place, negated(read)) : [];
  },
};

/** How an issue can be mended by writing one cell: none, one, or two where the text has two readings. */
export class Fixes {
  private readonly partners: PartnerLookup;

  constructor(private readonly tables: FoundTables, partners: readonly Partner[]) {
    this.partners = new PartnerLookup(partners);
  }

  of({ code, cell }: Issue): readonly Fix[] {
    const offer = offers[code];
    const place = cell === null || offer === undefined ? null : cellPlace(this.tables, cell);
    if (cell === null || offer === undefined || place === null || (typeof place.held !== 'string' && typeof place.held !== 'number')) return [];
    return offer(String(place.held), place, this.partners).map((value) => ({ cell, value, shown: shownFix(value) }));
  }
}
