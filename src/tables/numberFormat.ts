/** What a cell's number format says of its value: a percentage, a date, a currency. */
import { currencyOf } from './currency';

export interface FormatMeaning {
  readonly percent: boolean;
  readonly date: boolean;
  /** Its mark: an ISO code, a sign that several countries share, or what else is written. */
  readonly currency: string | null;
}

const plainFormat: FormatMeaning = { percent: false, date: false, currency: null };

/** `[$€-407]`: a currency and where its way of writing comes from; `[$-409]` names a place only. */
const bracketCurrency = /\[\$([^\]-]+)(?:-[^\]]*)?\]/;
const elapsedTime = /\[(?:h+|m+|s+)\]/i;
/** A space as wide as a sign, or a sign that fills the cell: neither is shown as such. */
const spacing = /[_*]./gsu;
const bracketed = /\[[^\]]*\]/g;
const quoted = /"([^"]*)"?/g;
const escaped = /\\(.)/gsu;
const dollarOrSign = /\p{L}*\$|[€£¥₹]/u;
const capitalWord = /(?<!\p{L})[A-Z]{3}(?!\p{L})/gu;

function shownCurrency(format: string): string | null {
  const named = bracketCurrency.exec(format)?.[1]?.trim();
  // A mark that is no code known here is still a mark of its own: R$ is not $.
  if (named) return currencyOf(named) ?? named.toUpperCase();
  const unbracketed = format.replace(spacing, '').replace(bracketed, '');
  const shown = unbracketed.replace(quoted, '$1').replace(escaped, '$1');
  const sign = dollarOrSign.exec(shown)?.[0];
  if (sign !== undefined) return currencyOf(sign) ?? sign.toUpperCase();
  return [...unbracketed.matchAll(quoted)].flatMap(([, text]) => text?.match(capitalWord) ?? []).map(currencyOf).find((code) => code !== null) ?? null;
}

/** Formats in Excel's invariant notation (`0.0%`, `yyyy-mm-dd`, `[$€-407] #,##0`). */
export function formatMeaning(format: string): FormatMeaning {
  if (format === 'General') return plainFormat;
  const signs = format.replace(spacing, '').replace(quoted, '').replace(escaped, '');
  const date = elapsedTime.test(signs) || /[dmyhs]/i.test(signs.replace(bracketed, '').replace(/General/gi, ''));
  return { percent: signs.replace(bracketed, '').includes('%'), date, currency: shownCurrency(format) };
}
