import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { manifestFaults, type ManifestFiles } from './manifestStructure';

const dist = join(__dirname, '..', 'dist');
const manifest = (): string => readFileSync(join(dist, 'manifest.xml'), 'utf8');
const files: ManifestFiles = {
  read: (path) => (existsSync(join(dist, path)) ? readFileSync(join(dist, path)) : undefined),
  address: 'https://localhost:3000',
  namespace: 'ALLIANCE',
};

describe('the built manifest', () => {
  test('is one that Excel loads: order, lengths, resources, icons, files, functions and actions', () => {
    expect(manifestFaults(manifest(), files)).toEqual([]);
  });

  test('names the functions as the sample workbook calls them', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(__dirname, '..', 'assets', 'sample.xlsx'));
    const formulas: string[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cell.formula && formulas.push(cell.formula))));
    const ids = (JSON.parse(readFileSync(join(dist, 'functions.json'), 'utf8')) as { functions: { name: string }[] }).functions.map(({ name }) => `${files.namespace}.${name}`);
    const called = formulas.flatMap((formula) => /^([A-Z]+\.[A-Z]+)\(/.exec(formula)?.[1] ?? []);
    expect(called.length).toBeGreaterThan(5);
    expect(ids).toEqual(expect.arrayContaining([...new Set(called)]));
  });

  test('lets error values in ranges reach the functions, which report them', () => {
    expect(JSON.parse(readFileSync(join(dist, 'functions.json'), 'utf8'))).toMatchObject({ allowErrorForDataTypeAny: true });
  });

  test.each([
    ['a wrong order of elements', (xml: string) => xml.replace(/(<IconUrl[^>]*>)(\s*)(<HighResolutionIconUrl[^>]*>)/, '$3$2$1'), /must stand before/],
    ['an icon that is missing', (xml: string) => xml.replaceAll('icon-32.png', 'icon-33.png'), /icon-33\.png is not among the built files/],
    ['an icon of the wrong size', (xml: string) => xml.replace(/(id="Icon\.80" DefaultValue="[^"]*)icon-80/, '$1icon-64'), /no PNG of 80 by 80/],
    ['an unknown resource id', (xml: string) => xml.replace('resid="ShowPane.Tip"', 'resid="ShowPane.Hint"'), /unknown resource ShowPane\.Hint/],
    ['another namespace than the one people call', (xml: string) => xml.replace('DefaultValue="ALLIANCE"', 'DefaultValue="ALLIANCES"'), /namespace is ALLIANCES/],
    ['a localhost address left in a production build', (xml: string) => xml.replace('https://localhost:3000/support.html', 'http://localhost:3000/support.html'), /is not HTTPS/],
    ['an action that nobody associated', (xml: string) => xml.replace('<FunctionName>writeQbr', '<FunctionName>writeReview'), /action writeReview is not associated/],
    ['a description that is too long', (xml: string) => xml.replace('<Description DefaultValue="', `<Description DefaultValue="${'x'.repeat(250)}`), /Description is longer than 250/],
  ])('is refused with %s', (_fault, spoil, sentence) => {
    const spoiled = spoil(manifest());
    expect(spoiled).not.toBe(manifest());
    expect(manifestFaults(spoiled, files).join('\n')).toMatch(sentence);
  });
});
