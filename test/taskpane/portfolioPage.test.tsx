/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { accessibilityProblems, follow, meanwhile, openPane, rowsOf } from './paneTest';
import { initiativeRows, judged, largePortfolio, partnerRows, samplePortfolio } from './samplePortfolio';
import type { Portfolio } from '../../src/domain/portfolio';
import { type Cell, day, excelTable, initiativesTable, partnersTable } from '../tables/sheet';
import { ready } from './sampleServices';

/** The sample portfolio after a review of 30 June that held these rows: partner, health, rating. */
function reviewed(...rows: readonly (readonly [partner: string, health: Cell, rating: string])[]): Portfolio {
  const history = excelTable('AllianceHistory', [
    ['Quarter', 'As of', 'Partner', 'Health', 'Rating', 'Portfolio health'],
    ...rows.map(([partner, health, rating]) => ['2026 Q2', day('2026-06-30'), partner, health, rating, 60]),
  ], { sheet: 'Alliance history', sheetPosition: 2 });
  return judged(partnersTable(partnerRows), initiativesTable(initiativeRows), history);
}
const asIs = [['Northwind Systems', 100, 'Green'], ['Kestrel Security', '', 'Not rated'], ['Nordhavn Marine', '', 'Not rated']] as const;
const plain = (row: string): string => row.replace(/\s+/g, ' ');

const partners = 'Partners, worst first';
const needs = 'What needs you now';

describe('the portfolio page', () => {
  test('says the health of the portfolio, how it is weighted, and how many partners have each rating', () => {
    openPane(ready(samplePortfolio));
    expect(screen.getByText('Portfolio health, of 100')).toBeVisible();
    expect(screen.getByText(/^Weighted by open revenue target; with every partner equal it is \d+(\.\d)?\.$/)).toBeVisible();
    const counts = within(screen.getByRole('group', { name: 'Partners by rating' })).getAllByRole('button').map(({ textContent }) => textContent);
    expect(counts).toEqual(['1 Green', '1 Amber', '1 Red', '2 Not rated']);
  });

  test('lists partners worst first, each with rating, health and the reason that costs it most', () => {
    openPane(ready(samplePortfolio));
    expect(rowsOf(partners).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Oakhurst LogisticsRed \d+ /),
      expect.stringMatching(/^Halden CloudAmber \d+ Amber, not Green: Analytics on Halden is launched without a sales sponsor$/),
      expect.stringMatching(/^Northwind SystemsGreen \d+ /),
      expect.stringMatching(/^Kestrel SecurityNot rated Not rated: its launched initiatives are ramping/),
      expect.stringMatching(/^Nordhavn MarineNot rated Not rated: the alliance has ended$/),
    ]);
  });

  test('says how the health moved since the last review, plainly and over the same partners', () => {
    const { container } = openPane(ready(reviewed(...asIs, ['Halden Cloud', 90, 'Green'], ['Oakhurst Logistics', 20, 'Red'])));
    expect(screen.getByText(/^Up \d+(\.\d)? since the last review on 30 Jun 2026; over the same partners (up|down) \d+(\.\d)?\.$/)).toBeVisible();
    expect(container.querySelector('polyline')?.closest('svg')).toHaveAttribute('aria-hidden', 'true');
  });

  test('before the first review it says what makes a trend, and nothing of changes', () => {
    const { container } = openPane(ready(samplePortfolio));
    expect(screen.getByText('No trend yet: the first QBR sets the mark.')).toBeVisible();
    expect(container.querySelector('polyline')).toBeNull();
    expect(screen.queryByRole('heading', { name: /^Changed since/ })).not.toBeInTheDocument();
  });

  test('names at most five things to do, the most money at risk first, each a link to its place', async () => {
    const { user } = openPane(ready(samplePortfolio));
    expect(rowsOf(needs).map(plain)).toEqual([
      'Oakhurst Logistics 700 KEUR 700,000.00 Agree a correction of revenue: in question',
      'FinOps clinic 260 KEUR 260,000.00 Assign a sales sponsor: approved with Halden Cloud',
      'Unreadable money in 1 initiative 20 KEUR 20,000.00 Mend 1 cell: its amount is in no figure',
      'Analytics on Halden 10 KEUR 10,000.00 Assign a sales sponsor: launched with Halden Cloud',
    ]);
    await follow(user, /^FinOps clinic/);
    expect(window.location.hash).toBe('#sponsors/haldencloud%2Ffinops%20clinic');
    expect(screen.getByRole('button', { name: 'Sponsors, other pages' })).toBeVisible();
  });

  test('where nothing needs anybody it says so', () => {
    openPane(ready(judged(partnersTable([{ Partner: 'Northwind Systems', Tier: 'Tactical' }]), initiativesTable([]))));
    expect(screen.getByText(/^Nothing needs you now\./)).toBeVisible();
    expect(screen.queryByRole('list', { name: needs })).not.toBeInTheDocument();
  });

  test('lists what changed since the last QBR: three things, and the rest at a press', async () => {
    const { user } = openPane(ready(reviewed(...asIs.slice(0, 2), ['Nordhavn Marine', 70, 'Amber'], ['Halden Cloud', 90, 'Green'], ['Oakhurst Logistics', 70, 'Amber'], ['Old Harbour', 40, 'Red'])));
    const changes = 'Changed since the last QBR';
    expect(rowsOf(changes).map(plain)).toEqual([
      expect.stringMatching(/^Halden CloudAmber \d+ Green on 30 Jun 2026, (up|down) \d+(\.\d)? points$/),
      expect.stringMatching(/^Oakhurst LogisticsRed \d+ Amber on 30 Jun 2026, down \d+(\.\d)? points$/),
      expect.stringMatching(/^Nordhavn MarineNot rated The alliance has ended; Amber on 30 Jun 2026$/),
    ]);
    await user.click(screen.getByRole('button', { name: 'Show 1 more' }));
    expect(rowsOf(changes)[3]).toMatch(/^Old Harbour\s+Removed or renamed; Red on 30 Jun 2026$/);
    expect(within(screen.getByRole('list', { name: changes })).queryByRole('link', { name: /^Old Harbour/ })).not.toBeInTheDocument();
  });

  test('says that no rating changed since the last QBR', () => {
    const { partners } = samplePortfolio;
    openPane(ready(reviewed(...partners.map(({ partner: { name }, health, rating }) => [name, health ?? '', rating] as const))));
    expect(screen.getByText('No rating changed.')).toBeVisible();
  });

  test('finds a partner by part of its name, in any case, and says how many match', async () => {
    const { user } = openPane(ready(samplePortfolio));
    await user.type(screen.getByRole('searchbox', { name: 'Find a partner' }), 'NOR');
    expect(rowsOf(partners)).toHaveLength(2);
    expect(screen.getByText('2 of 5')).toBeVisible();
    expect(screen.getByText('2 partners match.')).toBeInTheDocument();
  });

  test('shows the partners of one rating, and all of them again at a second press', async () => {
    const { user } = openPane(ready(samplePortfolio));
    const red = screen.getByRole('button', { name: '1 Red' });
    await user.click(red);
    expect(red).toHaveAttribute('aria-pressed', 'true');
    expect(rowsOf(partners)).toEqual([expect.stringContaining('Oakhurst Logistics')]);
    await user.click(red);
    expect(rowsOf(partners)).toHaveLength(5);
  });

  test('where nothing matches, one press shows all partners again', async () => {
    const { user } = openPane(ready(samplePortfolio));
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(screen.queryByRole('list', { name: partners })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all partners' }));
    expect(rowsOf(partners)).toHaveLength(5);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  test('the list is one stop of the Tab key; arrows, Home and End move in it', async () => {
    const { user } = openPane(ready(samplePortfolio));
    await user.click(screen.getByRole('searchbox'));
    await user.tab();
    expect(document.activeElement).toHaveTextContent('Oakhurst Logistics');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveTextContent('Halden Cloud');
    await user.keyboard('{End}');
    expect(document.activeElement).toHaveTextContent('Nordhavn Marine');
    await user.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement).toHaveTextContent('Oakhurst Logistics');
    await user.tab();
    expect(screen.getByRole('button', { name: 'Write QBR' })).toHaveFocus();
  });

  test('Back from a partner finds the list as it was left, with the focus on that partner', async () => {
    const { user } = openPane(ready(samplePortfolio));
    await user.type(screen.getByRole('searchbox'), 'cloud');
    await follow(user, /^Halden Cloud/);
    expect(screen.getByRole('heading', { level: 1, name: 'Halden Cloud' })).toBeVisible();
    await follow(user, 'All partners');
    expect(screen.getByRole('searchbox')).toHaveValue('cloud');
    expect(document.activeElement).toHaveTextContent('Halden Cloud');
  });

  test('what was typed and filtered survives a new reading of the workbook', async () => {
    const workbook = openPane(ready(samplePortfolio));
    await workbook.user.type(screen.getByRole('searchbox'), 'oak');
    await meanwhile(() => workbook.become(ready(judged(partnersTable(partnerRows.slice(0, 3)), initiativesTable(initiativeRows)))));
    expect(screen.getByRole('searchbox')).toHaveValue('oak');
    expect(rowsOf(partners)).toEqual([expect.stringContaining('Oakhurst Logistics')]);
    expect(screen.getByText('1 of 3')).toBeVisible();
  });

  test('draws only the rows in sight of a thousand, yet tells how many there are', async () => {
    const { user } = openPane(ready(largePortfolio(1000)));
    const rows = within(screen.getByRole('list', { name: partners })).getAllByRole('listitem');
    expect(rows.length).toBeLessThan(100);
    expect(rows[0]).toHaveAttribute('aria-setsize', '1000');
    await user.click(screen.getByRole('searchbox'));
    await user.tab();
    await user.keyboard('{End}');
    expect(document.activeElement?.closest('li')).toHaveAttribute('aria-posinset', '1000');
  });

  test('before the first partner it says what it will show and links to the table', async () => {
    const { user, asked } = openPane(ready(judged(partnersTable([{ Partner: '', Tier: '' }]), initiativesTable([]))));
    expect(screen.getByRole('heading', { name: 'The Partners table has no partner yet.' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Go to the table' }));
    expect(asked).toEqual(['select Partners!A1']);
  });

  test.each([
    ['before the first review', samplePortfolio], ['with a history', reviewed(...asIs, ['Halden Cloud', 90, 'Green'], ['Old Harbour', 40, 'Red'])],
  ])('is free of accessibility problems %s', async (_, portfolio) => {
    const { container } = openPane(ready(portfolio));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
