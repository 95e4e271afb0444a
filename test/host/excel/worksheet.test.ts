import { sheet, workbook } from '../../workbench/engine/snapshots';
import { loaded, openOffice } from '../openOffice';
import type { OpenOffice } from '../openOffice';

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice(workbook([sheet('Data', [[1]]), sheet('Notes', []), sheet('Deep', [], { visibility: 'VeryHidden' })]));
});
afterEach(() => office.close());

const names = (): string[] => office.port.sheets().map(({ name }) => name);
const sheetOf = (context: Excel.RequestContext, name = 'Data'): Excel.Worksheet => context.workbook.worksheets.getItem(name);

describe('the worksheets', () => {
  it('are counted, listed and walked through', async () => {
    const seen = await office.ask((c) => {
      const { worksheets } = c.workbook;
      worksheets.load('items/name,items/visibility,items/position');
      const counts = [worksheets.getCount(), worksheets.getCount(true)];
      const ends = [worksheets.getFirst(), worksheets.getLast(), worksheets.getLast(true)].map((end) => end.load('name'));
      const beside = [sheetOf(c).getNext().load('name'), sheetOf(c, 'Notes').getPrevious().load('name')];
      const none = [sheetOf(c).getPreviousOrNullObject(), sheetOf(c, 'Notes').getNextOrNullObject(true)];
      return () => ({
        items: worksheets.items.map(({ name, visibility, position }) => [name, visibility, position]),
        counts: counts.map(({ value }) => value),
        ends: ends.map(({ name }) => name),
        beside: beside.map(({ name }) => name),
        none: none.map(({ isNullObject }) => isNullObject),
      });
    });
    expect(seen).toEqual({
      items: [
        ['Data', 'Visible', 0],
        ['Notes', 'Visible', 1],
        ['Deep', 'VeryHidden', 2],
      ],
      counts: [3, 2],
      ends: ['Data', 'Deep', 'Notes'],
      beside: ['Notes', 'Data'],
      none: [true, true],
    });
  });

  it('are found by name in any letter case, or by id', async () => {
    const found = await office.ask((c) => {
      const byName = c.workbook.worksheets.getItem('DATA').load('name,id');
      const missing = c.workbook.worksheets.getItemOrNullObject('None');
      return () => [byName.name, byName.id, missing.isNullObject];
    });
    expect(found).toEqual(['Data', 'data', true]);
    expect(await office.ask((c) => loaded(c.workbook.worksheets.getItem('data'), 'name'))).toMatchObject({ name: 'Data' });
    expect((await office.refusal((c) => c.workbook.worksheets.getItem('None').load('name'))).code).toBe('ItemNotFound');
  });

  it('come at the end, under a given name or the next free one, and stay usable after the sync', async () => {
    await office.Excel.run(async (context) => {
      const named = context.workbook.worksheets.add('Q3 review');
      context.workbook.worksheets.add();
      await context.sync();
      named.getRange('A1').values = [['kept']];
      named.tabColor = '#336699';
      await context.sync();
    });
    expect(names()).toEqual(['Data', 'Notes', 'Deep', 'Q3 review', 'Sheet5']);
    expect(office.port.sheets()[3]).toMatchObject({ tabColor: '#336699' });
  });

  it.each([
    ['', 'InvalidArgument'],
    ['x'.repeat(32), 'InvalidArgument'],
    ['Q3/2026', 'InvalidArgument'],
    ["'Q3", 'InvalidArgument'],
    ['History', 'InvalidArgument'],
    ['data', 'ItemAlreadyExists'],
  ])('refuse the name %p', async (name, code) => {
    expect((await office.refusal((c) => c.workbook.worksheets.add(name))).code).toBe(code);
    expect(
      (
        await office.refusal((c) => {
          sheetOf(c, 'Notes').name = name;
        })
      ).code,
    ).toBe(code);
    expect(names()).toEqual(['Data', 'Notes', 'Deep']);
  });

  it('are renamed, moved, hidden, activated and deleted', async () => {
    await office.ask((c) => {
      const notes = sheetOf(c, 'Notes');
      notes.name = 'NOTES';
      notes.position = 0;
      notes.activate();
      sheetOf(c).visibility = 'Hidden';
      return () => undefined;
    });
    expect(names()).toEqual(['NOTES', 'Data', 'Deep']);
    expect(office.port.activeSheet()).toBe('notes');
    await office.ask((c) => {
      sheetOf(c).delete();
      return () => undefined;
    });
    expect(names()).toEqual(['NOTES', 'Deep']);
  });

  it('keep one that can be seen, and very hidden ones are not deleted', async () => {
    await office.ask((c) => {
      sheetOf(c, 'Notes').delete();
      return () => undefined;
    });
    for (const forbidden of [
      (c: Excel.RequestContext) => sheetOf(c).delete(),
      (c: Excel.RequestContext) => sheetOf(c, 'Deep').delete(),
      (c: Excel.RequestContext) => sheetOf(c, 'Deep').activate(),
      (c: Excel.RequestContext) => {
        sheetOf(c).visibility = 'Hidden';
      },
    ])
      expect((await office.refusal(forbidden)).code).toBe('InvalidOperation');
    expect(names()).toEqual(['Data', 'Deep']);
  });

  it('cannot be used once they are deleted', async () => {
    await office.Excel.run(async (context) => {
      const notes = sheetOf(context, 'Notes').load('name');
      await context.sync();
      notes.delete();
      await context.sync();
      notes.getRange('A1').load('values');
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    });
  });

  it('show or hide gridlines and headings, and freeze panes', async () => {
    const location = await office.ask((c) => {
      const data = sheetOf(c);
      data.showGridlines = false;
      data.showHeadings = false;
      data.freezePanes.freezeRows(3);
      const rows = data.freezePanes.getLocation().load('address');
      const unfrozen = sheetOf(c, 'Notes').freezePanes.getLocationOrNullObject();
      return () => [rows.address, unfrozen.isNullObject];
    });
    expect(location).toEqual(['Data!1:3', true]);
    expect(office.port.sheets()[0]).toMatchObject({ showGridlines: false, showHeadings: false, frozen: { rows: 3, columns: 0 } });
    await office.ask((c) => {
      sheetOf(c).freezePanes.freezeAt('A1:B2');
      sheetOf(c, 'Notes').freezePanes.freezeColumns(1);
      return () => undefined;
    });
    expect(office.port.sheets().map(({ frozen }) => frozen)).toMatchObject([{ rows: 2, columns: 2 }, { rows: 0, columns: 1 }, {}]);
    expect((await office.refusal((c) => sheetOf(c).freezePanes.freezeAt('B2'))).code).toBe('InvalidArgument');
  });

  it('tell the width that columns have by themselves', async () => {
    expect(await office.ask((c) => loaded(sheetOf(c), 'standardWidth'))).toMatchObject({ standardWidth: 8.43 });
  });

  it('keep properties of their own', async () => {
    const kept = await office.ask((c) => {
      const { customProperties } = sheetOf(c);
      customProperties.add('writtenBy', 'us');
      const own = customProperties.getItem('WRITTENBY').load('value');
      const missing = customProperties.getItemOrNullObject('other');
      return () => [own.value, missing.isNullObject];
    });
    expect(kept).toEqual(['us', true]);
  });
});

describe('a protected sheet', () => {
  beforeEach(() =>
    office.ask((c) => {
      sheetOf(c).protection.protect();
      return () => undefined;
    }),
  );

  it.each<[string, (sheet: Excel.Worksheet) => void]>([
    [
      'values',
      (data) => {
        data.getRange('A1').values = [[2]];
      },
    ],
    [
      'formats',
      (data) => {
        data.getRange('A1').format.fill.color = '#FF0000';
      },
    ],
    ['clearing', (data) => data.getRange('A1').clear()],
    ['inserting', (data) => data.getRange('A1').insert('Down')],
    [
      'column widths',
      (data) => {
        data.getRange('A:A').format.columnWidth = 99;
      },
    ],
    ['tables', (data) => data.tables.add('A1:B2', false)],
    ['conditional formats', (data) => data.getRange('A1').conditionalFormats.add('Custom')],
    ['protecting it again', (data) => data.protection.protect()],
  ])('refuses %s', async (what, change) => {
    expect((await office.refusal((c) => change(sheetOf(c)))).code).toBe(what === 'protecting it again' ? 'InvalidOperation' : 'AccessDenied');
    expect(office.port.values('data', { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([[1]]);
  });

  it('says that it is, and is open again when unprotected', async () => {
    expect(await office.ask((c) => loaded(sheetOf(c).protection, 'protected'))).toEqual({ protected: true });
    await office.ask((c) => {
      sheetOf(c).protection.unprotect();
      sheetOf(c).getRange('A1').values = [[3]];
      return () => undefined;
    });
    expect(office.port.values('data', { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([[3]]);
  });
});

it('a workbook whose structure is protected takes no sheets, and says so', async () => {
  office.close();
  office = await openOffice(workbook([sheet('Data', []), sheet('Notes', [])], { structureProtected: true }));
  expect(await office.ask((c) => loaded(c.workbook.protection, 'protected'))).toEqual({ protected: true });
  for (const forbidden of [
    (c: Excel.RequestContext) => c.workbook.worksheets.add('New'),
    (c: Excel.RequestContext) => sheetOf(c).delete(),
    (c: Excel.RequestContext) => {
      sheetOf(c).name = 'Other';
    },
    (c: Excel.RequestContext) => {
      sheetOf(c).position = 1;
    },
    (c: Excel.RequestContext) => {
      sheetOf(c).visibility = 'Hidden';
    },
  ])
    expect((await office.refusal((c) => void forbidden(c))).code).toBe('AccessDenied');
});

describe('the page layout', () => {
  it('is set and read back', async () => {
    const layout = await office.ask((c) => {
      const { pageLayout, horizontalPageBreaks } = sheetOf(c);
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintMargins('Inches', { left: 0.5, right: 0.5, top: 1 });
      pageLayout.centerHorizontally = true;
      pageLayout.printGridlines = true;
      pageLayout.setPrintArea('A1:H40');
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.headersFooters.defaultForAllPages.leftFooter = '&A';
      pageLayout.headersFooters.defaultForAllPages.rightFooter = 'Page &P of &N';
      horizontalPageBreaks.add('A21');
      const area = pageLayout.getPrintArea().load('address');
      const titles = pageLayout.getPrintTitleRows().load('address');
      const breaks = horizontalPageBreaks.load('items/rowIndex');
      const footer = pageLayout.headersFooters.defaultForAllPages.load('leftFooter,rightFooter,centerHeader');
      const read = loaded(pageLayout, 'orientation,paperSize,zoom,leftMargin,topMargin,centerHorizontally,printGridlines');
      return () => ({
        ...read(),
        area: area.address,
        titles: titles.address,
        breaks: breaks.items.map((item) => item.toJSON()),
        footer: footer.toJSON(),
      });
    });
    expect(layout).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1, verticalFitToPages: null },
      leftMargin: 36,
      topMargin: 72,
      centerHorizontally: true,
      printGridlines: true,
      area: 'Data!A1:H40',
      titles: 'Data!1:2',
      breaks: [{ rowIndex: 20 }],
      footer: { leftFooter: '&A', rightFooter: 'Page &P of &N', centerHeader: '' },
    });
  });

  it('refuses a scale that no printer takes', async () => {
    expect(
      (
        await office.refusal((c) => {
          sheetOf(c).pageLayout.zoom = { scale: 5 };
        })
      ).code,
    ).toBe('InvalidArgument');
  });
});
