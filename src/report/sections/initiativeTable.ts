/** A partner's initiatives: where each stands, what came in against what is expected, and what its next gate asks. */
import { basisOf } from '../../domain/basis';
import type { Reading } from '../../domain/cell';
import { type GateAhead, gatesAhead } from '../../domain/gatesAhead';
import { type Initiative, type Stage } from '../../domain/initiative';
import { closedRecently, isOpen } from '../../domain/lifecycle';
import type { Minor, SerialDate } from '../../domain/measure';
import { type Performance, performanceOf } from '../../domain/performance';
import type { Portfolio } from '../../domain/portfolio';
import { actionAhead, limitAhead } from '../../domain/sentences';
import { looks } from '../palette';
import { initiativeTable as text, shortDay } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { type Field, explainedRows, fieldsOf, headerRow, heading, listed, note, rest } from './section';

interface Row {
  readonly initiative: Initiative;
  readonly performance: Performance;
  readonly ahead: GateAhead | undefined;
}

const order: Readonly<Record<Stage, number>> = { Launch: 0, Approve: 1, Qualify: 2, Closed: 3 };

export function initiativeTable(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const all = portfolio.rows.initiatives?.rows ?? [];
  const basis = basisOf(portfolio);
  const shown = all.filter((initiative) => isOpen(initiative) || closedRecently(initiative, basis)).sort((a, b) => order[a.stage] - order[b.stage]);
  const count = (stage: Stage): number => shown.filter((initiative) => initiative.stage === stage).length;
  heading(sheet, grid, text.heading, text.finding(count('Launch'), count('Approve') + count('Qualify'), count('Closed')));
  const ahead = gatesAhead(portfolio, portfolio.partners);
  const items = shown.map((initiative): Row => ({ initiative, performance: performanceOf(portfolio, initiative), ahead: ahead.find((gate) => gate.initiative === initiative) }));
  const list = { title: text.heading, items, ...fieldsOf(grid, fields(portfolio.rows.currency)) };
  if (items.length > 0) headerRow(sheet, list.columns);
  explainedRows(sheet, grid, { ...list, items: items.slice(0, listed) }, explanation);
  if (all.length > shown.length) note(sheet, grid, text.earlier(all.length - shown.length));
  return rest(sheet, grid, { ...list, items: items.slice(listed) });
}

const value = <T extends number>(reading: Reading<T>): T | null => (typeof reading === 'number' ? reading : null);
const day = (reading: Reading<SerialDate>): string => (typeof reading === 'number' ? shortDay(reading) : '–');
const units = (minor: Minor | number | null): number | string => (minor === null ? '–' : minor / 100);

function explanation({ initiative, ahead }: Row): string | null {
  const { stage, outcome, endedOn, name } = initiative;
  if (stage === 'Closed') return `${text.closed(typeof outcome === 'string' ? outcome : null, value(endedOn))}.`;
  if (ahead === undefined) return null;
  // Two blank cells may ask for one and the same thing.
  const actions = new Set(ahead.missing.map(({ missing }) => actionAhead(missing, name)));
  return text.next([...actions, ...(ahead.limitOn === null ? [] : [limitAhead(name, ahead.limitOn)])]);
}

function fields(currency: string | null): readonly Field<Row>[] {
  const [name = '', stage = '', sponsor = '', launched = '', due = '', revenue = '', expected = '', ofPlan = '', pipeline = ''] = text.columns(currency);
  return [
    { title: name, span: 3, entry: ({ initiative }) => ({ value: fit(initiative.name, 32), look: looks.strong }) },
    { title: stage, span: 1, entry: ({ initiative }) => ({ value: initiative.stage }) },
    { title: sponsor, span: 2, entry: ({ initiative }) => ({ value: fit(initiative.salesSponsor ?? '–', 21) }) },
    { title: launched, span: 1, look: looks.right, entry: ({ initiative }) => ({ value: day(initiative.launchedOn) }) },
    { title: due, span: 1, look: looks.right, entry: ({ initiative }) => ({ value: day(initiative.due) }) },
    { title: revenue, span: 1, look: looks.money, entry: ({ initiative }) => ({ value: units(value(initiative.revenue)) }) },
    { title: expected, span: 1, look: looks.money, entry: ({ performance: { revenue: judged } }) => ({ value: judged.kind === 'known' ? units(judged.expected) : '–' }) },
    { title: ofPlan, span: 1, look: looks.share, entry: ({ performance: { revenue: judged } }) => ({ value: judged.kind === 'known' ? (judged.attainment ?? '–') : '–' }) },
    { title: pipeline, span: 1, look: looks.money, entry: ({ initiative }) => ({ value: units(value(initiative.pipeline)) }) },
  ];
}
