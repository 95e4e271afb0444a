/** The strings that cells point at, as plain text: fonts inside a text and phonetic guides are left in the file. */
import { unescapeText } from './escapedText';
import { DETAIL, UnreadableFile } from './refusal';
import { parseXml, unescapeXml } from './xml';

/** The text of all `<t>` in an item's content that are not phonetic. */
function plainText(content: string, prefix: string): string {
  const phonetic = content.includes(`<${prefix}rPh`);
  let text = '';
  let at = 0;
  for (;;) {
    const tag = content.indexOf(`<${prefix}t`, at);
    if (tag < 0) break;
    const guide = phonetic ? content.indexOf(`<${prefix}rPh`, at) : -1;
    if (guide >= 0 && guide < tag) {
      at = content.indexOf(`</${prefix}rPh`, guide);
      if (at < 0) break;
      continue;
    }
    const open = content.indexOf('>', tag);
    if (open < 0) break;
    const next = content.charCodeAt(tag + 2 + prefix.length);
    at = open + 1;
    // Other names begin with t as well, and an empty element has no text.
    if ((next !== 62 && next > 32) || content.charCodeAt(open - 1) === 47) continue;
    const close = content.indexOf('</', open);
    if (close < 0) break;
    text += unescapeXml(content.slice(open + 1, close));
    at = close;
  }
  return unescapeText(text);
}

export interface SharedStrings {
  readonly texts: readonly string[];
  /** Those with fonts inside the text. */
  readonly rich: ReadonlySet<number>;
}

export const NO_STRINGS: SharedStrings = { texts: [], rich: new Set() };

/** Item by item; `source` is the whole part. */
export function readSharedStrings(source: string, part: string): SharedStrings {
  const { root } = parseXml(source, part, 'sst');
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  const texts: string[] = [];
  const rich = new Set<number>();
  const item = `<${prefix}si`;
  for (let at = source.indexOf(item, root.contentStart); at >= 0 && at < root.contentEnd;) {
    const open = source.indexOf('>', at);
    if (source.charCodeAt(open - 1) === 47) {
      texts.push('');
      at = source.indexOf(item, open);
      continue;
    }
    const close = source.indexOf(`</${prefix}si`, open);
    if (open < 0 || close < 0) throw new UnreadableFile('damaged', DETAIL.damagedPart(part));
    const content = source.slice(open + 1, close);
    if (content.includes(`<${prefix}r>`)) rich.add(texts.length);
    texts.push(plainText(content, prefix));
    at = source.indexOf(item, close);
  }
  return { texts, rich };
}

/** Texts to the number to say them by; where a text is there both plain and rich, the plain one. */
export function stringNumbers({ texts, rich }: SharedStrings, withRich: boolean): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  texts.forEach((text, index) => {
    if (rich.has(index) ? withRich && !numbers.has(text) : true) numbers.set(text, index);
  });
  return numbers;
}

/** The text of an inline string, from the cell's content. */
export const inlineText = (content: string, prefix: string): string => plainText(content, prefix === '' ? '' : `${prefix}:`);
