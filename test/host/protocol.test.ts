import { sheet, workbook } from '../workbench/engine/snapshots';
import { loaded, openOffice } from './openOffice';
import type { OpenOffice } from './openOffice';

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice(
    workbook([
      sheet('Data', [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
      sheet('Notes', []),
      sheet('More', []),
    ]),
    {
      displayLanguage: 'de-DE',
      contentLanguage: 'de-DE',
      theme: { bodyBackgroundColor: '#1A2B3C', bodyForegroundColor: '#FFFFFF', controlBackgroundColor: '#223344', controlForegroundColor: '#EEEEEE' },
    },
  );
});
afterAll(() => office.close());

const cell = (context: Excel.RequestContext, address: string): Excel.Range => context.workbook.worksheets.getItem('Data').getRange(address);
const valueAt = (row: number, column: number) => office.port.values('data', { row, column, rows: 1, columns: 1 })[0]![0];

describe('a page with office.js in it', () => {
  it('runs in Excel, in the languages, the theme and with the abilities it was told', async () => {
    const { Office } = office;
    expect(await Office.onReady()).toMatchObject({ host: 'Excel' });
    expect([Office.context.displayLanguage, Office.context.contentLanguage]).toEqual(['de-DE', 'de-DE']);
    expect(Office.context.officeTheme).toMatchObject({ bodyBackgroundColor: '#1a2b3c', controlForegroundColor: '#eeeeee' });
    expect(['1.9', '1.20', '1.21'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version))).toEqual([true, true, false]);
    expect(Office.context.document.url).toBe('Book.xlsx');
    const separators = await office.ask((c) => loaded(c.application.cultureInfo.numberFormat, 'numberDecimalSeparator,numberGroupSeparator'));
    expect(separators).toEqual({ numberDecimalSeparator: ',', numberGroupSeparator: '.' });
  });

  it('finds less where the host announces less', async () => {
    const older = await openOffice(workbook([sheet('Data', [])]), { requirements: { ExcelApi: '1.9' } });
    try {
      expect(older.Office.context.requirements.isSetSupported('ExcelApi', '1.11')).toBe(false);
      expect(older.Office.context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(false);
      expect(older.Office.context.officeTheme).toBeUndefined();
    } finally {
      older.close();
    }
  });
});

describe('a batch', () => {
  it('reads what it has just written, in order', async () => {
    const seen = await office.ask((c) => {
      const before = cell(c, 'D1').load('values');
      cell(c, 'D1').values = [['first']];
      const between = cell(c, 'D1').load('values');
      cell(c, 'D1').values = [['second']];
      return () => [before.values, between.values];
    });
    expect(seen).toEqual([[['']], [['first']]]);
    expect(valueAt(0, 3)).toBe('second');
  });

  it('reads what came before and after a large matrix in its place', async () => {
    const rows = Array.from({ length: 800 }, (_, row) => [`row ${row}`, row]);
    const seen = await office.ask((c) => {
      const notes = c.workbook.worksheets.getItem('Notes');
      notes.getRange('A1:B800').values = rows;
      notes.getRange('A1:B800').numberFormat = rows.map(() => ['@', '0.0']);
      const last = notes.getRange('A800:B801').load('values,numberFormat');
      notes.getRange('A800').values = [['changed']];
      const changed = notes.getRange('A799:A800').load('values');
      return () => [last.values, last.numberFormat, changed.values];
    });
    expect(seen).toEqual([
      [
        ['row 799', 799],
        ['', ''],
      ],
      [
        ['@', '0.0'],
        ['General', 'General'],
      ],
      [['row 798'], ['changed']],
    ]);
  });

  it('stops at the action that fails: what ran before stays, nothing after it runs', async () => {
    const error = await office.refusal((c) => {
      cell(c, 'E1').values = [['before']];
      c.workbook.worksheets.getItem('None').getRange('A1').values = [['never']];
      cell(c, 'E2').values = [['after']];
    });
    expect(error).toMatchObject({
      code: 'ItemNotFound',
      message: "The requested resource doesn't exist.",
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
    expect([valueAt(0, 4), valueAt(1, 4)]).toEqual(['before', null]);
  });

  it('points at the statement that failed', async () => {
    const error = await office.refusal((c) => {
      cell(c, 'A1').load('values');
      cell(c, 'A1:B2').values = [[1]];
    });
    expect(error.debugInfo).toMatchObject({ errorLocation: 'Range.values', statement: expect.stringContaining('.values = ') as unknown });
  });

  it('tells how far it came by its trace messages', async () => {
    const error = await office.refusal((c) => {
      c.trace('began');
      c.workbook.worksheets.getItem('None').delete();
      c.trace('ended');
    });
    expect(error.traceMessages).toEqual(['began']);
  });

  it('does nothing through a null object', async () => {
    const seen = await office.ask((c) => {
      const none = c.workbook.worksheets.getItemOrNullObject('None');
      const below = none.getRange('A1').getCell(0, 0).load('values');
      none.delete();
      return () => [none.isNullObject, below.isNullObject];
    });
    expect(seen).toEqual([true, true]);
    expect(office.port.sheets()).toHaveLength(3);
  });
});

describe('load', () => {
  it('takes paths, objects, pages of a collection, and what hangs below', async () => {
    const seen = await office.ask((c) => {
      const { worksheets } = c.workbook;
      const top = worksheets.load({ $top: 1, $skip: 1, name: true } as never);
      const cells = cell(c, 'A1').load({ values: true, format: { fill: { color: true } }, worksheet: { name: true } });
      return () => [top.items.map(({ name }) => name), cells.values, cells.format.fill.color, cells.worksheet.name];
    });
    expect(seen).toEqual([['Notes'], [['a']], '#FFFFFF', 'Data']);
    const nested = await office.ask((c) => {
      c.workbook.load('name,worksheets/items/name,worksheets/items/tables/items/name');
      return () => [c.workbook.name, c.workbook.worksheets.items.map(({ name, tables }) => [name, tables.items.length])];
    });
    expect(nested).toEqual([
      'Book.xlsx',
      [
        ['Data', 0],
        ['Notes', 0],
        ['More', 0],
      ],
    ]);
  });

  it('leaves what was not asked for unread', async () => {
    await office.Excel.run(async (context) => {
      const range = cell(context, 'A1').load('address');
      await context.sync();
      expect(() => range.values).toThrow(/not available|load/i);
    });
  });
});

describe('objects across syncs', () => {
  it('stay usable within a run, and their references are given back at its end', async () => {
    const kinds: string[] = [];
    const counting = await openOffice(workbook([sheet('Data', [[1], [2]])]), { onRequest: ({ kind }) => void kinds.push(kind) as undefined });
    try {
      await counting.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Data').getUsedRange();
        await context.sync();
        range.load('values');
        await context.sync();
        expect(range.values).toEqual([[1], [2]]);
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(kinds.filter((kind) => kind === 'workbook')).toHaveLength(2);
      expect(kinds.filter((kind) => kind === 'cleanup')).toHaveLength(1);
    } finally {
      counting.close();
    }
  });

  it('outlive their run where they are tracked', async () => {
    const kept = await office.Excel.run(async (context) => {
      const range = cell(context, 'A2');
      range.track();
      await context.sync();
      return range;
    });
    await office.Excel.run(kept, async (context) => {
      kept.load('values,address');
      await context.sync();
      expect([kept.values, kept.address]).toEqual([[['b']], 'Data!A2']);
    });
  });
});

describe('what the host does not know', () => {
  it.each<[string, (c: Excel.RequestContext) => void, string]>([
    ['an object', (c) => void c.workbook.worksheets.getItem('Data').shapes.load('items'), 'Worksheet.shapes'],
    ['a property', (c) => void cell(c, 'A1').load('formulasR1C1'), 'Range.formulasR1C1'],
    ['a method', (c) => cell(c, 'A1').flashFill(), 'Range.flashFill'],
    [
      'a change',
      (c) => {
        c.workbook.worksheets.getItem('Data').standardWidth = 9;
      },
      'Worksheet.standardWidth',
    ],
    ['a worksheet function', (c) => void c.workbook.functions.sum(1, 2).load('value'), 'Functions.sum'],
  ])('is refused by name: %s', async (_, use, member) => {
    const error = await office.refusal(use);
    expect(error.code).toBe('ApiNotFound');
    expect(error.message).toContain(member);
    expect(error.debugInfo.errorLocation).toBe(member);
  });
});

describe('the person', () => {
  it('takes back all of one batch in one step', async () => {
    await office.ask((c) => {
      cell(c, 'G1').values = [['one']];
      cell(c, 'G2').values = [['two']];
      cell(c, 'G1').format.font.bold = true;
      return () => undefined;
    });
    expect([valueAt(0, 6), valueAt(1, 6)]).toEqual(['one', 'two']);
    expect(office.port.undo()).toBe(true);
    expect([valueAt(0, 6), valueAt(1, 6), office.port.style('data', 0, 6).font.bold]).toEqual([null, null, false]);
  });
});
