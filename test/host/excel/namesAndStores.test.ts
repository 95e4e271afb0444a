import { sheet, workbook } from '../../workbench/engine/snapshots';
import { loaded, openOffice } from '../openOffice';
import type { OpenOffice } from '../openOffice';

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice(
    workbook(
      [
        sheet('Data', [
          [1, 2],
          [3, 4],
        ]),
        sheet('Notes', []),
      ],
      {
        names: [
          { name: 'AsOf', sheet: null, formula: '=Notes!$B$2', comment: 'when', visible: true },
          { name: 'Local', sheet: 'data', formula: '=Data!$A$1:$A$2', comment: '', visible: true },
          { name: 'Rate', sheet: null, formula: '=1.25', comment: '', visible: false },
        ],
      },
    ),
  );
});
afterEach(() => office.close());

describe('defined names', () => {
  it('belong to the workbook or to a sheet', async () => {
    const names = await office.ask((c) => {
      const [all, own] = [
        c.workbook.names.load('items/name,items/scope,items/type,items/visible'),
        c.workbook.worksheets.getItem('Data').names.load('items/name'),
      ];
      return () => [all.items.map(({ name, scope, type, visible }) => [name, scope, type, visible]), own.items.map(({ name }) => name)];
    });
    expect(names).toEqual([
      [
        ['AsOf', 'Workbook', 'Range', true],
        ['Rate', 'Workbook', 'Double', false],
      ],
      ['Local'],
    ]);
  });

  it('lead to their range, or to none', async () => {
    const led = await office.ask((c) => {
      const range = c.workbook.names.getItem('asof').getRange().load('address');
      const constant = c.workbook.names.getItem('Rate').getRangeOrNullObject();
      const missing = c.workbook.names.getItemOrNullObject('None').getRangeOrNullObject();
      const rate = c.workbook.names.getItem('Rate').load('value,formula');
      const inSheet = c.workbook.worksheets.getItem('Data').getRange('Local').load('values');
      return () => [range.address, constant.isNullObject, missing.isNullObject, rate.value, rate.formula, inSheet.values];
    });
    expect(led).toEqual(['Notes!B2', true, true, 1.25, '=1.25', [[1], [3]]]);
  });

  it('are added for ranges, formulas and constants, changed and deleted', async () => {
    await office.ask((c) => {
      c.workbook.names.add('Here', c.workbook.worksheets.getItem('Data').getRange('B1:B2'), 'a note');
      c.workbook.names.add('Word', 'say "yes"');
      c.workbook.names.addFormulaLocal('Twice', '=2*Rate');
      c.workbook.names.getItem('AsOf').formula = '=Notes!$C$3';
      c.workbook.names.getItem('Rate').delete();
      return () => undefined;
    });
    expect(
      office.port
        .names()
        .filter(({ sheet: owner }) => owner === null)
        .map(({ name, formula, comment }) => [name, formula, comment])
        .sort(),
    ).toEqual([
      ['AsOf', '=Notes!$C$3', 'when'],
      ['Here', '=Data!$B$1:$B$2', 'a note'],
      ['Twice', '=2*Rate', ''],
      ['Word', '="say ""yes"""', ''],
    ]);
  });

  it.each([
    ['ASOF', 'ItemAlreadyExists'],
    ['A1', 'InvalidArgument'],
    ['two words', 'InvalidArgument'],
    ['R1C1', 'InvalidArgument'],
  ])('refuse to be called %p', async (name, code) => {
    expect((await office.refusal((c) => c.workbook.names.add(name, '=1'))).code).toBe(code);
  });
});

describe('what travels with the file', () => {
  it('settings hold any JSON, dates too', async () => {
    const when = new Date(Date.UTC(2026, 8, 30));
    await office.ask((c) => {
      c.workbook.settings.add('tables', { partners: 'Partners', weights: [1, null] });
      c.workbook.settings.add('when', when);
      return () => undefined;
    });
    const read = await office.ask((c) => {
      const [tables, date] = [c.workbook.settings.getItem('tables').load('value'), c.workbook.settings.getItem('when').load('value')];
      const count = c.workbook.settings.getCount();
      const missing = c.workbook.settings.getItemOrNullObject('none');
      return () => [tables.value, date.value, count.value, missing.isNullObject];
    });
    expect(JSON.parse(JSON.stringify(read))).toEqual([{ partners: 'Partners', weights: [1, null] }, when.toISOString(), 2, true]);
    await office.ask((c) => {
      c.workbook.settings.getItem('when').delete();
      return () => undefined;
    });
    expect([...office.port.settings().keys()]).toEqual(['tables']);
  });

  it('document properties, and custom ones', async () => {
    const read = await office.ask((c) => {
      const { properties } = c.workbook;
      properties.title = 'Alliances';
      properties.custom.add('Reviewed', true);
      const item = properties.custom.getItem('reviewed').load('value,type');
      const title = properties.load('title,author');
      return () => [title.title, title.author, item.value, item.type];
    });
    expect(read).toEqual(['Alliances', '', true, 'Boolean']);
    expect(office.port.properties().get('custom:Reviewed')).toBe(true);
  });

  it('custom XML parts, found by namespace', async () => {
    const xml = '<?xml version="1.0"?><q:history xmlns:q="urn:example:history"><q:entry/></q:history>';
    const read = await office.ask((c) => {
      c.workbook.customXmlParts.add(xml);
      const own = c.workbook.customXmlParts.getByNamespace('urn:example:history');
      const [text, count] = [own.getOnlyItem().getXml(), own.getCount()];
      const none = c.workbook.customXmlParts.getByNamespace('urn:other').getOnlyItemOrNullObject();
      return () => [text.value, count.value, none.isNullObject];
    });
    expect(read).toEqual([xml, 1, true]);
    expect((await office.refusal((c) => c.workbook.customXmlParts.add('no xml'))).code).toBe('InvalidArgument');
  });

  it('the settings of the document, through the older API', async () => {
    const { settings } = office.Office.context.document;
    settings.set('asOf', '2026-09-30');
    await new Promise((resolve) => settings.saveAsync(resolve));
    expect(office.port.settings().get('asOf')).toBe('2026-09-30');
    office.port.setSetting('byOthers', 1);
    settings.remove('asOf');
    await new Promise((resolve) => settings.saveAsync(resolve));
    expect([...office.port.settings()]).toEqual([['byOthers', 1]]);
  });
});

describe('the application', () => {
  it('tells how numbers and dates are written', async () => {
    const culture = await office.ask((c) => {
      const info = c.application.cultureInfo;
      const [own, numbers, dates] = [info.load('name'), info.numberFormat.load(), info.datetimeFormat.load()];
      return () => [own.name, numbers.toJSON(), dates.toJSON()];
    });
    expect(culture).toMatchObject([
      'en-US',
      { numberDecimalSeparator: '.', numberGroupSeparator: ',' },
      { shortDatePattern: 'M/d/yyyy', dateSeparator: '/', timeSeparator: ':' },
    ]);
  });

  it('calculates by itself or when asked', async () => {
    const read = await office.ask((c) => {
      c.application.calculationMode = 'Manual';
      c.workbook.worksheets.getItem('Data').getRange('C1').formulas = [['=A1+B1']];
      const before = c.workbook.worksheets.getItem('Data').getRange('C1').load('values');
      const mode = c.application.load('calculationMode');
      return () => [mode.calculationMode, before.values];
    });
    expect(read[0]).toBe('Manual');
    const after = await office.ask((c) => {
      c.application.calculate('Full');
      return loaded(c.workbook.worksheets.getItem('Data').getRange('C1'), 'values');
    });
    expect(after).toEqual({ values: [[3]] });
  });

  it('takes requests to hold still', async () => {
    await expect(
      office.ask((c) => {
        c.application.suspendScreenUpdatingUntilNextSync();
        c.application.suspendApiCalculationUntilNextSync();
        return () => 'done';
      }),
    ).resolves.toBe('done');
  });

  it.each([
    [false, 36526],
    [true, 35064],
  ])('tells the date system through DATE: 1904 is %p', async (date1904, serial) => {
    const other = await openOffice(workbook([sheet('Data', [])], { date1904 }));
    try {
      expect(await other.ask((c) => loaded(c.workbook.functions.date(2000, 1, 1), 'value,error'))).toMatchObject({ value: serial });
    } finally {
      other.close();
    }
  });
});
