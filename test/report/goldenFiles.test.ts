/**
 * What each review will hold, word for word, against the files in golden/: whoever changes the sheet sees here what that does to all of them.
 * `npm run golden` writes the files anew; then read the difference before it is committed.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openScenario } from './openScenario';
import { planProblems } from './planLaws';
import { planText } from './planText';
import { scenarios, withoutRows } from './qbrScenarios';

const folder = join(__dirname, 'golden');
const fileOf = (name: string): string => join(folder, `${name}.txt`);

function expectGolden(name: string, text: string): void {
  if (process.env.GOLDEN === 'write') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(fileOf(name), text);
  }
  expect(existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8') : 'no golden file yet: npm run golden').toBe(text);
}

describe('the review', () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('of %s is what its golden file says, and fits its cells and pages', async (name, scenario) => {
    const open = await openScenario(scenario);
    try {
      const plan = await open.plan();
      expectGolden(name, planText(plan));
      expect(planProblems(plan)).toEqual([]);
    } finally {
      open.close();
    }
  });

  test('of tables without rows is a sentence', async () => {
    const open = await openScenario({ workbook: withoutRows, edition: { kind: 'portfolio' }, past: [] });
    try {
      const result = await open.write();
      expectGolden('no-rows', `${result.kind}: ${result.kind === 'failed' ? result.message : ''}\n`);
      expect(result.kind).toBe('failed');
    } finally {
      open.close();
    }
  });

  test('has no golden file that no scenario makes', () => {
    expect(readdirSync(folder).sort()).toEqual([...scenarios.map(({ name }) => `${name}.txt`), 'no-rows.txt'].sort());
  });
});
