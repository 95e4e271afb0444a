/** Every figure on a saved review is computed again, from the file it was made of and without a line of the product. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { build, readReview, root, write } from './qbrSheet/commandLine';
import { readInput } from './qbrSheet/inputWorkbook';
import { randomFile } from './qbrSheet/randomFiles';
import { type Review, reviewOf } from './qbrSheet/review';
import { writeCells } from './qbrSheet/savedFile';
import { trace, type Traced } from './qbrSheet/trace';
import { untidyFile } from './qbrSheet/untidyFile';
import { withValue, type WrittenSheet } from './qbrSheet/writtenSheet';

/** Writing a file takes longer than judging one. */
const books = Math.ceil(Number(process.env.SECOND_OPINION_RUNS ?? 300) / 15);
jest.setTimeout(books * 10_000 + 120_000);

const folder = mkdtempSync(join(tmpdir(), 'trace-'));
const at = (name: string): string => join(folder, name);
const sample = join(root, 'assets/sample.xlsx');
const [lastQuarter, asOf, nextQuarter] = [46203, 46295, 46387]; // 30 June, 30 September and 31 December 2026
const allTraced: Traced = { problems: [], untraced: [] };

const traced = async (output: string, review: Review): Promise<Traced> => trace(await readReview(output), review);
async function writtenAndTraced(input: string, output: string, day: number): Promise<Traced> {
  await write(input, output, day);
  return traced(output, reviewOf(await readInput(input), day));
}

/** The text with one of its figures another one, for each of them. */
function withOtherFigures(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(({ 0: figure, index }) => `${text.slice(0, index)}${figure.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))}${text.slice(index + figure.length)}`);
}

beforeAll(build, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('every figure of a review is computed again, and none is left', () => {
  test('of the sample', async () => {
    expect(await writtenAndTraced(sample, at('sample.xlsx'), asOf)).toEqual(allTraced);
  });

  test('of the sample on a day that History keeps', async () => {
    expect(await writtenAndTraced(sample, at('kept.xlsx'), lastQuarter)).toEqual(allTraced);
  });

  test('of the next quarter, which tells what was decided', async () => {
    const { sections } = await readReview(at('sample.xlsx'));
    const items = sections.find(({ heading }) => heading === 'Decisions asked for')?.tables.flatMap((table) => table.items) ?? [];
    expect(items.length).toBeGreaterThan(10);
    writeCells(at('sample.xlsx'), at('decided.xlsx'), 'QBR ', Object.fromEntries([0, 1, 2, 11, 12, 14].map((index) => [`K${items[index]?.row ?? 0}`, `Agreed for item ${index + 1}`])));
    // The sponsor of the third and the plan of the thirteenth, as the tables show them since.
    writeCells(at('decided.xlsx'), at('next.xlsx'), 'Initiatives', { F13: 'Carla Mendes' });
    writeCells(at('next.xlsx'), at('next.xlsx'), 'Partners', { H7: asOf + 20 });
    expect(await writtenAndTraced(at('next.xlsx'), at('december.xlsx'), nextQuarter)).toEqual(allTraced);
    expect((await readReview(at('december.xlsx'))).sections.map(({ heading }) => heading)).toContain('What was decided');
  });

  test('of tables kept untidily', async () => {
    await untidyFile().xlsx.writeFile(at('untidy.xlsx'));
    expect(await writtenAndTraced(at('untidy.xlsx'), at('untidy-out.xlsx'), asOf)).toEqual(allTraced);
  });

  test('of workbooks made by chance, and every other time of the next review, which looks back on the first', async () => {
    for (const [index, book] of fc.sample(randomFile, { numRuns: books, seed: 20260930 }).entries()) {
      const [input, first, second] = ['in', 'first', 'second'].map((name) => at(`${index}-${name}.xlsx`)) as [string, string, string];
      await book.xlsx.writeFile(input);
      const reviews = [await writtenAndTraced(input, first, lastQuarter), ...(index % 2 === 0 ? [await writtenAndTraced(first, second, asOf)] : [])];
      expect({ index, reviews }).toEqual({ index, reviews: reviews.map(() => allTraced) });
    }
  });
});

describe('the tracing can fail', () => {
  let sheet: WrittenSheet;
  let review: Review;
  beforeAll(async () => {
    sheet = await readReview(at('sample.xlsx'));
    review = reviewOf(await readInput(sample), asOf);
  });

  test('at a figure that is another one in the saved file', async () => {
    const gap = sheet.sections.find(({ heading }) => heading === 'Sponsor gaps')?.tables[0]?.items[0];
    writeCells(at('sample.xlsx'), at('altered.xlsx'), 'QBR ', { [`H${gap?.row ?? 0}`]: 810_001 });
    const { problems, untraced } = await traced(at('altered.xlsx'), review);
    expect(problems).toEqual([expect.stringContaining('shows 810001, expected 810000')]);
    expect(untraced).toEqual([`H${gap?.row ?? 0}: 810001`]);
  });

  test('at a figure that nobody computed', async () => {
    const gap = sheet.sections.find(({ heading }) => heading === 'Sponsor gaps')?.tables[0]?.items[0];
    writeCells(at('sample.xlsx'), at('added.xlsx'), 'QBR ', { [`D${gap?.row ?? 0}`]: 'since 7 weeks' });
    expect(await traced(at('added.xlsx'), review)).toEqual({ problems: [], untraced: [`D${gap?.row ?? 0}: since 7 weeks`] });
  });

  test('at every single figure of the sheet', () => {
    let figures = 0;
    for (const cell of sheet.cells) {
      // A word of the input beside figures is left alone.
      const others = typeof cell.value === 'number' ? [cell.value + 1] : cell.value.search(review.words ?? /$^/) >= 0 ? [] : withOtherFigures(cell.value);
      for (const value of others) {
        figures += 1;
        const { problems, untraced } = trace(withValue(sheet, cell.address, value), review);
        expect({ value, found: problems.length + untraced.length > 0 }).toEqual({ value, found: true });
      }
    }
    expect(figures).toBeGreaterThan(500);
  });
});
