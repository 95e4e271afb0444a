/** The workbench's web server, for this computer alone: the page, office.js, the add-in's files, the workbook that was asked for. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { OFFICE_PATH, OWN_PATH, addInAddress, localAddIn, originsOf } from './addin/addresses';
import type { AddIn } from './addin/addIn';
import { servedPage } from './addin/servedPage';
import { isHtml, readAsset, sendAsset, sendText } from './assets';
import { forward } from './forward';
import { sheetAsPdf } from './sheetAsPdf';

const LOOPBACK = '127.0.0.1';
const FIRST_PORT = 3000;
const PORTS_TRIED = 100;

export interface WorkbenchFiles {
  /** Where the page's bundle was built. */
  readonly page: string;
  /** The `dist` folder of @microsoft/office-js. */
  readonly office: string;
}

export interface ServedAddIn {
  readonly addIn: AddIn;
  /** The files of its main origin; `null` where these are fetched from that origin itself. */
  readonly folder: string | null;
}

export interface WorkbenchOptions {
  readonly files: WorkbenchFiles;
  readonly served: ServedAddIn;
  /** Path of the workbook that is opened at first; `null` for a new one. */
  readonly workbook: string | null;
  /** The port asked for; where it is taken, the next free one is used. */
  readonly port?: number;
}

export interface RunningWorkbench {
  /** "http://localhost:3000". */
  readonly address: string;
  close(): Promise<void>;
}

export async function startWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
  const answer = answers(options);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => sendText(response, 500, 'The workbench could not answer this request.'));
  });
  const port = await listen(server, options.port ?? FIRST_PORT);
  return {
    address: `http://localhost:${port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port += 1) {
    if (await listensOn(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`No port from ${first} to ${first + PORTS_TRIED - 1} is free: name another with --port.`);
}

function listensOn(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (fault: NodeJS.ErrnoException): void => (fault.code === 'EADDRINUSE' || fault.code === 'EACCES' ? resolve(false) : reject(fault));
    server.once('error', failed);
    server.listen(port, LOOPBACK, () => {
      server.removeListener('error', failed);
      resolve(true);
    });
  });
}

function answers({ files, served, workbook }: WorkbenchOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const origins = originsOf(served.addIn);
  const description = JSON.stringify({ addIn: localAddIn(served.addIn), workbook: workbook && basename(workbook) });

  const sendAddIn = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const address = addInAddress(path, origins);
    if (!address) return sendText(response, 404, 'Not found.');
    if (served.folder === null || address.origin !== origins[0]) return forward(request, response, address, origins);
    const asset = await readAsset(served.folder, address.pathname);
    if (!asset || !isHtml(asset.type)) return sendAsset(request, response, asset);
    // Who may frame a page cannot stand in it, only in a header; here that is the workbench alone.
    response.setHeader('Content-Security-Policy', "frame-ancestors 'self'");
    return sendAsset(request, response, { ...asset, body: Buffer.from(servedPage(asset.body.toString('utf8'), origins)) });
  };

  return async (request, response) => {
    // A page elsewhere that points its own name at this computer is not let in.
    if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) return sendText(response, 403, 'The workbench answers to localhost alone.');
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const pathAndQuery = request.url ?? '/';
    const readOnly = request.method === 'GET' || request.method === 'HEAD';
    if (path === `${OWN_PATH}pdf`) return sheetAsPdf(request, response);
    if (path === '/' || path.startsWith(OWN_PATH)) {
      if (!readOnly) return sendText(response, 405, 'Only GET is answered here.');
      if (path === '/') return sendAsset(request, response, await readAsset(files.page, '/index.html'));
      if (path === `${OWN_PATH}addin.json`) return sendAsset(request, response, { type: 'application/json; charset=utf-8', body: Buffer.from(description) });
      if (path === `${OWN_PATH}workbook`) return sendAsset(request, response, workbook === null ? null : await readAsset(workbook, ''));
      if (path.startsWith(OFFICE_PATH)) return sendAsset(request, response, await readAsset(files.office, path.slice(OFFICE_PATH.length - 1)));
      const own = await readAsset(files.page, path.slice(OWN_PATH.length - 1));
      if (own) return sendAsset(request, response, own);
    }
    return sendAddIn(request, response, pathAndQuery);
  };
}
