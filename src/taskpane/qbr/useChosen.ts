/** What is chosen on the page, and what it makes of the portfolio. */
import { useMemo, useState } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { portfolioFor, sheetsOf } from '../../report/qbr';
import type { Edition } from '../../report/qbrOptions';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { type Choices, type ChosenDay, dayOf, editionOf, untouched } from './choices';

/** An address that names a partner chooses it, once: what is chosen afterwards stands. */
export function useChoices(at: string | null, onArrival: () => void): readonly [Choices, (part: Partial<Choices>) => void] {
  const [choices, setChoices] = useKept('qbr/choices', untouched);
  const [followed, setFollowed] = useState<string | null>(null);
  const change = (part: Partial<Choices>): void => setChoices({ ...choices, ...part });
  if (at !== followed) {
    setFollowed(at);
    if (at !== null) {
      change({ kind: 'partner', partner: at });
      onArrival();
    }
  }
  return [choices, change];
}

export interface Chosen {
  readonly choices: Choices;
  readonly day: ChosenDay;
  /** `null` while no partner is chosen. */
  readonly edition: Edition | null;
  /** The whole portfolio on the chosen day; `null` without a day. */
  readonly whole: Portfolio | null;
  /** What the edition is made of; `null` where there is none. Of every partner: the portfolio. */
  readonly of: Portfolio | null;
  /** How many sheets it comes to. */
  readonly sheets: number;
}

export function useChosen(portfolio: Portfolio, choices: Choices): Chosen {
  const { services: { reviews } } = usePane();
  const day = dayOf(choices, portfolio.asOf, reviews.latestDay());
  const whole = useMemo(() => (day.day === null || day.day === portfolio.asOf ? portfolio : reviews.judgedOn(day.day)), [portfolio, day.day, reviews]);
  const { kind, partner, audience } = choices;
  const withoutNames = choices.withoutNames ?? reviews.lastChosen().withoutNames;
  const edition = useMemo(() => editionOf({ kind, partner, audience, withoutNames }), [kind, partner, audience, withoutNames]);
  const of = useMemo(() => whole && edition && portfolioFor(whole, edition), [whole, edition]);
  const sheets = useMemo(() => (whole && edition ? sheetsOf(whole, edition).length : 1), [whole, edition]);
  return { choices, day, edition, sheets, whole: day.day === null ? null : whole, of: day.day === null ? null : of };
}
