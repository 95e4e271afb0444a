/** Sheets of a workbook as a file of their own: values, looks and charts, and nothing else of what the workbook holds. */
import type { Chart } from '../../host/chart';
import { parseAddress } from '../../host/excel/address';
import type { SheetId } from '../../host/workbookPort';
import type { CellSnapshot, CellStyle, LineSnapshot, SheetSnapshot, WorkbookSnapshot } from '../workbookSnapshot';
import { DEFAULT_STYLE } from './readStyles';
import { writeXlsx } from './writeXlsx';

export interface DocumentProperties {
  readonly title: string;
  /** `null` where nobody is named. */
  readonly author: string | null;
}

/** In the order of the tabs. */
export function loneXlsx(snapshot: WorkbookSnapshot, sheets: ReadonlySet<SheetId>, properties: DocumentProperties): Uint8Array {
  const lone = loneSheets(snapshot, sheets, properties);
  // No package and no changes to one: all of it is made anew.
  return writeXlsx({ snapshot: lone, changes: { sheets: new Map(), tables: new Set(), sheetList: true, names: true, settings: true, properties: true, customXmlParts: true, calculationMode: true } }, null).bytes;
}

function loneSheets({ date1904, fileName, sheets: all, styles: allStyles }: WorkbookSnapshot, ids: ReadonlySet<SheetId>, { title, author }: DocumentProperties): WorkbookSnapshot {
  const styles = new UsedStyles(allStyles);
  const kept = all.filter(({ id }) => ids.has(id));
  const names = new Set(kept.map(({ name }) => name.toLowerCase()));
  const sheets = kept.map((sheet) => loneSheet(sheet, styles, names));
  return {
    fileName, date1904, structureProtected: false, calculationMode: 'automatic', activeSheet: sheets[0]?.id ?? '', sheets, styles: styles.used,
    tables: [], names: [], settings: new Map(), properties: new Map([['title', title], ...(author === null ? [] : [['author', author] as const])]), customXmlParts: [],
  };
}

function loneSheet(sheet: SheetSnapshot, styles: UsedStyles, names: ReadonlySet<string>): SheetSnapshot {
  const { rows, columns, cells, conditionalFormats, hyperlinks, charts = [] } = sheet;
  const lines = (all: ReadonlyMap<number, LineSnapshot>): ReadonlyMap<number, LineSnapshot> => new Map([...all].map(([at, line]) => [at, styles.of(line)]));
  return {
    ...sheet,
    visibility: 'Visible',
    protected: false,
    rows: lines(rows),
    columns: lines(columns),
    cells: new Map([...cells].map(([row, line]) => [row, line.map((cell) => cell && styles.of(valueOf(cell)))])),
    // Whatever holds a formula may name what is not here.
    conditionalFormats: conditionalFormats.filter(({ rule }) => rule.kind !== 'custom' && !JSON.stringify(rule).includes('"=')),
    validations: [],
    hyperlinks: hyperlinks.filter(({ link }) => link.location === null),
    customProperties: new Map(),
    charts: charts.filter((chart) => refersOnlyTo(chart, names)),
  };
}

/** What a formula came to stands in its place. */
function valueOf({ value, quoted, style }: CellSnapshot): CellSnapshot {
  return { value, ...(quoted === undefined ? {} : { quoted }), ...(style === undefined ? {} : { style }) };
}

function refersOnlyTo({ series }: Chart, sheets: ReadonlySet<string>): boolean {
  const formulas = series.flatMap(({ name, values, categories }) => [values, categories ?? [], name.startsWith('=') ? name : []].flat());
  return formulas.every((formula) => sheets.has(parseAddress(formula.replace(/^=/, ''))?.sheet?.toLowerCase() ?? ''));
}

/** The styles that are used, numbered anew; the first stays the normal one, whose font all sizes go by. */
class UsedStyles {
  readonly used: CellStyle[];
  private readonly places = new Map<number, number>();

  constructor(private readonly all: readonly CellStyle[]) {
    this.used = [{ ...DEFAULT_STYLE, font: all[0]?.font ?? DEFAULT_STYLE.font }];
  }

  of<Styled extends { readonly style?: number }>(styled: Styled): Styled {
    const { style } = styled;
    return style === undefined ? styled : { ...styled, style: this.placeOf(style) };
  }

  private placeOf(style: number): number {
    const known = this.places.get(style);
    if (known !== undefined) return known;
    const place = this.used.length;
    this.places.set(style, place);
    this.used.push(this.all[style] ?? DEFAULT_STYLE);
    return place;
  }
}
