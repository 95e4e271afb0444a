/** How Excel's table styles look in the grid, near enough: in the colours of the Office theme, header, bands and totals. */
import { BooleanNumber, BorderStyleTypes } from '@univerjs/core';
import { RangeThemeStyle } from '@univerjs/sheets';
import type { TableSnapshot } from '../workbookSnapshot';

type ThemeLook = Pick<TableSnapshot, 'style' | 'showBandedRows' | 'showHeaders' | 'showTotals'>;
type ThemeParts = NonNullable<ConstructorParameters<typeof RangeThemeStyle>[1]>;

/** Black, then the six accents, as the numbers of the styles go. */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;
const WHITE = '#FFFFFF';
const FAMILY = /^TableStyle(Light|Medium|Dark)(\d+)$/;

/** A colour mixed with white: 0 is the colour, 1 is white. */
function tint(color: string, share: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${parts.map((part) => Math.round(part + (255 - part) * share).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

const line = (color: string): { s: BorderStyleTypes; cl: { rgb: string } } => ({ s: BorderStyleTypes.THIN, cl: { rgb: color } });

function parts(look: ThemeLook): ThemeParts {
  const [, family = 'None', digits = '1'] = FAMILY.exec(look.style ?? '') ?? [];
  const number = Number(digits);
  const accent = ACCENTS[(number - 1) % 7] ?? ACCENTS[0];
  const filled = family === 'Medium' || family === 'Dark' || (family === 'Light' && number >= 8 && number <= 14);
  if (family === 'None') return {};
  const band = family === 'Dark' ? tint(accent, 0.4) : tint(accent === '#000000' ? '#808080' : accent, 0.8);
  const rim = { bd: { t: line(accent), b: line(accent) } };
  return {
    ...(look.showHeaders ? { headerRowStyle: filled ? { bg: { rgb: accent }, cl: { rgb: WHITE }, bl: BooleanNumber.TRUE } : { bl: BooleanNumber.TRUE, ...rim } } : {}),
    // Univer counts the header as no band: its second row is Excel's first.
    ...(look.showBandedRows ? { firstRowStyle: { bg: { rgb: band } } } : {}),
    ...(look.showTotals ? { lastRowStyle: { bl: BooleanNumber.TRUE, bd: { t: line(accent) } } } : { lastRowStyle: { bd: { b: line(accent) } } }),
  };
}

/** The same look has the same name. */
export function tableTheme(look: ThemeLook): RangeThemeStyle {
  const name = [look.style ?? 'None', look.showBandedRows, look.showHeaders, look.showTotals].join('-');
  return new RangeThemeStyle(name, parts(look));
}
