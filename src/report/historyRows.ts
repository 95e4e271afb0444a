/** What a review leaves behind: one row of the History table for each partner. Section 8 of the method, ruling 65. */
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import { quarterOf } from '../domain/quarter';
import type { Snapshot, SnapshotField } from '../domain/snapshot';
import type { PlanValue } from './sheetPlan';

export type HistoryRow = Readonly<Record<SnapshotField, PlanValue>>;

/** What a review does to History: adds its rows, puts them in the place of those made earlier on the same day, or leaves what was known then. */
export type HistoryOutcome = 'written' | 'replaced' | 'kept';

/** Once per as-of date: only what was made on the very day `today` is replaced. A snapshot that does not say when it was made is kept. */
export function historyOutcome(history: readonly Snapshot[], asOf: SerialDate, today: SerialDate): HistoryOutcome {
  const ofThisDate = history.filter((snapshot) => snapshot.asOf === asOf);
  if (ofThisDate.length === 0) return 'written';
  return ofThisDate.every(({ madeOn }) => madeOn === today) ? 'replaced' : 'kept';
}

/**
 * In table order, ended partners too. Scores 0-100, confidence 0-1, money in whole units of its currency, days as serials of the 1900 date
 * system; what is unknown stays empty. `run` tells the write that makes the rows from all others.
 * Every row says the portfolio's health, so that deleting some rows loses nothing of it.
 */
export function historyRows(portfolio: Portfolio, madeOn: SerialDate, run: string): readonly HistoryRow[] {
  const quarter = quarterOf(portfolio.asOf, portfolio.policy).name;
  return portfolio.partners.map(({ partner, health, rating, confidence, dimensions, openRevenueTarget, money }): HistoryRow => ({
    quarter,
    asOf: portfolio.asOf,
    partner: partner.name,
    health,
    rating,
    confidence,
    revenueScore: dimensions.revenue.score,
    pipelineScore: dimensions.pipeline.score,
    tractionScore: dimensions.traction.score,
    sponsorshipScore: dimensions.sponsorship.score,
    governanceScore: dimensions.governance.score,
    relationshipScore: dimensions.relationship.score,
    revenue: money.revenue / 100,
    revenueTarget: openRevenueTarget / 100,
    pipeline: money.pipeline / 100,
    pipelineCoverage: money.pipelineCoverage,
    portfolioHealth: portfolio.health,
    madeOn,
    run,
  }));
}

/** A snapshot as a row again, for a table that begins with what another one held. */
export function rowOfSnapshot({ name, dimensions, revenue, revenueTarget, pipeline, ...snapshot }: Snapshot): HistoryRow {
  return {
    quarter: snapshot.quarter,
    asOf: snapshot.asOf,
    partner: name,
    health: snapshot.health,
    rating: snapshot.rating,
    confidence: snapshot.confidence,
    revenueScore: dimensions.revenue,
    pipelineScore: dimensions.pipeline,
    tractionScore: dimensions.traction,
    sponsorshipScore: dimensions.sponsorship,
    governanceScore: dimensions.governance,
    relationshipScore: dimensions.relationship,
    revenue: units(revenue),
    revenueTarget: units(revenueTarget),
    pipeline: units(pipeline),
    pipelineCoverage: snapshot.pipelineCoverage,
    portfolioHealth: snapshot.portfolioHealth,
    madeOn: snapshot.madeOn,
    run: snapshot.run,
  };
}

function units(minor: number | null): number | null {
  return minor === null ? null : minor / 100;
}
