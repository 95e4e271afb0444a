/** Renders the pane as a person meets it. */
import '@testing-library/jest-dom';
import { act, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { LiveState } from '../../src/excel/liveState';
import { loadPages } from '../../src/taskpane/lazyPages';
import { Pane } from '../../src/taskpane/pane';
import type { PaneServices } from '../../src/taskpane/paneServices';
import { type SampleWorkbook, sampleWorkbook } from './sampleServices';

/** Roles and names of a whole page take seconds on a slow machine. */
jest.setTimeout(30_000);

/** As it is a moment after the first look. */
beforeAll(() => loadPages());

/** The clock beside the figures ticks only where a test makes it. */
beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: [
      'Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame',
      'requestIdleCallback', 'cancelIdleCallback', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout',
    ],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

export interface OpenPane extends SampleWorkbook {
  readonly user: UserEvent;
  readonly container: HTMLElement;
  /** Closes the pane. */
  unmount(): void;
}

/** Opens the pane at a page; Back and links then work by the address. */
export function openPane(state: LiveState, { at = '', services }: { readonly at?: string; readonly services?: Partial<PaneServices> } = {}): OpenPane {
  window.location.hash = at;
  const workbook = sampleWorkbook(state, { services });
  const { container, unmount } = render(<Pane services={workbook.services} />);
  return { ...workbook, user: userEvent.setup(), container, unmount };
}

/** What happens in the workbook while the pane is open. */
export async function meanwhile(happens: () => void | Promise<void>): Promise<void> {
  await act(async () => happens());
}

/** Follows a link; the browser tells of the new address a moment later. */
export async function follow(user: UserEvent, name: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('link', { name }));
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

/** The rows of a list by its name, each as the text that is read out. */
export function rowsOf(name: string | RegExp): string[] {
  return within(screen.getByRole('list', { name })).getAllByRole('listitem').map((item) => item.textContent ?? '');
}

/** Problems that axe finds, by rule. Contrast needs a browser that draws; it is tested there. */
export async function accessibilityProblems(container: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
