import { renameSheetInFormula, shiftFormula, shownFormula, storedFormula } from '../../../src/workbench/xlsx/formulaText';

describe('formulas in a file and as Excel shows them', () => {
  it.each([
    ['SUM(A1:A3)', '=SUM(A1:A3)'],
    ['_xlfn.XLOOKUP(A1,B:B,C:C)', '=XLOOKUP(A1,B:B,C:C)'],
    ['_xlfn._xlws.FILTER(A1:B9,A1:A9="x")', '=FILTER(A1:B9,A1:A9="x")'],
    ['_xlfn._xlws.SORT(_xlfn.UNIQUE(A1:A9))', '=SORT(UNIQUE(A1:A9))'],
    ['_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)', '=LET(x,A1,y,x+1,x*y)'],
    ['_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))', '=MAP(A1:A3,LAMBDA(v,v*2))'],
    ['SUM(_xlfn.ANCHORARRAY(B2))', '=SUM(B2#)'],
    ['_xlfn.STDEV.S(A1:A9)+_xlfn.NORM.DIST(1,2,3,TRUE)', '=STDEV.S(A1:A9)+NORM.DIST(1,2,3,TRUE)'],
    ['Partners[[#This Row],[Revenue]]*2', '=Partners[@Revenue]*2'],
    ['Partners[[#This Row],[Net revenue]]', '=Partners[@[Net revenue]]'],
    ['SUM(Partners[[#This Row],[Q1]:[Q4]])', '=SUM(Partners[@[Q1]:[Q4]])'],
    ['SUM(Partners[[#Totals],[Revenue]],Partners[Revenue])', '=SUM(Partners[[#Totals],[Revenue]],Partners[Revenue])'],
    ['ALLIANCE.HEALTH("Northwind Systems")', '=ALLIANCE.HEALTH("Northwind Systems")'],
    ['"_xlfn.XLOOKUP(" & \'XLOOKUP(x\'!A1', '="_xlfn.XLOOKUP(" & \'XLOOKUP(x\'!A1'],
    ['IF(A1="[@x]",\'It\'\'s [#This Row]\'!B1,"say ""hi""")', '=IF(A1="[@x]",\'It\'\'s [#This Row]\'!B1,"say ""hi""")'],
    ['[1]Sheet1!A1+FILTER', '=[1]Sheet1!A1+FILTER'],
  ])('%s is %s, both ways', (stored, shown) => {
    expect(shownFormula(stored)).toBe(shown);
    expect(storedFormula(shown)).toBe(stored);
  });

  it('takes custom functions as Excel mangles them', () => {
    expect(shownFormula('_xldudf_ALLIANCE_HEALTH(A1)+_xludf.ALLIANCE.WHY(A1)')).toBe('=ALLIANCE.HEALTH(A1)+ALLIANCE.WHY(A1)');
  });
});

describe('a shared formula', () => {
  it.each([
    ['A1*2', 1, 0, 'A2*2'],
    ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
    ['SUM(A:A,$B:C,1:1,$2:3)', 1, 1, 'SUM(B:B,$B:D,2:2,$2:4)'],
    ['LOG10(A1)+A1B+"A1"&\'A1\'!A1&Data1!B2', 1, 0, 'LOG10(A2)+A1B+"A1"&\'A1\'!A2&Data1!B3'],
    ['T1[Col1]+1E5+TRUE', 1, 1, 'T1[Col1]+1E5+TRUE'],
    ['A1', -1, 0, '#REF!'],
    ['XFD1', 0, 1, '#REF!'],
  ])('%s moved by %i rows and %i columns is %s', (formula, rows, columns, moved) => {
    expect(shiftFormula(formula, rows, columns)).toBe(moved);
  });
});

it('calls a renamed sheet by its new name', () => {
  expect(renameSheetInFormula("Data!A1+'Data'!B2+OtherData!C3+\"Data!\"", 'data', 'New data')).toBe("'New data'!A1+'New data'!B2+OtherData!C3+\"Data!\"");
});
