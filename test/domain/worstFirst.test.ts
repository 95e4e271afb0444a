import { worstFirst } from '../../src/domain/worstFirst';
import { judged } from './portfolioRows';

it('puts first who needs somebody most: Red, Amber, Green, each from the lowest health, then the not rated, then the ended', () => {
  const revenue: Readonly<Record<string, number>> = { 'Red 10': 10, 'Red 0': 0, 'Amber 20': 20, 'Amber 40': 40, 'Green 100': 100, 'Green 90': 90 };
  const names = ['Ended', 'Unknown', 'Green 100', 'Amber 20', 'Red 10', 'Ended too', 'Green 90', 'Unknown too', 'Amber 40', 'Red 0'];
  // Sponsorship and governance are 100: health is (30 x revenue + 3500) / 65, so 53.8 with none, then 58.5, 63.1, 72.3, 95.4 and 100.
  const { partners } = judged(
    ['Partner | Status', ...names.map((name) => `${name} | ${name.startsWith('Ended') ? 'Ended' : 'Active'}`)].join('\n'),
    ['Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due',
      ...Object.entries(revenue).map(([name, share]) => `A | ${name} | Launch | Bob | 200 | ${share} | 2026-02-02 | 2027-01-28`)].join('\n'),
  );
  expect(worstFirst(partners).map(({ partner, rating }) => `${partner.name}: ${rating}`)).toEqual([
    'Red 0: Red', 'Red 10: Red', 'Amber 20: Amber', 'Amber 40: Amber', 'Green 90: Green', 'Green 100: Green',
    'Unknown: Not rated', 'Unknown too: Not rated', 'Ended: Not rated', 'Ended too: Not rated',
  ]);
  expect(partners.map(({ partner }) => partner.name)).toEqual(names);
});
