/** Widths of columns: people count characters, office.js points. */

/** The digits of Excel's standard font are 7 pixels wide, and each cell is padded by 5; a pixel is three quarters of a point. */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
