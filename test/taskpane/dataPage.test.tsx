/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, openPane, rowsOf } from './paneTest';
import { initiativeRows, judged, nothingFound, partnerRows, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#data';

describe('the data page', () => {
  test('says which tables were found where, and that no row was lost', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    expect(screen.getByText('table Partners')).toBeVisible();
    expect(screen.getByText('6 rows: 5 used, 1 reported')).toBeVisible();
    expect(screen.getByText('9 rows: 8 used, 1 reported')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Partners!A1:[A-Z]+7$/ }));
    expect(asked).toEqual(['select Partners!A1']);
  });

  test('groups what is to mend by its kind, each with the way to its cell', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    const { issues } = samplePortfolio.rows;
    const kinds = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
    expect(kinds).toEqual(expect.arrayContaining(['Partners listed twice 1', 'Partners not in the Partners table 1', 'Numbers that cannot be read 1', 'Dates with two readings 1']));
    expect(screen.getByText(`${issues.length} places to mend. What is there is left out of the figures until then.`)).toBeVisible();
    for (const issue of issues) expect(screen.getByText(issue.message)).toBeVisible();
    await user.click(within(screen.getByRole('list', { name: 'Partners listed twice' })).getByRole('button'));
    expect(asked).toEqual(['select Partners!A7']);
  });

  test('shows ten of a kind, and ten more at a press', async () => {
    const many = Array.from({ length: 23 }, (_, index) => ({ ...initiativeRows[0], Initiative: `Venture ${index}`, Due: '03/04/2027' }));
    const { user } = openPane(ready(judged(partnersTable(partnerRows), initiativesTable(many))), { at });
    expect(rowsOf('Dates with two readings')).toHaveLength(10);
    await user.click(screen.getByRole('button', { name: 'Show 10 more' }));
    await user.click(screen.getByRole('button', { name: 'Show 3 more' }));
    expect(rowsOf('Dates with two readings')).toHaveLength(23);
  });

  test('says how the figures came to be', () => {
    openPane(ready(samplePortfolio), { at });
    expect(samplePortfolio.notes.length).toBeGreaterThan(0);
    for (const note of samplePortfolio.notes) expect(screen.getByText(note)).toBeVisible();
  });

  test('a clean workbook is told so', () => {
    openPane(ready(judged(partnersTable(partnerRows.slice(0, 1)), initiativesTable(initiativeRows.slice(0, 1)))), { at });
    expect(screen.getByText('Every cell that matters could be read.')).toBeVisible();
  });

  test('without tables it says which headers they need', () => {
    openPane(ready(nothingFound), { at });
    expect(screen.getByText('Partners: not found')).toBeVisible();
    expect(screen.getByText('Needs the headers Initiative, Partner, Stage and Sales sponsor.')).toBeVisible();
  });

  test('is free of accessibility problems', async () => {
    const { container } = openPane(ready(samplePortfolio), { at });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
