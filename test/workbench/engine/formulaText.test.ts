import fc from 'fast-check';
import { changeReferences, referenceText } from '../../../src/workbench/engine/formulaText';
import { shiftFormula } from '../../../src/workbench/engine/sidecar';

/** Every reference in angle brackets, every name in round ones, every structured reference in braces. */
const marked = (formula: string): string =>
  changeReferences(formula, {
    cells: (reference) => `<${referenceText(reference)}>`,
    name: (name, sheet) => `(${sheet === null ? '' : `${sheet}!`}${name})`,
    structured: ({ table, specifier }) => `{${table}|${specifier}}`,
  });

describe('the references of a formula', () => {
  it.each([
    ['=A1+$B$2:C$9', '=<A1>+<$B$2:C$9>'],
    ['=SUM(A:C,1:3,$D:$D)', '=SUM(<A:C>,<1:3>,<$D:$D>)'],
    ["='Bob''s sheet'!A1+Data!B2", "=<'Bob''s sheet'!A1>+<Data!B2>"],
    ['=LOG10(A1)+ATAN2(1,2)', '=LOG10(<A1>)+ATAN2(1,2)'],
    ['="A1"&"say ""B2"""&C3', '="A1"&"say ""B2"""&<C3>'],
    ['=1.5E+10+2e5*A2', '=1.5E+10+2e5*<A2>'],
    ['=Rate*FY2026Q1+Überschuss', '=(Rate)*(FY2026Q1)+(Überschuss)'],
    ['=Data!Rate', '=(Data!Rate)'],
    ['=IF(#REF!,#N/A,A1)', '=IF(#REF!,#N/A,<A1>)'],
    ['={1,2;"a",TRUE}', '={1,2;"a",(TRUE)}'],
    ['=Partners[Revenue]+Partners[[#Totals],[A]:[B]]', '={Partners|[Revenue]}+{Partners|[[#Totals],[A]:[B]]}'],
    ["=[@[Cost '[k']]]*2", "={|[@[Cost '[k']]]}*2"],
    ['=Jan:Dec!A1+[1]Other!B2', '=Jan:Dec!A1+[1]Other!B2'],
    ['=XFD1048576+XFE1', '=<XFD1048576>+(XFE1)'],
    ['=ALLIANCE.HEALTH("Acme",,A1)', '=ALLIANCE.HEALTH("Acme",,<A1>)'],
    ['=A1:INDEX(B:B,3)', '=<A1>:INDEX(<B:B>,3)'],
  ])('in %s are %s', (formula, expected) => {
    expect(marked(formula)).toBe(expected);
  });

  it('leave the very same text where nothing is changed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => changeReferences(text, {}) === text && changeReferences(text, { cells: () => null, name: () => null, structured: () => null }) === text));
  });

  it('come back when what was inserted is deleted again', () => {
    const cell = fc.record({ row: fc.nat(500), column: fc.nat(60), fixed: fc.boolean() }).map(({ row, column, fixed }) =>
      referenceText({ sheet: null, area: { row, column, rows: 1, columns: 1 }, fixed: [fixed, fixed, fixed, fixed], shape: 'cell' }),
    );
    const formula = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `=SUM(${cells.join(',')})`);
    fc.assert(
      fc.property(formula, fc.nat(520), fc.integer({ min: 1, max: 9 }), fc.constantFrom('rows' as const, 'columns' as const), (before, at, count, axis) => {
        const area = axis === 'rows' ? { row: at, rows: count, column: 0, columns: 16384 } : { row: 0, rows: 1048576, column: at % 60, columns: count };
        const inserted = shiftFormula(before, 's', { kind: 'insert', axis, sheet: 's', area }, () => undefined);
        expect(shiftFormula(inserted, 's', { kind: 'delete', axis, sheet: 's', area }, () => undefined)).toBe(before);
      }),
    );
  });
});
