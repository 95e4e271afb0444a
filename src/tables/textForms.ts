/** The plain forms in which texts of cells and headers are compared. */

const firstBeyondAscii = /[^\0-\x7f]/;

export function isAscii(text: string): boolean {
  return !firstBeyondAscii.test(text);
}

/** Compatibility forms made one (full-width letters, ligatures, odd spaces) and lower case. */
export function folded(text: string): string {
  return (isAscii(text) ? text : text.normalize('NFKC')).toLowerCase();
}

const notBare = /[^\p{L}\p{M}\p{N}]+/gu;
const notBareAscii = /[^a-z0-9]+/g;

/** Everything but letters, marks and digits replaced, run by run. */
function bared(text: string, by: string): string {
  return isAscii(text) ? text.toLowerCase().replace(notBareAscii, by) : folded(text).replace(notBare, by);
}

/** Letters, marks and digits only: "Revenue, target" and "REVENUE-TARGET" are both "revenuetarget" (ruling 7). */
export function bareForm(text: string): string {
  return bared(text, '');
}

/** Words parted by single spaces, without punctuation: "In-flight" is "in flight". */
export function wordForm(text: string): string {
  return bared(text, ' ').trim();
}

/** The first three letters of a text as one number, in lower case; `null` where one of them is no plain letter. */
export function letterPrefix(text: string): number | null {
  let prefix = 0;
  for (let index = 0; index < 3; index++) {
    const lower = text.charCodeAt(index) | 0x20;
    if (!(lower >= 97 && lower <= 122)) return null;
    prefix = (prefix << 8) | lower;
  }
  return prefix;
}

/** Whether a text begins with an ASCII digit. */
export function startsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}

const fullWidth = /[\uff01-\uff5e]/g;
const fullWidthSigns: Readonly<Record<string, string>> = { '\uffe1': '£', '\uffe5': '¥' };

/**
 * The text of a number or a date in ordinary width, with ordinary single spaces.
 * Not NFKC: that would turn the exponent of 10² into a digit.
 */
export function narrow(text: string): string {
  const plain = isAscii(text)
    ? text
    : text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\uffe1\uffe5]/g, (sign) => fullWidthSigns[sign] ?? sign);
  return plain.replace(/\s+/g, ' ').trim();
}

/** White space as JavaScript trims it. */
export function isBlank(value: unknown): boolean {
  if (typeof value !== 'string') return value === null || value === undefined;
  const first = value.charCodeAt(0);
  return (first > 32 && first < 127) ? false : value.trim() === '';
}
