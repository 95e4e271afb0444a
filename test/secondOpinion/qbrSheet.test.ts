/** Every figure on a saved review is computed again, from the file it was made of and without a line of the product. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, readReview, root, write } from './qbrSheet/commandLine';
import { readInput } from './qbrSheet/inputWorkbook';
import { reviewOf } from './qbrSheet/review';
import { trace, type Traced } from './qbrSheet/trace';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'trace-'));
const at = (name: string): string => join(folder, name);
const asOf = 46295; // 30 September 2026

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
