/** Twelve figures an executive asks for first, each with a line that explains it; a tile without data says why. */
import type { Minor } from '../../domain/measure';
import type { Portfolio } from '../../domain/portfolio';
import { looks, ratingShape } from '../palette';
import { percent, tiles, words } from '../sentences';
import type { Grid, SheetComposer } from '../sheetComposer';
import type { Look, PlanValue } from '../sheetPlan';

interface Tile {
  readonly label: string;
  readonly figure: PlanValue;
  readonly note: string;
  readonly look?: Look;
}

const tenths: Look = { numberFormat: '0.0' };
const wholePercent: Look = { numberFormat: '0%' };
const tileColumns = 2;

/** What is lost where launched or approved initiatives fail for want of a sponsor, in minor units. */
export function valueAtRisk(portfolio: Portfolio): Minor {
  return portfolio.sponsorGaps.reduce((sum, gap) => (gap.severity === 'Next' ? sum : sum + (gap.valueAtRisk ?? 0)), 0) as Minor;
}

function headline(portfolio: Portfolio): readonly Tile[] {
  const { health, equalWeightHealth, byRating, headline: totals, sponsorCoverage, sponsorLoad, rows } = portfolio;
  const past = portfolio.sponsorGaps.filter((gap) => gap.severity !== 'Next').length;
  const coverage = totals.pipelineCoverage;
  const share = (value: number | null): string => (value === null ? words.noData : percent(value));
  return [
    { label: tiles.health, figure: health ?? '–', note: equalWeightHealth === null ? tiles.healthUnknown : tiles.healthNote(equalWeightHealth.toFixed(1)), look: tenths },
    {
      label: tiles.ratings,
      figure: `${ratingShape.Green} ${byRating.Green}  ${ratingShape.Amber} ${byRating.Amber}  ${ratingShape.Red} ${byRating.Red}  ${ratingShape['Not rated']} ${byRating['Not rated']}`,
      note: tiles.ratingsNote,
      look: { size: 13 },
    },
    totals.revenueExpected > 0
      ? { label: tiles.revenue, figure: totals.revenue / totals.revenueExpected, note: tiles.revenueNote(totals.revenue, Math.round(totals.revenueExpected) as Minor, rows.currency), look: wholePercent }
      : { label: tiles.revenue, figure: '–', note: tiles.revenueUnknown },
    coverage === 'covered'
      ? { label: tiles.coverage, figure: tiles.covered, note: tiles.coveredNote }
      : { label: tiles.coverage, figure: coverage ?? '–', note: coverage === null ? tiles.coverageUnknown : tiles.coverageNote, look: { numberFormat: '0.0"×"' } },
    { label: tiles.sponsors, figure: sponsorCoverage.byValue ?? '–', note: sponsorCoverage.byValue === null ? tiles.sponsorsUnknown : tiles.sponsorsNote(share(sponsorCoverage.byCount)), look: wholePercent },
    { label: tiles.risk(rows.currency), figure: valueAtRisk(portfolio) / 100, note: tiles.riskNote(past), look: { numberFormat: looks.money.numberFormat } },
    { label: tiles.leading, figure: totals.leading ?? '–', note: tiles.leadingNote, look: tenths },
    { label: tiles.lagging, figure: totals.lagging ?? '–', note: tiles.laggingNote, look: tenths },
    { label: tiles.launched, figure: totals.inQuarter.launched, note: tiles.launchedNote },
    { label: tiles.closed, figure: totals.inQuarter.closed, note: tiles.closedNote(totals.inQuarter.succeeded) },
    { label: tiles.exits, figure: totals.exits, note: tiles.exitsNote(portfolio.policy.closedMonths) },
    {
      label: tiles.load,
      figure: sponsorLoad.filter((load) => load.load === 'overloaded').length,
      note: tiles.loadNote(sponsorLoad.filter((load) => load.load === 'stretched').length),
    },
  ];
}

export function headlineTiles(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): void {
  const all = headline(portfolio);
  const perRow = (grid.last - grid.first + 1) / tileColumns;
  for (let start = 0; start < all.length; start += perRow) {
    const row = all.slice(start, start + perRow);
    const column = (position: number): number => grid.first + position * tileColumns;
    sheet.add(row.map((tile, i) => ({ column: column(i), span: tileColumns, value: tile.label, look: looks.tileLabel })), { height: 16, keepWithNext: true, startsSection: start === 0 });
    sheet.add(row.map((tile, i) => ({ column: column(i), span: tileColumns, value: tile.figure, look: { ...looks.tileFigure, ...tile.look } })), { height: 26, keepWithNext: true });
    sheet.add(row.map((tile, i) => ({ column: column(i), span: tileColumns, value: tile.note, look: looks.tileNote })), { height: 14 });
    sheet.space(10);
  }
}
