/** The classes to which many others lead; each is described in the file that bears its name. */
import { declare } from '../objectModel';
import type { DeclaredClass } from '../objectModel';
import type { AreasRef, RangeRef, SheetRef } from './book';

export const rangeClass: DeclaredClass<RangeRef> = declare('Range');
export const rangeAreasClass: DeclaredClass<AreasRef> = declare('RangeAreas');
export const rangeViewClass: DeclaredClass<RangeRef> = declare('RangeView');
export const sheetClass: DeclaredClass<SheetRef> = declare('Worksheet');
