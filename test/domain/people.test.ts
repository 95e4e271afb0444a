/** Whom the workbook names. */
import { peopleIn } from '../../src/domain/people';
import { initiativesTable, partnersTable } from '../tables/sheet';
import { judged } from '../taskpane/samplePortfolio';

const people = peopleIn(judged(
  partnersTable([{ Partner: 'Acme', 'Alliance manager': 'Ines Okafor', 'Executive sponsor': 'Marta' }, { Partner: 'Gone', Status: 'Ended' }]),
  initiativesTable([
    { Initiative: 'One', Partner: 'Acme', Stage: 'Launch', Owner: 'Lea', 'Sales sponsor': 'Carla Mendes', 'Approved by': 'Marta' },
    { Initiative: 'Two', Partner: 'Acme', Stage: 'Qualify', Owner: 'tbd', 'Sales sponsor': 'carla  mendes' },
    { Initiative: 'Three', Partner: 'Acme', Stage: 'Closed', Owner: 'Lea', 'Sales sponsor': 'Carla Mendes' },
    { Initiative: 'Four', Partner: 'Gone', Stage: 'Launch', Owner: 'Lea', 'Sales sponsor': 'Carla Mendes' },
  ]),
));

test('everybody once, whatever the case, by name, with what they do and how many open initiatives they sponsor', () => {
  expect(people).toEqual([
    { name: 'Carla Mendes', roles: ['sales sponsor'], sponsors: 2 },
    { name: 'Ines Okafor', roles: ['alliance manager'], sponsors: 0 },
    { name: 'Lea', roles: ['owner'], sponsors: 0 },
    { name: 'Marta', roles: ['approver', 'executive sponsor'], sponsors: 0 },
  ]);
});
