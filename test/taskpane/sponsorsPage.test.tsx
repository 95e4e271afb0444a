/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, meanwhile, openPane, rowsOf } from './paneTest';
import { initiativeRows, judged, largePortfolio, partnerRows, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#sponsors';
/** The browser tells of a new address a moment later. */
const soon = (): Promise<void> => meanwhile(() => new Promise((resolve) => setTimeout(resolve, 0)));
const critical = 'Critical: launched without a sales sponsor';

describe('the page of sponsor gaps', () => {
  test('says first what is at risk, and how far sponsors are named', () => {
    openPane(ready(samplePortfolio), { at });
    expect(screen.getByTitle('EUR 270,000.00')).toHaveTextContent('270 K');
    expect(screen.getByText('2 initiatives past Qualify have no sales sponsor. 1 more needs one to pass Qualify.')).toBeVisible();
    expect(screen.getByText(/^Sponsors are named for \d+% of the value, \d+% of the initiatives\.$/)).toBeVisible();
  });

  test('ranks the gaps by severity, each with its days', () => {
    openPane(ready(samplePortfolio), { at });
    expect(rowsOf(critical)).toEqual([expect.stringMatching(/^Analytics on Halden .*10 K.*No sales sponsor · 364 days · Halden Cloud/)]);
    expect(rowsOf('High: approved without a sales sponsor')).toEqual([expect.stringMatching(/^FinOps clinic .*260 K/)]);
    expect(rowsOf('Next: needed to pass Qualify')).toEqual([expect.stringMatching(/^Cold chain/)]);
  });

  test('a sponsor is named in place, by keyboard alone, and the next gap comes up', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    screen.getByRole('link', { name: /^Analytics on Halden/ }).focus();
    await user.keyboard('{Enter}');
    await soon();
    const field = screen.getByRole('combobox', { name: 'Sales sponsor' });
    expect(field).toHaveFocus();
    await user.keyboard('Carla Mendes');
    expect(field).toHaveAccessibleDescription('Sponsors 4 open initiatives. One more makes them stretched.');
    await user.keyboard('{Enter}');
    await soon();
    expect(asked).toEqual([expect.stringMatching(/^write Initiatives![A-Z]+3 = Carla Mendes$/)]);
    expect(screen.getByRole('heading', { name: 'Sales sponsor of FinOps clinic' })).toBeVisible();
    expect(screen.getByRole('combobox')).toHaveFocus();
    await user.keyboard('{Escape}');
    await soon();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^FinOps clinic/ })).toHaveFocus();
  });

  test('a half-typed name survives what happens in the sheet, and another page', async () => {
    const { user, become } = openPane(ready(samplePortfolio), { at: `${at}/${encodeURIComponent('haldencloud/analytics on halden')}` });
    await user.type(screen.getByRole('combobox'), 'Jane D');
    await meanwhile(() => become(ready(judged(partnersTable(partnerRows), initiativesTable([...initiativeRows].reverse())))));
    expect(screen.getByRole('combobox')).toHaveValue('Jane D');
    expect(screen.getByRole('combobox')).toHaveFocus();
    window.location.hash = '#data';
    await soon();
    window.location.hash = `${at}/${encodeURIComponent('haldencloud/analytics on halden')}`;
    await soon();
    expect(screen.getByRole('combobox')).toHaveValue('Jane D');
  });

  test('without a name nothing is written; what could not be written leaves the name where it is', async () => {
    const { user, asked, answerEdit } = openPane(ready(samplePortfolio), { at: `${at}/${encodeURIComponent('haldencloud/analytics on halden')}` });
    await user.click(screen.getByRole('button', { name: 'Assign' }));
    expect(asked).toEqual([]);
    answerEdit({ kind: 'failed', message: 'The sheet is protected.' });
    await user.type(screen.getByRole('combobox'), 'Jane Doe{Enter}');
    expect(screen.getByRole('combobox')).toHaveValue('Jane Doe');
  });

  test('partners without a sponsor are named and filled in the same way', async () => {
    const { user, asked, container } = openPane(ready(judged(partnersTable([{ Partner: 'Acme', Tier: 'Strategic', 'Executive sponsor': '' }]), initiativesTable([]))), { at });
    expect(rowsOf('Partners without a sponsor')).toEqual([expect.stringMatching(/^Acme .*Executive sponsor is missing/)]);
    await user.click(screen.getByRole('link', { name: /^Acme/ }));
    await soon();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.type(screen.getByRole('combobox', { name: 'Executive sponsor' }), 'Marta{Enter}');
    expect(asked).toEqual([expect.stringMatching(/^write Partners!\w+ = Marta$/)]);
  });

  test('tells whether sponsors made a difference, in words beside the plot', () => {
    openPane(ready(samplePortfolio), { at });
    expect(screen.getByText(/^Too few closed initiatives to tell/)).toBeVisible();
  });

  test('screen readers hear the exact amount, once', () => {
    openPane(ready(samplePortfolio), { at });
    expect(screen.getByRole('link', { name: /^Analytics on Halden EUR 10,000\.00 No sales sponsor/ })).toBeVisible();
  });

  test('names sponsors who carry too many open initiatives, with their cells', async () => {
    const busy = Array.from({ length: 6 }, (_, index) => ({ ...initiativeRows[0], Initiative: `Venture ${index}` }));
    const { user, asked } = openPane(ready(judged(partnersTable(partnerRows), initiativesTable(busy))), { at });
    expect(screen.getByText('More than 3 open initiatives stretch a sponsor, more than 5 overload one.')).toBeVisible();
    expect(rowsOf('Busy sponsors')).toEqual([expect.stringMatching(/^Carla Mendes6 open initiatives · overloaded/)]);
    await user.click(screen.getByRole('button', { name: '3 more' }));
    await user.click(screen.getAllByRole('button', { name: /^Initiatives!/ })[5] as HTMLElement);
    expect(asked).toEqual([expect.stringMatching(/^select Initiatives![A-Z]+7$/)]);
  });

  test('where every sponsor is named it says so', () => {
    openPane(ready(judged(partnersTable(partnerRows), initiativesTable(initiativeRows.slice(0, 1)))), { at });
    expect(screen.getByRole('heading', { name: 'No sponsor gaps.' })).toBeVisible();
  });

  test('without an Initiatives table it says what it would show', () => {
    openPane(ready(judged(partnersTable(partnerRows))), { at });
    expect(screen.getByRole('heading', { name: 'No Initiatives table was found.' })).toBeVisible();
  });

  test('draws only the rows in sight of two thousand', () => {
    openPane(ready(largePortfolio(1000)), { at });
    expect(screen.getByText('2,223 initiatives past Qualify have no sales sponsor.')).toBeVisible();
    expect(rowsOf(critical).length).toBeLessThan(100);
  });

  test('is free of accessibility problems', async () => {
    const { container } = openPane(ready(samplePortfolio), { at });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
