/** Where revenue is behind: what came in against what plans expect by now, by partner or by initiative, largest plan first. */
import type { Minor } from '../../domain/measure';
import { planToDate } from '../../domain/planToDate';
import type { Portfolio } from '../../domain/portfolio';
import { accent, looks, planBar } from '../palette';
import { type ChartResult, barName, fitTitle, fromZero, shortName } from './finding';
import { revenueAgainstPlan as text } from './sentences';

interface Item {
  readonly name: string;
  readonly actual: Minor;
  readonly plan: Minor;
}

const mostItems = 10;

export function revenueByPartner(portfolio: Portfolio): ChartResult {
  const going = portfolio.partners.filter(({ partner }) => partner.status !== 'Ended');
  return against(portfolio, 'partner', going.map(({ partner, money }) => ({ name: partner.name, actual: money.revenue, plan: Math.round(money.revenueExpected) as Minor })));
}

/** Of a portfolio narrowed to one partner: the initiatives whose revenue its health is made of (ruling 47). */
export function revenueByInitiative(portfolio: Portfolio): ChartResult {
  return against(portfolio, 'initiative', planToDate(portfolio).missing.map(({ of: { initiative, actual, expected } }) => ({ name: initiative.name, actual: actual as Minor, plan: Math.round(expected) as Minor })));
}

const sum = (amounts: readonly Minor[]): number => amounts.reduce<number>((total, amount) => total + amount, 0);

function against({ rows: { currency } }: Portfolio, of: 'partner' | 'initiative', all: readonly Item[]): ChartResult {
  const items = all.filter(({ plan }) => plan > 0).sort((a, b) => b.plan - a.plan);
  if (items.length === 0) return { why: text.none };
  const shown = items.slice(0, mostItems);
  const units = (amount: Minor): number => amount / 100;
  const behind = items.reduce((furthest, item) => (item.plan - item.actual > furthest.plan - furthest.actual ? item : furthest));
  const by = (behind.plan - behind.actual) as Minor;
  const share = sum(items.map(({ actual }) => actual)) / sum(items.map(({ plan }) => plan));
  return {
    kind: 'bar',
    name: text.name[of],
    title: fitTitle(text.title(share, by > 0 ? { name: shortName(behind.name), by } : null, items.length, of)),
    caption: text.caption(items.slice(0, 3).map(({ name, actual, plan }) => text.figure(shortName(name), actual, plan)), shown.length, items.length),
    of: text.of[of],
    categories: shown.map(({ name }) => barName(name)),
    series: [
      { name: text.actual(currency), values: shown.map(({ actual }) => units(actual)), color: accent },
      { name: text.plan, values: shown.map(({ plan }) => units(plan)), ...planBar },
    ],
    labelFormat: looks.money.numberFormat,
    exactFormat: '#,##0',
    legend: true,
    scale: fromZero(shown.map(({ actual }) => actual)),
  };
}
