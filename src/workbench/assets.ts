/** Files of a folder as answers of a web server: nothing outside the folder, the right content type, not sent again when unchanged. */
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { XLSX_TYPE } from './xlsx/xlsxType';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xlsx': XLSX_TYPE,
  '.xml': 'application/xml; charset=utf-8',
};

export function isHtml(type: string): boolean {
  return type.startsWith('text/html');
}

/** The file at a URL's path below `folder`; `null` where there is none or the path leads elsewhere, by dots or by a link. */
export async function readAsset(folder: string, urlPath: string): Promise<Asset | null> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decodeURIComponent(urlPath)));
    if (file !== root && !file.startsWith(root + sep)) return null;
    return { type: TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', body: await readFile(file) };
  } catch {
    return null;
  }
}

export function sendAsset(request: IncomingMessage, response: ServerResponse, asset: Asset | null): void {
  if (!asset) return sendText(response, 404, 'Not found.');
  const tag = `"${createHash('sha256').update(asset.body).digest('base64url')}"`;
  const headers = { 'Content-Type': asset.type, 'Cache-Control': 'no-cache', ETag: tag, 'X-Content-Type-Options': 'nosniff' };
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'Content-Length': asset.body.length }).end(request.method === 'HEAD' ? undefined : asset.body);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }).end(text);
}
