/** What ATTAINMENT and SCORE answer: figures of one initiative from values alone, for a column of the user's own table. */
import type { Reading } from '../domain/cell';
import type { Initiative, InitiativeField } from '../domain/initiative';
import type { Minor, SerialDate } from '../domain/measure';
import { performanceOf, standards } from '../domain/performance';
import { defaultPolicy } from '../domain/policy';
import type { PortfolioRows } from '../domain/portfolioRows';
import { roundToSix } from '../domain/rounding';
import { dayOfText } from '../tables/dateText';
import { minorFromNumber, minorFromNumeral } from '../tables/money';
import { numberFromText } from '../tables/numberText';
import { isPlaceholder } from '../tables/placeholders';
import { isBlank } from '../tables/textForms';
import { type Refusal, notAvailable, wrongValue } from './answers';
import { sentences } from './sentences';

/** A value as Excel hands it over: blank cells as null or '', on some platforms as 0; an error as an object. */
export type Argument = unknown;

/** An argument that cannot be used ends the work with its refusal. */
class Unusable extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

function answered(work: () => number | Refusal): number | Refusal {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof Unusable) return fault.refusal;
    throw fault;
  }
}

function amount(value: Argument, name: string): number | null {
  if (isBlank(value)) return null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') throw new Unusable(wrongValue(sentences.noNumber(name)));
  const read = numberFromText(value);
  if (typeof read === 'object' && !read.percent) return read.value;
  if (isPlaceholder(value)) return null;
  throw new Unusable(wrongValue(sentences.noNumber(name)));
}

function money(value: Argument, name: string): Minor | null {
  if (typeof value === 'string') {
    const read = numberFromText(value);
    if (typeof read === 'object' && !read.percent) return minorFromNumeral(read.numeral, 0);
  }
  const number = amount(value, name);
  return number === null ? null : minorFromNumber(number, 0);
}

/** Days are only compared with each other, so that either date system does. A blank cell may arrive as 0. */
function day(value: Argument, name: string): SerialDate | null {
  if (isBlank(value) || value === 0) return null;
  if (typeof value === 'number' && value > 0) return Math.floor(value) as SerialDate;
  const read = typeof value === 'string' ? dayOfText(value, false) : null;
  if (typeof read === 'number') return read;
  if (typeof value === 'string' && isPlaceholder(value)) return null;
  throw new Unusable(wrongValue(sentences.noDay(name)));
}

/** Actual over what is expected by now: the target times the share of the plan that is due, 0 to 1 (left out: all of it). Not capped. */
export function attainmentAnswer(actual: Argument, target: Argument, elapsed: Argument): number | Refusal {
  return answered(() => {
    const [reached, planned, share] = [amount(actual, 'actual'), amount(target, 'target'), amount(elapsed, 'elapsed') ?? 1];
    if (share < 0 || share > 1) return wrongValue(sentences.wrongElapsed);
    if (planned === null || planned <= 0) return notAvailable(sentences.noTarget);
    if (share === 0) return notAvailable(sentences.nothingExpected);
    return reached === null ? notAvailable(sentences.noActual) : roundToSix(reached / (planned * share));
  });
}

export interface ScoreArguments {
  readonly launchedOn: Argument;
  readonly due: Argument;
  readonly asOf: Argument;
  readonly revenueTarget: Argument;
  readonly revenue: Argument;
  readonly pipelineTarget: Argument;
  readonly pipeline: Argument;
  readonly tractionTarget: Argument;
  readonly traction: Argument;
}

const scoreColumns: Readonly<Partial<Record<InitiativeField, number>>> = { initiative: 0, partner: 0, stage: 0, salesSponsor: 0, launchedOn: 0, due: 0 };

/** One launched initiative in a table of its own. */
function rowsOf(initiative: Initiative): PortfolioRows {
  const none = { rows: 0, used: 0, reported: 0 };
  return {
    partners: null,
    initiatives: { sheet: '', table: null, headerRow: 0, firstRow: 0, lastRow: 0, columns: scoreColumns, headers: {}, rows: [initiative] },
    corrections: null,
    history: [],
    assessment: [],
    currency: null,
    rates: [],
    issues: [],
    counts: { partners: none, initiatives: none },
  };
}

/** Below zero it is unknown, as in a table: ruling 23. */
const notNegative = <T extends number>(value: T | null): Reading<T> => (value !== null && value < 0 ? null : value);

/** Score of a launched initiative, 0 to 100: the mean of its known standards by the weights of health (rulings 43 to 46), by the method's own numbers. */
export function scoreAnswer(given: ScoreArguments): number | Refusal {
  return answered(() => {
    const asOf = day(given.asOf, 'as_of');
    if (asOf === null) return wrongValue(sentences.noDay('as_of'));
    const initiative: Initiative = {
      row: 0,
      name: '',
      partner: 0,
      stage: 'Launch',
      outcome: null,
      owner: null,
      salesSponsor: null,
      approvedBy: null,
      revenueTarget: notNegative(money(given.revenueTarget, 'revenue_target')),
      revenue: money(given.revenue, 'revenue'),
      pipelineTarget: notNegative(money(given.pipelineTarget, 'pipeline_target')),
      pipeline: notNegative(money(given.pipeline, 'pipeline')),
      tractionTarget: notNegative(amount(given.tractionTarget, 'traction_target')),
      traction: notNegative(amount(given.traction, 'traction')),
      qualifiedOn: null,
      approvedOn: null,
      launchedOn: day(given.launchedOn, 'launched_on'),
      due: day(given.due, 'due'),
      endedOn: null,
      lastInspected: null,
      sponsorLastEngaged: null,
      sourcedRevenue: null,
      influencedRevenue: null,
    };
    const performance = performanceOf({ rows: rowsOf(initiative), asOf, policy: defaultPolicy }, initiative);
    if (performance.score !== null) return performance.score;
    const kinds = standards.map((standard) => performance[standard]);
    const unknown = kinds.find((kind) => kind.kind === 'unknown');
    if (unknown?.kind === 'unknown') return notAvailable(sentences.scoreNeeds(unknown.field));
    return notAvailable(kinds.some(({ kind }) => kind === 'tooEarly') ? sentences.tooEarly : sentences.noTarget);
  });
}
