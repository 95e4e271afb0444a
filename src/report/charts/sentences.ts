/** Every sentence and word of the charts: what each one is called, what it found, and what stands below it. */
import type { Minor, SerialDate } from '../../domain/measure';
import { moneyText } from '../../domain/moneyText';
import type { Dimension, Rating } from '../../domain/portfolio';
import type { OpenStage } from '../../domain/stageFunnel';
import { capital, counted, dimensionWords, listed, money, percent, points, shortDay, tenth } from '../sentences';

const figured = (figures: readonly string[]): string => listed(figures, figures.length);
const smallNumbers = ['No', 'One', 'Two', 'Three'];

/** "Lowest, 15 of 40 shown: Halden Cloud 31, ..." What it is of needs no word where there is but one. */
function outstanding(which: string, figures: readonly string[], shown: number, all: number): string {
  const drawn = shown < all ? `${which}, ${shown} of ${all.toLocaleString('en-US')} shown: ` : shown > 1 ? `${which}: ` : '';
  return `${drawn}${figured(figures)}.`;
}

export const section = {
  heading: 'In charts',
  finding: 'The figures behind them stand at the end of this sheet.',
  figures: 'Figures behind the charts',
} as const;

export const healthByPartner = {
  name: 'Health by partner',
  of: 'Partner',
  health: 'Health',
  none: 'Health by partner begins with the first partner that is rated.',
  title(byRating: Readonly<Record<Rating, number>>, red: readonly string[], amber: readonly string[]): string {
    const rated = byRating.Green + byRating.Amber + byRating.Red;
    const are = (names: readonly string[]): string => `${listed(names)} ${names.length === 1 ? 'is' : 'are'}`;
    if (red.length > 0) return `${are(red)} Red`;
    if (amber.length > 0) return rated === 1 ? `${are(amber)} Amber` : `No partner is Red; ${are(amber)} Amber`;
    return rated === 1 ? 'The one rated partner is Green' : `All ${rated.toLocaleString('en-US')} rated partners are Green`;
  },
  caption(lowest: readonly string[], shown: number, rated: number, unrated: number): string {
    const leftOut = unrated === 0 ? '' : ` ${capital(counted(unrated, 'partner'))} not rated ${unrated === 1 ? 'is' : 'are'} left out.`;
    return `${outstanding('Lowest', lowest, shown, rated)}${leftOut}`;
  },
} as const;

export const revenueAgainstPlan = {
  name: { partner: 'Revenue against plan by partner', initiative: 'Revenue against plan by initiative' },
  of: { partner: 'Partner', initiative: 'Initiative' },
  actual: (currency: string | null) => (currency === null ? 'Revenue' : `Revenue, ${currency}`),
  plan: 'Plan to date',
  none: 'Revenue against plan begins when a plan expects some.',
  title(share: number, behind: { readonly name: string; readonly by: Minor } | null, items: number, of: 'partner' | 'initiative'): string {
    if (behind === null) return items === 1 ? `Revenue is ${percent(share)} of plan to date` : `Revenue is ${percent(share)} of plan to date; no ${of} is behind`;
    const by = `${moneyText(behind.by)} behind`;
    return items === 1 ? `Revenue is ${percent(share)} of plan to date, ${by}` : `Revenue is ${percent(share)} of plan to date; ${behind.name} is ${by}`;
  },
  figure: (name: string, actual: Minor, plan: Minor) => `${name} ${moneyText(actual)} of ${moneyText(plan)}`,
  caption: (largest: readonly string[], shown: number, all: number) => outstanding('Largest plans', largest, shown, all),
} as const;

export const healthOverTime = {
  name: { portfolio: 'Health of the portfolio over time', partner: 'Health over time' },
  of: 'As of',
  health: 'Health',
  none: 'Health over time begins with the second review.',
  /** "30 Jun 26": short enough to stand side by side. */
  day: (day: SerialDate) => shortDay(day).replace(/\d\d(?=\d\d$)/, ''),
  title(change: number, since: SerialDate, now: number): string {
    if (Math.abs(change) < 0.05) return `Health has not changed since ${shortDay(since)}: ${tenth(now)} of 100`;
    return `Health ${change > 0 ? 'rose' : 'fell'} by ${points(change)} to ${tenth(now)} since ${shortDay(since)}`;
  },
  notNow: (last: number, on: SerialDate) => `Health was ${tenth(last)} of 100 on ${shortDay(on)}; it is not rated now`,
  figure: (score: number, day: SerialDate) => `${tenth(score)} on ${shortDay(day)}`,
  caption: (highest: readonly string[], shown: number, all: number) => outstanding(shown < all ? 'Highest of the latest' : 'Highest', highest, shown, all),
} as const;

export const valueAtRisk = {
  name: 'Value at risk by sponsor gap',
  of: 'Initiative (partner)',
  risk: (currency: string | null) => (currency === null ? 'At risk' : `At risk, ${currency}`),
  none: 'No value is at risk for want of a sales sponsor.',
  unknown: 'What is at risk for want of a sales sponsor is not known.',
  label: (initiative: string, partner: string) => `${initiative} (${partner})`,
  title(gaps: number, most: { readonly count: number; readonly share: number } | null, atRisk: Minor, currency: string | null, first: string): string {
    const value = money(atRisk, currency);
    if (gaps === 1) return `One sponsor gap puts ${value} at risk: ${first}`;
    if (most !== null) return `${smallNumbers[most.count] ?? most.count} of ${gaps.toLocaleString('en-US')} sponsor gaps hold ${percent(most.share)} of the ${value} at risk`;
    return `${smallNumbers[gaps] ?? gaps.toLocaleString('en-US')} sponsor gaps put ${value} at risk`;
  },
  caption(largest: readonly string[], shown: number, all: number, unknown: number): string {
    const leftOut = unknown === 0 ? '' : ` ${capital(counted(unknown, 'gap'))} without a known value ${unknown === 1 ? 'is' : 'are'} left out.`;
    return `${outstanding('Largest', largest, shown, all)}${leftOut}`;
  },
} as const;

export const stageFunnel = {
  name: 'Open initiatives by stage',
  of: 'Stage',
  count: 'Open initiatives',
  none: 'No initiative is open.',
  label: (stage: OpenStage, days: number | null) => (days === null ? stage : `${stage} · ${counted(days, 'day').replace(/^no/, '0')}`),
  title(launched: number, coming: number): string {
    const open = launched + coming;
    if (open === 1) return launched === 1 ? 'The one open initiative is launched' : 'The one open initiative is on the way to launch';
    if (launched === 0) return `None of the ${open.toLocaleString('en-US')} open initiatives is launched yet`;
    if (coming === 0) return `All ${open.toLocaleString('en-US')} open initiatives are launched`;
    return `${launched.toLocaleString('en-US')} of ${open.toLocaleString('en-US')} open initiatives ${launched === 1 ? 'is' : 'are'} launched; ${coming.toLocaleString('en-US')} ${coming === 1 ? 'is' : 'are'} on the way`;
  },
  caption: (largest: readonly string[], dated: boolean) => `${figured(largest)}.${dated ? ' Days: the median since Qualified on, in Launch since Launched on.' : ''}`,
} as const;

export const pointsLost = {
  name: 'Points lost by dimension',
  of: 'Dimension',
  lost: 'Points lost',
  none: 'No partner that is rated loses a point.',
  unrated: 'Points lost by dimension begin with the first partner that is rated.',
  title(first: Dimension, lost: number, all: number, dimensions: number, rated: number): string {
    const average = rated === 1 ? 'points lost' : 'points lost on average';
    return dimensions === 1 ? `${dimensionWords[first]} costs all of the ${tenth(all)} ${average}` : `${dimensionWords[first]} costs the most: ${tenth(lost)} of ${tenth(all)} ${average}`;
  },
  figure: (dimension: Dimension, lost: number) => `${dimensionWords[dimension].toLowerCase()} ${tenth(lost)}`,
  caption: (largest: readonly string[], rated: number) => `${capital(figured(largest))}.${rated === 1 ? '' : ` Mean over ${rated.toLocaleString('en-US')} rated partners.`}`,
} as const;
