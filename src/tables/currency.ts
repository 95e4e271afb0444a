/** Currency marks and scale words, in cells, headers and number formats (rulings 19, 21 and 22). */
import { isPlaceholder } from './placeholders';

const symbols: ReadonlyMap<string, string> = new Map([
  ['$', '$'], ['US$', 'USD'], ['€', 'EUR'], ['£', 'GBP'], ['¥', '¥'], ['C$', 'CAD'], ['A$', 'AUD'], ['₹', 'INR'],
]);

/** Signs that several countries write their money with: the currency that is meant until somebody says otherwise, then what else it may be. */
export const sharedSigns = {
  $: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'],
  '¥': ['JPY', 'CNY'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type SharedSign = keyof typeof sharedSigns;
/** ISO code of the currency that a sign means in this workbook, where somebody has said so. */
export type SignChoices = Readonly<Partial<Record<SharedSign, string>>>;

export const isSharedSign = (mark: string | null): mark is SharedSign => mark !== null && Object.hasOwn(sharedSigns, mark);

/** The currency that a mark means. */
export function meantBy(mark: string, signs: SignChoices): string;
export function meantBy(mark: string | null, signs: SignChoices): string | null;
export function meantBy(mark: string | null, signs: SignChoices): string | null {
  return isSharedSign(mark) ? signs[mark] ?? sharedSigns[mark][0] : mark;
}

/** ISO 4217, the codes in use. */
const isoCodes = new Set((
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK '
  + 'DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR '
  + 'KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB '
  + 'PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS '
  + 'UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'
).split(' '));
/** Codes that are words or names: a currency only where they are written in capitals. */
const ordinaryWords = new Set(['ALL', 'BOB', 'COP', 'CUP', 'MAD', 'PEN', 'RON', 'TOP', 'TRY']);

const exponents: ReadonlyMap<string, number> = new Map([
  ...['k', 'thousand', 'thousands', '000', '000s'].map((word) => [word, 3] as const),
  ...['m', 'mm', 'mn', 'mio', 'million', 'millions'].map((word) => [word, 6] as const),
  ...['b', 'bn', 'billion', 'billions'].map((word) => [word, 9] as const),
]);

/** What a word beside a number says of it: the mark of its currency, its power of ten, or both ("$k", "kUSD"). */
export interface Unit {
  readonly currency: string | null;
  readonly exponent: number | null;
}

/** The ISO code that a symbol or a code means, or the sign itself where several countries share it; `null` where the word is neither. */
export function currencyOf(word: string): string | null {
  const capitals = word.toUpperCase();
  const symbol = symbols.get(capitals);
  if (symbol !== undefined) return symbol;
  return isoCodes.has(capitals) && (word === capitals || !ordinaryWords.has(capitals)) ? capitals : null;
}

const exponentOf = (word: string): number | null => exponents.get(word.toLowerCase()) ?? null;
const longestUnit = 12;

export function unitOf(word: string): Unit | null {
  if (word.length > longestUnit) return null;
  const currency = currencyOf(word);
  const exponent = exponentOf(word);
  if (currency !== null || exponent !== null) return { currency, exponent };
  for (let cut = 1; cut < word.length; cut++) {
    const [before, after] = [word.slice(0, cut), word.slice(cut)];
    const pair = { currency: currencyOf(before) ?? currencyOf(after), exponent: exponentOf(after) ?? exponentOf(before) };
    if (pair.currency !== null && pair.exponent !== null) return pair;
  }
  return null;
}

const betweenHeaderWords = /[^\p{L}\p{M}\p{N}$€£¥₹]/u;

/** The words of a header, currency symbols included and apostrophes not: "Revenue ($'000)" holds "Revenue", "$" and "000". */
export function headerWords(header: string): readonly string[] {
  return header.normalize('NFKC').split(betweenHeaderWords).filter((word) => word !== '');
}

/** What a money column's header says of its numbers: "Revenue (USD m)" is in millions of US dollars. */
export function headerUnit(header: string): { readonly currency: string | null; readonly exponent: number } {
  const units = headerWords(header).map(unitOf);
  return {
    currency: units.find((unit) => unit?.currency != null)?.currency ?? null,
    exponent: units.find((unit) => unit?.exponent != null)?.exponent ?? 0,
  };
}

/** The mark that a cell of a Currency column names, else the text as written, in capitals; `null` for a placeholder. */
export function namedCurrency(text: string): string | null {
  const written = text.normalize('NFKC').trim().toUpperCase();
  return currencyOf(written) ?? (isPlaceholder(text) ? null : written);
}
