/** Which field each header of a table means, and what kind of table the headers make (rulings 7 and 10). */
import type { AnswerField } from '../domain/assessment';
import type { RateField } from '../domain/conversion';
import type { CorrectionField } from '../domain/correction';
import type { DecisionField } from '../domain/decision';
import type { InitiativeField } from '../domain/initiative';
import type { PartnerField } from '../domain/partner';
import type { SnapshotField } from '../domain/snapshot';
import { editDistance } from './closestText';
import { headerWords, unitOf } from './currency';
import {
  type FieldNames, answerNames, besideRevenueFields, correctionNames, decisionNames, initiativeNames, moneyFields, neededInitiativeFields, partnerNames, rateNames, snapshotNames,
} from './fields';
import type { SourceValue } from './source';
import { withoutScale } from './surveyScale';
import { type ColumnChoices, type ReadingChoices, findChosen, noChoices } from './readingChoices';
import { bareForm, isAscii, letterPrefix, startsWithDigit } from './textForms';

/** The columns of a table by field, as positions in its rows. */
export type Columns<Field extends string> = Readonly<Partial<Record<Field, number>>>;

export interface Mapping<Field extends string> {
  readonly columns: Columns<Field>;
  /** Later columns for a field that has one already. */
  readonly duplicates: readonly { readonly field: Field; readonly column: number }[];
}

/** Canonical name before synonym before last resort; the three forms of a header come between. */
const ranks = { name: 0, synonym: 3, lastResort: 6 } as const;
interface Word<Field> {
  readonly field: Field;
  readonly rank: number;
}
type Vocabulary<Field extends string> = ReadonlyMap<string, Word<Field>>;

function vocabularyOf<Field extends string>(names: Readonly<Record<Field, FieldNames>>): Vocabulary<Field> {
  const words = new Map<string, Word<Field>>();
  for (const field of Object.keys(names) as Field[]) {
    const { name, synonyms, lastResort } = names[field];
    for (const synonym of lastResort?.split(', ') ?? []) words.set(bareForm(synonym), { field, rank: ranks.lastResort });
    for (const synonym of synonyms.split(', ')) words.set(bareForm(synonym), { field, rank: ranks.synonym });
    words.set(bareForm(name), { field, rank: ranks.name });
  }
  return words;
}

function allNames({ name, synonyms, lastResort }: FieldNames): readonly string[] {
  return [name, ...synonyms.split(', '), ...(lastResort?.split(', ') ?? [])];
}

const partnerWords = vocabularyOf(partnerNames);
const initiativeWords = vocabularyOf(initiativeNames);
const correctionWords = vocabularyOf(correctionNames);
const rateWords = vocabularyOf(rateNames);
const snapshotWords = vocabularyOf(snapshotNames);
const answerWords = vocabularyOf(answerNames);
const decisionWords = vocabularyOf(decisionNames);

const brackets = /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g;

/** "Revenue to date, in USD m" is "Revenue to date": without the currency and scale words at its end. */
function withoutUnit(header: string): string {
  const words = [...headerWords(header)];
  while (words.length > 0 && (unitOf(words.at(-1) ?? '') !== null || words.at(-1)?.toLowerCase() === 'in')) words.pop();
  return words.join('');
}

/** The whole header and the one without bracketed parts, both without a survey scale. */
function nameForms(header: string): readonly [string, string] {
  const whole = withoutScale(header.normalize('NFKC'));
  return [whole, whole.replace(brackets, ' ')];
}

/** The bare forms of a header in the order in which they are tried: whole, without brackets, then both without their unit. */
type HeaderForms = readonly [string, string, string, string];
/** From here on a form counts for money columns alone. */
const firstUnitless = 2;

function headerForms(header: string): HeaderForms {
  const [whole, bracketless] = nameForms(header);
  return [bareForm(whole), bareForm(bracketless), bareForm(withoutUnit(whole)), bareForm(withoutUnit(bracketless))];
}

const formsOf = (cells: readonly SourceValue[]): readonly HeaderForms[] => cells.map((cell) => headerForms(typeof cell === 'string' ? cell : ''));

/** Sourced and influenced revenue too: "Revenue (sourced), USD" must not be taken for the revenue itself. */
const fieldsInMoney: ReadonlySet<string> = new Set([...moneyFields, ...besideRevenueFields]);

/** A header means what the first of its forms means; how well it does decides between two headers for one field. */
function wordOf<Field extends string>(forms: HeaderForms, vocabulary: Vocabulary<Field>): Word<Field> | null {
  let best: Word<Field> | null = null;
  for (const [index, form] of forms.entries()) {
    const word = vocabulary.get(form);
    if (word === undefined || (best !== null && best.field !== word.field) || (index >= firstUnitless && !fieldsInMoney.has(word.field))) continue;
    const rank = word.rank + Math.min(index, firstUnitless);
    if (best === null || rank < best.rank) best = { field: word.field, rank };
  }
  return best;
}

function mappingOf<Field extends string>(headers: readonly HeaderForms[], vocabulary: Vocabulary<Field>): Mapping<Field> {
  const words = headers.map((forms) => wordOf(forms, vocabulary));
  const chosen = new Map<Field, { column: number; rank: number }>();
  words.forEach((word, column) => {
    const before = word && chosen.get(word.field);
    if (word && (!before || word.rank < before.rank)) chosen.set(word.field, { column, rank: word.rank });
  });
  const duplicates = words.flatMap((word, column) => {
    const taken = word && chosen.get(word.field);
    if (!word || !taken || taken.column === column) return [];
    // A last resort beside the real thing is a column of its own: a Status beside a Stage.
    return word.rank >= ranks.lastResort && taken.rank < ranks.lastResort ? [] : [{ field: word.field, column }];
  });
  return { columns: Object.fromEntries([...chosen].map(([field, { column }]) => [field, column])) as Columns<Field>, duplicates };
}

/** With the columns that somebody chose: each leaves the field that its header was recognised as. A choice that is not to be found is none. */
function withChoices<Field extends string>(mapping: Mapping<Field>, cells: readonly SourceValue[], choices: ColumnChoices<Field>): Mapping<Field> {
  const fields = Object.keys(choices) as Field[];
  if (fields.length === 0) return mapping;
  const meaning = new Set([...Object.values(mapping.columns as Record<string, number>), ...mapping.duplicates.map(({ column }) => column)]);
  const chosen = new Map(fields.flatMap((field): (readonly [Field, number | null])[] => {
    const choice = choices[field];
    if (choice === null || choice === undefined) return [[field, null]];
    const found = findChosen(cells, choice, (column) => meaning.has(column));
    return found === null ? [] : [[field, found.column]];
  }));
  const taken = new Set(chosen.values());
  const kept = (Object.entries(mapping.columns) as [Field, number][]).filter(([field, column]) => !chosen.has(field) && !taken.has(column));
  return {
    columns: Object.fromEntries([...kept, ...[...chosen].filter(([, column]) => column !== null)]) as Columns<Field>,
    duplicates: mapping.duplicates.filter(({ field, column }) => !chosen.has(field) && !taken.has(column)),
  };
}

/** Tables of other kinds, so that they are not taken for Partners: one header of each list. */
const otherKinds = [
  { kind: 'corrections', needs: ['correction, course correction'] },
  { kind: 'decisions', needs: ['decision, decisions, decision asked for'] },
  { kind: 'rates', needs: ['currency, currency code, ccy', 'rate, rate to the reporting currency'] },
  { kind: 'history', needs: ['health', 'as of, as of date, quarter'] },
  { kind: 'assessment', needs: ['area', 'level'] },
] as const;
type OtherKind = (typeof otherKinds)[number]['kind'];

const otherForms = otherKinds.map(({ kind, needs }) => ({ kind, needs: needs.map((names) => new Set(names.split(', ').map(bareForm))) }));
const besideOneWord = new Set(['date', ...[initiativeNames.initiative, initiativeNames.partner].flatMap(allNames).map(bareForm)]);

/**
 * "Decision" alone may be the next step of an initiative. It is a header where a date, partner or initiative header stands beside it,
 * and no number: else one such cell would cut a table in two.
 */
function isOtherKind(needs: readonly ReadonlySet<string>[], headers: readonly HeaderForms[], cells: readonly unknown[]): boolean {
  const matches = (names: ReadonlySet<string>): boolean => headers.some(([whole, bracketless]) => names.has(whole) || names.has(bracketless));
  if (!needs.every(matches)) return false;
  if (needs.length > 1) return true;
  return cells.every((cell) => typeof cell !== 'number') && matches(besideOneWord);
}

export type HeaderRow =
  | { readonly kind: 'initiatives'; readonly mapping: Mapping<InitiativeField> }
  | { readonly kind: 'refusedInitiatives'; readonly mapping: Mapping<InitiativeField> }
  | { readonly kind: 'partners'; readonly mapping: Mapping<PartnerField> }
  | { readonly kind: 'corrections'; readonly mapping: Mapping<CorrectionField> }
  | { readonly kind: 'rates'; readonly mapping: Mapping<RateField> }
  | { readonly kind: 'history'; readonly mapping: Mapping<SnapshotField> }
  | { readonly kind: 'assessment'; readonly mapping: Mapping<AnswerField> }
  | { readonly kind: 'decisions'; readonly mapping: Mapping<DecisionField> };

function otherRow(kind: OtherKind, headers: readonly HeaderForms[], cells: readonly SourceValue[], choices: ReadingChoices): HeaderRow {
  switch (kind) {
    case 'corrections':
      return { kind, mapping: withChoices(mappingOf(headers, correctionWords), cells, choices.corrections) };
    case 'rates':
      return { kind, mapping: mappingOf(headers, rateWords) };
    case 'history':
      return { kind, mapping: mappingOf(headers, snapshotWords) };
    case 'assessment':
      return { kind, mapping: mappingOf(headers, answerWords) };
    case 'decisions':
      return { kind, mapping: mappingOf(headers, decisionWords) };
  }
}

/** The kind of table that a row of headers makes, the first that fits; `null` where the row is no header row. */
export function recogniseHeaders(cells: readonly SourceValue[], choices: ReadingChoices = noChoices): HeaderRow | null {
  const headers = formsOf(cells);
  const recognised = mappingOf(headers, initiativeWords);
  const initiatives = withChoices(recognised, cells, choices.initiatives);
  const partners = withChoices(mappingOf(headers, partnerWords), cells, choices.partners);
  const isPartners = partners.columns.partner !== undefined && recognisedCount(partners) > 1;
  const has = (field: InitiativeField): boolean => initiatives.columns[field] !== undefined;
  if (neededInitiativeFields.every(has)) return { kind: 'initiatives', mapping: initiatives };
  const other = otherForms.find(({ needs }) => isOtherKind(needs, headers, cells));
  if (other) return otherRow(other.kind, headers, cells, choices);
  // A header that was chosen for the initiative's name may stand in the Partners table, too: there it makes no Initiatives table of it.
  const isOnlyChosen = recognised.columns.initiative === undefined && isPartners;
  if (has('initiative') && !isOnlyChosen && neededInitiativeFields.some((field) => field !== 'initiative' && has(field))) {
    return { kind: 'refusedInitiatives', mapping: initiatives };
  }
  return isPartners ? { kind: 'partners', mapping: partners } : null;
}

export function recognisedCount(mapping: Mapping<string>): number {
  return Object.keys(mapping.columns).length;
}

/** Every table that is recognised has one of these headers. */
const anchors = new Set([
  ...[initiativeNames.initiative, initiativeNames.partner].flatMap(allNames),
  ...otherKinds.flatMap(({ needs }) => needs[0].split(', ')),
].map(bareForm));

const anchorPrefixes = new Set([...anchors].map(letterPrefix));
/** Without one of these a plain header has but one form. */
const bracketOrScale = /[([{]|[01] *(?:to|[^\w ])/i;
const longestHeader = 255;

const none: ReadonlySet<string> = new Set();

/** A quick look that spares nearly every row of data the full one. `chosen`: bare forms of headers that somebody chose. */
export function mayBeHeaders(cells: readonly SourceValue[], chosen: ReadonlySet<string> = none): boolean {
  if (chosen.size > 0 && cells.some((cell) => typeof cell === 'string' && cell.length <= longestHeader && chosen.has(bareForm(cell)))) return true;
  return cells.some((cell) => {
    if (typeof cell !== 'string' || cell === '' || cell.length > longestHeader || startsWithDigit(cell)) return false;
    const prefix = letterPrefix(cell);
    if (prefix !== null && !anchorPrefixes.has(prefix)) return false;
    if (isAscii(cell) && !bracketOrScale.test(cell)) return anchors.has(bareForm(cell));
    return nameForms(cell).some((form) => anchors.has(bareForm(form)));
  });
}

type RowColumns<Field extends string> = (cells: readonly SourceValue[], choices?: ReadingChoices) => Mapping<Field>;

/** The columns that would mean something in a table of this kind, whatever kind the row is. */
export const partnerColumns: RowColumns<PartnerField> = (cells, { partners } = noChoices) => withChoices(mappingOf(formsOf(cells), partnerWords), cells, partners);
export const initiativeColumns: RowColumns<InitiativeField> = (cells, { initiatives } = noChoices) => withChoices(mappingOf(formsOf(cells), initiativeWords), cells, initiatives);
export const correctionColumns: RowColumns<CorrectionField> = (cells, { corrections } = noChoices) => withChoices(mappingOf(formsOf(cells), correctionWords), cells, corrections);

/** The header that comes closest to a field's names, among those that mean no field of the table; `null` where there is none. */
export function nearestHeader(cells: readonly SourceValue[], mapping: Mapping<string>, names: FieldNames): string | null {
  const taken = new Set(Object.values(mapping.columns));
  const wanted = [names.name, ...names.synonyms.split(', ')].map(bareForm);
  let nearest: string | null = null;
  let least = Infinity;
  for (const [column, cell] of cells.entries()) {
    const form = typeof cell === 'string' ? bareForm(cell).slice(0, longestHeader) : '';
    if (typeof cell !== 'string' || form === '' || taken.has(column)) continue;
    const distance = Math.min(...wanted.map((want) => editDistance(form, want, longestHeader) / Math.max(form.length, want.length)));
    if (distance < least) [nearest, least] = [cell, distance];
  }
  return nearest;
}
