/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { findTables } from '../../src/tables/findTables';
import { type ReadingChoices, noChoices, writeChoices } from '../../src/tables/readingChoices';
import { initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, meanwhile, openPane, rowsOf } from './paneTest';
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

  describe('with the cells at hand', () => {
    const sources = [partnersTable([...partnerRows, { Partner: 'Zeta ', Status: 'Watchd' }]), initiativesTable([...initiativeRows.map((row) => ({ ...row })), { Initiative: 'Misnamed', Partner: 'Halden Clod', Stage: 'Launch', Revenue: '$1.2m' }, { Initiative: 'Dated', Partner: 'Halden Cloud', Stage: 'In flight', Due: '03/04/2027' }])];
    const portfolio = judged(...sources);
    const readAs = (choices: ReadingChoices = noChoices) => ({ cellsRead: () => ({ choices, tables: findTables(sources, [], choices), sources, date1904: false }) });
    function open(choices: ReadingChoices = noChoices) {
      const pane = openPane(ready(portfolio), { at });
      pane.unmount();
      return openPane(ready(portfolio), { at, services: { readings: { ...pane.services.readings, ...readAs(choices), save: (next) => { asked.push(`read by ${writeChoices(null, next) ?? 'the headers'}`); return Promise.resolve({ kind: 'done' }); } } } });
    }
    const asked: string[] = [];
    beforeEach(() => { asked.length = 0; });

    test('offers what a misread cell most plainly means, and writes that one cell', async () => {
      const pane = open();
      await pane.user.click(screen.getByRole('button', { name: /^Write Halden Cloud into Initiatives!/ }));
      expect(pane.asked).toEqual([expect.stringMatching(/^write Initiatives![A-Z]+\d+ = Halden Cloud$/)]);
    });

    test('offers both readings of a date', () => {
      open();
      const dates = screen.getByRole('list', { name: 'Dates with two readings' });
      expect(within(dates).getAllByRole('button', { name: /^Write/ }).slice(-2).map(({ textContent }) => textContent)).toEqual(['Write 3 Apr 2027', 'Write 4 Mar 2027']);
    });

    test('asks once which number of a date is the day, and keeps the answer', async () => {
      const pane = open();
      const question = screen.getByRole('group', { name: /^Which comes first in dates such as/ });
      await pane.user.click(within(question).getByRole('button', { name: /^Day first/ }));
      expect(asked).toEqual(['read by {"version":1,"dateOrder":"dayFirst"}']);
    });

    test('what was answered is said and can be asked again', async () => {
      const pane = open({ ...noChoices, dateOrder: 'monthFirst', currency: 'EUR' });
      expect(screen.getByText('Dates that do not tell are read so: Month first.')).toBeVisible();
      expect(screen.getByText('Money that says no currency is in EUR.')).toBeVisible();
      await pane.user.click(screen.getAllByRole('button', { name: 'Ask again' })[0] as HTMLElement);
      expect(asked).toEqual(['read by {"version":1,"currency":"EUR"}']);
    });

    test('shows of each field the column that it is read from with its first values, and reads it from another', async () => {
      const pane = open();
      await pane.user.click(screen.getByRole('button', { name: /^Columns of Initiatives/ }));
      const sponsor = screen.getByRole('combobox', { name: 'Sales sponsor (needed)' });
      expect(sponsor).toHaveDisplayValue('Sales sponsor');
      expect(sponsor).toHaveAccessibleDescription(expect.stringContaining('Carla Mendes') as string);
      await pane.user.selectOptions(sponsor, 'Owner');
      await pane.user.selectOptions(screen.getByRole('combobox', { name: 'Outcome' }), 'No column');
      expect(asked).toEqual([expect.stringMatching(/^read by \{"version":1,"initiatives":\{"salesSponsor":\{"header":"Owner","position":\d+\}\}\}$/), ...(asked.slice(1))]);
      expect(await accessibilityProblems(pane.container)).toEqual([]);
    });

    test('takes back what was chosen', async () => {
      const pane = open({ ...noChoices, partners: { tier: { header: 'Status', position: 2 } } });
      await pane.user.click(screen.getByRole('button', { name: /^Columns of Partners/ }));
      expect(screen.getByRole('combobox', { name: 'Tier' })).toHaveAccessibleDescription(expect.stringMatching(/^chosen/) as string);
      await pane.user.click(screen.getByRole('button', { name: 'Recognise all again' }));
      expect(asked).toEqual(['read by the headers']);
    });

    test('lists what is read and written otherwise, and writes it plainly', async () => {
      const pane = open();
      await pane.user.click(screen.getByRole('button', { name: /^Read, but written otherwise/ }));
      expect(screen.getByText('Another word in Stage: "In flight"')).toBeVisible();
      await pane.user.click(screen.getByRole('button', { name: /^Write Zeta into Partners!/ }));
      expect(pane.asked).toEqual([expect.stringMatching(/^write Partners!A\d+ = Zeta$/)]);
    });

    test('the focus goes on to the next fix when a cell is mended', async () => {
      const pane = open();
      const first = screen.getAllByRole('button', { name: /^Write .* into/ })[0] as HTMLElement;
      await pane.user.click(first);
      await meanwhile(() => pane.become(ready(judged(partnersTable(partnerRows), initiativesTable(initiativeRows)))));
      expect(document.activeElement).not.toBe(document.body);
    });
  });

  test('is free of accessibility problems', async () => {
    const { container } = openPane(ready(samplePortfolio), { at });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
