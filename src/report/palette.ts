/** The few looks that a QBR is made of; one meaning each. */
import type { Rating } from '../domain/portfolio';
import type { Look } from './sheetPlan';

export const accent = '#0F4C81';
export const hairline = '#E1E1E1';
const grey = '#595959';

/** Word, shape and colour, always all three: a rating must survive greyscale and a screen reader. */
export const ratingShape: Readonly<Record<Rating, string>> = { Green: '●', Amber: '▲', Red: '■', 'Not rated': '○' };
export const ratingColors: Readonly<Record<Rating, { readonly color: string; readonly fill: string }>> = {
  Green: { color: '#0B5A2B', fill: '#DDF3E4' },
  Amber: { color: '#6B4400', fill: '#FFE9B8' },
  Red: { color: '#8E1B23', fill: '#FBDDE0' },
  'Not rated': { color: '#4A4A4A', fill: '#EDEDED' },
};
/** What bars are painted with. */
export const barColors: Readonly<Record<Rating, string>> = { Green: '#1E8E4E', Amber: '#C77700', Red: '#C5303B', 'Not rated': '#8A8A8A' };
/** A plan is paler than what came of it, with a line around it, so that they differ in greyscale too. */
export const planBar = { color: '#B8CCE4', outline: accent } as const;
export const ratingWord = (rating: Rating): string => `${ratingShape[rating]} ${rating}`;

export const looks = {
  body: { size: 10, vertical: 'Center' },
  title: { size: 20, bold: true, color: '#1F1F1F' },
  titleRight: { size: 20, bold: true, color: accent, horizontal: 'Right' },
  band: { size: 9, color: grey },
  bandRule: { borderBottom: { color: accent, weight: 'Medium' } },
  opening: { size: 11 },
  section: { size: 14, bold: true, color: '#1F1F1F', vertical: 'Bottom' },
  finding: { size: 10, color: grey, vertical: 'Top' },
  tileLabel: { size: 9, color: grey, vertical: 'Bottom' },
  tileFigure: { size: 18, bold: true, color: '#1F1F1F', horizontal: 'Left' },
  tileNote: { size: 9, color: grey, vertical: 'Top' },
  header: { size: 9, bold: true, vertical: 'Bottom', borderBottom: { color: accent, weight: 'Thin' } },
  rowRule: { borderBottom: { color: hairline, weight: 'Thin' } },
  rowsRule: { borderBottom: { color: hairline, weight: 'Thin' }, borderBetweenRows: { color: hairline, weight: 'Thin' } },
  strong: { bold: true },
  /** What a small table is of. */
  subject: { bold: true, vertical: 'Bottom' },
  quiet: { size: 9, color: grey },
  /** Under a chart. */
  caption: { size: 9, color: grey, vertical: 'Top' },
  link: { color: accent },
  /** Text beside a column of figures. */
  indented: { horizontal: 'Left', indent: 1 },
  right: { horizontal: 'Right' },
  center: { horizontal: 'Center' },
  rank: { horizontal: 'Left', numberFormat: '0' },
  /** Room to write in. */
  writable: { fill: '#F3F6FA', horizontal: 'Left', indent: 1, vertical: 'Top' },
  score: { horizontal: 'Right', numberFormat: '0' },
  /** Points of health, with a sign that one can see. */
  change: { horizontal: 'Right', numberFormat: '+0.0;"−"0.0;0.0' },
  lost: { horizontal: 'Right', numberFormat: '"−"0.0;0.0;0.0' },
  share: { horizontal: 'Right', numberFormat: '0%' },
  /** Exact amounts, shown in the fewest digits that still differ; the unit stands in the header. */
  money: { horizontal: 'Right', numberFormat: '[>=999500]0.0,," M";[>=999.5]0," K";0' },
  days: { horizontal: 'Right', numberFormat: '#,##0' },
} as const satisfies Record<string, Look>;
