/** What reviews asked to be decided, and what was decided: the Decisions table, and what somebody wrote on the sheets of reviews. */
import { type DecisionField, type DecisionKind, type DecisionRecord, type DecisionWritten, decisionKinds } from '../domain/decision';
import { ColumnReaders } from './columnReaders';
import { decisionTextFields } from './fields';
import type { TableArea } from './findTables';
import { partnerKey } from './partnerName';
import { isPlaceholder } from './placeholders';
import type { SourceValue } from './source';
import { dataRows } from './tableRows';

export interface DecisionsOptions {
  readonly date1904: boolean;
  /** Runs whose review is not finished: their rows do not count. */
  readonly unfinishedRuns: ReadonlySet<string>;
}

const kindOf = (text: string): DecisionKind | null => decisionKinds.find((kind) => kind === text.trim().toLowerCase()) ?? null;

/** In table order, one table after the other. A row that does not say what was asked of whom, when and in which review is left out. */
export function readDecisions(areas: readonly TableArea<DecisionField>[], options: DecisionsOptions): readonly DecisionRecord[] {
  return areas.flatMap((area) => readArea(area, options));
}

function readArea(area: TableArea<DecisionField>, { date1904, unfinishedRuns }: DecisionsOptions): readonly DecisionRecord[] {
  const cells = new ColumnReaders(area, { date1904, order: null, signs: {} }, []);
  const read = {
    askedOn: cells.date('askedOn'),
    number: cells.text('number'),
    kind: cells.word('kind', kindOf),
    asked: cells.text('asked'),
    partner: cells.name('partner'),
    initiative: cells.text('initiative'),
    owner: cells.text('owner'),
    by: cells.date('by'),
    decision: cells.text('decision'),
    askedIn: cells.text('askedIn'),
    run: cells.text('run'),
  };
  return dataRows(area, decisionTextFields).flatMap((row): DecisionRecord[] => {
    const [askedOn, kind, partner, askedIn, run] = [read.askedOn(row), read.kind(row), read.partner(row), read.askedIn(row), read.run(row)];
    if (typeof askedOn !== 'number' || typeof kind !== 'string' || typeof partner !== 'string' || askedIn === null || run === null || unfinishedRuns.has(run)) return [];
    const by = read.by(row);
    return [{
      askedOn,
      number: numberOf(read.number(row)),
      kind,
      asked: read.asked(row) ?? '',
      partner,
      key: partnerKey(partner),
      initiative: read.initiative(row),
      owner: read.owner(row),
      by: typeof by === 'number' ? by : null,
      decision: read.decision(row),
      askedIn,
      run,
    }];
  });
}

/** The list of decisions on the sheet of one review: numbers in its first column, what was decided in its last ones. */
export interface DecisionList {
  readonly askedIn: string;
  readonly values: readonly (readonly SourceValue[])[];
  /** Columns that belong to what was decided. */
  readonly decisionColumns: number;
}

/** Rows without a number, and those beside which nothing is written or only a placeholder, say nothing. */
export function readDecisionLists(lists: readonly DecisionList[]): readonly DecisionWritten[] {
  return lists.flatMap(({ askedIn, values, decisionColumns }) =>
    values.flatMap((cells): DecisionWritten[] => {
      const number = numberOf(cells[0]);
      const decision = cells.slice(-decisionColumns).map((cell) => String(cell ?? '').trim()).filter((text) => text !== '').join(' ');
      return number === null || decision === '' || isPlaceholder(decision) ? [] : [{ askedIn, number, decision }];
    }));
}

function numberOf(value: SourceValue | undefined): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : null;
}
