/** Workbooks made by chance as files: partners, initiatives, rates, and corrections beside them. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { Cell, Raw } from '../cells';
import type { Grid } from '../judge';
import { asOf, workbook } from '../randomWorkbook';

interface Correction { readonly day: number; readonly partner: string | null; readonly measure: string; readonly review: number | null }

const correction: fc.Arbitrary<Correction> = fc.record({
  day: fc.integer({ min: asOf - 300, max: asOf - 1 }),
  partner: fc.constantFrom('Acme', 'Borealis', 'Cirrus & Co', 'Échelon', null, 'Nobody Known'),
  measure: fc.constantFrom('', 'Pipeline', 'Sales traction', 'Governance', 'Health', 'Sponsor'),
  review: fc.option(fc.integer({ min: asOf - 60, max: asOf + 120 }), { freq: 2 }),
});

const dates = 'yyyy-mm-dd';
/** A word that is nothing but a number cannot be told from a figure. */
const asWord = (raw: Raw): Raw => (raw === 2024 ? 'Studio 54' : raw === 7 ? 'Agent 7' : raw);
const isWord = new Set(['partner', 'initiative', 'allianceManager', 'executiveSponsor', 'partnerSponsor', 'owner', 'salesSponsor', 'approvedBy']);

function fill(book: ExcelJS.Workbook, grid: Grid): void {
  const sheet = book.addWorksheet(grid.sheet);
  const columns = Object.entries(grid.columns).sort(([, a], [, b]) => a.column - b.column);
  sheet.addRow(columns.map(([, { header }]) => header));
  const put = (cell: ExcelJS.Cell, { raw, format }: Cell, field: string): void => {
    const value = isWord.has(field) ? asWord(raw) : raw;
    cell.value = value !== null && typeof value === 'object' ? { error: value.error as ExcelJS.CellErrorValue['error'] } : value;
    if (format !== 'General') cell.numFmt = format;
  };
  grid.rows.forEach((row, index) => columns.forEach(([field, { column }]) => put(sheet.getCell(index + 2, column + 1), row[column] as Cell, field)));
}

function addCorrections(book: ExcelJS.Workbook, corrections: readonly Correction[]): void {
  const sheet = book.addWorksheet('Corrections');
  sheet.addRow(['Date', 'Partner', 'Correction', 'Reason', 'Measure', 'Review on']);
  corrections.forEach(({ day, partner, measure, review }, index) => {
    const row = sheet.addRow([day, partner, `Step ${index + 1} of the plan`, index % 2 ? 'Fell 20 points' : null, measure, review]);
    row.getCell(1).numFmt = dates;
    row.getCell(6).numFmt = dates;
  });
}

/** Corrections more often than not. */
export const randomFile: fc.Arbitrary<ExcelJS.Workbook> = fc.tuple(workbook, fc.array(correction, { maxLength: 4 })).map(([[partners, initiatives, rates], corrections]) => {
  const book = new ExcelJS.Workbook();
  fill(book, partners);
  fill(book, initiatives);
  if (rates !== null) fill(book, rates);
  if (corrections.length > 0) addCorrections(book, corrections);
  return book;
});
