import { type PartnerChange, whatChanged } from '../../src/domain/whatChanged';
import { asOf, day, judged } from './portfolioRows';

/** Governance alone is judged, by five checks with that of the gates: with two of them missed a partner is 60 (Amber), with three 40 (Red), with none 100 (Green). */
const partners = `
  Partner | Alliance manager | Expectations agreed | Last QBR   | Joint business plan | Status
  Acme    | Ines             | yes                 | 2026-09-01 | 2026-09-01          | Active
  Beta    | Ines             | no                  |            | 2026-09-01          | Active
  Gamma   | Ines             | no                  |            |                     | Active
  Delta   | Ines             | yes                 | 2026-09-01 | 2026-09-01          | Ended`;
/** In Qualify, so that no rating hangs on them; they weigh what their open target is. */
const initiatives = `
  Initiative | Partner | Stage   | Revenue target | Sales sponsor | Owner
  A          | Acme    | Qualify | 100            | Bob           | Kim
  B          | Beta    | Qualify | 300            | Bob           | Kim
  C          | Gamma   | Qualify | 200            | Bob           | Kim`;

const everybodyRated = { minimumConfidence: 0.01 };

const changed = (history: string, from = partners) => {
  const { policy } = judged(partners);
  return whatChanged(judged(from, initiatives, asOf, { ...policy, ...everybodyRated }, { history }));
};
const told = (change: PartnerChange): string => {
  const name = change.kind === 'gone' ? change.then.name : change.judged.partner.name;
  switch (change.kind) {
    case 'rating':
      return `${name}: ${change.then.rating} to ${change.judged.rating} (${change.points})`;
    case 'health':
      return `${name}: ${change.points}`;
    case 'ended':
    case 'gone':
    case 'new':
    case 'back':
      return `${name}: ${change.kind}`;
  }
};
const changes = (history: string, from = partners) => changed(history, from)?.changes.map(told);
const head = 'As of | Partner | Health | Rating | Revenue target';
const unchanged = `${head}
  2026-06-30 | Acme  | 100 | Green     | 100
  2026-06-30 | Beta  | 60  | Amber     | 300
  2026-06-30 | Gamma | 40  | Red       | 200
  2026-06-30 | Delta |     | Not rated |`;

describe('what changed since the last QBR', () => {
  it('cannot be told before the first QBR', () => {
    expect(whatChanged(judged(partners, initiatives))).toBeNull();
  });

  it('is nothing where every partner has the rating that it had', () => {
    expect(changed(unchanged)).toEqual({ since: day('2026-06-30'), changes: [] });
  });

  it('is a rating that moved, with the points of health, either way', () => {
    expect(changes(unchanged.replace('100 | Green', '79 | Amber'))).toEqual(['Acme: Amber to Green (21)']);
    expect(changes(unchanged.replace('40  | Red  ', '61  | Amber'))).toEqual(['Gamma: Amber to Red (-21)']);
    expect(changes(unchanged.replace('60  | Amber    ', '    | Not rated'))).toEqual(['Beta: Not rated to Amber (null)']);
  });

  it('is the last snapshot that counts, not an earlier one', () => {
    expect(changes(`${unchanged}\n2026-03-31 | Acme | 20 | Red | 100`)).toEqual([]);
  });

  it('is a health that moved as much as would call for a correction, without another rating', () => {
    expect(changes(unchanged.replace('40  | Red', '25  | Red'))).toEqual(['Gamma: 15']);
    expect(changes(unchanged.replace('40  | Red', '25.1  | Red'))).toEqual([]);
    expect(changes(unchanged.replace('40  | Red', '54.9  | Red').replace('60  | Amber', '75  | Amber'))).toEqual(['Beta: -15']);
    expect(changes(unchanged.replace('100 | Green', '85 | Green'))).toEqual(['Acme: 15']);
  });

  it('is a partner that ended, where it was rated then: of others the history does not tell', () => {
    expect(changes(unchanged.replace('Delta |     | Not rated', 'Delta | 30 | Red'))).toEqual(['Delta: ended']);
    expect(changes(unchanged)).toEqual([]);
    expect(changes(unchanged.split('\n').slice(0, 4).join('\n'))).toEqual([]); // Delta was in no review, and is over
  });

  it('is a partner that is new, one that is back, and one that is gone from the table', () => {
    const rows = unchanged.split('\n');
    expect(changes([rows[0], rows[1], rows[3]].join('\n'))).toEqual(['Beta: new']);
    expect(changes([rows[0], rows[1], rows[3], '2026-03-31 | Beta | 20 | Red | 100'].join('\n'))).toEqual(['Beta: back']);
    expect(changes(`${unchanged}\n2026-06-30 | Sigma | 90 | Green | 50`)).toEqual(['Sigma: gone']);
  });

  it('comes worse first, then what left, then what got better, then what is new; the larger target first', () => {
    expect(changes(`${head}
      2026-06-30 | Acme  | 70 | Amber | 100
      2026-06-30 | Beta  | 90 | Green | 300
      2026-06-30 | Sigma | 90 | Green | 900
      2026-06-30 | Delta | 90 | Green | 800`)).toEqual(['Beta: Green to Amber (-30)', 'Sigma: gone', 'Delta: ended', 'Acme: Amber to Green (30)', 'Gamma: new']);
    expect(changes(`${head}
      2026-06-30 | Acme  | 100 | Green | 100
      2026-06-30 | Beta  | 90  | Green | 300
      2026-06-30 | Gamma | 70  | Amber | 301`)).toEqual(['Gamma: Amber to Red (-30)', 'Beta: Green to Amber (-30)']);
  });

  it('keeps the order of the table among changes of one weight', () => {
    const three = partners.replaceAll('| no ', '| yes').replaceAll('|            |', '| 2026-09-01 |').replace('|                     |', '| 2026-09-01 |');
    const same = 'Initiative | Partner | Stage | Revenue target | Sales sponsor';
    const { policy } = judged(partners);
    const found = whatChanged(judged(three, same, asOf, { ...policy, ...everybodyRated }, { history: `${head}
      2026-06-30 | Gamma | 10 | Red | 5
      2026-06-30 | Beta  | 10 | Red | 5
      2026-06-30 | Acme  | 10 | Red | 5` }));
    expect(found?.changes.map(told).map((text) => text.split(':')[0])).toEqual(['Acme', 'Beta', 'Gamma']);
  });
});
