/** What the columns of each table are called: the field's own name, then everything else that means it (rulings 8 and 9). */
import type { AnswerField } from '../domain/assessment';
import type { RateField } from '../domain/conversion';
import type { CorrectionField } from '../domain/correction';
import type { DecisionField } from '../domain/decision';
import type { InitiativeField } from '../domain/initiative';
import type { PartnerField } from '../domain/partner';
import type { SnapshotField } from '../domain/snapshot';

export interface FieldNames {
  readonly name: string;
  readonly synonyms: string;
  /** Taken only where no other column of the table means the field. */
  readonly lastResort?: string;
}

/** In exports the account is often the end customer, so it is a partner only where nothing else is. */
const partner: FieldNames = {
  name: 'Partner',
  synonyms: 'partner name, partner company, alliance, alliance partner, alliance name, company, company name, organisation, organization',
  lastResort: 'account, account name',
};

export const partnerNames: Readonly<Record<PartnerField, FieldNames>> = {
  partner,
  tier: { name: 'Tier', synonyms: 'partner tier, segment, category' },
  allianceManager: { name: 'Alliance manager', synonyms: 'manager, partner manager, alliance lead, alliance owner, owner' },
  executiveSponsor: {
    name: 'Executive sponsor',
    synonyms: 'executive sponsor (ours), exec sponsor, our sponsor, our executive sponsor, internal sponsor, sponsor (ours), sponsor',
  },
  partnerSponsor: {
    name: 'Partner sponsor',
    synonyms: 'partner sponsor (theirs), their sponsor, partner executive sponsor, partner exec sponsor, executive sponsor (theirs), sponsor (theirs)',
  },
  status: { name: 'Status', synonyms: 'partner status, alliance status' },
  since: { name: 'Since', synonyms: 'partner since, start date' },
  jointBusinessPlan: {
    name: 'Joint business plan',
    synonyms: 'jbp, business plan, joint plan, jbp date, jbp agreed, plan agreed, joint business plan (date agreed)',
  },
  lastQbr: { name: 'Last QBR', synonyms: 'qbr, qbr date, last qbr date, last quarterly review, last review' },
  expectationsAgreed: { name: 'Expectations agreed', synonyms: 'expectations, expectations set' },
  relationship: { name: 'Relationship', synonyms: 'relationship score, relationship survey, relationship (ours), survey, survey score' },
  partnersView: {
    name: "Partner's view",
    synonyms: 'relationship (theirs), relationship (partner), partner view, partner survey, their score',
  },
  surveyDate: { name: 'Survey date', synonyms: 'survey on, last survey, relationship date' },
  agreementEnds: { name: 'Agreement ends', synonyms: 'agreement end, contract end, contract ends, expires, expiry' },
  noticeBy: { name: 'Notice by', synonyms: 'notice date, notice' },
  notes: { name: 'Notes', synonyms: 'note, comments, comment, remarks' },
};

export const initiativeNames: Readonly<Record<InitiativeField, FieldNames>> = {
  initiative: { name: 'Initiative', synonyms: 'initiative name, joint initiative, project, project name, program, programme, venture' },
  partner,
  stage: { name: 'Stage', synonyms: 'phase, initiative stage, lifecycle stage', lastResort: 'status' },
  owner: { name: 'Owner', synonyms: 'initiative owner, lead, initiative lead, project lead, responsible' },
  salesSponsor: {
    name: 'Sales sponsor',
    synonyms: 'sales executive sponsor, sales exec sponsor, executive sales sponsor, sponsor, sponsor (sales)',
  },
  revenueTarget: { name: 'Revenue target', synonyms: 'target revenue, revenue plan, planned revenue, revenue goal, target' },
  revenue: { name: 'Revenue', synonyms: 'actual revenue, revenue actual, revenue to date, revenue ytd, actual' },
  pipelineTarget: { name: 'Pipeline target', synonyms: 'target pipeline, pipeline plan, pipeline goal' },
  pipeline: { name: 'Pipeline', synonyms: 'actual pipeline, pipeline actual, open pipeline, pipeline value' },
  tractionTarget: { name: 'Traction target', synonyms: 'target traction, traction plan, traction goal, joint opportunities target' },
  traction: { name: 'Traction', synonyms: 'actual traction, traction actual, sales traction, joint opportunities, joint opps' },
  qualifiedOn: { name: 'Qualified on', synonyms: 'qualified, qualified date, date qualified, qualification date' },
  approvedOn: { name: 'Approved on', synonyms: 'approved, approval date, approved date, date approved' },
  approvedBy: { name: 'Approved by', synonyms: 'approver' },
  launchedOn: { name: 'Launched on', synonyms: 'launched, launch date, date launched, go live, go live date, start date' },
  due: { name: 'Due', synonyms: 'due date, due on, end date, deadline, planned end' },
  endedOn: { name: 'Ended on', synonyms: 'ended, closed on, date closed, close date, closed date, actual end' },
  outcome: { name: 'Outcome', synonyms: 'result' },
  lastInspected: { name: 'Last inspected', synonyms: 'inspected, last inspection, inspection date' },
  currency: { name: 'Currency', synonyms: 'currency code, ccy' },
  sourcedRevenue: { name: 'Sourced revenue', synonyms: 'revenue (sourced), partner sourced revenue, sourced' },
  influencedRevenue: { name: 'Influenced revenue', synonyms: 'revenue (influenced), partner influenced revenue, influenced' },
  sponsorLastEngaged: {
    name: 'Sponsor last engaged',
    synonyms: 'sponsor engaged, sponsor last contact, last sponsor contact, sponsor last active',
  },
  nextStep: { name: 'Next step', synonyms: 'next steps, next action' },
};

export const correctionNames: Readonly<Record<CorrectionField, FieldNames>> = {
  date: { name: 'Date', synonyms: 'correction date, corrected on, logged on' },
  partner,
  initiative: initiativeNames.initiative,
  correction: { name: 'Correction', synonyms: 'course correction' },
  reason: { name: 'Reason', synonyms: 'why, cause' },
  measure: { name: 'Measure', synonyms: 'measured by, metric, dimension' },
  owner: { name: 'Owner', synonyms: 'correction owner, responsible' },
  reviewOn: { name: 'Review on', synonyms: 'review date, review by, checkpoint' },
  status: { name: 'Status', synonyms: 'correction status' },
};

export const rateNames: Readonly<Record<RateField, FieldNames>> = {
  currency: initiativeNames.currency,
  rate: { name: 'Rate', synonyms: 'rate to the reporting currency' },
  asOf: { name: 'As of', synonyms: 'as of date' },
};

/** A dimension's score stands beside the money of the same name. */
export const snapshotNames: Readonly<Record<SnapshotField, FieldNames>> = {
  quarter: { name: 'Quarter', synonyms: 'fiscal quarter' },
  asOf: { name: 'As of', synonyms: 'as of date' },
  partner,
  health: { name: 'Health', synonyms: 'health score' },
  rating: { name: 'Rating', synonyms: 'rag' },
  confidence: { name: 'Confidence', synonyms: 'known' },
  revenueScore: { name: 'Revenue score', synonyms: 'revenue health' },
  pipelineScore: { name: 'Pipeline score', synonyms: 'pipeline health' },
  tractionScore: { name: 'Traction score', synonyms: 'traction, traction health' },
  sponsorshipScore: { name: 'Sponsorship score', synonyms: 'sponsorship, sponsorship health' },
  governanceScore: { name: 'Governance score', synonyms: 'governance, governance health' },
  relationshipScore: { name: 'Relationship score', synonyms: 'relationship, relationship health' },
  revenue: { name: 'Revenue', synonyms: 'revenue to date' },
  revenueTarget: { name: 'Revenue target', synonyms: 'target, open revenue target' },
  pipeline: { name: 'Pipeline', synonyms: 'open pipeline' },
  pipelineCoverage: { name: 'Pipeline coverage', synonyms: 'coverage' },
  portfolioHealth: { name: 'Portfolio health', synonyms: 'health of the portfolio' },
  madeOn: { name: 'Made on', synonyms: 'written on' },
  run: { name: 'Run', synonyms: 'write' },
};

export const decisionNames: Readonly<Record<DecisionField, FieldNames>> = {
  askedOn: { name: 'Asked on', synonyms: 'review as of' },
  quarter: { name: 'Quarter', synonyms: 'fiscal quarter' },
  number: { name: 'No.', synonyms: 'number' },
  kind: { name: 'Kind', synonyms: 'kind of decision' },
  asked: { name: 'Asked for', synonyms: 'what is asked for' },
  partner,
  initiative: { name: 'Initiative', synonyms: 'initiative name' },
  owner: { name: 'Owner', synonyms: 'responsible' },
  by: { name: 'By', synonyms: 'proposed date' },
  decision: { name: 'Decision', synonyms: 'decisions' },
  askedIn: { name: 'Asked in', synonyms: 'asking run' },
  madeOn: { name: 'Made on', synonyms: 'written on' },
  run: { name: 'Run', synonyms: 'write' },
};

export const answerNames: Readonly<Record<AnswerField, FieldNames>> = {
  date: { name: 'Date', synonyms: 'assessed on, assessment date' },
  assessor: { name: 'Assessor', synonyms: 'assessed by' },
  area: { name: 'Area', synonyms: 'practice area' },
  level: { name: 'Level', synonyms: 'maturity level' },
  evidence: { name: 'Evidence', synonyms: 'proof' },
};

/** Without these an Initiatives table is not accepted. */
export const neededInitiativeFields = ['initiative', 'partner', 'stage', 'salesSponsor'] as const satisfies readonly InitiativeField[];

/** The text columns that are empty in a totals row, in the tables that are optional. */
export const correctionTextFields = ['partner', 'initiative', 'correction', 'reason', 'measure', 'owner', 'status'] as const satisfies readonly CorrectionField[];
export const snapshotTextFields = ['quarter', 'partner', 'rating', 'run'] as const satisfies readonly SnapshotField[];
export const decisionTextFields = ['kind', 'asked', 'partner', 'initiative', 'owner', 'decision', 'run'] as const satisfies readonly DecisionField[];
export const answerTextFields = ['assessor', 'area', 'evidence'] as const satisfies readonly AnswerField[];

/** The columns that a header scale multiplies and whose currencies are pooled (rulings 21 and 22). */
export const moneyFields = ['revenueTarget', 'revenue', 'pipelineTarget', 'pipeline'] as const satisfies readonly InitiativeField[];
/** Money that is shown beside the revenue: of the table's currency, without a say in which that is. */
export const besideRevenueFields = ['sourcedRevenue', 'influencedRevenue'] as const satisfies readonly InitiativeField[];
export type MoneyField = (typeof moneyFields | typeof besideRevenueFields)[number];

/** The text columns that are empty in a totals row (ruling 14). */
export const partnerTextFields = [
  'partner', 'tier', 'allianceManager', 'executiveSponsor', 'partnerSponsor', 'status', 'notes',
] as const satisfies readonly PartnerField[];
export const initiativeTextFields = [
  'initiative', 'partner', 'stage', 'owner', 'salesSponsor', 'approvedBy', 'outcome', 'nextStep',
] as const satisfies readonly InitiativeField[];
