/** Operators of rules, in office.js's words and in those of workbooks. */
import { refuse } from '../officeError';

const words: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
};

export const comparison = {
  /** `GreaterThanOrEqual`; data validation says `GreaterThanOrEqualTo` and is answered so by its own class. */
  toOffice: (word: string): string => Object.keys(words).find((name) => words[name] === word) ?? 'EqualTo',
  fromOffice: (name: unknown): string => {
    const known = Object.keys(words).find(
      (word) => word.toLowerCase() === String(name).toLowerCase() || `${word}To`.toLowerCase() === String(name).toLowerCase(),
    );
    return (known === undefined ? undefined : words[known]) ?? refuse('InvalidArgument', `${String(name)} is no operator.`);
  },
};
