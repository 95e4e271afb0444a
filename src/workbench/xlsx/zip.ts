/** Zip archives within limits: entries are listed first and unpacked one by one; untouched entries are copied as they are. */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { DETAIL, UnreadableFile } from './refusal';

/** The largest workbook that is opened; well above 1,048,576 rows of ordinary cells, well below what exhausts a browser tab. */
export const ZIP_LIMITS = {
  entries: 20_000,
  /** All entries unpacked, in bytes. */
  totalSize: 384 * 1024 * 1024,
  /** Unpacked against packed size, for entries above `ratioFloor`; repetitive sheets reach about 60, bombs 1000. */
  ratio: 250,
  ratioFloor: 4 * 1024 * 1024,
} as const;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const STORED = 0;
const DEFLATED = 8;
const INFLATE_STEP = 65_536;

/** One entry, packed; `size` and `crc` are of the unpacked bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const truncated = (): UnreadableFile => new UnreadableFile('truncated', DETAIL.truncated);
const damaged = (name: string): UnreadableFile => new UnreadableFile('damaged', DETAIL.damagedPart(name));

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEndOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw truncated();
}

/** Sizes and offset that do not fit 32 bits stand in an extra field, in this order, only those that are needed. */
function wideNumbers(view: DataView, extra: number, extraEnd: number, narrow: readonly [number, number, number]): [number, number, number] {
  const numbers: [number, number, number] = [...narrow];
  for (let at = extra; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (let index = 0; index < 3; index++) {
      if (narrow[index] !== 0xffffffff) continue;
      if (next + 8 > extraEnd) throw truncated();
      numbers[index] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  return numbers;
}

/** Part names compare without case and always use forward slashes; some writers do neither. */
const normalisedName = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '');

/** Every entry of an archive, checked against the limits before anything is unpacked. */
export function readZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = viewOf(bytes);
  if (bytes.length < 22) throw truncated();
  const end = findEndOfDirectory(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR) {
    const wide = Number(view.getBigUint64(end - 12, true));
    if (wide + 56 > bytes.length) throw truncated();
    count = Number(view.getBigUint64(wide + 32, true));
    at = Number(view.getBigUint64(wide + 48, true));
  }
  if (count > ZIP_LIMITS.entries) throw new UnreadableFile('tooLarge', DETAIL.tooManyParts);

  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER) throw truncated();
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    const extra = at + 46 + nameLength;
    if (next > bytes.length) throw truncated();
    const [size, packedSize, offset] = wideNumbers(view, extra, extra + extraLength, [
      view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true),
    ]);
    const name = normalisedName(strFromU8(bytes.subarray(at + 46, extra)));
    if (flags & 1) throw new UnreadableFile('protected', DETAIL.password);
    total += size;
    if (total > ZIP_LIMITS.totalSize) throw new UnreadableFile('tooLarge', DETAIL.tooLarge);
    if (size > ZIP_LIMITS.ratioFloor && size > packedSize * ZIP_LIMITS.ratio) throw new UnreadableFile('unsafe', DETAIL.bomb);
    if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw truncated();
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedSize > bytes.length) throw truncated();
    if (!name.endsWith('/')) {
      if (entries.has(name)) throw damaged(name);
      entries.set(name, {
        name, size, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed: bytes.subarray(start, start + packedSize),
      });
    }
    at = next;
  }
  return entries;
}

const CRC_SLICES = 8;
let crcTable: DataView | undefined;

/** Eight tables of 256 remainders one after the other, so that eight bytes are folded at a time: large sheets are checked as well. */
function crcTables(): DataView {
  if (crcTable !== undefined) return crcTable;
  const table = new DataView(new ArrayBuffer(CRC_SLICES * 1024));
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table.setUint32(byte * 4, value);
  }
  for (let entry = 256; entry < CRC_SLICES * 256; entry++) {
    const previous = table.getUint32((entry - 256) * 4);
    table.setUint32(entry * 4, (previous >>> 8) ^ table.getUint32((previous & 0xff) * 4));
  }
  crcTable = table;
  return table;
}

export function crc32(bytes: Uint8Array): number {
  const table = crcTables();
  const view = viewOf(bytes);
  const entry = (slice: number, byte: number): number => table.getUint32((slice * 256 + (byte & 0xff)) * 4);
  const fold = (slice: number, word: number): number =>
    entry(slice + 3, word) ^ entry(slice + 2, word >>> 8) ^ entry(slice + 1, word >>> 16) ^ entry(slice, word >>> 24);
  let crc = 0xffffffff;
  let at = 0;
  for (const last = bytes.length - CRC_SLICES; at <= last; at += CRC_SLICES) {
    crc = fold(4, crc ^ view.getUint32(at, true)) ^ fold(0, view.getUint32(at + 4, true));
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ entry(0, crc ^ view.getUint8(at));
  return (crc ^ 0xffffffff) >>> 0;
}

/** The entry's bytes; refused as soon as they exceed what the directory promised, or when they are not what was packed. */
export function unpack(entry: ZipEntry): Uint8Array {
  if (entry.method === STORED) {
    if (entry.packed.length !== entry.size || crc32(entry.packed) !== entry.crc) throw damaged(entry.name);
    return entry.packed;
  }
  if (entry.method !== DEFLATED) throw damaged(entry.name);
  const bytes = new Uint8Array(entry.size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    const size = filled + chunk.length;
    if (size > entry.packed.length * ZIP_LIMITS.ratio && size > bytes.length) throw new UnreadableFile('unsafe', DETAIL.bomb);
    if (size > bytes.length) throw damaged(entry.name);
    bytes.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < entry.packed.length; at += INFLATE_STEP) {
      inflate.push(entry.packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= entry.packed.length);
    }
  } catch (fault) {
    throw fault instanceof UnreadableFile ? fault : damaged(entry.name);
  }
  if (filled !== bytes.length || crc32(bytes) !== entry.crc) throw damaged(entry.name);
  return bytes;
}

const ALREADY_PACKED = /\.(?:png|jpe?g|gif|emz|wmz|zip|mp4)$/i;

export function pack(name: string, bytes: Uint8Array): ZipEntry {
  const stored = bytes.length === 0 || ALREADY_PACKED.test(name);
  return { name, method: stored ? STORED : DEFLATED, crc: crc32(bytes), size: bytes.length, packed: stored ? bytes : deflateSync(bytes, { level: 6 }) };
}

const UTF8_NAMES = 0x0800;
/** 1 January 1980: the same workbook gives the same file. */
const DATE = 0x0021;

/** An archive of the entries in their order; entries and archive stay below 4 GB, as the reading limits ensure. */
export function writeZip(entries: Iterable<ZipEntry>): Uint8Array {
  const listed = [...entries].map((entry) => ({ entry, name: strToU8(entry.name) }));
  const headers = listed.reduce((sum, { name }) => sum + 76 + 2 * name.length, 0);
  const out = new Uint8Array(listed.reduce((sum, { entry }) => sum + entry.packed.length, headers + 22));
  const view = viewOf(out);

  const describe = (at: number, entry: ZipEntry, name: Uint8Array): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, UTF8_NAMES, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint16(at + 8, DATE, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.packed.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, name.length, true);
  };

  let at = 0;
  const offsets = listed.map(({ entry, name }) => {
    const offset = at;
    view.setUint32(at, LOCAL_HEADER, true);
    describe(at + 4, entry, name);
    out.set(name, at + 30);
    out.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
    return offset;
  });
  const directory = at;
  listed.forEach(({ entry, name }, index) => {
    view.setUint32(at, CENTRAL_HEADER, true);
    view.setUint16(at + 4, 20, true);
    describe(at + 6, entry, name);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, listed.length, true);
  view.setUint16(at + 10, listed.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}
