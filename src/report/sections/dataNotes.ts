/** What the figures rest on: rows used and reported, assumptions, and every cell that could not be read. */
import { cellAddress } from '../../domain/cell';
import type { Issue } from '../../domain/issue';
import type { Portfolio } from '../../domain/portfolio';
import { looks } from '../palette';
import { dataNotes as text } from '../sentences';
import { fit, lines } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { headerRow, heading, listed, paragraphs, rest, type Column, type View } from './section';

const messageCharacters = 120;

export function dataNotes(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, { of }: View): () => void {
  const { issues, counts } = portfolio.rows;
  // A partner is not told which cells of ours could not be read.
  if (of === 'shared' && portfolio.notes.length === 0) return () => undefined;
  heading(sheet, grid, text.heading, of === 'shared' ? null : text.finding(issues.length));
  const rowCounts = of === 'portfolio' ? [text.rows('Partners', counts.partners), text.rows('Initiatives', counts.initiatives)] : [];
  paragraphs(sheet, grid, [...rowCounts, ...portfolio.notes]);
  if (issues.length === 0) return () => undefined;
  const [cell, message] = [grid.first, grid.first + 2];
  const columns: readonly Column[] = [
    { title: text.columns[0], column: cell, span: 2, look: looks.link },
    { title: text.columns[1], column: message, span: 10 },
  ];
  const link = (issue: Issue) => issue.cell && { location: cellAddress(issue.cell), screenTip: cellAddress(issue.cell) };
  const address = (issue: Issue): string => (issue.cell ? fit(cellAddress(issue.cell), 21) : '–');
  sheet.space(6, { keepWithNext: true });
  headerRow(sheet, columns);
  for (const issue of issues.slice(0, listed)) {
    const broken = lines(issue.message, messageCharacters);
    broken.forEach((line, i) => {
      const last = i === broken.length - 1;
      const first = i === 0 ? [{ column: cell, value: address(issue), look: looks.link, link: link(issue) ?? undefined }] : [];
      sheet.add([...first, { column: message, value: line }], { keepWithNext: !last, look: last ? looks.rowRule : undefined });
    });
  }
  return rest(sheet, grid, {
    title: text.heading,
    columns,
    items: issues.slice(listed),
    entries: (issue) => [
      { column: cell, value: address(issue), link: link(issue) ?? undefined },
      { column: message, value: fit(issue.message, messageCharacters) },
    ],
  });
}
