/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { cellAddress } from '../../src/domain/cell';
import { judge } from '../../src/domain/judge';
import { findTables } from '../../src/tables/findTables';
import { type ReadingChoices, noChoices } from '../../src/tables/readingChoices';
import { readTables } from '../../src/tables/readTables';
import type { Source } from '../../src/tables/source';
import { writeChoices } from '../../src/tables/storedChoices';
import type { PaneServices } from '../../src/taskpane/paneServices';
import { type Cell, day, excelTable, initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, meanwhile, openPane, rowsOf } from './paneTest';
import { asOf, initiativeRows, judged, nothingFound, partnerRows, samplePortfolio } from './samplePortfolio';
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
    const sources = [
      partnersTable([...partnerRows, { Partner: 'Zeta ', Status: 'Watchd' }]),
      initiativesTable([
        ...initiativeRows, { Initiative: 'Misnamed', Partner: 'Halden Clod', Stage: 'Launch' }, { Initiative: 'Priced', Partner: 'Halden Cloud', Stage: 'Launch', Revenue: '$1.2m' },
        { Initiative: 'Dated', Partner: 'Halden Cloud', Stage: 'In flight', Due: '05/04/2027' },
      ]),
      excelTable('Log', [['Date', 'Partner', 'Correction', 'Champion'], [day('2026-09-01'), 'Kestrel Securty', 'Weekly call', 'Ines']], { sheetPosition: 2 }),
    ];

    /** A pane over cells: what is said of them and what is written to them is read again. */
    function open(first: ReadingChoices = noChoices, cells: readonly Source[] = sources) {
      let choices = first;
      let now = cells;
      const said: string[] = [];
      const readNow = () => judge(readTables(now, { date1904: false, choices }), asOf);
      const again = (): void => pane.become(ready(readNow()));
      const readings: PaneServices['readings'] = {
        cellsRead: () => ({ choices, tables: findTables(now, [], choices), date1904: false }),
        save: async (next) => {
          said.push(writeChoices(null, next) ?? 'nothing');
          choices = next;
          await Promise.resolve();
          again();
          return { kind: 'done' };
        },
      };
      const pane = openPane(ready(readNow()), { at, services: { readings } });
      const { edits } = pane.services;
      jest.spyOn(edits, 'edit').mockImplementation(async ({ cell, value }) => {
        said.push(`${cellAddress(cell)} = ${JSON.stringify(value)}`);
        now = now.map((source) => (source.sheet !== cell.sheet ? source : { ...source, values: source.values.map((row, r) => row.map((old, c) => (r === cell.row && c === cell.column && typeof value !== 'object' ? value : old))) }));
        await Promise.resolve();
        again();
        return { kind: 'done', cell };
      });
      return { ...pane, said, edits };
    }
    const group = (name: RegExp): HTMLElement => screen.getByRole('group', { name });

    test('offers what a misread cell most plainly means, writes that one cell by its name, and goes on to the next one', async () => {
      const { user, said, edits } = open();
      const partnerIssues = within(screen.getByRole('list', { name: 'Partners not in the Partners table' }));
      expect(partnerIssues.getAllByRole('button', { name: /^Write/ }).map(({ textContent }) => textContent)).toEqual(['Write Oakhurst Logistics', 'Write Halden Cloud', 'Write Kestrel Security']);
      await user.click(partnerIssues.getByRole('button', { name: /^Write Halden Cloud into Initiatives!/ }));
      expect(said).toEqual(['Initiatives!B11 = "Halden Cloud"']);
      expect(edits.edit).toHaveBeenCalledWith(expect.objectContaining({ what: 'Partner of Misnamed' }));
      expect(screen.getByRole('button', { name: 'Write Kestrel Security into Log!B2' })).toHaveFocus();
    });

    test('the last fix hands the focus to the heading above', async () => {
      const { user } = open(noChoices, [partnersTable([{ Partner: 'Halden Cloud' }]), initiativesTable([{ Initiative: 'One', Partner: 'Halden Clod', Stage: 'Launch' }])]);
      await user.click(screen.getByRole('button', { name: /^Write Halden Cloud into/ }));
      expect(screen.getByRole('heading', { name: /^Cells to mend/ })).toHaveFocus();
      expect(screen.getByText('Every cell that matters could be read.')).toBeVisible();
    });

    test('who goes elsewhere while a cell is written stays there', async () => {
      const { user, edits } = open();
      jest.spyOn(edits, 'edit').mockImplementation(async ({ cell }) => {
        screen.getByRole('button', { name: /other pages/ }).focus();
        return Promise.resolve({ kind: 'done', cell });
      });
      await user.click(screen.getByRole('button', { name: /^Write Halden Cloud into/ }));
      await meanwhile(() => undefined);
      expect(screen.getByRole('button', { name: /other pages/ })).toHaveFocus();
    });

    test('offers both readings of a date', () => {
      open();
      const dates = screen.getByRole('list', { name: 'Dates with two readings' });
      expect(within(dates).getAllByRole('button', { name: /^Write/ }).slice(-2).map(({ textContent }) => textContent)).toEqual(['Write 5 Apr 2027', 'Write 4 May 2027']);
    });

    test('asks once which number of a date is the day, keeps the answer, and goes on to the next question', async () => {
      const { user, said } = open();
      const question = group(/^Which comes first in dates such as "03\/04\/2027"\?/);
      expect(within(question).getByText('2 dates are left out until then. The answer holds for this workbook.')).toBeVisible();
      await user.click(within(question).getByRole('button', { name: 'Month first: 4 Mar 2027' }));
      expect(said).toEqual(['{"version":1,"dateOrder":"monthFirst"}']);
      expect(screen.getByText('Dates that do not tell are read so: Month first.', { selector: 'p' })).toBeVisible();
      expect(screen.queryByRole('list', { name: 'Dates with two readings' })).toBeNull();
      const next = screen.getByRole('combobox', { name: 'Which currency is the money in?' });
      expect(next).toHaveFocus();
      expect(next).toHaveAccessibleDescription('Two currencies are used equally often, so that no amount with one counts. The answer holds for this workbook.');
      await user.click(screen.getByRole('button', { name: 'Ask again: dates' }));
      expect(said.at(-1)).toBe('nothing');
      expect(group(/^Which comes first in dates/)).toBeVisible();
    });

    test('asks whose sign it is, and shows a cell that it marks', async () => {
      const { user, said, asked } = open();
      const question = within(group(/^Which currency does \$ mean\?/));
      expect(question.getByText('Several countries write $. 1 amount is read as USD until you answer; the answer holds for this workbook.')).toBeVisible();
      await user.click(question.getByRole('button', { name: /^Initiatives!/ }));
      expect(asked).toEqual([expect.stringMatching(/^select Initiatives!/)]);
      await user.click(question.getByRole('button', { name: 'Answer' }));
      expect(said).toEqual([]);
      await user.selectOptions(question.getByRole('combobox'), 'CAD Canadian Dollar');
      await user.click(question.getByRole('button', { name: 'Answer' }));
      expect(said).toEqual(['{"version":1,"signs":{"$":"CAD"}}']);
      expect(screen.getByText('The sign $ means CAD.', { selector: 'p' })).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Ask again: $' }));
      expect(said.at(-1)).toBe('nothing');
    });

    test('asks which currency money is in where nothing says, and not where there is no money', async () => {
      const money = (cell: Cell) => [partnersTable([{ Partner: 'Halden Cloud' }]), initiativesTable([{ Initiative: 'One', Partner: 'Halden Cloud', Stage: 'Launch', Revenue: cell }])];
      const without = open(noChoices, money(''));
      expect(screen.queryByRole('combobox', { name: 'Which currency is the money in?' })).toBeNull();
      without.unmount();
      const { user, said } = open(noChoices, money(5));
      await user.selectOptions(screen.getByRole('combobox', { name: 'Which currency is the money in?' }), 'CHF');
      await user.click(screen.getByRole('button', { name: 'Answer' }));
      expect(said).toEqual(['{"version":1,"currency":"CHF"}']);
      expect(screen.getByText('Money that says no currency is in CHF.', { selector: 'p' })).toBeVisible();
      expect(screen.getByText('Money is in CHF.')).toBeVisible();
    });

    test('shows of each field the column that it is read from with its first values, and reads it from another', async () => {
      const { user, said, container } = open();
      await user.click(screen.getByRole('button', { name: /^Columns of Initiatives/ }));
      const sponsor = screen.getByRole('combobox', { name: 'Sales sponsor (needed)' });
      expect(sponsor).toHaveDisplayValue('Sales sponsor');
      expect(sponsor).toHaveAccessibleDescription(expect.stringContaining('Carla Mendes') as string);
      expect(screen.getByRole('combobox', { name: 'Launched on' })).toHaveAccessibleDescription('1 Oct 2025 · 1 Oct 2025 · 1 Oct 2025');
      await user.selectOptions(sponsor, 'Owner');
      expect(said).toEqual(['{"version":1,"initiatives":{"salesSponsor":{"header":"Owner","between":["Sales sponsor","Qualified on"]}}}']);
      expect(screen.getByText('Sales sponsor is read from the column Owner, and Owner from it no more.')).toBeInTheDocument();
      expect(sponsor).toHaveFocus();
      expect([sponsor, screen.getByRole('combobox', { name: 'Owner' })].map((field) => (field as HTMLSelectElement).selectedOptions[0]?.text)).toEqual(['Owner', 'No column']);
      expect(sponsor).toHaveAccessibleDescription(expect.stringMatching(/^chosen · Lea Fischer/) as string);
      await user.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'Owner');
      expect(said.at(-1)).toBe('nothing');
      await user.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'No column');
      expect(said.at(-1)).toBe('{"version":1,"initiatives":{"owner":null}}');
      expect(await accessibilityProblems(container)).toEqual([]);
    });

    test('tells two columns of one header apart by their letters', async () => {
      const { user, said } = open(noChoices, [excelTable('Partners', [['Partner', 'Tier', 'Boss', 'Boss'], ['Acme', 'A', 'Vera', 'Will']])]);
      await user.click(screen.getByRole('button', { name: /^Columns of Partners/ }));
      const field = screen.getByRole('combobox', { name: 'Executive sponsor' });
      expect(within(field).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['No column', 'Partner', 'Tier', 'Boss (column C)', 'Boss (column D)']);
      await user.selectOptions(field, 'Boss (column D)');
      expect(said).toEqual(['{"version":1,"partners":{"executiveSponsor":{"header":"Boss","between":["Boss",""]}}}']);
      expect(field).toHaveAccessibleDescription('chosen · Will');
    });

    test('makes a table of one that lacks a column, once the column is chosen', async () => {
      const { user } = open(noChoices, [partnersTable([{ Partner: 'Acme' }]), excelTable('Work', [['Venture', 'Partner', 'Stage', 'Champion'], ['Cloud', 'Acme', 'Launch', 'Carla']])]);
      expect(screen.getByText('Initiatives: not found')).toBeVisible();
      await user.click(screen.getByRole('button', { name: /^Columns of Initiatives/ }));
      const field = screen.getByRole('combobox', { name: 'Sales sponsor (needed)' });
      expect(field).toBeInvalid();
      await user.selectOptions(field, 'Champion');
      expect(screen.getAllByText('1 row: 1 used, 0 reported')).toHaveLength(2);
      expect(field).toBeValid();
    });

    test('takes back what was chosen', async () => {
      const { user, said } = open({ ...noChoices, partners: { tier: { header: 'Status', between: ['', ''] } } });
      await user.click(screen.getByRole('button', { name: /^Columns of Partners/ }));
      await user.click(screen.getByRole('button', { name: 'Recognise all again' }));
      expect(said).toEqual(['nothing']);
    });

    test('asks where a chosen column is called otherwise, and where it is gone', async () => {
      const chosen = { header: 'Backer', between: ['Correction', ''] } as const;
      const { user, said } = open({ ...noChoices, corrections: { owner: chosen }, partners: { tier: { header: 'Class', between: ['', ''] } } });
      const renamed = within(group(/^The column Backer, which was chosen for Owner, is called Champion now\. Is it still the one\?/));
      await user.click(renamed.getByRole('button', { name: 'Yes, keep it' }));
      expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ corrections: { owner: { header: 'Champion', between: ['Correction', ''] } } });
      const gone = within(group(/^The column Class, which was chosen for Tier, is not there any more\./));
      expect(gone.getByText('Choose another under Columns of Partners.')).toBeVisible();
      await user.click(gone.getByRole('button', { name: 'Forget the choice' }));
      expect(JSON.parse(said.at(-1) ?? '')).not.toHaveProperty('partners');
    });

    test('lists what is read and written otherwise, and writes it plainly', async () => {
      const { user, said } = open();
      await user.click(screen.getByRole('button', { name: /^Read, but written otherwise/ }));
      expect(screen.getByText('Another word in Stage: "In flight"')).toBeVisible();
      await user.click(screen.getByRole('button', { name: /^Write Zeta into Partners!/ }));
      await user.click(screen.getByRole('button', { name: /^Write 1,200,000 into Initiatives!/ }));
      expect(said).toEqual(['Partners!A8 = "Zeta"', expect.stringMatching(/^Initiatives!\w+ = \{"number":1200000,"format":"\\"\$\\"#,##0"\}$/)]);
    });

    test('names the optional tables with their place, and issues of the corrections with the others', () => {
      open(noChoices, [...sources, excelTable('Rates', [['Currency', 'Rate'], ['EUR', 1]])]);
      expect(screen.getByRole('button', { name: 'Rates!A1:B2' })).toBeVisible();
      expect(screen.getByRole('button', { name: 'Log!A1:C2' })).toBeVisible();
      expect(rowsOf('Partners not in the Partners table').some((row) => row.includes('Kestrel Securty'))).toBe(true);
    });

    test('is free of accessibility problems', async () => {
      const { user, container } = open({ ...noChoices, currency: 'EUR', corrections: { owner: { header: 'Backer', between: ['Correction', ''] } } });
      await user.click(screen.getByRole('button', { name: /^Read, but written otherwise/ }));
      expect(await accessibilityProblems(container)).toEqual([]);
    });
  });

  test('is free of accessibility problems', async () => {
    const { container } = openPane(ready(samplePortfolio), { at });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
