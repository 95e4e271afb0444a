/** docs/functions.md is made of the comments in the script, whole, and every example in it comes to something on the sample workbook. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CellValue } from '../../src/host/workbookPort';
import { sampleWorkbook } from '../excel/openAddIn';
import { until } from '../excel/testClock';
import { type CallingWorkbook, metadata, openCalling } from './callCells';

interface Described {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly optional: boolean; readonly description: string }[];
  readonly example: string | null;
}

const root = resolve(__dirname, '../..');
const script = "import { functionsPage, readFunctionComments } from './tools/functionsPage.mjs'; console.log(JSON.stringify({ page: functionsPage(), functions: readFunctionComments() }))";
const { page, functions } = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })) as { page: string; functions: readonly Described[] };

describe('the page of functions', () => {
  test('is what the comments make of it', () => {
    expect(readFileSync(join(root, 'docs', 'functions.md'), 'utf8')).toBe(page);
  });

  test('tells of every function that Excel is told of, with the same words and arguments', async () => {
    const { functions: told } = JSON.parse(await metadata()) as { functions: readonly { id: string; description: string; parameters: readonly { name: string; description: string; optional?: boolean }[] }[] };
    expect(functions.map(({ id, description, parameters }) => ({ id, description, parameters }))).toEqual(
      told.map(({ id, description, parameters }) => ({ id, description, parameters: parameters.map(({ name, optional = false, description: meaning }) => ({ name, optional, description: meaning })) })),
    );
    expect(functions.map(({ id }) => id)).toEqual([
      'HEALTH', 'RATING', 'WHY', 'SPONSORGAPS', 'SPONSORCOVERAGE', 'SPONSOREFFECT', 'SCORECARD', 'PORTFOLIO', 'GATES', 'CORRECTIONS', 'EXITS', 'TREND', 'MATURITY', 'ATTAINMENT', 'SCORE',
    ]);
    for (const { parameters, description, example } of functions) {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(example).toMatch(/^=ALLIANCE\.[A-Z]+\(.*\)$/);
      for (const { description: meaning } of parameters) expect(meaning).toMatch(/\.$/);
    }
  });
});

describe('on the sample workbook', () => {
  let book: CallingWorkbook;
  beforeAll(async () => {
    book = await openCalling(sampleWorkbook());
  });
  afterAll(() => book.close());

  /** Far from everything else, one below the other. */
  let row = 100;
  async function spilled(formula: string): Promise<CellValue[][]> {
    row += 60;
    const first = await book.call(formula, { row, column: 0 });
    const here = row;
    if (typeof first !== 'object') await until(() => book.spill(here, 0).length > 0, 2_000).catch(() => undefined);
    const rows = book.spill(here, 0);
    return rows.length > 0 ? rows : [[first]];
  }

  test.each(functions.map(({ id, example }) => [id, example ?? '']))('%s: %s', async (_, example) => {
    const rows = await spilled(example);
    for (const value of rows.flat()) expect(typeof value === 'object' && value !== null ? value : null).toBeNull();
    expect(rows.map((cells) => cells.map((value) => value ?? ''))).toMatchSnapshot();
  });
});
