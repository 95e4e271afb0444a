/** Ranges as arguments: the object itself, or an address. */
import type { Argument } from '../argument';
import { either, text } from '../argument';
import { instanceOf } from '../objectModel';
import { refuse } from '../officeError';
import type { RangeRef } from './book';
import { sheetOf } from './book';
import { rangeClass } from './classes';
import { resolveReference } from './reference';

export const range: Argument<RangeRef> = instanceOf(rangeClass);
export const rangeOrAddress: Argument<RangeRef | string> = either(range, text);

/** An address without a sheet is meant on the sheet of `near`. */
export function rangeFrom(given: RangeRef | string, near: RangeRef): RangeRef {
  if (typeof given !== 'string') return given;
  return resolveReference(near.book, given, sheetOf(near)) ?? refuse('InvalidArgument', `"${given}" is no address.`);
}
