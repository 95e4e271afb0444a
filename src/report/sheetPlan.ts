/**
 * What a sheet will hold, as a plain description: nothing here touches a workbook.
 * Rows and columns are 0-based places on the new sheet. Values are data, never formulas; the writing gateway makes text inert.
 */

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type PlanValue = string | number | null;

/** How cells look; what is absent stays as the workbook's normal style has it. */
export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'Left' | 'Center' | 'Right' | 'CenterAcrossSelection';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  readonly borderTop?: PlanBorder;
  readonly borderBottom?: PlanBorder;
  /** A line between each row of the area and the next. */
  readonly borderBetweenRows?: PlanBorder;
}
export interface PlanBorder {
  readonly color: string;
  readonly weight: 'Hairline' | 'Thin' | 'Medium';
}

/** A text that leads to a cell of the user's tables: `location` as a formula writes it, "Initiatives!F7". */
export interface PlanLink {
  readonly row: number;
  readonly column: number;
  readonly location: string;
  readonly screenTip: string;
}

/** One row of bars, or a line: colours as "#RRGGBB". */
export interface PlanSeries {
  readonly name: string;
  readonly values: Area;
  readonly color: string;
  /** A line around each bar. */
  readonly outline?: string;
  /** Of each value, where they differ. */
  readonly pointColors?: readonly string[];
}

/** Where the values of a chart begin and end, and how far its gridlines lie apart; `null` is left to Excel. */
export interface ChartScale {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly step: number | null;
}

/** A native chart of values that stand on the sheet: bars lie, the first one on top, each with its value beside it; a line has its values above. */
export interface PlanChart {
  readonly kind: 'bar' | 'line';
  /** Its plain subject: Excel lists it by this. */
  readonly name: string;
  /** What it shows, as a sentence. */
  readonly title: string;
  /** The cells that it covers. */
  readonly place: Area;
  readonly categories: Area;
  readonly series: readonly PlanSeries[];
  readonly labelFormat: string;
  readonly legend: boolean;
  readonly scale: ChartScale;
}

export interface PrintPlan {
  readonly orientation: 'landscape' | 'portrait';
  readonly pagesWide: number;
  /** In centimetres, all four sides. */
  readonly margin: number;
  readonly titleRows: Area | null;
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
  /** Rows before which a new page starts. */
  readonly breaks: readonly number[];
  readonly area: Area;
}

export interface SheetPlan {
  /** The wanted name; where the workbook has it already, " (2)" and so on is added. */
  readonly name: string;
  /** In characters of the normal font. */
  readonly columnWidths: readonly number[];
  /** Heights in points of the rows that need their own. */
  readonly rowHeights: readonly { readonly row: number; readonly rows: number; readonly height: number }[];
  /** As wide as `columnWidths`; `null` is an empty cell. */
  readonly values: readonly (readonly PlanValue[])[];
  /** Applied in order: a later one adds to an earlier one. */
  readonly looks: readonly { readonly area: Area; readonly look: Look }[];
  readonly links: readonly PlanLink[];
  readonly charts: readonly PlanChart[];
  /** The list that the next review reads back; `null` where there is none. */
  readonly readBack: Area | null;
  readonly frozenRows: number;
  readonly print: PrintPlan;
}
