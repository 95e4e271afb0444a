/** Cells that call the ALLIANCE functions, through Microsoft's runtime and the functions' own metadata. */
import { resolve } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import type { CellValue } from '../../src/host/workbookPort';
import { readFunctions } from '../../src/workbench/addin/functionsMetadata';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { type AddIn, openAddIn } from '../excel/openAddIn';
import { until } from '../excel/testClock';

export interface CallingWorkbook extends AddIn {
  /** Writes a formula into a cell of the sheet Notes and waits for what it comes to. */
  call(formula: string, cell?: { readonly row: number; readonly column: number }): Promise<CellValue>;
  /** What stands in a cell of Notes. */
  shown(row: number, column: number): CellValue;
  spill(row: number, column: number): CellValue[][];
}

export async function metadata(): Promise<string> {
  const { errors, metadataJson } = await generateCustomFunctionsMetadata(resolve(__dirname, '../../src/functions/functions.ts'));
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return JSON.stringify({ allowErrorForDataTypeAny: true, ...(JSON.parse(metadataJson) as object) });
}

export async function openCalling(snapshot: WorkbookSnapshot): Promise<CallingWorkbook> {
  const addIn = await openAddIn(snapshot);
  const read = readFunctions(await metadata(), 'ALLIANCE');
  if (!read.ok) throw new Error(read.sentence);
  jest.resetModules();
  await import('../../src/functions/functions');
  addIn.host.registerFunctions(read.functions);
  const notes = addIn.port.sheets().find(({ name }) => name === 'Notes')!.id;
  const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
  const shown = (row: number, column: number): CellValue => addIn.port.values(notes, at(row, column))[0]![0]!;
  let next = 4;
  return {
    ...addIn,
    shown,
    call: async (formula, cell = { row: (next += 20), column: 0 }) => {
      addIn.port.setCells(notes, at(cell.row, cell.column), [[{ formula }]]);
      const waits = (value: CellValue): boolean => typeof value === 'object' && (value === null || value.error === '#GETTING_DATA');
      await until(() => !waits(shown(cell.row, cell.column)), 10_000);
      return shown(cell.row, cell.column);
    },
    spill: (row, column) => {
      const area = addIn.port.spillArea(notes, row, column);
      return area === null ? [] : addIn.port.values(notes, area);
    },
  };
}
