/** styles.xml to the looks of cells: one `CellStyle` for each cell format, under the same index. */
import type { Border, BorderSide, Style, StylePatch } from '../../host/workbookPort';
import type { CellStyle } from '../workbookSnapshot';
import { readColor, type Palette } from './colors';
import { builtInFormat } from './numberFormats';
import { child, childrenOf, flag, numberAttribute, type XmlElement } from './xml';

export interface StyleSheet {
  readonly styles: readonly CellStyle[];
  /** Cell formats under which text stands behind an apostrophe. */
  readonly quoted: ReadonlySet<number>;
  /** The differential formats of conditional formats, in file order. */
  readonly differences: readonly StylePatch[];
}

export const DEFAULT_STYLE: CellStyle = {
  fill: null,
  font: { name: 'Calibri', size: 11, color: '#000000', bold: false, italic: false, strikethrough: false, underline: 'none' },
  borders: {},
  horizontal: 'general', vertical: 'bottom', wrapText: false, indent: 0, shrinkToFit: false, textRotation: 0,
  locked: true, formulaHidden: false, numberFormat: 'General',
};

type Font = Style['font'];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const onOff = (element: XmlElement | undefined): boolean => element !== undefined && flag(element, 'val', true);

const UNDERLINES: Readonly<Record<string, Font['underline']>> = {
  none: 'none', single: 'single', singleAccounting: 'single', double: 'double', doubleAccounting: 'double',
};

/** What a font element says; what it leaves open is absent, as in differential formats. */
function readFont(font: XmlElement, palette: Palette): Partial<Font> {
  const found: Partial<Mutable<Font>> = {};
  const name = child(font, 'name')?.attributes.get('val');
  const size = numberAttribute(child(font, 'sz'), 'val');
  const color = readColor(child(font, 'color'), palette);
  const underline = child(font, 'u');
  if (name !== undefined) found.name = name;
  if (size !== undefined) found.size = size;
  if (color !== null) found.color = color;
  if (child(font, 'b') !== undefined) found.bold = onOff(child(font, 'b'));
  if (child(font, 'i') !== undefined) found.italic = onOff(child(font, 'i'));
  if (child(font, 'strike') !== undefined) found.strikethrough = onOff(child(font, 'strike'));
  if (underline !== undefined) found.underline = UNDERLINES[underline.attributes.get('val') ?? 'single'] ?? 'single';
  return found;
}

/** Solid fills show their foreground; in differential formats it is the background that is meant. */
function readFill(fill: XmlElement | undefined, palette: Palette, differential: boolean): string | null {
  const pattern = child(fill, 'patternFill');
  if (pattern === undefined) {
    const [stop] = childrenOf(child(fill, 'gradientFill'), 'stop');
    return readColor(child(stop, 'color'), palette);
  }
  const type = pattern.attributes.get('patternType');
  const foreground = readColor(child(pattern, 'fgColor'), palette);
  const background = readColor(child(pattern, 'bgColor'), palette);
  if (differential) return background ?? foreground;
  if (type === undefined || type === 'none') return null;
  return type === 'solid' ? foreground : background;
}

const SIDES: readonly (readonly [string, BorderSide])[] = [
  ['left', 'left'], ['start', 'left'], ['right', 'right'], ['end', 'right'], ['top', 'top'], ['bottom', 'bottom'],
];

function readBorders(border: XmlElement | undefined, palette: Palette): Style['borders'] {
  const borders: Partial<Record<BorderSide, Border>> = {};
  const put = (side: BorderSide, line: XmlElement | undefined): void => {
    const style = line?.attributes.get('style') as Border['style'] | undefined;
    if (style !== undefined && style !== 'none') borders[side] = { style, color: readColor(child(line, 'color'), palette) };
  };
  for (const [name, side] of SIDES) put(side, child(border, name));
  if (flag(border, 'diagonalUp', false)) put('diagonalUp', child(border, 'diagonal'));
  if (flag(border, 'diagonalDown', false)) put('diagonalDown', child(border, 'diagonal'));
  return borders;
}

function readAlignment(alignment: XmlElement | undefined): Pick<Style, 'horizontal' | 'vertical' | 'wrapText' | 'indent' | 'shrinkToFit' | 'textRotation'> {
  return {
    horizontal: (alignment?.attributes.get('horizontal') ?? 'general') as Style['horizontal'],
    vertical: (alignment?.attributes.get('vertical') ?? 'bottom') as Style['vertical'],
    wrapText: flag(alignment, 'wrapText', false),
    indent: numberAttribute(alignment, 'indent') ?? 0,
    shrinkToFit: flag(alignment, 'shrinkToFit', false),
    textRotation: numberAttribute(alignment, 'textRotation') ?? 0,
  };
}

function readDifference(dxf: XmlElement, palette: Palette): StylePatch {
  const font = child(dxf, 'font');
  const fill = child(dxf, 'fill');
  const border = child(dxf, 'border');
  return {
    ...(font === undefined ? {} : { font: readFont(font, palette) }),
    ...(fill === undefined ? {} : { fill: readFill(fill, palette, true) }),
    ...(border === undefined ? {} : { borders: readBorders(border, palette) }),
  };
}

/** Number formats of the file by id. */
export function customFormats(root: XmlElement | undefined): ReadonlyMap<number, string> {
  const formats = childrenOf(child(root, 'numFmts'), 'numFmt');
  return new Map(formats.map((format) => [numberAttribute(format, 'numFmtId') ?? 0, format.attributes.get('formatCode') ?? 'General']));
}

export function readStyles(root: XmlElement | undefined, palette: Palette): StyleSheet {
  const formats = customFormats(root);
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((font): Font => ({ ...DEFAULT_STYLE.font, ...readFont(font, palette) }));
  const fills = childrenOf(child(root, 'fills'), 'fill').map((fill) => readFill(fill, palette, false));
  const borders = childrenOf(child(root, 'borders'), 'border').map((border) => readBorders(border, palette));
  const quoted = new Set<number>();
  const styles = childrenOf(child(root, 'cellXfs'), 'xf').map((xf, index): CellStyle => {
    if (flag(xf, 'quotePrefix', false)) quoted.add(index);
    const format = numberAttribute(xf, 'numFmtId') ?? 0;
    const protection = child(xf, 'protection');
    return {
      fill: fills[numberAttribute(xf, 'fillId') ?? 0] ?? null,
      font: fonts[numberAttribute(xf, 'fontId') ?? 0] ?? DEFAULT_STYLE.font,
      borders: borders[numberAttribute(xf, 'borderId') ?? 0] ?? {},
      ...readAlignment(child(xf, 'alignment')),
      locked: flag(protection, 'locked', true),
      formulaHidden: flag(protection, 'hidden', false),
      numberFormat: formats.get(format) ?? builtInFormat(format),
    };
  });
  return {
    styles: styles.length === 0 ? [DEFAULT_STYLE] : styles,
    quoted,
    differences: childrenOf(child(root, 'dxfs'), 'dxf').map((dxf) => readDifference(dxf, palette)),
  };
}
