import fc from 'fast-check';
import { interpretTyped, serialOf } from '../../src/host/excel/typedInput';
import type { CellInput } from '../../src/host/workbookPort';

const typed = (text: string, format = 'General'): CellInput => interpretTyped(text, format, false);

describe('text handed to a cell', () => {
  it.each<[string, CellInput]>([
    ['Acme', { value: 'Acme' }],
    ['', { value: null }],
    ["'=1+1", { value: '=1+1', quoted: true }],
    ["'", { value: '', quoted: true }],
    ['=SUM(A1:A2)', { formula: '=SUM(A1:A2)' }],
    ['=', { value: '=' }],
    ['+A1', { formula: '=+A1' }],
    ['-A1', { formula: '=-A1' }],
    ['+1', { value: 1 }],
    ['-1,200.50', { value: -1200.5, numberFormat: '#,##0.00' }],
    ['@SUM(1)', { formula: '=SUM(1)' }],
    ['@acme', { value: '@acme' }],
    ['＝1+1', { formula: '=1+1' }],
    ['1,200', { value: 1200, numberFormat: '#,##0' }],
    ['1,20', { value: '1,20' }],
    ['85%', { value: 0.85, numberFormat: '0%' }],
    ['12.5 %', { value: 0.125, numberFormat: '0.00%' }],
    ['$5', { value: 5, numberFormat: '$#,##0_);[Red]($#,##0)' }],
    ['-$5.25', { value: -5.25, numberFormat: '$#,##0.00_);[Red]($#,##0.00)' }],
    ['(5)', { value: -5 }],
    ['1e5', { value: 100000, numberFormat: '0.00E+00' }],
    ['.5', { value: 0.5 }],
    ['.', { value: '.' }],
    ['1 1/2', { value: 1.5, numberFormat: '# ?/?' }],
    ['9/30/2026', { value: 46295, numberFormat: 'm/d/yyyy' }],
    ['2026-09-30', { value: 46295, numberFormat: 'm/d/yyyy' }],
    ['30-Sep-26', { value: 46295, numberFormat: 'd-mmm-yy' }],
    ['September 30, 2026', { value: 46295, numberFormat: 'd-mmm-yy' }],
    ['Sep 2026', { value: 46266, numberFormat: 'mmm-yy' }],
    ['13/13/2026', { value: '13/13/2026' }],
    ['12:30', { value: 0.5208333333333334, numberFormat: 'h:mm' }],
    ['6:00 PM', { value: 0.75, numberFormat: 'h:mm AM/PM' }],
    ['9/30/2026 12:00', { value: 46295.5, numberFormat: 'm/d/yyyy h:mm' }],
    ['25:70', { value: '25:70' }],
    ['true', { value: true }],
    ['FALSE', { value: false }],
    ['#N/A', { formula: '=#N/A' }],
    ['Q3 2026', { value: 'Q3 2026' }],
    ['1-2-3-4', { value: '1-2-3-4' }],
  ])('%p is taken as Excel takes it', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  it('stays text in a cell that is formatted as text', () => {
    for (const text of ['=1+1', '85%', '9/30/2026', 'TRUE', '#N/A']) expect(typed(text, '@')).toEqual({ value: text });
  });

  it('keeps a format that the cell has already', () => {
    expect(typed('85%', '0.0%')).toEqual({ value: 0.85 });
    expect(typed('9/30/2026', 'yyyy-mm-dd')).toEqual({ value: 46295 });
  });

  it.each(['=SUM(1', '=1+', '="open', '=SUM(1,)+('])('is refused where it is a formula that Excel cannot read: %s', (text) => {
    expect(() => typed(text)).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
  });

  it('is refused beyond 32,767 characters, as a formula beyond 8,192', () => {
    expect(typed('x'.repeat(32_767))).toEqual({ value: 'x'.repeat(32_767) });
    expect(() => typed('x'.repeat(32_768))).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
    expect(() => typed(`=${'1+'.repeat(4_096)}1`)).toThrow(expect.objectContaining({ code: 'FormulaLengthExceedsLimit' }));
  });

  it('is inert behind an apostrophe, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(typed(`'${text}`)).toEqual({ value: text, quoted: true });
      }),
    );
  });

  it('gives any number back that is written in plain digits', () => {
    fc.assert(
      fc.property(
        fc
          .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
          .filter((value) => !/e/.test(String(value)) && !Object.is(value, -0)),
        (value) => {
          expect(typed(String(value))).toEqual({ value });
        },
      ),
    );
  });
});

describe('a date', () => {
  it.each([
    [[1900, 1, 1], false, 1],
    [[1900, 2, 28], false, 59],
    [[1900, 3, 1], false, 61],
    [[2000, 1, 1], false, 36526],
    [[2000, 1, 1], true, 35064],
    [[2026, 2, 29], false, null],
    [[1903, 12, 31], true, null],
  ] as const)('%p has the serial number Excel gives it', (day, date1904, serial) => {
    expect(serialOf(day, date1904)).toBe(serial);
  });
});
