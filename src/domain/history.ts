/** The snapshots that count on the as-of date, by partner and by day: ruling 66. */
import type { SerialDate } from './measure';
import type { Snapshot } from './snapshot';

const none: readonly Snapshot[] = [];

/** Every snapshot made of a day before the as-of date; of two of one partner and day the lower row. */
export class History {
  /** The days of which there are snapshots, from the earliest on. */
  readonly days: readonly SerialDate[];
  private readonly byDay = new Map<SerialDate, Map<string, Snapshot>>();
  private readonly byPartner = new Map<string, Snapshot[]>();

  constructor(snapshots: readonly Snapshot[], asOf: SerialDate) {
    for (const snapshot of snapshots) {
      if (snapshot.asOf >= asOf) continue;
      const day = this.byDay.get(snapshot.asOf) ?? new Map<string, Snapshot>();
      this.byDay.set(snapshot.asOf, day);
      const other = day.get(snapshot.key);
      if (other === undefined || other.row < snapshot.row) day.set(snapshot.key, snapshot);
    }
    this.days = [...this.byDay.keys()].sort((a, b) => a - b);
    for (const day of this.days) {
      for (const [key, snapshot] of this.byDay.get(day) ?? []) {
        const line = this.byPartner.get(key);
        if (line === undefined) this.byPartner.set(key, [snapshot]);
        else line.push(snapshot);
      }
    }
  }

  /** A partner's snapshots, from the earliest on. A partner renamed since keeps its line where its key is the same: ruling 30. */
  of(key: string): readonly Snapshot[] {
    return this.byPartner.get(key) ?? none;
  }

  /** All snapshots of a day, by partner. */
  on(day: SerialDate): ReadonlyMap<string, Snapshot> {
    return this.byDay.get(day) ?? new Map<string, Snapshot>();
  }

  /** The latest day on or before this one; `null` where there is none. */
  latestDay(until: SerialDate): SerialDate | null {
    return latest(this.days, (day) => day, until);
  }
}

/** The latest of the snapshots made of a day on or before this one. */
export function latestUntil(snapshots: readonly Snapshot[], until: SerialDate): Snapshot | null {
  return latest(snapshots, ({ asOf }) => asOf, until);
}

/** The last of the ascending items whose day is not after this one. */
function latest<Item>(items: readonly Item[], dayOf: (item: Item) => SerialDate, until: SerialDate): Item | null {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined && dayOf(item) <= until) return item;
  }
  return null;
}
