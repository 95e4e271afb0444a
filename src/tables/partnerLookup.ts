/** Partners by the names that other tables give them. */
import type { Partner } from '../domain/partner';
import { ClosestText } from './closestText';
import { partnerKey } from './partnerName';

/** Nobody mends more names one by one, and each costs a look at every partner: a table pasted against the wrong partners must not freeze the pane. */
const mostOffers = 200;

/** Each name is worked out once. */
export class PartnerLookup {
  private readonly positions: ReadonlyMap<string, number>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly closestKeys: ClosestText;
  private readonly known = new Map<string, number | undefined>();
  private readonly offers = new Map<string, string | null>();

  constructor(partners: readonly Partner[]) {
    this.positions = new Map(partners.map(({ key }, position) => [key, position]));
    this.names = new Map(partners.map(({ key, name }) => [key, name]));
    this.closestKeys = new ClosestText(partners.map(({ key }) => key));
    for (const [position, { name }] of partners.entries()) this.known.set(name, position);
  }

  /** Position among the partners. */
  positionOf(name: string): number | undefined {
    const position = this.known.get(name);
    if (position !== undefined || this.known.has(name)) return position;
    const found = this.positions.get(partnerKey(name));
    this.known.set(name, found);
    return found;
  }

  closestTo(name: string): string | null {
    const key = partnerKey(name);
    const known = this.offers.get(key);
    if (known !== undefined || this.offers.size === mostOffers) return known ?? null;
    const offer = this.names.get(this.closestKeys.to(key) ?? '') ?? null;
    this.offers.set(key, offer);
    return offer;
  }
}
