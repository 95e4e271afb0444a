/** The pane's words stand in the catalogue alone, and no catalogue raises its voice. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const src = join(__dirname, '../../src');
const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'hint'];
const letter = /\p{L}/u;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** The literal texts that an expression may come to. */
function literals(node: ts.Node): readonly string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literals(node.expression);
  if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ? literals(node.right) : [...literals(node.left), ...literals(node.right)];
  return [];
}

/** Words that a person would read or hear and that stand in the markup itself, as "line: text". */
function wordsInMarkup(source: string): readonly string[] {
  const file = ts.createSourceFile('page.tsx', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: ts.Node, texts: readonly string[]): void => {
    for (const text of texts) if (letter.test(text)) found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) tell(node, [node.text]);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) tell(node, literals(node.expression));
    if (ts.isJsxAttribute(node) && spoken.includes(node.name.getText()) && node.initializer) {
      tell(node, literals(ts.isJsxExpression(node.initializer) ? node.initializer.expression ?? node.initializer : node.initializer));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Literal texts of a catalogue with an exclamation mark. */
function exclaimed(source: string): readonly string[] {
  const file = ts.createSourceFile('sentences.ts', source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...literals(node).filter((text) => /!(?=\s|$|["”’)])/.test(text.replace(/#[A-Z\/0]+[!?]/g, ''))));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...new Set(found)];
}

const pages = filesBelow(join(src, 'taskpane')).filter((path) => path.endsWith('.tsx') && !path.includes('sentences'));
const catalogues = filesBelow(src).filter((path) => /[/\\]sentences[^/\\]*(\.ts|[/\\][^/\\]+\.ts)$/.test(path));

test('every file of the pane takes its words from the catalogue', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap((path) => wordsInMarkup(readFileSync(path, 'utf8')).map((words) => `${relative(src, path)}:${words}`))).toEqual([]);
});

test('no catalogue has an exclamation mark', () => {
  expect(catalogues.length).toBeGreaterThan(10);
  expect(catalogues.flatMap((path) => exclaimed(readFileSync(path, 'utf8')).map((text) => `${relative(src, path)}: ${text}`))).toEqual([]);
});

test.each([
  ['a text', 'const a = <p>Write QBR</p>;', ['1: Write QBR']],
  ['a text in braces', "const a = <p>{'Write'} {3}</p>;", ['1: Write']],
  ['one of two texts', "const a = <p>{b ? words.a : 'None'}{c && `in ${d} days`}</p>;", ['1: None', '1: in', '1: days']],
  ['a name for a screen reader', 'const a = <button aria-label="Close" className="close" />;', ['1: Close']],
  ['a hint', "const a = <input placeholder={wide ? 'Search partners' : ''} />;", ['1: Search partners']],
  ['signs and figures', "const a = <p className='x'>· {'—'} 100 {words.of(3)} <b>%</b></p>;", []],
])('words in the markup are found: %s', (_what, source, found) => {
  expect(wordsInMarkup(source)).toEqual(found);
});

test('an exclamation mark in a catalogue is found, and the one of an Excel address or error is none', () => {
  expect(exclaimed("export const sentences = { done: 'Done!', at: (a: string) => `Sheet1!A1 and #VALUE! of ${a}. Well done!`, not: !true };")).toEqual(['Done!', '. Well done!']);
});
