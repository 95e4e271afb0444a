/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { policySettings } from '../../src/domain/policySettings';
import { judge } from '../../src/domain/judge';
import { defaultPolicy } from '../../src/domain/policy';
import { settingsGroups } from '../../src/taskpane/settings/groups';
import { settings as words } from '../../src/taskpane/sentences/settings';
import { accessibilityProblems, follow, meanwhile, openPane } from './paneTest';
import { samplePortfolio } from './samplePortfolio';
import { ready } from './sampleServices';

const at = '#settings';
const field = (name: string): HTMLElement => screen.getByLabelText(name);
const bar = (): HTMLElement => screen.getByRole('region', { name: words.unsaved });

async function openGroup(name: string, locale = 'en-GB') {
  const pane = openPane(ready(samplePortfolio), { at, services: { locale } });
  await pane.user.click(screen.getByRole('button', { name: new RegExp(`^${name}`) }));
  return pane;
}

describe('the page of settings', () => {
  test('every setting stands under exactly one heading', () => {
    const paths = settingsGroups.flatMap(({ settings }) => settings.map(({ path }) => path));
    expect([...paths].sort()).toEqual(policySettings.map(({ path }) => path).sort());
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('says of each what it means, what it may be and what it is by default', async () => {
    const { container } = await openGroup('Ratings');
    expect(field('Green from')).toHaveValue('80');
    expect(field('Green from')).toHaveAccessibleDescription('A partner of this health or more is Green. May be a number of points from 0 to 100. Default: 80.');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  test('shows what another number would make of the ratings before anything is saved, and saves it on a press', async () => {
    const { user, asked } = await openGroup('Ratings');
    await user.clear(field('Amber from'));
    await user.type(field('Amber from'), '5');
    const after = judge(samplePortfolio.rows, samplePortfolio.asOf, { ...defaultPolicy, bands: { ...defaultPolicy.bands, amber: 5 } });
    const moved = after.partners.filter(({ rating }, position) => rating !== samplePortfolio.partners[position]?.rating).length;
    expect(moved).toBeGreaterThan(0);
    expect(bar()).toHaveTextContent(`${moved} of ${after.partners.length} ratings ${moved === 1 ? 'changes' : 'change'}: ${moved} to Amber`);
    expect(bar()).toHaveTextContent('1 change not saved.');
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(asked).toEqual(['save {"version":1,"bands":{"amber":5}}']);
    expect(screen.queryByRole('region', { name: words.unsaved })).not.toBeInTheDocument();
  });

  test('refuses what may not be, at its field, and what may not stand together', async () => {
    const { user, asked } = await openGroup('Ratings');
    await user.clear(field('Green from'));
    await user.type(field('Green from'), '180');
    expect(field('Green from')).toHaveAccessibleDescription('Must be a number of points from 0 to 100.');
    expect(field('Green from')).toBeInvalid();
    await user.clear(field('Green from'));
    await user.type(field('Green from'), '30');
    expect(field('Amber from')).toHaveAccessibleDescription('Green must start above Amber.');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(field('Green from')).toHaveValue('80');
  });

  test('reads numbers as the workbook writes them', async () => {
    const { user, asked } = await openGroup('Ratings', 'de-DE');
    expect(field('Least confidence')).toHaveValue('0,5');
    await user.clear(field('Least confidence'));
    await user.type(field('Least confidence'), '0,75');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(asked).toEqual(['save {"version":1,"minimumConfidence":0.75}']);
  });

  test('what is half typed survives another page and what happens in the sheet', async () => {
    const { user, become } = await openGroup('Calendar and currency');
    await user.selectOptions(field('Fiscal year starts in'), 'July');
    await meanwhile(() => become(ready({ ...samplePortfolio, asOf: samplePortfolio.asOf })));
    await user.click(screen.getByRole('button', { name: /other pages$/ }));
    await follow(user, /^Portfolio/);
    await user.click(screen.getByRole('button', { name: /other pages$/ }));
    await follow(user, 'Settings');
    expect(field('Fiscal year starts in')).toHaveDisplayValue('July');
    expect(screen.getByText('changed, default January')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Reset Fiscal year starts in to its default/ }));
    expect(field('Fiscal year starts in')).toHaveDisplayValue('January');
    expect(screen.queryByRole('region', { name: words.unsaved })).not.toBeInTheDocument();
  });

  test('is searched by name and meaning', async () => {
    const { user } = openPane(ready(samplePortfolio), { at });
    await user.type(screen.getByRole('searchbox'), 'silent');
    expect(screen.getAllByRole('textbox').map((input) => input.getAttribute('type'))).toEqual(['text', 'text']);
    expect(field('Silent sponsor')).toBeVisible();
    await user.type(screen.getByRole('searchbox'), ' zebra');
    expect(screen.getAllByText(/^No setting matches/)[0]).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all settings' }));
    expect(screen.getByRole('button', { name: /^Sponsors/ })).toBeVisible();
  });

  test('a file fills the fields, names what it does not know, and is saved only by a press', async () => {
    const { asked } = await openGroup('Ratings');
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    const bring = async (text: string): Promise<void> => {
      // jsdom's files cannot be read as text.
      const file = Object.assign(new File([text], 'alliance-settings.json'), { text: () => Promise.resolve(text) });
      await act(async () => void fireEvent.change(input, { target: { files: [file] } }));
    };
    await bring('{"version":1,"bands":{"green":85},"colour":"mauve"}');
    expect(field('Green from')).toHaveValue('85');
    expect(within(screen.getByRole('list', { name: words.inFile })).getAllByRole('listitem')[0]).toHaveTextContent('a setting is not known and left out: "colour"');
    expect(asked).toEqual([]);
    await bring('not a file of settings');
    expect(screen.getAllByText(words.notImported)[0]).toBeVisible();
    expect(field('Green from')).toHaveValue('85');
  });

  test('all are reset at once, to be looked at before they are saved', async () => {
    const policy = { ...defaultPolicy, bands: { green: 90, amber: 40 } };
    const { user, asked } = openPane(ready(judge(samplePortfolio.rows, samplePortfolio.asOf, policy)), { at: `${at}/ratings` });
    expect(field('Green from')).toHaveValue('90');
    await user.click(screen.getByRole('button', { name: 'Reset all to defaults' }));
    expect(field('Green from')).toHaveValue('80');
    expect(bar()).toHaveTextContent('2 changes not saved.');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(asked).toEqual(['save the defaults']);
  });

  test('a workbook that refuses says why, and nothing typed is lost', async () => {
    const pane = openPane(ready(samplePortfolio), { at: `${at}/ratings`, services: { savePolicy: () => Promise.resolve({ kind: 'failed', message: 'The workbook is read-only.' }) } });
    await pane.user.clear(field('Green from'));
    await pane.user.type(field('Green from'), '82');
    await pane.user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(screen.getByRole('alert')).toHaveTextContent('The workbook is read-only.');
    expect(field('Green from')).toHaveValue('82');
  });
});
