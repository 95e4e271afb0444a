/** Two success rates in words. */
import { Rational } from '../../rational';
import type { Compared } from '../corrections';
import type { Ledger } from '../ledger';
import { fixed } from '../spoken';
import type { Paragraph } from '../writtenSheet';

interface SideNames { readonly one: string; readonly inFull: string; readonly other: string; readonly figures: readonly string[] }

const rate = (succeeded: number, closed: number): string => fixed(Rational.of(100 * succeeded, closed), 0);
const minus = (value: number): string => (value < 0 ? '−' : '');
/** Whole points of a difference that is a double, after six decimals. */
const whole = (difference: number): string => fixed(Rational.fromDouble(Math.abs(difference)).times(Rational.of(100)).round(6), 0);
const pointsOf = (difference: number): string => (whole(difference) === '0' && difference !== 0 ? 'less than 1' : `${minus(difference)}${whole(difference)}`);
const limitOf = (limit: number): string => (whole(limit) === '0' && limit !== 0 ? (limit < 0 ? 'below 0' : 'above 0') : `${minus(limit)}${whole(limit)}`);

export function traceComparison(text: Paragraph, { one, other, told }: Compared, names: SideNames, ledger: Ledger, what: string): void {
  if (told === null) {
    ledger.says(text, new RegExp(`Too few closed initiatives to tell \\((\\d+) ${names.one}, (\\d+) ${names.other}\\)`), [String(one.closed), String(other.closed), ...names.figures], what);
    return;
  }
  ledger.says(
    text,
    new RegExp(`(\\d+) of (\\d+) closed initiatives? ${names.inFull} succeeded \\((\\d+) %\\), and (\\d+) of (\\d+) ${names.other} \\((\\d+) %\\)`),
    [one.succeeded, one.closed, rate(one.succeeded, one.closed), other.succeeded, other.closed, ...names.figures, rate(other.succeeded, other.closed)].map(String),
    what,
  );
  const found = told.verdict === 'no difference seen' ? '(No difference) in success rates is seen:' : `The success rate of those ${names.inFull} (${told.verdict}): the difference is`;
  const verdict = told.verdict === 'no difference seen' ? 'No difference' : told.verdict;
  ledger.says(text, new RegExp(`${found} (−?\\d+|less than 1) points? \\((\\d+) % interval (\\S+(?: 0)?) to (\\S+(?: 0)?)\\)`), [verdict, pointsOf(told.difference), '95', limitOf(told.low), limitOf(told.high)], what);
  if (typeof told.needed !== 'number') return;
  const more = [{ lacks: told.needed - one.closed, of: names.one, figures: [] as readonly string[] }, { lacks: told.needed - other.closed, of: names.other, figures: names.figures }].filter(({ lacks }) => lacks > 0);
  ledger.says(
    text,
    new RegExp(`at these rates (\\d+) closed initiatives on each side would tell \\(${more.map(({ of }) => `(\\d+) more ${of}`).join(', ')}\\)`),
    [String(told.needed), ...more.flatMap(({ lacks, figures }) => [String(lacks), ...figures])],
    what,
  );
}
