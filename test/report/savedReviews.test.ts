/**
 * The files that reviews are saved in: whole in every part, readable by another program, charts and all, and the same after another saving.
 * With KEEP_REVIEWS the file of each scenario is left in that folder, to be looked at (`npm run pictures`).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from '../../src/workbench/xlsx/writeXlsx';
import { openHeadless } from '../workbench/openHeadless';
import { opened, partsOf, readByExcelJs } from '../workbench/xlsx/fixtures';
import { packageProblems } from '../workbench/xlsx/packageStructure';
import { openScenario } from './openScenario';
import { scenarios } from './qbrScenarios';

// Other programs take their time over a thousand partners.
jest.setTimeout(300_000);

const kept = process.env.KEEP_REVIEWS;
/** A thousand partners take their time in the reading of every cell, and their parts are those of a hundred. */
const saved = scenarios.filter(({ name }) => kept !== undefined || name !== '1000-partners');
const ofDrawings = (bytes: Uint8Array): [string, Uint8Array][] => Object.entries(partsOf(bytes)).filter(([name]) => /^xl\/(?:charts|drawings)\//.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));

/** Opened, a cell of another sheet changed, and saved. */
async function savedAgain(bytes: Uint8Array): Promise<Uint8Array> {
  const file = opened(bytes);
  const port = openHeadless(file.snapshot);
  try {
    const notes = port.sheets().find(({ name }) => name === 'Notes')?.id ?? '';
    port.setCells(notes, { row: 30, column: 5, rows: 1, columns: 1 }, [[{ value: 'Printed' }]]);
    await port.settle();
    return writeXlsx(port.snapshot(), file.package).bytes;
  } finally {
    port.dispose();
  }
}

test.each(saved.map((scenario) => [scenario.name, scenario] as const))('the file of %s is sound, opens elsewhere, and keeps its charts when it is saved again', async (name, scenario) => {
  const open = await openScenario(scenario);
  const { plan, result, bytes } = await (async () => ({ plan: await open.plan(), result: await open.write(), bytes: await open.save() }))().finally(() => open.close());
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `${name}.xlsx`), bytes);
  }
  expect(result).toMatchObject({ kind: 'written' });
  expect(packageProblems(bytes)).toEqual([]);
  const past = scenario.past.length;
  const charts = ofDrawings(bytes).filter(([part]) => /charts\/chart\d+\.xml$/.test(part));
  if (past === 0) expect(charts).toHaveLength(plan.charts.length);
  expect((await readByExcelJs(bytes)).worksheets.map((sheet) => sheet.name)).toContain(plan.name);
  expect(ofDrawings(await savedAgain(bytes))).toEqual(ofDrawings(bytes));
});
