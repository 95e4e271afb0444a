/** The currency that money is reported in, and what amounts in other currencies come to in it (ruling 22). */
import type { RateUsed } from '../domain/conversion';
import type { Minor } from '../domain/measure';
import { minorTimes } from './money';
import type { Rate, Rates } from './readRates';
import { sentences } from './sentences';

/** What the workbook and the policy say of converting; `rates` is `null` where there is no Rates table. */
export interface Exchange {
  readonly rates: Rates | null;
  /** The policy's currency; `null`: as the tables say. */
  readonly reportingCurrency: string | null;
  /** The currency of money that says none, where somebody has said so. */
  readonly assumed: string | null;
}

const isOne = ({ fraction }: Rate): boolean => fraction.digits === fraction.unit;

function reportingCode(main: string | null, rates: Rates, wanted: string | null): string | null {
  if (wanted !== null) return wanted;
  const [base, ...others] = [...rates.values()].filter(isOne);
  return base !== undefined && others.length === 0 && (main === null || rates.has(main)) ? base.currency : main;
}

export class ReportingCurrency {
  /** `null` where no cell, rate or policy says. */
  readonly code: string | null;
  private readonly used = new Set<string>();
  private readonly rates: Rates | null;
  private readonly converts: boolean;

  /** `main`: the currency of most marked cells, which without a Rates table is the one to report in. */
  constructor(main: string | null, { rates, reportingCurrency }: Exchange) {
    this.rates = rates;
    this.code = rates === null ? main : reportingCode(main, rates, reportingCurrency);
    const own = rates?.get(this.code ?? '');
    this.converts = this.code !== null && (own === undefined || isOne(own));
  }

  /** An amount of another currency; `null` where it cannot be converted. */
  converted(amount: Minor, currency: string): Minor | null {
    const rate = this.converts ? this.rates?.get(currency) : undefined;
    if (rate === undefined) return null;
    const minor = minorTimes(amount, rate.fraction);
    if (minor !== null) this.used.add(currency);
    return minor;
  }

  /** Why an amount of another currency was not converted. */
  refusal(header: string, currency: string): string {
    if (this.rates === null) return sentences.mixedCurrency(header, currency, this.code);
    if (this.code === null) return sentences.noReportingCurrency(header, currency);
    return this.converts ? sentences.missingRate(header, currency, this.code) : sentences.notConverted(header, currency, this.code);
  }

  /** The rates that an amount was converted at so far, in the order of their table. */
  ratesUsed(): readonly RateUsed[] {
    const rates = [...(this.rates?.values() ?? [])].filter(({ currency }) => this.used.has(currency));
    return rates.map(({ currency, rate, asOf, cell }) => ({ currency, rate, asOf, cell }));
  }
}
