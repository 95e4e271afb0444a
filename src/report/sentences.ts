/** Every sentence and word of the QBR sheet that is not taken from cells. */
import { dayText } from '../domain/calendar';
import { type Effect, effects } from '../domain/correctionEffects';
import type { Recommendation } from '../domain/exits';
import type { Minor, SerialDate, Share } from '../domain/measure';
import { moneyText } from '../domain/moneyText';
import type { Audience } from '../domain/narrowedPortfolio';
import type { Dimension, Gate, NotRated, Rating } from '../domain/portfolio';
import type { ReviewKind } from '../domain/reviewsDue';
import { fixed } from '../domain/rounding';
import type { Outcome } from '../domain/initiative';
import type { Change } from '../domain/trend';
import type { RowCount } from '../domain/portfolioRows';
import { ourPeople } from '../domain/sentences';

/** "1 partner", "3 partners", "no partners". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en-US')} ${count === 1 ? singular : plural}`;
}

/** "A", "A and B", "A, B and 3 more". */
export function listed(names: readonly string[], shown = 3): string {
  const visible = names.length > shown ? [...names.slice(0, shown - 1), `${names.length - shown + 1} more`] : [...names];
  return visible.length < 2 ? (visible[0] ?? '') : `${visible.slice(0, -1).join(', ')} and ${visible.at(-1)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const percent = (share: Share | number): string => `${fixed(share * 100, 0)} %`;
/** "30 Sep 2026". */
export const shortDay = (day: SerialDate): string => dayText(day).replace(/[A-Z][a-z]{2,}/, (month) => month.slice(0, 3));
/** Halves go up, as in the cells beside. */
export const tenth = (value: number): string => fixed(value, 1).replace('.0', '');
export const points = (value: number): string => `${tenth(Math.abs(value))} ${tenth(Math.abs(value)) === '1' ? 'point' : 'points'}`;
export const money = (value: Minor, currency: string | null): string => (currency ? `${currency} ${moneyText(value)}` : moneyText(value));

export const words = {
  title: 'Alliance portfolio',
  sheetName: (quarter: string) => `QBR ${quarter}`,
  document: (sheetName: string, of: string) => `${sheetName} · ${of}`,
  band: (day: string, preparedBy: string | null, edition: string) => [`As of ${day}`, preparedBy ? `Prepared by ${preparedBy}` : null, edition].filter(Boolean).join('  ·  '),
  edition: { internal: 'Internal edition', shared: 'Shared edition' } satisfies Record<Audience, string>,
  footer: {
    left: 'Alliance portfolio',
    confidential: 'Confidential',
    audience: { internal: () => 'Internal, not for the partner', shared: (partner: string) => `Shared with ${partner}` } satisfies Record<Audience, (partner: string) => string>,
    pages: 'Page &P of &N',
  },
  more: (count: number) => `and ${count.toLocaleString('en-US')} more in the appendix`,
  beyondAppendix: (count: number) => `and ${count.toLocaleString('en-US')} more, listed in the pane`,
  noData: 'not known',
} as const;

/** "A", "A and B", "A, B and C". */
export const series = (parts: readonly string[]): string => (parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`);
/** "A, B, C and 4 more": three at most by name. */
export const firstThree = (names: readonly string[]): string => (names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${(names.length - 3).toLocaleString('en-US')} more` : series(names));
/** A name may end in a period of its own, or have been cut. */
export const sentence = (text: string): string => capital(/[.…]$/.test(text) ? text : `${text}.`);
export const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);
export const tiles = {
  health: 'Portfolio health',
  healthNote: (equal: string) => `each partner equal: ${equal}`,
  healthChange: (change: number, since: SerialDate) => (Math.abs(change) < 0.05 ? `unchanged since ${shortDay(since)}` : `${partnerTiles.changeFigure(change)} since ${shortDay(since)}`),
  healthUnknown: 'no partner is rated yet',
  ratings: 'Partners by rating',
  ratingsNote: 'Green, Amber, Red, not rated',
  revenue: 'Revenue against plan to date',
  revenueNote: (actual: Minor, expected: Minor, currency: string | null) => `${money(actual, currency)} of ${moneyText(expected)}`,
  revenueUnknown: 'nothing is expected yet',
  coverage: 'Pipeline coverage',
  coverageNote: 'pipeline per unit left to sell',
  coverageUnknown: 'no target and pipeline',
  covered: 'Covered',
  coveredNote: 'nothing is left to sell',
  sponsors: 'Sponsor coverage by value',
  sponsorsNote: (byCount: string) => `by number: ${byCount}`,
  sponsorsUnknown: 'no target to weigh by',
  risk: (currency: string | null) => (currency ? `Value at risk, ${currency}` : 'Value at risk'),
  riskNote: (gaps: number) => counted(gaps, 'sponsor gap'),
  leading: 'Leading',
  leadingNote: 'what is to come, of 100',
  lagging: 'Lagging',
  laggingNote: 'what came in, of 100',
  launched: 'Launched in the quarter',
  launchedNote: 'initiatives',
  closed: 'Closed in the quarter',
  closedNote: (succeeded: number) => `${succeeded === 0 ? 'none' : succeeded} succeeded`,
  exits: 'Exits',
  exitsNote: (months: number) => `in the last ${counted(months, 'month')}`,
  load: 'Sponsors overloaded',
  loadNote: (stretched: number) => `${stretched === 0 ? 'none' : stretched} stretched`,
} as const;

export const partnerTiles = {
  health: 'Health',
  healthNote: (known: Share) => `of 100; ${percent(known)} of it is known`,
  rating: 'Rating',
  costliest: (dimension: Dimension) => `${dimensionWords[dimension].toLowerCase()} costs most`,
  nothingLost: 'nothing is lost',
  capped: 'for want of a sales sponsor',
  notRated: { ended: 'the alliance has ended', ramping: 'too early to judge', unknown: 'too little is known' } satisfies Record<NotRated['kind'], string>,
  change: 'Change since the last review',
  changeFigure: (change: number) => `${change > 0 ? '▲ +' : change < 0 ? '▼ −' : ''}${fixed(Math.abs(change), 1)}`,
  since: (day: SerialDate) => `points since ${shortDay(day)}`,
  changeUnknown: { noSnapshot: 'no earlier review', notRatedThen: 'not rated then', notRatedNow: 'not rated now' } satisfies Record<(Change & { kind: 'unknown' })['because'], string>,
  open: 'Open initiatives',
  openNote: (launched: number) => `${launched === 0 ? 'none' : launched} launched`,
} as const;

export const dimensionWords: Readonly<Record<Dimension, string>> = {
  revenue: 'Revenue', pipeline: 'Pipeline', traction: 'Traction', sponsorship: 'Sponsorship', governance: 'Governance', relationship: 'Relationship',
};

/** A correction as it is named, and what came after it. */
export interface Followed {
  readonly named: string;
  readonly effect: Effect;
}

export const changes = {
  heading: 'What changed since the last review',
  columns: ['Partner', 'Then', 'Now', 'Health then', 'Health now', 'Change', 'Last review'],
  none: 'There is no earlier review to compare with.',
  finding(day: SerialDate, change: Change, likeForLike: Change): string {
    const since = `since ${dayText(day)}`;
    if (change.kind === 'unknown') return `How the portfolio's health changed ${since} cannot be said: it was not rated at both times.`;
    const moved = Math.abs(change.points) < 0.05 ? `did not change ${since}` : `${change.points > 0 ? 'rose' : 'fell'} by ${points(change.points)} ${since}`;
    const alike = likeForLike.kind === 'known' && likeForLike.points.toFixed(1) !== change.points.toFixed(1) ? `; over the partners rated at both times it ${changes.alike(likeForLike.points)}` : '';
    return `The portfolio's health ${moved}${alike}.`;
  },
  alike: (change: number): string => (Math.abs(change) < 0.05 ? 'did not change' : `${change > 0 ? 'rose' : 'fell'} by ${points(change)}`),
  unmoved: (least: number) => `No partner's rating moved, and no partner's health by ${points(least)} or more.`,
  isNew: 'new',
  ended: 'ended',
  /** Partners by name. */
  ratings(names: Readonly<Record<'worse' | 'better' | 'rated' | 'unrated', readonly string[]>>): string | null {
    const { worse, better, rated, unrated } = names;
    const parts = [
      worse.length === 0 ? [] : `${counted(worse.length, 'rating')} got worse (${firstThree(worse)})`,
      better.length === 0 ? [] : `${counted(better.length, 'rating')} got better (${firstThree(better)})`,
      rated.length === 0 ? [] : `${counted(rated.length, 'partner')} ${verb(rated.length, 'is', 'are')} rated now and ${verb(rated.length, 'was', 'were')} not then (${firstThree(rated)})`,
      unrated.length === 0 ? [] : `${counted(unrated.length, 'partner')} ${verb(unrated.length, 'is', 'are')} no longer rated (${firstThree(unrated)})`,
    ].flat();
    return parts.length === 0 ? null : sentence(parts.join(', '));
  },
  partners: {
    new: (names) => sentence(`${counted(names.length, 'partner')} ${verb(names.length, 'is', 'are')} new: ${firstThree(names)}`),
    back: (names) => sentence(`${counted(names.length, 'partner')} ${verb(names.length, 'is', 'are')} back that the last review did not have: ${firstThree(names)}`),
    ended: (names) => sentence(`${counted(names.length, 'alliance')} ${verb(names.length, 'has', 'have')} ended: ${firstThree(names)}`),
    gone: (names) => sentence(`${counted(names.length, 'partner')} of the last review ${verb(names.length, 'is', 'are')} no longer in the Partners table: ${listed(names, 10)}`),
  } satisfies Record<'new' | 'back' | 'ended' | 'gone', (names: readonly string[]) => string>,
  logged: (items: readonly Followed[]): string => sentence(`${counted(items.length, 'course correction')} ${verb(items.length, 'was', 'were')} logged since: ${changes.followed(items)}`),
  becameKnown: (items: readonly Followed[]): string => sentence(`What came of ${counted(items.length, 'earlier correction')} is known now: ${changes.followed(items)}`),
  /** A few by name, many by number. */
  followed: (items: readonly Followed[]): string =>
    (items.length <= 3 ? items.map(({ named, effect }) => `${named} ${corrections.came[effect][0]}`).join('; ') : corrections.byEffect(items.map(({ effect }) => effect))),
  correction: (correction: string, partner: string | null): string => `"${correction}" ${partner === null ? 'for the whole portfolio' : `with ${partner}`}`,
} as const;

export const dimensionTable = {
  heading: 'Health by dimension',
  columns: ['Dimension', 'Score', 'Known', 'Points lost', 'Why'],
  finding(health: number | null, rating: Rating, costliest: Dimension | null): string | null {
    if (health === null) return null;
    return `Health is ${tenth(health)} of 100, ${rating}${costliest === null ? '' : `: ${dimensionWords[costliest].toLowerCase()} costs it most`}.`;
  },
  nothingLost: 'Nothing is lost.',
  unknown: 'Nothing is known of it.',
  madeOf: 'It is made of revenue, pipeline, traction, sponsorship and governance.',
  withoutSurvey: (health: number | null, rating: Rating) =>
    (health === null ? 'The edition for the partner leaves relationship out; there it is not rated.' : `The edition for the partner leaves relationship out: there its health is ${tenth(health)}, ${rating}.`),
} as const;

export const initiativeTable = {
  heading: 'Initiatives',
  columns: (currency: string | null) => ['Initiative', 'Stage', 'Sales sponsor', 'Launched', 'Due', currency ? `Revenue, ${currency}` : 'Revenue', 'Expected', 'Of plan', 'Pipeline'],
  finding(launched: number, coming: number, closed: number): string {
    const parts = [
      launched === 0 ? [] : `${counted(launched, 'initiative')} ${launched === 1 ? 'is' : 'are'} launched`,
      coming === 0 ? [] : `${launched === 0 ? counted(coming, 'initiative') : coming} ${coming === 1 ? 'is' : 'are'} on the way to launch`,
      closed === 0 ? [] : `${launched + coming === 0 ? counted(closed, 'initiative') : closed} closed in the last four quarters`,
    ].flat();
    if (parts.length === 0) return 'There is no initiative that is open or closed in the last four quarters.';
    return `${capital(parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`)}.`;
  },
  next: (actions: readonly string[]) => `Next: ${actions.join(' ')}`,
  closed: (outcome: Outcome | null, ended: SerialDate | null) => [outcome ?? 'Closed', ended === null ? null : `on ${dayText(ended)}`].filter(Boolean).join(' '),
  earlier: (count: number) => `${counted(count, 'initiative')} closed earlier ${count === 1 ? 'is' : 'are'} not shown.`,
} as const;

export const corrections = {
  heading: 'Course corrections',
  columns: { date: 'Date', partner: 'Partner', correction: 'Correction', effect: 'Effect', checkpoint: 'Checkpoint' },
  wholePortfolio: 'Whole portfolio',
  none: 'No course correction is logged.',
  effect: { improved: 'improved', 'no change': 'no change', worsened: 'got worse', 'too early': 'too early', 'no measurement before': 'not measured' } satisfies Record<Effect, string>,
  /** What came after a correction; never that the correction brought it about. */
  came: {
    improved: ['was followed by an improvement', 'were followed by an improvement'],
    'no change': ['was followed by no change', 'were followed by no change'],
    worsened: ['was followed by a decline', 'were followed by a decline'],
    'too early': ['cannot be judged yet', 'cannot be judged yet'],
    'no measurement before': ['had no measurement before it', 'had no measurement before them'],
  } satisfies Record<Effect, readonly [one: string, many: string]>,
  finding(found: readonly Effect[]): string {
    return `${capital(counted(found.length, 'course correction'))}: ${corrections.byEffect(found)}.`;
  },
  /** "2 were followed by an improvement, 1 cannot be judged yet". */
  byEffect(found: readonly Effect[]): string {
    const of = (effect: Effect): number => found.filter((one) => one === effect).length;
    const parts = effects.filter((effect) => of(effect) > 0).map((effect) => `${found.length === 1 ? 'it' : of(effect)} ${corrections.came[effect][of(effect) === 1 ? 0 : 1]}`);
    return parts.join(', ');
  },
  needed: (partners: readonly string[], days: number) =>
    `${listed(partners)} ${partners.length === 1 ? 'needs' : 'need'} a correction: Red or far down, and none was logged in the last ${counted(days, 'day')}.`,
  reason: (reason: string) => `Reason: ${reason}`,
} as const;

export const sponsorEffect = { heading: 'Sponsors and success' } as const;

export const exits = {
  heading: 'Correct or exit',
  columns: ['Partner', 'Recommendation', 'Look at', 'Checkpoint', 'Health'],
  none: 'No alliance is in question.',
  noneOfOne: 'This alliance is not in question.',
  recommendation: { Correct: 'Correct', Wait: 'Wait for the checkpoint', Continue: 'Continue', Exit: 'Exit' } satisfies Record<Recommendation['kind'], string>,
  ofOne: { Correct: 'correct it', Wait: 'wait for the checkpoint', Continue: 'go on with what was corrected', Exit: 'exit' } satisfies Record<Recommendation['kind'], string>,
  findingOfOne: (kind: Recommendation['kind'], which: string) => `${which} is in question: ${exits.ofOne[kind]}.`,
  one: '1 alliance',
  this: 'This alliance',
  finding(byKind: Readonly<Record<Recommendation['kind'], number>>): string {
    const all = byKind.Correct + byKind.Wait + byKind.Continue + byKind.Exit;
    const said = [[byKind.Exit, 'to exit'], [byKind.Correct, 'to correct'], [byKind.Wait, 'to wait for'], [byKind.Continue, 'to go on with']] as const;
    const parts = said.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return `${counted(all, 'alliance')} are in question: ${parts.join(', ')}.`;
  },
} as const;

export const reviews = {
  heading: 'Reviews due',
  columns: ['What', 'Last', 'Due', 'State'],
  columnsOfAll: { due: 'Due', what: 'What', partner: 'Partner', owner: 'Owner or alliance manager', state: 'State' },
  what: {
    review: () => 'Quarterly review',
    plan: () => 'Joint business plan',
    survey: () => 'Relationship survey',
    inspection: (of: string) => `Inspection of ${of}`,
    checkpoint: (of: string) => `Checkpoint of "${of}"`,
    notice: () => 'Last day to give notice',
    agreement: () => 'End of the agreement',
  } satisfies Record<ReviewKind, (of: string) => string>,
  never: 'never',
  neverDone: 'never done',
  now: 'now',
  state: (days: number) => (days < 0 ? `${counted(-days, 'day')} overdue` : days === 0 ? 'today' : `in ${counted(days, 'day')}`),
  finding: (overdue: number, all: number) =>
    (all === 0 ? 'Nothing is due.' : overdue === 0 ? 'Nothing is overdue.' : `${overdue} of ${all} ${overdue === 1 ? 'is' : 'are'} overdue.`),
  findingOfAll(overdue: number, ahead: number, until: SerialDate): string {
    const day = `until ${dayText(until)}`;
    if (overdue === 0) return ahead === 0 ? `Nothing falls due ${day}.` : `Nothing is overdue; ${counted(ahead, 'date')} ${ahead === 1 ? 'falls' : 'fall'} due ${day}.`;
    const more = ahead === 0 ? 'nothing more falls' : `${ahead.toLocaleString('en-US')} more ${ahead === 1 ? 'falls' : 'fall'}`;
    return `${counted(overdue, 'date')} ${overdue === 1 ? 'is' : 'are'} overdue; ${more} due ${day}.`;
  },
} as const;

export const practice = {
  title: 'Practice assessment',
  sheetName: (day: string) => `Practice result ${day}`,
  footer: 'Practice assessment',
  maturity: 'Maturity',
  maturityFigure: (maturity: number) => `${fixed(maturity, 1).replace('.0', '')} %`,
  maturityNote: 'of the highest level in all areas',
  answered: 'Areas answered',
  answeredFigure: (answered: number, areas: number) => `${answered} of ${areas}`,
  answeredNote: (unanswered: number) => (unanswered === 0 ? 'every area' : `${unanswered} left open`),
  change: 'Change since the last time',
  since: (day: SerialDate) => `points since ${shortDay(day)}`,
  lowest: 'Lowest level',
  lowestNote: (areas: readonly string[]) => listed(areas, 2),
  contradictions: 'Claims not borne out',
  contradictionsNote: (claims: number) => (claims === 0 ? 'nothing high is claimed' : `of ${claims} that the workbook can show`),
  areas: 'Where the practice stands',
  columns: ['Area', 'Level', '', 'Change', 'What the workbook shows'],
  level: (level: number, name: string) => `${level} ${name}`,
  notAnswered: 'Not answered',
  notShown: '–',
  claims: 'Claimed and shown',
  allBorneOut: 'The workbook bears out what is claimed, as far as it can show it.',
  someNot: (count: number) => `${count === 1 ? 'One claim is' : `${count} claims are`} not borne out by the workbook.`,
  moves: 'What to do first',
  movesFinding: (count: number) => (count === 1 ? 'The lowest area first.' : 'The lowest areas first.'),
  noMoves: 'No area that is answered can rise.',
  evidence: 'Evidence',
  evidenceFinding: (count: number) => `Given for ${counted(count, 'area')}.`,
} as const;

/** Whoever has no name here is said to be there: "our executive sponsor is our executive sponsor" says nothing. */
const isUnnamed = (role: 'executive sponsor' | 'alliance manager', name: string): boolean => name === ourPeople[role](null);

export const people = {
  executive(name: string | null): string {
    if (name === null) return 'No executive sponsor is named on our side.';
    return isUnnamed('executive sponsor', name) ? 'We have named an executive sponsor.' : `Our executive sponsor is ${name}.`;
  },
  partner: (name: string | null) => (name === null ? 'No sponsor is named on the partner\'s side.' : `The partner's sponsor is ${name}.`),
  manager(name: string | null): string {
    if (name === null) return 'No alliance manager is named.';
    return isUnnamed('alliance manager', name) ? 'We have named an alliance manager.' : `The alliance manager is ${name}.`;
  },
} as const;

export const scorecard = {
  heading: 'Partner scorecard',
  columns: ['Partner', 'Rating', 'Health', 'Revenue', 'Pipeline', 'Traction', 'Sponsors', 'Governance', 'Relationship', 'Known'],
  finding(byRating: Readonly<Record<Rating, number>>, red: readonly string[]): string {
    const rated = byRating.Green + byRating.Amber + byRating.Red;
    if (rated === 0) return 'No partner can be rated yet; the line below each says what is missing.';
    if (byRating.Red > 1 && byRating.Red === rated) return sentence(`${rated === 2 ? 'Both' : `All ${rated}`} rated partners are Red: ${listed(red)}`);
    if (byRating.Red > 0) return sentence(`${byRating.Red} of ${counted(rated, 'rated partner')} ${byRating.Red === 1 ? 'is' : 'are'} Red: ${listed(red)}`);
    if (byRating.Amber > 0) return `No partner is Red; ${byRating.Amber} of ${counted(rated, 'rated partner')} ${byRating.Amber === 1 ? 'is' : 'are'} Amber.`;
    return rated === 1 ? 'The one rated partner is Green.' : `All ${rated} rated partners are Green.`;
  },
  allGreen: 'Nothing is lost on any dimension.',
  notRated(reason: NotRated): string {
    switch (reason.kind) {
      case 'ended':
        return 'Ended: not rated.';
      case 'ramping':
        return 'Ramping: launched too recently to judge revenue or pipeline.';
      case 'unknown':
        return reason.missing.length === 0 ? 'Too little is known to rate.' : `Too little is known to rate: nothing on ${listed(reason.missing, 6)}.`;
    }
  },
} as const;

export const gaps = {
  heading: 'Sponsor gaps',
  columns: { initiative: 'Initiative', partner: 'Partner', severity: 'Severity', risk: (currency: string | null) => (currency ? `At risk, ${currency}` : 'At risk'), days: 'Days', owner: 'Owner', cell: 'Cell' },
  finding(past: number, next: number, atRisk: Minor, currency: string | null): string {
    const upcoming = next === 0 ? '' : ` ${capital(counted(next, 'more initiative needs', 'more initiatives need'))} one to pass Qualify.`;
    if (past === 0) return `Every initiative past Qualify has a sales sponsor.${upcoming}`;
    const risk = atRisk > 0 ? `; ${money(atRisk, currency)} is at risk` : '';
    return `${capital(counted(past, 'initiative'))} past Qualify ${past === 1 ? 'has' : 'have'} no sales sponsor${risk}.${upcoming}`;
  },
} as const;

export const breaches = {
  heading: 'Gate breaches',
  columns: { initiative: 'Initiative', partner: 'Partner', gate: 'Gate', missing: 'What is missing', days: 'Days', cell: 'Cell' },
  gate: { Qualify: 'Qualify', Approve: 'Approve', Launch: 'Launch', any: 'Any' } satisfies Record<Gate, string>,
  finding(count: number, initiatives: number): string {
    if (count === 0) return 'Every initiative has what its gates ask for.';
    return `${capital(counted(count, 'gate breach', 'gate breaches'))} on ${counted(initiatives, 'initiative')}.`;
  },
} as const;

export const dataNotes = {
  heading: 'Data notes',
  finding(issues: number): string {
    return issues === 0 ? 'Every cell that matters could be read.' : `${capital(counted(issues, 'cell or row', 'cells or rows'))} could not be used as ${issues === 1 ? 'it stands' : 'they stand'}; what is reported is left out of every figure above.`;
  },
  columns: ['Cell', 'What is wrong, and what mends it'],
  rows(table: string, count: RowCount): string {
    if (count.rows === 0) return `${table}: no rows.`;
    const reported = count.reported === 0 ? 'all used' : `${count.used.toLocaleString('en-US')} used, ${count.reported.toLocaleString('en-US')} reported`;
    return `${table}: ${counted(count.rows, 'row')}, ${reported}.`;
  },
  capped: 'Amber at most while a launched initiative has no sales sponsor.',
} as const;

export const appendix = {
  heading: (section: string) => `Appendix: ${section.charAt(0).toLowerCase()}${section.slice(1)}, continued`,
} as const;
