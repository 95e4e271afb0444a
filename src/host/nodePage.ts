/**
 * A page of an add-in in Node: jsdom with Microsoft's office.js in it and the host before it. Scripts come from disk: office.js from the
 * installed package whatever address the page names for it, everything else from the folder that the page's own address stands for.
 * Nothing is fetched from a network.
 *
 *     const page = openNodePage({ host, folder: 'dist', file: 'taskpane.html', sharedRuntime: true, customFunctions: true });
 *     await page.ready;
 *     await host.pressRibbonButton('WriteQbr');
 *     page.close();
 */
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import type { DOMWindow } from 'jsdom';
import { hostInfoQuery } from './applicationContext';
import { connectOffice } from './connectOffice';
import type { OfficeHost } from './officeHost';
import type { PageSession } from './pageSession';

const ORIGIN = 'https://localhost:3000';
const OFFICE_ADDRESS = /^https:\/\/appsforoffice\.microsoft\.com\/lib\/[^/]+\/hosted\/([^?#]+)/;
export const OFFICE_SCRIPT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.debug.js';

export interface NodePageOptions {
  readonly host: OfficeHost;
  /** The built add-in; a page without one stands on its own. */
  readonly folder?: string;
  /** The page in that folder. */
  readonly file?: string;
  /** The page itself, in place of a file. */
  readonly html?: string;
  /** Tells pages apart in the host's request hooks. */
  readonly name?: string;
  readonly sharedRuntime?: boolean;
  readonly customFunctions?: boolean;
  /** What the page's scripts throw, and what they print with `console.error`. */
  readonly onError?: (error: unknown) => void;
}

export interface NodePage {
  readonly window: DOMWindow;
  readonly session: PageSession;
  /** Office.onReady of this page. */
  readonly ready: Promise<void>;
  /** Runs a script in the page, as a `script` element would. */
  evaluate(script: string): unknown;
  close(): void;
}

export function openNodePage(options: NodePageOptions): NodePage {
  const { host, folder, file = 'index.html', name = 'pane' } = options;
  const html = options.html ?? readFileSync(join(folder ?? '.', file), 'utf8');
  const query = hostInfoQuery(host.displayLanguage, {
    sharedRuntime: options.sharedRuntime ?? true,
    customFunctions: options.customFunctions ?? true,
  });
  const virtualConsole = new VirtualConsole();
  if (options.onError !== undefined) virtualConsole.on('jsdomError', options.onError).on('error', options.onError);
  let session: PageSession | undefined;
  const dom = new JSDOM(html, {
    url: `${ORIGIN}/${file}?${query}`,
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    resources: new DiskLoader(folder),
    virtualConsole,
    beforeParse: (window) => {
      session = connectOffice(window, host, name);
    },
  });
  if (session === undefined) throw new Error('jsdom did not open the page.');
  const opened = session;
  return {
    window: dom.window,
    session: opened,
    ready: officeReady(dom.window),
    evaluate: (script) => dom.window.eval(script) as unknown,
    close: () => {
      opened.close();
      dom.window.close();
    },
  };
}

class DiskLoader extends ResourceLoader {
  private readonly office = join(dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json')), 'dist');

  constructor(private readonly folder: string | undefined) {
    super();
  }

  override fetch(url: string): ReturnType<ResourceLoader['fetch']> {
    const path = this.pathOf(url);
    let isAborted = false;
    const read = path === null ? Promise.reject(new Error(`${url} is not on disk.`)) : readFile(path);
    // A page that was closed while a script was on its way must not run it.
    const whileOpen = new Promise<Buffer>((resolve, reject) => {
      read.then((bytes) => isAborted || resolve(bytes), (fault: unknown) => isAborted || reject(fault as Error));
    });
    return Object.assign(whileOpen, { abort: () => void (isAborted = true) });
  }

  private pathOf(url: string): string | null {
    const office = OFFICE_ADDRESS.exec(url)?.[1];
    if (office !== undefined) return within(this.office, office);
    return this.folder !== undefined && url.startsWith(`${ORIGIN}/`) ? within(this.folder, decodeURIComponent(new URL(url).pathname.slice(1))) : null;
  }
}

function within(folder: string, path: string): string | null {
  const full = normalize(join(folder, path));
  return full.startsWith(normalize(folder) + sep) ? full : null;
}

/** office.js makes `Office` when its script has run; before that there is nothing to wait on but the page's loading. */
function officeReady(window: DOMWindow): Promise<void> {
  const office = (): { onReady(): Promise<unknown> } | undefined =>
    (window as unknown as { readonly Office?: { onReady(): Promise<unknown> } }).Office;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      const loaded = office();
      if (loaded === undefined) return reject(new Error('The page has no office.js.'));
      void loaded.onReady().then(() => resolve());
    };
    if (window.document.readyState === 'complete') settle();
    else window.addEventListener('load', settle);
  });
}
