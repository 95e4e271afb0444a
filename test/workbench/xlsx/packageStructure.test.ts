/** The structural check itself: a review's file is sound, and each thing that could be wrong with it is found when it is. */
import { openScenario } from '../../report/openScenario';
import { scenarios } from '../../report/qbrScenarios';
import { partsOf, textOf, withParts } from './fixtures';
import { packageProblems } from './packageStructure';

let file: Uint8Array;

beforeAll(async () => {
  const scenario = scenarios.find(({ name }) => name === 'no-history');
  if (scenario === undefined) throw new Error('There is no such scenario.');
  const open = await openScenario(scenario);
  await open.write();
  file = await open.save().finally(() => open.close());
});

const review = (): string => Object.keys(partsOf(file)).find((name) => /worksheets\/sheet\d+\.xml$/.test(name) && textOf(partsOf(file), name).includes('<drawing')) ?? '';

/** The file with one part changed; the change must find something to change. */
function broken(part: string | RegExp | (() => string), from: string | RegExp, to: string): Uint8Array {
  const name = typeof part === 'function' ? part() : Object.keys(partsOf(file)).find((one) => (typeof part === 'string' ? one === part : part.test(one))) ?? '';
  const text = textOf(partsOf(file), name);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name} holds nothing like ${String(from)}: ${text.slice(0, 1500)}`);
  return withParts(file, { [name]: changed });
}

const table = /^xl\/tables\/table\d+\.xml$/;
const drawing = /^xl\/drawings\/drawing\d+\.xml$/;
const chart = /^xl\/charts\/chart\d+\.xml$/;

test('a sound file has no problem', () => {
  expect(packageProblems(file)).toEqual([]);
});

test.each<[string, Parameters<typeof broken>, string]>([
  ['a column of a table that is called otherwise than its header', [table, /<tableColumn id="1" name="[^"]*"/, '<tableColumn id="1" name="Somebody"'], 'the column "Somebody" stands under'],
  ['a table of another width', [table, /ref="A1:[A-Z]+/g, 'ref="A1:B'], 'columns on 2'],
  ['a table that stands nowhere', [table, /ref="A1:[^"]*"/, 'ref="A0"'], 'is no area'],
  ['columns that are counted wrongly', [table, /<tableColumns count="\d+"/, '<tableColumns count="1"'], 'the columns are not counted right'],
  ['a filter beside its table', [table, /<autoFilter ref="A1:/, '<autoFilter ref="B1:'], 'the filter is not on the table'],
  ['a table with the name of a range', ['xl/workbook.xml', 'name="AllianceAsOf"', 'name="Partners"'], 'is that of a table'],
  ['a name without a sheet', ['xl/workbook.xml', 'Notes!$B$1', 'Gone!$B$1'], 'points at the sheet Gone'],
  ['a name that points at nothing', ['xl/workbook.xml', 'Notes!$B$1', '#REF!'], 'points at nothing'],
  ['a print area on another sheet', ['xl/workbook.xml', /(name="_xlnm\.Print_Area"[^>]*>)'[^']*'/, '$1Notes'], 'is of another sheet than its own'],
  ['a name that is none', ['xl/workbook.xml', 'name="AllianceAsOf"', 'name="as of"'], 'is none'],
  ['a format that does not exist', ['xl/styles.xml', /<xf numFmtId="\d+"(?![\s\S]*<cellStyleXfs)/, '<xf numFmtId="999"'], 'has the number format 999'],
  ['a format of no style', ['xl/styles.xml', /(<cellXfs[\s\S]*?xfId=")0"/, '$17"'], 'based on a style that does not exist'],
  ['a column of no format', [review, /(<col [^>]*style=")\d+/, '$1999'], 'have a format that does not exist'],
  ['columns out of order', [review, /<col ([^>]*)min="1"/, '<col $1min="5"'], 'out of order'],
  ['a row that is too high', [review, / ht="[\d.]+"/, ' ht="900"'], 'is 900 high'],
  ['page breaks that are counted wrongly', [review, /<rowBreaks count="\d+"/, '<rowBreaks count="99"'], 'the rowBreaks are not counted right'],
  ['page breaks out of order', [review, /<brk id="\d+"/, '<brk id="9999"'], 'the rowBreaks are out of order'],
  ['print set-up before its margins', [review, /(<pageMargins[^>]*\/>)(<pageSetup[^>]*\/>)/, '$2$1'], 'pageMargins comes too late'],
  ['a sheet that fits to pages without saying so', [review, 'fitToPage="1"', 'fitToPage="0"'], 'fits to pages without saying so'],
  ['a frozen pane that begins nowhere', [review, /topLeftCell="[^"]*"/, 'topLeftCell="nowhere"'], 'the frozen pane begins nowhere'],
  ['a link that leads nowhere', [review, /(<hyperlink [^>]*?) location="[^"]*"/, '$1'], 'leads nowhere'],
  ['a drawing that is none', [review, /<drawing r:id="[^"]*"/, '<drawing r:id="rId999"'], 'which is not there'],
  ['an anchor that ends before it begins', [drawing, /(<xdr:from>[\s\S]*?<xdr:row>)\d+/, '$199999'], 'ends before it begins'],
  ['an anchor out of order', [drawing, /<xdr:clientData\/>/, ''], 'out of order'],
  ['a chart that nobody shows', [drawing, /r:id="([^"]*)"/, 'r:id="rId999"'], 'is shown 0 times'],
  ['a chart of a sheet that is gone', [chart, /<c:f>[^<]*</, '<c:f>Gone!$A$1:$A$2<'], 'which is not there'],
  ['points beyond their number', [chart, /<c:ptCount val="\d+"/, '<c:ptCount val="0"'], 'not counted right'],
  ['a chart without one of its axes', [chart, /(<c:valAx><c:axId val=")\d+/, '$1424242'], 'its axes are not those that it uses'],
])('finds %s', (_, change, sentence) => {
  expect(packageProblems(broken(...change))).toEqual(expect.arrayContaining([expect.stringContaining(sentence)]));
});
