/** What GATES answers. */
import { type CellRef, cellAddress } from '../domain/cell';
import { gatesAhead } from '../domain/gatesAhead';
import type { GateBreach, PartnerHealth, Portfolio } from '../domain/portfolio';
import { actionAhead, limitAhead, nextAction } from '../domain/sentences';
import { type Answer, type Given, type Row, blank, dayCell, missingTable, ofPartner, spill } from './answers';

const headers = ['Initiative', 'Partner', 'Gate', 'State', 'Missing', 'Days', 'By', 'What to do', 'Cell'];

function row({ initiative, partner, gate, missing, days, cell }: GateBreach, state: 'Breach' | 'Ahead'): Row {
  const action = state === 'Breach' ? nextAction(missing, initiative.name, days) : actionAhead(missing, initiative.name);
  return [initiative.name, partner.name, gate === 'any' ? 'Any' : gate, state, missing, days ?? blank, blank, action, cellAddress(cell)];
}

/** The cell of a time limit is the stage. */
function stageCell({ rows: { initiatives } }: Portfolio, sheetRow: number): string {
  const column = initiatives?.columns.stage;
  const cell: CellRef | null = initiatives === null || column === undefined ? null : { sheet: initiatives.sheet, row: sheetRow, column };
  return cell === null ? blank : cellAddress(cell);
}

function gatesOf(portfolio: Portfolio, partners: readonly PartnerHealth[]): Answer {
  const chosen = new Set(partners.map(({ partner }) => partner));
  const breaches = portfolio.gateBreaches.filter(({ partner }) => chosen.has(partner)).map((breach) => row(breach, 'Breach'));
  const ahead = gatesAhead(portfolio, partners).flatMap(({ initiative, partner, missing, limitOn }): Row[] => [
    ...missing.map((one) => row(one, 'Ahead')),
    ...(limitOn === null
      ? []
      : [[initiative.name, partner.name, 'Any', 'Ahead', 'Time limit', limitOn - portfolio.asOf, dayCell(limitOn), limitAhead(initiative.name, limitOn), stageCell(portfolio, initiative.row)]]),
  ]);
  return spill(headers, [...breaches, ...ahead]);
}

/**
 * What gates miss, under a row of headers: first the breaches, then what the next gate will ask for. Days over the limit of a breach of time,
 * between the two dates of a breach of order, left until a limit that is still ahead.
 */
export function gatesAnswer(portfolio: Portfolio, partner: Given): Answer {
  if (portfolio.rows.initiatives === null) return missingTable(portfolio, 'Initiatives');
  return ofPartner(portfolio, partner, { one: (judged) => gatesOf(portfolio, [judged]), all: () => gatesOf(portfolio, portfolio.partners) });
}
