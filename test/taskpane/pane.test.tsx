/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { accessibilityProblems, follow, meanwhile, openPane } from './paneTest';
import { samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const editing = { kind: 'cellBeingEdited', message: 'A cell is being edited. Press Enter or Esc, then try again.' } as const;
const menu = (): HTMLElement => screen.getByRole('button', { name: /, other pages$/ });

describe('the frame of the pane', () => {
  test('says where the user is, as of when, and how fresh the figures are', () => {
    openPane(ready(samplePortfolio, { readAt: new Date(Date.now() - 125_000) }));
    expect(menu()).toHaveTextContent('Portfolio');
    expect(screen.getByText('As of 30 Sept 2026')).toBeVisible();
    expect(screen.getByText('2 min ago')).toBeVisible();
  });

  test('the figures grow older before the eyes', () => {
    jest.useFakeTimers();
    openPane(ready(samplePortfolio));
    expect(screen.getByText('just now')).toBeVisible();
    act(() => jest.advanceTimersByTime(7_000));
    expect(screen.getByText('7 s ago')).toBeVisible();
  });

  test('the menu leads to every page and counts what is there', async () => {
    const { user } = openPane(ready(samplePortfolio));
    await user.click(menu());
    const links = within(screen.getByRole('navigation', { name: 'Pages' })).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Portfolio5', 'Initiatives7', 'Sponsors3', 'Corrections1', 'Practice assessment', 'Review (QBR)', `Data${samplePortfolio.rows.issues.length}`, 'Settings',
    ]);
    expect(links[0]).toHaveAttribute('aria-current', 'page');
    await follow(user, /^Sponsors/);
    expect(menu()).toHaveTextContent('Sponsors');
    expect(screen.queryByRole('link', { name: /^Data/ })).not.toBeInTheDocument();
    expect(screen.getByRole('main')).toHaveFocus();
  });

  test('the menu works by keyboard: arrows move, Escape closes and gives the focus back', async () => {
    const { user } = openPane(ready(samplePortfolio));
    menu().focus();
    await user.keyboard('{Enter}{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('link', { name: /^Initiatives/ })).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(screen.getByRole('link', { name: 'Settings' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(menu()).toHaveFocus();
    expect(menu()).toHaveAttribute('aria-expanded', 'false');
  });

  test('the menu closes when the focus goes elsewhere', async () => {
    const { user } = openPane(ready(samplePortfolio));
    await user.click(menu());
    await user.click(screen.getByRole('searchbox'));
    expect(menu()).toHaveAttribute('aria-expanded', 'false');
  });

  test.each(['#/somewhere', '#_xdm_Info=1', '#partner/%E0%A4%A'])('an address that is none of ours is the portfolio: %s', (at) => {
    openPane(ready(samplePortfolio), { at });
    expect(menu()).toHaveTextContent('Portfolio');
  });

  test('while the workbook is read for the first time the page is there in grey', async () => {
    const { container } = openPane({ kind: 'starting' });
    expect(screen.getByLabelText('Reading the workbook')).toBeInTheDocument();
    expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('a workbook that cannot be read: what happened, what was not changed, and Retry', async () => {
    const message = 'Excel has not answered for 30 seconds.';
    const { user, asked, container } = openPane({ kind: 'failed', trouble: { kind: 'notAnswering', message } });
    expect(screen.getByText(`${message} Nothing in the workbook was changed.`)).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(asked).toEqual(['refresh']);
  });

  test('stale figures stay, with why they are stale and Refresh', async () => {
    const { user, asked, container } = openPane(ready(samplePortfolio, { trouble: editing, readAt: new Date(Date.now() - 60_000) }));
    expect(screen.getByText(`These figures may be out of date. ${editing.message}`)).toBeVisible();
    expect(screen.getByText('stale, 1 min ago')).toBeVisible();
    expect(screen.getByText('Portfolio health, of 100')).toBeVisible();
    expect(await accessibilityProblems(container)).toEqual([]);
    await user.click(screen.getAllByRole('button', { name: 'Refresh' })[1] as HTMLElement);
    expect(asked).toEqual(['refresh']);
  });

  test('a reading under way is said; a refresh that worked is spoken', async () => {
    const workbook = openPane(ready(samplePortfolio));
    await meanwhile(() => workbook.become(ready(samplePortfolio, { reading: true })));
    expect(screen.getByText('reading')).toBeVisible();
    await meanwhile(() => workbook.become(ready(samplePortfolio)));
    await workbook.user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(screen.getByText('The figures are up to date.')).toBeInTheDocument();
  });

  test('numbers and dates follow the culture of the workbook', () => {
    openPane(ready(samplePortfolio), { at: '#sponsors', services: { locale: 'de-DE' } });
    expect(screen.getByText('As of 30.09.2026')).toBeVisible();
    expect(screen.getByTitle('EUR 270.000,00')).toBeVisible();
  });

  test('it follows the theme of Office while it is open', async () => {
    const workbook = openPane(ready(samplePortfolio));
    const background = (): string => getComputedStyle(workbook.container.firstElementChild as Element).getPropertyValue('--colorNeutralBackground1');
    const light = background();
    await meanwhile(() => workbook.showTheme({ dark: true, highContrast: false }));
    expect(background()).not.toBe(light);
  });

  test('is laid out from right to left where Office is', async () => {
    const { container } = openPane(ready(samplePortfolio), { services: { direction: 'rtl' } });
    expect(container.firstElementChild).toHaveAttribute('dir', 'rtl');
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

test('what the browser draws by itself is dark where the pane is', async () => {
  const { container, showTheme } = openPane(ready(samplePortfolio));
  const root = container.querySelector('.fui-FluentProvider');
  expect(root).toHaveStyle({ colorScheme: 'light' });
  await meanwhile(() => showTheme({ dark: true, highContrast: false }));
  expect(root).toHaveStyle({ colorScheme: 'dark' });
});
