/** Partners by name, as the tables join them; built once per portfolio, however many cells ask. */
import type { PartnerHealth, Portfolio } from '../domain/portfolio';
import { ClosestText } from '../tables/closestText';
import { partnerKey } from '../tables/partnerName';

interface Names {
  readonly byKey: ReadonlyMap<string, PartnerHealth>;
  readonly closest: ClosestText;
}

const known = new WeakMap<Portfolio, Names>();

function namesOf(portfolio: Portfolio): Names {
  let names = known.get(portfolio);
  if (names === undefined) {
    const byKey = new Map(portfolio.partners.map((health) => [health.partner.key, health]));
    names = { byKey, closest: new ClosestText([...byKey.keys()]) };
    known.set(portfolio, names);
  }
  return names;
}

export function partnerOf(portfolio: Portfolio, name: string): PartnerHealth | undefined {
  return namesOf(portfolio).byKey.get(partnerKey(name));
}

/** The name that was most likely meant; `null` where none is near. */
export function closestPartner(portfolio: Portfolio, name: string): string | null {
  const { byKey, closest } = namesOf(portfolio);
  return byKey.get(closest.to(partnerKey(name)) ?? '')?.partner.name ?? null;
}
