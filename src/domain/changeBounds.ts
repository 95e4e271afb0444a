/** The most that each single change can bring in any company, so that most sets of changes need not be judged. */
import { type Change } from './changes';
import type { HealthScore } from './healthScore';
import type { Initiative } from './initiative';
import { type Dimension, dimensions } from './portfolio';
import type { Scenarios } from './whatIf';

/**
 * Health is a mean of means. A change raises a part of it or makes one known, and never takes one out (changes.ts sees to that), so that
 * the weights only grow. A raised part then brings most today, and a part that becomes known lifts a mean only as far as it lies above it.
 * Hence a set lifts no dimension by more than the sum of what its changes do to it alone, those that lower it counted as nothing.
 * The exception are several mends of one initiative: the last one brings what all bring together. Of a gate check they share that,
 * for none brings it without all the others; what the dates among them let be known is counted for each.
 */
export class ChangeBounds {
  private readonly mends = new Map<Initiative, Change[]>();
  private readonly mended = new Map<Initiative, HealthScore>();
  private readonly knownWeight: number;

  constructor(private readonly scenarios: Scenarios, private readonly today: HealthScore, changes: readonly Change[]) {
    const { weights } = scenarios.basis.policy;
    this.knownWeight = dimensions.reduce((sum, dimension) => (today.parts[dimension].score === null ? sum : sum + weights[dimension]), 0);
    for (const change of changes) if (change.kind === 'breach') this.mends.set(change.initiative, [...(this.mends.get(change.initiative) ?? []), change]);
  }

  /** Points of health, at least 0. */
  of(change: Change): number {
    const mends = change.kind === 'breach' ? this.mends.get(change.initiative) : undefined;
    const together = mends === undefined || mends.length === 1 ? null : this.together(change.initiative, mends);
    return dimensions.reduce((sum, dimension) => {
      const alone = this.lift(dimension, change.alone);
      if (mends === undefined || together === null) return sum + alone;
      return sum + Math.max(alone, this.lift(dimension, together) / (dimension === 'governance' ? mends.length : 1));
    }, 0);
  }

  private together(initiative: Initiative | null, mends: readonly Change[]): HealthScore | null {
    if (initiative === null) return null;
    let score = this.mended.get(initiative);
    if (score === undefined) {
      score = this.scenarios.health(mends.map(({ edit }) => edit));
      this.mended.set(initiative, score);
    }
    return score;
  }

  /** Points of health by which a dimension's new score lifts it, other things equal. */
  private lift(dimension: Dimension, { parts }: HealthScore): number {
    const weight = this.scenarios.basis.policy.weights[dimension];
    const before = this.today.parts[dimension].score;
    const after = parts[dimension].score;
    if (after === null) return 0;
    const points = before === null ? (weight * (after - (this.today.exact ?? 0))) / (this.knownWeight + weight) : (weight * (after - before)) / this.knownWeight;
    return Math.max(0, points);
  }
}
