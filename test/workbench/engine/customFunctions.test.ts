import type { CustomFunctionCall, CustomFunctionResult, CustomFunctionRunner, CustomFunctionSignature } from '../../../src/host/workbookPort';
import { openHeadless, type EngineWorkbook } from '../openHeadless';
import { sheet, table, workbook, type Written } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const health = (more: Partial<CustomFunctionSignature> = {}): CustomFunctionSignature => ({
  name: 'ALLIANCE.HEALTH',
  description: 'Health of a partner',
  helpUrl: null,
  streaming: true,
  allowErrors: false,
  result: 'scalar',
  parameters: [
    { name: 'partner', description: '', optional: false, dimensionality: 'scalar', type: 'any', repeating: false },
    { name: 'asOf', description: '', optional: true, dimensionality: 'scalar', type: 'any', repeating: false },
    { name: 'partners', description: '', optional: true, dimensionality: 'matrix', type: 'any', repeating: false },
  ],
  ...more,
});

interface Recorded {
  readonly call: CustomFunctionCall;
  readonly answer: (result: CustomFunctionResult) => void;
  cancelled: boolean;
}

/** Remembers the calls; answers them at once with `reply`, or leaves that to the test. */
function runner(reply?: (call: CustomFunctionCall) => CustomFunctionResult): CustomFunctionRunner & { readonly calls: Recorded[] } {
  const calls: Recorded[] = [];
  return {
    calls,
    call(call, onResult) {
      const recorded: Recorded = { call, answer: onResult, cancelled: false };
      calls.push(recorded);
      if (reply !== undefined) setTimeout(() => onResult(reply(call)), 0);
      return () => {
        recorded.cancelled = true;
      };
    },
  };
}

const open = (rows: readonly (readonly Written[])[]): EngineWorkbook => openHeadless(workbook([sheet('Notes', rows)]));

/** Until the runner was asked so often. */
const asks = async (recorder: { readonly calls: readonly unknown[] }, times: number): Promise<void> => {
  while (recorder.calls.length < times) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a custom function', () => {
  it('is asked once per cell, with the address of the cell, and shows #GETTING_DATA until it answers', async () => {
    book = open([['Acme', '=ALLIANCE.HEALTH(A1)'], ['=alliance.health("Globex")']]);
    const asked = runner();
    book.registerFunctions([health()], asked);
    await asks(asked, 2);
    expect(book.values('notes', area(0, 1))).toEqual([[{ error: '#GETTING_DATA' }]]);
    expect(asked.calls.map(({ call }) => call)).toEqual([
      { name: 'ALLIANCE.HEALTH', args: ['Acme'], address: 'Notes!B1', parameterAddresses: ['Notes!A1'] },
      { name: 'ALLIANCE.HEALTH', args: ['Globex'], address: 'Notes!A2', parameterAddresses: [null] },
    ]);
    asked.calls[0]?.answer(88.5);
    asked.calls[1]?.answer(12);
    await book.settle();
    expect(book.values('notes', area(0, 0, 2, 2))).toEqual([['Acme', 88.5], [12, null]]);
    expect(asked.calls).toHaveLength(2);
  });

  it('gets omitted arguments as undefined and blanks of a range as null, not as 0', async () => {
    book = open([['Partner', 'Revenue'], ['Acme', null], [null, 7], ['=ALLIANCE.HEALTH("Acme",,A1:B3)']]);
    const asked = runner(() => 1);
    book.registerFunctions([health()], asked);
    await book.settle();
    expect(asked.calls[0]?.call.args).toEqual(['Acme', undefined, [['Partner', 'Revenue'], ['Acme', null], [null, 7]]]);
    expect(asked.calls[0]?.call.parameterAddresses).toEqual([null, null, 'Notes!A1:B3']);
  });

  it('streams: each answer shows in the cell and in what refers to it', async () => {
    book = open([['=ALLIANCE.HEALTH("Acme")', '=A1*2']]);
    const asked = runner();
    book.registerFunctions([health()], asked);
    await asks(asked, 1);
    for (const answer of [50, 60, 70]) {
      asked.calls[0]?.answer(answer);
      await book.settle();
      expect(book.values('notes', area(0, 0, 1, 2))).toEqual([[answer, answer * 2]]);
    }
    expect(asked.calls).toHaveLength(1);
  });

  it('is cancelled when its argument changes, and asked with the new one', async () => {
    book = open([['Acme', '=ALLIANCE.HEALTH(A1)']]);
    const asked = runner(({ args }) => `${String(args[0])}!`);
    book.registerFunctions([health()], asked);
    await book.settle();
    book.setCells('notes', area(0, 0), [[{ value: 'Globex' }]]);
    await book.settle();
    expect(asked.calls.map(({ cancelled }) => cancelled)).toEqual([true, false]);
    expect(book.values('notes', area(0, 1))).toEqual([['Globex!']]);
  });

  it.each([
    ['cleared', (): void => book.clear('notes', area(0, 1), 'contents')],
    ['overwritten', (): void => book.setCells('notes', area(0, 1), [[{ value: 3 }]])],
    ['deleted with its row', (): void => book.deleteCells('notes', { row: 0, column: 0, rows: 1, columns: 16384 }, 'up')],
    ['deleted with its sheet', (): void => { book.addSheet('Other'); book.deleteSheet('notes'); }],
  ])('is cancelled when its cell is %s', async (_, change) => {
    book = open([['Acme', '=ALLIANCE.HEALTH(A1)']]);
    const asked = runner(() => 1);
    book.registerFunctions([health()], asked);
    await book.settle();
    change();
    await book.calculate(false);
    expect(asked.calls.map(({ cancelled }) => cancelled)).toEqual([true]);
  });

  it('goes on streaming into its cell when rows are inserted above', async () => {
    book = open([['=ALLIANCE.HEALTH("Acme")']]);
    const asked = runner();
    book.registerFunctions([health()], asked);
    await asks(asked, 1);
    asked.calls[0]?.answer(1);
    await book.settle();
    book.insertCells('notes', { row: 0, column: 0, rows: 2, columns: 16384 }, 'down');
    await book.settle();
    asked.calls.at(-1)?.answer(2);
    await book.settle();
    expect(book.values('notes', area(0, 0, 3))).toEqual([[null], [null], [2]]);
    expect(asked.calls.filter(({ cancelled }) => !cancelled)).toHaveLength(1);
  });

  it('spills a matrix', async () => {
    book = open([['=ALLIANCE.GAPS()'], [], []]);
    book.registerFunctions([health({ name: 'ALLIANCE.GAPS', result: 'matrix', parameters: [] })], runner(() => [['Initiative', 'Gap'], ['Launch', 3], ['Pilot', true]]));
    await book.settle();
    expect(book.values('notes', area(0, 0, 3, 2))).toEqual([['Initiative', 'Gap'], ['Launch', 3], ['Pilot', true]]);
    expect(book.spillArea('notes', 0, 0)).toEqual(area(0, 0, 3, 2));
  });

  it('keeps what it said about a failure', async () => {
    book = open([['=ALLIANCE.HEALTH("Nobody")']]);
    book.registerFunctions([health()], runner(() => ({ error: '#N/A', message: 'No partner is called "Nobody".' })));
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[{ error: '#N/A', message: 'No partner is called "Nobody".' }]]);
    expect(book.errorMessage('notes', 0, 0)).toBe('No partner is called "Nobody".');
    expect(book.errorMessage('notes', 0, 1)).toBeUndefined();
  });

  it('is not called with errors unless it takes them', async () => {
    book = open([[{ error: '#DIV/0!' }, '=ALLIANCE.HEALTH("Acme",,A1:A1)', '=ALLIANCE.WHY("Acme",,A1:A1)']]);
    const asked = runner(() => 1);
    book.registerFunctions([health(), health({ name: 'ALLIANCE.WHY', allowErrors: true })], asked);
    await book.settle();
    expect(book.values('notes', area(0, 1, 1, 2))).toEqual([[{ error: '#DIV/0!' }, 1]]);
    expect(asked.calls.map(({ call }) => call.args[2])).toEqual([[[{ error: '#DIV/0!' }]]]);
  });

  it('is asked again by a full calculation, and not by another one', async () => {
    book = open([['=ALLIANCE.HEALTH("Acme")']]);
    const asked = runner(() => 1);
    book.registerFunctions([health()], asked);
    await book.settle();
    await book.calculate(false);
    expect(asked.calls).toHaveLength(1);
    await book.calculate(true);
    expect(asked.calls.map(({ cancelled }) => cancelled)).toEqual([true, false]);
    expect(book.values('notes', area(0, 0))).toEqual([[1]]);
  });

  it('reads a table by its name, whatever the case, and follows it as it grows', async () => {
    book = openHeadless(
      workbook([sheet('Partners', [['Name', 'Revenue'], ['Acme', 1], [null, null], ['x']]), sheet('Notes', [['=ALLIANCE.HEALTH("Acme",,partners[#All])', '=ROWS(PARTNERS)']])], {
        tables: [table('Partners', 'partners', { row: 0, column: 0, rows: 2 }, ['Name', 'Revenue'])],
      }),
    );
    const asked = runner(() => 1);
    book.registerFunctions([health()], asked);
    await book.settle();
    book.updateTable('table-Partners', { area: area(0, 0, 3, 2) });
    await book.settle();
    await book.calculate(true);
    expect(asked.calls.map(({ call }) => call.parameterAddresses[2])).toEqual(['Partners!A1:B2', 'Partners!A1:B3', 'Partners!A1:B3']);
    expect(book.values('notes', area(0, 1))).toEqual([[2]]);
  });

  it('makes way for one that is registered in its place', async () => {
    book = open([['=ALLIANCE.HEALTH("Acme")', '=ALLIANCE.RATING("Acme")']]);
    const first = runner(() => 1);
    book.registerFunctions([health(), health({ name: 'ALLIANCE.RATING' })], first);
    await book.settle();
    book.registerFunctions([health()], runner(() => 2));
    await book.settle();
    expect(first.calls.every(({ cancelled }) => cancelled)).toBe(true);
    expect(book.values('notes', area(0, 0, 1, 2))).toEqual([[2, { error: '#NAME?' }]]);
  });

  it('calculates a thousand cells with one push of answers in one go', async () => {
    book = open(Array.from({ length: 1000 }, (_, index) => [`Partner ${index}`, `=ALLIANCE.HEALTH(A${index + 1})`]));
    const asked = runner();
    book.registerFunctions([health()], asked);
    await asks(asked, 1000);
    asked.calls.forEach(({ answer }, index) => answer(index));
    await book.settle();
    expect(book.values('notes', area(999, 1))).toEqual([[999]]);
    let calculations = 0;
    book.onChange((change) => {
      if (change.kind === 'calculated') calculations++;
    });
    asked.calls.forEach(({ answer }, index) => answer(index + 0.5));
    await book.settle();
    expect(calculations).toBe(1);
    expect(book.values('notes', area(0, 1, 2))).toEqual([[0.5], [1.5]]);
  });
});
