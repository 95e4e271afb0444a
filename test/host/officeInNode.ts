/**
 * Microsoft's real office.js in Node over a given workbook, for tests: the same page, protocol and errors as in the browser.
 *
 *     const office = await officeInNode(port);
 *     await office.Excel.run(async (context) => ...);
 *     office.close();
 */
import { readFileSync } from 'node:fs';
import { OFFICE_SCRIPT, openNodePage } from '../../src/host/nodePage';
import type { NodePage } from '../../src/host/nodePage';
import { OfficeHost } from '../../src/host/officeHost';
import type { OfficeHostOptions } from '../../src/host/officeHost';
import type { WorkbookPort } from '../../src/host/workbookPort';

export interface OfficeInNode {
  readonly window: NodePage['window'];
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly CustomFunctions: {
    associate(id: string, run: (...args: never[]) => unknown): void;
    readonly Error: new (code: string, message?: string) => object;
    readonly ErrorCode: Readonly<Record<string, string>>;
  };
  readonly host: OfficeHost;
  readonly port: WorkbookPort;
  /** Runs an add-in's bundle in the page. */
  load(bundle: string): void;
  close(): void;
}

export interface OfficeInNodeOptions extends OfficeHostOptions {
  /** A host that other pages are connected to already; the options are its own then. */
  readonly host?: OfficeHost;
  readonly page?: string;
  /** An add-in's page, loaded with its scripts from its folder, in place of an empty one. */
  readonly addIn?: { readonly folder: string; readonly file: string };
  readonly onError?: (error: unknown) => void;
}

export async function officeInNode(port: WorkbookPort, options: OfficeInNodeOptions = {}): Promise<OfficeInNode> {
  const host = options.host ?? new OfficeHost(port, options);
  const page = openNodePage({
    host,
    name: options.page,
    onError: options.onError,
    ...(options.addIn ?? { html: `<!doctype html><html><head><script src="${OFFICE_SCRIPT}"></script></head><body></body></html>` }),
  });
  await page.ready;
  const { Office, Excel, CustomFunctions } = page.window as unknown as Pick<OfficeInNode, 'Office' | 'Excel' | 'CustomFunctions'>;
  return {
    window: page.window,
    Office,
    Excel,
    CustomFunctions,
    host,
    port,
    load: (bundle) => void page.evaluate(readFileSync(bundle, 'utf8')),
    close: () => {
      page.close();
      if (options.host === undefined) host.dispose();
    },
  };
}
