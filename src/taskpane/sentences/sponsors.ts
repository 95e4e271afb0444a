/** The Sponsors page. */
import type { Severity, SponsorLoad } from '../../domain/portfolio';
import { counted } from './wording';

export const sponsorGaps = {
  atRisk: 'at risk without a sales sponsor',
  atRiskIn: (currency: string): string => `${currency} at risk without a sales sponsor`,
  finding(past: number, pastText: string, next: number, nextText: string): string {
    const missing = past === 0 ? 'Every initiative past Qualify has a sales sponsor.' : `${counted(past, pastText, 'initiative')} past Qualify ${past === 1 ? 'has' : 'have'} no sales sponsor.`;
    return next === 0 ? missing : `${missing} ${counted(next, nextText, 'more needs', 'more need')} one to pass Qualify.`;
  },
  coverage: (byValue: string | null, byCount: string): string =>
    byValue === null ? `Sponsors are named for ${byCount} of the initiatives.` : `Sponsors are named for ${byValue} of the value, ${byCount} of the initiatives.`,
  severity: { Critical: 'Critical', High: 'High', Next: 'Next' } satisfies Readonly<Record<Severity, string>>,
  meaning: {
    Critical: 'launched without a sales sponsor',
    High: 'approved without a sales sponsor',
    Next: 'needed to pass Qualify',
  } satisfies Readonly<Record<Severity, string>>,
  noSponsor: 'No sales sponsor',
  noOwner: 'no owner',
  atRiskShort: 'at risk',
  fieldOf: {
    salesSponsor: (name: string): string => `Sales sponsor of ${name}`,
    executiveSponsor: (name: string): string => `Executive sponsor of ${name}`,
    partnerSponsor: (name: string): string => `Partner sponsor of ${name}`,
  },
  person: { salesSponsor: 'Sales sponsor', executiveSponsor: 'Executive sponsor', partnerSponsor: "Partner's sponsor" },
  missing: (role: string): string => `${role} is missing`,
  assign: 'Assign',
  notNow: 'Not now',
  filled: 'A sponsor is named there by now.',
  partners: 'Partners without a sponsor',
  effect: 'Sponsors and success',
  points: (hundred: string): string => `${hundred} points`,
  days: (days: number, text: string): string => counted(days, text, 'day'),
  owner: (name: string): string => `owner ${name}`,
  none: 'No sponsor gaps.',
  noneHint: 'Every initiative that needs a sales sponsor has one. A gap appears here as soon as an initiative is approved or launched without one.',
  noInitiatives: 'No Initiatives table was found.',
  noInitiativesHint: 'Here you will see every initiative without a sales sponsor, with the value at risk.',
  load: 'Busy sponsors',
  loadHint: (stretched: string, overloaded: string): string => `More than ${stretched} open initiatives stretch a sponsor, more than ${overloaded} overload one.`,
  loadOf: (open: number, text: string, load: SponsorLoad['load']): string => `${counted(open, text, 'open initiative')} · ${load}`,
} as const;
