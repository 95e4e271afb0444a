import { sheet, table, workbook } from '../../workbench/engine/snapshots';
import { loaded, openOffice } from '../openOffice';
import type { OpenOffice } from '../openOffice';

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice(
    workbook(
      [
        sheet('Data', [
          ['Name', 'Score', null, 'Note'],
          ['Acme', 5, null, true],
          ['Zenith', '=B2*2', null, { error: '#N/A' }],
          [],
          [null, null, null, null, null, 'far'],
        ]),
        sheet('Q3 2026', [[1]]),
        sheet('Blank', []),
        sheet('Scratch', []),
      ],
      { tables: [table('Partners', 'data', { row: 0, column: 0, rows: 3 }, ['Name', 'Score'])] },
    ),
  );
});
afterAll(() => office.close());

const data = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Data');
type Find = (context: Excel.RequestContext) => Excel.Range;

describe('a range is found', () => {
  it.each<[string, Find, string]>([
    ['by its address', (c) => data(c).getRange('B2:C3'), 'Data!B2:C3'],
    ['by an address that names its own sheet', (c) => c.workbook.worksheets.getItem('Q3 2026').getRange("'Q3 2026'!A1"), "'Q3 2026'!A1"],
    ['as the whole sheet', (c) => data(c).getRange(), 'Data!A:XFD'],
    ['by columns', (c) => data(c).getRange('B:C'), 'Data!B:C'],
    ['by rows', (c) => data(c).getRange('2:3'), 'Data!2:3'],
    ['by the name of a table', (c) => data(c).getRange('Partners'), 'Data!A2:B3'],
    ['by a structured reference', (c) => data(c).getRange('Partners[[#All],[Score]]'), 'Data!B1:B3'],
    ['by indexes', (c) => data(c).getRangeByIndexes(1, 2, 3, 4), 'Data!C2:F4'],
    ['as one cell', (c) => data(c).getCell(4, 5), 'Data!F5'],
    ['as what is used', (c) => data(c).getUsedRange(), 'Data!A1:F5'],
    ['as A1 where nothing is used', (c) => c.workbook.worksheets.getItem('Blank').getUsedRange(), 'Blank!A1'],
    ['as what is used within another', (c) => data(c).getRange('C2:Z99').getUsedRange(true), 'Data!C2:F5'],
    ['as a cell, also beyond the range', (c) => data(c).getRange('B2').getCell(2, 1), 'Data!C4'],
    ['as a row', (c) => data(c).getRange('B2:D9').getRow(1), 'Data!B3:D3'],
    ['as a column', (c) => data(c).getRange('B2:D9').getColumn(2), 'Data!D2:D9'],
    ['as the last row', (c) => data(c).getRange('B2:D9').getLastRow(), 'Data!B9:D9'],
    ['as the last column', (c) => data(c).getRange('B2:D9').getLastColumn(), 'Data!D2:D9'],
    ['as the last cell', (c) => data(c).getRange('B2:D9').getLastCell(), 'Data!D9'],
    ['as the rows above', (c) => data(c).getRange('B5:D9').getRowsAbove(2), 'Data!B3:D4'],
    ['as its own first rows, by a negative count above', (c) => data(c).getRange('B5:D9').getRowsAbove(-2), 'Data!B5:D6'],
    ['as the row below', (c) => data(c).getRange('B5:D9').getRowsBelow(), 'Data!B10:D10'],
    ['as its own last row, by a negative count below', (c) => data(c).getRange('B5:D9').getRowsBelow(-1), 'Data!B9:D9'],
    ['as the columns before', (c) => data(c).getRange('C1:D2').getColumnsBefore(2), 'Data!A1:B2'],
    ['as the columns after', (c) => data(c).getRange('C1:D2').getColumnsAfter(3), 'Data!E1:G2'],
    ['grown', (c) => data(c).getRange('B2').getResizedRange(2, 1), 'Data!B2:C4'],
    ['shrunk', (c) => data(c).getRange('B2:D9').getResizedRange(-7, -2), 'Data!B2'],
    ['in an absolute size', (c) => data(c).getRange('B2:D9').getAbsoluteResizedRange(1, 2), 'Data!B2:C2'],
    ['moved', (c) => data(c).getRange('B2:D9').getOffsetRange(-1, 1), 'Data!C1:E8'],
    ['as entire rows', (c) => data(c).getRange('B2:D3').getEntireRow(), 'Data!2:3'],
    ['as entire columns', (c) => data(c).getRange('B2:D3').getEntireColumn(), 'Data!B:D'],
    ['where two meet', (c) => data(c).getRange('A1:C3').getIntersection('B2:D9'), 'Data!B2:C3'],
    ['where two meet, given as ranges', (c) => data(c).getRange('A1:C3').getIntersection(data(c).getRange('C3')), 'Data!C3'],
    ['around two', (c) => data(c).getRange('A1').getBoundingRect('C3:D4'), 'Data!A1:D4'],
    ['as the block of filled cells around it', (c) => data(c).getRange('B2').getSurroundingRegion(), 'Data!A1:B3'],
    ['by its text', (c) => data(c).getRange('A1:F5').find('zen', {}), 'Data!A3'],
  ])('%s', async (_, find, address) => {
    expect(await office.ask((c) => loaded(find(c), 'address'))).toMatchObject({ address });
  });

  it.each<[string, Find]>([
    ['a name of nothing', (c) => data(c).getRange('Nothing')],
    ['another sheet', (c) => data(c).getRange('Blank!A1')],
    ['a list of areas', (c) => data(c).getRange('A1,B2')],
    ['a cell above the sheet', (c) => data(c).getCell(-1, 0)],
    ['a range beyond the last column', (c) => data(c).getRangeByIndexes(0, 16_380, 1, 10)],
    ['less than one row', (c) => data(c).getRange('A1:B2').getResizedRange(-2, 0)],
    ['no rows above', (c) => data(c).getRange('B5').getRowsAbove(0)],
    ['half a row', (c) => data(c).getCell(0.5, 0)],
  ])('never as %s', async (_, find) => {
    expect((await office.refusal((c) => find(c).load('address'))).code).toBe('InvalidArgument');
  });

  it('as a null object where there is none', async () => {
    const isNull = await office.ask((c) => {
      const ranges = [
        data(c).getRange('A1').getIntersectionOrNullObject('C3'),
        data(c).getRange('H1:J9').getUsedRangeOrNullObject(),
        data(c).getRange('A1:F5').findOrNullObject('nowhere', {}),
        c.workbook.worksheets.getItem('Blank').getUsedRangeOrNullObject(),
        data(c).getRange('A1').getSpillingToRangeOrNullObject(),
      ];
      return () => ranges.map((range) => range.isNullObject);
    });
    expect(isNull).toEqual([true, true, true, true, true]);
    expect((await office.refusal((c) => data(c).getRange('A1').getIntersection('C3').load())).code).toBe('ItemNotFound');
  });
});

describe('a range tells', () => {
  it.each<[string, string, string, unknown]>([
    [
      'its values, blanks as empty text and errors as their names',
      'A1:D3',
      'values',
      [
        ['Name', 'Score', '', 'Note'],
        ['Acme', 5, '', true],
        ['Zenith', 10, '', '#N/A'],
      ],
    ],
    [
      'its formulas, constants as they are',
      'A2:B3',
      'formulas',
      [
        ['Acme', 5],
        ['Zenith', '=B2*2'],
      ],
    ],
    [
      'its text as the grid shows it',
      'B1:D3',
      'text',
      [
        ['Score', '', 'Note'],
        ['5', '', 'TRUE'],
        ['10', '', '#N/A'],
      ],
    ],
    ['the types of its values', 'A3:D3', 'valueTypes', [['String', 'Double', 'Empty', 'Error']]],
    ['its number formats', 'A1:B1', 'numberFormat', [['General', 'General']]],
    ['where it begins', 'C4:D9', 'rowIndex', 3],
    ['its first column', 'C4:D9', 'columnIndex', 2],
    ['how many rows it has', 'C4:D9', 'rowCount', 6],
    ['how many columns it has', 'C4:D9', 'columnCount', 2],
    ['how many cells it has', 'C4:D9', 'cellCount', 12],
    ['that a whole sheet has too many cells to count', 'A:XFD', 'cellCount', -1],
    ['that it is of entire columns', 'B:C', 'isEntireColumn', true],
    ['that it is of entire rows', '2:3', 'isEntireRow', true],
    ['that nothing spills in it', 'A1:B2', 'hasSpill', false],
    ['no values for whole columns', 'B:B', 'values', null],
    ['that it is not hidden', 'A1', 'hidden', false],
  ])('%s', async (_, address, property, expected) => {
    expect(await office.ask((c) => loaded(data(c).getRange(address), property))).toMatchObject({ [property]: expected });
  });

  it('all its properties at once, and what hangs below it', async () => {
    const below = await office.ask((c) => {
      const range = data(c).getRange('A2').load('values,format/fill/color,worksheet/name');
      return () => [range.values, range.format.fill.color, range.worksheet.name];
    });
    expect(below).toEqual([[['Acme']], '#FFFFFF', 'Data']);
    const everything = await office.ask((c) => {
      const cell = data(c).getRange('A2').load();
      return () => [cell.address, cell.values, cell.hasSpill, cell.rowHidden];
    });
    expect(everything).toEqual(['Data!A2', [['Acme']], false, false]);
  });

  it('which tables it touches', async () => {
    const names = await office.ask((c) => {
      const [some, whole] = [data(c).getRange('B2').getTables().load('items/name'), data(c).getRange('B2').getTables(true).load('items/name')];
      return () => [some.items.map(({ name }) => name), whole.items.length];
    });
    expect(names).toEqual([['Partners'], 0]);
  });
});

describe('writing to a range', () => {
  const scratch = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Scratch');
  beforeEach(() =>
    office.ask((c) => {
      scratch(c).getRange().clear();
      return () => undefined;
    }),
  );

  it('takes text as typed and numbers as they are', async () => {
    const range = await office.ask((c) => {
      const cells = scratch(c).getRange('A1:F1');
      cells.values = [["'=1+1", '=1+1', '85%', 7, '2026-09-30', '']];
      return loaded(cells, 'values,formulas,numberFormat');
    });
    expect(range).toMatchObject({
      values: [['=1+1', 2, 0.85, 7, 46295, '']],
      formulas: [['=1+1', '=1+1', 0.85, 7, 46295, '']],
      numberFormat: [['General', 'General', '0%', 'General', 'm/d/yyyy', 'General']],
    });
  });

  it('fills every cell with one value and leaves a cell alone where it is given null', async () => {
    const range = await office.ask((c) => {
      const cells = scratch(c).getRange('A1:B2');
      cells.values = 1 as unknown as number[][];
      cells.values = [
        [null, 2],
        [3, null],
      ];
      return loaded(cells, 'values');
    });
    expect(range.values).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  it.each([[[[1, 2]]], [[[1], [2]]], [[[1, 2], [3]]], [[]]])('refuses %j for two by two cells', async (values) => {
    const error = await office.refusal((c) => {
      scratch(c).getRange('A1:B2').values = values as number[][];
    });
    expect(error).toMatchObject({ code: 'InvalidArgument', debugInfo: { errorLocation: 'Range.values' } });
  });

  it('writes large matrices, which office.js sends in pieces', async () => {
    const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
    const range = await office.ask((c) => {
      const cells = scratch(c).getRange('B2:K401');
      cells.values = values;
      return loaded(cells, 'values');
    });
    expect(range.values).toEqual(values);
    const tooFew = await office.refusal((c) => {
      scratch(c).getRange('B2:K402').values = values;
    });
    expect(tooFew.code).toBe('InvalidArgument');
  });

  it('refuses values for whole columns', async () => {
    const error = await office.refusal((c) => {
      scratch(c).getRange('A:A').values = 1 as unknown as number[][];
    });
    expect(error.code).toBe('InvalidArgument');
  });

  it('formats numbers, one format for all or one each', async () => {
    const range = await office.ask((c) => {
      const cells = scratch(c).getRange('A1:B1');
      cells.values = [[0.5, 1234.5]];
      cells.numberFormat = '0%' as unknown as string[][];
      cells.numberFormat = [[null as unknown as string, '#,##0.00']];
      return loaded(cells, 'numberFormat,text');
    });
    expect(range).toMatchObject({ numberFormat: [['0%', '#,##0.00']], text: [['50%', '1,234.50']] });
  });

  it('clears contents, formats or both', async () => {
    const state = await office.ask((c) => {
      const [contents, formats, both] = ['A1', 'B1', 'C1'].map((address) => {
        const cell = scratch(c).getRange(address);
        cell.values = [[1]];
        cell.format.fill.color = '#00FF00';
        return cell;
      });
      contents!.clear('Contents');
      formats!.clear(office.Excel.ClearApplyTo.formats);
      both!.clear();
      const reads = [contents!, formats!, both!].map((cell) => loaded(cell, 'values,format/fill/color'));
      return () => reads.map((read) => read());
    });
    expect(state).toMatchObject([
      { values: [['']], format: { fill: { color: '#00FF00' } } },
      { values: [[1]], format: { fill: { color: '#FFFFFF' } } },
      { values: [['']], format: { fill: { color: '#FFFFFF' } } },
    ]);
  });

  it('inserts and deletes cells, and kept ranges follow their cells', async () => {
    await office.Excel.run(async (context) => {
      const cells = scratch(context).getRange('A1:A3');
      cells.values = [[1], [2], [3]];
      const kept = scratch(context).getRange('A3').load('address');
      await context.sync();
      scratch(context).getRange('2:3').insert('Down');
      kept.load('address,values');
      await context.sync();
      expect([kept.address, kept.values]).toEqual(['Scratch!A5', [[3]]]);
      scratch(context).getRange('1:4').delete('Up');
      kept.load('address');
      await context.sync();
      expect(kept.address).toBe('Scratch!A1');
      scratch(context).getRange('1:1').delete('Up');
      kept.load('address');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
    });
  });

  it('shifts only the cells beside, where no whole rows are meant', async () => {
    const range = await office.ask((c) => {
      scratch(c).getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      scratch(c).getRange('A1').insert('Right');
      scratch(c).getRange('B2').delete('Left');
      return loaded(scratch(c).getRange('A1:C2'), 'values');
    });
    expect(range.values).toEqual([
      ['', 1, 2],
      [3, '', ''],
    ]);
  });

  it('merges and unmerges', async () => {
    const merged = await office.ask((c) => {
      scratch(c).getRange('A1:C1').merge();
      const areas = scratch(c).getRange('A1:Z9').getMergedAreasOrNullObject();
      return loaded(areas, 'address');
    });
    expect(merged.address).toBe('Scratch!A1:C1');
    const none = await office.ask((c) => {
      scratch(c).getRange('A1:C1').unmerge();
      const areas = scratch(c).getRange('A1:Z9').getMergedAreasOrNullObject();
      return () => areas.isNullObject;
    });
    expect(none).toBe(true);
  });

  it('sorts by columns of the range, its header row left in place', async () => {
    const range = await office.ask((c) => {
      const cells = scratch(c).getRange('B2:C5');
      cells.values = [
        ['Name', 'Score'],
        ['a', 1],
        ['b', 3],
        ['c', 2],
      ];
      cells.sort.apply([{ key: 1, ascending: false }], false, true);
      return loaded(cells, 'values');
    });
    expect(range.values).toEqual([
      ['Name', 'Score'],
      ['b', 3],
      ['c', 2],
      ['a', 1],
    ]);
    expect(
      (
        await office.refusal((c) =>
          scratch(c)
            .getRange('B2:C5')
            .sort.apply([{ key: 2 }]),
        )
      ).code,
    ).toBe('InvalidArgument');
  });

  it('hides and shows rows and columns', async () => {
    const hidden = await office.ask((c) => {
      scratch(c).getRange('2:2').rowHidden = true;
      scratch(c).getRange('C:C').columnHidden = true;
      const reads = [
        loaded(scratch(c).getRange('A1:A3'), 'rowHidden'),
        loaded(scratch(c).getRange('A2'), 'hidden'),
        loaded(scratch(c).getRange('C1'), 'columnHidden'),
      ];
      scratch(c).getRange('A1:C3').values = [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ];
      const view = scratch(c).getRange('A1:B3').getVisibleView().load('values');
      return () => [reads[0]!().rowHidden, reads[1]!().hidden, reads[2]!().columnHidden, view.values];
    });
    expect(hidden).toEqual([
      null,
      true,
      true,
      [
        [1, 2],
        [7, 8],
      ],
    ]);
  });

  it('links a cell to a place or an address', async () => {
    const link = await office.ask((c) => {
      const cell = scratch(c).getRange('A1');
      cell.hyperlink = { documentReference: 'Data!A2', textToDisplay: 'Acme', screenTip: 'Go to the cell' };
      return loaded(cell, 'hyperlink,values');
    });
    expect(link).toMatchObject({
      hyperlink: { documentReference: 'Data!A2', screenTip: 'Go to the cell', textToDisplay: 'Acme' },
      values: [['Acme']],
    });
  });

  it('sets and reads the looks of many cells in one call', async () => {
    const looks = await office.ask((c) => {
      const cells = scratch(c).getRange('A1:B2');
      const head = { format: { fill: { color: '#112233' }, font: { bold: true } } };
      cells.setCellProperties([
        [head, head],
        [{ format: { horizontalAlignment: 'Right' } }, { format: { borders: { bottom: { style: 'Continuous', color: '#FF0000' } } } }],
      ]);
      const read = cells.getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true }, borders: { bottom: { color: true } } },
      } as Excel.CellPropertiesLoadOptions);
      return () => read.value;
    });
    expect(looks[0]![1]).toEqual({
      address: 'Scratch!B1',
      format: { fill: { color: '#112233' }, font: { bold: true }, borders: { bottom: { color: '#000000' } } },
    });
    expect(looks[1]![1]).toMatchObject({ format: { borders: { bottom: { color: '#FF0000' } } } });
  });

  it('selects, and the selection is asked for', async () => {
    const selected = await office.ask((c) => {
      scratch(c).getRange('B2:C3').select();
      const [range, cell, sheet] = [
        c.workbook.getSelectedRange().load('address'),
        c.workbook.getActiveCell().load('address'),
        c.workbook.worksheets.getActiveWorksheet().load('name'),
      ];
      return () => [range.address, cell.address, sheet.name];
    });
    expect(selected).toEqual(['Scratch!B2:C3', 'Scratch!B2', 'Scratch']);
  });

  it('spills a dynamic array, which tells where it goes', async () => {
    const spill = await office.ask((c) => {
      scratch(c).getRange('B2').formulas = [['=SEQUENCE(3)']];
      c.workbook.application.calculate('Full');
      const area = scratch(c).getRange('B2').getSpillingToRangeOrNullObject().load('address');
      const parent = scratch(c).getRange('B4').getSpillParentOrNullObject().load('address');
      const inside = scratch(c).getRange('B3').load('hasSpill,values');
      return () => [area.address, parent.address, inside.hasSpill, inside.values];
    });
    expect(spill).toEqual(['Scratch!B2:B4', 'Scratch!B2', true, [[2]]]);
  });
});

describe('several areas', () => {
  it('are formatted, cleared and counted together', async () => {
    const areas = await office.ask((c) => {
      const ranges = c.workbook.worksheets.getItem('Scratch').getRanges('A1:B2,D4');
      ranges.format.fill.color = '#ABCDEF';
      ranges.areas.load('items/address');
      const fill = c.workbook.worksheets.getItem('Scratch').getRange('D4').format.fill.load('color');
      const read = loaded(ranges, 'address,areaCount,cellCount');
      return () => ({ ...read(), each: ranges.areas.items.map(({ address }) => address), fill: fill.color });
    });
    expect(areas).toMatchObject({
      address: 'Scratch!A1:B2,Scratch!D4',
      areaCount: 2,
      cellCount: 5,
      each: ['Scratch!A1:B2', 'Scratch!D4'],
      fill: '#ABCDEF',
    });
  });
});
