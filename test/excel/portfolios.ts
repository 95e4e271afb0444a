/** Workbooks with a portfolio that a test can read at a glance. */
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { type Written, sheet, table, workbook } from '../workbench/engine/snapshots';

export const partnerHeaders = ['Partner', 'Tier', 'Alliance manager', 'Executive sponsor', 'Partner sponsor', 'Status', 'Joint business plan', 'Last QBR', 'Expectations agreed'];
export const initiativeHeaders = ['Initiative', 'Partner', 'Stage', 'Owner', 'Sales sponsor', 'Revenue target', 'Revenue', 'Pipeline', 'Approved on', 'Approved by', 'Launched on', 'Due', 'Last inspected'];

export const partnerRow = (name: string, more: Partial<Record<string, Written>> = {}): Written[] =>
  partnerHeaders.map((header) => more[header] ?? ({ Partner: name, Tier: 'Strategic', 'Alliance manager': 'Ines', 'Executive sponsor': 'Marta', 'Partner sponsor': 'Paul', Status: 'Active', 'Joint business plan': '2026-02-16', 'Last QBR': '2026-07-14', 'Expectations agreed': 'yes' } as Record<string, Written>)[header]);

export const initiativeRow = (name: string, partner: string, more: Partial<Record<string, Written>> = {}): Written[] =>
  initiativeHeaders.map((header) => (header in more ? more[header] : ({
    Initiative: name, Partner: partner, Stage: 'Launch', Owner: 'Lea', 'Sales sponsor': 'Carla', 'Revenue target': 1_200_000, Revenue: 700_000, Pipeline: 900_000,
    'Approved on': '2025-11-03', 'Approved by': 'Board', 'Launched on': '2025-12-01', Due: '2026-12-31', 'Last inspected': '2026-08-18',
  } as Record<string, Written>)[header]));

export interface PortfolioOptions extends Partial<WorkbookSnapshot> {
  readonly partners?: readonly (readonly Written[])[];
  readonly initiatives?: readonly (readonly Written[])[];
  /** Further sheets, after the two. */
  readonly more?: WorkbookSnapshot['sheets'];
  readonly asOf?: string | null;
}

/** Two Excel tables at A1 of two sheets, and a Notes sheet that holds the as-of date in B1. */
export function portfolioWorkbook({ partners, initiatives, more = [], asOf = '2026-09-30', ...rest }: PortfolioOptions = {}): WorkbookSnapshot {
  const partnerRows = partners ?? [partnerRow('Northwind Systems'), partnerRow('Halden Cloud')];
  const initiativeRows = initiatives ?? [initiativeRow('Joint launch', 'Northwind Systems'), initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': undefined })];
  return workbook(
    [
      sheet('Partners', [partnerHeaders, ...partnerRows]),
      sheet('Initiatives', [initiativeHeaders, ...initiativeRows]),
      sheet('Notes', [['As of', asOf ?? undefined], []]),
      ...more,
    ],
    {
      tables: [
        table('Partners', 'partners', { row: 0, column: 0, rows: partnerRows.length + 1 }, partnerHeaders),
        table('Initiatives', 'initiatives', { row: 0, column: 0, rows: initiativeRows.length + 1 }, initiativeHeaders),
      ],
      names: asOf === null ? [] : [{ name: 'AllianceAsOf', sheet: null, formula: '=Notes!$B$1', comment: '', visible: true }],
      ...rest,
    },
  );
}
