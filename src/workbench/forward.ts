/** Fetches an add-in's file from the origin that its manifest names and answers it as the workbench's own. */
import { request as requestHttp } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { request as requestHttps } from 'node:https';
import { localPath } from './addin/addresses';
import { servedPage, servedPolicy } from './addin/servedPage';
import { isHtml, sendText } from './assets';

/** Of one connection only, or untrue once the body was unpacked, changed or framed by the workbench. */
const NOT_PASSED_ON = [
  'accept-encoding', 'connection', 'content-encoding', 'content-length', 'content-security-policy-report-only', 'host', 'if-modified-since', 'if-none-match',
  'keep-alive', 'origin', 'referer', 'strict-transport-security', 'transfer-encoding', 'upgrade', 'x-frame-options',
];

export function forward(request: IncomingMessage, response: ServerResponse, address: URL, origins: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const failed = (fault: Error): void => {
      sendText(response, 502, `${address.origin} did not answer: ${fault.message}`);
      resolve();
    };
    const options = {
      method: request.method,
      headers: { ...passedOn(request.headers), 'accept-encoding': 'identity' },
      // A development server on this computer signs its own certificate.
      rejectUnauthorized: !['localhost', '127.0.0.1', '[::1]'].includes(address.hostname),
    };
    const outgoing = (address.protocol === 'https:' ? requestHttps : requestHttp)(address, options, (incoming) => {
      void relay(incoming, response, address, origins).then(resolve, failed);
    });
    outgoing.on('error', failed);
    request.pipe(outgoing);
  });
}

async function relay(incoming: IncomingMessage, response: ServerResponse, address: URL, origins: readonly string[]): Promise<void> {
  const { location, 'content-security-policy': policy } = incoming.headers;
  const headers: OutgoingHttpHeaders = {
    ...passedOn(incoming.headers),
    ...(location && { location: localPath(new URL(location, address).href, origins) }),
    ...(policy && { 'content-security-policy': servedPolicy(String(policy), origins) }),
  };
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const served = isHtml(incoming.headers['content-type'] ?? '') ? Buffer.from(servedPage(body.toString('utf8'), origins)) : body;
  response.writeHead(incoming.statusCode ?? 502, headers).end(served);
}

function passedOn(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED_ON.includes(name)));
}
