/** How large requests and answers become, so that none exceeds what Excel takes: 5 MB on the web, of which 4 MB are used. */

/** What one request, or one answer, is planned to hold; the rest of 4 MB is for what an estimate misses. */
export const payload = 3_600_000;

/** Length of cells in a message, in bytes of its UTF-8 text. */
export function cellBytes(values: readonly (readonly unknown[])[]): number {
  let bytes = 2;
  for (const row of values) {
    bytes += 3;
    for (const value of row) bytes += 1 + valueBytes(value);
  }
  return bytes;
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return textBytes(value);
  return value === null || value === undefined ? 4 : String(value).length;
}

function textBytes(text: string): number {
  let bytes = text.length + 2;
  for (let at = 0; at < text.length; at += 1) bytes += furtherBytes(text.charCodeAt(at));
  return bytes;
}

/** What a UTF-16 unit takes beyond one byte: halves of a pair two each, controls an escape. */
function furtherBytes(unit: number): number {
  if (unit > 127) return unit > 2047 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  if (unit === 34 || unit === 92) return 1;
  if (unit >= 32) return 0;
  return (unit >= 8 && unit <= 10) || unit === 12 || unit === 13 ? 1 : 5;
}

const mostRowBytes = 1_000_000;

/** Rows from `first` to before `end`, with their bytes. */
export interface RowChunk {
  readonly first: number;
  readonly end: number;
  readonly bytes: number;
}

/** Rows in pieces of about a megabyte, in their order. */
export function rowChunks(rows: readonly (readonly unknown[])[]): RowChunk[] {
  const chunks: RowChunk[] = [];
  for (let first = 0, end: number; first < rows.length; first = end) {
    let bytes = 0;
    for (end = first; end < rows.length && (end === first || bytes < mostRowBytes); end += 1) bytes += cellBytes(rows.slice(end, end + 1));
    chunks.push({ first, end, bytes });
  }
  return chunks;
}

/** Puts items into as few messages as possible, in their order; an item that is too large by itself goes alone. */
export function packed<Item extends { readonly bytes: number }>(items: readonly Item[]): Item[][] {
  const messages: Item[][] = [];
  let bytes = Infinity;
  for (const item of items) {
    if (bytes + item.bytes > payload) {
      messages.push([]);
      bytes = 0;
    }
    messages.at(-1)?.push(item);
    bytes += item.bytes;
  }
  return messages;
}
