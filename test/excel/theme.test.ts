/** Excel's theme where it tells one, the system's where it does not. */
import { type PaneTheme, watchTheme } from '../../src/excel/theme';
import { sheet, workbook } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';

let addIn: AddIn;
afterEach(() => {
  addIn.close();
  Reflect.deleteProperty(globalThis, 'window');
});

/** What the system prefers; returns how to change it. */
function system(preferences: Record<string, boolean>): (query: string, value: boolean) => void {
  const listeners = new Set<() => void>();
  const matchMedia = (query: string) => ({
    get matches() { return preferences[query] ?? false; },
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
  });
  Object.assign(globalThis, { window: { matchMedia } });
  return (query, value) => {
    preferences[query] = value;
    for (const listener of listeners) listener();
  };
}
const book = workbook([sheet('Sheet1', [])]);
const colors = (background: string) => ({ bodyBackgroundColor: background, bodyForegroundColor: '#888888', controlBackgroundColor: background, controlForegroundColor: '#888888' });

test.each([['#1F1F1F', true], ['#FFFFFF', false], ['#0A4A0A', true], ['#F3F2F1', false]])('a body of %s is dark: %s, whatever the system prefers', async (background, dark) => {
  addIn = await openAddIn(book, { theme: colors(background) });
  system({ '(prefers-color-scheme: dark)': !dark });
  const seen: PaneTheme[] = [];
  watchTheme((theme) => seen.push(theme))();
  expect(seen).toEqual([{ dark, highContrast: false }]);
});

test('without a theme of Excel\'s own the system decides, and its changes are followed until the pane is gone', async () => {
  addIn = await openAddIn(book, { theme: null });
  const prefer = system({});
  const seen: PaneTheme[] = [];
  const stop = watchTheme((theme) => seen.push(theme));
  prefer('(prefers-color-scheme: dark)', true);
  prefer('(forced-colors: active)', true);
  stop();
  prefer('(prefers-color-scheme: dark)', false);
  expect(seen).toEqual([{ dark: false, highContrast: false }, { dark: true, highContrast: false }, { dark: true, highContrast: true }]);
});
