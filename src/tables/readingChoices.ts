/** What somebody said about how the tables are to be read, where the headers and cells do not say it: kept with the workbook as text. */
import type { InitiativeField } from '../domain/initiative';
import type { PartnerField } from '../domain/partner';
import type { DateOrder } from './dateText';
import { initiativeNames, partnerNames } from './fields';
import { bareForm } from './textForms';

/** A column that was chosen for a field: by its header, and where that is gone, by its place among the columns. */
export interface ChosenColumn {
  readonly header: string;
  /** Counted from the first header of the table. */
  readonly position: number;
}

/** `null`: the field is read from no column. What is absent is recognised. */
export type ColumnChoices<Field extends string> = Readonly<Partial<Record<Field, ChosenColumn | null>>>;

export interface ReadingChoices {
  readonly partners: ColumnChoices<PartnerField>;
  readonly initiatives: ColumnChoices<InitiativeField>;
  /** Which comes first where a date's text does not tell; `null`: not said. */
  readonly dateOrder: DateOrder | null;
  /** ISO code of the currency that money is in where no cell or header says; `null`: not said. */
  readonly currency: string | null;
}

export const noChoices: ReadingChoices = { partners: {}, initiatives: {}, dateOrder: null, currency: null };

const version = 1;
const kinds = { partners: partnerNames, initiatives: initiativeNames } as const;

type Stored = Readonly<Record<string, unknown>>;
const isStored = (value: unknown): value is Stored => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string | null): Stored {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isStored(value) ? value : {};
  } catch {
    return {};
  }
}

function columnsOf<Field extends string>(value: unknown, names: Readonly<Record<Field, unknown>>): ColumnChoices<Field> {
  const stored = isStored(value) ? value : {};
  const fields = (Object.keys(names) as Field[]).flatMap((field): (readonly [Field, ChosenColumn | null])[] => {
    const chosen = stored[field];
    if (chosen === null) return [[field, null]];
    if (!isStored(chosen) || typeof chosen.header !== 'string' || bareForm(chosen.header) === '') return [];
    return [[field, { header: chosen.header, position: typeof chosen.position === 'number' ? chosen.position : -1 }]];
  });
  return Object.fromEntries(fields) as ColumnChoices<Field>;
}

/** What cannot be understood counts as not said: the headers are then recognised as ever. */
export function readChoices(text: string | null): ReadingChoices {
  const { partners, initiatives, dateOrder, currency } = parsed(text);
  return {
    partners: columnsOf(partners, kinds.partners),
    initiatives: columnsOf(initiatives, kinds.initiatives),
    dateOrder: dateOrder === 'dayFirst' || dateOrder === 'monthFirst' ? dateOrder : null,
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : null,
  };
}

const isEmpty = (choices: object): boolean => Object.keys(choices).length === 0;

/** The new text, `null` where nothing is said; what a later version stored beside it stays. */
export function writeChoices(before: string | null, choices: ReadingChoices): string | null {
  const kept = Object.fromEntries(Object.entries(parsed(before)).filter(([key]) => !(key in noChoices)));
  const said = {
    ...(isEmpty(choices.partners) ? {} : { partners: choices.partners }), ...(isEmpty(choices.initiatives) ? {} : { initiatives: choices.initiatives }),
    ...(choices.dateOrder === null ? {} : { dateOrder: choices.dateOrder }), ...(choices.currency === null ? {} : { currency: choices.currency }),
  };
  const others = Object.keys(kept).filter((key) => key !== 'version');
  return isEmpty(said) && others.length === 0 ? null : JSON.stringify({ version, ...kept, ...said });
}

/** The bare forms of all headers that were chosen: with one of them a row may be a header row. */
export function chosenHeaders({ partners, initiatives }: ReadingChoices): ReadonlySet<string> {
  return new Set([...Object.values(partners), ...Object.values(initiatives)].flatMap((chosen) => (chosen === null ? [] : [bareForm(chosen.header)])));
}
