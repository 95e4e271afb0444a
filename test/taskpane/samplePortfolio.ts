/** A small portfolio with one partner of every kind that the pane must show, judged from tables that one can read. */
import { fromIsoText } from '../../src/domain/calendar';
import { judge } from '../../src/domain/judge';
import type { SerialDate } from '../../src/domain/measure';
import type { Portfolio } from '../../src/domain/portfolio';
import type { Source } from '../../src/tables/source';
import { type Cell, day, initiativesTable, partnersTable, read } from '../tables/sheet';

export const asOf = fromIsoText('2026-09-30') as SerialDate;

export const judged = (...sources: readonly Source[]): Portfolio => judge(read(...sources), asOf);

const careful = {
  'Alliance manager': 'Ines Okafor', 'Executive sponsor': 'Marta Lindqvist', 'Partner sponsor': 'Paul Abara', Status: 'Active',
  'Joint business plan': day('2026-02-16'), 'Last QBR': day('2026-07-14'), 'Expectations agreed': 'yes',
};
const launched = {
  Stage: 'Launch', Owner: 'Lea Fischer', 'Sales sponsor': 'Carla Mendes', 'Qualified on': day('2025-08-01'), 'Approved on': day('2025-09-01'),
  'Approved by': 'Alliance board', 'Launched on': day('2025-10-01'), Due: day('2026-12-31'), 'Last inspected': day('2026-08-18'),
};

export const partnerRows: readonly Readonly<Record<string, Cell>>[] = [
  { Partner: 'Northwind Systems', Tier: 'Strategic', ...careful },
  { Partner: 'Halden Cloud', Tier: 'Strategic', ...careful, 'Alliance manager': 'Tom Reyes' },
  { Partner: 'Oakhurst Logistics', Tier: 'Tactical', Status: 'Watch', 'Expectations agreed': 'no', 'Alliance manager': 'TBD' },
  { Partner: 'Kestrel Security', Tier: 'Growth', ...careful },
  { Partner: 'Nordhavn Marine', Tier: 'Tactical', ...careful, Status: 'Ended' },
  { Partner: 'Halden Cloud Ltd', Tier: 'Growth' },
];

export const initiativeRows: readonly Readonly<Record<string, Cell>>[] = [
  { Initiative: 'Joint cloud launch', Partner: 'Northwind Systems', ...launched, 'Revenue target': 1200000, Revenue: 1250000, Pipeline: 1450000, 'Traction target': 24, Traction: 30 },
  { Initiative: 'Analytics on Halden', Partner: 'Halden Cloud', ...launched, 'Sales sponsor': '', 'Revenue target': 1500000, Revenue: 1490000, Pipeline: 900000, 'Traction target': 20, Traction: 30 },
  { Initiative: 'FinOps clinic', Partner: 'Halden Cloud', Stage: 'Pending approval', Owner: 'Jonas Weber', 'Sales sponsor': 'vacant', 'Revenue target': 260000, 'Qualified on': day('2026-09-07') },
  { Initiative: 'Route planner', Partner: 'Oakhurst Logistics', ...launched, Owner: '', 'Revenue target': 800000, Revenue: 120000, Pipeline: 90000, 'Traction target': 12, Traction: 2, 'Last inspected': '' },
  { Initiative: 'Cold chain', Partner: 'Oakhurst Logistics', Stage: 'Idea', Owner: 'Amara Diallo', 'Sales sponsor': '' },
  { Initiative: 'Zero trust', Partner: 'Kestrel Security', ...launched, 'Revenue target': 500000, Pipeline: 100000, 'Launched on': day('2026-09-01'), Due: day('2027-08-31') },
  { Initiative: 'Harbour sensors', Partner: 'Nordhavn Marine', ...launched, Stage: 'Won', 'Ended on': day('2026-03-10'), 'Revenue target': 200000, Revenue: 210000 },
  { Initiative: 'Fleet care', Partner: 'Oakhurst Logistics', ...launched, 'Revenue target': 'about 300', Revenue: 40000, Pipeline: '€20,000', Due: '03/04/2027' },
  { Initiative: 'Lost and found', Partner: 'Oakhurst Logistic', ...launched },
];

export const samplePortfolio: Portfolio = judged(partnersTable(partnerRows), initiativesTable(initiativeRows));

/** No tables at all. */
export const nothingFound: Portfolio = judged();

/** As many partners as asked, each with twenty initiatives. */
export function largePortfolio(partners: number): Portfolio {
  const names = Array.from({ length: partners }, (_, index) => `Partner ${String(index + 1).padStart(4, '0')}`);
  return judged(
    partnersTable(names.map((Partner, index) => ({ Partner, Tier: index % 5 === 0 ? 'Strategic' : 'Growth', ...careful }))),
    initiativesTable(names.flatMap((Partner, partner) => Array.from({ length: 20 }, (_, index) => ({
      Initiative: `${Partner} initiative ${index + 1}`, Partner, ...launched, 'Sales sponsor': (partner + index) % 9 === 0 ? '' : `Sponsor ${(partner * 20 + index) % 6000}`,
      'Revenue target': 100000 + index * 1000, Revenue: ((partner * 7919) % 100) * 1200, Pipeline: 150000, 'Traction target': 10, Traction: (partner + index) % 12,
    })))),
  );
}
