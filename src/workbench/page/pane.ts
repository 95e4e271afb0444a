/** The pane and the add-in's pages in it: opened when Excel would open them, and kept alive behind a closed pane where Excel keeps them. */
import { pagesOf } from '../addin/addIn';
import type { AddIn, AddInPage } from '../addin/addIn';
import { element, part } from './element';
import { icon } from './icons';
import { SENTENCES } from './sentences';

/** What stands in front of a page's office.js; disposed of when the page goes. */
export interface PageConnection {
  dispose(): void;
}

export interface Pane {
  /** Opens the pages that live as long as the workbook. */
  start(): void;
  /** Shows the pane with this page; `null` takes the page Excel would show first. */
  show(url: string | null): void;
  hide(): void;
  /** Closes all pages: the workbook they belong to is gone. */
  close(): void;
}

/** What the pane asks of the workbook beside it. */
export interface PaneNeeds {
  /** What a page is opened with. */
  readonly address: (page: AddInPage) => string;
  /** Given the window of each page before its scripts run. */
  readonly connect: (page: AddInPage, window: Window) => PageConnection;
  readonly onVisible: (visible: boolean) => void;
}

export function pane(aside: HTMLElement, addIn: AddIn, { address, connect, onVisible }: PaneNeeds): Pane {
  const frames = new Map<AddInPage, { readonly frame: HTMLIFrameElement; connection: PageConnection | null }>();
  const pages = pagesOf(addIn);
  const close = element('button', { type: 'button', 'aria-label': SENTENCES.closePane, title: SENTENCES.closePane }, icon('close'));
  aside.setAttribute('aria-label', addIn.displayName);
  part('.pane-header').replaceChildren(element('h2', {}, addIn.displayName), close);

  const open = (page: AddInPage): HTMLIFrameElement => {
    const known = frames.get(page);
    if (known) return known.frame;
    const frame = element('iframe', { title: addIn.displayName });
    frames.set(page, { frame, connection: null });
    frame.src = address(page);
    part('.pane-frames').append(frame);
    return frame;
  };
  const drop = (page: AddInPage): void => {
    const known = frames.get(page);
    frames.delete(page);
    known?.connection?.dispose();
    known?.frame.remove();
  };
  const shown = (on: boolean): void => {
    aside.hidden = !on;
    onVisible(on);
  };
  const hide = (): void => {
    shown(false);
    for (const page of frames.keys()) if (!page.longLived) drop(page);
  };
  close.addEventListener('click', hide);

  // Called by the first script of each page, from its own frame.
  (window as Window & { workbenchConnect?: (page: Window) => void }).workbenchConnect = (opened) => {
    for (const [page, known] of frames) {
      if (known.frame.contentWindow !== opened) continue;
      known.connection?.dispose();
      known.connection = connect(page, opened);
    }
  };

  return {
    start: () => pages.filter((page) => page.longLived).forEach(open),
    show: (url) => {
      const page = pages.find((candidate) => candidate.roles.includes('pane') && (url === null || candidate.url === url));
      if (!page) return;
      const frame = open(page);
      for (const known of frames.values()) known.frame.toggleAttribute('data-shown', known.frame === frame);
      shown(true);
    },
    hide,
    close: () => [...frames.keys()].forEach(drop),
  };
}
