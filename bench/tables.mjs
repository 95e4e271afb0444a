/** How long it takes to find and read 1,000 partners and 20,000 initiatives, fresh input each time: median of 15 after 5 warm-ups. */
import v8 from 'node:v8';
import vm from 'node:vm';
import { build } from 'esbuild';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

const { outputFiles } = await build({ entryPoints: ['src/tables/readTables.ts'], bundle: true, format: 'esm', write: false });
const { readTables } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

const stages = ['Qualify', 'Approve', 'Launch', 'Live', 'Closed', 'Won'];
const initiativeHeaders = [
  'Initiative', 'Partner', 'Stage', 'Owner', 'Sales sponsor', 'Revenue target', 'Revenue', 'Pipeline target', 'Pipeline', 'Traction target', 'Traction',
  'Qualified on', 'Approved on', 'Approved by', 'Launched on', 'Due', 'Ended on', 'Outcome', 'Last inspected', 'Sponsor last engaged', 'Next step', 'Currency',
];
const partnerHeaders = ['Partner', 'Tier', 'Alliance manager', 'Executive sponsor', 'Partner sponsor', 'Status', 'Joint business plan', 'Last QBR', 'Expectations agreed', 'Relationship'];
const money = '#,##0.00';
const date = 'yyyy-mm-dd';
const partnerFormats = ['General', 'General', 'General', 'General', 'General', 'General', date, date, 'General', 'General'];
const initiativeFormats = initiativeHeaders.map((header) => (/Revenue|Pipeline/.test(header) ? money : / on$|Due|inspected|engaged/.test(header) ? date : 'General'));

function workbook(seed, plain) {
  let state = seed;
  const random = (below) => (state = (state * 48271) % 2147483647) % below;
  const partners = Array.from({ length: 1000 }, (_, i) => [
    `Partner ${i} ${['Inc', 'GmbH', 'Ltd'][i % 3]}`, ['Strategic', 'Growth', 'Tactical'][random(3)], `Person ${random(50)}`, `Chief ${random(20)}`, random(4) ? `Guest ${i}` : 'tbd',
    'Active', 45800 + random(500), 45900 + random(400), 'yes', 1 + random(10),
  ]);
  const initiatives = Array.from({ length: 20000 }, (_, i) => [
    `Initiative ${i}`, `Partner ${random(1000)}`, stages[random(6)], `Person ${random(300)}`, random(5) ? `Seller ${random(500)}` : 'n/a',
    random(3000000), random(20) ? random(2000000) / 100 : `$${random(900)},${100 + random(900)}`, random(5000000), random(5000000), random(40), random(40),
    45000 + random(300), 45300 + random(300), `Boss ${random(20)}`, 45600 + random(300), random(30) ? 46000 + random(400) : '2026-09-30', '', 'Won',
    46000 + random(200), 46000 + random(200), `Call number ${random(5000)}`, 'USD',
  ]);
  const source = (name, sheetPosition, headers, rows, formats) => ({
    sheet: name, sheetPosition, hidden: false, table: plain ? null : name, hasHeaders: true, hasTotals: false, row: 0, column: 0,
    values: [headers, ...rows], formats: [headers.map(() => 'General'), ...rows.map(() => formats)],
  });
  // As it comes over the wire: no text shares its memory with another.
  return JSON.parse(JSON.stringify([source('Partners', 0, partnerHeaders, partners, partnerFormats), source('Initiatives', 1, initiativeHeaders, initiatives, initiativeFormats)]));
}

function milliseconds(seed, plain) {
  const sources = workbook(seed, plain);
  // The garbage of making the workbook is not the reader's.
  collectGarbage();
  const start = performance.now();
  const { counts } = readTables(sources, { date1904: false });
  const taken = performance.now() - start;
  if (counts.initiatives.used !== 20000) throw new Error(`Only ${counts.initiatives.used} initiatives were used.`);
  return taken;
}

for (const plain of [false, true]) {
  for (let warm = 1; warm <= 5; warm++) milliseconds(warm, plain);
  const taken = Array.from({ length: 15 }, (_, run) => milliseconds(100 + run, plain)).sort((a, b) => a - b);
  process.stdout.write(`read 1,000 x 20,000 rows, ${plain ? 'plain ranges' : 'Excel tables'}: ${taken[7].toFixed(1)} ms (median of 15, least ${taken[0].toFixed(1)}, most ${taken[14].toFixed(1)})\n`);
}
