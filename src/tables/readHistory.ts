/** The rows of the History table: what was written with earlier reviews, and what its owner left of it. */
import type { Reading } from '../domain/cell';
import type { Score, Share } from '../domain/measure';
import type { Dimension, Rating } from '../domain/portfolio';
import type { Snapshot, SnapshotField } from '../domain/snapshot';
import { ColumnReaders } from './columnReaders';
import { snapshotTextFields } from './fields';
import type { TableArea } from './findTables';
import { timesPowerOfTen } from './money';
import { partnerKey } from './partnerName';
import { ratingOf } from './ratingWords';
import { dataRows } from './tableRows';

export interface HistoryOptions {
  readonly date1904: boolean;
  /** Runs whose review is not finished: their rows are no history. */
  readonly unfinishedRuns: ReadonlySet<string>;
}

/**
 * The snapshots in table order: scores 0-100, confidence 0-1, money in hundredths, days as serials of the 1900 date system.
 * A row without a readable As of or partner is left out, any other cell that cannot be read is unknown: History gives no issues (ruling 64).
 */
export function readHistory(area: TableArea<SnapshotField>, { date1904, unfinishedRuns }: HistoryOptions): readonly Snapshot[] {
  const cells = new ColumnReaders(area, { date1904, order: null, signs: {} }, []);
  const between = (field: SnapshotField, most: number, percentAs: number): ((row: number) => number | null) => {
    const read = cells.survey(field);
    return (row) => {
      const mark = read(row);
      if (mark === null || typeof mark === 'symbol') return null;
      const value = mark.percent ? timesPowerOfTen(mark.value, percentAs) : mark.value;
      return value >= 0 && value <= most ? value : null;
    };
  };
  const score = (field: SnapshotField) => between(field, 100, 0) as (row: number) => Score | null;
  const scores: Readonly<Record<Dimension, (row: number) => Score | null>> = {
    revenue: score('revenueScore'),
    pipeline: score('pipelineScore'),
    traction: score('tractionScore'),
    sponsorship: score('sponsorshipScore'),
    governance: score('governanceScore'),
    relationship: score('relationshipScore'),
  };
  const read = {
    quarter: cells.text('quarter'),
    asOf: cells.date('asOf'),
    name: cells.name('partner'),
    health: score('health'),
    rating: cells.word('rating', ratingOf),
    confidence: between('confidence', 1, -2) as (row: number) => Share | null,
    revenue: cells.money('revenue', true).read,
    revenueTarget: cells.money('revenueTarget', false).read,
    pipeline: cells.money('pipeline', false).read,
    pipelineCoverage: between('pipelineCoverage', Infinity, -2),
    portfolioHealth: score('portfolioHealth'),
    madeOn: cells.date('madeOn'),
    run: cells.text('run'),
  };
  return dataRows(area, snapshotTextFields).flatMap((row): Snapshot[] => {
    const asOf = known(read.asOf(row));
    const name = read.name(row);
    const run = read.run(row);
    if (asOf === null || typeof name !== 'string' || (run !== null && unfinishedRuns.has(run))) return [];
    return [{
      row: area.source.row + row,
      asOf,
      quarter: read.quarter(row),
      name,
      key: partnerKey(name),
      health: read.health(row),
      rating: ratingAt(read.rating(row)),
      confidence: read.confidence(row),
      dimensions: {
        revenue: scores.revenue(row),
        pipeline: scores.pipeline(row),
        traction: scores.traction(row),
        sponsorship: scores.sponsorship(row),
        governance: scores.governance(row),
        relationship: scores.relationship(row),
      },
      revenue: known(read.revenue(row)),
      revenueTarget: known(read.revenueTarget(row)),
      pipeline: known(read.pipeline(row)),
      pipelineCoverage: read.pipelineCoverage(row),
      portfolioHealth: read.portfolioHealth(row),
      madeOn: known(read.madeOn(row)),
      run,
    }];
  });
}

function known<T>(reading: Reading<T>): T | null {
  return typeof reading === 'symbol' ? null : reading;
}

/** Nothing is guessed from the health: the bands of then may not be those of now. */
function ratingAt(word: Rating | symbol | null): Rating {
  return word === null || typeof word === 'symbol' ? 'Not rated' : word;
}
