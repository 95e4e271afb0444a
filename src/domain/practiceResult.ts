/** What came of the latest practice assessment: its maturity, and how its claims stand against what the workbook shows. Section 7 of the method. */
import { type Contradiction, type Shown, type ShownArea, contradictionsOf, shownBy } from './claimedAndShown';
import { type Maturity, maturityAt } from './maturity';
import type { SerialDate } from './measure';
import type { Portfolio } from './portfolio';

export interface PracticeResult extends Maturity {
  readonly shown: Readonly<Record<ShownArea, Shown>>;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Of the latest assessment in the workbook, also where it is later than the portfolio's day: what was answered today is not to wait for it.
 * `null` where there is none.
 */
export function practiceResult(portfolio: Portfolio): PracticeResult | null {
  const { rows, asOf, policy, sign } = portfolio;
  const latest = rows.assessment.reduce<SerialDate>((day, { date }) => (date > day ? date : day), asOf);
  const maturity = maturityAt(rows.assessment, latest, policy);
  if (maturity === null) return null;
  const shown = shownBy(portfolio, sign.neverCheckOut);
  return { ...maturity, shown, contradictions: contradictionsOf(maturity.profile, shown, policy) };
}
