/** A shared edition without the names of our people: nobody is named, and nothing is judged otherwise. */
import fc from 'fast-check';
import { judge } from '../../src/domain/judge';
import { narrowedTo } from '../../src/domain/narrowedPortfolio';
import type { Portfolio } from '../../src/domain/portfolio';
import { reasonsFor } from '../../src/domain/reasons';
import { lawRuns } from '../lawRuns';
import { anyRows } from './anyRows';
import { asOf, day, judged } from './portfolioRows';

const initiativesOf = ({ rows }: Portfolio) => rows.initiatives?.rows ?? [];
const named = (portfolio: Portfolio, key: string, withoutNames: boolean): Portfolio => narrowedTo(portfolio, key, 'shared', withoutNames)!;

const portfolio = judged(`
  Partner  | Tier      | Alliance manager | Executive sponsor | Partner sponsor
  Acme     | Strategic | Ines Okafor      | Marta             | Paul
  Borealis | Tactical  | Will             | Marta             | Olga`, `
  Initiative                       | Partner  | Stage  | Sales sponsor | Owner    | Approved by | Revenue target | Revenue | Launched on | Due
  Cloud with carla  RUIZ and Marta | Acme     | Launch | Carla Ruiz    | Lea      | Board       | 1000           | 500     | 2026-01-01  | 2026-12-31
  Martas Robots for Sam            | Acme     | Launch | CARLA ruiz    | Lea      |             | 1000           | 500     | 2026-01-01  | 2026-12-31
  Will they? Will, will they       | Acme     | Launch | Tom           |          |             | 1000           | 500     | 2026-01-01  | 2026-12-31
  田中さんと会議                   | Acme     | Launch |               | Lea      |             | 1000           | 500     | 2026-01-01  | 2026-12-31
  Other                            | Borealis | Launch | Sam           | 田中     | Tom (acting) | 1000          | 500     | 2026-01-01  | 2026-12-31`, asOf, undefined, { corrections: `
  Date       | Partner | Initiative                       | Correction                          | Owner      | Measure
  2026-07-01 | Acme    | Cloud with carla  RUIZ and Marta | Weekly call of Tom (acting) and Rick Müller | Rick Müller | revenue` });
const nameless = named(portfolio, 'acme', true);

test('our people are called by what they do, each told from the other, whoever is alone in a role without a number', () => {
  expect(initiativesOf(nameless).map(({ salesSponsor }) => salesSponsor)).toEqual(['our sales sponsor 1', 'our sales sponsor 1', 'our sales sponsor 2', null]);
  expect(initiativesOf(nameless).map(({ owner, approvedBy }) => [owner, approvedBy])).toEqual([['our owner', 'our approver'], ['our owner', null], [null, null], ['our owner', null]]);
  expect(nameless.partners[0]?.partner).toMatchObject({ name: 'Acme', executiveSponsor: 'our executive sponsor', allianceManager: 'our alliance manager', partnerSponsor: 'Paul' });
});

test('texts name nobody of ours either, of whichever partner, as whole words and in any spacing', () => {
  expect(initiativesOf(nameless).map(({ name }) => name)).toEqual([
    'Cloud with our sales sponsor 1 and our executive sponsor', 'Martas Robots for our colleague', 'our colleague they? our colleague, will they', 'our colleagueさんと会議',
  ]);
  expect(nameless.corrections.map(({ correction }) => [correction.initiative, correction.correction])).toEqual([
    ['Cloud with our sales sponsor 1 and our executive sponsor', 'Weekly call of our colleague and our colleague'],
  ]);
});

test('the edition with names keeps them all', () => {
  expect(JSON.stringify(named(portfolio, 'acme', false))).toMatch(/Carla Ruiz.*Marta/);
  expect(JSON.stringify(nameless)).not.toMatch(/\b(?:Carla|Ruiz|Ines|Okafor|Lea|Tom|Board|Rick|Marta)\b/i);
});

/** Everything that is judged, with people and what they are called told only by whether they are there. */
const withoutPeople = (of: Portfolio): unknown =>
  JSON.parse(JSON.stringify([of, reasonsFor(of, of.partners[0]!)]).replace(/"(?:Ann|Bob|Cid|our (?:sales sponsor|owner|approver|executive sponsor|alliance manager)(?: \d)?)"/g, '"somebody"'));

test('whatever the rows: all is judged as it is with names, the load of each sponsor too', () => {
  fc.assert(fc.property(anyRows, (rows) => {
    const whole = judge(rows, day(asOf));
    for (const { key } of rows.partners?.rows ?? []) {
      const [one, other] = [named(whole, key, true), named(whole, key, false)];
      expect(withoutPeople(one)).toEqual(withoutPeople(other));
      expect(one.sponsorLoad.map(({ open, load }) => [open, load])).toEqual(other.sponsorLoad.map(({ open, load }) => [open, load]));
      expect(initiativesOf(one).filter(({ salesSponsor, owner, approvedBy }) => /Ann|Bob|Cid/.test([salesSponsor, owner, approvedBy].join()))).toEqual([]);
    }
  }), lawRuns(200));
});

test('and the load is somebody\'s: a sponsor of too many initiatives is one person still', () => {
  const row = (index: number): string => `\n  Work ${index} | Acme | Launch | ${index === 0 ? 'Tom' : 'Carla'} | 1000 | 500 | 2026-01-01 | 2026-12-31`;
  const busy = judged('Partner\nAcme', `Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due${Array.from({ length: 12 }, (_, index) => row(index)).join('')}`);
  expect(busy.sponsorLoad).toMatchObject([{ person: 'Carla', open: 11 }]);
  expect(named(busy, 'acme', true).sponsorLoad).toMatchObject([{ person: 'our sales sponsor 2', open: 11, load: busy.sponsorLoad[0]?.load }]);
});
