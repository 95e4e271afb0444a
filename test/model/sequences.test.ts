/**
 * Weeks of work at random: whatever people do to their tables, the pane shows what stands there and only what was pressed is changed.
 * `npm run test:long` tries more sequences and says how often what came; MODEL_SEED=7 MODEL_RUNS=1 has the seventh again.
 */
import { runSequence } from './sequence';

const { MODEL_RUNS, MODEL_SEED } = process.env;
const first = Number(MODEL_SEED ?? 1);
const seeds = Array.from({ length: Number(MODEL_RUNS ?? 50) }, (_, index) => first + index);
const outcomes = new Map<string, number>();

test.each(seeds)('the pane keeps up with sequence %i', async (seed) => {
  for (const [what, times] of await runSequence(seed)) outcomes.set(what, (outcomes.get(what) ?? 0) + times);
});

afterAll(() => {
  if (MODEL_RUNS !== undefined) process.stdout.write(`${[...outcomes].sort().map(([what, times]) => `${what}: ${times}`).join('\n')}\n`);
});

test('what people press comes to every end that it can', () => {
  const rare = ['done', 'asks', 'done after a yes', 'failed', 'log: done', 'log: noTable', 'row: done', 'row: failed', 'review: written'];
  expect(rare.filter((what) => seeds.length >= 50 && !outcomes.has(what))).toEqual([]);
});
