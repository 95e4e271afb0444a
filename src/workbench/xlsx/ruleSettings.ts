/** What conditional formats beyond plain comparisons are made of, in the words of the file. */
import type { StylePatch } from '../../host/workbookPort';

/** One threshold of a scale, bar or icon set: OOXML's type (num, percent, percentile, formula, min, max) and its value. */
export interface Threshold {
  readonly type: string;
  readonly value?: string;
  /** Icons only: from the value itself on (true), or only above it. */
  readonly inclusive?: boolean;
}
export interface DataBarSettings {
  readonly low: Threshold;
  readonly high: Threshold;
  readonly color: string;
  readonly showValue: boolean;
}
export interface ColorScaleSettings {
  readonly points: readonly (Threshold & { readonly color: string })[];
}
export interface IconSetSettings {
  readonly set: string;
  readonly thresholds: readonly Threshold[];
  readonly showValue: boolean;
  readonly reverse: boolean;
}
export interface TopBottomSettings {
  readonly rank: number;
  readonly percent: boolean;
  readonly bottom: boolean;
  readonly style: StylePatch;
}
/** A rule without numbers of its own: OOXML's rule type and the attributes that refine it. */
export interface PresetSettings {
  readonly type:
    | 'aboveAverage' | 'containsBlanks' | 'containsErrors' | 'duplicateValues' | 'notContainsBlanks' | 'notContainsErrors' | 'timePeriod' | 'uniqueValues';
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: StylePatch;
}
