/** What a launched initiative has reached of what its plan expects by now, by three standards: section 3 of the method. */
import { type Basis, type Judged, basisOf } from './basis';
import type { CellRef, Reading } from './cell';
import type { Initiative, InitiativeField } from './initiative';
import { wasLaunched } from './lifecycle';
import type { Score } from './measure';
import { fieldCell } from './portfolioRows';
import { roundScore } from './rounding';
import { Span } from './span';

export const standards = ['revenue', 'pipeline', 'traction'] as const;
export type Standard = (typeof standards)[number];

export type StandardPerformance =
  /** No target, or never launched. */
  | { readonly kind: 'none' }
  | { readonly kind: 'tooEarly' }
  /** The field to fill in, and its cell where the table has such a column. */
  | { readonly kind: 'unknown'; readonly field: InitiativeField; readonly cell: CellRef | null }
  | {
      readonly kind: 'known';
      /** Expected by now; of pipeline, what the plan still needs. */
      readonly expected: number;
      /** `null` where nothing is needed and nothing was entered. */
      readonly actual: number | null;
      /** Actual over expected; `null` where nothing is needed. */
      readonly attainment: number | null;
      readonly score: Score;
    };

export interface Performance extends Readonly<Record<Standard, StandardPerformance>> {
  /** Mean of the known standards by the weights of health; `null` where none is known: ruling 46. */
  readonly score: Score | null;
}

/** One standard of one initiative while it is being judged: overwritten for the next one. */
export class Gauge {
  state: StandardPerformance['kind'] = 'none';
  /** What it counts in the known share of its dimension (ruling 45): the target, or the pipeline that the whole plan needs. */
  weight = 0;
  expected = 0;
  actual: number | null = null;
  /** Its part of the denominator and of the numerator of the partner's dimension: ruling 47. */
  planned = 0;
  reached = 0;
  missing: InitiativeField | null = null;
}

function positive(reading: Reading<number>): number {
  return typeof reading === 'number' && reading > 0 ? reading : 0;
}

/** target × numerator / denominator − actual. For whole amounts the sign is exact: whether a plan is met must not hang on rounding. */
function shortfall(target: number, numerator: number, denominator: number, actual: number): number {
  const quotient = Math.floor(target / denominator);
  const rest = target - quotient * denominator;
  return quotient * numerator - actual + (rest * numerator) / denominator;
}

/** Measures one initiative at a time, into gauges that are reused: judging a large table must not make objects per row. */
export class PerformanceReader implements Readonly<Record<Standard, Gauge>> {
  readonly revenue = new Gauge();
  readonly pipeline = new Gauge();
  readonly traction = new Gauge();
  private readonly span: Span;

  constructor(private readonly basis: Basis) {
    this.span = new Span(basis);
  }

  read(initiative: Initiative): void {
    this.revenue.state = 'none';
    this.pipeline.state = 'none';
    this.traction.state = 'none';
    if (!wasLaunched(initiative, this.basis)) return;
    const known = this.span.read(initiative);
    const { rampDays } = this.basis.policy;
    this.readFlow(this.revenue, known, initiative.revenueTarget, initiative.revenue, 'revenue', rampDays.revenue);
    if (initiative.stage === 'Closed') return;
    this.readFlow(this.traction, known, initiative.tractionTarget, initiative.traction, 'traction', rampDays.traction);
    this.readPipeline(known, initiative);
  }

  /**
   * Whether so many hundredths of the revenue plan are due and less than so many hundredths of that have come in, compared exactly.
   * Of an initiative whose revenue was just read and is known: ruling 72.
   */
  isBehind({ revenueTarget, revenue }: Initiative, elapsedPercent: number, attainmentPercent: number): boolean {
    this.span.measure(this.basis.policy.rampDays.revenue, 0);
    const { numerator, denominator } = this.span;
    if (numerator * 100 < denominator * elapsedPercent) return false;
    return shortfall(positive(revenueTarget), numerator * attainmentPercent, denominator * 100, typeof revenue === 'number' ? revenue : 0) > 0;
  }

  /** Revenue and traction come in over time: what is expected grows in a straight line after the ramp. */
  private readFlow(
    gauge: Gauge, spanKnown: boolean, targetRead: Reading<number>, actual: Reading<number>, field: InitiativeField, rampDays: number,
  ): void {
    const target = positive(targetRead);
    if (target === 0) return;
    gauge.weight = target;
    if (!spanKnown) return this.markUnknown(gauge, this.span.missing);
    this.span.measure(rampDays, 0);
    const { numerator, denominator } = this.span;
    if (numerator * 100 < denominator * this.basis.policy.tooEarlyPercent) {
      gauge.state = 'tooEarly';
      return;
    }
    if (typeof actual !== 'number') return this.markUnknown(gauge, field);
    gauge.state = 'known';
    gauge.expected = shortfall(target, numerator, denominator, 0);
    gauge.actual = actual;
    gauge.planned = gauge.expected;
    gauge.reached = Math.min(Math.max(actual, 0), gauge.expected);
  }

  /** Open pipeline is a stock: it must cover what the plan still expects from it in the next two quarters. Ruling 44. */
  private readPipeline(spanKnown: boolean, initiative: Initiative): void {
    const gauge = this.pipeline;
    const { policy } = this.basis;
    const revenueTarget = positive(initiative.revenueTarget);
    const pipelineTarget = positive(initiative.pipelineTarget);
    if (revenueTarget === 0 && pipelineTarget === 0) return;
    // The coverage factor times the revenue target is the pipeline target itself, where one is set.
    gauge.weight = pipelineTarget > 0 ? pipelineTarget : revenueTarget * policy.pipelineCoverage;
    if (!spanKnown) return this.markUnknown(gauge, this.span.missing);
    if (this.span.isInRamp(policy.rampDays.pipeline)) {
      gauge.state = 'tooEarly';
      return;
    }
    let needed = pipelineTarget;
    if (revenueTarget > 0) {
      if (typeof initiative.revenue !== 'number') return this.markUnknown(gauge, 'revenue');
      this.span.measure(policy.rampDays.revenue, policy.pipelineHorizonDays);
      const { numerator, denominator } = this.span;
      const stillExpected = Math.max(0, shortfall(revenueTarget, numerator, denominator, Math.max(initiative.revenue, 0)));
      needed = pipelineTarget > 0 ? (pipelineTarget / revenueTarget) * stillExpected : policy.pipelineCoverage * stillExpected;
    }
    const actual = typeof initiative.pipeline === 'number' ? initiative.pipeline : null;
    if (actual === null && needed > 0) return this.markUnknown(gauge, 'pipeline');
    gauge.state = 'known';
    gauge.expected = needed;
    gauge.actual = actual;
    gauge.planned = gauge.weight;
    gauge.reached = needed > 0 ? gauge.weight * Math.min(Math.max((actual ?? 0) / needed, 0), 1) : gauge.weight;
  }

  private markUnknown(gauge: Gauge, missing: InitiativeField | null): void {
    gauge.state = 'unknown';
    gauge.missing = missing;
  }
}

function standardPerformance(gauge: Gauge, initiative: Initiative, { rows }: Judged): StandardPerformance {
  switch (gauge.state) {
    case 'none':
    case 'tooEarly':
      return { kind: gauge.state };
    case 'unknown': {
      const field = gauge.missing ?? 'launchedOn';
      const cell = rows.initiatives === null ? undefined : fieldCell(rows.initiatives, initiative.row, field);
      return { kind: 'unknown', field, cell: cell ?? null };
    }
    case 'known': {
      const { expected, actual, planned, reached } = gauge;
      const attainment = expected > 0 ? (actual ?? 0) / expected : null;
      return { kind: 'known', expected, actual, attainment, score: roundScore(100 * (reached / planned)) };
    }
  }
}

/** Performance of one initiative on the as-of date; of a closed one, on the day it ended, by revenue alone. Money in minor units. */
export function performanceOf(judged: Judged, initiative: Initiative): Performance {
  const reader = new PerformanceReader(basisOf(judged));
  reader.read(initiative);
  let weights = 0;
  let weighted = 0;
  for (const standard of standards) {
    const { state, reached, planned } = reader[standard];
    if (state !== 'known') continue;
    const weight = judged.policy.weights[standard];
    weights += weight;
    weighted += weight * (100 * (reached / planned));
  }
  return {
    revenue: standardPerformance(reader.revenue, initiative, judged),
    pipeline: standardPerformance(reader.pipeline, initiative, judged),
    traction: standardPerformance(reader.traction, initiative, judged),
    score: weights === 0 ? null : roundScore(weighted / weights),
  };
}
