/** Parts of a saved workbook as they are: its charts, and single cells to change. */
import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import type { Chart } from './writtenSheet';

type Parts = Record<string, Uint8Array>;

const textOf = (parts: Parts, name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Parts that this one refers to, by their relationships. */
function related(parts: Parts, part: string): Readonly<Record<string, string>> {
  const [, folder = '', file = ''] = /^(.*\/)([^/]+)$/.exec(part) ?? [];
  const relations = textOf(parts, `${folder}_rels/${file}.rels`).match(/<Relationship [^>]*>/g) ?? [];
  return Object.fromEntries(relations.map((one) => [attribute(one, 'Id'), new URL(attribute(one, 'Target'), `http://file/${folder}`).pathname.slice(1)]));
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

const columnName = (index: number): string => (index <= 26 ? String.fromCharCode(64 + index) : columnName(Math.floor((index - 1) / 26)) + columnName(((index - 1) % 26) + 1));

/** What a reference stood for when it was saved, cell by cell of its one column. */
function drawnOf(reference: string): Chart['drawn'] {
  const [, first = '', row = '0'] = /!\$([A-Z]+)\$(\d+)/.exec(all(reference, /<c:f>(.*?)<\/c:f>/g)[0] ?? '') ?? [];
  return [...reference.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>(.*?)<\/c:v>/gs)].map(([, index = '0', value = '']) => ({ address: `${columnName(column(first))}${Number(row) + Number(index)}`, value: unescaped(value) }));
}

function chartFrom(xml: string, number: number): Chart {
  const title = all(/<c:title>.*?<\/c:title>/s.exec(xml)?.[0] ?? '', /<a:t>(.*?)<\/a:t>/gs).map(unescaped).join(' ');
  const references = xml.match(/<c:(?:strRef|numRef)>.*?<\/c:(?:strRef|numRef)>/gs) ?? [];
  return { title: { address: `the title of chart ${number}`, row: 0, column: 0, value: title, size: 0, bold: true }, drawn: references.flatMap(drawnOf) };
}

/** In the order in which they stand on the sheet's drawing. */
export function chartsOf(path: string, sheet: string): readonly Chart[] {
  const parts = unzipSync(readFileSync(path));
  const drawing = Object.values(related(parts, sheetPart(parts, sheet))).find((part) => part.includes('/drawings/') && part.endsWith('.xml'));
  if (drawing === undefined) return [];
  const charts = related(parts, drawing);
  return all(textOf(parts, drawing), /<c:chart [^>]*r:id="([^"]*)"/g).map((id, index) => chartFrom(textOf(parts, charts[id] ?? ''), index + 1));
}

/** The part of the last sheet of which the name begins so. */
function sheetPart(parts: Parts, beginning: string): string {
  const sheets = textOf(parts, 'xl/workbook.xml').match(/<sheet [^>]*>/g) ?? [];
  const id = attribute(sheets.filter((sheet) => attribute(sheet, 'name').startsWith(beginning)).at(-1) ?? '', 'r:id');
  return related(parts, 'xl/workbook.xml')[id] ?? '';
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
