/** Excel.PageLayout: how a sheet is printed, with headers, footers and page breaks. */
import { flag, nullable, number, oneOf, record, text } from '../argument';
import type { Json } from '../json';
import { describe, method, orNullObject, readOnly, settable } from '../objectModel';
import type { OfficeClass, Property } from '../objectModel';
import { found, refuse } from '../officeError';
import type { PageLayout } from '../workbookPort';
import { MAX_COLUMNS, MAX_ROWS } from './area';
import type { SheetRef } from './book';
import { rangeOn } from './book';
import { rangeFrom, rangeOrAddress } from './rangeArgument';
import { rangeAreasClass, rangeClass } from './classes';

const layoutOf = ({ book, id }: SheetRef): PageLayout => book.port.pageLayout(id);
const change = ({ book, id }: SheetRef, patch: Partial<PageLayout>): void => book.port.setPageLayout(id, patch);

/** By the names of Excel.PaperType, as the numbers of printer drivers and workbooks. */
const papers: Readonly<Record<string, number>> = {
  Letter: 1,
  LetterSmall: 2,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
  Folio: 14,
};
const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

function margin(side: keyof PageLayout['margins']): Property<SheetRef> {
  return settable(
    (sheet) => layoutOf(sheet).margins[side],
    number,
    (sheet, points) => change(sheet, { margins: { ...layoutOf(sheet).margins, [side]: points } }),
  );
}

function part(where: 'header' | 'footer', side: 'left' | 'center' | 'right'): Property<SheetRef> {
  return settable(
    (sheet) => layoutOf(sheet)[where][side],
    text,
    (sheet, words) => change(sheet, { [where]: { ...layoutOf(sheet)[where], [side]: words } }),
  );
}

const headerFooterClass: OfficeClass<SheetRef> = describe('HeaderFooter', {
  properties: {
    centerFooter: part('footer', 'center'),
    centerHeader: part('header', 'center'),
    leftFooter: part('footer', 'left'),
    leftHeader: part('header', 'left'),
    rightFooter: part('footer', 'right'),
    rightHeader: part('header', 'right'),
  },
});

const headerFooterGroupClass: OfficeClass<SheetRef> = describe('HeaderFooterGroup', {
  properties: { state: readOnly(() => 'Default') },
  objects: { defaultForAllPages: (sheet) => headerFooterClass.of(sheet) },
});

const near = (sheet: SheetRef) => rangeOn(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
const pages = (given: unknown): number | null => (typeof given === 'number' && given > 0 ? given : null);

export const pageLayoutClass: OfficeClass<SheetRef> = describe('PageLayout', {
  properties: {
    bottomMargin: margin('bottom'),
    centerHorizontally: settable(
      (sheet) => layoutOf(sheet).centerHorizontally,
      flag,
      (sheet, centerHorizontally) => change(sheet, { centerHorizontally }),
    ),
    centerVertically: settable(
      (sheet) => layoutOf(sheet).centerVertically,
      flag,
      (sheet, centerVertically) => change(sheet, { centerVertically }),
    ),
    footerMargin: margin('footer'),
    headerMargin: margin('header'),
    leftMargin: margin('left'),
    orientation: settable(
      (sheet) => (layoutOf(sheet).orientation === 'portrait' ? 'Portrait' : 'Landscape'),
      oneOf('Portrait', 'Landscape'),
      (sheet, name) => change(sheet, { orientation: name === 'Portrait' ? 'portrait' : 'landscape' }),
    ),
    paperSize: settable(
      (sheet) => Object.entries(papers).find(([, size]) => size === layoutOf(sheet).paperSize)?.[0] ?? null,
      oneOf(...Object.keys(papers)),
      (sheet, name) => change(sheet, { paperSize: papers[name] ?? null }),
    ),
    printGridlines: settable(
      (sheet) => layoutOf(sheet).printGridlines,
      flag,
      (sheet, printGridlines) => change(sheet, { printGridlines }),
    ),
    rightMargin: margin('right'),
    topMargin: margin('top'),
    zoom: settable(
      (sheet): Json => {
        const { scale, fit } = layoutOf(sheet);
        return fit === null || scale !== null ? { scale: scale ?? 100 } : { horizontalFitToPages: fit.wide, verticalFitToPages: fit.tall };
      },
      record,
      (sheet, zoom) => {
        if (typeof zoom.scale === 'number') {
          if (zoom.scale < 10 || zoom.scale > 400) refuse('InvalidArgument', 'The scale lies between 10 and 400.');
          return change(sheet, { scale: zoom.scale, fit: null });
        }
        return change(sheet, { scale: null, fit: { wide: pages(zoom.horizontalFitToPages), tall: pages(zoom.verticalFitToPages) } });
      },
    ),
  },
  objects: { headersFooters: (sheet) => headerFooterGroupClass.of(sheet) },
  methods: {
    ...orNullObject('getPrintArea', [], (sheet) => {
      const { printArea } = layoutOf(sheet);
      return printArea === null ? null : rangeAreasClass.of({ book: sheet.book, sheet: sheet.id, areas: [printArea] });
    }),
    ...orNullObject('getPrintTitleColumns', [], (sheet) => {
      const { titleColumns } = layoutOf(sheet);
      return titleColumns === null ? null : rangeClass.of(rangeOn(sheet, { row: 0, rows: MAX_ROWS, ...titleColumns }));
    }),
    ...orNullObject('getPrintTitleRows', [], (sheet) => {
      const { titleRows } = layoutOf(sheet);
      return titleRows === null ? null : rangeClass.of(rangeOn(sheet, { column: 0, columns: MAX_COLUMNS, ...titleRows }));
    }),
    setPrintArea: method([rangeOrAddress], (sheet, given) => change(sheet, { printArea: rangeFrom(given, near(sheet)).area })),
    setPrintMargins: method([oneOf('Points', 'Inches', 'Centimeters'), record], (sheet, unit, given) => {
      const size = (value: unknown, now: number): number => (typeof value === 'number' ? value * found(POINTS[unit]) : now);
      const now = layoutOf(sheet).margins;
      change(sheet, {
        margins: {
          top: size(given.top, now.top),
          bottom: size(given.bottom, now.bottom),
          left: size(given.left, now.left),
          right: size(given.right, now.right),
          header: size(given.header, now.header),
          footer: size(given.footer, now.footer),
        },
      });
    }),
    setPrintTitleColumns: method([rangeOrAddress], (sheet, given) => {
      const { column, columns } = rangeFrom(given, near(sheet)).area;
      change(sheet, { titleColumns: { column, columns } });
    }),
    setPrintTitleRows: method([rangeOrAddress], (sheet, given) => {
      const { row, rows } = rangeFrom(given, near(sheet)).area;
      change(sheet, { titleRows: { row, rows } });
    }),
  },
});

interface BreakRef {
  readonly sheet: SheetRef;
  readonly row: number;
}
const setBreaks = (sheet: SheetRef, rows: Iterable<number>): void => change(sheet, { rowBreaks: [...new Set(rows)].sort((a, b) => a - b) });

const pageBreakClass: OfficeClass<BreakRef> = describe('PageBreak', {
  id: { as: '_Id', of: ({ row }) => row },
  properties: { columnIndex: readOnly(() => 0), rowIndex: readOnly(({ row }) => row) },
  methods: {
    delete: method([], ({ sheet, row }) =>
      setBreaks(
        sheet,
        layoutOf(sheet).rowBreaks.filter((other) => other !== row),
      ),
    ),
    getCellAfterBreak: method([], ({ sheet, row }) => rangeClass.of(rangeOn(sheet, { row, column: 0, rows: 1, columns: 1 }))),
  },
});

export const rowBreakCollection: OfficeClass<SheetRef> = describe('PageBreakCollection', {
  items: {
    all: (sheet) => layoutOf(sheet).rowBreaks.map((row) => pageBreakClass.of({ sheet, row })),
    find: (sheet, key) => (layoutOf(sheet).rowBreaks.includes(Number(key)) ? pageBreakClass.of({ sheet, row: Number(key) }) : null),
  },
  methods: {
    add: method([nullable(rangeOrAddress)], (sheet, given) => {
      const { row } = rangeFrom(found(given), near(sheet)).area;
      setBreaks(sheet, [...layoutOf(sheet).rowBreaks, row]);
      return pageBreakClass.of({ sheet, row });
    }),
    removePageBreaks: method([], (sheet) => setBreaks(sheet, [])),
  },
});

export const pageLayoutClasses = [pageLayoutClass, headerFooterClass, headerFooterGroupClass, pageBreakClass, rowBreakCollection];
