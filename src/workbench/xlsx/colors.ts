/** Colours as files name them (RGB, theme with tint, palette index) resolved to "#RRGGBB". */
import { child, descendants, numberAttribute, type XmlElement } from './xml';

/** The palette of Excel 97 that `indexed` colours mean unless the file brings its own (ECMA-376 part 1, 18.8.27). */
const PALETTE =
  `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
  800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);
const SYSTEM_FOREGROUND = 64;

/** Office's theme, for files that bring none; in the order in which `theme` counts. */
const OFFICE_THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'];
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

export interface Palette {
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

export function readPalette(theme: XmlElement | undefined, styles: XmlElement | undefined): Palette {
  const scheme = theme === undefined ? undefined : descendants(theme, 'clrScheme')[0];
  const own = styles === undefined ? [] : descendants(styles, 'rgbColor').map((color) => (color.attributes.get('rgb') ?? '').slice(-6).toUpperCase());
  return {
    theme: THEME_ORDER.map((name, index) => {
      const [color] = child(scheme, name)?.children ?? [];
      return (color?.attributes.get('lastClr') ?? color?.attributes.get('val'))?.toUpperCase() ?? OFFICE_THEME[index] ?? '000000';
    }),
    indexed: PALETTE.map((color, index) => own[index] ?? color),
  };
}

/** Lighter towards white or darker towards black by a share of the luminance (ECMA-376 part 1, 18.8.19, tint). */
function tinted(rgb: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const sector = spread === 0 ? 0 : high === red ? ((green - blue) / spread + 6) % 6 : high === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const second = chroma * (1 - Math.abs((sector % 2) - 1));
  const base = target - chroma / 2;
  const sectors = [[chroma, second, 0], [second, chroma, 0], [0, chroma, second], [0, second, chroma], [second, 0, chroma], [chroma, 0, second]];
  const channels = sectors[Math.floor(sector) % 6] ?? [0, 0, 0];
  return channels.map((channel) => Math.round((channel + base) * 255).toString(16).padStart(2, '0')).join('').toUpperCase();
}

/** `null` for an automatic colour or none. */
export function readColor(color: XmlElement | undefined, palette: Palette): string | null {
  if (color === undefined) return null;
  const rgb = color.attributes.get('rgb');
  const theme = numberAttribute(color, 'theme');
  const indexed = numberAttribute(color, 'indexed');
  const plain = rgb !== undefined ? rgb.slice(-6).toUpperCase()
    : theme !== undefined ? palette.theme[theme]
      : indexed !== undefined ? (indexed === SYSTEM_FOREGROUND ? '000000' : indexed > SYSTEM_FOREGROUND ? 'FFFFFF' : palette.indexed[indexed]) : undefined;
  if (plain === undefined || !/^[\dA-F]{6}$/.test(plain)) return null;
  const tint = numberAttribute(color, 'tint') ?? 0;
  return `#${tint === 0 ? plain : tinted(plain, tint)}`;
}

/** "FFRRGGBB" of "#RRGGBB" or "RRGGBB". */
export const argb = (color: string): string => `FF${color.replace('#', '').slice(-6).toUpperCase()}`;
