/** The most that each single change can bring in any company, so that most sets of changes need not be judged. */
import type { Change } from './changes';
import type { HealthScore } from './healthScore';
import type { Initiative } from './initiative';
import { type Dimension, dimensions } from './portfolio';
import type { Scenarios } from './whatIf';

/** Several mends of one initiative, judged together. */
interface Mended {
  readonly count: number;
  readonly together: HealthScore;
}

/**
 * Health is a mean of means. A change raises a part of it or makes one known, and never takes one out (changes.ts sees to that), so that
 * the weights only grow. A raised part then brings most today, and a part that becomes known lifts a mean only as far as it lies above it.
 * Hence a set lifts no dimension by more than the sum of what its changes do to it alone, those that lower it counted as nothing.
 * The exception are several mends of one initiative, where the last one brings what all bring together. Of the gates they share that,
 * for none brings it without all the others; what the dates among them let be known is counted for each.
 */
export class ChangeBounds {
  private readonly mended = new Map<Initiative, Mended>();
  private readonly knownWeight: number;

  constructor(private readonly scenarios: Scenarios, private readonly today: HealthScore, changes: readonly Change[]) {
    const { weights } = scenarios.basis.policy;
    this.knownWeight = dimensions.reduce((sum, dimension) => (today.parts[dimension].score === null ? sum : sum + weights[dimension]), 0);
    for (const initiative of scenarios.initiatives) {
      const mends = changes.filter((change) => change.kind === 'breach' && change.initiative === initiative);
      if (mends.length > 1) this.mended.set(initiative, { count: mends.length, together: scenarios.health(mends.map(({ edit }) => edit)) });
    }
  }

  /** Points of health, at least 0. */
  of(change: Change): number {
    const mended = change.kind === 'breach' ? this.mended.get(change.initiative) : undefined;
    return dimensions.reduce((sum, dimension) => {
      const alone = this.lift(dimension, change.alone);
      if (mended === undefined) return sum + alone;
      const together = this.lift(dimension, mended.together);
      return sum + Math.max(alone, dimension === 'governance' ? together / mended.count : together);
    }, 0);
  }

  /** Points of health by which a dimension's new score lifts it, other things equal. */
  private lift(dimension: Dimension, { parts }: HealthScore): number {
    const weight = this.scenarios.basis.policy.weights[dimension];
    const before = this.today.parts[dimension].score;
    const after = parts[dimension].score;
    if (after === null) return 0;
    const points = before === null
      ? (weight * (after - (this.today.exact ?? 0))) / (this.knownWeight + weight)
      : (weight * (after - before)) / this.knownWeight;
    return Math.max(0, points);
  }
}
