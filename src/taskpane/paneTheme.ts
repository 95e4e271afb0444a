/** The looks of the pane: Fluent's tokens around the product's one accent, with the four rating colours of the QBR sheet. */
import { type BrandVariants, type Theme, createDarkTheme, createLightTheme, themeToTokensObject } from '@fluentui/react-components';
import type { Rating } from '../domain/portfolio';
import type { PaneTheme } from '../excel/theme';

/** Shades of the accent #0F4C81, dark to light; the dark theme's links need the light ones. */
const accent: BrandVariants = {
  10: '#020A12', 20: '#061828', 30: '#08253E', 40: '#0A3052', 50: '#0B3A63', 60: '#0D4372', 70: '#0E487A', 80: '#0F4C81',
  90: '#2A6AA6', 100: '#5B9BD5', 110: '#72AADD', 120: '#8ABAE5', 130: '#A3CAED', 140: '#BCD9F3', 150: '#D4E6F7', 160: '#EDF4FB',
};

/** Fluent has no amber that reads at 7 : 1 on its own tint, so the three ratings keep the sheet's colours, as one family. */
interface RatingTheme {
  readonly ratingGreenText: string;
  readonly ratingGreenShape: string;
  readonly ratingGreenTint: string;
  readonly ratingAmberText: string;
  readonly ratingAmberShape: string;
  readonly ratingAmberTint: string;
  readonly ratingRedText: string;
  readonly ratingRedShape: string;
  readonly ratingRedTint: string;
  readonly ratingNoneText: string;
  readonly ratingNoneShape: string;
  readonly ratingNoneTint: string;
}

const light = createLightTheme(accent);
const dark = createDarkTheme(accent);

const lightTheme: Theme & RatingTheme = {
  ...light,
  ratingGreenText: '#0B5A2B', ratingGreenShape: '#1E8E4E', ratingGreenTint: '#DDF3E4',
  ratingAmberText: '#6B4400', ratingAmberShape: '#C77700', ratingAmberTint: '#FFE9B8',
  ratingRedText: '#8E1B23', ratingRedShape: '#C5303B', ratingRedTint: '#FBDDE0',
  ratingNoneText: light.colorNeutralForeground2, ratingNoneShape: light.colorNeutralForeground3, ratingNoneTint: light.colorNeutralBackground3,
};

const darkTheme: Theme & RatingTheme = {
  ...dark,
  ratingGreenText: '#7FD6A2', ratingGreenShape: '#7FD6A2', ratingGreenTint: dark.colorPaletteGreenBackground1,
  ratingAmberText: '#FFC861', ratingAmberShape: '#FFC861', ratingAmberTint: dark.colorPaletteMarigoldBackground1,
  ratingRedText: '#FF9AA2', ratingRedShape: '#FF9AA2', ratingRedTint: dark.colorPaletteRedBackground1,
  ratingNoneText: dark.colorNeutralForeground2, ratingNoneShape: dark.colorNeutralForeground3, ratingNoneTint: dark.colorNeutralBackground3,
};

/** High contrast comes as forced colours, which override any theme: the shapes and words stay. */
export function themeFor({ dark: isDark }: PaneTheme): Theme & RatingTheme {
  return isDark ? darkTheme : lightTheme;
}

const colors = themeToTokensObject<Theme & RatingTheme>(lightTheme);

/** A rating's colours, as CSS values. */
export const ratingColors: Readonly<Record<Rating, { readonly text: string; readonly shape: string; readonly tint: string }>> = {
  Green: { text: colors.ratingGreenText, shape: colors.ratingGreenShape, tint: colors.ratingGreenTint },
  Amber: { text: colors.ratingAmberText, shape: colors.ratingAmberShape, tint: colors.ratingAmberTint },
  Red: { text: colors.ratingRedText, shape: colors.ratingRedShape, tint: colors.ratingRedTint },
  'Not rated': { text: colors.ratingNoneText, shape: colors.ratingNoneShape, tint: colors.ratingNoneTint },
};
