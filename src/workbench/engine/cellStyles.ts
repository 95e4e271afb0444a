/** Styles of the port and styles of Univer. What Univer has no word for travels in the cell's own `custom` data. */
import {
  BooleanNumber, BorderStyleTypes, HorizontalAlign, TextDecoration, VerticalAlign, WrapStrategy, type IBorderData, type IBorderStyleData, type IStyleData, type Nullable,
} from '@univerjs/core';
import type { Border, BorderSide, Style, StylePatch } from '../../host/workbookPort';
import type { CellStyle } from '../workbookSnapshot';

export const NORMAL_STYLE: CellStyle = {
  fill: null,
  font: { name: 'Calibri', size: 11, color: '#000000', bold: false, italic: false, strikethrough: false, underline: 'none' },
  borders: {},
  horizontal: 'general',
  vertical: 'bottom',
  wrapText: false,
  indent: 0,
  shrinkToFit: false,
  textRotation: 0,
  locked: true,
  formulaHidden: false,
  numberFormat: 'General',
};

/** The part of a look that only we remember; absent where all of it is as in a plain cell. */
export interface UnseenLook {
  readonly horizontal?: Style['horizontal'];
  readonly vertical?: Style['vertical'];
  readonly shrinkToFit?: true;
  readonly unlocked?: true;
  readonly formulaHidden?: true;
}

const BORDER_STYLES = {
  none: BorderStyleTypes.NONE,
  hair: BorderStyleTypes.HAIR,
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
} as const satisfies Record<Border['style'], BorderStyleTypes>;
const BORDER_NAMES = new Map<BorderStyleTypes, Border['style']>(
  (Object.keys(BORDER_STYLES) as Border['style'][]).map((name) => [BORDER_STYLES[name], name]),
);

const SIDES = {
  top: 't',
  bottom: 'b',
  left: 'l',
  right: 'r',
  diagonalDown: 'tl_br',
  diagonalUp: 'bl_tr',
} as const satisfies Partial<Record<BorderSide, keyof IBorderData>>;
const SIDE_NAMES = Object.keys(SIDES) as (keyof typeof SIDES)[];

const HORIZONTAL: Partial<Record<Style['horizontal'], HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  centerContinuous: HorizontalAlign.CENTER,
  distributed: HorizontalAlign.DISTRIBUTED,
  fill: HorizontalAlign.LEFT,
};
const VERTICAL: Record<Style['vertical'], VerticalAlign> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
  justify: VerticalAlign.TOP,
  distributed: VerticalAlign.MIDDLE,
};

/** Pixels that one step of indent takes, beside the two that every cell has. */
const INDENT = 9;
const PADDING = 2;

const flag = (on: boolean): BooleanNumber => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

function borderData(border: Border | undefined): IBorderStyleData | null {
  if (border === undefined || border.style === 'none') return null;
  return { s: BORDER_STYLES[border.style], cl: { rgb: border.color ?? '#000000' } };
}

function translated(style: CellStyle): IStyleData {
  const { font } = style;
  const borders: IBorderData = {};
  for (const side of SIDE_NAMES) borders[SIDES[side]] = borderData(style.borders[side]);
  const padding = style.indent === 0 ? null : { l: PADDING, r: PADDING, t: 0, b: PADDING, [style.horizontal === 'right' ? 'r' : 'l']: PADDING + INDENT * style.indent };
  return {
    ff: font.name,
    fs: font.size,
    bl: flag(font.bold),
    it: flag(font.italic),
    st: { s: flag(font.strikethrough) },
    ul: font.underline === 'none' ? { s: BooleanNumber.FALSE } : { s: BooleanNumber.TRUE, t: font.underline === 'double' ? TextDecoration.DOUBLE : TextDecoration.SINGLE },
    cl: { rgb: font.color },
    bg: style.fill === null ? null : { rgb: style.fill },
    bd: borders,
    ht: HORIZONTAL[style.horizontal] ?? null,
    vt: VERTICAL[style.vertical],
    tb: style.wrapText ? WrapStrategy.WRAP : null,
    tr: style.textRotation === 0 ? null : { a: style.textRotation === 255 ? 0 : -style.textRotation, v: flag(style.textRotation === 255) },
    pd: padding,
    n: { pattern: style.numberFormat },
  };
}

const withoutNulls = (data: object): object => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

/** The whole of a style, as Univer's default for the cells of a sheet. */
export const wholeStyleData = (style: CellStyle): IStyleData => withoutNulls({ ...translated(style), bd: withoutNulls(translated(style).bd ?? {}) });

/**
 * Styles in the words of one workbook: what is as in its normal style is left unsaid, so that a table's look shows through,
 * as it does in Excel.
 */
export class StyleWords {
  private readonly plain: IStyleData;
  private readonly plainTexts: ReadonlyMap<string, string>;
  private readonly known = new WeakMap<CellStyle, IStyleData>();

  constructor(readonly normal: CellStyle) {
    this.plain = translated(normal);
    this.plainTexts = new Map(Object.entries(this.plain).map(([key, value]) => [key, JSON.stringify(value)]));
  }

  /** The style with every word named: `null` takes away what stood there before. */
  data(style: CellStyle): IStyleData {
    let data = this.known.get(style);
    if (data === undefined) {
      const unsaid = (key: string, value: unknown): boolean => key !== 'bd' && JSON.stringify(value) === this.plainTexts.get(key);
      const words = Object.entries(translated(style)).map(([key, value]) => [key, unsaid(key, value) ? null : (value as unknown)]);
      this.known.set(style, (data = Object.fromEntries(words) as IStyleData));
    }
    return data;
  }

  /** The same without the nulls, for a workbook that is being opened. */
  compact(style: CellStyle): IStyleData {
    const data = this.data(style);
    const borders = withoutNulls(data.bd ?? {});
    return withoutNulls({ ...data, bd: Object.keys(borders).length === 0 ? null : borders });
  }

  /** A style as the port names it; what Univer leaves open is as in the normal style. */
  read(data: Nullable<IStyleData>, look: UnseenLook | null): CellStyle {
    if (data === null || data === undefined) return look === null ? this.normal : { ...this.normal, ...lookPatch(look) };
    return { ...portStyle({ ...this.plain, ...withoutNulls(data) }), ...(look === null ? {} : lookPatch(look)) };
  }
}

export function unseenLook(style: Style): UnseenLook | null {
  const look: UnseenLook = {
    ...(style.horizontal === 'fill' || style.horizontal === 'centerContinuous' ? { horizontal: style.horizontal } : {}),
    ...(style.vertical === 'justify' || style.vertical === 'distributed' ? { vertical: style.vertical } : {}),
    ...(style.shrinkToFit ? { shrinkToFit: true } : {}),
    ...(style.locked ? {} : { unlocked: true }),
    ...(style.formulaHidden ? { formulaHidden: true } : {}),
  };
  return Object.keys(look).length === 0 ? null : look;
}

/** "#RRGGBB" of what Univer holds: the same, a short form, or "rgb(1, 2, 3)". */
function color(data: Nullable<{ rgb?: Nullable<string> }>): string | null {
  const text = data?.rgb;
  if (text === null || text === undefined || text === '') return null;
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(text);
  if (parts !== null) return `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  return (short === null ? text : `#${short.slice(1).map((digit) => digit + digit).join('')}`).toUpperCase();
}

const HORIZONTAL_NAMES: ReadonlyMap<unknown, Style['horizontal']> = new Map([
  [HorizontalAlign.LEFT, 'left'],
  [HorizontalAlign.CENTER, 'center'],
  [HorizontalAlign.RIGHT, 'right'],
  [HorizontalAlign.JUSTIFIED, 'justify'],
  [HorizontalAlign.BOTH, 'justify'],
  [HorizontalAlign.DISTRIBUTED, 'distributed'],
]);
const VERTICAL_NAMES: ReadonlyMap<unknown, Style['vertical']> = new Map([
  [VerticalAlign.TOP, 'top'],
  [VerticalAlign.MIDDLE, 'center'],
]);

function bordersOf(data: Nullable<IBorderData>): Style['borders'] {
  const borders: Partial<Record<BorderSide, Border>> = {};
  for (const side of SIDE_NAMES) {
    const border = data?.[SIDES[side]];
    const style = border === null || border === undefined ? undefined : BORDER_NAMES.get(border.s);
    if (style !== undefined && style !== 'none') borders[side] = { style, color: color(border?.cl) };
  }
  return borders;
}

function portStyle(data: IStyleData): CellStyle {
  const underlined = data.ul?.s === BooleanNumber.TRUE;
  const padded = Math.max(data.pd?.l ?? PADDING, data.pd?.r ?? PADDING) - PADDING;
  return {
    fill: color(data.bg),
    font: {
      name: data.ff ?? NORMAL_STYLE.font.name,
      size: data.fs ?? NORMAL_STYLE.font.size,
      color: color(data.cl) ?? NORMAL_STYLE.font.color,
      bold: data.bl === BooleanNumber.TRUE,
      italic: data.it === BooleanNumber.TRUE,
      strikethrough: data.st?.s === BooleanNumber.TRUE,
      underline: !underlined ? 'none' : data.ul?.t === TextDecoration.DOUBLE ? 'double' : 'single',
    },
    borders: bordersOf(data.bd),
    horizontal: HORIZONTAL_NAMES.get(data.ht) ?? 'general',
    vertical: VERTICAL_NAMES.get(data.vt) ?? 'bottom',
    wrapText: data.tb === WrapStrategy.WRAP,
    indent: Math.max(0, Math.round(padded / INDENT)),
    shrinkToFit: false,
    textRotation: data.tr?.v === BooleanNumber.TRUE ? 255 : -(data.tr?.a ?? 0) || 0,
    locked: true,
    formulaHidden: false,
    numberFormat: data.n?.pattern ?? 'General',
  };
}

const lookPatch = (look: UnseenLook): Partial<CellStyle> => ({
  ...(look.horizontal === undefined ? {} : { horizontal: look.horizontal }),
  ...(look.vertical === undefined ? {} : { vertical: look.vertical }),
  shrinkToFit: look.shrinkToFit ?? false,
  locked: look.unlocked !== true,
  formulaHidden: look.formulaHidden ?? false,
});

export function patched(style: CellStyle, patch: StylePatch): CellStyle {
  const { font, borders, ...rest } = patch;
  return { ...style, ...rest, font: { ...style.font, ...font }, borders: { ...style.borders, ...borders } };
}

/** The borders of a patch that one cell of an area takes: outer sides at the rim, inner ones elsewhere. */
export function bordersAt(
  borders: NonNullable<StylePatch['borders']>,
  rim: { readonly top: boolean; readonly bottom: boolean; readonly left: boolean; readonly right: boolean },
): Partial<Record<BorderSide, Border>> {
  const taken: [BorderSide, Border | undefined][] = [
    ['top', rim.top ? borders.top : borders.insideHorizontal],
    ['bottom', rim.bottom ? borders.bottom : borders.insideHorizontal],
    ['left', rim.left ? borders.left : borders.insideVertical],
    ['right', rim.right ? borders.right : borders.insideVertical],
    ['diagonalUp', borders.diagonalUp],
    ['diagonalDown', borders.diagonalDown],
  ];
  return Object.fromEntries(taken.filter(([, border]) => border !== undefined));
}
