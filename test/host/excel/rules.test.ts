import { sheet, workbook } from '../../workbench/engine/snapshots';
import { loaded, openOffice } from '../openOffice';
import type { OpenOffice } from '../openOffice';

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice(
    workbook([
      sheet('Data', [
        ['Stage', 5],
        ['Pilot', 3],
      ]),
      sheet('Lists', [['Pilot'], ['Launch']]),
    ]),
  );
});
afterEach(() => office.close());

const range = (context: Excel.RequestContext, address: string): Excel.Range => context.workbook.worksheets.getItem('Data').getRange(address);

describe('the format of cells', () => {
  it.each<[string, (format: Excel.RangeFormat) => void, string, object]>([
    [
      'fill',
      (f) => {
        f.fill.color = 'yellow';
      },
      'fill/color',
      { fill: { color: '#FFFF00' } },
    ],
    [
      'bold',
      (f) => {
        f.font.bold = true;
      },
      'font/bold',
      { font: { bold: true } },
    ],
    [
      'italic',
      (f) => {
        f.font.italic = true;
      },
      'font/italic',
      { font: { italic: true } },
    ],
    [
      'underline',
      (f) => {
        f.font.underline = 'Single';
      },
      'font/underline',
      { font: { underline: 'Single' } },
    ],
    [
      'strikethrough',
      (f) => {
        f.font.strikethrough = true;
      },
      'font/strikethrough',
      { font: { strikethrough: true } },
    ],
    [
      'font',
      (f) => {
        f.font.name = 'Arial';
        f.font.size = 14;
        f.font.color = '#123456';
      },
      'font/name,font/size,font/color',
      { font: { name: 'Arial', size: 14, color: '#123456' } },
    ],
    [
      'horizontal alignment',
      (f) => {
        f.horizontalAlignment = 'Center';
      },
      'horizontalAlignment',
      { horizontalAlignment: 'Center' },
    ],
    [
      'vertical alignment',
      (f) => {
        f.verticalAlignment = 'Top';
      },
      'verticalAlignment',
      { verticalAlignment: 'Top' },
    ],
    [
      'wrapping',
      (f) => {
        f.wrapText = true;
      },
      'wrapText',
      { wrapText: true },
    ],
    [
      'indent',
      (f) => {
        f.indentLevel = 2;
      },
      'indentLevel',
      { indentLevel: 2 },
    ],
    [
      'column width in points',
      (f) => {
        f.columnWidth = 120;
      },
      'columnWidth',
      { columnWidth: 120 },
    ],
    [
      'row height in points',
      (f) => {
        f.rowHeight = 30;
      },
      'rowHeight',
      { rowHeight: 30 },
    ],
    [
      'lock',
      (f) => {
        f.protection.locked = false;
      },
      'protection/locked',
      { protection: { locked: false } },
    ],
  ])('keeps its %s', async (_, change, paths, expected) => {
    const format = await office.ask((c) => {
      change(range(c, 'A1:B2').format);
      return loaded(range(c, 'A1:B2').format, paths);
    });
    expect(format).toMatchObject(expected);
  });

  it('is null where cells differ', async () => {
    const format = await office.ask((c) => {
      range(c, 'A1').format.font.bold = true;
      range(c, 'A:A').format.columnWidth = 99;
      return loaded(range(c, 'A1:B2').format, 'font/bold,columnWidth');
    });
    expect(format).toMatchObject({ columnWidth: null });
    expect((format.font as { bold: unknown }).bold).toBeNull();
  });

  it('draws borders on the edges of an area and inside it', async () => {
    await office.ask((c) => {
      const { borders } = range(c, 'A1:B2').format;
      borders.getItem('EdgeBottom').style = 'Continuous';
      borders.getItem('EdgeBottom').weight = 'Medium';
      borders.getItem('EdgeBottom').color = '#808080';
      borders.getItem('InsideVertical').style = 'Dash';
      return () => undefined;
    });
    expect(office.port.style('data', 1, 0).borders.bottom).toEqual({ style: 'medium', color: '#808080' });
    expect(office.port.style('data', 0, 0).borders.bottom?.style ?? 'none').toBe('none');
    const read = await office.ask((c) => {
      const { borders } = range(c, 'A1:B2').format;
      const [edge, inside, none] = ['EdgeBottom', 'InsideVertical', 'EdgeTop'].map((side) =>
        borders.getItem(side as Excel.BorderIndex).load('style,weight,color'),
      );
      return () => [edge!.style, edge!.weight, edge!.color, inside!.style, none!.style];
    });
    expect(read).toEqual(['Continuous', 'Medium', '#808080', 'Dash', 'None']);
  });

  it.each<[string, (format: Excel.RangeFormat) => void]>([
    [
      'a colour that is none',
      (f) => {
        f.fill.color = 'no colour';
      },
    ],
    [
      'an alignment that is none',
      (f) => {
        f.horizontalAlignment = 'Middle' as 'Center';
      },
    ],
    [
      'text as a size',
      (f) => {
        f.font.size = 'large' as unknown as number;
      },
    ],
  ])('refuses %s', async (_, change) => {
    expect((await office.refusal((c) => change(range(c, 'A1').format))).code).toBe('InvalidArgument');
  });

  it('fits columns to their contents', async () => {
    const width = await office.ask((c) => {
      range(c, 'A1').values = [['a text that needs far more room than a column has']];
      range(c, 'A:A').format.autofitColumns();
      return loaded(range(c, 'A1').format, 'columnWidth');
    });
    expect(width.columnWidth).toBeGreaterThan(150);
  });
});

describe('conditional formats', () => {
  it('colour cells by value, text or formula', async () => {
    const read = await office.ask((c) => {
      const [value, words, custom] = (['CellValue', 'ContainsText', 'Custom'] as const).map((type) => range(c, 'A1:B2').conditionalFormats.add(type));
      value!.cellValue.format.font.color = '#FF0000';
      value!.cellValue.rule = { formula1: '=4', operator: 'GreaterThan' };
      words!.textComparison.format.fill.color = '#00FF00';
      words!.textComparison.rule = { operator: 'Contains', text: 'Pilot' };
      custom!.custom.rule.formula = '=$B1>4';
      custom!.custom.format.font.bold = true;
      custom!.stopIfTrue = true;
      const all = range(c, 'B2').conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
      const rule = value!.cellValue.load('rule');
      const area = words!.getRange().load('address');
      return () => [all.items.map(({ type, priority, stopIfTrue }) => [type, priority, stopIfTrue]), rule.rule, area.address];
    });
    expect(read).toMatchObject([
      [
        ['Custom', 0, true],
        ['ContainsText', 1, false],
        ['CellValue', 2, false],
      ],
      { formula1: '=4', operator: 'GreaterThan' },
      'Data!A1:B2',
    ]);
    expect(office.port.conditionalFormats('data').map(({ rule }) => rule)).toEqual([
      { kind: 'custom', formula: '=$B1>4', style: { font: { bold: true } } },
      { kind: 'text', operator: 'contains', text: 'Pilot', style: { fill: '#00FF00' } },
      { kind: 'cellValue', operator: 'greaterThan', formula1: '=4', style: { font: { color: '#FF0000' } } },
    ]);
  });

  it('keep what bars, scales and icons were given', async () => {
    const read = await office.ask((c) => {
      const bar = range(c, 'B1:B2').conditionalFormats.add('DataBar');
      bar.dataBar.positiveFormat.fillColor = '#638EC6';
      bar.dataBar.showDataBarOnly = true;
      const scale = range(c, 'B1:B2').conditionalFormats.add('ColorScale');
      scale.colorScale.criteria = { minimum: { type: 'LowestValue', color: '#FF0000' }, maximum: { type: 'HighestValue', color: '#00FF00' } };
      const [fill, criteria] = [bar.dataBar.positiveFormat.load('fillColor'), scale.colorScale.load('criteria,threeColorScale')];
      const none = scale.dataBarOrNullObject;
      return () => [fill.fillColor, criteria.criteria.maximum.color, criteria.threeColorScale, none.isNullObject];
    });
    expect(read).toEqual(['#638EC6', '#00FF00', false, true]);
  });

  it('are counted, deleted and cleared', async () => {
    await office.Excel.run(async (context) => {
      const formats = range(context, 'A1:A2').conditionalFormats;
      formats.add('Custom');
      const second = formats.add('Custom');
      range(context, 'B1').conditionalFormats.add('Custom');
      let count = formats.getCount();
      await context.sync();
      expect(count.value).toBe(2);
      second.delete();
      count = formats.getCount();
      await context.sync();
      expect(count.value).toBe(1);
      formats.clearAll();
      await context.sync();
    });
    expect(office.port.conditionalFormats('data')).toHaveLength(1);
  });

  it('answer only for their own type', async () => {
    expect((await office.refusal((c) => range(c, 'A1').conditionalFormats.add('Custom').cellValue.load('rule'))).code).toBe('ItemNotFound');
  });
});

describe('data validation', () => {
  it('offers a list, from words or from cells', async () => {
    await office.ask((c) => {
      range(c, 'A1:A9').dataValidation.rule = { list: { inCellDropDown: true, source: 'Pilot,Launch' } };
      range(c, 'B1:B9').dataValidation.rule = { list: { inCellDropDown: true, source: c.workbook.worksheets.getItem('Lists').getRange('A1:A2') } };
      range(c, 'A1:A9').dataValidation.prompt = { showPrompt: true, title: 'Stage', message: 'Choose one' };
      range(c, 'A1:A9').dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: 'Unknown', message: 'No such stage' };
      return () => undefined;
    });
    expect(office.port.validations('data')).toMatchObject(
      [
        { type: 'list', formula1: '=Lists!$A$1:$A$2' },
        { type: 'list', formula1: 'Pilot,Launch', prompt: { title: 'Stage' }, errorAlert: { style: 'warning', message: 'No such stage' } },
      ].sort((a, b) =>
        office.port.validations('data')[0]!.formula1 === a.formula1 ? -1 : office.port.validations('data')[0]!.formula1 === b.formula1 ? 1 : 0,
      ),
    );
    const read = await office.ask((c) => loaded(range(c, 'A3').dataValidation, 'type,rule,prompt,errorAlert,ignoreBlanks'));
    expect(read).toMatchObject({
      type: 'List',
      rule: { list: { source: 'Pilot,Launch', inCellDropDown: true } },
      errorAlert: { style: 'Warning' },
      ignoreBlanks: true,
    });
  });

  it.each<[string, Excel.DataValidationRule, object]>([
    [
      'whole numbers',
      { wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' } },
      { type: 'wholeNumber', operator: 'between', formula1: '1', formula2: '10' },
    ],
    ['decimals', { decimal: { formula1: 0, operator: 'GreaterThan' } }, { type: 'decimal', operator: 'greaterThan', formula1: '0', formula2: null }],
    [
      'text lengths',
      { textLength: { formula1: 5, operator: 'LessThanOrEqualTo' } },
      { type: 'textLength', operator: 'lessThanOrEqual', formula1: '5' },
    ],
    ['a formula', { custom: { formula: '=LEN(A1)>2' } }, { type: 'custom', operator: null, formula1: '=LEN(A1)>2' }],
  ])('checks %s', async (_, rule, expected) => {
    const read = await office.ask((c) => {
      range(c, 'A1').dataValidation.rule = rule;
      return loaded(range(c, 'A1').dataValidation, 'rule');
    });
    expect(office.port.validations('data')).toMatchObject([expected]);
    const given = JSON.parse(JSON.stringify(rule), (_key, value: unknown) => (typeof value === 'number' ? String(value) : value)) as object;
    expect(read.rule).toMatchObject(given);
  });

  it('is taken from the cells it is cleared on, and from them alone', async () => {
    const types = await office.ask((c) => {
      range(c, 'A1:C9').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'EqualTo' } };
      range(c, 'B2').dataValidation.clear();
      const [cleared, kept, mixed] = ['B2', 'C9', 'A1:C9'].map((address) => range(c, address).dataValidation.load('type'));
      return () => [cleared!.type, kept!.type, mixed!.type];
    });
    expect(types).toEqual(['None', 'WholeNumber', 'Inconsistent']);
  });

  it('refuses two rules at once', async () => {
    expect(
      (
        await office.refusal((c) => {
          range(c, 'A1').dataValidation.rule = { custom: { formula: '=1' }, list: { source: 'a', inCellDropDown: true } };
        })
      ).code,
    ).toBe('InvalidArgument');
  });
});
