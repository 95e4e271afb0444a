/** Excel.Application and the culture it speaks, and the functions that can be called without a cell. */
import { flag, number, oneOf } from '../argument';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass } from '../objectModel';
import { refuse } from '../officeError';
import type { Book } from './book';
import type { Culture } from './culture';
import { serialOf } from './typedInput';

const numberFormatClass: OfficeClass<Culture> = describe('NumberFormatInfo', {
  properties: {
    numberDecimalSeparator: readOnly((culture) => culture.decimalSeparator),
    numberGroupSeparator: readOnly((culture) => culture.groupSeparator),
  },
});

const dateFormatClass: OfficeClass<Culture> = describe('DatetimeFormatInfo', {
  properties: {
    dateSeparator: readOnly((culture) => culture.dateSeparator),
    longDatePattern: readOnly((culture) => culture.longDatePattern),
    longTimePattern: readOnly((culture) => culture.longTimePattern),
    shortDatePattern: readOnly((culture) => culture.shortDatePattern),
    timeSeparator: readOnly((culture) => culture.timeSeparator),
  },
});

const cultureClass: OfficeClass<Culture> = describe('CultureInfo', {
  properties: { name: readOnly((culture) => culture.name) },
  objects: { datetimeFormat: (culture) => dateFormatClass.of(culture), numberFormat: (culture) => numberFormatClass.of(culture) },
});

export const applicationClass: OfficeClass<Book> = describe('Application', {
  properties: {
    calculationEngineVersion: readOnly(() => 191_029),
    calculationMode: settable(
      ({ port }) => (port.calculationMode === 'automatic' ? 'Automatic' : 'Manual'),
      oneOf('Automatic', 'Manual', 'AutomaticExceptTables'),
      ({ port }, mode) => {
        if (mode === 'AutomaticExceptTables') refuse('UnsupportedOperation', 'This host has no data tables.');
        port.calculationMode = mode === 'Automatic' ? 'automatic' : 'manual';
      },
    ),
    calculationState: readOnly(() => 'Done'),
    decimalSeparator: readOnly(({ culture }) => culture.decimalSeparator),
    thousandsSeparator: readOnly(({ culture }) => culture.groupSeparator),
    useSystemSeparators: readOnly(() => true),
  },
  objects: { cultureInfo: ({ culture }) => cultureClass.of(culture) },
  methods: {
    calculate: method([oneOf('Recalculate', 'Full', 'FullRebuild')], ({ port }, type) => port.calculate(type !== 'Recalculate')),
    // Nothing is painted or calculated between the actions of one request here, so there is nothing to suspend.
    suspendApiCalculationUntilNextSync: method([], () => undefined),
    suspendScreenUpdatingUntilNextSync: method([], () => undefined),
  },
});

export const runtimeClass: OfficeClass<Book> = describe('Runtime', {
  properties: {
    enableEvents: settable(
      (book) => book.eventsEnabled,
      flag,
      (book, enabled) => {
        book.eventsEnabled = enabled;
      },
    ),
  },
});

const functionResultClass: OfficeClass<{ readonly value: number }> = describe('FunctionResult', {
  properties: { error: readOnly(() => null), value: readOnly(({ value }) => value) },
});

export const functionsClass: OfficeClass<Book> = describe('Functions', {
  methods: {
    /** The only way to learn a workbook's date system: 1 January 2000 is 36526, or 35064 where it counts from 1904. */
    date: method([number, number, number], ({ port }, year, month, day) => {
      const at = new Date(Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day));
      const value =
        serialOf([at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()], port.date1904) ?? refuse('InvalidArgument', 'There is no such date.');
      return functionResultClass.of({ value });
    }),
  },
});

export const applicationClasses = [
  applicationClass,
  cultureClass,
  numberFormatClass,
  dateFormatClass,
  runtimeClass,
  functionsClass,
  functionResultClass,
];
