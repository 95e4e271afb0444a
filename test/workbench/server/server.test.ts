/** The workbench's web server as a browser meets it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../src/workbench/serve';
import type { ServeOptions } from '../../../src/workbench/serve';
import type { RunningWorkbench } from '../../../src/workbench/server';

const demo = join(__dirname, '../../fixtures/demo-addin');
const office = join(__dirname, '../../../node_modules/@microsoft/office-js/dist');
const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
const page = join(folder, 'page');
const workbook = join(folder, 'my book.xlsx');
const running: RunningWorkbench[] = [];

beforeAll(() => {
  mkdirSync(page);
  writeFileSync(join(page, 'index.html'), '<title>Workbench</title>');
  writeFileSync(join(page, 'main.js'), 'start()');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(page, 'link.txt'));
  writeFileSync(workbook, 'bytes of a workbook');
});
afterAll(async () => {
  await Promise.all(running.map((workbench) => workbench.close()));
  rmSync(folder, { recursive: true });
});

async function started(options: Partial<ServeOptions> = {}): Promise<string> {
  const served = await serve({ files: { page, office }, manifest: join(demo, 'manifest.xml'), workbook, port: 0, ...options });
  if (!served.ok) throw new Error(served.sentence);
  running.push(served.workbench);
  return served.workbench.address.replace('localhost', '127.0.0.1');
}

/** As a browser or anybody else would write it: `fetch` would tidy the path up. */
function get(address: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => { body += part; });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on('error', reject).end();
  });
}

describe('the server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<title>Workbench</title>'],
    ['/workbench/main.js', 'text/javascript; charset=utf-8', 'start()'],
    ['/workbench/workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'bytes of a workbook'],
    ['/functions.json', 'application/json; charset=utf-8', readFileSync(join(demo, 'functions.json'), 'utf8')],
    ['/demo.js?v=2', 'text/javascript; charset=utf-8', readFileSync(join(demo, 'demo.js'), 'utf8')],
  ])('answers %s', async (path, type, body) => {
    const answer = await get(await started(), path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers['content-type']).toBe(type);
  });

  it('hands out office.js as Microsoft wrote it', async () => {
    const { body } = await get(await started(), '/workbench/office/office.js');
    expect(body).toBe(readFileSync(join(office, 'office.js'), 'utf8'));
  });

  it('connects the pages of the add-in and tells the workbench about it', async () => {
    const address = await started();
    const html = (await get(address, '/page.html?_host_Info=x')).body;
    expect(html).toContain('<script src="/workbench/connect.js"></script>');
    expect(html).toContain('src="/workbench/office/office.js"');
    const description = JSON.parse((await get(address, '/workbench/addin.json')).body) as unknown;
    expect(description).toMatchObject({ workbook: 'my book.xlsx', addIn: { page: '/page.html', functions: { metadata: '/functions.json' } } });
  });

  it('does not send again what has not changed', async () => {
    const address = await started();
    const first = await get(address, '/workbench/main.js');
    const again = await get(address, '/workbench/main.js', { 'If-None-Match': first.headers.etag ?? '' });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it.each(['/../secret.txt', '/workbench/../secret.txt', '/workbench/%2e%2e/secret.txt', '/workbench/..%2fsecret.txt', '/workbench/link.txt', '/%2e%2e%2f%2e%2e%2fpackage.json', '/workbench/%00', '/workbench/%zz', '/nothing.html'])(
    'answers nothing at %s',
    async (path) => {
      const { status, body } = await get(await started(), path);
      expect(status).toBe(404);
      expect(body).not.toContain('secret');
    },
  );

  it('has no workbook to hand out where none was asked for', async () => {
    expect((await get(await started({ workbook: null }), '/workbench/workbook')).status).toBe(404);
  });

  it('refuses a page elsewhere that gives this computer its own name', async () => {
    expect((await get(await started(), '/workbench/workbook', { Host: 'evil.example' })).status).toBe(403);
  });

  it('takes the next free port where the wanted one is taken', async () => {
    const first = new URL(await started({ port: 34567 }));
    const second = new URL(await started({ port: Number(first.port) }));
    expect(Number(second.port)).toBeGreaterThan(Number(first.port));
  });

  it('listens to this computer alone', async () => {
    const { port } = new URL(await started());
    const outward = Object.values(networkInterfaces()).flat().find((card) => card && !card.internal && card.family === 'IPv4');
    const reached = await new Promise((resolve) => {
      const socket = connect(Number(port), outward?.address ?? '127.0.0.2');
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});

describe('an add-in of another origin', () => {
  let origin: Server;
  let manifest: string;
  const asked: IncomingHttpHeaders[] = [];

  beforeAll(async () => {
    origin = createServer((asking, answering) => {
      asked.push(asking.headers);
      if (asking.url === '/moved') return void answering.writeHead(302, { Location: '/app/page.html' }).end();
      if (asking.url === '/echo') return void asking.pipe(answering);
      const policy = `script-src http://127.0.0.1:${(origin.address() as AddressInfo).port} https://appsforoffice.microsoft.com; frame-ancestors 'none'`;
      answering.writeHead(200, { 'Content-Type': 'text/html', 'X-Frame-Options': 'DENY', 'Content-Security-Policy': policy });
      answering.end('<head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="deep/app.js"></script></head>');
    });
    await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve));
    manifest = join(folder, 'other.xml');
    const { port } = origin.address() as AddressInfo;
    writeFileSync(manifest, readFileSync(join(demo, 'manifest.xml'), 'utf8').replaceAll('https://localhost:4000/', `http://127.0.0.1:${port}/app/`));
  });
  afterAll(() => new Promise((resolve) => origin.close(resolve)));

  it('is fetched through: its page is connected, framed and free of the rules that forbid it', async () => {
    const { status, body, headers } = await get(await started({ manifest }), '/app/page.html', { Referer: 'http://localhost/secret' });
    expect(status).toBe(200);
    expect(body).toBe('<head><script src="/workbench/connect.js"></script><script src="/workbench/office/office.js"></script><script src="deep/app.js"></script></head>');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['content-security-policy']).toBe("script-src 'self' 'self';");
    expect(asked.at(-1)).not.toHaveProperty('referer');
  });

  it('may redirect inside itself and be posted to', async () => {
    const address = await started({ manifest });
    expect((await get(address, '/moved')).headers.location).toBe('/app/page.html');
    const posted = await fetch(`${address}/echo`, { method: 'POST', body: 'hello' });
    expect(await posted.text()).toBe('hello');
  });

  it('that does not answer is said so', async () => {
    const silent = join(folder, 'silent.xml');
    writeFileSync(silent, readFileSync(join(demo, 'manifest.xml'), 'utf8').replaceAll('https://localhost:4000/', 'http://127.0.0.1:9/'));
    const { status, body } = await get(await started({ manifest: silent }), '/page.html');
    expect(status).toBe(502);
    expect(body).toMatch(/^http:\/\/127\.0\.0\.1:9 did not answer: /);
  });
});

describe('a sheet as PDF', () => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  /** A program that acts as LibreOffice does is the only one that is found. */
  function onlyOffice(script: string | null): void {
    const bin = mkdtempSync(join(folder, 'bin-'));
    if (script !== null) writeFileSync(join(bin, 'soffice'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    process.env.PATH = bin;
  }
  const post = async (headers: Record<string, string> = { 'Content-Type': type }, method = 'POST') => {
    const answer = await fetch(`${await started()}/workbench/pdf`, { method, headers, body: method === 'POST' ? 'a workbook' : undefined });
    return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
  };
  const makes = 'for word; do case "$word" in *.xlsx) printf "%%PDF-1.7 of $(/bin/cat "$word")" > "${word%.xlsx}.pdf";; esac; done';

  it('is made by LibreOffice of the workbook that is posted', async () => {
    onlyOffice(makes);
    expect(await post()).toEqual({ status: 200, type: 'application/pdf', body: '%PDF-1.7 of a workbook' });
  });

  it.each([
    ['where none is installed', null, 501, 'A PDF is made by LibreOffice, which is not installed on this computer.'],
    ['where it fails', 'exit 3', 502, 'The PDF was not made: LibreOffice ended with code 3.'],
  ])('is refused in one sentence %s', async (_what, script, status, body) => {
    onlyOffice(script);
    expect(await post()).toMatchObject({ status, body });
  });

  it('is nothing that a page elsewhere could ask for: a browser lets it post plain types alone, unless it has leave', async () => {
    onlyOffice(makes);
    for (const plain of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) expect(await post({ 'Content-Type': plain })).toMatchObject({ status: 405 });
    const leave = await post({ Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' }, 'OPTIONS');
    expect(leave.status).toBe(405);
  });
});

describe('what cannot be served is one sentence', () => {
  it.each([
    ['a manifest that is not there', { manifest: 'nowhere.xml' }, 'nowhere.xml cannot be read.'],
    ['a manifest that is none', { manifest: join(demo, 'functions.json') }, 'This is a unified (JSON) manifest'],
    ['a workbook that is not there', { workbook: 'nowhere.xlsx' }, 'nowhere.xlsx cannot be read.'],
  ])('%s', async (_what, options, sentence) => {
    const served = await serve({ files: { page, office }, manifest: join(demo, 'manifest.xml'), workbook, ...options });
    expect(served).toEqual({ ok: false, sentence: expect.stringContaining(sentence) as string });
  });
});
