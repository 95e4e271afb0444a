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
  /** Longest time between quarterly reviews, by tier. */
  readonly reviewDays: { readonly strategic: number; readonly tactical: number; readonly other: number };
  readonly planMonths: number;
  readonly surveyMonths: number;
  readonly inspectionDays: number;
  /** A sponsor silent for longer counts half. */
  readonly sponsorSilentDays: number;
  /** Points of Sponsorship: the initiatives' sales sponsors, our executive sponsor, the partner's sponsor. */
  readonly sponsorshipPoints: { readonly sales: number; readonly executive: number; readonly partner: number };
  /** More open initiatives than this stretch, or overload, one sponsor. */
  readonly sponsorLoad: { readonly stretched: number; readonly overloaded: number };
  /** Two views of one relationship this far apart are named. */
  readonly viewsApart: number;
  /** When a larger share of the rated partners has one rating, the bands do not separate them. */
  readonly oneBandShare: number;
  /** Month (1-12) in which the fiscal year starts. */
  readonly fiscalYearStartMonth: number;
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
  reviewDays: { strategic: 100, tactical: 370, other: 190 },
  planMonths: 12,
  surveyMonths: 12,
  inspectionDays: 90,
  sponsorSilentDays: 90,
  sponsorshipPoints: { sales: 80, executive: 10, partner: 10 },
  sponsorLoad: { stretched: 3, overloaded: 5 },
  viewsApart: 20,
  oneBandShare: 0.8,
  fiscalYearStartMonth: 1,
  reviewGraceDays: 45,
};
