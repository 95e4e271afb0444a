import { sheet, workbook } from '../workbench/engine/snapshots';
import { openHeadless } from '../workbench/openHeadless';
import { officeInNode } from './officeInNode';
import type { OfficeInNode } from './officeInNode';
import { openOffice } from './openOffice';
import type { OpenOffice } from './openOffice';
import type { Fault, RequestSeen, ResponseSeen } from '../../src/host/requestHooks';

const write = (office: OfficeInNode, text: string): Promise<void> =>
  office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [[text]];
    await context.sync();
  });
const later = (milliseconds: number): Promise<'later'> => new Promise((resolve) => setTimeout(() => resolve('later'), milliseconds));

describe('requests', () => {
  const seen: RequestSeen[] = [];
  const answered: ResponseSeen[] = [];
  let fault: Fault | undefined;
  let office: OpenOffice;
  beforeAll(async () => {
    office = await openOffice(workbook([sheet('Data', [['x'.repeat(1000)]])]), {
      onRequest: (request) => {
        if (request.kind !== 'workbook') return undefined;
        seen.push(request);
        return fault;
      },
      onResponse: (response) => void (response.kind === 'workbook' && answered.push(response)),
    });
  });
  afterAll(() => office.close());
  beforeEach(() => {
    fault = undefined;
    seen.length = 0;
    answered.length = 0;
  });
  const value = () => office.port.values('data', { row: 0, column: 0, rows: 1, columns: 1 })[0]![0];

  it('are counted, with their bytes and actions, one for each sync that has something to ask', async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getRange('A1').load('values');
      await context.sync();
      await context.sync();
      range.load('address');
      await context.sync();
    });
    expect(seen.map(({ page }) => page)).toEqual(['pane', 'pane']);
    expect(seen[1]!.index).toBe(seen[0]!.index + 1);
    expect(seen[0]!.bytes).toBeGreaterThan(500);
    expect(answered[0]!.responseBytes).toBeGreaterThan(1000);
    expect(answered.map(({ error }) => error)).toEqual([null, null]);
  });

  it.each(['AccessDenied', 'GeneralException', 'InvalidOperation', 'RequestAborted'])(
    'fail with %s where a test wants it, and nothing of them runs',
    async (code) => {
      await write(office, 'before');
      fault = { kind: 'error', code };
      await expect(write(office, 'after')).rejects.toMatchObject({ code });
      expect(value()).toBe('before');
      fault = undefined;
      await expect(write(office, 'again')).resolves.toBeUndefined();
    },
  );

  it('are met with silence, before or after they ran', async () => {
    await write(office, 'before');
    fault = { kind: 'silence' };
    expect(await Promise.race([write(office, 'lost'), later(50)])).toBe('later');
    expect(value()).toBe('before');
    fault = { kind: 'silence', afterwards: true };
    expect(await Promise.race([write(office, 'ran all the same'), later(50)])).toBe('later');
    expect(value()).toBe('ran all the same');
  });

  it('end with the page that sent them', async () => {
    const other = await officeInNode(office.port, { onRequest: ({ kind }) => (kind === 'workbook' ? { kind: 'close' } : undefined) });
    await write(office, 'before');
    expect(await Promise.race([write(other, 'never'), later(50)])).toBe('later');
    expect(value()).toBe('before');
    other.close();
  });
});

describe('Excel on the web', () => {
  let office: OpenOffice;
  beforeAll(async () => {
    office = await openOffice(workbook([sheet('Data', [])]), { payloadLimit: 200_000 });
  });
  afterAll(() => office.close());

  it('takes no request beyond its limit', async () => {
    await expect(write(office, 'x'.repeat(30_000))).resolves.toBeUndefined();
    const rows = Array.from({ length: 10 }, () => ['x'.repeat(30_000)]);
    const error = await office.refusal((c) => {
      c.workbook.worksheets.getItem('Data').getRange('A1:A10').values = rows;
    });
    expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
  });

  it('gives no answer beyond it', async () => {
    const port = office.port;
    port.setCells(
      'data',
      { row: 0, column: 0, rows: 10, columns: 1 },
      Array.from({ length: 10 }, () => [{ value: 'y'.repeat(30_000) }]),
    );
    const error = await office.refusal((c) => void c.workbook.worksheets.getItem('Data').getRange('A1:A10').load('values'));
    expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
  });
});

describe('while a cell is edited', () => {
  it('a request fails at once, or waits where it was asked to', async () => {
    let editing = true;
    const book = openHeadless(workbook([sheet('Data', [])]));
    const port = Object.defineProperty(book, 'editing', { get: () => editing });
    const office = await officeInNode(port);
    try {
      await expect(write(office, 'x')).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
      let isDone = false;
      const waiting = office.Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.worksheets.getItem('Data').getRange('A1').values = [['patient']];
        await context.sync();
      }).then(() => {
        isDone = true;
      });
      await later(80);
      expect(isDone).toBe(false);
      editing = false;
      await waiting;
      expect(book.values('data', { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([['patient']]);
    } finally {
      office.close();
      book.dispose();
    }
  });
});
