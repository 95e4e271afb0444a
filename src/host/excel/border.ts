/** Borders: Excel tells a line's style from its weight, workbooks keep both in one word. */
import { oneOf } from '../argument';
import type { Border, BorderSide } from '../workbookPort';

export const lineStyle = oneOf('None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot');
export const lineWeight = oneOf('Hairline', 'Thin', 'Medium', 'Thick');
export type LineStyle = 'None' | 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
export type LineWeight = 'Hairline' | 'Thin' | 'Medium' | 'Thick';

const lines: Readonly<Record<Border['style'], readonly [LineStyle, LineWeight]>> = {
  none: ['None', 'Thin'],
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};

export const styleOf = (border: Border): LineStyle => lines[border.style][0];
export const weightOf = (border: Border): LineWeight => lines[border.style][1];

/** The word for a style in a weight; where a style has no such weight, the style wins. */
export function borderWord(style: LineStyle, weight: LineWeight): Border['style'] {
  const words = (Object.entries(lines) as [Border['style'], readonly [LineStyle, LineWeight]][]).filter(([, line]) => line[0] === style);
  return (words.find(([, line]) => line[1] === weight) ?? words[0])?.[0] ?? 'none';
}

export const sides = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
  InsideVertical: 'insideVertical',
  InsideHorizontal: 'insideHorizontal',
  DiagonalDown: 'diagonalDown',
  DiagonalUp: 'diagonalUp',
} as const satisfies Readonly<Record<string, BorderSide>>;
export type SideIndex = keyof typeof sides;
export const sideNames = Object.keys(sides) as SideIndex[];
