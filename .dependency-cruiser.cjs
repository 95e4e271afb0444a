/** Who may know whom: the table of docs/architecture.md. `npm test` enforces it, and a test proves that each rule can fail. */
const addIn = ['domain', 'tables', 'report', 'excel', 'functions', 'commands', 'taskpane'];
const everything = [...addIn, 'host', 'workbench', 'cli'];
const may = {
  domain: [],
  tables: ['domain'],
  report: ['domain'],
  excel: ['domain', 'tables', 'report'],
  functions: ['domain', 'tables', 'excel'],
  commands: ['report', 'excel'],
  taskpane: ['domain', 'tables', 'report', 'excel'],
  host: [],
  workbench: ['host'],
  cli: ['workbench', 'domain'],
};
const folder = (names) => `^src/(${names.join('|')})/`;
const libraries = { domain: [], tables: [], report: [], excel: [], functions: [], commands: [] };

module.exports = {
  forbidden: [
    ...everything.map((name) => ({
      name: `${name}-knows-only-its-own`,
      severity: 'error',
      comment: `src/${name} may import ${[name, ...may[name]].map((other) => `src/${other}`).join(', ')} and no other folder of src.`,
      from: { path: folder([name]) },
      to: { path: '^src/', pathNot: folder([name, ...may[name]]) },
    })),
    {
      name: 'cli-knows-only-types-of-domain',
      severity: 'error',
      comment: 'The command line drives the built add-in; it never judges by itself.',
      from: { path: folder(['cli']) },
      to: { path: folder(['domain']), dependencyTypesNot: ['type-only'] },
    },
    ...Object.keys(libraries).map((name) => ({
      name: `${name}-needs-no-library`,
      severity: 'error',
      comment: `src/${name} is plain TypeScript: no package, no Node, no React.`,
      from: { path: folder([name]) },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown'] },
    })),
    {
      name: 'host-needs-no-library',
      severity: 'error',
      comment: 'src/host runs in the browser and in Node alike: only its page for Node may use packages.',
      from: { path: folder(['host']), pathNot: '^src/host/node' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      // Excel's own classes lead to each other (a range to its worksheet, a worksheet to its ranges), and so do their descriptions.
      comment: 'Files that import each other in a loop cannot be understood one at a time; a type that both name is no loop.',
      from: { path: '^src/', pathNot: '^src/host/excel/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'everything-resolves', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'second-opinion-shares-no-line',
      severity: 'error',
      comment: 'What computes every figure again knows nothing of the product; only the tests that compare both do.',
      from: { path: '^test/secondOpinion/', pathNot: '/(agreement|successRates)\\.test\\.ts$' },
      to: { path: '^src/' },
    },
    { name: 'src-knows-no-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench|tools)/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
