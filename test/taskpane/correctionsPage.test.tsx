/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import type { Source } from '../../src/tables/source';
import { day, initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, meanwhile, openPane, rowsOf } from './paneTest';
import { initiativeRows, judged, partnerRows, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#corrections';
const soon = (): Promise<void> => meanwhile(() => new Promise((resolve) => setTimeout(resolve, 0)));

const log: Source = {
  sheet: 'Log', sheetPosition: 2, hidden: false, table: 'Log', hasHeaders: true, hasTotals: false, row: 0, column: 0, formats: null,
  values: [['Date', 'Partner', 'Correction', 'Measure', 'Review on'], [day('2026-03-02').value, 'Halden Cloud', 'Weekly sales call', 'Traction', day('2026-06-01').value], [day('2026-07-01').value, '', 'Fewer, larger deals', '', '']],
} as unknown as Source;
const withLog = judged(partnersTable(partnerRows), initiativesTable(initiativeRows), log);

describe('the page of corrections', () => {
  test('says who needs one, and opens the form with that partner and what costs it most', async () => {
    const { user } = openPane(ready(samplePortfolio), { at });
    expect(rowsOf('Needs a correction')).toEqual([expect.stringMatching(/^Oakhurst Logistics/)]);
    await user.click(within(screen.getByRole('list', { name: 'Needs a correction' })).getByRole('link', { name: /^Oakhurst Logistics/ }));
    await soon();
    expect(screen.getByRole('combobox', { name: 'Partner' })).toHaveValue('oakhurstlogistics');
    expect(screen.getByRole('combobox', { name: 'Measured by' })).toHaveDisplayValue('Revenue');
    expect(screen.getByLabelText('Review on')).toHaveValue('2026-12-29');
    expect(screen.getByRole('textbox', { name: 'What is to change' })).toHaveFocus();
  });

  test('logs what was typed, by keyboard alone, and says so', async () => {
    const { user, asked } = openPane(ready(withLog), { at: `${at}/oakhurstlogistics` });
    await user.keyboard('Name a sales sponsor{Tab}No traction');
    await user.keyboard('{Enter}');
    await soon();
    expect(asked).toHaveLength(1);
    expect(JSON.parse(String(asked[0]).slice(4))).toEqual(expect.objectContaining({
      partner: 'Oakhurst Logistics', correction: 'Name a sales sponsor', reason: 'No traction', measure: 'Revenue', initiative: null, status: 'Open',
    }));
    expect(screen.getByText('The correction is logged.')).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'What is to change' })).not.toBeInTheDocument();
  });

  test('in a workbook without the table nothing is written before the user has said yes', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at: `${at}/oakhurstlogistics` });
    await user.keyboard('Name a sales sponsor');
    await user.click(screen.getByRole('button', { name: 'Log correction' }));
    expect(screen.getByRole('group', { name: /no table of course corrections/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add the table and log' }));
    expect(asked).toEqual([expect.not.stringContaining('in a new table'), expect.stringContaining('in a new table')]);
  });

  test('asks for what is missing, at its field', async () => {
    const { user, asked } = openPane(ready(withLog), { at: `${at}/oakhurstlogistics` });
    await user.click(screen.getByRole('button', { name: 'Log correction' }));
    expect(screen.getByRole('textbox', { name: 'What is to change' })).toHaveAccessibleDescription('Say what is to change.');
    expect(asked).toEqual([]);
  });

  test('half-typed words survive what happens in the sheet', async () => {
    const { user, become } = openPane(ready(withLog), { at: `${at}/oakhurstlogistics` });
    await user.keyboard('Name a sal');
    await meanwhile(() => become(ready(judged(partnersTable([...partnerRows].reverse()), initiativesTable(initiativeRows), log))));
    expect(screen.getByRole('textbox', { name: 'What is to change' })).toHaveValue('Name a sal');
  });

  test('shows what was logged, the latest first, with what came of it', () => {
    openPane(ready(withLog), { at });
    expect(rowsOf('Logged corrections')).toEqual([
      expect.stringMatching(/^Fewer, larger deals.*Whole portfolio.*Log!C3$/), expect.stringMatching(/^Weekly sales callNot measured before.*Halden Cloud.*Traction was not measured before it\..*Log!C2$/),
    ]);
  });

  test.each([['the list', at], ['the form', `${at}/oakhurstlogistics`]])('%s is free of accessibility problems', async (_, address) => {
    const { container } = openPane(ready(withLog), { at: address });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
