/** What a reader keeps of a file beside the snapshot, so that a writer can leave alone whatever did not change. */
import type { SheetId, TableId } from '../../host/workbookPort';
import type { WorkbookSnapshot } from '../workbookSnapshot';
import type { AddInIdentity } from './addInSettings';
import type { Palette } from './colors';
import type { OfficePackage } from './officePackage';
import type { StyleSheet } from './readStyles';
import type { SharedStrings } from './sharedStrings';

export interface XlsxPackage {
  readonly file: OfficePackage;
  /** As it was read; changes are told against it. */
  readonly snapshot: WorkbookSnapshot;
  readonly workbookPart: string;
  readonly stylesPart: string | undefined;
  /** ISO's strict dialect, with namespaces and relationship types of its own. */
  readonly strict: boolean;
  readonly styles: StyleSheet;
  readonly palette: Palette;
  readonly addIn: AddInIdentity | null;
  /** In the order of the file; `undefined` for chart, dialog and macro sheets, which are kept but not opened. */
  readonly sheets: readonly (SheetId | undefined)[];
  readonly sheetParts: ReadonlyMap<SheetId, string>;
  readonly sharedStrings: SharedStrings;
  readonly tableParts: ReadonlyMap<TableId, string>;
}

export const MAIN_NAMESPACE = { transitional: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main' } as const;
export const RELATIONSHIPS_NAMESPACE = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const;
