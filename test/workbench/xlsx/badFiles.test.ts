import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { readXlsx } from '../../../src/workbench/xlsx/readXlsx';
import { writeXlsx } from '../../../src/workbench/xlsx/writeXlsx';
import { crc32, readZip, writeZip } from '../../../src/workbench/xlsx/zip';
import { excelJsFile, opened, partsOf, rawFile, savedWith, withCell, withParts } from './fixtures';

const good = excelJsFile((workbook) => {
  workbook.addWorksheet('Partners').getCell('A1').value = 'Northwind';
});

const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** An old compound file that holds a stream of the given name. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(utf16(stream), 1024);
  return bytes;
}

/** Overwrites the unpacked size that the central directory promises for an entry. */
function promising(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))) === name) view.setUint32(at + 24, size, true);
  }
  return copy;
}

/** Processor time, so that a busy machine is not mistaken for a slow reader. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const SHEET = 'xl/worksheets/sheet1.xml';
const bomb = `<sheetData>${' '.repeat(20_000_000)}</sheetData>`;

const cases: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string, string])[] = [
  ['an empty file', () => new Uint8Array(0), 'empty', 'is empty.'],
  ['a text file', () => strToU8('Partner,Revenue\nNorthwind,1\n'), 'notAWorkbook', 'is not an Excel workbook.'],
  ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]), 'notAWorkbook', 'is not an Excel workbook.'],
  ['an archive of something else', () => zipSync({ 'readme.txt': strToU8('hello') }), 'notAWorkbook', 'is not an Excel workbook.'],
  ['an old .xls file', () => compoundFile('Workbook'), 'otherFormat', 'is in the old Excel 97-2003 format: open it in Excel and save it as .xlsx.'],
  ['a file with a password', () => compoundFile('EncryptedPackage'), 'protected', 'is protected with a password: open it in Excel, remove the password, and save it again.'],
  ['some other compound file', () => compoundFile('WordDocument'), 'notAWorkbook', 'is not an Excel workbook.'],
  ['an OpenDocument spreadsheet', () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }), 'otherFormat', 'is an OpenDocument spreadsheet: save it as .xlsx.'],
  ['a Word document', async () => withParts(await good, { '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' }), 'otherFormat', 'is a Word document, not an Excel workbook.'],
  ['a binary workbook', async () => withParts(await good, { '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>' }), 'otherFormat', 'is a binary workbook (.xlsb): open it in Excel and save it as .xlsx.'],
  ['a file cut in half', async () => (await good).slice(0, (await good).length / 2), 'truncated', 'is cut short: the end of the file is missing, so download or copy it again.'],
  ['a file whose last byte is missing', async () => (await good).slice(0, -1), 'truncated', 'is cut short: the end of the file is missing, so download or copy it again.'],
  ['a flipped byte in a sheet', async () => {
    const bytes = (await good).slice();
    const at = Buffer.from(bytes).indexOf(SHEET) + SHEET.length + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    return bytes;
  }, 'damaged', `is damaged: its part ${SHEET} cannot be read.`],
  ['a zip bomb', () => rawFile(bomb), 'unsafe', 'unpacks to far more than its size, as a zip bomb does, so it was not opened.'],
  ['a zip bomb that lies about its size', () => promising(rawFile(bomb), SHEET, 1000), 'unsafe', 'unpacks to far more than its size, as a zip bomb does, so it was not opened.'],
  ['parts that are too large together', async () => promising(await good, SHEET, 0x7fffffff), 'tooLarge', 'would take more memory than a workbook may when unpacked, so it was not opened.'],
  ['too many parts', () => zipSync(Object.fromEntries(Array.from({ length: 21_000 }, (_, index) => [`xl/${index}.xml`, [new Uint8Array(0), { level: 0 }]]))), 'tooLarge', 'has more parts than a workbook can have, so it was not opened.'],
  ['an entity bomb', () => rawFile('<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'), 'unsafe', 'holds a document type declaration, which no workbook has, so it was not opened.'],
  ['entities from outside in the strings', () => rawFile('<sheetData/>', {
    parts: { 'xl/sharedStrings.xml': '<?xml version="1.0"?><!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' },
    relationships: '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>',
  }), 'unsafe', 'holds a document type declaration, which no workbook has, so it was not opened.'],
  ['a missing workbook part', async () => withParts(await good, { 'xl/workbook.xml': null }), 'damaged', 'is damaged: its part xl/workbook.xml is missing.'],
  ['a missing sheet', async () => withParts(await good, { [SHEET]: null }), 'damaged', `is damaged: its part ${SHEET} is missing.`],
  ['missing relationships', async () => withParts(await good, { '_rels/.rels': null }), 'damaged', 'is damaged: its part _rels/.rels is missing.'],
  ['a sheet that is no XML', () => rawFile('<worksheet><sheetData></worksheet>'), 'damaged', `is damaged: its part ${SHEET} cannot be read.`],
  ['cells out of order', () => rawFile('<sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData>'), 'damaged', `is damaged: its part ${SHEET} cannot be read.`],
  ['a cell beyond the last column', () => rawFile('<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>'), 'damaged', `is damaged: its part ${SHEET} cannot be read.`],
  ['a row beyond the last', () => rawFile('<sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData>'), 'damaged', `is damaged: its part ${SHEET} cannot be read.`],
  ['elements nested without end', () => rawFile(`<sheetData/><extLst>${'<a>'.repeat(100_000)}`), 'damaged', `is damaged: its part ${SHEET} cannot be read.`],
  ['a workbook without sheets', () => rawFile('<sheetData/>', { workbook: '<sheets/>' }), 'damaged', 'is damaged: it has no worksheets.'],
];

describe('a file that cannot be opened', () => {
  it.each(cases)('says why in one sentence: %s', async (_, build, reason, sentence) => {
    const bytes = await build();
    expect(seconds(() => expect(readXlsx(bytes, 'Q3.xlsx')).toEqual({ ok: false, reason, sentence: `Q3.xlsx ${sentence}` }))).toBeLessThan(3);
  });

  it('is refused at every length it is cut to', async () => {
    const bytes = await good;
    for (let length = 0; length < bytes.length; length += 97) expect(readXlsx(bytes.slice(0, length), 'Q3.xlsx').ok).toBe(false);
  });
});

/** Packs a large part faster than the fixtures do. */
function withSheet(content: string): Uint8Array {
  const sheet = strToU8(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${content}</sheetData></worksheet>`);
  const entries = readZip(rawFile('<sheetData/>'));
  entries.set(SHEET, { name: SHEET, method: 8, crc: crc32(sheet), size: sheet.length, packed: deflateRawSync(sheet, { level: 1 }) });
  return writeZip(entries.values());
}

it('says within three seconds that a sheet has more cells than can be opened', () => {
  const row = `<row>${Array.from({ length: 100 }, (_, index) => `<c><v>${index * 7919}</v></c>`).join('')}</row>`;
  const bytes = withSheet(row.repeat(41_000));
  expect(seconds(() => expect(readXlsx(bytes, 'Q3.xlsx')).toMatchObject({ ok: false, sentence: 'Q3.xlsx holds more cells than can be opened here.' }))).toBeLessThan(3);
});

describe('a sheet with a million empty formatted rows', () => {
  const rows = (row: (number: number) => string): string => {
    const parts: string[] = [];
    for (let number = 1; number <= 1_000_000; number++) parts.push(row(number));
    return parts.join('');
  };

  it.each([
    ['formatted as rows', (number: number) => `<row r="${number}" s="1" customFormat="1"/>`],
    ['formatted cell by cell', (number: number) => `<row r="${number}"><c r="A${number}" s="1"/><c r="B${number}" s="1"/></row>`],
  ])('opens within three seconds, %s', (_, row) => {
    const bytes = withSheet(`${rows(row)}<row r="1000001"><c r="C1000001"><v>7</v></c></row>`);
    expect(seconds(() => {
      const { snapshot, notes } = opened(bytes);
      expect(snapshot.sheets[0]?.cells.get(1_000_000)?.[2]?.value).toBe(7);
      expect(notes).toEqual(['Sheet1 has formats on more empty cells than can be shown: they are kept in the file.']);
    })).toBeLessThan(3);
  });
});

describe('a file with damage anywhere in it', () => {
  const table = excelJsFile((workbook) => {
    const sheet = workbook.addWorksheet('Partners');
    sheet.addTable({ name: 'Partners', ref: 'A1', headerRow: true, columns: [{ name: 'Partner' }, { name: 'Revenue' }], rows: [['Northwind', 1], ['Contoso', { formula: 'B2*2', result: 2 }]] });
    sheet.getCell('D1').value = { richText: [{ text: 'a', font: { bold: true } }, { text: 'b' }] };
  });

  it('is opened or refused, and what is opened can be saved', async () => {
    const bytes = await table;
    const parts = partsOf(bytes);
    const names = Object.keys(parts).filter((name) => !name.includes('theme'));
    const damage = fc.record({ name: fc.constantFrom(...names), at: fc.nat(20_000), cut: fc.nat(40), put: fc.string({ unit: fc.constantFrom(...'<>/"= &;!-?c1'), maxLength: 4 }) });
    fc.assert(fc.property(damage, ({ name, at, cut, put }) => {
      const text = strFromU8(parts[name]!);
      const start = at % text.length;
      const result = readXlsx(withParts(bytes, { [name]: text.slice(0, start) + put + text.slice(start + cut) }), 'Q3.xlsx');
      if (!result.ok) return result.sentence.startsWith('Q3.xlsx ') && result.sentence.endsWith('.');
      const [sheet] = result.snapshot.sheets;
      return writeXlsx(savedWith(result.snapshot, withCell(sheet!, 9, 9, { value: 1 })), result.package).bytes.length > 0;
    }), { numRuns: 400 });
  });
});

it('knows the checksum of a zip entry', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  expect(crc32(strToU8('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
});
