/** What SPONSORGAPS, SPONSORCOVERAGE and SPONSOREFFECT answer. */
import { basisOf } from '../domain/basis';
import { cellAddress } from '../domain/cell';
import type { PartnerHealth, Portfolio, SponsorCoverage, SponsorGap } from '../domain/portfolio';
import { sponsorEffectSentence } from '../domain/sentences';
import { SponsorLedger } from '../domain/sponsorship';
import { type Answer, type Given, type Row, blank, missingTable, notAvailable, ofPartner, spill } from './answers';
import { sentences } from './sentences';

const gapHeaders = ['Initiative', 'Partner', 'Severity', 'Value at risk', 'Currency', 'Days', 'Owner', 'Cell'];

/** A header row, then the gaps in rank order: severity, then value at risk. Value in units of the currency, '' where unknown. */
export function sponsorGapsAnswer(portfolio: Portfolio, partner: Given): Answer {
  if (portfolio.rows.initiatives === null) return missingTable(portfolio, 'Initiatives');
  const rowsOf = (gaps: readonly SponsorGap[]): Answer =>
    spill(gapHeaders, gaps.map(({ initiative, partner: { name }, severity, valueAtRisk, days, cell }): Row => [
      initiative.name, name, severity, valueAtRisk === null ? blank : valueAtRisk / 100, (valueAtRisk === null ? null : portfolio.rows.currency) ?? blank,
      days ?? blank, initiative.owner ?? blank, cellAddress(cell),
    ]));
  return ofPartner(portfolio, partner, {
    one: (health) => rowsOf(portfolio.sponsorGaps.filter((gap) => gap.partner === health.partner)),
    all: () => rowsOf(portfolio.sponsorGaps),
  });
}

/** 0-1: open initiatives past Qualify with a sales sponsor, by revenue target unless by count. */
export function sponsorCoverageAnswer(portfolio: Portfolio, partner: Given, byCount: boolean): Answer {
  if (portfolio.rows.initiatives === null) return missingTable(portfolio, 'Initiatives');
  const share = (coverage: SponsorCoverage, name: string | null): Answer =>
    (byCount ? coverage.byCount : coverage.byValue) ?? notAvailable(sentences.noCoverage(name, byCount));
  return ofPartner(portfolio, partner, {
    one: (health) => share(coverageOf(portfolio, health), health.partner.name),
    all: () => share(portfolio.sponsorCoverage, null),
  });
}

const effectHeaders = ['Sponsor effect', 'Figure'];

/** Success rates of closed initiatives with and without a sales sponsor, their difference with its 95 % interval, and what that says. */
export function sponsorEffectAnswer(portfolio: Portfolio): Answer {
  if (portfolio.rows.partners === null) return missingTable(portfolio, 'Partners');
  if (portfolio.rows.initiatives === null) return missingTable(portfolio, 'Initiatives');
  const { one: withSponsor, other: without, difference, low, high, p, verdict, needed } = portfolio.sponsorEffect;
  const rate = ({ closed, succeeded }: typeof withSponsor): Row[number] => (closed === 0 ? blank : succeeded / closed);
  return [
    effectHeaders,
    ['In words', sponsorEffectSentence(portfolio.sponsorEffect)],
    ['Success with a sales sponsor', verdict],
    ['Closed with a sales sponsor', withSponsor.closed],
    ['Succeeded with a sales sponsor', withSponsor.succeeded],
    ['Success rate with a sales sponsor', rate(withSponsor)],
    ['Closed without', without.closed],
    ['Succeeded without', without.succeeded],
    ['Success rate without', rate(without)],
    ['Difference', difference ?? blank],
    ['Lowest likely difference', low ?? blank],
    ['Highest likely difference', high ?? blank],
    ["Fisher's exact p", p ?? blank],
    ['Closed on each side that would tell', needed ?? blank],
  ];
}

function coverageOf(portfolio: Portfolio, { partner, initiatives }: PartnerHealth): SponsorCoverage {
  const ledger = new SponsorLedger(basisOf(portfolio));
  const rows = portfolio.rows.initiatives?.rows ?? [];
  // Initiatives of ended partners are left out of coverage: ruling 41.
  for (const position of partner.status === 'Ended' ? [] : initiatives) {
    const initiative = rows[position];
    if (initiative) ledger.add(initiative, partner);
  }
  return ledger.coverage();
}
