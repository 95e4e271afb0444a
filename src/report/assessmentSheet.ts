/** The result of a practice assessment as a sheet: how far the practice has come, what is claimed and not shown, what to do first. */
import { type Area, areaNames, areas, levelNames } from '../domain/assessment';
import { type ShownArea, shownAreas } from '../domain/claimedAndShown';
import { dayText, isoText } from '../domain/calendar';
import type { PracticeResult } from '../domain/practiceResult';
import { practiceAreas } from '../domain/practiceAreas';
import { looks } from './palette';
import { printedSheet } from './qbrSheet';
import { addTiles, type Tile } from './sections/headlineTiles';
import { type Field, explainedRows, fieldsOf, headerRow, heading, paragraphs, rows } from './sections/section';
import { partnerTiles, practice as text, shortDay, words } from './sentences';
import { fit } from './textFit';
import type { Grid, SheetComposer } from './sheetComposer';
import type { SheetPlan } from './sheetPlan';

const isShown = (area: Area): area is ShownArea => shownAreas.some((one) => one === area);

/** Filled and open circles: one for each level above none. */
const pips = (level: number): string => '●'.repeat(level) + '○'.repeat(4 - level);

function tiles(result: PracticeResult): readonly Tile[] {
  const { maturity, reason, answered, comparison, profile, contradictions, shown } = result;
  const known = areas.flatMap((area) => (profile[area] === null ? [] : [{ area, level: profile[area] }]));
  const lowest = Math.min(...known.map(({ level }) => level));
  const claims = shownAreas.filter((area) => profile[area] !== null && shown[area].share !== null).length;
  const { by } = comparison.maturity;
  return [
    { label: text.maturity, figure: maturity === null ? '–' : text.maturityFigure(maturity), note: maturity === null ? (reason ?? '') : text.maturityNote },
    { label: text.answered, figure: text.answeredFigure(answered, areas.length), note: text.answeredNote(areas.length - answered) },
    { label: text.change, figure: by === null ? '–' : partnerTiles.changeFigure(by), note: by === null || comparison.last === null ? (comparison.maturity.reason ?? '') : text.since(comparison.last) },
    { label: text.lowest, figure: lowest, note: text.lowestNote(known.filter(({ level }) => level === lowest).map(({ area }) => areaNames[area])) },
    { label: text.contradictions, figure: contradictions.length, note: text.contradictionsNote(claims) },
  ];
}

function profileFields({ profile, comparison, shown }: PracticeResult): readonly Field<Area>[] {
  const [area = '', level = '', drawn = '', change = '', shows = ''] = text.columns;
  const levelOf = (one: Area): string => {
    const now = profile[one];
    return now === null ? text.notAnswered : text.level(now, levelNames[now]);
  };
  return [
    { title: area, span: 2, entry: (one) => ({ value: areaNames[one], look: looks.strong }) },
    { title: level, span: 2, entry: (one) => ({ value: levelOf(one) }) },
    { title: drawn, span: 1, entry: (one) => ({ value: profile[one] === null ? null : pips(profile[one]), look: { color: looks.link.color } }) },
    { title: change, span: 1, look: looks.change, entry: (one) => ({ value: comparison.areas[one].by ?? '–' }) },
    { title: shows, span: 6, look: looks.indented, entry: (one) => ({ value: isShown(one) ? fit(shown[one].text, 78) : text.notShown }) },
  ];
}

function profileSection(sheet: SheetComposer, grid: Grid, result: PracticeResult): void {
  heading(sheet, grid, text.areas, result.studies ?? result.reason);
  const list = { title: text.areas, items: areas, ...fieldsOf(grid, profileFields(result)) };
  headerRow(sheet, list.columns);
  rows(sheet, grid, list.columns, areas.map(list.entries));
}

function claimsSection(sheet: SheetComposer, grid: Grid, { contradictions }: PracticeResult): void {
  heading(sheet, grid, text.claims, contradictions.length === 0 ? text.allBorneOut : text.someNot(contradictions.length));
  paragraphs(sheet, grid, contradictions.map((contradiction) => contradiction.text));
}

function movesSection(sheet: SheetComposer, grid: Grid, { moves }: PracticeResult): void {
  heading(sheet, grid, text.moves, moves.length === 0 ? text.noMoves : text.movesFinding(moves.length));
  const fields: readonly Field<PracticeResult['moves'][number]>[] = [{ title: '', span: 12, entry: ({ area, level }) => ({ value: `${areaNames[area]}: ${text.level(level, levelNames[level])}`, look: looks.strong }) }];
  explainedRows(sheet, grid, { title: text.moves, items: moves, ...fieldsOf(grid, fields) }, ({ area, level }) => practiceAreas[area].firstActions[level]);
}

function evidenceSection(sheet: SheetComposer, grid: Grid, { assessment }: PracticeResult): void {
  const given = areas.flatMap((area) => {
    const evidence = assessment.answers[area]?.evidence?.trim() ?? '';
    return evidence === '' ? [] : [{ area, evidence }];
  });
  if (given.length === 0) return;
  heading(sheet, grid, text.evidence, text.evidenceFinding(given.length));
  const fields: readonly Field<(typeof given)[number]>[] = [{ title: '', span: 12, entry: ({ area }) => ({ value: areaNames[area], look: looks.strong }) }];
  explainedRows(sheet, grid, { title: text.evidence, items: given, ...fieldsOf(grid, fields) }, ({ evidence }) => evidence);
}

/** Who assessed it, by the first answer that says so. */
const assessorOf = ({ assessment: { answers } }: PracticeResult): string | null => areas.map((area) => answers[area]?.assessor ?? null).find((name) => name !== null) ?? null;

export function assessmentSheet(result: PracticeResult): SheetPlan {
  const { date } = result.assessment;
  const day = shortDay(date);
  return printedSheet(
    {
      name: text.sheetName(isoText(date)),
      band: { title: text.title, quarter: day, day: dayText(date), preparedBy: assessorOf(result), edition: words.edition.internal },
      footer: { left: text.footer, center: `${day}  ·  ${words.footer.confidential}` },
    },
    (sheet, grid) => {
      addTiles(sheet, grid, tiles(result));
      for (const add of [profileSection, claimsSection, movesSection, evidenceSection]) add(sheet, grid, result);
    },
  );
}
