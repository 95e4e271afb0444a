/** What may be installed: exact versions, no licence traps, and a reason for each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string): string => readFileSync(join(__dirname, '..', name), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { license?: string }> };
const direct = Object.entries({ ...dependencies, ...devDependencies });

describe('dependencies', () => {
  test.each(direct)('%s is pinned to one version (%s) and has its reason in docs/dependencies.md', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read('docs/dependencies.md')).toContain(name.startsWith('@univerjs/') ? '`@univerjs/*`' : `\`${name}\``);
  });

  test('none of the spreadsheet engine comes without a free licence', () => {
    expect(Object.keys(packages).filter((name) => /@univerjs-pro|@univerjs\/presets$|preset-sheets-(advanced|collaboration)/.test(name))).toEqual([]);
    const versions = direct.filter(([name]) => name.startsWith('@univerjs/')).map(([, version]) => version);
    expect([...new Set(versions)]).toEqual(['0.25.1']);
  });

  test('the lockfile names no host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"/);
  });
});
