import { isoText } from '../../src/domain/calendar';
import type { ExitAdvice } from '../../src/domain/exits';
import { neverCheckOut } from '../../src/domain/sentences';
import { asOf, judged } from './portfolioRows';

/**
 * Acme: no revenue, no pipeline, no sales sponsor, expectations not agreed: health (30 x 0 + 20 x 0 + 20 x 0 + 15 x G) / 85 is Red.
 * Its revenue costs it most: 30 / 85 x 100 = 35.3 points.
 */
const red = 'Partner | Expectations agreed | Status | Agreement ends | Notice by\nAcme | no | Active | | ';
const launched = 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due\nA | Acme | Launch | | 200 | 0 | 0 | 2026-02-02 | 2027-01-28';
const redBefore = 'As of | Partner | Health | Rating\n2026-06-30 | Acme | 40 | Red';

function advice(options: { partners?: string; initiatives?: string; history?: string; corrections?: string; on?: string } = {}): readonly ExitAdvice[] {
  const { partners = red, initiatives = launched, history = redBefore, corrections, on = asOf } = options;
  return judged(partners, initiatives, on, undefined, { history, corrections }).exits;
}
const withHistory = (history: string | undefined) => judged(red, launched, asOf, undefined, { history }).exits;

describe('an alliance is in question, ruling 72', () => {
  it('when it is Red now and was Red in the last snapshot', () => {
    expect(advice()).toHaveLength(1);
    expect(advice({ history: `${redBefore}\n2026-07-31 | Acme | 65 | Amber` })).toEqual([]);
    expect(advice({ history: 'As of | Partner | Health | Rating\n2026-06-30 | Acme | | Not rated' })).toEqual([]);
    expect(advice({ initiatives: launched.replace('| 0 | 0 |', '| 200 | 900 |').replace('Launch |  |', 'Launch | Bob |') })).toEqual([]);
  });

  it('never when it has ended', () => {
    expect(advice({ partners: red.replace('Active', 'Ended') })).toEqual([]);
    expect(judged(red.replace('Active', 'Ended'), launched).exits).toEqual([]);
  });

  it.each([
    ['49.99 of 100 expected at half of the plan, 100 of pipeline for 150 left', '49.99', '100', 1],
    ['50 of 100 expected', '50', '100', 0],
    ['pipeline that just covers what is left', '49.99', '150.01', 0],
    ['pipeline just short of what is left', '49.99', '150', 1],
    ['a credit', '-10', '100', 1],
  ])('without history, when it is far along and far behind: %s', (_, revenue, pipeline, count) => {
    // 150.01 are left of 200, and 240 of 360 days gone: f = (240 - 120) / (360 - 120) = 0.5
    const initiatives = launched.replace('| 200 | 0 | 0 |', `| 200 | ${revenue} | ${pipeline} |`);
    expect(judged(red, initiatives).exits).toHaveLength(count);
  });

  it('without history, not a day before half of the plan is due', () => {
    expect(judged(red, launched, '2026-09-29').exits).toEqual([]);
    expect(judged(red, launched, '2026-09-30').exits).toHaveLength(1);
  });

  it('without history, only when every launched initiative that can be judged is', () => {
    const second = (cells: string) => `${launched}\nB | Acme | ${cells}`;
    expect(judged(red, second('Launch | | 200 | 40 | 0 | 2026-02-02 | 2027-01-28')).exits).toHaveLength(1);
    expect(judged(red, second('Launch | | 200 | 190 | 0 | 2026-02-02 | 2027-01-28')).exits).toEqual([]);
    expect(judged(red, second('Launch | | 200 | 0 | 0 | 2026-09-01 | 2027-01-28')).exits).toHaveLength(1); // too early
    expect(judged(red, second('Launch | | 200 | | 0 | 2026-02-02 | 2027-01-28')).exits).toHaveLength(1); // unknown
    expect(judged(red, second('Approve | | 200 | 190 | 0 | 2026-02-02 | 2027-01-28')).exits).toHaveLength(1);
    expect(judged(red, 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch |').exits).toEqual([]);
  });

  it('without history, not while it is too early, nor where no pipeline is known', () => {
    expect(judged(red, launched.replace('2026-02-02', '2026-09-01')).exits).toEqual([]);
    expect(judged(red, launched.replace('| 0 | 0 |', '| 0 | |')).exits).toEqual([]);
  });

  it('needs no rating for that', () => {
    const unrated = judged('Partner | Tier\nAcme | Gold', launched.replace('| 200 | 0 | 0 |', '| 200 | 10 | 100 |'));
    expect(unrated.partners[0]?.rating).not.toBe('Green');
    expect(unrated.exits).toHaveLength(1);
  });
});

describe('the recommendation', () => {
  const recommended = (corrections?: string, history = redBefore) => advice({ corrections, history })[0]?.recommendation;
  const log = (...rows: readonly string[]) => ['Date | Partner | Correction | Review on', ...rows].join('\n');

  it('is to correct the dimension that costs most, and to look again in 90 days, where nothing was tried', () => {
    const found = recommended();
    expect(found).toMatchObject({ kind: 'Correct', dimension: 'revenue' });
    expect(found?.kind === 'Correct' && isoText(found.checkpoint)).toBe('2026-12-29');
    expect(recommended(log('2026-10-01 | Acme | Planned |'))).toMatchObject({ kind: 'Correct' });
    expect(recommended('Date | Correction\n2026-01-01 | For everybody')).toMatchObject({ kind: 'Correct' });
  });

  it('is to correct the first of two dimensions that cost as much, in the order of the method', () => {
    // Pipeline 0 and sponsorship 0 cost 20 / 85 x 100 each, revenue of 99 in 100 next to nothing.
    expect(advice({ initiatives: launched.replace('| 200 | 0 | 0 |', '| 200 | 99 | 0 |') })[0]?.recommendation).toMatchObject({ kind: 'Correct', dimension: 'pipeline' });
  });

  it.each([
    ['2026-07-02 | Acme | New plan | 2026-10-01', '2026-10-01'],
    ['2026-07-03 | Acme | New plan | ', '2026-10-01'], // 90 days after it
  ])('is to wait for a checkpoint that is still to come: %s', (row, checkpoint) => {
    const found = recommended(log(row));
    expect(found?.kind === 'Wait' && isoText(found.checkpoint)).toBe(checkpoint);
  });

  it('is to wait for the last of several', () => {
    const found = recommended(log('2026-07-02 | Acme | A | 2026-10-15', '2026-08-02 | Acme | B | 2026-10-01', '2026-01-02 | Acme | C | 2026-03-01'));
    expect(found?.kind === 'Wait' && isoText(found.checkpoint)).toBe('2026-10-15');
  });

  it('is to exit when the checkpoint has passed without effect, on the very day too', () => {
    expect(recommended(log('2026-07-02 | Acme | New plan | 2026-09-30'))).toEqual({ kind: 'Exit' });
    expect(recommended(log('2026-07-02 | Acme | New plan | '))).toEqual({ kind: 'Exit' });
  });

  it('is to continue when the last correction worked', () => {
    const lower = `${redBefore}\n2026-01-31 | Acme | 0 | Red`.replace('| 40 |', '| 1 |');
    const worse = lower.replace('| 0 | Red', '| -6 | Red').replace('| 1 |', '| -6 |');
    expect(recommended(log('2026-07-02 | Acme | New plan | '), worse)).toEqual({ kind: 'Continue' });
    expect(recommended(log('2026-02-02 | Acme | First | '), worse)).toEqual({ kind: 'Continue' });
    expect(recommended(log('2026-07-02 | Acme | Later, lower row | ', '2026-07-02 | Acme | Later | '), worse)).toEqual({ kind: 'Continue' });
  });

  it('names of the corrections that were tried the latest, of one day the lower row', () => {
    const named = (...rows: readonly string[]) => advice({ corrections: log(...rows) })[0]?.reasons[1]?.split(' was ')[0];
    expect(named('2026-03-02 | Acme | Later | ', '2026-02-02 | Acme | Earlier | ')).toBe('"Later"');
    expect(named('2026-02-02 | Acme | Earlier | ', '2026-03-02 | Acme | Later | ')).toBe('"Later"');
    expect(named('2026-03-02 | Acme | Upper | ', '2026-03-02 | Acme | Lower | ')).toBe('"Lower"');
  });

  it('speaks of the days of the agreement only where they are known', () => {
    expect(advice()[0]?.reasons).toEqual(['Red on 30 June 2026 and Red on 30 September 2026.', 'No correction has been tried yet.']);
    expect(advice({ partners: red.replace('Active | | ', 'Active | 2026-12-31 | ') })[0]?.reasons.slice(2)).toEqual(['The agreement ends on 31 December 2026.']);
    expect(advice({ partners: red.replace('Active | | ', 'Active | ? | 2026-10-01') })[0]?.reasons.slice(2)).toEqual(['Notice can be given until 1 October 2026.']);
    expect(advice({ partners: red.replace('Active | | ', 'Active | | ?') })[0]?.reasons.slice(2)).toEqual([]);
  });

  it('gives its reasons and the days of the agreement', () => {
    const partners = red.replace('Active | | ', 'Active | 2026-12-31 | 2026-09-29');
    expect(advice({ partners })[0]?.reasons).toEqual([
      'Red on 30 June 2026 and Red on 30 September 2026.', 'No correction has been tried yet.', 'The agreement ends on 31 December 2026.', 'The day for notice was 29 September 2026.',
    ]);
    const over = red.replace('Active | | ', 'Active | 2026-09-29 | 2026-09-30');
    expect(advice({ partners: over, corrections: log('2026-07-02 | Acme | New plan | ') })[0]?.reasons).toEqual([
      'Red on 30 June 2026 and Red on 30 September 2026.', '"New plan" was decided on 2 July 2026; its checkpoint on 30 September 2026 has passed: it got worse.',
      'The agreement ended on 29 September 2026.', 'Notice can be given until 30 September 2026.',
    ]);
    expect(advice({ corrections: log('2026-07-02 | Acme | New plan | 2026-10-01') })[0]?.reasons[1]).toBe('"New plan" was decided on 2 July 2026; its checkpoint is on 1 October 2026.');
    expect(withHistory(undefined)[0]?.reasons[0]).toBe(
      'Every launched initiative is half through its revenue plan or further and has reached less than half of what is expected by now, and the pipeline does not cover what is left.',
    );
  });
});

describe('the sign of the portfolio, ruling 73', () => {
  const sign = (partners: string, history = redBefore) => judged(partners, launched, asOf, undefined, { history }).sign;

  it('is that they check in but never check out, when partners stay Red and none has ended', () => {
    expect(sign(red)).toEqual({ exits: 0, redForTwo: 1, neverCheckOut: true });
    expect(sign(`${red}\nOld | no | Ended | 2026-03-31 |`)).toEqual({ exits: 1, redForTwo: 1, neverCheckOut: false });
    expect(sign(`${red}\nOld | no | Ended | 2025-09-30 |`)).toEqual({ exits: 0, redForTwo: 1, neverCheckOut: true });
    expect(sign(red, 'As of | Partner | Health | Rating\n2026-06-30 | Acme | 70 | Amber')).toEqual({ exits: 0, redForTwo: 0, neverCheckOut: false });
    expect(judged(red, launched).sign.redForTwo).toBe(0);
  });

  it('is said for one and for many', () => {
    expect(neverCheckOut(1)).toBe('They check in but never check out: 1 partner is Red for the second time, and none has ended in the last four quarters.');
    expect(neverCheckOut(2)).toBe('They check in but never check out: 2 partners are Red for the second time, and none has ended in the last four quarters.');
  });
});
