/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, meanwhile, openPane, rowsOf } from './paneTest';
import { initiativeRows, judged, largePortfolio, partnerRows, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#initiatives';
const list = 'Initiatives, the most urgent first';
const soon = (): Promise<void> => meanwhile(() => new Promise((resolve) => setTimeout(resolve, 0)));
const names = (): readonly string[] => rowsOf(list).map((row) => /^(.*?) /.exec(row)?.[0].trim() ?? row);
const chip = (stage: string): HTMLElement => screen.getByRole('button', { name: new RegExp(`^\\d+ ${stage}$`) });

describe('the page of initiatives', () => {
  test('counts them by stage, and puts what fails its gates before what lacks something for the next one', () => {
    openPane(ready(samplePortfolio), { at });
    expect(['Qualify', 'Approve', 'Launch', 'Closed'].map((stage) => chip(stage).textContent)).toEqual(['1 Qualify', '1 Approve', '5 Launch', '1 Closed']);
    const rows = rowsOf(list);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatch(/^Route planner .*Owner is missing/);
    expect(rows.at(-1)).toMatch(/^Harbour sensors .*Every gate is met · Nordhavn Marine/);
    expect(rows.find((row) => row.startsWith('Cold chain'))).toMatch(/Next gate: Sales sponsor and target/);
    expect(rows.find((row) => row.startsWith('FinOps clinic'))).toMatch(/260 K.*23 of 30 days/);
  });

  test('a chip shows one stage, another press all of them', async () => {
    const { user } = openPane(ready(samplePortfolio), { at });
    await user.click(chip('Closed'));
    expect(names()).toEqual(['Harbour']);
    expect(screen.getByText('1 initiative matches.')).toBeInTheDocument();
    await user.click(chip('Closed'));
    expect(rowsOf(list)).toHaveLength(8);
  });

  test.each([
    ['Partner', 'Kestrel Security', ['Zero']],
    ['Owner', 'Jonas Weber', ['FinOps']],
    ['Gates', 'No sales sponsor', ['FinOps', 'Analytics', 'Cold']],
    ['Gates', 'Ready for the next gate', ['Zero', 'Joint', 'Fleet']],
  ])('filters by %s: %s', async (label, choice, expected) => {
    const { user } = openPane(ready(samplePortfolio), { at });
    await user.selectOptions(screen.getByRole('combobox', { name: label }), choice);
    expect([...names()].sort()).toEqual([...expected].sort());
  });

  test('what was chosen is still chosen after another page, and one press shows all again', async () => {
    const { user } = openPane(ready(samplePortfolio), { at });
    await user.type(screen.getByRole('searchbox'), 'nothing of that name');
    window.location.hash = '#data';
    await soon();
    window.location.hash = at;
    await soon();
    expect(screen.getByRole('searchbox')).toHaveValue('nothing of that name');
    await user.click(screen.getByRole('button', { name: 'Show all initiatives' }));
    expect(rowsOf(list)).toHaveLength(8);
  });

  test('one is opened in full: what its gates ask for, each with its cell, and the way to name its sponsor', async () => {
    const { user, asked, container } = openPane(ready(samplePortfolio), { at });
    await user.click(screen.getByRole('link', { name: /^Analytics on Halden/ }));
    await soon();
    const details = screen.getByRole('group', { name: 'Analytics on Halden' });
    expect(details).toHaveFocus();
    expect(details).toHaveTextContent(/PartnerHalden Cloud/);
    expect(details).toHaveTextContent(/Reached of what is expected by nowRevenue\d+%/);
    expect(screen.getByRole('link', { name: 'Name one' })).toHaveAttribute('href', `#sponsors/${encodeURIComponent('haldencloud/analytics on halden')}`);
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Go to the row' }));
    expect(asked).toEqual([expect.stringMatching(/^select Initiatives!\w+3$/)]);
    await user.keyboard('{Escape}');
    await soon();
    expect(window.location.hash).toBe(at);
    expect(screen.getByRole('link', { name: /^Analytics on Halden/ })).toHaveFocus();
  });

  test('the address of one that was renamed meanwhile says so', () => {
    openPane(ready(samplePortfolio), { at: `${at}/${encodeURIComponent('haldencloud/no such thing')}` });
    expect(screen.getByText('This initiative is no longer in the workbook: it was removed or renamed.')).toBeVisible();
    expect(rowsOf(list)).toHaveLength(8);
  });

  test('what is open stays open while rows are sorted in the sheet', async () => {
    const { become } = openPane(ready(samplePortfolio), { at: `${at}/${encodeURIComponent('haldencloud/analytics on halden')}` });
    await meanwhile(() => become(ready(judged(partnersTable(partnerRows), initiativesTable([...initiativeRows].reverse())))));
    expect(screen.getByRole('group', { name: 'Analytics on Halden' })).toBeVisible();
  });

  test('draws only the rows in sight of twenty thousand', () => {
    openPane(ready(largePortfolio(1000)), { at });
    expect(screen.getAllByText('20,000')).toHaveLength(2);
    expect(rowsOf(list).length).toBeLessThan(100);
  });

  test('says what it would show without a table, and without a row', () => {
    openPane(ready(judged(partnersTable(partnerRows))), { at });
    expect(screen.getByRole('heading', { name: 'No Initiatives table was found.' })).toBeVisible();
  });

  test('is free of accessibility problems', async () => {
    const { container } = openPane(ready(samplePortfolio), { at });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
