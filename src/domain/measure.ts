/** The numbers of the field, branded so that none can be taken for another. */

declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

/** A mark from 0 (nothing of it) to 100 (all of it). */
export type Score = Branded<'score'>;
/** A part of a whole, 0 to 1. */
export type Share = Branded<'share'>;
/** Money in hundredths of its currency, a whole number: sums of it are exact. */
export type Minor = Branded<'minor'>;
/** A day as Excel's 1900 date system counts them: 1 January 2000 is 36526. Workbooks of the 1904 system are converted when read. */
export type SerialDate = Branded<'serial date'>;
