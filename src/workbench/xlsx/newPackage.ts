/** The package of a workbook that was never a file: no sheets yet, and styles that hold its normal look alone. */
import type { WorkbookSnapshot } from '../workbookSnapshot';
import type { AddInIdentity } from './addInSettings';
import { argb, readPalette } from './colors';
import { OFFICE_RELATIONSHIPS, OfficePackage } from './officePackage';
import { DEFAULT_STYLE, readStyles } from './readStyles';
import { NO_STRINGS } from './sharedStrings';
import { MAIN_NAMESPACE, type XlsxPackage } from './xlsxPackage';
import { element, parseXml } from './xml';

const MAIN = MAIN_NAMESPACE.transitional;
const RELATIONSHIPS = OFFICE_RELATIONSHIPS.transitional;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';

function stylesXml(snapshot: WorkbookSnapshot): string {
  const { font } = snapshot.styles[0] ?? DEFAULT_STYLE;
  const size = element('sz', { val: font.size });
  const fontXml = element('font', {}, `${size}${element('color', { rgb: argb(font.color) })}${element('name', { val: font.name })}<family val="2"/>`);
  return element('styleSheet', { xmlns: MAIN }, [
    element('fonts', { count: 1 }, fontXml),
    // The first two fills are Excel's own, whatever a file says of them.
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '<dxfs count="0"/>',
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
  ].join(''));
}

export function newPackage(snapshot: WorkbookSnapshot, addIn: AddInIdentity | null): XlsxPackage {
  const styles = stylesXml(snapshot);
  const workbook = element('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS },
    element('workbookPr', { date1904: snapshot.date1904 || null }) + '<bookViews><workbookView/></bookViews><sheets/>');
  const type = (part: string, name: string): string => element('Override', { PartName: `/${part}`, ContentType: `${SPREADSHEET_TYPE}.${name}+xml` });
  const relationship = (kind: string, target: string): string => element('Relationships', { xmlns: `${PACKAGE}/relationships` },
    element('Relationship', { Id: 'rId1', Type: `${RELATIONSHIPS}/${kind}`, Target: target }));
  const file = OfficePackage.fromParts(new Map([
    ['[Content_Types].xml', element('Types', { xmlns: `${PACKAGE}/content-types` },
      element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' })
      + element('Default', { Extension: 'xml', ContentType: 'application/xml' }) + type(WORKBOOK, 'sheet.main') + type(STYLES, 'styles'))],
    ['_rels/.rels', relationship('officeDocument', WORKBOOK)],
    [WORKBOOK, workbook],
    ['xl/_rels/workbook.xml.rels', relationship('styles', 'styles.xml')],
    [STYLES, styles],
  ]));
  const palette = readPalette(undefined, undefined);
  const read = readStyles(parseXml(styles, STYLES).root, palette);
  return {
    file, workbookPart: WORKBOOK, stylesPart: STYLES, strict: false, styles: read, palette, addIn,
    sheets: [], sheetParts: new Map(), tableParts: new Map(), chartParts: new Map(), sharedStrings: NO_STRINGS,
    snapshot: {
      ...snapshot, structureProtected: false, calculationMode: 'automatic', sheets: [], styles: read.styles, tables: [], names: [],
      settings: new Map(), properties: new Map(), customXmlParts: [],
    },
  };
}
