/** Which tables are read: rulings 10 to 13. */
import { findTables } from '../../src/tables/findTables';
import { recogniseHeaders } from '../../src/tables/headerRecognition';
import type { Source } from '../../src/tables/source';
import { type Cell, type Place, excelTable, issueList, read, sheetOf } from './sheet';

const partnerHeaders = ['Partner', 'Tier'];
const initiativeHeaders = ['Initiative', 'Partner', 'Stage', 'Sales sponsor'];
const partners = (place: Place = {}, headers: string[] = partnerHeaders, ...more: Cell[][]): Source => excelTable('Partners', [headers, ['Acme'], ...more], place);
const initiatives = (place: Place = {}): Source => excelTable('Initiatives', [initiativeHeaders, ['A', 'Acme', 'Launch', 'Kim']], { sheetPosition: 1, ...place });

test.each<[string[], string | undefined]>([
  [['Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Correction'], 'initiatives'],
  [['Date', 'Partner', 'Initiative', 'Correction', 'Status'], 'corrections'],
  [['Date', 'Partner', 'Decision', 'Status'], 'decisions'],
  [['Partner', 'Decision asked for', 'Owner'], 'decisions'],
  [['Currency', 'Rate', 'As of'], 'rates'],
  [['Ccy', 'Rate to the reporting currency'], 'rates'],
  [['Quarter', 'Partner', 'Health', 'Status'], 'history'],
  [['As-of', 'Partner', 'Health', 'Tier'], 'history'],
  [['Date', 'Area', 'Level', 'Partner', 'Tier'], 'assessment'],
  [['Initiative', 'Partner', 'Owner'], 'refusedInitiatives'],
  [['Partner', 'Owner'], 'partners'],
  [['Partner', 'Region'], undefined],
  [['Initiative', 'Revenue'], undefined],
  [['Tier', 'Status'], undefined],
])('ruling 10: a table with the headers %j is of the kind %s', (headers, kind) => {
  expect(recogniseHeaders(headers)?.kind).toBe(kind);
});

test('ruling 10: corrections, decisions and history are not taken for a second Partners table', () => {
  const rows = read(partners(), initiatives(),
    excelTable('Log', [['Date', 'Partner', 'Correction', 'Status'], [46000, 'Acme', 'Call', 'open']], { sheetPosition: 2 }),
    excelTable('Asked', [['Partner', 'Decision', 'Status', 'Tier'], ['Acme', 'Exit', '', '']], { sheetPosition: 3 }),
    excelTable('History', [['As of', 'Partner', 'Health', 'Tier', 'Status'], [46000, 'Acme', 80, '', '']], { sheetPosition: 4 }));
  expect(rows.issues).toEqual([]);
});

test('ruling 10: a table that lacks a needed column is refused at its first header cell, with the nearest header found', () => {
  const rows = read(partners(), excelTable('Deals', [['Initiative', 'Partner', 'Stage', 'Sales spnsor', 'Region']], { sheetPosition: 1, row: 2, column: 1 }));
  expect(issueList(rows.issues)).toEqual(['missing-column Deals!B3']);
  expect(rows.issues[0]?.message).toContain('Sales sponsor (nearest header found: "Sales spnsor")');
  expect(rows.counts.initiatives).toEqual({ rows: 0, used: 0, reported: 0 });
});

test('ruling 10: of several refused tables the best one is named, and none where an Initiatives table is accepted', () => {
  const worse = excelTable('Worse', [['Initiative', 'Partner']], { sheetPosition: 1 });
  const better = excelTable('Better', [['Initiative', 'Partner', 'Stage']], { sheetPosition: 2 });
  expect(issueList(read(partners(), worse, better).issues)).toEqual(['missing-column Better!A1']);
  expect(issueList(read(partners(), worse, better, initiatives({ sheetPosition: 3 })).issues)).toEqual([]);
});

test('ruling 31: without a Partners table that is said, with the nearest header, and every initiative has an unknown partner', () => {
  const rows = read(excelTable('Partners', [['Partnr', 'Tier', 'Status'], ['Acme', '', '']]), initiatives());
  expect(issueList(rows.issues)).toEqual(['missing-table', 'unknown-partner Initiatives!B2']);
  expect(rows.issues[0]).toMatchObject({ cell: null, message: expect.stringContaining('the nearest header found is "Partnr"') });
  expect(rows.counts).toEqual({ partners: { rows: 0, used: 0, reported: 0 }, initiatives: { rows: 1, used: 0, reported: 1 } });
});

test('ruling 31: without an Initiatives table that is said, and the partners are still read', () => {
  const rows = read(partners());
  expect(issueList(rows.issues)).toEqual(['missing-table']);
  expect(rows.partners?.rows).toHaveLength(1);
});

test('an empty workbook lacks both tables', () => {
  expect(issueList(read().issues)).toEqual(['missing-table', 'missing-table']);
  expect(issueList(read(sheetOf([['']])).issues)).toEqual(['missing-table', 'missing-table']);
});

test('ruling 11: a hidden sheet is not read where a visible one has the table, and nothing is said of it', () => {
  const rows = read(partners(), partners({ sheet: 'Old', sheetPosition: 5, hidden: true }, ['Partner', 'Tier', 'Status', 'Notes']), initiatives());
  expect(rows.issues).toEqual([]);
  expect(rows.partners?.sheet).toBe('Partners');
});

test('ruling 11: a hidden sheet is read where no visible one has the table; that is said, and of other hidden ones too', () => {
  const rows = read(partners({ hidden: true }), partners({ sheet: 'Old', sheetPosition: 5, hidden: true }), initiatives());
  expect(issueList(rows.issues)).toEqual(['hidden-table Partners!A1', 'extra-table Old!A1']);
  expect(rows.partners?.sheet).toBe('Partners');
});

test('ruling 11: a refused table on a hidden sheet is named as well', () => {
  const refused = excelTable('Deals', [['Initiative', 'Partner', 'Stage']], { hidden: true });
  expect(issueList(read(partners(), refused).issues)).toEqual(['missing-column Deals!A1']);
});

test.each<[string, Source, Source]>([
  ['most recognised columns', partners({ sheet: 'A' }), partners({ sheet: 'B', sheetPosition: 1 }, ['Partner', 'Tier', 'Status'])],
  ['an Excel table before a plain range', sheetOf([partnerHeaders, ['Acme', '']], { sheet: 'A' }), partners({ sheet: 'B', sheetPosition: 1 })],
  ['the first sheet', partners({ sheet: 'A', sheetPosition: 2 }), partners({ sheet: 'B', sheetPosition: 1 })],
  ['the upper row', partners({ sheet: 'A', row: 9 }), partners({ sheet: 'B', row: 3 })],
  ['the left column', partners({ sheet: 'A', column: 9 }), partners({ sheet: 'B', column: 3 })],
])('ruling 12: of several tables of one kind %s wins, in any order of the sources', (_, other, chosen) => {
  for (const sources of [[other, chosen], [chosen, other]]) {
    const rows = read(...sources, initiatives({ sheetPosition: 9 }));
    expect(rows.partners?.sheet).toBe('B');
    expect(rows.issues.map(({ code, cell }) => [code, cell?.sheet])).toEqual([['extra-table', 'A']]);
    expect(rows.counts.partners.rows).toBe(1);
  }
});

test('ruling 12: the sentence on a second table says which one is read, and why', () => {
  const rows = read(partners(), partners({ sheet: 'Other', sheetPosition: 1 }, ['Partner', 'Tier', 'Status']), initiatives());
  expect(rows.issues[0]?.message).toContain('second Partners table with 2 recognised columns');
  expect(rows.issues[0]?.message).toContain('on sheet "Other" is, with 3 recognised columns');
});

test('ruling 13: a plain header row counts, below title rows and beside other columns', () => {
  const rows = read(sheetOf([['Our alliances'], [], ['', 'Region', 'Partner', 'Tier'], ['', 'EMEA', 'Acme', 'Growth'], ['', '', 'Bolt', '']], { sheet: 'P', row: 1 }));
  expect(rows.partners).toMatchObject({ sheet: 'P', table: null, headerRow: 3, firstRow: 4, lastRow: 5, columns: { partner: 2, tier: 3 } });
  expect(rows.partners?.rows.map(({ name, row }) => [name, row])).toEqual([['Acme', 4], ['Bolt', 5]]);
});

test.each<[string, Cell[][], string[]]>([
  ['goes over one empty row', [['Acme', 1], [], ['Bolt', 1]], ['Acme', 'Bolt']],
  ['ends at two empty rows', [['Acme', 1], [], [' ', ''], ['Bolt', 1]], ['Acme']],
  ['takes a row without mapped cells as empty', [['Acme', 1], ['', '', 'a remark'], ['', '', 'another'], ['Bolt', 1]], ['Acme']],
  ['ends at its totals', [['Acme', 1], ['Total', ''], ['Bolt', 1]], ['Acme']],
  ['goes on after subtotals', [['Acme', 1], ['Subtotal', ''], ['Bolt', 1]], ['Acme', 'Bolt']],
  ['ends at another header row', [['Acme', 1], ['Partner', 'Status'], ['Bolt', 'Active']], ['Acme']],
  ['ends at the header row of any other kind', [['Acme', 1], ['Date', 'Correction'], ['Bolt', 'x']], ['Acme']],
])('ruling 13: a plain range %s', (_, body, names) => {
  const rows = read(sheetOf([['Partner', 'Tier'], ...body]));
  expect(rows.partners?.rows.map(({ name }) => name)).toEqual(names);
});

test('ruling 13: a next step "Decision" does not cut a plain range in two', () => {
  const headers = [...initiativeHeaders, 'Owner', 'Next step'];
  const rows = read(partners({ sheetPosition: 3 }), sheetOf([headers, ['A', 'Acme', 'Approved', '', 'Partner manager', 'Decision'], ['B', 'Acme', 'Live', '', 'Correction', '']]));
  expect(rows.initiatives?.rows.map(({ name }) => name)).toEqual(['A', 'B']);
});

test('ruling 13: a plain range ends at the top of an Excel table below it, whose cells belong to that table alone', () => {
  const sheet = sheetOf([
    ['Partner', 'Tier', ''], ['Acme', 'Growth', ''], ['Initiative', 'Partner', 'Stage', 'Sales sponsor'], ['A', 'Acme', 'Live', 'Kim'], ['', '', '', ''],
  ], { sheet: 'S' });
  const table = excelTable('Initiatives', [initiativeHeaders, ['A', 'Acme', 'Live', 'Kim']], { sheet: 'S', row: 2 });
  const rows = read(sheet, table);
  expect(rows.issues).toEqual([]);
  expect(rows.partners).toMatchObject({ table: null, lastRow: 1 });
  expect(rows.initiatives).toMatchObject({ table: 'Initiatives', headerRow: 2 });
});

test('ruling 13: an Excel table beside a plain range does not end it', () => {
  const side = excelTable('Rates', [['Currency', 'Rate'], ['EUR', 1]], { sheet: 'S', row: 1, column: 3 });
  const sheet = sheetOf([['Partner', 'Tier'], ['Acme', '', '', 'Currency', 'Rate'], ['Bolt', '', '', 'EUR', 1], ['Cord']], { sheet: 'S' });
  expect(read(sheet, side).partners?.rows).toHaveLength(3);
});

test('ruling 13: of two Excel tables side by side none is read as plain cells, and the range below them is found', () => {
  const [left, right] = [excelTable('L', [partnerHeaders, ['Acme', '']], { sheet: 'S' }), excelTable('R', [['Area', 'Level'], ['Process', 1]], { sheet: 'S', column: 2 })];
  const sheet = sheetOf([[...partnerHeaders, 'Area', 'Level', 'Partner'], ['Acme', '', 'Process', 1, 'Tier'], [], initiativeHeaders, ['A', 'Acme', 'Live', 'Kim']], { sheet: 'S' });
  const rows = read(sheet, left, right);
  expect(rows.issues).toEqual([]);
  expect([rows.partners?.table, rows.initiatives?.headerRow]).toEqual(['L', 3]);
});

test('ruling 13: of an Excel table all rows count but its declared totals row, and totals or empty rows inside', () => {
  const rows = read(excelTable('Partners', [partnerHeaders, ['Acme'], [], [], ['Total'], ['Bolt', 'Growth'], ['Subtotal'], ['Total', 'Growth']], { hasTotals: true }));
  expect(rows.partners?.rows.map(({ name }) => name)).toEqual(['Acme', 'Bolt']);
});

test('ruling 13: an Excel table without a header row is plain cells', () => {
  const sheet = sheetOf([['Partner', 'Tier'], ['Acme', 'Growth'], ['Bolt', '']], { sheet: 'S' });
  const table = excelTable('Table1', [['Acme', 'Growth'], ['Bolt', '']], { sheet: 'S', row: 1, hasHeaders: false });
  expect(read(sheet, table).partners).toMatchObject({ table: null, rows: [{ name: 'Acme' }, { name: 'Bolt' }] });
});

test('two plain tables on one sheet are both found', () => {
  const rows = read(sheetOf([['Partner', 'Tier'], ['Acme', ''], [], [], initiativeHeaders, ['A', 'Acme', 'Live', 'Kim'], ['Total']]));
  expect(rows.issues).toEqual([]);
  expect(rows.counts).toEqual({ partners: { rows: 1, used: 1, reported: 0 }, initiatives: { rows: 1, used: 1, reported: 0 } });
});

test('tables are found on values alone, before any number format is read', () => {
  const withoutFormats = [partners(), initiatives()].map((source) => ({ ...source, formats: null }));
  const found = findTables(withoutFormats);
  expect(found.issues).toEqual([]);
  expect([found.partners?.source.sheet, found.initiatives?.source.sheet]).toEqual(['Partners', 'Initiatives']);
});
