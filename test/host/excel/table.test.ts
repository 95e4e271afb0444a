import { sheet, table, workbook } from '../../workbench/engine/snapshots';
import { loaded, openOffice } from '../openOffice';
import type { OpenOffice } from '../openOffice';

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice(
    workbook(
      [
        sheet('Data', [['Name', 'Score'], ['Acme', 5], ['Zenith', 3], [], ['below']]),
        sheet('Lists', [
          ['Stage', null, 'Stage', 7],
          ['Pilot', 'x', 'y', 'z'],
        ]),
      ],
      { tables: [table('Partners', 'data', { row: 0, column: 0, rows: 3 }, ['Name', 'Score'])] },
    ),
  );
});
afterEach(() => office.close());

const partners = (context: Excel.RequestContext): Excel.Table => context.workbook.tables.getItem('Partners');
const values = (id: string, row: number, column: number, rows: number, columns: number) => office.port.values(id, { row, column, rows, columns });

describe('a table', () => {
  it('is found in the workbook and on its sheet, by name in any letter case or by id', async () => {
    const found = await office.ask((c) => {
      const { id } = office.port.tables()[0]!;
      const tables = [
        c.workbook.tables.getItem('PARTNERS'),
        c.workbook.tables.getItem(id),
        c.workbook.worksheets.getItem('Data').tables.getItem('Partners'),
        c.workbook.tables.getItemAt(0),
      ];
      tables.forEach((each) => each.load('name'));
      const elsewhere = c.workbook.worksheets.getItem('Lists').tables.getItemOrNullObject('Partners');
      const collection = c.workbook.tables.load('count,items/name');
      return () => [tables.map(({ name }) => name), elsewhere.isNullObject, collection.count, collection.items.length];
    });
    expect(found).toEqual([['Partners', 'Partners', 'Partners', 'Partners'], true, 1, 1]);
  });

  it.each<[string, (own: Excel.Table) => Excel.Range, string]>([
    ['all of it', (own) => own.getRange(), 'Data!A1:B3'],
    ['its header', (own) => own.getHeaderRowRange(), 'Data!A1:B1'],
    ['its body', (own) => own.getDataBodyRange(), 'Data!A2:B3'],
    ['a column', (own) => own.columns.getItem('score').getRange(), 'Data!B1:B3'],
    ["a column's body", (own) => own.columns.getItemAt(1).getDataBodyRange(), 'Data!B2:B3'],
    ["a column's header", (own) => own.columns.getItem('Name').getHeaderRowRange(), 'Data!A1'],
    ['a row', (own) => own.rows.getItemAt(1).getRange(), 'Data!A3:B3'],
  ])('gives %s as a range', async (_, find, address) => {
    expect(await office.ask((c) => loaded(find(partners(c)), 'address'))).toEqual({ address });
  });

  it('has no totals where none are shown', async () => {
    expect((await office.refusal((c) => partners(c).getTotalRowRange().load())).code).toBe('ItemNotFound');
  });

  it('tells its columns, rows and switches', async () => {
    const told = await office.ask((c) => {
      const own = partners(c);
      own.columns.load('count,items/name,items/index,items/values');
      own.rows.load('count,items/values,items/index');
      const read = loaded(own, 'name,style,showHeaders,showTotals,showBandedRows,showFilterButton');
      const sheetName = own.worksheet.load('name');
      return () => ({
        ...read(),
        columns: own.columns.items.map((column) => [column.name, column.index, column.values]),
        rows: own.rows.items.map((row) => row.values),
        counts: [own.columns.count, own.rows.count],
        sheet: sheetName.name,
      });
    });
    expect(told).toMatchObject({
      name: 'Partners',
      style: 'TableStyleMedium2',
      showHeaders: true,
      showTotals: false,
      showBandedRows: true,
      showFilterButton: true,
      columns: [
        ['Name', 0, [['Name'], ['Acme'], ['Zenith']]],
        ['Score', 1, [['Score'], [5], [3]]],
      ],
      rows: [[['Acme', 5]], [['Zenith', 3]]],
      counts: [2, 2],
      sheet: 'Data',
    });
  });

  it('is made with its headers mended: text, not empty, each its own', async () => {
    const made = await office.ask((c) => {
      const own = c.workbook.worksheets.getItem('Lists').tables.add('A1:D2', true);
      own.name = 'Lists';
      own.style = 'TableStyleLight9';
      own.showBandedRows = false;
      const header = own.getHeaderRowRange().load('values');
      return () => header.values;
    });
    expect(made).toEqual([['Stage', 'Column2', 'Stage2', '7']]);
    expect(office.port.tables()[1]).toMatchObject({ name: 'Lists', style: 'TableStyleLight9', showBandedRows: false });
  });

  it('without headers of its own gets a row of them', async () => {
    const made = await office.ask((c) => loaded(c.workbook.worksheets.getItem('Lists').tables.add('A1:B2', false).getRange(), 'values,address'));
    expect(made).toMatchObject({
      address: 'Lists!A1:B3',
      values: [
        ['Column1', 'Column2'],
        ['Stage', ''],
        ['Pilot', 'x'],
      ],
    });
  });

  it.each<[string, (c: Excel.RequestContext) => void]>([
    ['over another', (c) => void c.workbook.worksheets.getItem('Data').tables.add('B3:C9', true)],
    ['on another sheet than its collection', (c) => void c.workbook.worksheets.getItem('Lists').tables.add('Data!E1:F2', true)],
    [
      'called like a cell',
      (c) => {
        partners(c).name = 'AB12';
      },
    ],
    [
      'called with a blank',
      (c) => {
        partners(c).name = 'Our partners';
      },
    ],
    ['resized away from its header', (c) => partners(c).resize('A2:B9')],
    [
      'with a column called like another',
      (c) => {
        partners(c).columns.getItem('Score').name = 'name';
      },
    ],
  ])('is never %s', async (_, change) => {
    expect((await office.refusal(change)).code).toBe('InvalidArgument');
    expect(office.port.tables()).toMatchObject([{ name: 'Partners', area: { row: 0, column: 0, rows: 3, columns: 2 } }]);
  });

  it('grows by rows, at its end or inside, and pushes down only what stands below it', async () => {
    await office.ask((c) => {
      partners(c).rows.add(undefined, [
        ['Orbit', 1],
        ['Pulse', '=2+2'],
      ]);
      partners(c).rows.add(0, [['First', 9]]);
      return () => undefined;
    });
    await office.port.settle();
    expect(values('data', 0, 0, 7, 2)).toEqual(
      [
        ['Name', 'Score'],
        ['First', 9],
        ['Acme', 5],
        ['Zenith', 3],
        ['Orbit', 1],
        ['Pulse', 4],
        [null, null],
      ].slice(0, 7),
    );
    expect(office.port.tables()[0]!.area.rows).toBe(6);
    expect(office.port.values('data', { row: 7, column: 0, rows: 1, columns: 1 })).toEqual([['below']]);
  });

  it('loses rows, but never the last one', async () => {
    await office.ask((c) => {
      partners(c).rows.getItemAt(0).delete();
      return () => undefined;
    });
    expect(values('data', 0, 0, 3, 2)).toEqual([
      ['Name', 'Score'],
      ['Zenith', 3],
      [null, null],
    ]);
    expect(office.port.tables()[0]!.area.rows).toBe(2);
    await office.ask((c) => {
      partners(c).rows.deleteRowsAt(0);
      return () => undefined;
    });
    expect(values('data', 0, 0, 2, 2)).toEqual([
      ['Name', 'Score'],
      [null, null],
    ]);
    expect(office.port.tables()[0]!.area.rows).toBe(2);
  });

  it('gains, renames and loses columns', async () => {
    await office.ask((c) => {
      partners(c).columns.add(1, [['Tier'], ['A'], ['B']]);
      partners(c).columns.getItem('Score').name = 'Points';
      return () => undefined;
    });
    expect(values('data', 0, 0, 3, 3)).toEqual([
      ['Name', 'Tier', 'Points'],
      ['Acme', 'A', 5],
      ['Zenith', 'B', 3],
    ]);
    expect(office.port.tables()[0]!.columns.map(({ name }) => name)).toEqual(['Name', 'Tier', 'Points']);
    await office.ask((c) => {
      partners(c).columns.getItem('Tier').delete();
      return () => undefined;
    });
    expect(values('data', 0, 0, 2, 3)).toEqual([
      ['Name', 'Points', null],
      ['Acme', 5, null],
    ]);
  });

  it('is resized, renamed and turned into plain cells', async () => {
    await office.ask((c) => {
      partners(c).resize('A1:C4');
      partners(c).name = 'Allies';
      return () => undefined;
    });
    expect(office.port.tables()[0]).toMatchObject({ name: 'Allies', area: { rows: 4, columns: 3 } });
    expect(values('data', 0, 2, 1, 1)).toEqual([['Column3']]);
    expect(await office.ask((c) => loaded(c.workbook.tables.getItem('Allies').convertToRange(), 'address'))).toEqual({ address: 'Data!A1:C4' });
    expect(office.port.tables()).toEqual([]);
    expect(values('data', 1, 0, 1, 1)).toEqual([['Acme']]);
  });

  it('takes its cells along when it is deleted', async () => {
    await office.ask((c) => {
      partners(c).delete();
      return () => undefined;
    });
    expect(
      values('data', 0, 0, 5, 2)
        .flat()
        .filter((value) => value !== null),
    ).toEqual(['below']);
  });

  it('is sorted and filtered by values', async () => {
    const told = await office.ask((c) => {
      partners(c).sort.apply([{ key: 1, ascending: true }]);
      partners(c).columns.getItem('Name').filter.applyValuesFilter(['Acme']);
      const filter = partners(c).columns.getItem('Name').filter.load('criteria');
      const all = partners(c).autoFilter.load('isDataFiltered,criteria');
      const body = partners(c).getDataBodyRange().load('values');
      return () => [filter.criteria, all.isDataFiltered, body.values];
    });
    expect(told).toMatchObject([
      { filterOn: 'Values', values: ['Acme'] },
      true,
      [
        ['Zenith', 3],
        ['Acme', 5],
      ],
    ]);
    await office.ask((c) => {
      partners(c).clearFilters();
      return () => undefined;
    });
    expect(office.port.tables()[0]!.filters).toEqual([]);
  });
});
