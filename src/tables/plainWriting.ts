/** Cells that are read as they are meant and written otherwise: numbers and dates as text, words for a stage, blanks around a name. */
import { isoText } from '../domain/calendar';
import type { InitiativeField } from '../domain/initiative';
import type { PartnerField } from '../domain/partner';
import { type DateReading, dayOfText } from './dateText';
import { besideRevenueFields, initiativeTextFields, moneyFields, partnerTextFields } from './fields';
import type { FoundTables, TableArea } from './findTables';
import type { Fix } from './fixes';
import { numberFromText } from './numberText';
import { outcomeOf } from './outcomeWords';
import { stageOf } from './stageWords';
import { statusOf } from './statusWords';
import { dataRows } from './tableRows';

export type PlainKind = 'number-as-text' | 'date-as-text' | 'another-word' | 'spaces';

export interface PlainWriting extends Fix {
  readonly kind: PlainKind;
  /** The header of the column, and what the cell holds. */
  readonly header: string;
  readonly held: string;
}

type Reader = (held: string) => Pick<PlainWriting, 'kind' | 'value' | 'shown'> | null;

/** Nothing is offered where the text says more than the number: a currency, a percentage. */
const asNumber: Reader = (held) => {
  const read = numberFromText(held);
  return typeof read !== 'object' || read.percent ? null : { kind: 'number-as-text', value: read.value, shown: String(read.value) };
};

/** Money keeps its currency only where a column says it: a cell's own sign would be lost. */
const asMoney: (signed: boolean) => Reader = (signed) => (held) => {
  const read = numberFromText(held);
  return typeof read === 'object' && read.currency !== null && !signed ? null : asNumber(held);
};

const asDay = (dates: DateReading): Reader => (held) => {
  const day = dayOfText(held, dates.date1904, dates.order);
  return typeof day === 'number' ? { kind: 'date-as-text', value: { day }, shown: isoText(day) } : null;
};

const asWord = (known: (text: string) => string | null): Reader => (held) => {
  const word = known(held);
  return word === null || word === held ? null : { kind: 'another-word', value: word, shown: word };
};

const withoutSpaces: Reader = (held) => {
  const trimmed = held.replace(/\s+/g, ' ').trim();
  return trimmed === held || trimmed === '' ? null : { kind: 'spaces', value: trimmed, shown: trimmed };
};

/** A word that says an outcome, too ("Won"), would lose it. */
const stageWord = (text: string): string | null => {
  const found = stageOf(text);
  return found === null || found.outcome !== null ? null : found.stage;
};

const initiativeDays: readonly InitiativeField[] = ['qualifiedOn', 'approvedOn', 'launchedOn', 'due', 'endedOn', 'lastInspected', 'sponsorLastEngaged'];
const partnerDays: readonly PartnerField[] = ['jointBusinessPlan', 'lastQbr', 'surveyDate', 'agreementEnds', 'noticeBy'];

function readersOf<Field extends string>(...entries: readonly (readonly [readonly Field[], Reader])[]): ReadonlyMap<Field, Reader> {
  return new Map(entries.flatMap(([fields, reader]) => fields.map((field) => [field, reader] as const)));
}

function writingsOf<Field extends string>(area: TableArea<Field>, readers: ReadonlyMap<Field, Reader>, textFields: readonly Field[]): readonly PlainWriting[] {
  const { source, values, header, mapping } = area;
  const columns = (Object.entries(mapping.columns) as [Field, number][]).flatMap(([field, column]) => {
    const reader = readers.get(field);
    return reader === undefined ? [] : [{ column, reader, header: String(values[header]?.[column] ?? '').trim() }];
  });
  return dataRows(area, textFields).flatMap((row) => columns.flatMap(({ column, reader, header: named }): PlainWriting[] => {
    const held = values[row]?.[column];
    const plain = typeof held === 'string' && held !== '' ? reader(held) : null;
    if (plain === null || typeof held !== 'string') return [];
    return [{ ...plain, held, header: named, cell: { sheet: source.sheet, row: source.row + row, column: source.column + column } }];
  }));
}

/** By table, top to bottom. `oneCurrency`: all money is in one, so that a sign in a cell says nothing that would be missed. */
export function plainWritings({ partners, initiatives }: FoundTables, dates: DateReading, oneCurrency: boolean): readonly PlainWriting[] {
  const ofPartners = partners && writingsOf(partners, readersOf<PartnerField>(
    [partnerDays, asDay(dates)], [['status'], asWord(statusOf)], [['partner', 'tier', 'allianceManager', 'executiveSponsor', 'partnerSponsor'], withoutSpaces],
  ), partnerTextFields);
  const ofInitiatives = initiatives && writingsOf(initiatives, readersOf<InitiativeField>(
    [[...moneyFields, ...besideRevenueFields], asMoney(oneCurrency)], [['traction', 'tractionTarget'], asNumber], [initiativeDays, asDay(dates)],
    [['stage'], asWord(stageWord)], [['outcome'], asWord(outcomeOf)], [['initiative', 'partner', 'owner', 'salesSponsor', 'approvedBy'], withoutSpaces],
  ), initiativeTextFields);
  return [...(ofPartners ?? []), ...(ofInitiatives ?? [])];
}
