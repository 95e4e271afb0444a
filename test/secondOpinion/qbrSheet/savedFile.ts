/** Changes single cells of a saved workbook, and nothing else of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';

type Parts = Record<string, Uint8Array>;

const textOf = (parts: Parts, name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The part of the last sheet of which the name begins so. */
function sheetPart(parts: Parts, beginning: string): string {
  const sheets = textOf(parts, 'xl/workbook.xml').match(/<sheet [^>]*>/g) ?? [];
  const id = attribute(sheets.filter((sheet) => attribute(sheet, 'name').startsWith(beginning)).at(-1) ?? '', 'r:id');
  const relation = (textOf(parts, 'xl/_rels/workbook.xml.rels').match(/<Relationship [^>]*>/g) ?? []).find((one) => attribute(one, 'Id') === id) ?? '';
  const target = attribute(relation, 'Target');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

const column = (address: string): number => [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The row with the cell in its place, in the style of the one that was there. */
function withCell(row: string, address: string, value: string | number): string {
  const cells = row.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs) ?? [];
  const before = cells.find((cell) => attribute(cell, 'r') === address);
  const style = before === undefined ? '' : ` s="${attribute(before, 's')}"`;
  const cell = typeof value === 'number' ? `<c r="${address}"${style}><v>${value}</v></c>` : `<c r="${address}"${style} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  if (before !== undefined) return row.replace(before, cell);
  const next = cells.find((one) => column(attribute(one, 'r')) > column(address));
  return next === undefined ? row.replace('</row>', `${cell}</row>`) : row.replace(next, `${cell}${next}`);
}

/** Writes these cells into the last sheet of which the name begins so; their rows must be there. */
export function writeCells(from: string, to: string, sheet: string, cells: Readonly<Record<string, string | number>>): void {
  const parts = unzipSync(readFileSync(from));
  const part = sheetPart(parts, sheet);
  let xml = textOf(parts, part);
  for (const [address, value] of Object.entries(cells)) {
    const row = new RegExp(`<row [^>]*\\br="${/\d+/.exec(address)?.[0]}"[^>]*>.*?</row>`, 's').exec(xml)?.[0];
    if (row === undefined) throw new Error(`${sheet} has no row for ${address}.`);
    xml = xml.replace(row, withCell(row, address, value).replaceAll('$', '$$$$'));
  }
  writeFileSync(to, zipSync({ ...parts, [part]: Buffer.from(xml, 'utf8') }));
}
