/** Rewriting formulas all over the workbook: in cells, names, rules and validations. */
import type { SheetId } from '../../host/workbookPort';
import { cellRows, formulaReader } from './cellReading';
import type { Edit, Engine } from './engine';
import { change, setCellsEdit, type CellChanges } from './mutations';
import { changeFormulas, type Sidecar } from './sidecar';

/** `row` is the formula's own, where it stands in a cell. */
export type FormulaChange = (formula: string, home: SheetId | null, row: number | null) => string;

/** The edits that put the changed formulas into the cells that hold them now. */
export function cellFormulaEdits(engine: Engine, rewrite: FormulaChange): Edit[] {
  const edits: Edit[] = [];
  for (const worksheet of engine.workbook.getSheets()) {
    const sheet = worksheet.getSheetId();
    const formulaOf = formulaReader(engine, sheet);
    const changes: CellChanges = {};
    for (const [row, columns] of Object.entries(cellRows(engine, sheet))) {
      for (const [column, cell] of Object.entries(columns ?? {})) {
        if (!cell?.f && !cell?.si) continue;
        const formula = formulaOf(cell, Number(row), Number(column));
        if (formula === null) continue;
        const rewritten = rewrite(formula, sheet, Number(row));
        if (rewritten !== formula) change(changes, Number(row), Number(column), { f: rewritten, si: null });
      }
    }
    if (Object.keys(changes).length > 0) edits.push(setCellsEdit(engine, sheet, changes));
  }
  return edits;
}

/** The same everywhere: the cells, and `sidecar` as it will be. */
export function formulaEdits(engine: Engine, sidecar: Sidecar, rewrite: FormulaChange): Edit[] {
  return [...cellFormulaEdits(engine, rewrite), engine.sidecarEdit(changeFormulas(sidecar, (formula, home) => rewrite(formula, home, null)))];
}
