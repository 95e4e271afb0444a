/** A partner's health by dimension: what each scores, what it costs, and why. */
import { costliestOf } from '../../domain/exits';
import { narrowedTo } from '../../domain/narrowedPortfolio';
import { type Dimension, type PartnerHealth, type Portfolio, type Reason, dimensions } from '../../domain/portfolio';
import { reasonsFor } from '../../domain/reasons';
import { looks } from '../palette';
import { dimensionTable as text, dimensionWords } from '../sentences';
import { lines } from '../textFit';
import type { Entry, Grid, SheetComposer } from '../sheetComposer';
import { type Field, type View, fieldsOf, headerRow, heading, paragraphs } from './section';

const whyCharacters = 82;

interface Row {
  readonly dimension: Dimension;
  readonly judged: PartnerHealth;
  readonly why: readonly string[];
}

export function dimensionTable(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, { of }: View): () => void {
  const [judged] = portfolio.partners;
  if (judged === undefined) return () => undefined;
  const reasons = reasonsFor(portfolio, judged);
  heading(sheet, grid, text.heading, [text.finding(judged.health, judged.rating, costliestOf(judged)), of === 'shared' ? text.madeOf : null].filter(Boolean).join(' ') || null);
  const rows = dimensions.filter((dimension) => dimension !== 'relationship' || isSurveyed(portfolio)).map((dimension): Row => ({ dimension, judged, why: lines(whyOf(dimension, judged, reasons), whyCharacters) }));
  const { columns, entries } = fieldsOf(grid, fields());
  headerRow(sheet, columns);
  const why = columns.at(-1)?.column ?? grid.first;
  const first = sheet.row;
  for (const row of rows) {
    row.why.forEach((line, index) => {
      const last = index === row.why.length - 1;
      const cells: readonly Entry[] = index === 0 ? entries(row) : [{ column: why, value: line }];
      sheet.add(cells, { keepWithNext: !last, look: last ? looks.rowRule : undefined });
    });
  }
  for (const { column, span, look } of columns) if (look) sheet.addLook({ row: first, column, rows: sheet.row - first, columns: span }, look);
  const remarks = reasons.filter(({ dimension }) => dimension === null).map((reason) => `${reason.text}.`);
  const said = of === 'internal' && isSurveyed(portfolio) ? [...remarks, ...withoutSurvey(portfolio, judged)] : remarks;
  if (said.length > 0) sheet.space(6);
  paragraphs(sheet, grid, said);
  return () => undefined;
}

function isSurveyed({ rows }: Portfolio): boolean {
  const columns = rows.partners?.columns;
  return columns?.relationship !== undefined || columns?.partnersView !== undefined;
}

function whyOf(dimension: Dimension, { dimensions: parts, health }: PartnerHealth, reasons: readonly Reason[]): string {
  if (parts[dimension].score === null) return text.unknown;
  const reason = reasons.find((one) => one.dimension === dimension);
  // The points stand in a column of their own.
  if (reason !== undefined) return reason.text.replace(/ \([^()]* points?\)$/, '');
  return health === null ? '–' : text.nothingLost;
}

/** So that nobody is surprised by the figure on the other edition. */
function withoutSurvey(portfolio: Portfolio, { partner }: PartnerHealth): readonly string[] {
  const shared = narrowedTo(portfolio, partner.key, 'shared')?.partners[0];
  return shared === undefined ? [] : [text.withoutSurvey(shared.health, shared.rating)];
}

function fields(): readonly Field<Row>[] {
  const [name = '', score = '', known = '', lost = '', why = ''] = text.columns;
  return [
    { title: name, span: 2, entry: ({ dimension }) => ({ value: dimensionWords[dimension], look: looks.strong }) },
    { title: score, span: 1, look: looks.score, entry: ({ dimension, judged }) => ({ value: judged.dimensions[dimension].score ?? '–' }) },
    { title: known, span: 1, look: looks.share, entry: ({ dimension, judged }) => ({ value: judged.dimensions[dimension].known }) },
    { title: lost, span: 1, look: looks.lost, entry: ({ dimension, judged }) => ({ value: judged.health === null ? '–' : judged.dimensions[dimension].pointsLost }) },
    { title: why, span: 7, look: looks.indented, entry: ({ why: [first = ''] }) => ({ value: first }) },
  ];
}
