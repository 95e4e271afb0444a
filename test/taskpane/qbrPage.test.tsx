/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { fromIsoText } from '../../src/domain/calendar';
import type { Score } from '../../src/domain/measure';
import type { Shelf } from '../../src/excel/reviews';
import type { PaneServices } from '../../src/taskpane/paneServices';
import { accessibilityProblems, follow, meanwhile, openPane, rowsOf } from './paneTest';
import { asOf, samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#qbr';
const asLastChosen = 'write QBR portfolio by Ines Okafor';
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
    expect(screen.getByText('Its figures are kept as a snapshot, for later reviews to compare with.')).toBeVisible();
    await workbook.user.click(screen.getByRole('button', { name: 'Open QBR 2026 Q3 (2)' }));
    expect(workbook.asked).toEqual([asLastChosen, 'activate QBR 2026 Q3 (2)']);
  });

  test('Cancel stops it, is pressed once, and says that no sheet was added', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await workbook.user.click(screen.getByRole('button', { name: 'Write QBR' }));
    await workbook.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await workbook.user.click(screen.getByRole('button', { name: 'Cancelling' }));
    expect(workbook.asked).toEqual([asLastChosen, 'cancel QBR']);
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
    expect(workbook.asked).toEqual([asLastChosen, asLastChosen]);
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
    { kind: 'ended', result: { kind: 'writtenEach', sheets: ['QBR 2026 Q3 Acme', 'QBR 2026 Q3 Halden Cloud'] } },
    { kind: 'ended', result: { kind: 'cancelled' } },
    { kind: 'ended', result: { kind: 'failed', message: 'Excel is busy.' } },
  ] as const)('is free of accessibility problems: %j', async (activity) => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await meanwhile(() => workbook.writes(activity));
    expect(await accessibilityProblems(workbook.container)).toEqual([]);
  });
});

describe('what a review is of', () => {
  const write = (): HTMLElement => screen.getByRole('button', { name: 'Write QBR' });
  const halden = samplePortfolio.partners.find(({ partner }) => partner.name === 'Halden Cloud')!;

  test('is the whole portfolio on the workbook\'s own day, by whoever prepared the last one, with all sections', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    expect(screen.getByRole('radio', { name: 'The whole portfolio' })).toBeChecked();
    expect(screen.getByLabelText('As of')).toHaveValue('2026-09-30');
    expect(screen.getByLabelText('Prepared by')).toHaveValue('Ines Okafor');
    expect(screen.getAllByRole('checkbox').every((box) => (box as HTMLInputElement).checked)).toBe(true);
    await user.click(write());
    expect(asked).toEqual([asLastChosen]);
  });

  test('can be one partner, for our own people or for the partner as well', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    await user.click(screen.getByRole('radio', { name: 'One partner' }));
    expect(screen.getByText('Choose the partner that the review is of.')).toBeVisible();
    await user.click(write());
    expect(asked).toEqual([]);
    await user.selectOptions(screen.getByLabelText('Partner'), 'Halden Cloud');
    expect(screen.getByText('QBR 2026 Q3 Halden Cloud')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Correct or exit' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'The partner as well' }));
    expect(screen.queryByRole('checkbox', { name: 'Correct or exit' })).not.toBeInTheDocument();
    expect(screen.getByText(/^Holds nothing of other partners/)).toBeVisible();
    await user.click(write());
    expect(asked).toEqual([`write QBR partner ${halden.partner.key} shared by Ines Okafor`]);
  });

  test('can be shared without the names of our people', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at: `#qbr/${halden.partner.key}` });
    const names = 'Leave out the names of our people, and who prepared it';
    expect(screen.queryByRole('checkbox', { name: names })).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'The partner as well' }));
    expect(screen.getByRole('checkbox', { name: names })).not.toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: names }));
    await user.click(write());
    expect(asked).toEqual([`write QBR partner ${halden.partner.key} shared nameless by Ines Okafor`]);
  });

  test('can be every partner, a sheet for each that has not ended', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    const going = samplePortfolio.partners.filter(({ partner }) => partner.status !== 'Ended').length;
    await workbook.user.click(screen.getByRole('radio', { name: 'Every partner' }));
    expect(screen.getByText(`QBR 2026 Q3, ${going} sheets`)).toBeVisible();
    expect(screen.getByText('The quarterly review of every partner as of 30 Sept 2026, a new sheet for each.')).toBeVisible();
    expect(screen.getByText('Reviews of partners leave no snapshot in History.')).toBeVisible();
    expect(screen.queryByLabelText('Partner')).not.toBeInTheDocument();
    expect(await accessibilityProblems(workbook.container)).toEqual([]);
    await workbook.user.click(screen.getByRole('radio', { name: 'The partner as well' }));
    expect(screen.queryByRole('checkbox', { name: 'Correct or exit' })).not.toBeInTheDocument();
    await workbook.user.click(write());
    expect(workbook.asked).toEqual(['write QBR every partner shared by Ines Okafor']);
    const sheets = ['QBR 2026 Q3 Halden Cloud', 'QBR 2026 Q3 Acme'];
    await meanwhile(() => workbook.writes({ kind: 'ended', result: { kind: 'writtenEach', sheets } }));
    expect(screen.getAllByText('2 reviews are written, a sheet for each partner.')[0]).toBeVisible();
    await workbook.user.click(screen.getByRole('button', { name: `Open ${sheets[0]}` }));
    expect(workbook.asked.at(-1)).toBe(`activate ${sheets[0]}`);
  });

  test('is not every partner where there are too many, or none is left', async () => {
    const of = (partners: typeof samplePortfolio.partners) => openPane(ready({ ...samplePortfolio, partners }), { at });
    const many = of(Array.from({ length: 101 }, () => halden));
    await many.user.click(screen.getByRole('radio', { name: 'Every partner' }));
    expect(screen.getByText('101 partners have not ended, and every partner gets a sheet where there are at most 100. Choose one partner, or the whole portfolio.')).toBeVisible();
    await many.user.click(write());
    expect(many.asked).toEqual([]);
    many.unmount();
    const none = of([{ ...halden, partner: { ...halden.partner, status: 'Ended' } }]);
    await none.user.click(screen.getByRole('radio', { name: 'Every partner' }));
    expect(screen.getByText('Every partner has ended. Choose one partner, or the whole portfolio.')).toBeVisible();
  });

  test('is the partner of the address that leads here, even after another review', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await meanwhile(() => workbook.writes({ kind: 'ended', result: { kind: 'written', sheet: 'QBR 2026 Q3', history: 'kept' } }));
    expect(screen.getByText('The snapshot made of that day earlier is kept, for it is what was known then.')).toBeVisible();
    window.location.hash = `#qbr/${halden.partner.key}`;
    await soon();
    expect(screen.getByLabelText('Partner')).toHaveValue(halden.partner.key);
    expect(screen.getByText('QBR 2026 Q3 Halden Cloud')).toBeVisible();
    await workbook.user.click(screen.getByRole('radio', { name: 'The whole portfolio' }));
    expect(screen.getByText('QBR 2026 Q3')).toBeVisible();
  });

  test('says so where the partner of the address is gone', () => {
    openPane(ready(samplePortfolio), { at: '#qbr/nobody' });
    expect(screen.getAllByText('This partner is no longer in the workbook. Choose another one.')[0]).toBeVisible();
    expect(write()).toHaveAttribute('aria-disabled', 'true');
  });

  test('begins with its health, revenue, gaps and first finding, as the sheet will', async () => {
    const { user } = openPane(ready(samplePortfolio), { at });
    const preview = (): string => screen.getByRole('region', { name: 'It begins' }).textContent ?? '';
    expect(preview()).toContain(`${samplePortfolio.health?.toFixed(1)}portfolio health of 100`);
    expect(preview()).toMatch(/1 of \d rated partners is Red: /);
    await user.click(screen.getByRole('radio', { name: 'One partner' }));
    expect(screen.queryByRole('region', { name: 'It begins' })).not.toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Partner'), 'Halden Cloud');
    expect(preview()).toContain(`health of 100${halden.rating}`);
    expect(preview()).toMatch(/2 sponsor gaps, .* at risk/);
    expect(preview()).toContain(`Health is ${halden.health?.toFixed(1).replace('.0', '')} of 100, ${halden.rating}`);
  });

  test('is of another day where one is chosen: its quarter and its figures are those of that day', async () => {
    const days: number[] = [];
    const june = { ...samplePortfolio, asOf: fromIsoText('2026-06-30')!, health: 12.3 as Score };
    const { user, asked, services } = openPane(ready(samplePortfolio), { at });
    Object.assign(services.reviews, { judgedOn: (day: number) => { days.push(day); return june; } });
    fireEvent.change(screen.getByLabelText('As of'), { target: { value: '2026-06-30' } });
    expect(days).toContain(june.asOf);
    expect(screen.getByText('QBR 2026 Q2')).toBeVisible();
    expect(screen.getByText("Of the quarter 2026 Q2. Today's cells are judged on this day.")).toBeVisible();
    expect(screen.getByRole('region', { name: 'It begins' })).toHaveTextContent('12.3');
    await user.click(write());
    expect(asked).toEqual(['write QBR 2026-06-30 portfolio by Ines Okafor']);
  });

  test.each([['', 'Choose the day to judge on.'], ['2026-10-15', 'The day can be no later than 14 Oct 2026.']])('is not of the day "%s"', (value, fault) => {
    openPane(ready(samplePortfolio), { at });
    fireEvent.change(screen.getByLabelText('As of'), { target: { value } });
    expect(screen.getByLabelText('As of')).toHaveAccessibleDescription(fault);
    expect(screen.getByLabelText('As of')).toBeInvalid();
    expect(write()).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('region', { name: 'It begins' })).not.toBeInTheDocument();
  });

  test('can leave sections out, and goes by the name that is typed', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at });
    await user.click(screen.getByRole('checkbox', { name: 'Correct or exit' }));
    await user.click(screen.getByRole('checkbox', { name: 'Data notes' }));
    await user.click(screen.getByRole('checkbox', { name: 'Data notes' }));
    await user.clear(screen.getByLabelText('Prepared by'));
    await user.type(screen.getByLabelText('Prepared by'), ' Tom Reyes ');
    await user.click(write());
    expect(asked).toEqual(['write QBR portfolio by Tom Reyes without exits']);
  });

  test('what is half typed outlives a refresh and a look at another page', async () => {
    const workbook = openPane(ready(samplePortfolio), { at });
    await workbook.user.clear(screen.getByLabelText('Prepared by'));
    await workbook.user.type(screen.getByLabelText('Prepared by'), 'To');
    await meanwhile(() => workbook.become(ready({ ...samplePortfolio })));
    expect(screen.getByLabelText('Prepared by')).toHaveFocus();
    window.location.hash = '#data';
    await soon();
    window.location.hash = at;
    await soon();
    expect(screen.getByLabelText('Prepared by')).toHaveValue('To');
  });

  test('is found by typing where there are many partners', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...halden, partner: { ...halden.partner, key: `p${index}`, name: `Partner ${index}` } }));
    const { user } = openPane(ready({ ...samplePortfolio, partners: many }), { at });
    await user.click(screen.getByRole('radio', { name: 'One partner' }));
    await user.type(screen.getByLabelText('Find a partner'), 'er 29');
    expect(within(screen.getByLabelText('Partner')).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Choose a partner', 'Partner 29']);
    await user.type(screen.getByLabelText('Find a partner'), '9');
    expect(screen.getByText('No partner matches.')).toBeVisible();
  });

  test('cannot be nothing: without a partner the page leads to the table', () => {
    openPane(ready({ ...samplePortfolio, partners: [] }), { at });
    expect(screen.getByRole('button', { name: /Go to the table/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Write QBR' })).not.toBeInTheDocument();
  });
});

describe('the reviews of the workbook', () => {
  const shelf = (more: Partial<Shelf> = {}): { readonly services: Partial<PaneServices> } => ({
    services: {
      reviews: {
        lastChosen: () => ({ preparedBy: null, leftOut: new Set(), withoutNames: false }), judgedOn: () => null, latestDay: () => asOf,
        shelf: () => Promise.resolve({
          structureProtected: false,
          sheets: [{ name: 'QBR 2026 Q2 Halden Cloud', quarter: '2026 Q2', partner: 'Halden Cloud', hidden: true }, { name: 'QBR 2026 Q1', quarter: '2026 Q1', partner: null, hidden: false }],
          ...more,
        }),
      },
    },
  });

  test('are listed, the newest first, each a press away from its sheet', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at, ...shelf() });
    await soon();
    expect(rowsOf('Reviews in this workbook')).toEqual(['QBR 2026 Q2 Halden Cloud  2026 Q2 · Halden Cloud · hidden', 'QBR 2026 Q1  2026 Q1 · whole portfolio']);
    await user.click(screen.getByRole('button', { name: /^QBR 2026 Q1/ }));
    expect(asked).toEqual(['activate QBR 2026 Q1']);
  });

  test('are said to be none where there are none, and not known where Excel does not say', async () => {
    const { unmount } = openPane(ready(samplePortfolio), { at, ...shelf({ sheets: [] }) });
    await soon();
    expect(screen.getByText('None yet.')).toBeVisible();
    unmount();
    const { services } = shelf();
    openPane(ready(samplePortfolio), { at, services: { reviews: { ...services.reviews!, shelf: () => Promise.reject(new Error('busy')) } } });
    await soon();
    expect(screen.getByText('They could not be listed. Refresh, then try again.')).toBeVisible();
  });

  test('cannot get more while the structure of the workbook is protected, which is said before the press', async () => {
    const { user, asked } = openPane(ready(samplePortfolio), { at, ...shelf({ structureProtected: true }) });
    await soon();
    expect(screen.getByText(/^The structure of this workbook is protected/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Write QBR' }));
    expect(asked).toEqual([]);
  });

  test.each(['#qbr/haldencloud', '#qbr/nobody'])('and the choices of %s are free of accessibility problems', async (address) => {
    const { container, user } = openPane(ready(samplePortfolio), { at: address, ...shelf() });
    await soon();
    await user.click(screen.getByRole('radio', { name: 'The partner as well' }));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
