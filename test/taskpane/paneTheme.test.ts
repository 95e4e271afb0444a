/** @jest-environment jsdom */
import { ratings } from '../../src/domain/portfolio';
import { ratingColors, themeFor } from '../../src/taskpane/paneTheme';

/** A CSS value of the theme, "var(--name)", as the colour it stands for. */
function colorIn(theme: Readonly<Record<string, unknown>>, value: string): string {
  return String(theme[value.replace(/^var\(--(.*)\)$/, '$1')]);
}

/** Relative luminance as WCAG defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([false, true])('the theme, dark: %s', (dark) => {
  const theme = { ...themeFor({ dark, highContrast: false }) } as Readonly<Record<string, unknown>>;
  const background = String(theme.colorNeutralBackground1);

  test.each(ratings)('the word %s reads at 7 : 1 on its tint, its shape stands out at 3 : 1 from tint and pane', (rating) => {
    const { text, shape, tint } = ratingColors[rating];
    expect(contrast(colorIn(theme, text), colorIn(theme, tint))).toBeGreaterThanOrEqual(7);
    expect(contrast(colorIn(theme, shape), background)).toBeGreaterThanOrEqual(3);
    expect(contrast(colorIn(theme, shape), colorIn(theme, tint))).toBeGreaterThanOrEqual(2.8);
  });

  test.each(['colorNeutralForeground1', 'colorNeutralForeground2', 'colorNeutralForeground3', 'colorBrandForegroundLink', 'colorBrandForeground1'])('%s reads at 4.5 : 1 on the pane', (name) => {
    expect(contrast(String(theme[name]), background)).toBeGreaterThanOrEqual(4.5);
  });
});
