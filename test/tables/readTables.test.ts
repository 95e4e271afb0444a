/** From the cells of a workbook to the rows that are judged. */
import { unreadable } from '../../src/domain/cell';
import { day, initiativesTable, issueList, partnersTable, read } from './sheet';

test('a small workbook is read whole', () => {
  const rows = read(
    partnersTable([{ Partner: 'Acme, Inc.', Tier: 'Strategic', Status: 'active', 'Last QBR': day('2026-07-01'), Relationship: 8 }]),
    initiativesTable([{
      Initiative: 'Cloud', Partner: 'ACME', Stage: 'Live', 'Sales sponsor': 'Kim', Revenue: '$1.2m', 'Revenue target': 2000000, 'Launched on': day('2026-01-01'), Due: '3/4/2026',
    }]),
  );
  expect(issueList(rows.issues)).toEqual(['ambiguous-date Initiatives!H2']);
  expect(rows.currency).toBe('USD');
  expect(rows.partners?.rows[0]).toMatchObject({ row: 1, name: 'Acme, Inc.', key: 'acme', tier: 'Strategic', status: 'Active', relationship: 80 });
  expect(rows.initiatives?.rows[0]).toMatchObject({
    row: 1, name: 'Cloud', partner: 0, stage: 'Launch', revenue: 120000000, revenueTarget: 200000000, due: unreadable, outcome: null,
  });
  expect(rows.counts).toEqual({ partners: { rows: 1, used: 1, reported: 0 }, initiatives: { rows: 1, used: 1, reported: 0 } });
});
