/** What the workbench learns of custom functions from their metadata. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFunctions } from '../../../src/workbench/addin/functionsMetadata';

const demo = readFileSync(join(__dirname, '../../fixtures/demo-addin/functions.json'), 'utf8');

describe('the metadata of custom functions', () => {
  it('gives each function its name with the namespace before it, its parameters and how it answers', () => {
    const read = readFunctions(demo, 'Demo');
    if (!read.ok) throw new Error(read.sentence);
    expect(read.functions.map(({ id, signature, cancelable }) => [id, signature.name, signature.streaming, cancelable, signature.result])).toEqual([
      ['SUM_OF', 'DEMO.SUMOF', false, false, 'scalar'],
      ['FAIL', 'DEMO.FAIL', false, false, 'scalar'],
      ['SPILL', 'DEMO.SPILL', false, false, 'matrix'],
      ['TICK', 'DEMO.TICK', true, true, 'scalar'],
    ]);
    expect(read.functions[0]?.signature).toMatchObject({
      description: 'Adds all numbers.', helpUrl: null, allowErrors: true,
      parameters: [{ name: 'numbers', description: 'What to add', optional: false, dimensionality: 'matrix', type: 'any', repeating: true }],
    });
  });

  it.each([
    ['no JSON', 'functions', 'The metadata of the custom functions is not JSON.'],
    ['no list', '{"functions": {}}', 'The metadata of the custom functions has no list of functions.'],
    ['a function without id', '{"functions": [{"name": "A"}]}', 'The metadata of the custom functions has a function without id or name.'],
  ])('is refused with %s', (_what, json, sentence) => {
    expect(readFunctions(json, 'DEMO')).toEqual({ ok: false, sentence });
  });
});
