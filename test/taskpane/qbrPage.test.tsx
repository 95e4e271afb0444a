/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { accessibilityProblems, follow, meanwhile, openPane } from './paneTest';
import { samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#qbr';
const soon = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
const current = (): string => within(screen.getByRole('list')).getAllByRole('listitem').find((step) => step.getAttribute('aria-current') === 'step')?.textContent ?? '';

describe('writing the QBR', () => {
  test('it is named for its quarter, and says what the sheet will hold', () => {
    openPane(ready(samplePortfolio), { at });
    expect(screen.getByText('QBR 2026 Q3')).toBeVisible();
    expect(screen.getByText('The quarterly review of the whole portfolio as of 30 Sept 2026, on a new sheet.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See which' })).toHaveAttribute('href', '#data');
  });

  test('one press on the portfolio page writes it and shows how it goes', async () => {
    const { user, asked } = openPane(ready(samplePortfolio));
    await user.click(screen.getByRole('button', { name: 'Write QBR' }));
    await soon();
    expect(asked).toEqual(['write QBR']);
    expect(window.location.hash).toBe('#qbr');
    expect(screen.getByRole('progressbar', { name: 'Writing the QBR' })).toBeVisible();
  });

  test('progress is told by named step, to the eye and aloud', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await workbook.user.click(screen.getByRole('button', { name: 'Write QBR' }));
    expect(current()).toBe('Read the tables');
    await meanwhile(() => workbook.writes({ kind: 'writing', step: 'writing' }));
    expect(current()).toBe('Write the sheet');
    expect(screen.getByText('Write the sheet, step 3 of 4')).toBeInTheDocument();
    expect(screen.getByText('Read the tables', { exact: false, selector: 'li span' })).toHaveTextContent('Read the tables done');
  });

  test('at the end one press opens the sheet', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await workbook.user.click(screen.getByRole('button', { name: 'Write QBR' }));
    await meanwhile(() => workbook.writes({ kind: 'ended', result: { kind: 'written', sheet: 'QBR 2026 Q3 (2)', history: 'written' } }));
    expect(screen.getAllByText('QBR 2026 Q3 (2) is written.')[0]).toBeVisible();
    await workbook.user.click(screen.getByRole('button', { name: 'Open QBR 2026 Q3 (2)' }));
    expect(workbook.asked).toEqual(['write QBR', 'activate QBR 2026 Q3 (2)']);
  });

  test('Cancel stops it, is pressed once, and says that no sheet was added', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await workbook.user.click(screen.getByRole('button', { name: 'Write QBR' }));
    await workbook.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await workbook.user.click(screen.getByRole('button', { name: 'Cancelling' }));
    expect(workbook.asked).toEqual(['write QBR', 'cancel QBR']);
    await meanwhile(() => workbook.writes({ kind: 'ended', result: { kind: 'cancelled' } }));
    expect(screen.getAllByText('Cancelled. No sheet was added.')[0]).toBeVisible();
    expect(screen.getByRole('button', { name: 'Write QBR' })).toBeEnabled();
  });

  test('a failure says what happened and what to do, and can be tried again', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    const message = 'The structure of this workbook is protected, so no sheet can be added.';
    await workbook.user.click(screen.getByRole('button', { name: 'Write QBR' }));
    await meanwhile(() => workbook.writes({ kind: 'ended', result: { kind: 'failed', message } }));
    expect(screen.getByText(message)).toBeVisible();
    await workbook.user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(workbook.asked).toEqual(['write QBR', 'write QBR']);
  });

  test('it goes on while the user looks at another page', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await workbook.user.click(screen.getByRole('button', { name: 'Write QBR' }));
    await workbook.user.click(screen.getByRole('button', { name: 'Review (QBR), other pages' }));
    await follow(workbook.user, /^Data/);
    await meanwhile(() => workbook.writes({ kind: 'ended', result: { kind: 'written', sheet: 'QBR 2026 Q3', history: 'written' } }));
    await soon();
    expect(window.location.hash).toBe('#data');
    expect(screen.getByText('QBR 2026 Q3 is written.')).toBeInTheDocument();
  });

  test('one that the ribbon started is shown too, without a Cancel that could not help', async () => {
    const workbook = openPane(ready(samplePortfolio));
    await meanwhile(() => workbook.writes({ kind: 'writing', step: 'layingOut' }));
    await soon();
    expect(current()).toBe('Lay out the sheet');
    expect(screen.queryByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
  });

  test('a pane that opens because the ribbon failed shows why', async () => {
    const activity = { kind: 'ended', result: { kind: 'failed', message: 'A cell is being edited.' } } as const;
    openPane(ready(samplePortfolio), { services: { qbrActivity: { getState: () => activity, subscribe: () => () => undefined } } });
    await soon();
    expect(screen.getByText('A cell is being edited.')).toBeVisible();
  });

  test.each([
    { kind: 'idle' },
    { kind: 'writing', step: 'writing' },
    { kind: 'ended', result: { kind: 'written', sheet: 'QBR 2026 Q3', history: 'written' } },
    { kind: 'ended', result: { kind: 'cancelled' } },
    { kind: 'ended', result: { kind: 'failed', message: 'Excel is busy.' } },
  ] as const)('is free of accessibility problems: %j', async (activity) => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await meanwhile(() => workbook.writes(activity));
    expect(await accessibilityProblems(workbook.container)).toEqual([]);
  });
});
