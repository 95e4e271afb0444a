/** What a reader keeps of a file beside the snapshot, so that a writer can leave alone whatever did not change. */
import type { SheetId, TableId } from '../../host/workbookPort';
import type { WorkbookSnapshot } from '../workbookSnapshot';
import type { AddInIdentity } from './addInSettings';
import type { Palette } from './colors';
import type { OfficePackage } from './officePackage';
import type { StyleSheet } from './readStyles';
import type { SharedStrings } from './sharedStrings';
import type { AttributeValues } from './xml';

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
  /** By chart: the part that holds it. */
  readonly chartParts: ReadonlyMap<string, string>;
}

/** The attributes by which a part keeps its id across files; none for parts without one. */
export const revisionId = (uid: string | null): AttributeValues => (uid === null ? {} : {
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:Ignorable': 'xr',
  'xmlns:xr': 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision', 'xr:uid': uid,
});

export const MAIN_NAMESPACE = {
  transitional: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', strict: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
} as const;
