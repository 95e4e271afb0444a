/** Every figure on a saved review is computed again, from the file it was made of and without a line of the product. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { build, readReview, root, write } from './qbrSheet/commandLine';
import { readInput } from './qbrSheet/inputWorkbook';
import { randomFile } from './qbrSheet/randomFiles';
import { reviewOf } from './qbrSheet/review';
import { trace, type Traced } from './qbrSheet/trace';

jest.setTimeout(Number(process.env.SECOND_OPINION_RUNS ?? 0) * 10_000 + 180_000);

const folder = mkdtempSync(join(tmpdir(), 'trace-'));
const at = (name: string): string => join(folder, name);
const [lastQuarter, asOf] = [46203, 46295]; // 30 June and 30 September 2026

beforeAll(build, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function traced(input: string, output: string, day: number): Promise<Traced> {
  await write(input, output, day);
  return trace(await readReview(output), reviewOf(await readInput(input), day));
}
const allTraced: Traced = { problems: [], untraced: [] };

test('of the sample', async () => {
  expect(await traced(join(root, 'assets/sample.xlsx'), at('sample.xlsx'), asOf)).toEqual(allTraced);
});

test('of workbooks made by chance, and of the next review, which looks back on the first', async () => {
  const books = fc.sample(randomFile, { numRuns: Number(process.env.TRACE_RUNS ?? 20), seed: 20260930 });
  for (const [index, book] of books.entries()) {
    const [input, first, second] = ['in', 'first', 'second'].map((name) => at(`${index}-${name}.xlsx`)) as [string, string, string];
    await book.xlsx.writeFile(input);
    const one = await traced(input, first, lastQuarter);
    const two = await traced(first, second, asOf);
    if (JSON.stringify([one, two]).length > 70) console.log(index, JSON.stringify({ one, two }, null, 1));
  }
});
