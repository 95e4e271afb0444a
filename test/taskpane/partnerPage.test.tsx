/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { initiativesTable, partnersTable } from '../tables/sheet';
import { accessibilityProblems, meanwhile, openPane, rowsOf } from './paneTest';
import { initiativeRows, judged, partnerRows, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#partner/oakhurstlogistics';

describe('the page of a partner', () => {
  test('names it, with its rating, its facts and the cell it stands in', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    expect(screen.getByRole('heading', { level: 1, name: 'Oakhurst Logistics' })).toBeVisible();
    expect(screen.getAllByText('Red')[0]).toBeVisible();
    expect(screen.getByText('Tactical · Watch')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Partners!A4' }));
    expect(asked).toEqual(['select Partners!A4']);
    expect(screen.getByText('Partners!A4 is selected.')).toBeInTheDocument();
    expect(document.title).toBe('Oakhurst Logistics · Alliance Portfolio');
  });

  test('says why in sentences, the costliest first, each with links to the cells that cause it', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    const reasons = within(screen.getByRole('list', { name: 'Why' })).getAllByRole('listitem');
    const points = reasons.map(({ textContent }) => Number(/−([\d.]+) points?\)/.exec(textContent ?? '')?.[1] ?? 0));
    expect(points.length).toBeGreaterThan(3);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    const revenue = reasons.find(({ textContent }) => textContent?.startsWith('Revenue is ')) as HTMLElement;
    await user.click(within(revenue).getByRole('button'));
    expect(asked).toEqual([expect.stringMatching(/^select Initiatives![A-Z]+5$/)]);
  });

  test('of many cells it shows the first few, and the rest at a press', async () => {
    const { user } = openPane(ready(samplePortfolio), { at });
    const governance = within(screen.getByRole('list', { name: 'Why' })).getAllByRole('listitem').find(({ textContent }) => textContent?.includes('expectations')) as HTMLElement;
    expect(within(governance).getAllByRole('button', { name: /!/ })).toHaveLength(3);
    await user.click(within(governance).getByRole('button', { name: /^\d+ more$/ }));
    expect(within(governance).getAllByRole('button', { name: /!/ }).length).toBeGreaterThan(4);
    expect(within(governance).queryByRole('button', { name: /more/ })).not.toBeInTheDocument();
  });

  test('gives each dimension its score and the points it costs', () => {
    openPane(ready(samplePortfolio), { at });
    const table = screen.getByRole('table');
    const rows = within(table).getAllByRole('row').map((row) => row.textContent);
    expect(rows[0]).toBe('DimensionScorePoints lost');
    expect(rows.slice(1)).toEqual(['Revenue', 'Pipeline', 'Traction', 'Sponsorship', 'Governance'].map((name) => expect.stringMatching(new RegExp(`^${name}.*\\d`))));
    expect(screen.getByText(/^Weights: revenue 30, pipeline 20, traction 15, sponsorship 20 and governance 15\./)).toBeVisible();
  });

  test('a partner that is not rated has no points to lose, and says why it is not rated', () => {
    openPane(ready(samplePortfolio), { at: '#partner/kestrelsecurity' });
    expect(screen.getByText('Not rated')).toBeVisible();
    expect(screen.queryByRole('columnheader', { name: 'Points lost' })).not.toBeInTheDocument();
    expect(screen.getByText(/^Not rated: its launched initiatives are ramping/)).toBeVisible();
    expect(screen.getByRole('row', { name: 'Revenue not known' })).toBeVisible();
  });

  test('lists its initiatives, launched ones first, with what their gates miss', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    const rows = rowsOf('Initiatives').filter((row) => /Launch|Approve|Qualify|Closed/.test(row));
    expect(rows).toEqual([
      expect.stringMatching(/^Route planner \d+ Launch · 120 K of 581 K revenue expected/),
      expect.stringMatching(/^Fleet care/),
      expect.stringMatching(/^Cold chain.*Qualify · owner Amara Diallo/),
    ]);
    await user.click(screen.getByRole('button', { name: /^Route planner/ }));
    expect(asked).toEqual(['select Initiatives!A5']);
    const owner = screen.getByText('Owner is missing').closest('li') as HTMLElement;
    await user.click(within(owner).getByRole('button'));
    expect(asked[1]).toMatch(/^select Initiatives![A-Z]+5$/);
  });

  test('a link that cannot be followed says so, and the sentence can be put away', async () => {
    const message = 'There is no sheet "Partners" any more. Refresh, then try again.';
    const { user } = openPane(ready(samplePortfolio), { at, services: { selectCell: () => Promise.resolve({ kind: 'failed', message }) } });
    await user.click(screen.getByRole('button', { name: 'Partners!A4' }));
    expect(screen.getAllByText(message)[0]).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getAllByText(message)).toHaveLength(1);
  });

  test('when the partner is removed from the workbook its page says so and leads back', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await meanwhile(() => workbook.become(ready(judged(partnersTable(partnerRows.slice(0, 2)), initiativesTable(initiativeRows)))));
    expect(screen.getByRole('heading', { name: 'This partner is no longer in the workbook.', level: 2 })).toBeVisible();
    expect(screen.getByRole('link', { name: 'All partners' })).toHaveAttribute('href', '#portfolio');
  });

  test('a partner without initiatives is told what to add', () => {
    openPane(ready(judged(partnersTable([{ Partner: 'Acme', Tier: 'Growth' }]), initiativesTable([]))), { at: '#partner/acme' });
    expect(screen.getByText(/^No initiative names this partner\./)).toBeVisible();
  });

  test.each(['oakhurstlogistics', 'haldencloud', 'northwindsystems', 'kestrelsecurity', 'nordhavnmarine', 'nobody'])('is free of accessibility problems: %s', async (key) => {
    const { container } = openPane(ready(samplePortfolio), { at: `#partner/${key}` });
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('what would lift a partner', () => {
  const result = (): HTMLElement => screen.getByRole('group', { name: 'Health with what is ticked' });

  test('is ticked and seen before anything is written, and is kept while the pane is open', async () => {
    const { user, asked, container } = openPane(ready(samplePortfolio), { at });
    const before = result().textContent;
    const [first] = screen.getAllByRole('checkbox');
    await user.click(first as HTMLElement);
    expect(result().textContent).not.toBe(before);
    expect(result()).toHaveTextContent(/ to \d/);
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Untick all' }));
    expect(result().textContent).toBe(before);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('the smallest set is ticked by one press and reaches the next rating', async () => {
    const { user } = openPane(ready(samplePortfolio), { at });
    await user.click(screen.getByRole('button', { name: 'Tick the smallest set' }));
    expect(within(result()).getByText(/Amber|Green/)).toBeVisible();
    expect(screen.getAllByRole('checkbox', { checked: true }).length).toBeGreaterThan(0);
  });

  test('a partner without a rating has nothing to lift', () => {
    openPane(ready(samplePortfolio), { at: '#partner/kestrelsecurity' });
    expect(screen.getByText('Not rated yet, so that there is nothing to lift.')).toBeVisible();
  });
});

describe('who stands for a partner', () => {
  test('is named where somebody is missing, in one cell', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    await user.click(screen.getByRole('button', { name: 'Name one: Executive sponsor of Oakhurst Logistics' }));
    expect(screen.getByRole('combobox', { name: 'Executive sponsor' })).toHaveFocus();
    await user.keyboard('Jane Doe{Enter}');
    expect(asked).toEqual([expect.stringMatching(/^write Partners![A-Z]+4 = Jane Doe$/)]);
    expect(screen.queryByRole('combobox', { name: 'Executive sponsor' })).not.toBeInTheDocument();
  });

  test('what is half typed survives Not now', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    await user.click(screen.getByRole('button', { name: 'Name one: Executive sponsor of Oakhurst Logistics' }));
    await user.keyboard('Jane{Escape}');
    await user.click(screen.getByRole('button', { name: 'Name one: Executive sponsor of Oakhurst Logistics' }));
    expect(screen.getByRole('combobox', { name: 'Executive sponsor' })).toHaveValue('Jane');
    expect(asked).toEqual([]);
  });
});

test('a partner leads to its corrections and its review, and says what is due', () => {
  openPane(ready(samplePortfolio), { at });
  expect(screen.getByRole('link', { name: 'Log a correction' })).toHaveAttribute('href', '#corrections/oakhurstlogistics');
  expect(screen.getByRole('link', { name: 'Write partner QBR' })).toHaveAttribute('href', '#qbr/oakhurstlogistics');
  expect(rowsOf('Reviews due')[0]).toMatch(/overdue|never done/);
});
