/** Snapshots that a test can write in a few lines. */
import type { CellValue } from '../../../src/host/workbookPort';
import type { CellSnapshot, CellStyle, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../../src/workbench/workbookSnapshot';

export const PLAIN_STYLE: CellStyle = {
  fill: null,
  font: { name: 'Calibri', size: 11, color: '#000000', bold: false, italic: false, strikethrough: false, underline: 'none' },
  borders: {},
  horizontal: 'general',
  vertical: 'bottom',
  wrapText: false,
  indent: 0,
  shrinkToFit: false,
  textRotation: 0,
  locked: true,
  formulaHidden: false,
  numberFormat: 'General',
};

/** A value, or text beginning with "=" as a formula without a result. */
export type Written = CellValue | CellSnapshot | undefined;

const isSnapshot = (written: Written): written is CellSnapshot => typeof written === 'object' && written !== null && 'value' in written;

function cell(written: Written): CellSnapshot | undefined {
  if (written === undefined || written === null) return undefined;
  if (isSnapshot(written)) return written;
  return typeof written === 'string' && written.startsWith('=') ? { value: null, formula: written } : { value: written };
}

export function sheet(name: string, rows: readonly (readonly Written[])[], more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  return {
    id: name.toLowerCase(),
    name,
    visibility: 'Visible',
    tabColor: null,
    showGridlines: true,
    showHeadings: true,
    protected: false,
    frozen: { rows: 0, columns: 0 },
    defaultRowHeight: 15,
    defaultColumnWidth: 48,
    rows: new Map(),
    columns: new Map(),
    cells: new Map(rows.map((row, index) => [index, row.map(cell)])),
    merges: [],
    conditionalFormats: [],
    validations: [],
    hyperlinks: [],
    pageLayout: {
      orientation: 'portrait',
      paperSize: null,
      fit: null,
      scale: null,
      margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
      centerHorizontally: false,
      centerVertically: false,
      printArea: null,
      titleRows: null,
      titleColumns: null,
      printGridlines: false,
      header: { left: '', center: '', right: '' },
      footer: { left: '', center: '', right: '' },
      rowBreaks: [],
    },
    selection: [],
    ...more,
  };
}

export function table(name: string, sheetId: string, at: { row: number; column: number; rows: number }, columns: readonly string[], more: Partial<TableSnapshot> = {}): TableSnapshot {
  return {
    id: `table-${name}`,
    name,
    sheet: sheetId,
    area: { ...at, columns: columns.length },
    columns: columns.map((column, index) => ({ id: index + 1, name: column })),
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filters: [],
    sort: [],
    ...more,
  };
}

export function workbook(sheets: readonly SheetSnapshot[], more: Partial<WorkbookSnapshot> = {}): WorkbookSnapshot {
  return {
    fileName: 'Book.xlsx',
    date1904: false,
    structureProtected: false,
    calculationMode: 'automatic',
    activeSheet: sheets[0]?.id ?? '',
    sheets,
    styles: [PLAIN_STYLE],
    tables: [],
    names: [],
    settings: new Map(),
    properties: new Map(),
    customXmlParts: [],
    ...more,
  };
}
