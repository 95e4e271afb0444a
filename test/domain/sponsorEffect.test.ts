import { defaultPolicy } from '../../src/domain/policy';
import { sponsorEffectSentence } from '../../src/domain/sentences';
import type { RateComparison } from '../../src/domain/successRates';
import { judged } from './portfolioRows';

const partners = 'Partner | Status\nAcme | Active\nGone | Ended';

function effectOf(initiatives: string | null, policy = defaultPolicy): RateComparison {
  return judged(partners, initiatives, undefined, policy).sponsorEffect;
}

/** "2/3 1/1": 2 of 3 with a sponsor succeeded, 1 of 1 without. */
function countsOf(initiatives: string | null): string {
  const { one, other } = effectOf(initiatives);
  return `${one.succeeded}/${one.closed} ${other.succeeded}/${other.closed}`;
}

/** So many closed initiatives of one kind. */
function closed(count: number, sponsor: string, outcome: string): string {
  return Array.from({ length: count }, (_, index) => `${outcome} ${index} | Acme | Closed | ${sponsor} | ${outcome}\n`).join('');
}
const head = 'Initiative | Partner | Stage | Sales sponsor | Outcome\n';

describe('the sponsor effect counts, ruling 59', () => {
  it('closed initiatives with a sales sponsor, and those without; only Succeeded is a success', () => {
    expect(countsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Outcome
      A          | Acme    | Closed | Bob           | Succeeded
      B          | Acme    | Closed | Ann           | Succeeded
      C          | Acme    | Closed | Bob           | Failed
      D          | Acme    | Closed | Bob           | Stopped
      E          | Acme    | Closed |               | Succeeded
      F          | Acme    | Closed |               | Failed
      G          | Acme    | Closed |               | Stopped`)).toBe('2/4 1/3');
  });

  it('no initiative that is still open, whatever its outcome says', () => {
    expect(countsOf(`
      Initiative | Partner | Stage   | Sales sponsor | Outcome
      A          | Acme    | Launch  | Bob           | Succeeded
      B          | Acme    | Approve |               | Failed
      C          | Acme    | Qualify | Bob           | Stopped`)).toBe('0/0 0/0');
  });

  it('none whose outcome is blank or unreadable', () => {
    expect(countsOf(`${head}A | Acme | Closed | Bob |\nB | Acme | Closed | | ?\nC | Acme | Closed | | Failed`)).toBe('0/0 0/1');
  });

  it('initiatives that ended on any date, or on none, and those of ended partners', () => {
    expect(countsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Outcome   | Launched on | Ended on
      A          | Acme    | Closed | Bob           | Succeeded | 2001-02-03  | 2002-03-04
      B          | Acme    | Closed | Bob           | Failed    | 2026-01-01  | 2027-01-01
      C          | Acme    | Closed |               | Failed    | 2026-01-01  |
      D          | Acme    | Closed |               | Succeeded | 2026-01-01  | ?
      E          | Gone    | Closed |               | Succeeded | 2020-01-01  | 2021-01-01`)).toBe('1/2 2/3');
  });

  it('none stopped before its launch: a gate did its work; an unreadable launch date is a launch', () => {
    expect(countsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Outcome   | Launched on
      A          | Acme    | Closed | Bob           | Stopped   |
      B          | Acme    | Closed |               | Stopped   |
      C          | Acme    | Closed | Bob           | Stopped   | 2026-01-01
      D          | Acme    | Closed |               | Stopped   | ?
      E          | Acme    | Closed | Bob           | Failed    |
      F          | Acme    | Closed |               | Succeeded |`)).toBe('0/2 1/2');
  });

  it('stopped ones too where no launch dates are kept', () => {
    expect(countsOf(`${head}A | Acme | Closed | Bob | Stopped\nB | Acme | Closed | | Stopped`)).toBe('0/1 0/1');
  });

  it('nothing without an Initiatives table', () => {
    expect(countsOf(null)).toBe('0/0 0/0');
  });
});

describe('the sponsor effect', () => {
  const initiatives = head + closed(9, 'Bob', 'Succeeded') + closed(3, 'Ann', 'Failed') + closed(3, '', 'Succeeded') + closed(5, '', 'Stopped');

  it('compares 9 of 12 with 3 of 8, with first', () => {
    const effect = effectOf(initiatives);
    expect(effect).toMatchObject({
      one: { closed: 12, succeeded: 9 }, other: { closed: 8, succeeded: 3 }, difference: 0.375, verdict: 'may be higher', needed: 17,
    });
    expect(effect.low).toBeCloseTo(-0.051170999, 9);
    expect(effect.high).toBeCloseTo(0.662502922, 9);
    expect(effect.p).toBeCloseTo(21096 / 125970, 9);
  });

  it('follows the policy', () => {
    expect(effectOf(initiatives, { ...defaultPolicy, successRates: { ...defaultPolicy.successRates, fewestClosed: 9 } }).verdict).toBe('too few to tell');
  });

  it('is said with its numbers, and says whose sponsor it is', () => {
    expect(sponsorEffectSentence(effectOf(initiatives))).toBe(
      '9 of 12 closed initiatives with a sales sponsor succeeded (75 %), and 3 of 8 without (38 %). The success rate of those with a sales sponsor '
      + 'may be higher: the difference is 38 points (95 % interval −5 to 66); at these rates 17 closed initiatives on each side would tell '
      + '(5 more with, 9 more without). The sponsor is the one named in the table now.',
    );
    expect(sponsorEffectSentence(effectOf(head + closed(4, 'Bob', 'Succeeded') + closed(1, '', 'Failed')))).toBe(
      'Too few closed initiatives to tell (4 with, 1 without). The sponsor is the one named in the table now.',
    );
  });

  it('is never called a cause', () => {
    expect(sponsorEffectSentence(effectOf(head + closed(50, 'Bob', 'Succeeded') + closed(50, '', 'Failed')))).not.toMatch(/cause|because|due to|thanks to/i);
  });
});
