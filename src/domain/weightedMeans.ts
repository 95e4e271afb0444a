/** Means by weight in which an item without a weight of its own gets the mean weight of those that have one: ruling 6. */
import { Counts } from './counts';
import { ExactSums } from './exactSums';

export class WeightedMeans {
  private readonly weights: ExactSums;
  private readonly weighted: ExactSums;
  private readonly plain: ExactSums;
  private readonly countWeighted: Counts;
  private readonly countPlain: Counts;

  constructor(count: number) {
    this.weights = new ExactSums(count);
    this.weighted = new ExactSums(count);
    this.plain = new ExactSums(count);
    this.countWeighted = new Counts(count);
    this.countPlain = new Counts(count);
  }

  /** A weight of zero means that the item has none. */
  add(position: number, value: number, weight: number): void {
    if (weight > 0) {
      this.weights.add(position, weight);
      this.weighted.add(position, weight * value);
      this.countWeighted.add(position);
    } else {
      this.plain.add(position, value);
      this.countPlain.add(position);
    }
  }

  /** `null` where there is no item. Without any weight all items count alike. */
  mean(position: number): number | null {
    const weighted = this.countWeighted.of(position);
    const items = weighted + this.countPlain.of(position);
    if (items === 0) return null;
    const ofWeighted = weighted === 0 ? 0 : this.weighted.total(position) / this.weights.total(position);
    return (weighted * ofWeighted + this.plain.total(position)) / items;
  }
}
