/**
 * The choices of how to read as text that travels with a workbook: JSON that holds what was said and nothing else.
 * `{"version":1,"initiatives":{"salesSponsor":{"header":"Champion","between":["Stage","Due"]}},"dateOrder":"dayFirst"}`.
 * Nothing that is stored is lost, whether it is understood or not.
 */
import { isSharedSign } from './currency';
import { correctionNames, initiativeNames, partnerNames } from './fields';
import { type ChosenColumn, type ColumnChoices, type ReadingChoices, chosenKinds, noChoices } from './readingChoices';
import { sentences } from './sentences';
import { bareForm } from './textForms';

/** The version that is written. */
export const choicesVersion = 1;
/** Under this key stands a text that was stored and could not be read. */
const unreadableKey = 'unreadable';

const names = { partners: partnerNames, initiatives: initiativeNames, corrections: correctionNames } as const;
const dateOrders: readonly unknown[] = ['dayFirst', 'monthFirst'];

/** The members of a JSON object. A map knows no prototype: "constructor" is a key like any other. */
type Members = ReadonlyMap<string, unknown>;

function membersOf(value: unknown): Members | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
}

function parsed(text: string | null): Members | null {
  try {
    return text === null ? new Map() : membersOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function columnOf(value: unknown): ChosenColumn | null | undefined {
  if (value === null) return null;
  const members = membersOf(value);
  const header = members?.get('header');
  if (typeof header !== 'string' || bareForm(header) === '') return undefined;
  const between: unknown = members?.get('between');
  const sides: readonly unknown[] = Array.isArray(between) ? between : [];
  return { header, between: [String(sides[0] ?? ''), String(sides[1] ?? '')] };
}

const currencyCode = /^[A-Z]{3}$/;
const isCode = (value: unknown): value is string => typeof value === 'string' && currencyCode.test(value);

/** What one text says, gathered in the order of the text. */
class ChoicesReading {
  readonly strange: string[] = [];
  readonly columns: Record<string, Record<string, ChosenColumn | null>> = {};
  readonly said: Partial<Record<'dateOrder' | 'currency', string>> = {};
  readonly signs: Record<string, string> = {};

  constructor(members: Members) {
    for (const [key, value] of members) {
      const kind = chosenKinds.find((one) => one === key);
      if (kind !== undefined) this.each(key, value, (field) => Object.hasOwn(names[kind], field), (field, column) => this.column(key, field, column));
      else if (key === 'signs') this.each(key, value, isSharedSign, (sign, code) => this.sign(sign, code));
      else if (key === 'dateOrder' && dateOrders.includes(value)) this.said.dateOrder = String(value);
      else if (key === 'currency' && isCode(value)) this.said.currency = value;
      else if (key !== 'version' && key !== unreadableKey) this.strange.push(key);
    }
  }

  private each(key: string, value: unknown, isKnown: (name: string) => boolean, take: (name: string, value: unknown) => boolean): void {
    const members = membersOf(value);
    if (members === null) this.strange.push(key);
    else for (const [name, inner] of members) if (!isKnown(name) || !take(name, inner)) this.strange.push(`${key}.${name}`);
  }

  private column(kind: string, field: string, value: unknown): boolean {
    const column = columnOf(value);
    if (column !== undefined) (this.columns[kind] ??= {})[field] = column;
    return column !== undefined;
  }

  private sign(sign: string, code: unknown): boolean {
    if (isCode(code)) this.signs[sign] = code;
    return isCode(code);
  }
}

export interface StoredChoices {
  readonly choices: ReadingChoices;
  /** Sentences on what is stored and not used. */
  readonly problems: readonly string[];
}

/** The choices that a text holds; `null`: nothing was said. What cannot be understood counts as not said. Never throws, whatever the text is. */
export function readChoices(text: string | null): StoredChoices {
  const members = parsed(text);
  if (members === null) return { choices: noChoices, problems: [sentences.choicesUnreadable()] };
  const { columns, said, signs, strange } = new ChoicesReading(members);
  const version = members.get('version');
  const newer = typeof version === 'number' && version > choicesVersion ? [sentences.choicesNewer(version, choicesVersion)] : [];
  return {
    choices: { ...noChoices, ...columns, ...said, signs } as ReadingChoices,
    problems: [...newer, ...(strange.length === 0 ? [] : [sentences.choicesUnknown(strange)])],
  };
}

/** What is stored of a group and not known stays beside what was said. */
function groupText(stored: unknown, said: object, isKnown: (name: string, value: unknown) => boolean): object | undefined {
  const kept = [...(membersOf(stored) ?? [])].filter(([name, value]) => !isKnown(name, value));
  const members = [...Object.entries(said), ...kept.filter(([name]) => !Object.hasOwn(said, name))];
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** The text to store for choices in place of what is stored now; `null`: nothing need be stored. Never throws, whatever the stored text is. */
export function writeChoices(stored: string | null, choices: ReadingChoices): string | null {
  const members = parsed(stored) ?? new Map<string, unknown>([[unreadableKey, stored]]);
  const columns = (kind: (typeof chosenKinds)[number]): object | undefined =>
    groupText(members.get(kind), choices[kind] satisfies ColumnChoices<string>, (field, value) => Object.hasOwn(names[kind], field) && columnOf(value) !== undefined);
  const said: Readonly<Record<string, unknown>> = {
    partners: columns('partners'), initiatives: columns('initiatives'), corrections: columns('corrections'),
    dateOrder: choices.dateOrder ?? undefined, currency: choices.currency ?? undefined,
    signs: groupText(members.get('signs'), choices.signs, (sign, code) => isSharedSign(sign) && isCode(code)),
  };
  const kept = [...members].filter(([key]) => key !== 'version' && !Object.hasOwn(said, key));
  const written = [...kept, ...Object.entries(said).filter(([, value]) => value !== undefined)];
  const version = members.get('version');
  const newer = typeof version === 'number' && version > choicesVersion;
  return written.length === 0 && !newer ? null : JSON.stringify(Object.fromEntries([['version', newer ? version : choicesVersion], ...written]));
}
