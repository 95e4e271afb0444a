/** The first thing under the title band: what an executive must know and decide, a sentence to a line or two. */
import { looks } from '../palette';
import { lines } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { lineCharacters, paragraphs } from './section';

/** Average characters of the opening's size across the grid. */
const openingCharacters = Math.floor((lineCharacters * looks.body.size) / looks.opening.size);

/** `remarks` stand below, in the size of the body. */
export function openingBlock(sheet: SheetComposer, grid: Grid, sentences: readonly string[], remarks: readonly string[] = []): void {
  sheet.space(4);
  for (const sentence of sentences) {
    const broken = lines(sentence, openingCharacters);
    broken.forEach((line, index) => sheet.add([{ column: grid.first, value: line, look: looks.opening }], { height: 18, keepWithNext: index < broken.length - 1 }));
  }
  if (remarks.length > 0) sheet.space(6);
  paragraphs(sheet, grid, remarks);
  sheet.space(10);
}
