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

/** Letters, marks and digits only: "Revenue, target" and "REVENUE-TARGET" are both "revenuetarget" (ruling 7). */
export function bareForm(text: string): string {
  return folded(text).replace(notBare, '');
}

/** Words parted by single spaces, without punctuation: "In-flight" is "in flight". */
export function wordForm(text: string): string {
  return folded(text).replace(notBare, ' ').trim();
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
