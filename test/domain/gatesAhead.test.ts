import { gatesAhead } from '../../src/domain/gatesAhead';
import { isoText } from '../../src/domain/calendar';
import { actionAhead, limitAhead, nextAction } from '../../src/domain/sentences';
import { cellAddress } from '../../src/domain/cell';
import { asOf, day, judged } from './portfolioRows';

const columns = 'Initiative | Partner | Stage | Owner | Sales sponsor | Revenue target | Qualified on | Approved on | Approved by | Launched on | Due | Ended on | Outcome';

/** "missing Cell" of what the next gates ask for, and the last day within the limit. */
function ahead(row: string, partners = 'Partner | Status\nAcme | Active', on = asOf): readonly string[] {
  const portfolio = judged(partners, `${columns}\n${row}`, on);
  return gatesAhead(portfolio, portfolio.partners).flatMap(({ initiative, missing, limitOn }) => [
    ...missing.map((one) => `${initiative.name}: ${one.gate} ${one.missing} ${cellAddress(one.cell)}`),
    ...(limitOn === null ? [] : [`${initiative.name}: until ${isoText(limitOn)}`]),
  ]);
}

describe('the gate that comes next', () => {
  it('asks an initiative in Qualify for owner, sales sponsor and target, before that is a breach', () => {
    expect(ahead('A | Acme | Qualify | | | | 2026-09-01')).toEqual(['A: Qualify Owner Initiatives!D2', 'A: Qualify Sales sponsor Initiatives!E2', 'A: Qualify Target Initiatives!F2']);
    expect(judged('Partner\nAcme', `${columns}\nA | Acme | Qualify | | | | 2026-09-01`).gateBreaches).toEqual([]);
  });

  it('asks one in Approve for approval and launch', () => {
    expect(ahead('A | Acme | Approve | Kim | Bob | 100 | 2026-09-10')).toEqual([
      'A: Approve Approved on Initiatives!H2', 'A: Approve Approved by Initiatives!I2', 'A: Approve Launched on Initiatives!J2', 'A: Approve Due Initiatives!K2', 'A: until 2026-10-10',
    ]);
  });

  it.each([
    ['2026-10-01', []], // the limit, 31 October, is 31 days ahead
    ['2026-09-30', ['A: Launch Ended on Initiatives!L2', 'A: Launch Outcome Initiatives!M2', 'A: until 2026-10-30']],
    ['2026-08-31', ['A: Launch Ended on Initiatives!L2', 'A: Launch Outcome Initiatives!M2', 'A: until 2026-09-30']],
    ['2026-08-30', ['A: Launch Ended on Initiatives!L2', 'A: Launch Outcome Initiatives!M2']],
  ])('asks one in Launch for its end from the day on which it is due, here %s; a limit that has passed is a breach', (due, expected) => {
    expect(ahead(`A | Acme | Launch | Kim | Bob | 100 | | 2026-01-01 | Eve | 2026-01-05 | ${due}`)).toEqual(expected);
  });

  it('tells of a limit that is near where nothing else is missing', () => {
    expect(ahead('A | Acme | Qualify | Kim | Bob | 100 | 2026-08-15')).toEqual(['A: until 2026-10-14']);
  });

  it('is not spoken of where an initiative is ready for it', () => {
    const portfolio = judged('Partner\nAcme', `${columns}\nA | Acme | Qualify | Kim | Bob | 100\nB | Acme | Closed | Kim | | `);
    expect(gatesAhead(portfolio, portfolio.partners)).toEqual([]);
    const alone = judged('Partner\nAcme');
    expect(gatesAhead(alone, alone.partners)).toEqual([]);
  });

  it('asks nothing of one that is ready, closed, or of a partner that has ended', () => {
    expect(ahead('A | Acme | Qualify | Kim | Bob | 100')).toEqual([]);
    expect(ahead('A | Acme | Closed | Kim | | ')).toEqual([]);
    expect(ahead('A | Acme | Qualify | | | ', 'Partner | Status\nAcme | Ended')).toEqual([]);
    expect(ahead('A | Acme | Launch | Kim | Bob | 100 | | 2026-01-01 | Eve | 2026-01-05 | ?')).toEqual([]);
  });

  it('follows the table, whatever the order of the partners', () => {
    const portfolio = judged('Partner\nAcme\nBeta', `${columns}\nA | Beta | Qualify | | Bob | 1\nB | Acme | Qualify | | Bob | 1\nC | Beta | Qualify | | Bob | 1`);
    expect(gatesAhead(portfolio, portfolio.partners).map(({ initiative, partner }) => `${initiative.name} ${partner.name}`)).toEqual(['A Beta', 'B Acme', 'C Beta']);
    expect(gatesAhead(portfolio, portfolio.partners.slice(0, 1)).map(({ initiative }) => initiative.name)).toEqual(['B']);
  });
});

describe('what to do about a breach', () => {
  it.each([
    ['Owner', null, 'Name an owner for Joint app.'],
    ['Sales sponsor', null, 'Name a sales sponsor for Joint app.'],
    ['Target', null, 'Agree a target of revenue, pipeline or traction for Joint app.'],
    ['Approved on', null, 'Enter the day on which Joint app was approved, or take it to approval.'],
    ['Approved by', null, 'Enter who approved Joint app, or take it to approval.'],
    ['Launched on', null, 'Enter the day on which Joint app was launched.'],
    ['Due', null, 'Agree the day on which Joint app is due.'],
    ['Ended on', null, 'Enter the day on which Joint app ended.'],
    ['Outcome', null, 'Record whether Joint app succeeded, failed or was stopped.'],
    ['Time limit', 1, 'Decide whether Joint app moves on or stops: it is 1 day over the limit of its stage.'],
    ['Time limit', 12, 'Decide whether Joint app moves on or stops: it is 12 days over the limit of its stage.'],
    ['Time limit', null, 'Decide whether Joint app moves on or stops.'],
    ['Approved on after Launched on', 3, 'Correct the dates of Joint app: Approved on after Launched on.'],
  ])('"%s" (%s days)', (missing, days, text) => {
    expect(nextAction(missing, 'Joint app', days)).toBe(text);
  });

  it.each([
    ['Approved on', 'Take Joint app to approval.'],
    ['Approved by', 'Take Joint app to approval.'],
    ['Launched on', 'Agree the day on which Joint app is to be launched.'],
    ['Due', 'Agree the day on which Joint app is due.'],
    ['Sales sponsor', 'Name a sales sponsor for Joint app.'],
    ['Outcome', 'Record whether Joint app succeeded, failed or was stopped.'],
  ])('"%s" is said otherwise where it is still ahead', (missing, text) => {
    expect(actionAhead(missing, 'Joint app')).toBe(text);
  });

  it('a limit ahead names its last day', () => {
    expect(limitAhead('Joint app', day('2026-10-31'))).toBe('Move Joint app on or stop it by 31 October 2026: then its time in this stage is over.');
  });
});
