/**
 * Worked by hand. An initiative of 360 days has a revenue ramp of 120 days (a third is 120 too), a pipeline ramp of 90, none for traction.
 * 240 days after its launch: f of revenue = (240 - 120) / (360 - 120) = 1/2, of traction 240 / 360 = 2/3.
 */
import { defaultPolicy } from '../../src/domain/policy';
import { firstPerformance } from './portfolioRows';

/** Launched 240 days before the as-of date, due 120 days after it. */
const halfway = '2026-02-02 | 2027-01-28';

const known = (expected: number, actual: number | null, attainment: number | null, score: number) =>
  ({ kind: 'known', expected, actual, attainment, score });

describe('the span of an initiative, ruling 42', () => {
  it('runs from Launched on to Due: of a target of 1,000 half is expected', () => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due
      Joint app  | Acme    | Launch | 1000           | 250     | ${halfway}`);
    expect(revenue).toEqual(known(50000, 25000, 0.5, 50));
  });

  it('runs twelve months where no Due column exists: launched 2025-12-31, due 2026-12-31', () => {
    // length 365, ramp 120 (a third is 121 2/3); elapsed 273; f = 153/245; expected 2450 x 153/245 = 1530
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on
      Joint app  | Acme    | Launch | 2450           | 765     | 2025-12-31`);
    expect(revenue).toEqual(known(153000, 76500, 0.5, 50));
  });

  it('is the fiscal year without a ramp where no Launched on column exists and no approval is known', () => {
    // 2026-01-01 to 2026-12-31: length 364; elapsed 272; f = 272/364; expected 3640 x 272/364 = 2720
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Due
      Joint app  | Acme    | Launch | 3640           | 680     | 2026-10-15`);
    expect(revenue).toEqual(known(272000, 68000, 0.25, 25));
  });

  it('has what is left of the ramp on the first day of the fiscal year: approved 2025-12-02, 30 days before', () => {
    // ramp 120 - 30 = 90; f = (272 - 90) / (364 - 90) = 182/274; expected 2740 x 182/274 = 1820
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Approved on
      Joint app  | Acme    | Launch | 2740           | 910     | 2025-12-02`);
    expect(revenue).toEqual(known(182000, 91000, 0.5, 50));
  });

  it('starts at Approved on where that is later than the first day, with the whole ramp', () => {
    // 2026-03-05 to 2026-12-31: length 301, ramp a third = 100 1/3; elapsed 209; f = (627 - 301) / (903 - 301) = 326/602
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Approved on
      Joint app  | Acme    | Launch | 602            | 326     | 2026-03-05`);
    expect(revenue).toEqual(known(32600, 32600, 1, 100));
  });

  it('takes no notice of an approval after the day that counts: no ramp, from the first day', () => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Approved on
      Joint app  | Acme    | Launch | 3640           | 680     | 2026-10-01`);
    expect(revenue).toEqual(known(272000, 68000, 0.25, 25));
  });

  it('approved on the last day of the year and judged on it: f = 0, too early', () => {
    const { revenue, pipeline } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Pipeline | Approved on
      Joint app  | Acme    | Launch | 100            | 0       | 300      | 2026-12-31`, '2026-12-31');
    expect(revenue).toEqual({ kind: 'tooEarly' });
    // The two quarters ahead lie beyond the year: all of the plan is still needed, 3 x 100.
    expect(pipeline).toEqual(known(30000, 30000, 1, 100));
  });

  it('cuts the ramp to a third of what is left of the fiscal year, before the part that is over is taken off', () => {
    // a ramp of 200 days is at most 364/3 = 121 1/3 long, of which 30 days are over: f = (272 - 91 1/3) / (364 - 91 1/3) = 542/818
    const policy = { ...defaultPolicy, rampDays: { ...defaultPolicy.rampDays, revenue: 200 } };
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Approved on
      Joint app  | Acme    | Launch | 818            | 271     | 2025-12-02`, undefined, policy);
    expect(revenue).toEqual(known(54200, 27100, 0.5, 50));
  });

  it('is the fiscal year without a ramp where the approval cannot be read', () => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Approved on
      Joint app  | Acme    | Launch | 3640           | 680     | ?`);
    expect(revenue).toEqual(known(272000, 68000, 0.25, 25));
  });

  it('uses the fiscal year that holds the day that counts: closed on 2025-12-31 it is the year 2025, and all is expected', () => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Ended on
      Joint app  | Acme    | Closed | 1000           | 900     | 2025-12-31`);
    expect(revenue).toEqual(known(100000, 90000, 0.9, 90));
  });

  it.each([
    ['launchedOn', '           | 2027-01-28'],
    ['launchedOn', '?          | 2027-01-28'],
    ['due', '2026-02-02 |           '],
    ['due', '2026-02-02 | ?         '],
    ['due', '2026-02-02 | 2026-02-02'],
    ['due', '2026-02-02 | 2026-01-01'],
    ['due', '2026-09-29 | 2026-09-28'],
  ])('is unknown, naming %s, where the dates are "%s", before anything is too early', (field, dates) => {
    const performance = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Launched on | Due | Revenue | Pipeline target | Traction target
      Joint app  | Acme    | Launch | 1000           | ${dates}          | 100     | 3000            | 10`);
    const column = field === 'launchedOn' ? 4 : 5;
    const unknown = { kind: 'unknown', field, cell: { sheet: 'Initiatives', row: 1, column } };
    expect(performance).toEqual({ revenue: unknown, pipeline: unknown, traction: unknown, score: null });
  });

  it('ends on the day the initiative ended, where that is before the as-of date', () => {
    // Launched 2026-02-02, ended 240 days later would be the as-of date; ended 2026-08-01 is 180 days: f = (180-120)/240 = 1/4
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due        | Ended on
      Joint app  | Acme    | Closed | 1000           | 250     | ${halfway}  | 2026-08-01`);
    expect(revenue).toEqual(known(25000, 25000, 1, 100));
  });

  it('ends on the as-of date, where an end was written down ahead of time', () => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due        | Ended on
      Joint app  | Acme    | Closed | 1000           | 250     | ${halfway}  | 2026-12-01`);
    expect(revenue).toEqual(known(50000, 25000, 0.5, 50));
  });
});

describe('too early to judge, ruling 43', () => {
  it.each([
    ['2026-05-09 | 2027-05-04', 'known', '(144 - 120) / 240 = 0.10'],
    ['2026-05-10 | 2027-05-05', 'tooEarly', '(143 - 120) / 240 < 0.10'],
    ['2026-08-21 | 2026-11-29', 'known', 'length 100, ramp 33 1/3: (120 - 100) / (300 - 100) = 0.10'],
    ['2026-08-22 | 2026-11-30', 'tooEarly', 'length 100, ramp 33 1/3: (117 - 100) / (300 - 100) < 0.10'],
  ])('revenue of %s is %s: %s', (dates, kind) => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due
      Joint app  | Acme    | Launch | 1000           | 0       | ${dates}`);
    expect(revenue.kind).toBe(kind);
  });

  it.each([
    ['2026-08-25 | 2027-08-20', 'known', '36 / 360 = 0.10'],
    ['2026-08-26 | 2027-08-21', 'tooEarly', '35 / 360 < 0.10'],
  ])('traction of %s is %s: %s', (dates, kind) => {
    const { traction } = firstPerformance(`
      Initiative | Partner | Stage  | Traction target | Traction | Launched on | Due
      Joint app  | Acme    | Launch | 10              | 1        | ${dates}`);
    expect(traction.kind).toBe(kind);
  });

  it.each([
    ['2026-07-02 | 2027-06-27', 'known', 'day 90 of a ramp of 90'],
    ['2026-07-03 | 2027-06-28', 'tooEarly', 'day 89 of a ramp of 90'],
    ['2026-08-27 | 2026-12-05', 'known', 'day 34 of a ramp of 33 1/3'],
    ['2026-08-28 | 2026-12-06', 'tooEarly', 'day 33 of a ramp of 33 1/3'],
  ])('pipeline of %s is %s: %s', (dates, kind) => {
    const { pipeline } = firstPerformance(`
      Initiative | Partner | Stage  | Pipeline target | Pipeline | Launched on | Due
      Joint app  | Acme    | Launch | 1000            | 0        | ${dates}`);
    expect(pipeline.kind).toBe(kind);
  });

  it('launched after the day that counts is too early for all three', () => {
    const performance = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Pipeline | Traction target | Launched on | Due
      Joint app  | Acme    | Launch | 1000           | 0       | 0        | 5               | 2026-10-01  | 2027-10-01`);
    const tooEarly = { kind: 'tooEarly' };
    expect(performance).toEqual({ revenue: tooEarly, pipeline: tooEarly, traction: tooEarly, score: null });
  });

  it('comes before a blank actual: nobody is asked for a figure that is not judged yet', () => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due
      Joint app  | Acme    | Launch | 1000           |         | 2026-09-01  | 2027-09-01`);
    expect(revenue.kind).toBe('tooEarly');
  });
});

describe('the pipeline that is needed, ruling 44', () => {
  const pipelineOf = (cells: string, headers = 'Revenue target | Revenue | Pipeline target | Pipeline', dates = halfway) =>
    firstPerformance(`
      Initiative | Partner | Stage  | Launched on | Due | ${headers}
      Joint app  | Acme    | Launch | ${dates} | ${cells}`).pipeline;

  it('is three times what the plan still expects in two quarters where no pipeline target is set', () => {
    // F = (240 + 180 - 120) / 240, at most 1; needed = 3 x (1000 - 400) = 1800; 900 / 1800
    expect(pipelineOf('1000 | 400 | | 900')).toEqual(known(180000, 90000, 0.5, 50));
  });

  it('is the factor of the user where both targets are set: 2000 / 1000 = 2', () => {
    // needed = 2 x (1000 - 400) = 1200
    expect(pipelineOf('1000 | 400 | 2000 | 900')).toEqual(known(120000, 90000, 0.75, 75));
  });

  it('looks 180 days ahead, no further: 150 days after launch F = (150 + 180 - 120) / 240 = 7/8', () => {
    // needed = 3 x (1000 x 7/8 - 275) = 3 x 600 = 1800
    expect(pipelineOf('1000 | 275 | | 1800', undefined, '2026-05-03 | 2027-04-28')).toEqual(known(180000, 180000, 1, 100));
  });

  it('is the pipeline target where there is no revenue target', () => {
    expect(pipelineOf(' | | 2000 | 500')).toEqual(known(200000, 50000, 0.25, 25));
  });

  it('is no standard without either target', () => {
    expect(pipelineOf(' | 100 | | 500')).toEqual({ kind: 'none' });
    expect(pipelineOf('0 | 100 | 0 | 500')).toEqual({ kind: 'none' });
    expect(pipelineOf('? | 100 | ? | 500')).toEqual({ kind: 'none' });
  });

  it('counts negative revenue as none: 3 x (1000 - 0) = 3000', () => {
    expect(pipelineOf('1000 | -500 | | 3000')).toEqual(known(300000, 300000, 1, 100));
  });

  it('is unknown where revenue is blank, unreadable or not kept, although a revenue target is', () => {
    const unknown = (column: number) => ({ kind: 'unknown', field: 'revenue', cell: { sheet: 'Initiatives', row: 1, column } });
    expect(pipelineOf('1000 | | | 900')).toEqual(unknown(6));
    expect(pipelineOf('1000 | ? | | 900')).toEqual(unknown(6));
    expect(pipelineOf('1000 | 900', 'Revenue target | Pipeline')).toEqual({ kind: 'unknown', field: 'revenue', cell: null });
  });

  it('is met where nothing is needed, even if Pipeline is blank', () => {
    expect(pipelineOf('1000 | 1000 | | 500')).toEqual(known(0, 50000, null, 100));
    expect(pipelineOf('1000 | 1000 | | ')).toEqual(known(0, null, null, 100));
    expect(pipelineOf('1000 | 1000', 'Revenue target | Revenue')).toEqual(known(0, null, null, 100));
  });

  it('is met exactly where revenue is what is expected, to the cent, of amounts beyond a double', () => {
    // F = 7/8 at day 150: 80,000,000,000,000.08 x 7/8 = 70,000,000,000,000.07
    const dates = '2026-05-03 | 2027-04-28';
    expect(pipelineOf('80000000000000.08 | 70000000000000.07 | | ', undefined, dates).kind).toBe('known');
    expect(pipelineOf('80000000000000.08 | 70000000000000.06 | | ', undefined, dates).kind).toBe('unknown');
  });

  it('is unknown where Pipeline is blank, unreadable or not kept, and something is needed', () => {
    const unknown = { kind: 'unknown', field: 'pipeline', cell: { sheet: 'Initiatives', row: 1, column: 8 } };
    expect(pipelineOf('1000 | 400 | | ')).toEqual(unknown);
    expect(pipelineOf('1000 | 400 | | ?')).toEqual(unknown);
    expect(pipelineOf('1000 | 400', 'Revenue target | Revenue')).toEqual({ kind: 'unknown', field: 'pipeline', cell: null });
  });
});

describe('the score of an initiative, ruling 46', () => {
  it('is the mean of the known standards, 30 : 20 : 15', () => {
    // revenue 250 / 500 = 50; pipeline 900 / (3 x 750) = 40; traction 6 / (12 x 2/3) = 75
    // (30 x 50 + 20 x 40 + 15 x 75) / 65 = 3425 / 65 = 52.692307...
    const { revenue, pipeline, traction, score } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Pipeline | Traction target | Traction | Launched on | Due
      Joint app  | Acme    | Launch | 1000           | 250     | 900      | 12              | 6        | ${halfway}`);
    expect(revenue).toEqual(known(50000, 25000, 0.5, 50));
    expect(pipeline).toEqual(known(225000, 90000, 0.4, 40));
    expect(traction).toEqual(known(8, 6, 0.75, 75));
    expect(score).toBe(52.692308);
  });

  it.each([
    ['revenue', 4, ''], ['revenue', 4, '?'], ['traction', 6, ''], ['traction', 6, '?'],
  ] as const)('has no part of a target whose %s is not known: cell %i is "%s"', (standard, column, actual) => {
    const cells = standard === 'revenue' ? `1000 | ${actual} | 12 | 6` : `1000 | 250 | 12 | ${actual}`;
    const performance = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Traction target | Traction | Launched on | Due
      Joint app  | Acme    | Launch | ${cells} | ${halfway}`);
    expect(performance[standard]).toEqual({ kind: 'unknown', field: standard, cell: { sheet: 'Initiatives', row: 1, column } });
  });

  it('renormalises where a standard is unknown: (30 x 50 + 15 x 75) / 45 = 58.333...', () => {
    const { score } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Pipeline | Traction target | Traction | Launched on | Due
      Joint app  | Acme    | Launch | 1000           | 250     |          | 12              | 6        | ${halfway}`);
    expect(score).toBe(58.333333);
  });

  it('lets no star hide a straggler: attainment counts up to 1, and negative revenue as 0', () => {
    const scoreOf = (revenue: string) => firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue    | Launched on | Due
      Joint app  | Acme    | Launch | 1000           | ${revenue} | ${halfway}`).revenue;
    expect(scoreOf('2000')).toEqual(known(50000, 200000, 4, 100));
    expect(scoreOf('-50')).toEqual(known(50000, -5000, -0.1, 0));
  });

  it('of a closed initiative is its revenue alone', () => {
    const performance = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Pipeline | Traction target | Traction | Launched on | Due | Ended on
      Joint app  | Acme    | Closed | 1000           | 250     | 900      | 12              | 6        | ${halfway} | 2026-09-30`);
    expect(performance).toEqual({ revenue: known(50000, 25000, 0.5, 50), pipeline: { kind: 'none' }, traction: { kind: 'none' }, score: 50 });
  });

  it('of one closed long ago is that of the day it ended', () => {
    const { score } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due        | Ended on
      Joint app  | Acme    | Closed | 1000           | 400     | 2020-01-01  | 2021-01-01 | 2021-02-01`);
    expect(score).toBe(40);
  });

  it('is nothing before launch, and of what was stopped before launch (rulings 34 and 47)', () => {
    const none = { kind: 'none' };
    const nothing = { revenue: none, pipeline: none, traction: none, score: null };
    for (const cells of ['Approve | ', 'Qualify | ', 'Closed | Stopped']) {
      expect(firstPerformance(`
        Initiative | Partner | Revenue target | Revenue | Ended on   | Due        | Launched on | Stage | Outcome
        Joint app  | Acme    | 1000           | 250     | 2026-09-01 | 2026-12-31 |             | ${cells}`)).toEqual(nothing);
    }
  });

  it.each(['', '?'])('asks for Ended on where that of a closed initiative is "%s": nothing says which day counts', (endedOn) => {
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due | Ended on
      Joint app  | Acme    | Closed | 1000           | 250     | ${halfway} | ${endedOn}`);
    expect(revenue).toEqual({ kind: 'unknown', field: 'endedOn', cell: { sheet: 'Initiatives', row: 1, column: 7 } });
  });

  it('follows the policy: with a ramp of 60 days f = (240 - 60) / (360 - 60) = 3/5', () => {
    const policy = { ...defaultPolicy, rampDays: { ...defaultPolicy.rampDays, revenue: 60 } };
    const { revenue } = firstPerformance(`
      Initiative | Partner | Stage  | Revenue target | Revenue | Launched on | Due
      Joint app  | Acme    | Launch | 1000           | 300     | ${halfway}`, undefined, policy);
    expect(revenue).toEqual(known(60000, 30000, 0.5, 50));
  });
});
