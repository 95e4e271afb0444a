import { judge } from '../../src/domain/judge';
import { defaultPolicy } from '../../src/domain/policy';
import { asOf, day, judged, portfolioRows } from './portfolioRows';

const notesOf = (partners: string, initiatives: string | null) => judged(partners, initiatives).notes;
const tracked = 'Initiative | Partner | Stage | Sales sponsor | Launched on | Due\nA | Acme | Launch | Bob | 2026-02-02 | 2027-01-28';

describe('the data notes', () => {
  it('say that without launch dates targets are those of the fiscal year', () => {
    const rows = portfolioRows('Partner\nAcme | ', 'Initiative | Partner | Stage | Sales sponsor | Due\nA | Acme | Qualify | Bob | 2026-12-31');
    const { notes } = judge(rows, day(asOf), { ...defaultPolicy, fiscalYearStartMonth: 7 });
    expect(notes[0]).toBe('No launch dates are tracked: targets are read as targets of the fiscal year 1 July 2026 to 30 June 2027.');
  });

  it('say that without due dates an initiative runs twelve months', () => {
    expect(notesOf('Partner\nAcme', 'Initiative | Partner | Stage | Sales sponsor | Launched on\nA | Acme | Qualify | Bob |')[0]).toBe(
      'No due dates are tracked: an initiative is taken to run 12 months from its launch.',
    );
  });

  it('name a column in which nothing is entered yet', () => {
    const notes = notesOf('Partner | Relationship | Survey date\nAcme | 50 |', `
      Initiative | Partner | Stage  | Sales sponsor | Launched on | Due        | Sponsor last engaged
      A          | Acme    | Launch | Bob           | 2026-02-02  | 2027-01-28 |`);
    expect(notes.slice(0, 2)).toEqual([
      'Nothing is entered under Sponsor last engaged yet: it is not judged.', 'Nothing is entered under Survey date yet: it is not judged.',
    ]);
  });

  it('name every rate that amounts were converted at', () => {
    const cell = { sheet: 'Rates', row: 1, column: 1 };
    const rates = [{ currency: 'EUR', rate: 1.0812, asOf: day('2026-06-30'), cell }, { currency: 'GBP', rate: 1.27, asOf: null, cell }];
    const rows = { ...portfolioRows('Partner | Status\nAcme | Ended', tracked), rates };
    expect(judge(rows, day(asOf)).notes.slice(0, 2)).toEqual([
      'EUR is converted to USD at 1.0812, the rate of 30 June 2026.', 'GBP is converted to USD at 1.27, a rate without a date.',
    ]);
  });

  it.each([
    ['1200000 | 320000', ['Sourced revenue of 1.2 M and influenced revenue of 320 K are shown beside revenue and are no part of it.']],
    ['1200000 |', ['Sourced revenue of 1.2 M is shown beside revenue and is no part of it.']],
    ['| 320000', ['Influenced revenue of 320 K is shown beside revenue and is no part of it.']],
    ['0 | 0', ['Sourced revenue of 0 and influenced revenue of 0 are shown beside revenue and are no part of it.']],
    ['? |', []],
  ])('say that sourced and influenced revenue %s are no part of the revenue: %j', (cells, said) => {
    const notes = notesOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due        | Sourced revenue | Influenced revenue
      A          | Acme    | Launch | Bob           | 1000           | 500     | 2026-02-02  | 2027-01-28 | ${cells}`);
    expect(notes.filter((note) => note.includes('beside revenue'))).toEqual(said);
  });

  it('count the partners that ended, and those not rated', () => {
    expect(notesOf('Partner | Status\nAcme | Active\nGone | Ended\nLost | Ended', tracked)).toEqual([
      '2 partners have ended: not rated, and left out of gates, sponsor gaps and coverage.',
      '1 partner is not rated: too little is known, or it is too early.',
    ]);
  });

  it('say that nothing can be judged without a Partners table, and little without an Initiatives table', () => {
    expect(notesOf('Partner\nAcme', null)[0]).toBe('There is no Initiatives table: partners are judged on governance and relationship alone.');
    const { notes, partners } = judge({ ...portfolioRows('Partner\nAcme', tracked), partners: null }, day(asOf));
    expect(notes).toEqual(['There is no Partners table: nothing is judged.']);
    expect(partners).toEqual([]);
  });

  it('say nothing where there is nothing to say', () => {
    expect(notesOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due        | Sponsor last engaged
      A          | Acme    | Launch | Bob           | 1000           | 500     | 2026-02-02  | 2027-01-28 | 2026-09-01`)).toEqual([]);
  });

  it.each([
    [5, 1, true], // 5 of 6 are 83 %
    [4, 1, false], // 4 of 5 are 80 %, not more
    [1, 0, false], // one alone has nothing to be told from
    [2, 0, true],
  ])('with %i Green and %i Red partners: that the ratings do not separate them is said: %s', (green, red, said) => {
    const names = [...Array(green).keys()].map((index) => `Green ${index}`).concat([...Array(red).keys()].map((index) => `Red ${index}`));
    const rows = names.map((name) => `A | ${name} | Launch | Bob | 1000 | ${name.startsWith('Green') ? 1000 : 0} | 2026-02-02 | 2027-01-28`);
    const notes = notesOf(['Partner', ...names].join('\n'), ['Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due', ...rows].join('\n'));
    expect(notes.includes('More than 80 % of the rated partners are Green: the ratings do not separate them.')).toBe(said);
  });

  it.each([
    // With sponsorship and governance 100, of 1,000 expected 1,000 are 100, 400 are (1200 + 3500) / 65 = 72.3, none are 53.8. Ended partners have no band.
    ['Green', ['Green', 'Green', 'Gone', 'Gone']],
    ['Amber', ['Amber', 'Amber', 'Amber', 'Amber', 'Amber', 'Green']],
    ['Red', ['Red', 'Red', 'Red', 'Red', 'Red', 'Amber']],
    [null, ['Green', 'Amber', 'Green', 'Amber', 'Green']],
    [null, ['Green', 'Red', 'Gone', 'Gone', 'Gone', 'Gone', 'Gone', 'Gone', 'Gone', 'Gone', 'Gone']],
  ])('the band that holds too many of the rated partners is %s with %j', (band, ratings) => {
    const revenue: Readonly<Record<string, number>> = { Green: 1000, Amber: 400, Red: 0, Gone: 0 };
    const partners = ratings.map((rating, index) => `${rating} ${index} | ${rating === 'Gone' ? 'Ended' : 'Active'}`);
    const rows = ratings.map((rating, index) => `A | ${rating} ${index} | Launch | Bob | 2000 | ${revenue[rating]} | 2026-02-02 | 2027-01-28`);
    const { notes, partners: judgedPartners } = judged(
      ['Partner | Status', ...partners].join('\n'),
      ['Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due', ...rows].join('\n'),
    );
    expect(judgedPartners.map(({ rating }) => rating)).toEqual(ratings.map((rating) => (rating === 'Gone' ? 'Not rated' : rating)));
    const said = notes.filter((note) => note.startsWith('More than'));
    expect(said).toEqual(band === null ? [] : [`More than 80 % of the rated partners are ${band}: the ratings do not separate them.`]);
  });
});
