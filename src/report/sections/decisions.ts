/** The decisions that the review asks for, each with its owner, a day, and room to write what was decided: the next review reads it back. */
import { type DecisionAsked, decisionsAsked } from '../../domain/decisionsAsked';
import type { Portfolio } from '../../domain/portfolio';
import { sponsorCandidates } from '../../domain/sponsorCandidates';
import { looks } from '../palette';
import { shortDay } from '../sentences';
import { decisions as text } from '../sentencesOfDecisions';
import { fit, lines } from '../textFit';
import type { Entry, Grid, SheetComposer } from '../sheetComposer';
import { type Field, fieldsOf, headerRow, heading, listed, rest } from './section';

/** The last columns of the list are for what was decided. */
export const decisionColumns = 3;
/** Average characters of a line beside them. */
const besideCharacters = 104;
const mostCandidates = 3;

/** A decision and its number on the sheet, from 1: the next review finds it by that. Those from `listed` on have no room to be decided. */
export interface Numbered {
  readonly asked: DecisionAsked;
  readonly number: number;
}

export const numberedDecisions = (portfolio: Portfolio): readonly Numbered[] => decisionsAsked(portfolio).map((asked, index) => ({ asked, number: index + 1 }));

export function decisionsToTake(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const items = numberedDecisions(portfolio);
  heading(sheet, grid, text.heading, text.finding(items.map(({ asked: { kind } }) => kind), Math.min(items.length, listed)));
  if (items.length === 0) return () => undefined;
  const { columns, entries } = fieldsOf(grid, fields());
  const titles = [...columns, { title: text.columns.decision, column: grid.last - decisionColumns + 1, span: decisionColumns, look: looks.writable }];
  headerRow(sheet, titles);
  const first = sheet.row;
  const explain = explanationsOf(portfolio);
  for (const item of items.slice(0, listed)) addItem(sheet, grid, entries(item), lines(explain(item.asked), besideCharacters));
  for (const { column, span, look } of columns) if (look) sheet.addLook({ row: first, column, rows: sheet.row - first, columns: span }, look);
  sheet.readBack({ row: first, column: grid.first, rows: sheet.row - first, columns: grid.last - grid.first + 1 });
  return rest(sheet, grid, { title: text.heading, columns, items: items.slice(listed), entries });
}

/** The room to write is as high as what stands beside it. */
function addItem(sheet: SheetComposer, grid: Grid, entries: readonly Entry[], below: readonly string[]): void {
  const first = sheet.row;
  sheet.add(entries, { height: 18, keepWithNext: below.length > 0 });
  below.forEach((line, index) => sheet.add([{ column: grid.first + 1, value: line, look: looks.quiet }], { height: 15, keepWithNext: index < below.length - 1 }));
  const rows = sheet.row - first;
  sheet.addLook({ row: first, column: grid.last - decisionColumns + 1, rows, columns: decisionColumns }, looks.writable);
  sheet.addLook({ row: sheet.row - 1, column: grid.first, rows: 1, columns: grid.last - grid.first + 1 }, looks.rowRule);
}

function fields(): readonly Field<Numbered>[] {
  const { columns } = text;
  return [
    { title: columns.number, span: 1, look: looks.rank, entry: ({ number }) => ({ value: number }) },
    { title: columns.asked, span: 5, entry: ({ asked }) => ({ value: fit(text.asked(asked), 55), look: looks.strong }) },
    { title: columns.owner, span: 2, entry: ({ asked: { owner } }) => ({ value: fit(owner ?? '–', 20) }) },
    { title: columns.by, span: 1, look: looks.right, entry: ({ asked: { by } }) => ({ value: shortDay(by) }) },
  ];
}

/** What is at stake, and who could. */
function explanationsOf(portfolio: Portfolio): (asked: DecisionAsked) => string {
  const candidatesOf = sponsorCandidates(portfolio);
  const { currency } = portfolio.rows;
  return (asked) => {
    const candidates = asked.kind === 'sponsor' && asked.initiative !== null ? candidatesOf(asked.initiative).slice(0, mostCandidates) : null;
    return [
      asked.kind === 'sponsor' && asked.initiative !== null ? text.stage(asked.initiative.stage) : null,
      asked.atRisk === null || asked.atRisk <= 0 ? null : text.atRisk(asked.atRisk, currency),
      asked.dimension === null ? null : text.costliest(asked.dimension),
      candidates === null ? null : text.candidates(candidates),
    ].filter((part) => part !== null).join(' ');
  };
}
