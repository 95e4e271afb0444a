/** Every number of the method, each once. The defaults come from the practice that the method describes. */

export interface Policy {
  /** Weights of the dimensions of health, in points. */
  readonly weights: Readonly<Record<'revenue' | 'pipeline' | 'traction' | 'sponsorship' | 'governance' | 'relationship', number>>;
  /** Lowest score of Green and of Amber. */
  readonly bands: { readonly green: number; readonly amber: number };
  /** Below this share of known weight a partner is not rated. */
  readonly minimumConfidence: number;
  /** Days after launch in which nothing is expected yet: new alliances take months to a first deal. */
  readonly rampDays: { readonly revenue: number; readonly pipeline: number; readonly traction: number };
  /** A ramp is never longer than this share (one over the number) of an initiative's length. */
  readonly rampShareDivisor: number;
  /** Below this share of its plan an initiative is too early to judge, in hundredths. */
  readonly tooEarlyPercent: number;
  /** Days ahead for which open pipeline must cover the plan. */
  readonly pipelineHorizonDays: number;
  /** Pipeline needed per unit of revenue still expected: one over the win rate. */
  readonly pipelineCoverage: number;
  /** Longest time in a stage, in days; Launch counts from the due date. */
  readonly stageLimitDays: { readonly qualify: number; readonly approve: number; readonly launchOverdue: number };
  /** So many days before its time in a stage is over an initiative is told of. */
  readonly limitAheadDays: number;
  /** Longest time between quarterly reviews, by tier. */
  readonly reviewDays: { readonly strategic: number; readonly tactical: number; readonly other: number };
  readonly planMonths: number;
  readonly surveyMonths: number;
  readonly inspectionDays: number;
  /** A sponsor silent for longer counts only in part, an engaged one as 1. */
  readonly sponsorSilentDays: number;
  readonly silentSponsorCredit: number;
  /** Points of Sponsorship: the initiatives' sales sponsors, our executive sponsor, the partner's sponsor. */
  readonly sponsorshipPoints: { readonly sales: number; readonly executive: number; readonly partner: number };
  /** More open initiatives than this stretch, or overload, one sponsor. */
  readonly sponsorLoad: { readonly stretched: number; readonly overloaded: number };
  /** Two views of one relationship this far apart are named. */
  readonly viewsApart: number;
  /** When a larger share of the rated partners has one rating, the bands do not separate them. */
  readonly oneBandShare: number;
  /** Months that an initiative is taken to run where no due dates are tracked. */
  readonly monthsWithoutDue: number;
  /** Months for which a closed initiative still counts: four quarters. */
  readonly closedMonths: number;
  /** When two success rates differ: fewest closed on either side, Fisher's p of a difference, and of one that may be there. */
  readonly successRates: {
    readonly fewestClosed: number;
    readonly significance: number;
    /** In hundredths: a difference of so many points may be one. */
    readonly notablePercent: number;
    readonly notableSignificance: number;
    /** No larger number of closed initiatives is asked for. */
    readonly mostClosed: number;
  };
  /** Course corrections: when their effect shows, how large it must be, and when one is needed. */
  readonly corrections: {
    readonly effectDays: number;
    readonly effectPoints: number;
    /** A partner that lost so many points since the last snapshot needs one. */
    readonly lostPoints: number;
    /** ... unless one was logged in the last so many days. */
    readonly recentDays: number;
    /** Days to the checkpoint where none was agreed. */
    readonly checkpointDays: number;
  };
  /** Without history a partner is in question when all of its launched initiatives are this far along and reached less than this. */
  readonly inQuestion: { readonly elapsedPercent: number; readonly attainmentPercent: number; readonly coverage: number };
  readonly assessment: {
    /** Fewer answered areas give no maturity. */
    readonly fewestAnswered: number;
    /** A claim of this level is not borne out below this share; nor one of the highest level below that. */
    readonly claimedLevel: number;
    readonly claimedShare: number;
    readonly highestShare: number;
    /** Maturity of successful alliance companies, and of unsuccessful ones, by published studies. */
    readonly successful: number;
    readonly unsuccessful: number;
    /** The moves that matter most. */
    readonly moves: number;
  };
  /** ISO code of the currency to report in; `null`: as the tables say (ruling 22). */
  readonly reportingCurrency: string | null;
  /** Month (1-12) in which the fiscal year starts. */
  readonly fiscalYearStartMonth: number;
  /** A fiscal year is named for the calendar year in which it ends, or starts. */
  readonly fiscalYearNamedFor: 'end' | 'start';
  /** Days into a quarter in which a review is still named for the quarter before. */
  readonly reviewGraceDays: number;
}

export const defaultPolicy: Policy = {
  weights: { revenue: 30, pipeline: 20, traction: 15, sponsorship: 20, governance: 15, relationship: 10 },
  bands: { green: 80, amber: 60 },
  minimumConfidence: 0.5,
  rampDays: { revenue: 120, pipeline: 90, traction: 0 },
  rampShareDivisor: 3,
  tooEarlyPercent: 10,
  pipelineHorizonDays: 180,
  pipelineCoverage: 3,
  stageLimitDays: { qualify: 60, approve: 30, launchOverdue: 30 },
  limitAheadDays: 30,
  reviewDays: { strategic: 100, tactical: 370, other: 190 },
  planMonths: 12,
  surveyMonths: 12,
  inspectionDays: 90,
  sponsorSilentDays: 90,
  silentSponsorCredit: 0.5,
  sponsorshipPoints: { sales: 80, executive: 10, partner: 10 },
  sponsorLoad: { stretched: 3, overloaded: 5 },
  viewsApart: 20,
  oneBandShare: 0.8,
  monthsWithoutDue: 12,
  closedMonths: 12,
  successRates: { fewestClosed: 5, significance: 0.05, notablePercent: 10, notableSignificance: 0.5, mostClosed: 1000 },
  corrections: { effectDays: 45, effectPoints: 5, lostPoints: 15, recentDays: 90, checkpointDays: 90 },
  inQuestion: { elapsedPercent: 50, attainmentPercent: 50, coverage: 1 },
  assessment: { fewestAnswered: 5, claimedLevel: 3, claimedShare: 0.6, highestShare: 0.8, successful: 60, unsuccessful: 40, moves: 3 },
  reportingCurrency: null,
  fiscalYearStartMonth: 1,
  fiscalYearNamedFor: 'end',
  reviewGraceDays: 45,
};
