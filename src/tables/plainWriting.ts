/** Cells that are read as they are meant and written otherwise: numbers and dates as text, words for a stage, blanks around a name. */
import type { CorrectionField } from '../domain/correction';
import type { InitiativeField } from '../domain/initiative';
import type { PartnerField } from '../domain/partner';
import { numberPlace, numberWriting } from './cellPlace';
import { type DateReading, dayOfText } from './dateText';
import { besideRevenueFields, correctionTextFields, initiativeTextFields, moneyFields, partnerTextFields } from './fields';
import type { FoundTables, TableArea } from './findTables';
import { type Fix, type FixValue, shownFix } from './fixes';
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

interface Reader {
  readonly kind: PlainKind;
  /** Positions in the area's values; `null`: the cell is written plainly, or nothing plainer says the same. */
  readonly read: (held: string, area: TableArea<string>, row: number, column: number) => FixValue | null;
}

const money: Reader = {
  kind: 'number-as-text',
  read: (held, area, row, column) => {
    const read = numberFromText(held);
    return typeof read !== 'object' || read.percent ? null : numberWriting(read, numberPlace(area, row, column));
  },
};
const count: Reader = {
  kind: 'number-as-text',
  read: (held, area, row, column) => {
    const read = numberFromText(held);
    return typeof read === 'object' && read.currency === null ? money.read(held, area, row, column) : null;
  },
};
const days = (dates: DateReading): Reader => ({
  kind: 'date-as-text',
  read: (held) => {
    const day = dayOfText(held, dates.date1904, dates.order);
    return typeof day === 'number' ? { day } : null;
  },
});
const word = (known: (text: string) => string | null): Reader => ({
  kind: 'another-word',
  read: (held) => {
    const found = known(held);
    // Capitals change nothing for anybody.
    return found === null || found.toLowerCase() === held.toLowerCase() ? null : found;
  },
});
const oddSpaces = /^\s|\s$|\s\s|[^\S ]/;
const spaces: Reader = {
  kind: 'spaces',
  read: (held) => {
    const plain = oddSpaces.test(held) ? held.replace(/\s+/g, ' ').trim() : '';
    return plain === '' ? null : plain;
  },
};

/** A word that says an outcome, too ("Won"), would lose it. */
const stageWord = (text: string): string | null => {
  const found = stageOf(text);
  return found === null || found.outcome !== null ? null : found.stage;
};

function writingsOf<Field extends string>(area: TableArea<Field> | null, textFields: readonly Field[], ...entries: readonly (readonly [readonly Field[], Reader])[]): readonly PlainWriting[] {
  if (area === null) return [];
  const { source, values, header, mapping } = area;
  const positions = mapping.columns as Readonly<Partial<Record<Field, number>>>;
  const columns = entries.flatMap(([fields, reader]) => fields.flatMap((field) => {
    const column = positions[field];
    return column === undefined ? [] : [{ column, reader, named: String(values[header]?.[column] ?? '').trim() }];
  }));
  return dataRows(area, textFields).flatMap((row) => columns.flatMap(({ column, reader, named }): PlainWriting[] => {
    const held = values[row]?.[column];
    const value = typeof held === 'string' && held !== '' ? reader.read(held, area as TableArea<string>, row, column) : null;
    if (value === null || typeof held !== 'string') return [];
    return [{ kind: reader.kind, value, shown: shownFix(value), held, header: named, cell: { sheet: source.sheet, row: source.row + row, column: source.column + column } }];
  }));
}

/** By table, top to bottom. Each says the same to every reader of ours once it is written. */
export function plainWritings({ partners, initiatives, corrections }: FoundTables, dates: DateReading): readonly PlainWriting[] {
  return [
    ...writingsOf<PartnerField>(
      partners, partnerTextFields, [['partner', 'tier', 'allianceManager', 'executiveSponsor', 'partnerSponsor'], spaces], [['status'], word(statusOf)],
      [['jointBusinessPlan', 'lastQbr', 'surveyDate', 'agreementEnds', 'noticeBy'], days(dates)],
    ),
    ...writingsOf<InitiativeField>(
      initiatives, initiativeTextFields, [['initiative', 'partner', 'owner', 'salesSponsor', 'approvedBy'], spaces], [['stage'], word(stageWord)], [['outcome'], word(outcomeOf)],
      [[...moneyFields, ...besideRevenueFields], money], [['traction', 'tractionTarget'], count],
      [['qualifiedOn', 'approvedOn', 'launchedOn', 'due', 'endedOn', 'lastInspected', 'sponsorLastEngaged'], days(dates)],
    ),
    ...writingsOf<CorrectionField>(corrections, correctionTextFields, [['partner', 'initiative', 'correction', 'owner'], spaces], [['date', 'reviewOn'], days(dates)]),
  ];
}
