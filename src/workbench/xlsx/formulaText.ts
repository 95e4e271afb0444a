/**
 * Formulas between the words a file uses and those Excel shows: functions younger than the format carry prefixes in a file,
 * `[@Column]` stands there in full, custom functions may be mangled, and shared formulas are told once for many cells.
 */
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, quoteSheetName } from './references';

type TokenKind = 'string' | 'quoted' | 'bracket' | 'word' | 'other';
interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const WORD = /[\p{L}_\\$][\p{L}\p{N}_.\\$?]*/uy;
const NUMBER = /\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?|\.\d+(?:[Ee][+-]?\d+)?/y;

function endOfQuoted(formula: string, from: number, mark: string): number {
  for (let at = from + 1; at < formula.length; at++) {
    if (formula[at] !== mark) continue;
    if (formula[at + 1] !== mark) return at + 1;
    at++;
  }
  return formula.length;
}

/** Brackets nest in structured references; an apostrophe there takes the meaning from the next character. */
function endOfBrackets(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === '[') depth++;
    else if (formula[at] === ']' && --depth === 0) return at + 1;
  }
  return formula.length;
}

function tokens(formula: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const character = formula[at] ?? '';
    let kind: TokenKind = 'other';
    let end = at + 1;
    if (character === '"') [kind, end] = ['string', endOfQuoted(formula, at, '"')];
    else if (character === "'") [kind, end] = ['quoted', endOfQuoted(formula, at, "'")];
    else if (character === '[') [kind, end] = ['bracket', endOfBrackets(formula, at)];
    else {
      WORD.lastIndex = NUMBER.lastIndex = at;
      const word = WORD.exec(formula);
      const number = word === null ? NUMBER.exec(formula) : null;
      if (word !== null) [kind, end] = ['word', at + word[0].length];
      else if (number !== null) end = at + number[0].length;
    }
    found.push({ kind, text: formula.slice(at, end) });
    at = end;
  }
  return found;
}

/** Functions that came after Excel 2007 and stand in files behind `_xlfn.`; FILTER and SORT behind `_xlfn._xlws.`. */
const YOUNG_FUNCTIONS: ReadonlySet<string> = new Set(
  `ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT
  BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT
  CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT
  F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT
  FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC
  IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT
  NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC
  PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI
  SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE
  TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST
  WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
const SHEET_FUNCTIONS: ReadonlySet<string> = new Set(['FILTER', 'SORT']);

const PREFIX = /^(?:_xlfn\.|_xlws\.|_xludf\.|_xlpm\.)+/i;
/** What Excel writes for a custom function of an add-in: `_xldudf_CONTOSO_ADD` is CONTOSO.ADD. */
const MANGLED = /^_xldudf_([^_]+)_/i;

/** A column of the same row: `[[#This Row],[Name]]` is shown `[@Name]`, with brackets of its own where the name is no plain word. */
function shownBracket(text: string): string {
  const row = /^\[\[#This Row\](?:,\s*(\[.*\]))?\]$/is.exec(text);
  if (row === null) return text;
  const columns = row[1];
  if (columns === undefined) return '[@]';
  const plain = /^\[([\p{L}\p{N}_.]+)\]$/u.exec(columns);
  return plain === null ? `[@${columns}]` : `[@${plain[1] ?? ''}]`;
}

function storedBracket(text: string): string {
  const row = /^\[@(.*)\]$/s.exec(text);
  if (row === null) return text;
  const column = row[1] ?? '';
  if (column === '') return '[#This Row]';
  return `[[#This Row],${column.startsWith('[') ? column : `[${column}]`}]`;
}

/** Dotted functions as old as the format; every other dotted name that is called is an add-in's. */
const OLD_DOTTED: ReadonlySet<string> = new Set(['ERROR.TYPE', 'ISO.CEILING', 'NETWORKDAYS.INTL', 'WORKDAY.INTL']);

/** Whether a formula, as Excel shows it, calls a custom function of an add-in. */
export function callsCustomFunction(shown: string): boolean {
  if (!shown.includes('.')) return false;
  const list = tokens(shown);
  return list.some(({ kind, text }, index) => {
    const name = text.toUpperCase();
    return kind === 'word' && name.includes('.') && list[index + 1]?.text === '(' && !YOUNG_FUNCTIONS.has(name) && !OLD_DOTTED.has(name);
  });
}

/** A formula of a file, without its equals sign, as Excel shows it, with one. */
export function shownFormula(stored: string): string {
  if (!/_xl|\[#This Row\]/i.test(stored)) return `=${stored}`;
  const shown = tokens(stored).map(({ kind, text }) => {
    if (kind === 'bracket') return shownBracket(text);
    return kind === 'word' ? text.replace(PREFIX, '').replace(MANGLED, '$1.') : text;
  });
  return `=${shown.join('')}`.replace(/\bANCHORARRAY\((\$?[A-Z]{1,3}\$?\d+)\)/g, '$1#');
}

/** The names that a LET or LAMBDA call binds; in a file each of them carries `_xlpm.` wherever it stands in that call. */
function boundNames(list: readonly Token[], open: number, lambda: boolean): { readonly names: ReadonlySet<string>; readonly end: number } {
  const args: Token[][] = [[]];
  let depth = 0;
  let at = open;
  for (; at < list.length; at++) {
    const token = list[at];
    if (token === undefined) break;
    if (token.text === '(' || token.text === '{') depth++;
    if (token.text === ')' || token.text === '}') depth--;
    if (depth === 0) break;
    if (depth === 1 && token.text === ',') args.push([]);
    else if (!(depth === 1 && token.text === '(') && token.text.trim() !== '') args[args.length - 1]?.push(token);
  }
  const binding = args.slice(0, -1).filter((_, index) => lambda || index % 2 === 0);
  return { names: new Set(binding.flatMap(([name]) => (name?.kind === 'word' ? name.text.toUpperCase() : []))), end: at };
}

/** A formula as Excel shows it, with or without its equals sign, as a file holds it. */
export function storedFormula(shown: string): string {
  const formula = shown.replace(/^=/, '').replace(/(?<![\w$.])(\$?[A-Z]{1,3}\$?\d{1,7})#(?![A-Z])/g, 'ANCHORARRAY($1)');
  const list = tokens(formula);
  const parameters = new Set<number>();
  list.forEach((token, index) => {
    if (!/^(?:LET|LAMBDA)$/i.test(token.text) || list[index + 1]?.text !== '(') return;
    const { names, end } = boundNames(list, index + 1, token.text.length > 3);
    for (let at = index + 2; at < end; at++) if (list[at]?.kind === 'word' && names.has(list[at]?.text.toUpperCase() ?? '')) parameters.add(at);
  });
  return list.map(({ kind, text }, index) => {
    if (kind === 'bracket') return storedBracket(text);
    if (kind !== 'word') return text;
    if (parameters.has(index)) return `_xlpm.${text}`;
    if (list[index + 1]?.text !== '(') return text;
    const name = text.toUpperCase();
    if (SHEET_FUNCTIONS.has(name)) return `_xlfn._xlws.${text}`;
    return YOUNG_FUNCTIONS.has(name) ? `_xlfn.${text}` : text;
  }).join('');
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d{1,7})$/;

const shiftedColumn = (fixed: string, letters: string, by: number): string | null => {
  const column = columnIndex(letters) + (fixed === '' ? by : 0);
  return column < 0 || column >= MAX_COLUMNS ? null : fixed + columnName(column);
};
const shiftedRow = (fixed: string, digits: string, by: number): string | null => {
  const row = Number(digits) + (fixed === '' ? by : 0);
  return row < 1 || row > MAX_ROWS ? null : fixed + String(row);
};

/** The formula of a cell `rows` below and `columns` right of the one it was written for: relative references move along. */
export function shiftFormula(stored: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return stored;
  const list = tokens(stored);
  return list.map((token, index) => {
    const { text } = token;
    const before = list[index - 1]?.text;
    const after = list[index + 1]?.text;
    if (after === '(' || after === '!' || (after !== undefined && after.startsWith('['))) return text;
    const cell = token.kind === 'word' ? CELL.exec(text) : null;
    if (cell !== null) {
      const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = cell;
      const column = shiftedColumn(fixedColumn, letters, columns);
      const row = shiftedRow(fixedRow, digits, rows);
      return column === null || row === null ? '#REF!' : column + row;
    }
    if (before !== ':' && after !== ':') return text;
    const whole = token.kind === 'word' ? COLUMN.exec(text) : null;
    if (whole !== null) return shiftedColumn(whole[1] ?? '', whole[2] ?? '', columns) ?? '#REF!';
    const line = ROW.exec(text);
    return line === null ? text : shiftedRow(line[1] ?? '', line[2] ?? '', rows) ?? '#REF!';
  }).join('');
}

/** The formula with a sheet called by its new name. */
export function renameSheetInFormula(stored: string, was: string, name: string): string {
  const list = tokens(stored);
  return list.map((token, index) => {
    if (list[index + 1]?.text !== '!') return token.text;
    const called = token.kind === 'quoted' ? token.text.slice(1, -1).replace(/''/g, "'") : token.text;
    return called.toLowerCase() === was.toLowerCase() ? quoteSheetName(name) : token.text;
  }).join('');
}
