/** Answers the page's wish for a sheet as PDF, by the LibreOffice of this computer: docs/decisions/partner-editions.md. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from './assets';
import { toPdf } from './pdf';
import { XLSX_TYPE } from './xlsx/xlsxType';

/** Larger than any sheet that somebody would print. */
const mostBytes = 50_000_000;

/**
 * The workbook is the body. A page elsewhere cannot ask: a body of this type is one that a browser sends to a stranger only after asking
 * for leave, which is not given here.
 */
export async function sheetAsPdf(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || request.headers['content-type'] !== XLSX_TYPE) return sendText(response, 405, 'Only a workbook that is posted is answered here.');
  const bytes = await bodyOf(request);
  if (bytes === null) return sendText(response, 413, 'The sheet is too large to be made a PDF here.');
  const result = await toPdf([bytes]);
  const [pdf] = result.kind === 'made' ? result.files : [];
  if (pdf !== undefined) {
    response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': pdf.byteLength, 'Cache-Control': 'no-store' });
    response.end(pdf);
    return;
  }
  sendText(response, result.kind === 'notInstalled' ? 501 : 502, result.kind === 'failed' ? `The PDF was not made: ${result.why}.` : 'A PDF is made by LibreOffice, which is not installed on this computer.');
}

/** `null` where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size <= mostBytes) parts.push(part);
  }
  return size > mostBytes ? null : new Uint8Array(Buffer.concat(parts));
}
