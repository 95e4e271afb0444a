/** The tables of a saved workbook, found by their headers and read by exceljs, without a line of the product. */
import ExcelJS from 'exceljs';
import type { Cell, Raw } from '../cells';
import type { Grid } from '../judge';

/** Headers by field, as the workbooks of these tests write them. */
const headersOf: Readonly<Record<string, readonly string[]>> = {
  partner: ['Partner'], tier: ['Tier'], allianceManager: ['Alliance manager', 'Partner manager'], executiveSponsor: ['Executive sponsor', 'Exec sponsor'], partnerSponsor: ['Partner sponsor'],
  status: ['Status'], since: ['Since'], jointBusinessPlan: ['Joint business plan', 'JBP'], lastQbr: ['Last QBR'], expectationsAgreed: ['Expectations agreed'], relationship: ['Relationship'],
  partnersView: ["Partner's view"], surveyDate: ['Survey date'], agreementEnds: ['Agreement ends'], noticeBy: ['Notice by'], notes: ['Notes'],
  initiative: ['Initiative'], stage: ['Stage'], owner: ['Owner'], salesSponsor: ['Sales sponsor'], revenueTarget: ['Revenue target'], revenue: ['Revenue', 'Actual revenue'], pipelineTarget: ['Pipeline target'],
  pipeline: ['Pipeline', 'Open pipeline'], sourcedRevenue: ['Sourced revenue', 'Revenue (sourced)'], influencedRevenue: ['Influenced revenue', 'Influenced'], currency: ['Currency', 'Ccy'], tractionTarget: ['Traction target'],
  traction: ['Traction', 'Joint opps'], qualifiedOn: ['Qualified on'], approvedOn: ['Approved on'], approvedBy: ['Approved by'], launchedOn: ['Launched on', 'Go-live date'], due: ['Due', 'Due date'], endedOn: ['Ended on'],
  outcome: ['Outcome'], lastInspected: ['Last inspected'], sponsorLastEngaged: ['Sponsor last engaged'], nextStep: ['Next step'],
  date: ['Date'], correction: ['Correction'], reason: ['Reason'], measure: ['Measure'], reviewOn: ['Review on'], rate: ['Rate'], asOf: ['As of', 'As-of date'],
  quarter: ['Quarter'], health: ['Health'], rating: ['Rating'], confidence: ['Confidence'], revenueScore: ['Revenue score'], pipelineScore: ['Pipeline score'], tractionScore: ['Traction score'],
  sponsorshipScore: ['Sponsorship score'], governanceScore: ['Governance score'], relationshipScore: ['Relationship score'], pipelineCoverage: ['Pipeline coverage'], portfolioHealth: ['Portfolio health'], madeOn: ['Made on'], run: ['Run'],
  askedOn: ['Asked on'], number: ['No.'], kind: ['Kind'], asked: ['Asked for'], by: ['By'], decision: ['Decision'], askedIn: ['Asked in'],
};

const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const fieldByHeader = new Map(Object.entries(headersOf).flatMap(([field, names]) => names.map((name) => [plain(name), field] as const)));
const fieldOf = (header: string): string | undefined => fieldByHeader.get(plain(header)) ?? fieldByHeader.get(plain(header.replace(/\(.*\)/, '')));

/** What a table of each kind has, and no other. */
const marks: readonly [kind: Kind, fields: readonly string[]][] = [
  ['initiatives', ['initiative', 'partner', 'stage', 'salesSponsor']], ['corrections', ['correction']], ['decisions', ['decision', 'askedOn']], ['rates', ['currency', 'rate']],
  ['history', ['health', 'asOf', 'partner']], ['partners', ['partner']],
];
type Kind = 'partners' | 'initiatives' | 'corrections' | 'decisions' | 'rates' | 'history';

export interface InputWorkbook extends Partial<Record<Exclude<Kind, 'partners' | 'initiatives'>, Grid>> {
  readonly partners: Grid;
  readonly initiatives: Grid;
  /** The sheets of earlier reviews. */
  readonly reviews: readonly ExcelJS.Worksheet[];
  /** As they are written, of all its tables. */
  readonly headers: readonly string[];
}

/** Days from the first day of the 1900 date system. */
export const serialOfDate = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

export function rawOf(value: ExcelJS.CellValue): Raw {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return serialOfDate(value);
  if (typeof value !== 'object') return value;
  if ('error' in value) return { error: String(value.error) };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  return 'result' in value ? rawOf(value.result as ExcelJS.CellValue) : null;
}

const quotedSheet = (name: string): string => (/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

/** Headers side by side, from a column to the first one without. */
function headersFrom(row: ExcelJS.Row, column: number): string[] {
  const found: string[] = [];
  for (let at = column; typeof rawOf(row.getCell(at).value) === 'string'; at += 1) found.push(rawOf(row.getCell(at).value) as string);
  return found;
}

function gridFrom(sheet: ExcelJS.Worksheet, headerRow: number, column: number, names: readonly string[]): Grid {
  const columns: Grid['columns'] = {};
  names.forEach((header, index) => {
    const field = fieldOf(header);
    if (field !== undefined && !(field in columns)) columns[field] = { header, column: column - 1 + index };
  });
  const rows: Cell[][] = [];
  for (let at = headerRow + 1; at <= sheet.rowCount; at += 1) {
    if (rawOf(sheet.getRow(at).getCell(column).value) === 'Total') break;
    const row: Cell[] = [];
    names.forEach((_, index) => {
      const cell = sheet.getRow(at).getCell(column + index);
      row[column - 1 + index] = { raw: rawOf(cell.value), format: cell.numFmt || 'General' };
    });
    rows.push(row);
  }
  return { sheet: quotedSheet(sheet.name), columns, firstRow: headerRow, rows };
}

export const isReview = (sheet: ExcelJS.Worksheet): boolean => sheet.name.startsWith('QBR ');

export async function readInput(path: string): Promise<InputWorkbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const found: Partial<Record<Kind, Grid>> = {};
  const headersFound: string[] = [];
  for (const sheet of book.worksheets.filter((one) => !isReview(one))) {
    sheet.eachRow((row, at) => {
      let column = 1;
      while (column <= sheet.columnCount) {
        const names = headersFrom(row, column);
        const fields = new Set(names.map(fieldOf).filter((field) => field !== undefined));
        const kind = fields.size < 2 ? undefined : marks.find(([, needed]) => needed.every((field) => fields.has(field)))?.[0];
        if (kind !== undefined && found[kind] === undefined) {
          found[kind] = gridFrom(sheet, at, column, names);
          headersFound.push(...names);
        }
        column += Math.max(names.length, 1);
      }
    });
  }
  const { partners, initiatives, ...others } = found;
  if (partners === undefined || initiatives === undefined) throw new Error(`${path} has no Partners or no Initiatives table.`);
  return { ...others, partners, initiatives, reviews: book.worksheets.filter(isReview), headers: headersFound };
}

/** One cell of a grid. */
export function cellOf(grid: Grid, row: number, field: string): Cell {
  const column = grid.columns[field]?.column;
  return (column === undefined ? undefined : grid.rows[row]?.[column]) ?? { raw: null, format: 'General' };
}

export const textOf = (grid: Grid, row: number, field: string): string | null => {
  const { raw } = cellOf(grid, row, field);
  return raw === null || typeof raw === 'object' || String(raw).trim() === '' ? null : String(raw).trim();
};

export const numberOf = (grid: Grid, row: number, field: string): number | null => {
  const { raw } = cellOf(grid, row, field);
  return typeof raw === 'number' ? raw : null;
};
