/** Values for blank cells that are gate breaches: nobody knows them yet, so that they must be plausible beside the others. Ruling 76. */
import type { Basis } from './basis';
import { addMonths } from './calendar';
import type { Reading } from './cell';
import type { Initiative, InitiativeField } from './initiative';
import { isOpen } from './lifecycle';
import type { SerialDate } from './measure';
import type { InitiativeEdit } from './whatIf';

/** Whom nobody knows yet. */
export const somebody = 'Somebody';

/** A target is not among them: nobody can know it. */
export const mendable = ['owner', 'approvedOn', 'approvedBy', 'launchedOn', 'due', 'endedOn', 'outcome'] as const satisfies readonly InitiativeField[];
export type Mendable = (typeof mendable)[number];

function known(day: Reading<SerialDate>): SerialDate | null {
  return typeof day === 'number' ? day : null;
}

/** As long after the launch as an initiative is taken to run; of an open one whose time is over by then, as long from today. */
function dueOf(initiative: Initiative, { asOf, policy: { monthsWithoutDue } }: Basis): SerialDate {
  const end = addMonths(known(initiative.launchedOn) ?? asOf, monthsWithoutDue);
  return isOpen(initiative) && end <= asOf ? addMonths(asOf, monthsWithoutDue) : end;
}

/** The edit that fills a blank cell: a name, a date taken from the dates beside it, else today. */
export function mendOf(field: Mendable, initiative: Initiative, basis: Basis): InitiativeEdit {
  const { row, qualifiedOn, approvedOn, launchedOn, due } = initiative;
  const { asOf } = basis;
  switch (field) {
    case 'owner':
    case 'approvedBy':
      return { of: 'initiative', row, field, value: somebody };
    case 'approvedOn':
      return { of: 'initiative', row, field, value: known(launchedOn) ?? known(qualifiedOn) ?? asOf };
    case 'launchedOn':
      return { of: 'initiative', row, field, value: known(approvedOn) ?? known(qualifiedOn) ?? asOf };
    case 'due':
      return { of: 'initiative', row, field, value: dueOf(initiative, basis) };
    case 'endedOn': {
      const end = known(due) ?? asOf;
      return { of: 'initiative', row, field, value: end < asOf ? end : asOf };
    }
    case 'outcome':
      return { of: 'initiative', row, field, value: 'Succeeded' };
  }
}
