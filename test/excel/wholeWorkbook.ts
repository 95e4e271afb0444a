/** Every cell of a workbook as one list of lines, so that a test can say what changed and that nothing else did. */
import type { WorkbookPort } from '../../src/host/workbookPort';
import { columnLetters } from '../../src/domain/cell';

/** "Initiatives!E5" to "Carla | General", of all sheets, hidden ones too; `without` leaves out sheets of the product's own. */
export function everyCell(port: WorkbookPort, without: (sheet: string) => boolean = () => false): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const { id, name } of port.sheets()) {
    const used = without(name) ? null : port.usedArea(id, false);
    if (used === null) continue;
    const values = port.values(id, used);
    const formulas = port.formulas(id, used);
    values.forEach((row, r) => row.forEach((value, c) => {
      const [at, column] = [used.row + r, used.column + c];
      const formula = formulas[r]?.[c] ?? null;
      const format = port.numberFormats(id, { row: at, column, rows: 1, columns: 1 })[0]?.[0] ?? 'General';
      if (value !== null || formula !== null || format !== 'General') cells.set(`${name}!${columnLetters(column)}${at + 1}`, `${formula ?? JSON.stringify(value)} | ${format}`);
    }));
  }
  return cells;
}

/** "Initiatives!E5: null | General -> "Carla" | General", for each cell that differs. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const addresses = [...new Set([...before.keys(), ...after.keys()])];
  return addresses.filter((address) => before.get(address) !== after.get(address)).map((address) => `${address}: ${before.get(address) ?? 'empty'} -> ${after.get(address) ?? 'empty'}`);
}
