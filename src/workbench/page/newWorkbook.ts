/** What stands in the grid where no file was asked for. */
import type { WorkbookSnapshot } from '../workbookSnapshot';
import { DEFAULT_STYLE } from '../xlsx/readStyles';
import { blankSheet } from '../xlsx/writeWorksheet';
import { SENTENCES } from './sentences';

export function newWorkbook(): WorkbookSnapshot {
  const sheet = blankSheet('{00000000-0001-0000-0000-000000000000}', 'Sheet1');
  return {
    fileName: SENTENCES.newWorkbook, date1904: false, structureProtected: false, calculationMode: 'automatic', activeSheet: sheet.id, sheets: [sheet],
    styles: [DEFAULT_STYLE], tables: [], names: [], settings: new Map(), properties: new Map(), customXmlParts: [],
  };
}
