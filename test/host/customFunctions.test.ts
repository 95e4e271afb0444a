import { sheet, workbook } from '../workbench/engine/snapshots';
import { openHeadless } from '../workbench/openHeadless';
import { OFFICE_SCRIPT, openNodePage } from '../../src/host/nodePage';
import { OfficeHost } from '../../src/host/officeHost';
import { openOffice } from './openOffice';
import type { OpenOffice } from './openOffice';
import { officeInNode } from './officeInNode';
import type { HostFunction } from '../../src/host/customFunctions';
import type { CellValue } from '../../src/host/workbookPort';

type Parameter = HostFunction['signature']['parameters'][number];
const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  description: '',
  optional: false,
  dimensionality: 'scalar',
  type: 'any',
  repeating: false,
  ...more,
});
const definition = (
  id: string,
  parameters: readonly Parameter[],
  more: Partial<HostFunction['signature']> = {},
  own: Partial<HostFunction> = {},
): HostFunction => ({
  id,
  cancelable: false,
  signature: { name: `TEST.${id}`, description: '', helpUrl: null, streaming: false, allowErrors: false, result: 'scalar', parameters, ...more },
  ...own,
});

const functions: HostFunction[] = [
  definition('ECHO', [parameter('value')]),
  definition('NUMBER', [parameter('value', { type: 'number' })]),
  definition('TEXT', [parameter('value', { type: 'string' })]),
  definition('OPTIONAL', [parameter('first'), parameter('second', { optional: true })]),
  definition('TOTAL', [parameter('cells', { dimensionality: 'matrix' })]),
  definition('BOLD', [parameter('cells', { dimensionality: 'matrix' })], { allowErrors: true }),
  definition('GRID', [parameter('rows', { type: 'number' })], { result: 'matrix' }),
  definition('LATER', [parameter('value')]),
  definition('FAIL', [parameter('how', { type: 'string' })]),
  definition('WHERE', [parameter('cells', { dimensionality: 'matrix' })]),
  definition('LIVE', [parameter('start', { type: 'number' })], { streaming: true }),
  definition('MANY', [parameter('values', { repeating: true })]),
];

let office: OpenOffice;
const at = (row: number, column: number): CellValue | undefined => office.port.values('data', { row, column, rows: 1, columns: 1 })[0]![0];
const put = async (address: string, formula: string): Promise<void> => {
  await office.ask((c) => {
    c.workbook.worksheets.getItem('Data').getRange(address).formulas = [[formula]];
    return () => undefined;
  });
  await office.port.settle();
};

interface Invocation {
  readonly address?: string;
  readonly parameterAddresses?: readonly (string | null)[];
  setResult(value: unknown): void;
  onCanceled?: () => void;
}
const calls: unknown[][] = [];
const cancelled: string[] = [];
const streams = new Map<string, Invocation>();

function associate(page: { CustomFunctions: OpenOffice['CustomFunctions'] }): void {
  const { CustomFunctions } = page;
  const functionError = (code: string, message: string): object => new CustomFunctions.Error(CustomFunctions.ErrorCode[code]!, message);
  const add = (id: string, run: (...args: never[]) => unknown): void => CustomFunctions.associate(id, run);
  const seen = (...args: unknown[]): void => void calls.push(JSON.parse(JSON.stringify(args.slice(0, -1))) as unknown[]);
  add('ECHO', (value: unknown, invocation: unknown) => {
    seen(value, invocation);
    return value;
  });
  add('NUMBER', (value: number) => value + 1);
  add('TEXT', (value: string) => `<${value}>`);
  add('OPTIONAL', (first: unknown, second: unknown) => `${String(first)} ${String(second)}`);
  add('TOTAL', (cells: unknown[][]) => cells.flat().reduce((sum: number, value) => sum + (typeof value === 'number' ? value : 0), 0));
  add('BOLD', (cells: unknown[][]) =>
    cells
      .flat()
      .map((value) => (typeof value === 'object' && value !== null ? (value as { code: string }).code : String(value)))
      .join('|'),
  );
  add('GRID', (rows: number) => Array.from({ length: rows }, (_, row) => [row, row * 10]));
  add('LATER', (value: unknown) => new Promise((resolve) => setTimeout(() => resolve(value), 10)));
  add('FAIL', (how: string) => {
    if (how === 'throw') throw new Error('a fault of the script');
    if (how === 'reject') return Promise.reject(functionError('notAvailable', 'no such partner') as Error);
    throw functionError(how, 'in words') as Error;
  });
  add('WHERE', (_cells: unknown, invocation: Invocation) => `${invocation.address} ${JSON.stringify(invocation.parameterAddresses)}`);
  add('LIVE', (start: number, invocation: Invocation) => {
    const key = `${invocation.address} ${start}`;
    streams.set(key, invocation);
    invocation.setResult(start);
    invocation.onCanceled = () => cancelled.push(key);
  });
  add('MANY', (values: unknown[]) => values.length);
}

beforeAll(async () => {
  office = await openOffice(
    workbook([
      sheet('Data', [
        [1, 'two', null, true],
        [{ error: '#N/A' }, 4],
      ]),
    ]),
  );
  associate(office);
  office.host.registerFunctions(functions);
});
afterAll(() => office.close());

describe('a custom function in a cell', () => {
  it.each<[string, CellValue]>([
    ['=TEST.ECHO(A1)', 1],
    ['=TEST.ECHO(B1)', 'two'],
    ['=TEST.ECHO(D1)', true],
    ['=TEST.ECHO(C1)', 0],
    ['=TEST.ECHO(A2)', { error: '#N/A' }],
    ['=TEST.NUMBER("41")', 42],
    ['=TEST.NUMBER(B1)', { error: '#VALUE!' }],
    ['=TEST.NUMBER(C1)', 1],
    ['=TEST.TEXT(A1)', '<1>'],
    ['=TEST.TEXT(D1)', '<TRUE>'],
    ['=TEST.TEXT(C1)', '<>'],
    ['=TEST.OPTIONAL(1)', '1 null'],
    ['=TEST.OPTIONAL(1,2)', '1 2'],
    ['=TEST.TOTAL(A1:B2)', { error: '#N/A' }],
    ['=TEST.TOTAL(A1:D1)', 1],
    ['=TEST.TOTAL(5)', 5],
    ['=TEST.BOLD(A1:B2)', '1|two|#N/A|4'],
    ['=TEST.LATER("patience")', 'patience'],
    ['=TEST.MANY(1,2,3)', 3],
    ['=1+TEST.NUMBER(A1)*2', 5],
  ])('%s comes to %p', async (formula, expected) => {
    await put('H1', formula);
    expect(at(0, 7)).toEqual(expected);
  });

  it.each<[string, CellValue, string | undefined]>([
    ['invalidValue', { error: '#VALUE!' }, 'in words'],
    ['notAvailable', { error: '#N/A' }, 'in words'],
    ['divisionByZero', { error: '#DIV/0!' }, undefined],
    ['invalidNumber', { error: '#NUM!' }, undefined],
    ['throw', { error: '#VALUE!' }, undefined],
    ['reject', { error: '#N/A' }, 'no such partner'],
  ])('fails with %s as its error and message', async (how, expected, message) => {
    await put('H2', `=TEST.FAIL("${how}")`);
    expect(at(1, 7)).toMatchObject(expected as object);
    expect(office.port.errorMessage('data', 1, 7)).toBe(message);
  });

  it('spills a matrix', async () => {
    await put('H4', '=TEST.GRID(3)');
    expect(office.port.values('data', { row: 3, column: 7, rows: 3, columns: 2 })).toEqual([
      [0, 0],
      [1, 10],
      [2, 20],
    ]);
  });

  it('is told where it stands and where its arguments come from', async () => {
    await put('H8', '=TEST.WHERE(A1:B2)');
    expect(at(7, 7)).toEqual({ error: '#N/A' });
    await put('H8', '=TEST.WHERE(A1:B1)');
    expect(at(7, 7)).toBe('Data!H8 ["Data!A1:B1"]');
  });

  it('is called once for each cell, in one message, and answered in one request', async () => {
    const requests: number[] = [];
    const counting = await officeInNode(office.port, {
      page: 'counted',
      onRequest: ({ kind, actions }) => void (kind === 'functions' && requests.push(actions)) as undefined,
    });
    associate(counting);
    counting.host.registerFunctions(functions);
    await office.port.settle();
    calls.length = 0;
    requests.length = 0;
    await office.ask((c) => {
      c.workbook.worksheets.getItem('Data').getRange('J1:J40').formulas = Array.from({ length: 40 }, (_, row) => [`=TEST.ECHO(${row})`]);
      return () => undefined;
    });
    await office.port.settle();
    expect(calls).toHaveLength(40);
    expect(office.port.values('data', { row: 0, column: 9, rows: 40, columns: 1 }).flat()).toEqual(Array.from({ length: 40 }, (_, row) => row));
    expect(requests).toHaveLength(1);
    counting.close();
    office.host.registerFunctions(functions);
    await office.port.settle();
  });
});

describe('a streaming function', () => {
  const until = async (condition: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 200 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('keeps answering, and is cancelled when its cell is written over', async () => {
    await put('L1', '=TEST.LIVE(5)');
    expect(at(0, 11)).toBe(5);
    streams.get('Data!L1 5')!.setResult(6);
    await until(() => at(0, 11) === 6);
    expect(at(0, 11)).toBe(6);
    await put('L1', '=1');
    await until(() => cancelled.includes('Data!L1 5'));
    expect(cancelled).toContain('Data!L1 5');
    streams.get('Data!L1 5')!.setResult(7);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(at(0, 11)).toBe(1);
  });

  it('is called anew when its arguments change', async () => {
    await put('M1', '1');
    await put('L2', '=TEST.LIVE(M1)');
    expect(at(1, 11)).toBe(1);
    await put('M1', '2');
    await until(() => at(1, 11) === 2);
    expect([at(1, 11), cancelled.includes('Data!L2 1'), streams.has('Data!L2 2')]).toEqual([2, true, true]);
  });
});

it('calls wait for a page that can answer them, and go to the one that replaces it', async () => {
  const port = openHeadless(workbook([sheet('Data', [['=TEST.ECHO("patience")']])]));
  const host = new OfficeHost(port);
  const page = (script: string) =>
    openNodePage({ host, html: `<!doctype html><html><head><script src="${OFFICE_SCRIPT}"></script><script>${script}</script></head></html>` });
  try {
    host.registerFunctions(functions);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const first = page("CustomFunctions.associate('ECHO', () => new Promise(() => {}))");
    await first.ready;
    await new Promise((resolve) => setTimeout(resolve, 20));
    first.close();
    const second = page("CustomFunctions.associate('ECHO', (value) => value)");
    await second.ready;
    await port.settle();
    expect(port.values('data', { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([['patience']]);
    second.close();
  } finally {
    host.dispose();
    port.dispose();
  }
});

it('an empty cell is null to a function where the host is told to be the web', async () => {
  const web = await openOffice(workbook([sheet('Data', [])]), { blankArguments: null });
  try {
    web.CustomFunctions.associate('BOLD', (cells: unknown[][]) => JSON.stringify(cells));
    web.host.registerFunctions(functions);
    await web.ask((c) => {
      c.workbook.worksheets.getItem('Data').getRange('C1').formulas = [['=TEST.BOLD(A1:B1)']];
      return () => undefined;
    });
    await web.port.settle();
    expect(web.port.values('data', { row: 0, column: 2, rows: 1, columns: 1 })).toEqual([['[[null,null]]']]);
  } finally {
    web.close();
  }
});
