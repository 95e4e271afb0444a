/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { day, excelTable, initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, follow, meanwhile, openPane, rowsOf } from './paneTest';
import { initiativeRows, judged, partnerRows, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const halden = '#partner/haldencloud';
const oakhurst = '#partner/oakhurstlogistics';
const section = (name: string): HTMLElement => screen.getByRole('region', { name });

const log = excelTable('Log', [
  ['Date', 'Partner', 'Initiative', 'Correction', 'Measure', 'Review on', 'Owner'],
  [day('2026-03-02'), 'Halden Cloud', '', 'Weekly sales call', 'Traction', day('2026-06-01'), 'Ines Okafor'],
  [day('2026-08-17'), 'Halden Cloud', 'FinOps clinic', 'Name a sponsor', 'Sponsorship', day('2026-11-16'), ''],
  [day('2026-07-01'), 'Northwind Systems', '', 'Fewer, larger deals', '', '', ''],
], { sheetPosition: 2 });
const history = excelTable('AllianceHistory', [
  ['Quarter', 'As of', 'Partner', 'Health', 'Rating', 'Traction score'],
  ['2025 Q2', day('2025-06-30'), 'Halden Cloud', 60, 'Amber', 50],
  ['2026 Q1', day('2026-03-31'), 'Halden Cloud', 70, 'Amber', 80],
  ['2026 Q2', day('2026-06-30'), 'Halden Cloud', 95, 'Green', 85],
], { sheet: 'Alliance history', sheetPosition: 3 });
const worked = judged(partnersTable(partnerRows), initiativesTable(initiativeRows), log, history);
/** As the sheet is once Halden Cloud's launched initiative has a sales sponsor. */
const sponsored = judged(partnersTable(partnerRows), initiativesTable(initiativeRows.map((row) => (row.Initiative === 'Analytics on Halden' ? { ...row, 'Sales sponsor': 'Jane Doe' } : row))), log, history);

/** "Halden Cloud: 81, Amber" as the what-if has it now: today, then with the changes. */
const results = (): string[] => within(section('What would lift it')).getAllByText(/^(Today|With \d+ changes?)$/).map((when) => (when.parentElement?.textContent ?? '').replace(/\s+/g, ' '));
const tick = (user: UserEvent, name: RegExp): Promise<void> => user.click(within(section('What would lift it')).getByRole('checkbox', { name }));

describe('what would lift a partner', () => {
  test('names the smallest set to its next rating, and moves health, rating and dimensions at each tick', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at: halden });
    expect(screen.getByText(/^1 change would make it Green, at 9\d\.$/)).toBeVisible();
    expect(screen.getByText(/Nothing is written to the workbook\.$/)).toBeVisible();
    expect(rowsOf('Smallest set that makes it Green')).toEqual([expect.stringMatching(/^Name a sales sponsor for Analytics on Halden \(\+[\d.]+ points\)Initiatives!/)]);
    expect(results()).toEqual([expect.stringMatching(/^Today \d\d Amber$/)]);

    await tick(user, /^Name a sales sponsor for Analytics/);
    expect(results()).toEqual([expect.stringMatching(/^Today \d\d Amber$/), expect.stringMatching(/^With 1 change 9\d Green$/)]);
    expect(screen.getByText(/^Health would be 9\d, Green\.$/)).toBeInTheDocument();
    const moved = rowsOf('Dimensions with these changes').filter((row) => row.includes('→'));
    expect(moved).toEqual([expect.stringMatching(/^Sponsorship \d+ → \d+$/)]);

    await tick(user, /^Name a sales sponsor for Analytics/);
    expect(results()).toHaveLength(1);
    expect(screen.getByText(/^Health is \d+, Amber, as it is today\.$/)).toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  test('the whole set is ticked at one press and taken back at another, and nothing is written', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at: oakhurst });
    expect(screen.getByText(/^\d changes would make it Amber, at 7\d/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Tick all of it' }));
    expect(results()[1]).toMatch(/^With 2 changes 7\d Amber$/);
    for (const box of within(screen.getByRole('list', { name: 'Smallest set that makes it Amber' })).getAllByRole('checkbox')) expect(box).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Reset' }));
    expect(results()).toEqual([expect.stringMatching(/ Red$/)]);
    expect(screen.getByRole('button', { name: 'Reset' })).toHaveFocus();
    expect(asked).toEqual([]);
  });

  test('what is ticked, and the focus, survive a refresh and another page; what was done in the sheet is no change any more', async () => {
    const { user, become } = openPane(ready(worked), { at: halden });
    await tick(user, /^Name a sales sponsor for Analytics/);
    await meanwhile(() => become(ready(judged(partnersTable(partnerRows), initiativesTable([...initiativeRows].reverse()), log, history))));
    const box = screen.getByRole('checkbox', { name: /^Name a sales sponsor for Analytics/ });
    expect(box).toBeChecked();
    expect(box).toHaveFocus();
    await follow(user, 'All partners');
    window.location.hash = halden;
    await meanwhile(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(results()[1]).toMatch(/^With 1 change .*Green$/);
    await meanwhile(() => become(ready(sponsored)));
    expect(results()).toEqual([expect.stringMatching(/^Today 9\d Green$/)]);
  });

  test('each change leads to its cell', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at: halden });
    await user.click(within(screen.getByRole('list', { name: 'Smallest set that makes it Green' })).getByRole('button'));
    expect(asked).toEqual([expect.stringMatching(/^select Initiatives!\w+3$/)]);
  });

  test('of a partner without a rating there is nothing to lift, and of one that has ended nothing is said', () => {
    const { unmount } = openPane(ready(samplePortfolio), { at: '#partner/kestrelsecurity' });
    expect(screen.getByText('It has no rating yet, so there is nothing to lift.')).toBeVisible();
    unmount();
    openPane(ready(samplePortfolio), { at: '#partner/nordhavnmarine' });
    expect(screen.queryByRole('region', { name: 'What would lift it' })).not.toBeInTheDocument();
  });
});

describe('the sponsors of a partner', () => {
  test('are named with their cells and their load; a missing one says what is at risk', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at: halden });
    const sponsors = within(section('Sponsors'));
    expect(sponsors.getByText('Marta Lindqvist')).toBeVisible();
    expect(sponsors.getByText('Sponsor at the partner')).toBeVisible();
    expect(rowsOf('Missing sponsors')).toEqual([
      expect.stringMatching(/^No sales sponsor: Analytics on Haldenlaunched without a sales sponsor · 10 K.*at risk · 364 days/),
      expect.stringMatching(/^No sales sponsor: FinOps clinicapproved without a sales sponsor · 260 K/),
    ]);
    await user.click(sponsors.getAllByRole('button', { name: /^Partners!/ })[0] as HTMLElement);
    expect(asked).toEqual([expect.stringMatching(/^select Partners!\w+3$/)]);
  });

  test('one who is missing is assigned in place, by keyboard alone: one cell', async () => {
    const { user, asked, become } = openPane(ready(worked), { at: halden });
    screen.getByRole('button', { name: 'Assign: Sales sponsor of Analytics on Halden' }).focus();
    await user.keyboard('{Enter}');
    const field = screen.getByRole('combobox', { name: 'Sales sponsor' });
    expect(field).toHaveFocus();
    await user.keyboard('Jane Doe');
    await meanwhile(() => become(ready(judged(partnersTable(partnerRows), initiativesTable([...initiativeRows].reverse()), log, history))));
    expect(screen.getByRole('combobox', { name: 'Sales sponsor' })).toHaveValue('Jane Doe');
    expect(screen.getByRole('combobox', { name: 'Sales sponsor' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(asked).toEqual([expect.stringMatching(/^write Initiatives!\w+ = Jane Doe$/)]);
    expect(screen.queryByRole('combobox', { name: 'Sales sponsor' })).not.toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Sponsors' })).toHaveFocus();
    await meanwhile(() => become(ready(sponsored)));
    expect(rowsOf('Missing sponsors')).toHaveLength(1);
    expect(rowsOf('Sales sponsors')).toEqual([expect.stringMatching(/^Jane Doe1 open initiative here/)]);
    expect(screen.getByRole('group', { name: 'Sponsors' })).toHaveFocus();
  });

  test('not now leads back to where one was; a name that somebody else entered meanwhile is said', async () => {
    const { user, become } = openPane(ready(worked), { at: halden });
    const name = 'Assign: Sales sponsor of Analytics on Halden';
    await user.click(screen.getByRole('button', { name }));
    await user.keyboard('Ja{Escape}');
    expect(screen.getByRole('button', { name })).toHaveFocus();
    await user.click(screen.getByRole('button', { name }));
    expect(screen.getByRole('combobox', { name: 'Sales sponsor' })).toHaveValue('Ja');
    await meanwhile(() => become(ready(sponsored)));
    expect(screen.getByText('A sponsor is named there by now.')).toBeVisible();
  });

  test('those of the partner itself are assigned as well', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at: oakhurst });
    await user.click(screen.getByRole('button', { name: 'Assign: Executive sponsor of Oakhurst Logistics' }));
    await user.keyboard('Marta Lindqvist{Enter}');
    expect(asked).toEqual([expect.stringMatching(/^write Partners!\w+4 = Marta Lindqvist$/)]);
  });
});

describe('reviews due with a partner', () => {
  const surveyed = judged(partnersTable([{
    Partner: 'Acme', Tier: 'Strategic', 'Joint business plan': day('2025-09-01'), 'Last QBR': day('2026-09-01'), 'Relationship (1-5)': 4, 'Survey date': day('2025-10-15'), 'Notice by': day('2026-09-30'),
  }]), initiativesTable([{ ...initiativeRows[0], Partner: 'Acme', 'Last inspected': '', 'Launched on': '' }]));

  test('are told with their days, what was never done first, each with its cell', async () => {
    const { user, asked } = openPane(ready(surveyed), { at: '#partner/acme' });
    expect(rowsOf('Reviews due').map((row) => row.replace(/\s*(Partners|Initiatives)!\w+$/, ''))).toEqual([
      'Inspection of Joint cloud launch never done, due now',
      'Joint business plan due 1 Sept 2026 · 29 days overdue',
      'Last day to give notice due 30 Sept 2026 · today',
      'Relationship survey due 15 Oct 2026 · in 15 days',
      'Quarterly review due 10 Dec 2026 · in 71 days',
    ]);
    expect(within(section('Reviews due')).getByText('2 of 5 overdue')).toBeVisible();
    await user.click(within(screen.getByRole('list', { name: 'Reviews due' })).getAllByRole('button')[1] as HTMLElement);
    expect(asked).toEqual([expect.stringMatching(/^select Partners!\w2$/)]);
  });

  test('have an address of their own, which takes the focus once', async () => {
    const { become } = openPane(ready(surveyed), { at: '#partner/acme/reviews' });
    expect(section('Reviews due')).toHaveFocus();
    screen.getByRole('link', { name: 'All partners' }).focus();
    await meanwhile(() => become(ready(judged(partnersTable([{ Partner: 'Acme', 'Last QBR': day('2026-09-02') }]), initiativesTable([])))));
    expect(screen.getByRole('link', { name: 'All partners' })).toHaveFocus();
  });

  test('where nothing is tracked, or the alliance has ended, that is said', () => {
    const { unmount } = openPane(ready(judged(partnersTable([{ Partner: 'Acme' }]), initiativesTable([]))), { at: '#partner/acme' });
    expect(screen.getByText('Nothing is due: the workbook tracks no reviews of this partner.')).toBeVisible();
    unmount();
    openPane(ready(samplePortfolio), { at: '#partner/nordhavnmarine' });
    expect(screen.getByText('Nothing is due: the alliance has ended.')).toBeVisible();
  });
});

describe('the corrections of a partner', () => {
  test('are its own, the latest first, with what came of them', () => {
    openPane(ready(worked), { at: halden });
    expect(rowsOf('Corrections')).toEqual([
      expect.stringMatching(/^Name a sponsorNot measured before.*17 Aug 2026 · FinOps clinic/),
      expect.stringMatching(/^Weekly sales call.*2 Mar 2026 · Ines Okafor/),
    ]);
    expect(screen.queryByText(/Fewer, larger deals/)).not.toBeInTheDocument();
  });

  test('one is logged with the partner chosen', async () => {
    const { user } = openPane(ready(worked), { at: oakhurst });
    expect(screen.getByText('No correction of this partner is logged yet.')).toBeVisible();
    await follow(user, 'Log a correction');
    expect(screen.getByRole('combobox', { name: 'Partner' })).toHaveValue('oakhurstlogistics');
  });
});

describe('where the health of a partner goes', () => {
  test('is told in words beside the line', () => {
    openPane(ready(worked), { at: halden });
    expect(screen.getByText(/^Down \d[\d.]* since the last review on 30 Jun 2026\. Up \d[\d.]* since 30 Jun 2025\.$/)).toBeVisible();
    expect(screen.getByText('Over time: 30 Jun 2025 60 Amber, 31 Mar 2026 70 Amber, 30 Jun 2026 95 Green.')).toBeVisible();
  });

  test('before the first review there is no trend', () => {
    openPane(ready(samplePortfolio), { at: halden });
    expect(screen.getByText('No trend yet: the first QBR sets the mark.')).toBeVisible();
  });
});

test('its review is one press away, with its edition chosen', async () => {
  const { user } = openPane(ready(samplePortfolio), { at: halden });
  await follow(user, 'Write partner QBR');
  expect(screen.getByRole('radio', { name: 'One partner' })).toBeChecked();
  expect(screen.getByRole('combobox', { name: 'Partner' })).toHaveDisplayValue('Halden Cloud');
});

test.each([['halden', halden], ['oakhurst', oakhurst]])('is free of accessibility problems with changes ticked and a form open: %s', async (_name, at) => {
  const { user, container } = openPane(ready(worked), { at });
  await user.click(within(section('What would lift it')).getAllByRole('checkbox')[0] as HTMLElement);
  await user.click(screen.getAllByRole('button', { name: /^Assign: / })[0] as HTMLElement);
  expect(await accessibilityProblems(container)).toEqual([]);
});
