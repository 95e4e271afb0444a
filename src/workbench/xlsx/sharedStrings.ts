/** The strings that cells point at, as plain text: fonts inside a text and phonetic guides are left in the file. */
import { unescapeText } from './escapedText';
import { parseXml, unescapeXml } from './xml';

/** The text between `start` and `end` of all `<t>` that are not phonetic. */
function plainText(source: string, start: number, end: number, prefix: string): string {
  let text = '';
  let at = start;
  for (;;) {
    const tag = source.indexOf(`<${prefix}t`, at);
    if (tag < 0 || tag >= end) break;
    const phonetic = source.indexOf(`<${prefix}rPh`, at);
    if (phonetic >= 0 && phonetic < tag) {
      at = source.indexOf(`</${prefix}rPh`, phonetic);
      if (at < 0) break;
      continue;
    }
    const open = source.indexOf('>', tag);
    const next = source.charCodeAt(tag + 2 + prefix.length);
    at = open + 1;
    // Other names begin with t as well, and an empty element has no text.
    if ((next !== 62 && next > 32) || source.charCodeAt(open - 1) === 47) continue;
    const close = source.indexOf('</', open);
    text += unescapeXml(source.slice(open + 1, close));
    at = close;
  }
  return unescapeText(text);
}

/** Item by item; `source` is the whole part. */
export function readSharedStrings(source: string, part: string): string[] {
  const { root } = parseXml(source, part, 'sst');
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  const strings: string[] = [];
  const item = `<${prefix}si`;
  for (let at = source.indexOf(item, root.contentStart); at >= 0 && at < root.contentEnd;) {
    const open = source.indexOf('>', at);
    if (source.charCodeAt(open - 1) === 47) {
      strings.push('');
      at = source.indexOf(item, open);
      continue;
    }
    const close = source.indexOf(`</${prefix}si`, open);
    strings.push(plainText(source, open + 1, close, prefix));
    at = source.indexOf(item, close);
  }
  return strings;
}

/** The text of an inline string, from the cell's content. */
export const inlineText = (content: string, prefix: string): string => plainText(content, 0, content.length, prefix === '' ? '' : `${prefix}:`);
