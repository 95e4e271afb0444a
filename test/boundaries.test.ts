/** Each folder rule of docs/architecture.md is enforced: one forbidden import, put into a copy, must be found. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '..');
const cruiser = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(project, name), join(copy, name));
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Names of the rules broken by the given files of an otherwise empty house. */
function broken(files: Readonly<Record<string, string>>): string[] {
  for (const name of ['src', 'test']) rmSync(join(copy, name), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(copy, path, '..'), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  let output: string;
  try {
    const roots = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    output = execFileSync(process.execPath, [cruiser, ...roots, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { cwd: copy, encoding: 'utf8' });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map(({ rule }) => rule.name);
}

const thing = 'export const thing = 1;\n';
const importing = (from: string): string => `import { thing } from '${from}';\nexport const other = thing;\n`;

describe('the folder boundaries', () => {
  test('are kept by a house that follows the table', () => {
    expect(broken({ 'src/domain/a.ts': thing, 'src/tables/b.ts': importing('../domain/a'), 'src/cli/c.ts': "import type { thing } from '../domain/a';\nexport type Thing = typeof thing;\n" })).toEqual([]);
  });

  test.each([
    ['domain', 'tables'], ['tables', 'report'], ['report', 'tables'], ['excel', 'functions'], ['functions', 'report'], ['commands', 'tables'],
    ['taskpane', 'functions'], ['host', 'domain'], ['workbench', 'domain'], ['cli', 'tables'], ['excel', 'host'], ['host', 'excel'], ['taskpane', 'workbench'],
  ])('%s may not import %s', (from, to) => {
    expect(broken({ [`src/${to}/thing.ts`]: thing, [`src/${from}/other.ts`]: importing(`../${to}/thing`) })).toContain(`${from}-knows-only-its-own`);
  });

  test('the second opinion may know nothing of src, but for what compares both', () => {
    const of = (name: string): string[] => broken({ 'src/domain/thing.ts': thing, [`test/secondOpinion/${name}`]: importing('../../src/domain/thing') });
    expect(of('judge.ts')).toContain('second-opinion-shares-no-line');
    expect(of('qbrSheet.test.ts')).toContain('second-opinion-shares-no-line');
    expect(of('agreement.test.ts')).toEqual([]);
  });

  test('the command line may know the types of the domain, not its values', () => {
    expect(broken({ 'src/domain/thing.ts': thing, 'src/cli/other.ts': importing('../domain/thing') })).toContain('cli-knows-only-types-of-domain');
  });

  test.each(['domain', 'tables', 'report', 'excel', 'functions', 'commands'])('%s may not import a library', (from) => {
    expect(broken({ [`src/${from}/other.ts`]: "import { useState } from 'react';\nexport const other = useState;\n" })).toContain(`${from}-needs-no-library`);
  });

  test('the host runs in the browser too: it may not import Node', () => {
    expect(broken({ 'src/host/other.ts': "import { readFileSync } from 'node:fs';\nexport const other = readFileSync;\n" })).toContain('host-needs-no-library');
  });

  test('no circles, and nothing of the tests in the product', () => {
    expect(broken({ 'src/domain/a.ts': "import { b } from './b';\nexport const a = () => b;\n", 'src/domain/b.ts': "import { a } from './a';\nexport const b = () => a;\n" })).toContain('no-circles');
    expect(broken({ 'src/domain/other.ts': importing('../../test/thing'), 'test/thing.ts': thing })).toContain('src-knows-no-tests');
  });
});
