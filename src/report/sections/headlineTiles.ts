/** Twelve figures an executive asks for first, of the portfolio or of one partner, each with a line that explains it; a tile without data says why. */
import type { Minor } from '../../domain/measure';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { fixed } from '../../domain/rounding';
import { costliestOf } from '../../domain/exits';
import { looks, ratingColors, ratingShape, ratingWord } from '../palette';
import { partnerTiles as ofPartner, percent, tiles, words } from '../sentences';
import type { Grid, SheetComposer } from '../sheetComposer';
import type { Look, PlanValue } from '../sheetPlan';

export interface Tile {
  readonly label: string;
  readonly figure: PlanValue;
  readonly note: string;
  readonly look?: Look;
}

const tenths: Look = { numberFormat: '0.0' };
const wholePercent: Look = { numberFormat: '0%' };
const tileColumns = 2;

/** A number must fit the one column that it stands in, in the size of a tile. */
function moneyOfTile(amount: number): Look {
  if (amount >= 99_950_000_000) return { numberFormat: '0,,," B"' };
  if (amount >= 999_500_000) return { numberFormat: '0.0,,," B"' };
  return { numberFormat: amount >= 99_950_000 ? '0,," M"' : looks.money.numberFormat };
}

/** What is lost where launched or approved initiatives fail for want of a sponsor, in minor units. */
export function valueAtRisk(portfolio: Portfolio): Minor {
  return portfolio.sponsorGaps.reduce((sum, gap) => (gap.severity === 'Next' ? sum : sum + (gap.valueAtRisk ?? 0)), 0) as Minor;
}

type TileName = 'revenue' | 'coverage' | 'sponsors' | 'risk' | 'leading' | 'lagging' | 'launched' | 'closed';

/** What a portfolio and a single partner are both asked. */
function commonTiles({ headline: totals, sponsorCoverage, sponsorGaps, rows }: Portfolio, atRisk: Minor): Readonly<Record<TileName, Tile>> {
  const coverage = totals.pipelineCoverage;
  const { byValue, byCount } = sponsorCoverage;
  return {
    revenue: totals.revenueExpected > 0
      ? { label: tiles.revenue, figure: totals.revenue / totals.revenueExpected, note: tiles.revenueNote(totals.revenue, Math.round(totals.revenueExpected) as Minor, rows.currency), look: wholePercent }
      : { label: tiles.revenue, figure: '–', note: tiles.revenueUnknown },
    coverage: coverage === 'covered'
      ? { label: tiles.coverage, figure: tiles.covered, note: tiles.coveredNote }
      : { label: tiles.coverage, figure: coverage ?? '–', note: coverage === null ? tiles.coverageUnknown : tiles.coverageNote, look: { numberFormat: '0.0"×"' } },
    sponsors: {
      label: tiles.sponsors,
      figure: byValue ?? '–',
      note: byValue === null ? tiles.sponsorsUnknown : tiles.sponsorsNote(byCount === null ? words.noData : percent(byCount)),
      look: wholePercent,
    },
    risk: {
      label: tiles.risk(rows.currency),
      figure: atRisk / 100,
      note: tiles.riskNote(sponsorGaps.filter((gap) => gap.severity !== 'Next').length),
      look: moneyOfTile(atRisk / 100),
    },
    leading: { label: tiles.leading, figure: totals.leading ?? '–', note: tiles.leadingNote, look: tenths },
    lagging: { label: tiles.lagging, figure: totals.lagging ?? '–', note: tiles.laggingNote, look: tenths },
    launched: { label: tiles.launched, figure: totals.inQuarter.launched, note: tiles.launchedNote },
    closed: { label: tiles.closed, figure: totals.inQuarter.closed, note: tiles.closedNote(totals.inQuarter.succeeded) },
  };
}

/** The change since the last review, where there was one. */
function healthNote({ equalWeightHealth, trend: { portfolio: { change, last } } }: Portfolio): string {
  if (change.kind === 'known' && last !== null) return tiles.healthChange(change.points, last.asOf);
  return equalWeightHealth === null ? tiles.healthUnknown : tiles.healthNote(fixed(equalWeightHealth, 1));
}

function portfolioTiles(portfolio: Portfolio): readonly Tile[] {
  const { health, byRating, headline: totals, sponsorLoad, policy } = portfolio;
  const common = commonTiles(portfolio, valueAtRisk(portfolio));
  return [
    { label: tiles.health, figure: health ?? '–', note: healthNote(portfolio), look: tenths },
    {
      label: tiles.ratings,
      figure: `${ratingShape.Green} ${byRating.Green}  ${ratingShape.Amber} ${byRating.Amber}  ${ratingShape.Red} ${byRating.Red}  ${ratingShape['Not rated']} ${byRating['Not rated']}`,
      note: tiles.ratingsNote,
      // Four counts of three digits would not fit.
      look: { size: portfolio.partners.length < 100 ? 13 : 10 },
    },
    common.revenue, common.coverage, common.sponsors, common.risk, common.leading, common.lagging, common.launched, common.closed,
    { label: tiles.exits, figure: totals.exits, note: tiles.exitsNote(policy.closedMonths) },
    {
      label: tiles.load,
      figure: sponsorLoad.filter((load) => load.load === 'overloaded').length,
      note: tiles.loadNote(sponsorLoad.filter((load) => load.load === 'stretched').length),
    },
  ];
}

function ratingTile({ rating, notRated, cappedBySponsorRule, ...judged }: PartnerHealth): Tile {
  const costliest = costliestOf(judged);
  const rated = cappedBySponsorRule ? ofPartner.capped : costliest === null ? ofPartner.nothingLost : ofPartner.costliest(costliest);
  return {
    label: ofPartner.rating,
    figure: ratingWord(rating),
    note: notRated === null ? rated : ofPartner.notRated[notRated.kind],
    look: { size: 14, color: ratingColors[rating].color },
  };
}

function changeTile({ trend }: Portfolio): Tile {
  const own = trend.partners[0];
  if (own === undefined || own.change.kind === 'unknown') return { label: ofPartner.change, figure: '–', note: ofPartner.changeUnknown[own?.change.kind === 'unknown' ? own.change.because : 'noSnapshot'] };
  return { label: ofPartner.change, figure: ofPartner.changeFigure(own.change.points), note: own.last === null ? '' : ofPartner.since(own.last.asOf) };
}

/** Of a portfolio narrowed to one partner. */
function partnerTiles(portfolio: Portfolio, judged: PartnerHealth): readonly Tile[] {
  const common = commonTiles(portfolio, valueAtRisk(portfolio));
  const open = (portfolio.rows.initiatives?.rows ?? []).filter(({ stage }) => stage !== 'Closed');
  return [
    { label: ofPartner.health, figure: judged.health ?? '–', note: ofPartner.healthNote(judged.confidence), look: tenths },
    ratingTile(judged),
    common.revenue, common.coverage, common.sponsors, changeTile(portfolio), common.leading, common.lagging, common.risk,
    { label: ofPartner.open, figure: open.length, note: ofPartner.openNote(open.filter(({ stage }) => stage === 'Launch').length) },
    common.launched, common.closed,
  ];
}

export function portfolioHeadline(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): void {
  addTiles(sheet, grid, portfolioTiles(portfolio));
}

export function partnerHeadline(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, judged: PartnerHealth): void {
  addTiles(sheet, grid, partnerTiles(portfolio, judged));
}

export function addTiles(sheet: SheetComposer, grid: Grid, all: readonly Tile[]): void {
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
