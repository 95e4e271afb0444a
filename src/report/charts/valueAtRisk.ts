/** What is lost where launched or approved initiatives fail for want of a sales sponsor, largest first. */
import type { Minor } from '../../domain/measure';
import { moneyText } from '../../domain/moneyText';
import type { Portfolio } from '../../domain/portfolio';
import { accent, looks } from '../palette';
import { fit } from '../textFit';
import { type ChartResult, fitTitle, fromZero, shortName } from './finding';
import { valueAtRisk as text } from './sentences';

const mostGaps = 10;
/** So many gaps that hold so much of it are a finding by themselves. */
const few = 3;
const much = 0.4;

/** Both names beside a bar: the partner's in so many characters, the initiative's in what is left. */
const labelCharacters = 32;
const partnerCharacters = 14;

function barLabel(initiative: string, partner: string): string {
  const shortPartner = fit(partner, partnerCharacters);
  return text.label(fit(initiative, labelCharacters - shortPartner.length), shortPartner);
}

export function valueAtRisk({ sponsorGaps, rows: { currency } }: Portfolio): ChartResult {
  const open = sponsorGaps.filter(({ severity }) => severity !== 'Next');
  const gaps = open
    .flatMap(({ initiative, partner, valueAtRisk: value }) => (value === null || value <= 0 ? [] : [{ initiative: initiative.name, partner: partner.name, value }]))
    .sort((a, b) => b.value - a.value);
  const [first] = gaps;
  if (first === undefined) return { why: open.length === 0 ? text.none : text.unknown };
  const shown = gaps.slice(0, mostGaps);
  const sumOf = (some: typeof gaps): Minor => some.reduce((sum, { value }) => sum + value, 0) as Minor;
  const atRisk = sumOf(gaps);
  const share = sumOf(gaps.slice(0, few)) / atRisk;
  const unknown = open.filter(({ valueAtRisk: value }) => value === null).length;
  return {
    kind: 'bar',
    name: text.name,
    title: fitTitle(text.title(gaps.length, gaps.length > few && share >= much ? { count: few, share } : null, atRisk, currency, shortName(first.initiative))),
    caption: text.caption(gaps.slice(0, 3).map(({ initiative, value }) => `${shortName(initiative)} ${moneyText(value)}`), shown.length, gaps.length, unknown),
    of: text.of,
    categories: shown.map(({ initiative, partner }) => barLabel(initiative, partner)),
    series: [{ name: text.risk(currency), values: shown.map(({ value }) => value / 100), color: accent }],
    labelFormat: looks.money.numberFormat,
    exactFormat: '#,##0',
    legend: false,
    scale: fromZero([]),
  };
}
