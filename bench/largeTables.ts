/** Tables of any size, as a large company keeps them: fresh content for each `variant`, the same for the same one. */
import type { Source, SourceValue } from '../src/tables/source';

const partnerHeaders = ['Partner', 'Tier', 'Alliance manager', 'Executive sponsor', 'Partner sponsor', 'Status', 'Since', 'JBP', 'Last QBR', 'Expectations agreed', 'Relationship (1-5)', 'Survey date', 'Notes'];
const initiativeHeaders = ['Initiative', 'Partner', 'Stage', 'Owner', 'Sales sponsor', 'Revenue target', 'Revenue', 'Pipeline target', 'Pipeline', 'Traction target', 'Traction', 'Qualified on', 'Approved on', 'Approved by', 'Launched on', 'Due', 'Ended on', 'Outcome', 'Last inspected', 'Currency', 'Sponsor last engaged', 'Next step'];
/** 30 September 2026. */
export const asOf = 46295;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Values with their header row: partners x 13 and initiatives x 22 columns. */
export function largeTables(partners: number, initiatives: number, variant: number): { partners: SourceValue[][]; initiatives: SourceValue[][] } {
  const next = random(variant + 1);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const name = (i: number): string => `Partner ${String(i + 1).padStart(4, '0')} Ltd`;
  const partnerRows = Array.from({ length: partners }, (_, i): SourceValue[] => [
    name(i), pick(['Strategic', 'Growth', 'Tactical']), `Manager ${below(60)}`, next() < 0.9 ? `Executive ${below(40)}` : '', next() < 0.8 ? `Sponsor ${below(400)}` : 'tbd', pick(['Active', 'Active', 'Active', 'Watch', 'Exiting']),
    asOf - 2000 + below(1500), asOf - below(500), asOf - below(300), pick(['yes', 'no', 'yes']), 1 + below(5), asOf - below(450), '',
  ]);
  const initiativeRows = Array.from({ length: initiatives }, (_, i): SourceValue[] => {
    const stage = pick(['Qualify', 'Approve', 'Launch', 'Launch', 'Launch', 'Closed', 'Closed']);
    const launched = asOf - 100 - below(500);
    const target = 10_000 + below(2_000_000);
    const past = stage === 'Launch' || stage === 'Closed';
    return [
      `Initiative ${i + 1} of ${variant}`, name(below(partners)), stage, `Owner ${below(300)}`, next() < 0.85 ? `Sponsor ${below(150)}` : next() < 0.5 ? '' : 'TBD', target,
      past ? (next() < 0.02 ? '$1.2m' : below(target) + 0.25) : '', target * 3, next() < 0.95 ? below(target * 2) : 'n/a', 5 + below(30), past ? below(30) : '', launched - 90, stage === 'Qualify' ? '' : launched - 30, stage === 'Qualify' ? '' : 'Board',
      past ? launched : '', past ? launched + 365 : '', stage === 'Closed' ? launched + 300 : '', stage === 'Closed' ? pick(['Succeeded', 'Failed', 'Stopped']) : '', past ? asOf - below(200) : '', 'USD', asOf - below(200), 'Next',
    ];
  });
  return { partners: [partnerHeaders, ...partnerRows], initiatives: [initiativeHeaders, ...initiativeRows] };
}

/** The same as the Excel layer hands it over, number formats included. */
export function largeSources(partners: number, initiatives: number, variant: number): Source[] {
  const tables = largeTables(partners, initiatives, variant);
  const source = (sheet: string, sheetPosition: number, values: SourceValue[][]): Source => ({
    sheet, sheetPosition, hidden: false, table: sheet, hasHeaders: true, hasTotals: false, row: 0, column: 0, values,
    formats: values.map((row) => row.map((value, column) => (typeof value === 'number' && value > 40_000 && value < 50_000 && /on|Due|JBP|QBR|date|Since|engaged|inspected/.test(String(values[0]?.[column])) ? 'yyyy-mm-dd' : 'General'))),
  });
  return [source('Partners', 0, tables.partners), source('Initiatives', 1, tables.initiatives)];
}
