import { cellAddress } from '../../src/domain/cell';
import type { GateBreach } from '../../src/domain/portfolio';
import { judged } from './portfolioRows';

function breaches(initiatives: string, partners = 'Partner\nAcme'): readonly GateBreach[] {
  return judged(partners, initiatives).gateBreaches;
}

/** Gate, what is missing, the cell, the days. */
function said(initiatives: string): readonly (readonly [string, string, string, number | null])[] {
  return breaches(initiatives).map(({ gate, missing, cell, days }) => [gate, missing, cellAddress(cell), days]);
}

const everything = `Initiative | Partner | Stage | Owner | Sales sponsor | Revenue target | Approved on | Approved by | Launched on | Due | Ended on | Outcome`;

describe('what each gate asks for, ruling 33', () => {
  const qualify = [['Qualify', 'Owner', 'Initiatives!D2', null], ['Qualify', 'Sales sponsor', 'Initiatives!E2', null], ['Qualify', 'Target', 'Initiatives!F2', null]];
  const approve = [
    ['Approve', 'Approved on', 'Initiatives!G2', null], ['Approve', 'Approved by', 'Initiatives!H2', null],
    ['Approve', 'Launched on', 'Initiatives!I2', null], ['Approve', 'Due', 'Initiatives!J2', null],
  ];
  const close = [['Launch', 'Ended on', 'Initiatives!K2', null], ['Launch', 'Outcome', 'Initiatives!L2', null]];

  it.each([
    ['Qualify', []],
    ['Approve', qualify],
    ['Launch', [...qualify, ...approve]],
    ['Closed', [...qualify, ...approve, ...close]],
  ])('of a row in %s with nothing filled in, all that stands before', (stage, expected) => {
    expect(said(`${everything}\nJoint app | Acme | ${stage}`)).toEqual(expected);
  });

  it('nothing of a row where all is filled in', () => {
    expect(said(`${everything}
      Joint app | Acme | Launch | Ann | Bob | 100 | 2026-01-01 | Cid | 2026-02-01 | 2026-12-31`)).toEqual([]);
  });

  it('ruling 5: nothing of a column that does not exist, nor of a cell that cannot be read', () => {
    expect(said('Initiative | Partner | Stage | Sales sponsor\nJoint app | Acme | Closed | Bob')).toEqual([]);
    expect(said(`${everything}\nJoint app | Acme | Closed | Ann | Bob | ? | ? | Cid | ? | ? | ? | ?`)).toEqual([]);
  });

  it('nothing of a date that lies after the as-of date: it is there', () => {
    expect(said(`${everything}\nJoint app | Acme | Launch | Ann | Bob | 100 | 2026-10-05 | Cid | 2026-10-06 | 2027-12-31`)).toEqual([]);
  });

  it('ruling 37: an approval and a launch of no row in Approve, and Qualified on of none', () => {
    expect(said(`${everything} | Qualified on\nJoint app | Acme | Approve | Ann | Bob | 100`)).toEqual([]);
  });
});

describe('a target, ruling 36', () => {
  const headers = 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Pipeline target | Traction target';

  it.each(['100 | | ', '| 100 | ', '| | 1', '| ? |', '0 | | 0.5'])('is any one of the three above zero, or unreadable: %s', (targets) => {
    expect(said(`${headers}\nJoint app | Acme | Approve | Bob | ${targets}`)).toEqual([]);
  });

  it('is missing at the first of the target columns that exist', () => {
    expect(said(`${headers}\nJoint app | Acme | Approve | Bob | 0 | | `)).toEqual([['Qualify', 'Target', 'Initiatives!E2', null]]);
    expect(said('Initiative | Partner | Stage | Sales sponsor | Traction target\nJoint app | Acme | Approve | Bob |')).toEqual([
      ['Qualify', 'Target', 'Initiatives!E2', null],
    ]);
  });

  it('is not asked for where none of the three columns exists', () => {
    expect(said('Initiative | Partner | Stage | Sales sponsor\nJoint app | Acme | Approve | Bob')).toEqual([]);
  });
});

describe('stopped before launch, ruling 34', () => {
  it('is only what is closed: an outcome in an open row has no effect (ruling 28)', () => {
    expect(said(`${everything}\nJoint app | Acme | Approve | | Bob | 100 | | | | | | Stopped`)).toEqual([['Qualify', 'Owner', 'Initiatives!D2', null]]);
  });

  it('never passed the early gates: only Ended on, Outcome and dates are checked', () => {
    expect(said(`${everything}\nJoint app | Acme | Closed | | | | | | | | | Stopped`)).toEqual([['Launch', 'Ended on', 'Initiatives!K2', null]]);
  });

  it('is not what an unreadable Launched on says', () => {
    expect(said(`${everything}\nJoint app | Acme | Closed | | Bob | 100 | ? | Cid | ? | ? | 2026-09-01 | Stopped`)).toEqual([
      ['Qualify', 'Owner', 'Initiatives!D2', null],
    ]);
  });

  it('cannot be told where no Launched on column exists', () => {
    expect(said('Initiative | Partner | Stage | Sales sponsor | Outcome\nJoint app | Acme | Closed | | Stopped')).toEqual([
      ['Qualify', 'Sales sponsor', 'Initiatives!D2', null],
    ]);
  });
});

describe('closed initiatives, ruling 35', () => {
  it.each([
    ['2025-09-30', 0], // as-of minus 12 months < Ended on
    ['2025-10-01', 1],
    ['2026-09-30', 1],
    ['2026-10-01', 0],
    ['?', 1],
    ['', 2], // Ended on itself is missing too
  ])('ended on "%s" has %i breaches', (endedOn, count) => {
    expect(said(`Initiative | Partner | Stage | Sales sponsor | Ended on\nJoint app | Acme | Closed | | ${endedOn}`)).toHaveLength(count);
  });
});

describe('dates in order, ruling 38', () => {
  const dates = (stage: string, cells: string) => said(`
    Initiative | Partner | Stage | Sales sponsor | Qualified on | Approved on | Launched on | Ended on | Due
    Joint app  | Acme    | ${stage} | Bob        | ${cells}`).filter(([, missing]) => missing.includes('after'));

  it('is broken where a date lies after the next one, at the earlier cell, by the days between', () => {
    expect(dates('Launch', '2026-01-10 | 2026-01-05 | 2026-01-20 | | 2026-12-31')).toEqual([['any', 'Qualified on after Approved on', 'Initiatives!E2', 5]]);
    expect(dates('Closed', '2026-01-01 | 2026-01-05 | 2026-03-20 | 2026-03-01 | 2026-12-31')).toEqual([['any', 'Launched on after Ended on', 'Initiatives!G2', 19]]);
  });

  it('looks to the nearest earlier date there is', () => {
    expect(dates('Launch', '2026-03-01 | | 2026-02-01 | | 2026-12-31')).toEqual([['any', 'Qualified on after Launched on', 'Initiatives!E2', 28]]);
    expect(dates('Closed', '2026-03-01 | ? | | 2026-02-01 | ')).toEqual([['any', 'Qualified on after Ended on', 'Initiatives!E2', 28]]);
    expect(dates('Closed', '2026-03-01 | 2026-03-05 | | 2026-03-04 | ')).toEqual([['any', 'Approved on after Ended on', 'Initiatives!F2', 1]]);
  });

  it.each([
    ['Launch', 'Approve'],
    ['Closed', 'Approve'],
    ['Approve', 'any'],
    ['Qualify', 'any'],
  ])('approval after launch of a row in %s counts once, as gate %s', (stage, gate) => {
    expect(dates(stage, '2026-01-01 | 2026-02-02 | 2026-02-01 | 2026-09-01 | 2026-12-31')).toEqual([
      [gate, 'Approved on after Launched on', 'Initiatives!F2', 1],
    ]);
  });

  it('is fine on the same day, but a due date must lie after the launch', () => {
    expect(dates('Launch', '2026-01-01 | 2026-01-01 | 2026-01-01 | | 2026-01-01')).toEqual([['any', 'Launched on after Due', 'Initiatives!G2', 0]]);
    expect(dates('Launch', '2026-01-01 | 2026-01-01 | 2026-01-03 | | 2026-01-01')).toEqual([['any', 'Launched on after Due', 'Initiatives!G2', 2]]);
  });
});

describe('time limits, ruling 39', () => {
  const limit = (stage: string, cells: string) => said(`
    Initiative | Partner | Stage | Sales sponsor | Qualified on | Approved on | Launched on | Due
    Joint app  | Acme    | ${stage} | Bob        | ${cells}`).filter(([, missing]) => missing === 'Time limit');
  const breach = (days: number) => [['any', 'Time limit', 'Initiatives!C2', days]];

  it.each([
    ['Qualify', '2026-08-01 | | | ', []], // 60 days
    ['Qualify', '2026-07-31 | | | ', breach(1)], // 61 days
    ['Qualify', ' | | | ', []],
    ['Approve', '2026-08-31 | | | ', []], // 30 days
    ['Approve', '2026-08-30 | 2026-09-29 | | ', breach(1)], // 31 days, even if approved
    ['Launch', '2020-01-01 | 2020-01-01 | 2026-01-01 | 2026-08-31', []], // 30 days over
    ['Launch', '2020-01-01 | 2020-01-01 | 2026-01-01 | 2026-08-21', breach(10)], // 40 days over
    ['Closed', '2020-01-01 | 2020-01-01 | 2020-01-01 | 2021-01-01', []],
  ])('of a row in %s with %s', (stage, cells, expected) => {
    expect(limit(stage, cells)).toEqual(expected);
  });

  it('ruling 39: the twelve months assumed without a Due column set no limit', () => {
    expect(said('Initiative | Partner | Stage | Sales sponsor | Launched on\nJoint app | Acme | Launch | Bob | 2020-01-01')).toEqual([]);
  });
});

it('ruling 41: the initiatives of an ended partner are in no gate', () => {
  expect(breaches('Initiative | Partner | Stage | Sales sponsor\nJoint app | Acme | Launch |', 'Partner | Status\nAcme | Ended')).toEqual([]);
});
