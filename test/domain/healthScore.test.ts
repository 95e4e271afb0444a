/**
 * Worked by hand. `halfway` is launched 240 days before the as-of date and due 120 after it: of its revenue target 1/2 is expected,
 * of its traction target 2/3, and all of its plan counts for pipeline (performance.test.ts shows the arithmetic).
 */
import { firstPartner, judged } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';
const tooEarly = '2026-09-20 | 2027-09-20';

const dimensionsOf = (initiatives: string, partners = 'Partner\nAcme') => firstPartner(partners, initiatives).dimensions;

describe('Revenue, ruling 47', () => {
  const revenueOf = (rows: string) => dimensionsOf(`
    Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due | Ended on | Outcome\n${rows}`).revenue;

  it('is what came of what was expected, and no more than expected of each: (500 + 200) / (500 + 1000)', () => {
    expect(revenueOf(`
      A | Acme | Launch | Bob | 1000 | 900 | ${halfway}
      B | Acme | Launch | Bob | 2000 | 200 | ${halfway}`).score).toBe(46.666667);
  });

  it('counts a credit as nothing, not against the others: (0 + 500) / 1000', () => {
    expect(revenueOf(`
      A | Acme | Launch | Bob | 1000 | -900 | ${halfway}
      B | Acme | Launch | Bob | 1000 | 500 | ${halfway}`).score).toBe(50);
  });

  it('leaves an unknown actual out of both sums, and lowers what is known by its target: 1/4 known (ruling 45)', () => {
    expect(revenueOf(`
      A | Acme | Launch | Bob | 1000 | 250 | ${halfway}
      B | Acme | Launch | Bob | 3000 |     | ${halfway}`)).toMatchObject({ score: 50, known: 0.25 });
  });

  it('counts a span that is unknown as unknown, and what is too early not at all', () => {
    expect(revenueOf(`
      A | Acme | Launch | Bob | 1000 | 250 | ${halfway}
      B | Acme | Launch | Bob | 1000 | 250 | | 2027-01-28
      C | Acme | Launch | Bob | 9000 | 250 | ${tooEarly}`)).toMatchObject({ score: 50, known: 0.5 });
  });

  it.each([
    ['2025-09-30 | Succeeded', 50], // ruling 4: not after as-of minus 12 months
    ['2025-10-01 | Succeeded', 75], // expected all 1000 (ended after Due), reached 1000: (1000 + 500) / (1000 + 1000)
    ['2026-10-01 | Succeeded', 50], // has not happened
    [' | Succeeded', 50],
    ['? | Succeeded', 50],
  ])('takes in what closed in the last four quarters: ended on %s gives %d', (closed, score) => {
    expect(revenueOf(`
      A | Acme | Closed | Bob | 1000 | 1000 | 2024-01-01 | 2025-01-01 | ${closed}
      B | Acme | Launch | Bob | 2000 | 500 | ${halfway}`).score).toBe(score);
  });

  it('leaves out what was stopped before launch', () => {
    expect(revenueOf(`
      A | Acme | Closed | Bob | 1000 | 0   |             | 2026-06-01 | 2026-05-01 | Stopped
      B | Acme | Launch | Bob | 1000 | 250 | ${halfway}`)).toMatchObject({ score: 50, known: 1 });
  });
});

describe('Pipeline and Traction, ruling 47', () => {
  it('Pipeline is the mean of the scores by the pipeline that each whole plan needs: (100 x 3000 + 25 x 1000) / 4000', () => {
    // A: needed 3 x (1000 - 500) = 1500, has 1500: 100, weight 3 x 1000. B: no revenue target, 250 of 1000: 25, weight 1000.
    expect(dimensionsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline target | Pipeline | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     |                 | 1500     | ${halfway}
      B          | Acme    | Launch | Bob           |                |         | 1000            | 250      | ${halfway}`).pipeline,
    ).toMatchObject({ score: 81.25, known: 1 });
  });

  it('ruling 45: what is known of Pipeline is by the same weights: 3000 of 5000', () => {
    expect(dimensionsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline target | Pipeline | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     |                 | 1500     | ${halfway}
      B          | Acme    | Launch | Bob           | 1000           |         | 2000            | 250      | ${halfway}`).pipeline,
    ).toMatchObject({ score: 100, known: 0.6 });
  });

  it('Traction is what came of what was expected: (4 + 2) / (4 + 8)', () => {
    expect(dimensionsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Traction target | Traction | Launched on | Due
      A          | Acme    | Launch | Bob           | 6               | 9        | ${halfway}
      B          | Acme    | Launch | Bob           | 12              | 2        | ${halfway}`).traction,
    ).toMatchObject({ score: 50, known: 1 });
  });

  it('both look at Launch alone', () => {
    const { pipeline, traction } = dimensionsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Pipeline target | Pipeline | Traction target | Traction | Launched on | Due | Ended on
      A          | Acme    | Closed | Bob           | 1000            | 250      | 6               | 1        | ${halfway} | 2026-09-01`);
    expect([pipeline.score, traction.score]).toEqual([null, null]);
  });
});

describe('health', () => {
  it('is the mean of the known dimensions by weight, rounded once', () => {
    // revenue 250/500 = 50; pipeline 750 / (3 x 750) = 33 1/3; traction 6/8 = 75; sponsorship (80 + 10) / 100 = 90; governance (1 + 0 + 1) / 3 = 66 2/3
    // (30 x 50 + 20 x 33 1/3 + 15 x 75 + 20 x 90 + 15 x 66 2/3) / 100 = (1500 + 666 2/3 + 1125 + 1800 + 1000) / 100 = 60.91666...
    const acme = firstPartner('Partner | Executive sponsor | Partner sponsor | Alliance manager | Expectations agreed\nAcme | Eve | | Ann | no', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Traction target | Traction | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 250     | 750      | 12              | 6        | ${halfway}`);
    expect(acme).toMatchObject({ health: 60.916667, rating: 'Amber', notRated: null, confidence: 1, lagging: 50, leading: 65.595238 });
    expect(acme.dimensions.pipeline.score).toBe(33.333333);
    expect(acme.dimensions.governance.score).toBe(66.666667);
  });

  it('ruling 50: a dimension that is never tracked counts in the total: no traction columns, confidence 85 of 100', () => {
    const acme = firstPartner('Partner | Alliance manager\nAcme | Ann', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway}`);
    expect(acme).toMatchObject({ health: 100, confidence: 0.85 });
  });

  it('ruling 50: the total is 110 where a survey column exists, whoever filled it: 85 of 110, or 95 of 110', () => {
    const initiatives = `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway}`;
    expect(firstPartner("Partner | Partner's view\nAcme | ", initiatives)).toMatchObject({ health: 100, confidence: 0.772727 });
    expect(firstPartner('Partner | Relationship\nAcme | 5', initiatives)).toMatchObject({ health: 90, confidence: 0.863636 });
  });

  it('ruling 45: a partly known dimension lowers confidence, but enters with its full weight', () => {
    // revenue 50, known 1/2; sponsorship 100; governance 100. Known: (15 + 20 + 15) / 100 = 50 %: rated. (30 x 50 + 20 x 100 + 15 x 100) / 65
    const acme = firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 250     | ${halfway}
      B          | Acme    | Launch | Bob           | 1000           |         | ${halfway}`);
    expect(acme.dimensions.pipeline).toMatchObject({ score: null, known: 0 });
    expect(acme).toMatchObject({ confidence: 0.5, health: 76.923077, rating: 'Amber', notRated: null });
  });
});

describe('ratings', () => {
  // Of 5,000,000 expected comes a share s: health = (30 x 100 s + 20 x 100 + 15 x 100) / 65; 80 at s = 17/30, 60 at s = 4/30.
  it.each([
    ['2833333.34', 80, 'Green'], // 80.00000006
    ['2833333.33', 80, 'Green'], // 79.99999997: the rounded figure is compared
    ['2833333.20', 79.999999, 'Amber'], // 79.9999988
    ['666666.66', 60, 'Amber'], // 59.99999994
    ['666666.50', 59.999998, 'Red'], // 59.9999985, half away from zero
  ])('ruling 1: with revenue %s health is %d and the rating %s', (revenue, health, rating) => {
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue    | Launched on | Due
      A          | Acme    | Launch | Bob           | 10000000       | ${revenue} | ${halfway}`)).toMatchObject({ health, rating });
  });
});

describe('not rated, ruling 51', () => {
  it('below 50 % confidence: what is missing is named, and the dimensions stay', () => {
    // sponsorship 20 + governance 15 of 100
    const acme = firstPartner('Partner\nAcme', 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch | Bob');
    expect(acme).toMatchObject({
      health: null, rating: 'Not rated', confidence: 0.35, notRated: { kind: 'unknown', missing: ['revenue', 'pipeline', 'traction'] },
    });
    expect(acme.dimensions.sponsorship.score).toBe(100);
  });

  it('ramping, where Revenue and Pipeline are too early: two months of traction alone make nobody Green', () => {
    // Launched 60 days ago: revenue and pipeline too early, traction 60/360 = 1/6; known 15 + 20 + 15 = 50
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Traction target | Traction | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 0       | 0        | 12              | 2        | 2026-08-01  | 2027-07-27`),
    ).toMatchObject({ health: null, rating: 'Not rated', confidence: 0.5, notRated: { kind: 'ramping' } });
  });

  it('ramping also below 50 %, when it is only too early', () => {
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 0       | ${tooEarly}`)).toMatchObject({ confidence: 0.35, notRated: { kind: 'ramping' } });
  });

  it('but unknown below 50 % where dates or amounts lack too', () => {
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 0       | ${tooEarly}
      B          | Acme    | Launch | Bob           | 1000           | 0       |             | 2027-09-20`).notRated?.kind).toBe('unknown');
  });

  it.each([
    ['a pipeline', 'Launch | | | 1000 | | 2026-02-02 | 2027-01-28 |'],
    ['the revenue of one that closed', 'Closed | 1000 | | | | 2026-02-02 | 2027-01-28 | 2026-08-01'],
  ])('and unknown where %s alone is not known', (_, cells) => {
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Sales sponsor | Stage  | Revenue target | Revenue | Pipeline target | Pipeline | Launched on | Due | Ended on
      A          | Acme    | Bob           | Launch | 1000           | 0       |                 |          | ${tooEarly} |
      B          | Acme    | Bob           | ${cells}`).notRated?.kind).toBe('unknown');
  });

  it.each([
    // Launched 100 days ago: revenue is too early, pipeline is needed but blank, traction is 4 of 12 x 100 / 360. Known 15 + 20 + 15 = 50
    ['revenue', '1000 | 0 | | | 12 | 4 | 2026-06-22 | 2027-06-17', 0.5],
    ['pipeline', ' | | 1000 | 0 | | | 2026-09-20 | 2027-09-20', 0.35],
  ])('ramping where %s alone is too early and neither has a score', (_, cells, confidence) => {
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline target | Pipeline | Traction target | Traction | Launched on | Due
      A          | Acme    | Launch | Bob           | ${cells}`)).toMatchObject({ confidence, notRated: { kind: 'ramping' } });
  });

  it('is rated again as soon as Pipeline has a score: launched 90 days ago', () => {
    // revenue too early; pipeline 0 of 3 x 1000 x (90 + 180 - 120) / 240: 0; traction 3 of 12 x 1/4: 100. Known 20 + 15 + 20 + 15 = 70
    // (0 + 15 x 100 + 20 x 100 + 15 x 100) / 70 = 71.428571
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Traction target | Traction | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 0       | 0        | 12              | 3        | 2026-07-02  | 2027-06-27`),
    ).toMatchObject({ health: 71.428571, confidence: 0.7, lagging: null, notRated: null });
  });

  it('is not ramping where one initiative is too early and the revenue of another is known', () => {
    // revenue 100 and known 1 (B is too early, so out of it), sponsorship 100, governance 100; no pipeline column: 65 of 100 known
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     | ${halfway}
      B          | Acme    | Launch | Bob           | 1000           | 0       | ${tooEarly}`)).toMatchObject({ health: 100, confidence: 0.65, notRated: null });
  });

  it('of a closed initiative too early is not ramping', () => {
    // Closed 10 days after its launch; traction known: 15 + 20 + 15 of 100 with another initiative that has no revenue target
    expect(firstPartner('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Traction target | Traction | Launched on | Due | Ended on
      A          | Acme    | Closed | Bob           | 1000           | 0       |                 |          | 2026-02-02  | 2027-01-28 | 2026-02-12
      B          | Acme    | Launch | Bob           |                |         | 12              | 8        | ${halfway} |`)).toMatchObject({
      health: 100, confidence: 0.5,
    });
  });

  it('ended partners are not rated, but their dimensions and confidence are given', () => {
    // revenue 30 and sponsorship 20 of 100; gates do not apply (ruling 41), so nothing is known of governance
    const acme = firstPartner('Partner | Status\nAcme | Ended', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 250     | ${halfway}`);
    expect(acme).toMatchObject({ health: null, rating: 'Not rated', confidence: 0.5, notRated: { kind: 'ended' } });
    expect(acme.dimensions.revenue.score).toBe(50);
  });
});

describe('the sponsor rule, ruling 52', () => {
  const partnerWith = (rows: string) => firstPartner('Partner\nAcme', `
    Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due\n${rows}`);

  it('caps at Amber and leaves the number: a launched initiative without a sales sponsor is never Green', () => {
    // revenue 100, pipeline 100 (nothing more is needed), sponsorship 90, governance 100: (3000 + 2000 + 1800 + 1500) / 85 = 97.647059
    expect(partnerWith(`
      A | Acme | Launch | Bob | 9000 | 9000 | ${halfway}
      B | Acme | Launch |     | 1000 | 1000 | ${halfway}`)).toMatchObject({ health: 97.647059, rating: 'Amber', cappedBySponsorRule: true });
  });

  it('caps a health of exactly 80 too', () => {
    // revenue 100, pipeline 100, sponsorship 80 x 1500 / 10000 = 12 of 80, so 15, governance 100: (3000 + 2000 + 300 + 1500) / 85
    expect(partnerWith(`
      A | Acme | Launch | Bob | 1500 | 1500 | ${halfway}
      B | Acme | Launch |     | 8500 | 8500 | ${halfway}`)).toMatchObject({ health: 80, rating: 'Amber', cappedBySponsorRule: true });
  });

  it('looks at Launch alone', () => {
    expect(partnerWith(`
      A | Acme | Launch  | Bob | 9000 | 9000 | ${halfway}
      B | Acme | Approve |     | 1000 |      | `)).toMatchObject({ health: 97.647059, rating: 'Green', cappedBySponsorRule: false });
  });

  it('holds for what is too early to judge (ruling 43)', () => {
    expect(partnerWith(`
      A | Acme | Launch | Bob | 9000 | 9000 | ${halfway}
      B | Acme | Launch |     | 1000 |      | ${tooEarly}`)).toMatchObject({ health: 97.647059, rating: 'Amber', cappedBySponsorRule: true });
  });

  it('does not lift Red, nor count as a cap where it is Amber anyway', () => {
    // revenue 0, sponsorship 0, governance 100: 1500 / 65 = 23.076923
    expect(partnerWith(`A | Acme | Launch | | 1000 | 0 | ${halfway}`)).toMatchObject({ health: 23.076923, rating: 'Red', cappedBySponsorRule: false });
  });
});

describe('the portfolio, ruling 53', () => {
  // Good: revenue, sponsorship and governance 100: health 100. Weak: revenue 0: (0 + 2000 + 1500) / 65 = 53 11/13.
  const head = 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due | Ended on';
  const partners = 'Partner | Status\nGood | Watch\nWeak | Exiting\nGone | Ended\nNew | Active';

  it('is the mean of the rated partners by open revenue target, Qualify included: (100 x 1000 + 53.85 x 3000) / 4000', () => {
    const portfolio = judged(partners, `${head}
      A | Good | Launch  | Bob | 1000 | 500 | ${halfway}
      B | Weak | Launch  | Bob | 1000 | 0   | ${halfway}
      C | Weak | Qualify | Bob | 2000 |     |
      D | Gone | Launch  | Bob | 9000 | 0   | ${halfway}
      E | New  | Launch  | Bob | 9000 | 0   | ${tooEarly}`);
    expect(portfolio.partners.map(({ openRevenueTarget }) => openRevenueTarget)).toEqual([100000, 300000, 900000, 900000]);
    expect(portfolio).toMatchObject({
      health: 65.384615, // (100 + 3 x 700/13) / 4
      equalWeightHealth: 76.923077, // (100 + 700/13) / 2
      byRating: { Green: 1, Amber: 0, Red: 1, 'Not rated': 2 },
    });
    expect(portfolio.headline).toMatchObject({ lagging: 25, leading: 100 });
  });

  it('ruling 6: a partner without an open target weighs the mean of the rated others', () => {
    // Good has no open revenue target and so weighs 1000, as Weak does. C lacks a target, a gate breach: governance 1/2.
    // Good (3000 + 2000 + 750) / 65 = 88.461538; ((5750 + 3500) / 65) / 2 = 71.153846
    expect(judged(partners, `${head}
      A | Good | Closed | Bob | 1000 | 1000 | 2025-01-01 | 2026-01-01 | 2026-06-01
      B | Weak | Launch | Bob | 1000 | 0    | ${halfway} |
      C | Good | Launch | Bob |      |      | ${halfway} |`)).toMatchObject({ health: 71.153846, equalWeightHealth: 71.153846 });
  });

  it('is unknown where no partner is rated', () => {
    expect(judged(partners)).toMatchObject({
      health: null, equalWeightHealth: null, byRating: { Green: 0, Amber: 0, Red: 0, 'Not rated': 4 },
    });
  });
});
