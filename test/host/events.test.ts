import { sheet, table, workbook } from '../workbench/engine/snapshots';
import { officeInNode } from './officeInNode';
import { openOffice } from './openOffice';
import type { OpenOffice } from './openOffice';

let office: OpenOffice;
let heard: Record<string, unknown>[];
beforeEach(async () => {
  heard = [];
  office = await openOffice(
    workbook(
      [
        sheet('Data', [
          ['Name', 'Score'],
          ['Acme', 5],
          ['Zenith', 3],
        ]),
        sheet('Notes', [['=Data!B2']]),
      ],
      {
        tables: [table('Partners', 'data', { row: 0, column: 0, rows: 3 }, ['Name', 'Score'])],
      },
    ),
  );
  await office.port.settle();
});
afterEach(() => office.close());

type Source = { add(handler: (event: never) => Promise<void>): OfficeExtension.EventHandlerResult<never> };
const listen = (pick: (context: Excel.RequestContext) => unknown): Promise<void> =>
  office.Excel.run(async (context) => {
    (pick(context) as Source).add((event: Record<string, unknown>) => {
      heard.push(event);
      return Promise.resolve();
    });
    await context.sync();
  });
const act = (queue: (context: Excel.RequestContext) => void): Promise<void> =>
  office.ask((c) => {
    queue(c);
    return () => undefined;
  });
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
const data = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Data');

describe('an add-in hears', () => {
  it.each<[string, (c: Excel.RequestContext) => unknown, (c: Excel.RequestContext) => void, Record<string, unknown>]>([
    [
      'of a change on a sheet',
      (c) => data(c).onChanged,
      (c) => {
        data(c).getRange('B2:B3').values = [[7], [8]];
      },
      {
        type: 'WorksheetChanged',
        address: 'B2:B3',
        changeType: 'RangeEdited',
        worksheetId: 'data',
        source: 'Local',
        triggerSource: 'ThisLocalAddin',
      },
    ],
    [
      'of a change on any sheet',
      (c) => c.workbook.worksheets.onChanged,
      (c) => {
        data(c).getRange('D9').values = [[7]];
      },
      { type: 'WorksheetChanged', address: 'D9', worksheetId: 'data' },
    ],
    [
      'of a change in a table',
      (c) => c.workbook.tables.getItem('Partners').onChanged,
      (c) => {
        data(c).getRange('B2:D2').values = [[7, 8, 9]];
      },
      { type: 'TableChanged', address: 'B2', changeType: 'RangeEdited' },
    ],
    [
      'of a change in any table',
      (c) => c.workbook.tables.onChanged,
      (c) => {
        data(c).getRange('A3').values = [['Orbit']];
      },
      { type: 'TableChanged', address: 'A3', worksheetId: 'data' },
    ],
    [
      "of a change in a sheet's tables",
      (c) => data(c).tables.onChanged,
      (c) => {
        data(c).getRange('A3').values = [['Orbit']];
      },
      { type: 'TableChanged', address: 'A3' },
    ],
    [
      'of inserted rows',
      (c) => data(c).onChanged,
      (c) => {
        data(c).getRange('5:6').insert('Down');
      },
      { address: '5:6', changeType: 'RowInserted' },
    ],
    [
      'of deleted columns',
      (c) => data(c).onChanged,
      (c) => {
        data(c).getRange('F:F').delete('Left');
      },
      { address: 'F:F', changeType: 'ColumnDeleted' },
    ],
    [
      'of a new sheet',
      (c) => c.workbook.worksheets.onAdded,
      (c) => {
        c.workbook.worksheets.add('New');
      },
      { type: 'WorksheetAdded', source: 'Local' },
    ],
    [
      'of a deleted sheet',
      (c) => c.workbook.worksheets.onDeleted,
      (c) => {
        c.workbook.worksheets.getItem('Notes').delete();
      },
      { type: 'WorksheetDeleted', worksheetId: 'notes' },
    ],
    [
      'of an activated sheet',
      (c) => c.workbook.worksheets.onActivated,
      (c) => {
        c.workbook.worksheets.getItem('Notes').activate();
      },
      { type: 'WorksheetActivated', worksheetId: 'notes' },
    ],
    [
      'of a sheet that is no longer active',
      (c) => data(c).onDeactivated,
      (c) => {
        c.workbook.worksheets.getItem('Notes').activate();
      },
      { type: 'WorksheetDeactivated', worksheetId: 'data' },
    ],
    [
      'of a new name',
      (c) => data(c).onNameChanged,
      (c) => {
        data(c).name = 'Figures';
      },
      { type: 'WorksheetNameChanged', nameBefore: 'Data', nameAfter: 'Figures' },
    ],
    [
      'of a hidden sheet',
      (c) => c.workbook.worksheets.onVisibilityChanged,
      (c) => {
        c.workbook.worksheets.getItem('Notes').visibility = 'Hidden';
      },
      { type: 'WorksheetVisibilityChanged', visibilityBefore: 'Visible', visibilityAfter: 'Hidden' },
    ],
    [
      'of a moved sheet',
      (c) => c.workbook.worksheets.onMoved,
      (c) => {
        data(c).position = 1;
      },
      { type: 'WorksheetMoved', positionBefore: 0, positionAfter: 1 },
    ],
    [
      'of a selection',
      (c) => data(c).onSelectionChanged,
      (c) => data(c).getRange('B2:C3').select(),
      { type: 'WorksheetSelectionChanged', address: 'B2:C3' },
    ],
    [
      'of a selection in a table',
      (c) => c.workbook.tables.getItem('Partners').onSelectionChanged,
      (c) => data(c).getRange('B2:C3').select(),
      { type: 'TableSelectionChanged', address: 'B2:B3', isInsideTable: true },
    ],
    ['of a selection anywhere', (c) => c.workbook.onSelectionChanged, (c) => data(c).getRange('B2').select(), {}],
    [
      'of a new table',
      (c) => c.workbook.tables.onAdded,
      (c) => void c.workbook.worksheets.getItem('Notes').tables.add('C1:D2', true),
      { type: 'TableAdded', worksheetId: 'notes' },
    ],
    [
      'of a deleted table',
      (c) => c.workbook.tables.onDeleted,
      (c) => c.workbook.tables.getItem('Partners').delete(),
      { type: 'TableDeleted', tableName: 'Partners' },
    ],
    [
      'of a calculation',
      (c) => c.workbook.worksheets.getItem('Notes').onCalculated,
      (c) => {
        data(c).getRange('B2').values = [[99]];
      },
      { type: 'WorksheetCalculated', worksheetId: 'notes' },
    ],
  ])('%s', async (_, source, change, expected) => {
    await listen(source);
    await act(change);
    await office.port.settle();
    await quiet();
    expect(heard.length).toBeGreaterThanOrEqual(1);
    expect(heard[0]).toMatchObject(expected);
  });

  it('what stood in a single cell before and what stands there now', async () => {
    await listen((c) => c.workbook.tables.getItem('Partners').onChanged);
    await act((c) => {
      data(c).getRange('B2').values = [['n/a']];
    });
    await quiet();
    expect(heard).toMatchObject([{ details: { valueBefore: 5, valueAfter: 'n/a', valueTypeBefore: 'Double', valueTypeAfter: 'String' } }]);
  });

  it('of a large matrix once, although office.js sends it in strips', async () => {
    await listen((c) => data(c).onChanged);
    await act((c) => {
      data(c).getRange('D1:H1000').values = Array.from({ length: 1000 }, (_, row) => [row, `row ${row}`, 1, 2, 3]);
    });
    await quiet();
    expect(heard).toMatchObject([{ address: 'D1:H1000', changeType: 'RangeEdited' }]);
  });

  it('nothing of other sheets, of other tables or of what it did not ask for', async () => {
    await listen((c) => c.workbook.worksheets.getItem('Notes').onChanged);
    await listen((c) => c.workbook.tables.getItem('Partners').onChanged);
    await act((c) => {
      data(c).getRange('D9').values = [[1]];
      data(c).getRange('B2').format.fill.color = '#FF0000';
    });
    await quiet();
    expect(heard).toEqual([]);
  });

  it('no change where only a calculation made a difference', async () => {
    await listen((c) => c.workbook.worksheets.getItem('Notes').onChanged);
    await act((c) => {
      data(c).getRange('B2').values = [[123]];
    });
    await office.port.settle();
    await quiet();
    expect(office.port.values('notes', { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([[123]]);
    expect(heard).toEqual([]);
  });

  it('once more nothing, when its handler is removed or events are switched off', async () => {
    await office.Excel.run(async (context) => {
      const handler = data(context).onChanged.add((event) => {
        heard.push({ ...event });
        return Promise.resolve();
      });
      await context.sync();
      data(context).getRange('D1').values = [[1]];
      await context.sync();
      await quiet();
      expect(heard).toHaveLength(1);
      context.runtime.enableEvents = false;
      data(context).getRange('D1').values = [[2]];
      await context.sync();
      context.runtime.enableEvents = true;
      handler.remove();
      await context.sync();
      data(context).getRange('D1').values = [[3]];
      await context.sync();
    });
    await quiet();
    expect(heard).toHaveLength(1);
  });

  it('which cells changed, as a range', async () => {
    const addresses: string[] = [];
    await office.Excel.run(async (context) => {
      data(context).onChanged.add((event) =>
        office.Excel.run(async (inner) => {
          const range = event.getRange(inner).load('address,values');
          await inner.sync();
          addresses.push(`${range.address} ${JSON.stringify(range.values)}`);
        }),
      );
      await context.sync();
      data(context).getRange('D1:E1').values = [[1, 2]];
      await context.sync();
    });
    await quiet();
    expect(addresses).toEqual(['Data!D1:E1 [[1,2]]']);
  });
});

it('each page hears what it registered for itself', async () => {
  const other = await officeInNode(office.port, { host: office.host, page: 'functions' });
  const elsewhere: string[] = [];
  await other.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').onChanged.add((event) => {
      elsewhere.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  await act((c) => {
    data(c).getRange('D1').values = [[1]];
  });
  await quiet();
  expect([heard, elsewhere]).toEqual([[], ['D1']]);
  other.close();
  await act((c) => {
    data(c).getRange('D1').values = [[2]];
  });
  await quiet();
  expect(elsewhere).toEqual(['D1']);
});
