/** A saved workbook as one list of lines, so that a journey can end by saying what it changed, and that nothing else did. */
import type { Style, Workbook } from 'exceljs';

/** A cell without a style looks as one that says the plain style in so many words. */
function lookOf({ font, fill, border, alignment }: Partial<Style>): readonly unknown[] {
  const plainFont = font?.name === 'Calibri' && font.size === 11 && !font.bold && !font.italic && font.color?.theme === 1;
  return [plainFont ? null : font, fill?.type === 'pattern' && fill.pattern === 'none' ? null : fill, border === undefined || Object.keys(border).length === 0 ? null : border, alignment];
}

/** "Initiatives!E5" to what the cell holds, its format and its looks, of every sheet, hidden ones too. */
function everyCell(book: Workbook): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => {
      const { value, numFmt, style } = cell;
      // What a formula comes to changes with what it stands on; the formula does not.
      const held = typeof value === 'object' && value !== null && 'formula' in value ? value.formula : value;
      cells.set(`${sheet.name}!${cell.address}`, JSON.stringify([held, numFmt ?? 'General', ...lookOf(style)]));
    }));
  }
  return cells;
}

export interface Difference {
  readonly address: string;
  readonly now: unknown;
}

/** On this sheet of the sample ALLIANCE functions answer: what they spill follows the tables. */
const answers = 'Notes!';

/** The cells that differ, answers of functions apart, with what they hold now; `null` where there is nothing any more. */
export function differences(before: Workbook, after: Workbook): readonly Difference[] {
  const [old, now] = [everyCell(before), everyCell(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((address) => !address.startsWith(answers) && old.get(address) !== now.get(address)).map((address) => {
    const cell = now.get(address);
    return { address, now: cell === undefined ? null : (JSON.parse(cell) as unknown[])[0] };
  });
}
