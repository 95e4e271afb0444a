/** Tables as people keep them: titles above, totals below, blank rows, shuffled and foreign columns, odd sheet names. */
import ExcelJS from 'exceljs';
import { barTable } from '../../fixtures/barTable';
import { initiatives, partners } from '../../fixtures/workedExamples';

type Value = string | number;

/** The first column stays first, so that a totals row is one; the others stand in reverse, behind one that is nobody's. */
function add(book: ExcelJS.Workbook, name: string, text: string): void {
  const [headers = [], ...rows] = barTable(text);
  const order = [0, ...headers.map((_, index) => headers.length - 1 - index).slice(0, -1)];
  const line = (values: readonly Value[], region: string): (Value | null)[] => {
    const [first = null, ...others] = order.map((column) => values[column] ?? null);
    return [first, region, ...others].map((value) => (value === '' ? null : value));
  };
  const sheet = book.addWorksheet(name);
  sheet.addRows([[`${name}, kept by the alliance office`], ['All in USD'], [], line(headers, 'Region')]);
  rows.forEach((row, index) => {
    sheet.addRow(line(row, index % 2 === 0 ? 'EMEA' : 'APAC'));
    if (index === 5) sheet.addRow([]);
  });
  sheet.addRow(['Total', null, rows.length]);
  sheet.getRow(6).hidden = true;
}

export function untidyFile(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  add(book, "Who's who", partners);
  add(book, 'Joint work', initiatives);
  book.addWorksheet('Notes').addRow(['A list of books', 'and of authors']);
  return book;
}
