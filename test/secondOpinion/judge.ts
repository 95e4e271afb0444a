/**
 * A second calculation of the public JSON, by the rulings' letter and in exact fractions. It shares no line with the product,
 * so a figure on which both agree was computed twice. It expects the tables at hand: finding them is tested elsewhere.
 */
import * as cells from './cells';
import { max, min, one, Rational, sum, zero } from './rational';

export interface Grid {
  sheet: string;
  /** Header text by canonical field name; absent: no such column. */
  columns: Record<string, { header: string; column: number }>;
  firstRow: number;
  rows: cells.Cell[][];
}

export type Reading<T> = T | null | 'unreadable';
export interface PartnerRow { row: number; name: string; key: string; tier: string | null; manager: string | null; exec: string | null; theirs: string | null; status: string; jbp: Reading<number>; qbr: Reading<number>; expectations: Reading<boolean | number>; own: Reading<Rational>; view: Reading<Rational>; surveyed: Reading<number>; ends: Reading<number>; notice: Reading<number> }
export interface InitiativeRow {
  row: number; name: string; partner: PartnerRow; stage: string; outcome: Reading<string>; owner: string | null; sponsor: string | null; approver: string | null;
  target: Reading<Rational>; revenue: Reading<Rational>; pipelineTarget: Reading<Rational>; pipeline: Reading<Rational>; sourced: Reading<Rational>; influenced: Reading<Rational>; tractionTarget: Reading<Rational>; traction: Reading<Rational>;
  qualified: Reading<number>; approved: Reading<number>; launched: Reading<number>; due: Reading<number>; ended: Reading<number>; inspected: Reading<number>; engaged: Reading<number>;
}

const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26));
const weights: Record<string, number> = { revenue: 30, pipeline: 20, traction: 15, sponsorship: 20, governance: 15, relationship: 10 };
const blankCell: cells.Cell = { raw: null, format: 'General' };

/** The Rates table, if any, and the currency that the policy wants to report in, if any. */
export interface Exchange { rates: Grid | null; wanted: string | null }

export function secondOpinion(partnerGrid: Grid, initiativeGrid: Grid, asOf: number, exchange: Exchange) {
  const issues: { cell: string; code: string }[] = [];
  const has = (grid: Grid, field: string): boolean => field in grid.columns;
  const at = (grid: Grid, row: number, field: string): string => `${grid.sheet}!${letters(grid.columns[field]?.column ?? 0)}${grid.firstRow + row + 1}`;
  const cell = (grid: Grid, row: number, field: string): cells.Cell => {
    const column = grid.columns[field]?.column;
    return column === undefined ? blankCell : (grid.rows[row]?.[column] ?? blankCell);
  };
  const report = (grid: Grid, row: number, field: string, code: string): void => void issues.push({ cell: at(grid, row, field), code });
  const isError = (c: cells.Cell): boolean => c.raw !== null && typeof c.raw === 'object';
  const isEmpty = (grid: Grid, row: number): boolean => Object.keys(grid.columns).every((field) => { const { raw } = cell(grid, row, field); return raw === null || (typeof raw === 'string' && raw.trim() === ''); });
  const take = <T>(grid: Grid, row: number, field: string, read: (c: cells.Cell) => cells.Read<T>): Reading<T> => {
    const result = read(cell(grid, row, field));
    if (result === 'blank') return null;
    if ('value' in result) return result.value;
    report(grid, row, field, result.bad);
    return result.blank ? null : 'unreadable';
  };
  const person = (grid: Grid, row: number, field: string): string | null => {
    if (isError(cell(grid, row, field))) report(grid, row, field, 'error-value');
    return cells.name(cell(grid, row, field), true);
  };
  const date = (grid: Grid, row: number, field: string): Reading<number> => take(grid, row, field, cells.date);
  const word = (grid: Grid, row: number, field: string): string => { const { raw } = cell(grid, row, field); return raw === null || typeof raw === 'object' ? '' : String(raw).trim(); };
  const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

  // --- Partners -----------------------------------------------------------------------------------------
  const counts = { partners: { rows: 0, used: 0, reported: 0 }, initiatives: { rows: 0, used: 0, reported: 0 } };
  const partnerRows: PartnerRow[] = [];
  const usedPartnerRows: number[] = [];
  partnerGrid.rows.forEach((_, row) => {
    if (isEmpty(partnerGrid, row)) return;
    counts.partners.rows += 1;
    const refuse = (code: string): void => { counts.partners.reported += 1; report(partnerGrid, row, 'partner', code); };
    if (isError(cell(partnerGrid, row, 'partner'))) return refuse('error-value');
    const name = cells.name(cell(partnerGrid, row, 'partner'), false);
    if (name === null) return refuse('missing-partner');
    const key = cells.partnerKey(name);
    if (partnerRows.some((other) => other.key === key)) return refuse('duplicate-partner');
    counts.partners.used += 1;
    usedPartnerRows.push(row);
    const status = word(partnerGrid, row, 'status');
    let standing = 'Active';
    if (isError(cell(partnerGrid, row, 'status'))) report(partnerGrid, row, 'status', 'error-value');
    else if (!cells.isPlaceholder(status)) {
      const known = cells.statusWords.get(plain(status));
      if (known) standing = known; else report(partnerGrid, row, 'status', 'unknown-status');
    }
    const expectations = ((): Reading<boolean | number> => {
      const c = cell(partnerGrid, row, 'expectationsAgreed');
      if (c.raw === true || c.raw === 1) return true;
      if (c.raw === false || c.raw === 0) return false;
      if (typeof c.raw === 'string') {
        if (['yes', 'y', 'true', 'x', '✓', 'agreed', 'done', '1'].includes(plain(c.raw))) return true;
        if (['no', 'n', 'false', 'not agreed', '0'].includes(plain(c.raw))) return false;
      }
      return take(partnerGrid, row, 'expectationsAgreed', cells.date);
    })();
    if (isError(cell(partnerGrid, row, 'tier'))) report(partnerGrid, row, 'tier', 'error-value');
    const tier = word(partnerGrid, row, 'tier');
    partnerRows.push({
      row, name, key, tier: cells.isPlaceholder(tier) ? null : tier,
      manager: person(partnerGrid, row, 'allianceManager'), exec: person(partnerGrid, row, 'executiveSponsor'), theirs: person(partnerGrid, row, 'partnerSponsor'), status: standing,
      jbp: date(partnerGrid, row, 'jointBusinessPlan'), qbr: date(partnerGrid, row, 'lastQbr'), expectations, own: null, view: null,
      surveyed: date(partnerGrid, row, 'surveyDate'), ends: date(partnerGrid, row, 'agreementEnds'), notice: date(partnerGrid, row, 'noticeBy'),
    });
  });
  const surveyTracked = has(partnerGrid, 'surveyDate') && partnerRows.some((p) => { const { raw } = cell(partnerGrid, p.row, 'surveyDate'); return raw !== null && typeof raw !== 'object' && !(typeof raw === 'string' && cells.isPlaceholder(raw)); });
  for (const field of ['relationship', 'partnersView'] as const) {
    if (!has(partnerGrid, field)) continue;
    const header = partnerGrid.columns[field]?.header ?? '';
    const raw = partnerRows.map((p) => cell(partnerGrid, p.row, field));
    const isPercent = (c: cells.Cell): boolean => (typeof c.raw === 'number' && c.format.includes('%')) || (typeof c.raw === 'string' && (() => { const n = cells.textNumber(c.raw as string); return typeof n !== 'string' && n.percent; })());
    const isDate = (c: cells.Cell): boolean => typeof c.raw === 'number' && !c.format.includes('%') && /[dy]/i.test(c.format.replace(/"[^"]*"|\[[^\]]*\]/g, '')) && c.format !== 'General';
    const numbers = raw.map((c): Rational | 'blank' | { bad: string } => {
      if (c.raw === null || (typeof c.raw === 'string' && cells.isPlaceholder(c.raw))) return 'blank';
      if (typeof c.raw === 'object') return { bad: 'error-value' };
      if (typeof c.raw === 'boolean' || isDate(c)) return { bad: 'unreadable-number' };
      if (typeof c.raw === 'number') return c.format.includes('%') ? Rational.fromDouble(c.raw).times(Rational.of(100)) : Rational.fromDouble(c.raw);
      const n = cells.textNumber(c.raw);
      return typeof n === 'string' ? { bad: n } : n.currency ? { bad: 'unreadable-number' } : n.value;
    });
    const percentColumn = raw.some((c, i) => isPercent(c) && numbers[i] instanceof Rational);
    const unmarked = numbers.filter((n, i): n is Rational => n instanceof Rational && !isPercent(raw[i] as cells.Cell));
    const fiveScale = /1\s*-\s*5/.test(header) || (!/0\s*-\s*10/.test(header) && unmarked.length > 0 && unmarked.every((n) => n.compare(one) >= 0 && n.compare(Rational.of(5)) <= 0));
    partnerRows.forEach((p, i) => {
      const n = numbers[i];
      const put = (value: Reading<Rational>): void => { if (field === 'relationship') p.own = value; else p.view = value; };
      const bad = (code: string): void => { report(partnerGrid, p.row, field, code); put(code === 'error-value' ? null : 'unreadable'); };
      if (n === undefined || n === 'blank') return;
      if (!(n instanceof Rational)) return bad(n.bad);
      if (percentColumn && !isPercent(raw[i] as cells.Cell)) return bad('mixed-percent');
      const [low, high] = percentColumn ? [0, 100] : fiveScale ? [1, 5] : [0, 10];
      if (n.compare(Rational.of(low as number)) < 0 || n.compare(Rational.of(high as number)) > 0) return bad('out-of-range');
      put(percentColumn ? n : fiveScale ? n.minus(one).times(Rational.of(25)) : n.times(Rational.of(10)));
    });
  }

  // --- Initiatives --------------------------------------------------------------------------------------
  const initiatives: InitiativeRow[] = [];
  const moneyFields = ['revenueTarget', 'revenue', 'pipelineTarget', 'pipeline'] as const;
  const scaleOf = (field: string): bigint => { const header = initiativeGrid.columns[field]?.header ?? ''; return /\(.*?(k|'000|thousand)\)/i.test(header) ? 1000n : /\(.*?\bm\)/i.test(header) ? 1000000n : 1n; };
  const headerCurrency = (field: string): string | null => /\b(USD|EUR|GBP)\b|([$€£])/.exec(initiativeGrid.columns[field]?.header ?? '')?.slice(1).map((found) => (found ? ({ '$': 'USD', '€': 'EUR', '£': 'GBP' }[found] ?? found) : null)).find(Boolean) ?? null;
  const placed: { row: number; partner: PartnerRow; name: string; stage: string }[] = [];
  initiativeGrid.rows.forEach((_, row) => {
    if (isEmpty(initiativeGrid, row)) return;
    counts.initiatives.rows += 1;
    const refuse = (field: string, code: string): void => { counts.initiatives.reported += 1; report(initiativeGrid, row, field, code); };
    const bad = (field: string): boolean => isError(cell(initiativeGrid, row, field));
    if (bad('initiative')) return refuse('initiative', 'error-value');
    const name = cells.name(cell(initiativeGrid, row, 'initiative'), false);
    if (name === null) return refuse('initiative', 'missing-initiative');
    if (bad('partner')) return refuse('partner', 'error-value');
    const partnerName = cells.name(cell(initiativeGrid, row, 'partner'), false);
    if (partnerName === null) return refuse('partner', 'missing-partner');
    const partner = partnerRows.find((p) => p.key === cells.partnerKey(partnerName));
    if (!partner) return refuse('partner', 'unknown-partner');
    if (bad('stage')) return refuse('stage', 'error-value');
    const text = word(initiativeGrid, row, 'stage');
    if (cells.isPlaceholder(text)) return refuse('stage', 'missing-stage');
    const stage = cells.stageWords.get(plain(text.replace(/^\s*(stage)?\s*\d*\s*[.:)-]?\s*/i, ''))) ?? cells.stageWords.get(plain(text));
    if (!stage) return refuse('stage', 'unknown-stage');
    counts.initiatives.used += 1;
    placed.push({ row, partner, name, stage });
  });
  const besideFields = ['sourcedRevenue', 'influencedRevenue'] as const;
  const money = new Map<string, cells.Read<cells.Amount>>();
  for (const { row } of placed) for (const field of [...moneyFields, ...besideFields]) if (has(initiativeGrid, field)) money.set(`${row} ${field}`, cells.number(cell(initiativeGrid, row, field), true));
  const rowCurrency = (row: number): string | null => cells.currencyName(cell(initiativeGrid, row, 'currency'));
  const markOf = (row: number, field: string): string | null => {
    const read = money.get(`${row} ${field}`);
    if (!read || read === 'blank' || !('value' in read)) return null;
    if (read.value.value.n < 0n && (field === 'revenueTarget' || field === 'pipelineTarget' || field === 'pipeline')) return null;
    const c = cell(initiativeGrid, row, field);
    const own = typeof c.raw === 'string' ? cells.textNumber(c.raw) : null;
    return (own && typeof own !== 'string' ? own.currency : null) ?? rowCurrency(row) ?? read.value.currency ?? headerCurrency(field);
  };
  const marked = new Map<string, number>();
  for (const { row } of placed) for (const field of moneyFields) { const mark = markOf(row, field); if (mark) marked.set(mark, (marked.get(mark) ?? 0) + 1); }
  const most = Math.max(0, ...marked.values());
  const leaders = [...marked].filter(([, n]) => n === most).map(([code]) => code);
  const main = leaders.length === 1 ? (leaders[0] as string) : null;

  // --- Rates: of each currency the usable row with the latest date, undated ones first, later rows over earlier ones ---------------
  interface RateRow { currency: string; rate: Rational; asOf: number | null; row: number }
  const usable = (exchange.rates?.rows ?? []).flatMap((_, row): RateRow[] => {
    const grid = exchange.rates as Grid;
    const [code, rate, day] = [cells.currencyName(cell(grid, row, 'currency')), cells.rate(cell(grid, row, 'rate')), cells.date(cell(grid, row, 'asOf'))];
    if (code === null || rate === null || (typeof day === 'object' && 'bad' in day && !day.blank)) return [];
    const dated = typeof day === 'object' && 'value' in day ? day.value : null;
    return dated !== null && dated > asOf ? [] : [{ currency: code, rate, asOf: dated, row }];
  });
  const rates = new Map([...usable].sort((a, b) => (a.asOf ?? 0) - (b.asOf ?? 0) || a.row - b.row).map((row) => [row.currency, row]));
  const units = [...rates.values()].filter(({ rate }) => rate.compare(one) === 0);
  const reportingByTables = units.length === 1 && (main === null || rates.has(main)) ? (units[0] as RateRow).currency : main;
  const currency = exchange.rates === null ? main : (exchange.wanted ?? reportingByTables);
  const own = currency === null ? undefined : rates.get(currency);
  const converts = exchange.rates !== null && currency !== null && (own === undefined || own.rate.compare(one) === 0);
  const usedRates = new Set<RateRow>();
  const inReporting = (row: number, field: string, value: Rational): Rational | null => {
    const mark = markOf(row, field) ?? main;
    if (mark === null || mark === currency) return value;
    const found = converts ? rates.get(mark) : undefined;
    if (!found) return null;
    usedRates.add(found);
    return value.times(found.rate).round(2);
  };
  for (const { row, partner, name, stage } of placed) {
    if (isError(cell(initiativeGrid, row, 'currency'))) report(initiativeGrid, row, 'currency', 'error-value');
    const amount = (field: (typeof moneyFields | typeof besideFields)[number]): Reading<Rational> => {
      const quiet = field === 'sourcedRevenue' || field === 'influencedRevenue';
      const refuse = (code: string): 'unreadable' => { if (!quiet) report(initiativeGrid, row, field, code); return 'unreadable'; };
      const read = money.get(`${row} ${field}`) ?? 'blank';
      if (read === 'blank') return null;
      if (!('value' in read)) { refuse(read.bad); return read.blank ? null : 'unreadable'; }
      const value = read.value.value.times(Rational.of(scaleOf(field))).round(2);
      if (value.n < 0n && field !== 'revenue' && !quiet) return refuse('negative-number');
      return inReporting(row, field, value) ?? refuse('mixed-currency');
    };
    const plainNumber = (field: string): Reading<Rational> => {
      const read = take(initiativeGrid, row, field, (c) => cells.number({ raw: c.raw, format: c.format }, false));
      if (read === null || read === 'unreadable') return read;
      if (read.value.n < 0n) { report(initiativeGrid, row, field, 'negative-number'); return 'unreadable'; }
      return read.value;
    };
    const [place = '', implied = null] = stage.split(' ');
    const outcomeText = word(initiativeGrid, row, 'outcome');
    let outcome: Reading<string> = implied;
    if (isError(cell(initiativeGrid, row, 'outcome'))) report(initiativeGrid, row, 'outcome', 'error-value');
    else if (!cells.isPlaceholder(outcomeText)) {
      outcome = cells.outcomeWords.get(plain(outcomeText)) ?? 'unreadable';
      if (outcome === 'unreadable') report(initiativeGrid, row, 'outcome', 'unknown-outcome');
    }
    initiatives.push({
      row, name, partner, stage: place, outcome, owner: person(initiativeGrid, row, 'owner'), sponsor: person(initiativeGrid, row, 'salesSponsor'), approver: person(initiativeGrid, row, 'approvedBy'),
      target: amount('revenueTarget'), revenue: amount('revenue'), pipelineTarget: amount('pipelineTarget'), pipeline: amount('pipeline'), sourced: amount('sourcedRevenue'), influenced: amount('influencedRevenue'), tractionTarget: plainNumber('tractionTarget'), traction: plainNumber('traction'),
      qualified: date(initiativeGrid, row, 'qualifiedOn'), approved: date(initiativeGrid, row, 'approvedOn'), launched: date(initiativeGrid, row, 'launchedOn'), due: date(initiativeGrid, row, 'due'),
      ended: date(initiativeGrid, row, 'endedOn'), inspected: date(initiativeGrid, row, 'lastInspected'), engaged: date(initiativeGrid, row, 'sponsorLastEngaged'),
    });
  }
  const engagedTracked = has(initiativeGrid, 'sponsorLastEngaged') && initiatives.some((i) => i.engaged !== null);

  // --- Windows, spans, standards ------------------------------------------------------------------------
  const known = <T>(value: Reading<T>): value is T => value !== null && value !== 'unreadable';
  const yearBefore = cells.edate(asOf, -12);
  const inWindow = (i: InitiativeRow): boolean => known(i.ended) && i.ended > yearBefore && i.ended <= asOf;
  const launchTracked = has(initiativeGrid, 'launchedOn');
  const neverLaunched = (i: InitiativeRow): boolean => i.stage === 'Closed' && i.outcome === 'Stopped' && launchTracked && i.launched === null;
  const positive = (value: Reading<Rational>): value is Rational => known(value) && value.positive;

  interface Span { day: number; start: number; due: number; rampLeft: (days: number) => Rational }
  const spanOf = (i: InitiativeRow): Span | null => {
    const day = i.stage === 'Closed' && known(i.ended) ? Math.min(i.ended, asOf) : asOf;
    const within = (start: number, due: number, ramp: (days: number, length: number) => Rational): Span => ({ day, start, due, rampLeft: (days) => ramp(days, due - start) });
    const usual = (days: number, length: number): Rational => min(Rational.of(days), Rational.of(length, 3));
    if (!launchTracked) {
      const year = new Date((day - 25569) * 86400000).getUTCFullYear();
      const [first, last] = [cells.serial(year, 1, 1) as number, cells.serial(year, 12, 31) as number];
      const approved = known(i.approved) && i.approved <= day ? i.approved : null;
      const start = approved !== null && approved > first ? approved : first;
      return within(start, last, (days, length) => (approved === null ? zero : start === approved ? usual(days, length) : max(zero, usual(days, length).minus(Rational.of(first - approved)))));
    }
    if (!known(i.launched)) return null;
    const dueTracked = has(initiativeGrid, 'due');
    if (dueTracked && !known(i.due)) return null;
    const due = dueTracked ? (i.due as number) : cells.edate(i.launched, 12);
    if (due <= i.launched) return null;
    return within(i.launched, due, usual);
  };
  const share = (span: Span, days: number, ahead = 0): Rational => {
    const length = Rational.of(span.due - span.start);
    const ramp = span.rampLeft(days);
    if (length.compare(ramp) <= 0) return zero;
    return Rational.of(span.day - span.start + ahead).minus(ramp).over(length.minus(ramp)).clamp(zero, one);
  };
  const tenth = Rational.of(1, 10);
  type Standard = 'none' | 'early' | 'unknown' | { actual: Rational; expected: Rational };
  const plan = (i: InitiativeRow, target: Reading<Rational>, actual: Reading<Rational>, days: number): Standard => {
    if (!positive(target)) return 'none';
    const span = spanOf(i);
    if (!span) return 'unknown';
    if (span.start > span.day) return 'early';
    const f = share(span, days);
    if (f.compare(tenth) < 0) return 'early';
    if (!known(actual)) return 'unknown';
    const expected = target.times(f);
    return { actual: actual.clamp(zero, expected), expected };
  };
  const pipelineOf = (i: InitiativeRow): { weight: Rational; score: Rational | 'early' | 'unknown'; short?: Rational } | null => {
    const weight = positive(i.target) ? (positive(i.pipelineTarget) ? i.pipelineTarget : Rational.of(3).times(i.target)) : positive(i.pipelineTarget) ? i.pipelineTarget : null;
    if (!weight) return null;
    const span = spanOf(i);
    if (!span) return { weight, score: 'unknown' };
    if (span.start > span.day || Rational.of(span.day - span.start).compare(span.rampLeft(90)) < 0) return { weight, score: 'early' };
    let needed = weight;
    if (positive(i.target)) {
      if (!known(i.revenue)) return { weight, score: 'unknown' };
      const factor = positive(i.pipelineTarget) ? i.pipelineTarget.over(i.target) : Rational.of(3);
      needed = factor.times(max(zero, i.target.times(share(span, 120, 180)).minus(max(i.revenue, zero))));
    }
    if (!needed.positive) return { weight, score: Rational.of(100) };
    if (!known(i.pipeline)) return { weight, score: 'unknown' };
    return { weight, score: Rational.of(100).times(i.pipeline.over(needed).clamp(zero, one)), short: max(zero, needed.minus(max(i.pipeline, zero))) };
  };

  // --- Gates --------------------------------------------------------------------------------------------
  const gateBreaches: { initiative: string; partner: string; gate: string; missing: string; cell: string }[] = [];
  /** One for each breach: days over the limit, or between two dates (ruling 62). */
  const breachFacts: { i: InitiativeRow; days: number | null }[] = [];
  const breachesOf = new Map<InitiativeRow, string[]>();
  const checked = (i: InitiativeRow): boolean => i.stage !== 'Closed' || !known(i.ended) || inWindow(i);
  for (const i of initiatives) {
    if (i.partner.status === 'Ended' || !checked(i)) continue;
    const found: string[] = [];
    const breach = (gate: string, missing: string, field: string, days: number | null = null): void => {
      found.push(missing);
      breachFacts.push({ i, days });
      gateBreaches.push({ initiative: i.name, partner: i.partner.name, gate, missing, cell: at(initiativeGrid, i.row, field) });
    };
    const asks = (gate: string, missing: string, field: string, value: unknown): void => { if (has(initiativeGrid, field) && value === null) breach(gate, missing, field); };
    const depth = ['Qualify', 'Approve', 'Launch', 'Closed'].indexOf(i.stage);
    if (depth >= 1 && !neverLaunched(i)) {
      asks('Qualify', 'Owner', 'owner', i.owner);
      asks('Qualify', 'Sales sponsor', 'salesSponsor', i.sponsor);
      const targets = (['revenueTarget', 'pipelineTarget', 'tractionTarget'] as const).filter((field) => has(initiativeGrid, field));
      const values = { revenueTarget: i.target, pipelineTarget: i.pipelineTarget, tractionTarget: i.tractionTarget };
      if (targets.length > 0 && !targets.some((field) => values[field] === 'unreadable' || positive(values[field]))) breach('Qualify', 'Target', targets[0] as string);
    }
    if (depth >= 2 && !neverLaunched(i)) {
      asks('Approve', 'Approved on', 'approvedOn', i.approved);
      asks('Approve', 'Approved by', 'approvedBy', i.approver);
      asks('Approve', 'Launched on', 'launchedOn', i.launched);
      asks('Approve', 'Due', 'due', i.due);
    }
    if (depth === 3) {
      asks('Launch', 'Ended on', 'endedOn', i.ended);
      if (has(initiativeGrid, 'outcome') && i.outcome === null) breach('Launch', 'Outcome', 'outcome');
    }
    const order = [['qualifiedOn', 'Qualified on', i.qualified], ['approvedOn', 'Approved on', i.approved], ['launchedOn', 'Launched on', i.launched], ['endedOn', 'Ended on', i.ended]] as const;
    let later: (typeof order)[number] | null = null;
    for (const step of order) {
      if (!known(step[2])) continue;
      if (later && known(later[2]) && later[2] > step[2]) breach(later[0] === 'approvedOn' && step[0] === 'launchedOn' && depth >= 2 ? 'Approve' : 'any', `${later[1]} after ${step[1]}`, later[0], later[2] - step[2]);
      later = step;
    }
    if (known(i.launched) && known(i.due) && i.launched >= i.due) breach('any', 'Launched on after Due', 'launchedOn', i.launched - i.due);
    if (i.stage === 'Qualify' && known(i.qualified) && asOf - i.qualified > 60) breach('any', 'Time limit', 'stage', asOf - i.qualified - 60);
    if (i.stage === 'Approve' && known(i.qualified) && asOf - i.qualified > 30) breach('any', 'Time limit', 'stage', asOf - i.qualified - 30);
    if (i.stage === 'Launch' && known(i.due) && asOf > i.due + 30) breach('any', 'Time limit', 'stage', asOf - i.due - 30);
    breachesOf.set(i, found);
  }

  // --- Health -------------------------------------------------------------------------------------------
  const hundred = Rational.of(100);
  const mean = (values: readonly Rational[]): Rational => sum(values).over(Rational.of(values.length));
  const shortOf = (standard: Standard): Rational => (typeof standard === 'object' ? standard.expected.minus(standard.actual) : zero);
  /** A sponsor who is named, but silent. */
  const silent = (i: InitiativeRow): boolean => i.sponsor !== null && engagedTracked && i.engaged !== 'unreadable' && !(i.engaged !== null && asOf - i.engaged >= 0 && asOf - i.engaged <= 90);
  const surveyExists = has(partnerGrid, 'relationship') || has(partnerGrid, 'partnersView');
  const judged = partnerRows.map((p) => {
    const own = initiatives.filter((i) => i.partner === p);
    const score: Record<string, Rational | null> = {};
    const part: Record<string, Rational> = {};
    let early = false;
    const planned = (name: 'revenue' | 'traction', rows: InitiativeRow[], standard: (i: InitiativeRow) => Standard, target: (i: InitiativeRow) => Reading<Rational>): void => {
      const all = rows.map((i) => ({ i, s: standard(i) })).filter(({ s }) => s !== 'none');
      if (name === 'revenue' && all.some(({ i, s }) => s === 'early' && i.stage === 'Launch')) early = true;
      const live = all.filter(({ s }) => s !== 'early');
      const numbers = live.flatMap(({ s }) => (typeof s === 'object' ? [s] : []));
      const expected = sum(numbers.map((s) => s.expected));
      score[name] = expected.positive ? hundred.times(sum(numbers.map((s) => s.actual))).over(expected) : null;
      const total = sum(live.map(({ i }) => target(i) as Rational));
      part[name] = total.positive ? sum(live.filter(({ s }) => typeof s === 'object').map(({ i }) => target(i) as Rational)).over(total) : zero;
    };
    const launched = own.filter((i) => i.stage === 'Launch');
    const forRevenue = own.filter((i) => i.stage === 'Launch' || (i.stage === 'Closed' && inWindow(i) && !neverLaunched(i)));
    planned('revenue', forRevenue, (i) => plan(i, i.target, i.revenue, 120), (i) => i.target);
    planned('traction', launched, (i) => plan(i, i.tractionTarget, i.traction, 0), (i) => i.tractionTarget);
    const pipes = launched.flatMap((i) => { const s = pipelineOf(i); return s ? [s] : []; });
    if (pipes.some((s) => s.score === 'early')) early = true;
    const livePipes = pipes.filter((s) => s.score !== 'early');
    const knownPipes = livePipes.filter((s): s is { weight: Rational; score: Rational } => s.score instanceof Rational);
    score.pipeline = knownPipes.length ? sum(knownPipes.map((s) => s.weight.times(s.score))).over(sum(knownPipes.map((s) => s.weight))) : null;
    part.pipeline = livePipes.length ? sum(knownPipes.map((s) => s.weight)).over(sum(livePipes.map((s) => s.weight))) : zero;

    const behind = {
      revenue: forRevenue.map((i) => ({ i, missing: shortOf(plan(i, i.target, i.revenue, 120)) })),
      traction: launched.map((i) => ({ i, missing: shortOf(plan(i, i.tractionTarget, i.traction, 0)) })),
      pipeline: launched.map((i) => ({ i, missing: pipelineOf(i)?.short ?? zero })),
    };
    const sponsored = own.filter((i) => i.stage === 'Approve' || i.stage === 'Launch');
    if (sponsored.length === 0) { score.sponsorship = null; part.sponsorship = zero; } else {
      const targets = sponsored.flatMap((i) => (positive(i.target) ? [i.target] : []));
      const standard = targets.length ? mean(targets) : one;
      const weight = (i: InitiativeRow): Rational => (positive(i.target) ? i.target : standard);
      const credit = (i: InitiativeRow): Rational => {
        if (!i.sponsor) return zero;
        return silent(i) ? Rational.of(1, 2) : one;
      };
      const covered = sum(sponsored.map((i) => weight(i).times(credit(i)))).over(sum(sponsored.map(weight)));
      const extra = [has(partnerGrid, 'executiveSponsor') ? p.exec : undefined, has(partnerGrid, 'partnerSponsor') ? p.theirs : undefined].filter((v) => v !== undefined);
      const points = Rational.of(80).times(covered).plus(Rational.of(10 * extra.filter(Boolean).length));
      score.sponsorship = hundred.times(points).over(Rational.of(80 + 10 * extra.length));
      part.sponsorship = one;
    }

    const checks: Rational[] = [];
    const failed = { plan: false, review: false, uninspected: [] as InitiativeRow[], breached: [] as InitiativeRow[] };
    const check = (pass: boolean): boolean => { checks.push(pass ? one : zero); return !pass; };
    const past = (value: Reading<number>, from: number): boolean => known(value) && value >= from && value <= asOf;
    if (has(partnerGrid, 'jointBusinessPlan') && p.jbp !== 'unreadable') failed.plan = check(past(p.jbp, yearBefore));
    const firstWord = (p.tier ?? '').trim().toLowerCase().split(/[^\p{L}]+/u)[0];
    const limit = firstWord === 'strategic' ? 100 : firstWord === 'tactical' ? 370 : 190;
    if (has(partnerGrid, 'lastQbr') && p.qbr !== 'unreadable') failed.review = check(past(p.qbr, asOf - limit));
    if (has(partnerGrid, 'expectationsAgreed') && p.expectations !== 'unreadable') check(p.expectations === true || (typeof p.expectations === 'number' && p.expectations <= asOf));
    if (has(partnerGrid, 'allianceManager')) check(p.manager !== null);
    if (has(initiativeGrid, 'lastInspected')) {
      const due = launched.filter((i) => i.inspected !== 'unreadable' && !(i.inspected === null && known(i.launched) && asOf - i.launched >= 0 && asOf - i.launched <= 90));
      failed.uninspected = due.filter((i) => !past(i.inspected, asOf - 90));
      if (due.length) checks.push(Rational.of(due.filter((i) => past(i.inspected, asOf - 90)).length, due.length));
    }
    const gated = own.filter(checked);
    failed.breached = gated.filter((i) => (breachesOf.get(i) ?? []).some((missing) => missing !== 'Sales sponsor'));
    if (gated.length && p.status !== 'Ended') checks.push(Rational.of(gated.length - failed.breached.length, gated.length));
    score.governance = checks.length ? hundred.times(mean(checks)) : null;
    part.governance = checks.length ? one : zero;

    const surveyOld = surveyTracked && !(known(p.surveyed) && p.surveyed <= asOf && p.surveyed >= yearBefore);
    const views = surveyOld ? [] : [p.own, p.view].filter((v): v is Rational => v instanceof Rational);
    score.relationship = views.length ? mean(views) : null;
    part.relationship = views.length ? one : zero;

    const names = Object.keys(weights).filter((name) => name !== 'relationship' || surveyExists);
    const total = sum(names.map((name) => Rational.of(weights[name] as number)));
    const confidence = sum(names.map((name) => Rational.of(weights[name] as number).times(part[name] as Rational))).over(total).toNumber();
    const present = names.filter((name) => score[name]);
    const raw = present.length ? sum(present.map((name) => Rational.of(weights[name] as number).times(score[name] as Rational))).over(sum(present.map((name) => Rational.of(weights[name] as number)))) : null;
    const ramping = score.revenue === null && score.pipeline === null && early;
    const rated = p.status !== 'Ended' && raw !== null && confidence >= 0.5 && !ramping;
    const health = rated ? raw.toNumber() : null;
    let rating = health === null ? 'Not rated' : health >= 80 ? 'Green' : health >= 60 ? 'Amber' : 'Red';
    if (rating === 'Green' && launched.some((i) => !i.sponsor)) rating = 'Amber';
    const openTarget = sum(own.filter((i) => i.stage !== 'Closed' && positive(i.target)).map((i) => i.target as Rational));
    /** Too early, but not only: something could be entered. */
    const unknownRows = forRevenue.some((i) => plan(i, i.target, i.revenue, 120) === 'unknown') || pipes.some(({ score: of }) => of === 'unknown');
    const ofLeading = present.filter((name) => name !== 'revenue');
    const leading = ofLeading.length ? sum(ofLeading.map((name) => Rational.of(weights[name] as number).times(score[name] as Rational))).over(sum(ofLeading.map((name) => Rational.of(weights[name] as number)))) : null;
    const evidence = {
      own, behind, limit, failed, ramping: ramping && (confidence >= 0.5 || !unknownRows), views: surveyOld ? { own: null, theirs: null } : { own: known(p.own) ? p.own : null, theirs: known(p.view) ? p.view : null },
      withoutSponsor: sponsored.filter((i) => !i.sponsor), silent: sponsored.filter(silent), present, leading, lagging: score.revenue ?? null,
    };
    return { p, raw, rating, health, confidence, openTarget, score, evidence, dimensions: Object.fromEntries(Object.keys(weights).map((name) => [name, score[name] ? (score[name] as Rational).toNumber() : null])) };
  });
  const rated = judged.filter((j) => j.health !== null);
  const withTarget = rated.filter((j) => j.openTarget.positive).map((j) => j.openTarget);
  const usual = withTarget.length ? mean(withTarget) : one;
  const weightOf = (j: (typeof judged)[number]): Rational => (j.openTarget.positive ? j.openTarget : usual);
  const health = rated.length ? sum(rated.map((j) => weightOf(j).times(j.raw as Rational))).over(sum(rated.map(weightOf))).toNumber() : null;
  /** Ruling 6: an item without a weight has the mean weight of those that have one. */
  const weighted = (items: readonly { value: Rational; weight: Rational }[]): Rational | null => {
    const own = items.filter(({ weight }) => weight.positive).map(({ weight }) => weight);
    const weightOfItem = (weight: Rational): Rational => (weight.positive ? weight : own.length ? mean(own) : one);
    return items.length ? sum(items.map(({ value, weight }) => value.times(weightOfItem(weight)))).over(sum(items.map(({ weight }) => weightOfItem(weight)))) : null;
  };

  // --- Sponsors -----------------------------------------------------------------------------------------
  const rank: Record<string, number> = { Critical: 0, High: 1, Next: 2 };
  const alive = initiatives.filter((i) => i.stage !== 'Closed' && i.partner.status !== 'Ended');
  const atRisk = (i: InitiativeRow): Rational | null => (positive(i.target) ? max(zero, i.target.minus(known(i.revenue) ? max(i.revenue, zero) : zero)) : known(i.pipeline) ? i.pipeline : null);
  const rankedGaps = alive.filter((i) => !i.sponsor).map((i) => {
    const value = atRisk(i);
    const since = i.stage === 'Launch' ? i.launched : i.stage === 'Approve' ? i.approved : null;
    return { i, days: known(since) ? Math.max(0, asOf - since) : null, gap: {
      initiative: i.name, partner: i.partner.name, severity: i.stage === 'Launch' ? 'Critical' : i.stage === 'Approve' ? 'High' : 'Next',
      valueAtRisk: value ? value.toNumber(2) : null, currency: value ? currency : null, cell: at(initiativeGrid, i.row, 'salesSponsor'),
    } };
  }).sort(({ gap: a }, { gap: b }) => (rank[a.severity] as number) - (rank[b.severity] as number) || (a.valueAtRisk === null ? 1 : 0) - (b.valueAtRisk === null ? 1 : 0) || (b.valueAtRisk ?? 0) - (a.valueAtRisk ?? 0));
  const sponsorGaps = rankedGaps.map(({ gap }) => gap);
  const past = alive.filter((i) => i.stage !== 'Qualify');
  const targeted = past.filter((i) => positive(i.target));
  const soldToPlan = initiatives.filter((i) => i.partner.status !== 'Ended' && (i.stage === 'Launch' || (i.stage === 'Closed' && inWindow(i) && !neverLaunched(i))) && typeof plan(i, i.target, i.revenue, 120) === 'object');
  const beside = (values: readonly Reading<Rational>[]): number | null => { const there = values.filter((value): value is Rational => known(value)); return there.length ? sum(there).toNumber(2) : null; };
  const count = (rating: string): number => judged.filter((j) => j.rating === rating).length;
  return {
    portfolio: { health, equalWeightHealth: rated.length ? mean(rated.map((j) => j.raw as Rational)).toNumber() : null, byRating: { Green: count('Green'), Amber: count('Amber'), Red: count('Red'), 'Not rated': count('Not rated') } },
    partners: judged.map((j) => ({ name: j.p.name, health: j.health, rating: j.rating, confidence: j.confidence, dimensions: j.dimensions })),
    sponsorGaps,
    sponsorCoverage: {
      byCount: past.length ? Rational.of(past.filter((i) => i.sponsor).length, past.length).toNumber() : null,
      byValue: targeted.length ? sum(targeted.filter((i) => i.sponsor).map((i) => i.target as Rational)).over(sum(targeted.map((i) => i.target as Rational))).toNumber() : null,
    },
    gateBreaches,
    issues,
    counts,
    /** Not in the JSON: the currency, the rates that something was converted at, and the revenue shown beside revenue. */
    money: {
      currency,
      rates: [...usedRates].map((used) => ({ currency: used.currency, rate: used.rate.toNumber(9), asOf: used.asOf, row: used.row + 1 })),
      sourced: beside(soldToPlan.map((i) => i.sourced)),
      influenced: beside(soldToPlan.map((i) => i.influenced)),
    },
    /** What the figures were made of, for those who compute more from them: nothing of it is in the JSON. */
    facts: {
      asOf, partnerRows, initiatives, judged, gaps: rankedGaps, breaches: breachFacts, soldToPlan, atRisk, engagedTracked, surveyTracked: surveyTracked && surveyExists, launchTracked, currency,
      inWindow, neverLaunched, weighted, plan: (i: InitiativeRow) => plan(i, i.target, i.revenue, 120), shareOfPlan: (i: InitiativeRow) => { const span = spanOf(i); return span ? share(span, 120) : null; },
      has: (table: 'partners' | 'initiatives', field: string) => has(table === 'partners' ? partnerGrid : initiativeGrid, field), tracksDue: has(initiativeGrid, 'due'),
    },
  };
}

export type Opinion = ReturnType<typeof secondOpinion>;
export type Facts = Opinion['facts'];
