/** A part of what a new sheet is made of: some calls, and what they add to a request. */

export interface Step {
  readonly bytes: number;
  readonly run: (sheet: Excel.Worksheet) => void;
}
