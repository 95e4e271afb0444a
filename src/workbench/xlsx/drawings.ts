/** The drawing of a sheet: where its charts stand, and the parts that hold them. Pictures and shapes in it stay as they are. */
import type { AnchorPoint, Chart } from '../../host/chart';
import type { SheetSnapshot } from '../workbookSnapshot';
import type { OfficePackage, PackageDraft, Relationship } from './officePackage';
import { readChart } from './readChart';
import { CHART_NAMESPACE, chartXml, DRAWING_NAMESPACE, EMU_PER_POINT, type CacheOf } from './writeChart';
import { applySplices, child, descendants, element, escapeXml, numberAttribute, parseXml, prefixedAttribute, unescapeXml, withAttributes, type Splice, type XmlDocument, type XmlElement } from './xml';

const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const CREATION_ID = { uri: '{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}', xmlns: 'http://schemas.microsoft.com/office/drawing/2014/main' } as const;
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

export interface ReadDrawing {
  readonly charts: readonly Chart[];
  /** By chart: the part that holds it. */
  readonly parts: ReadonlyMap<string, string>;
}

export const NO_DRAWING: ReadDrawing = { charts: [], parts: new Map() };

type Lines = Pick<SheetSnapshot, 'rows' | 'columns' | 'defaultRowHeight' | 'defaultColumnWidth'>;

const textOf = (document: XmlDocument, part: XmlElement | undefined): string => (part === undefined ? '' : unescapeXml(document.source.slice(part.contentStart, part.contentEnd)));
const points = (emu: number): number => Math.round((emu / EMU_PER_POINT) * 100) / 100;

function anchorPoint(document: XmlDocument, corner: XmlElement | undefined): AnchorPoint {
  const number = (name: string): number => Number(textOf(document, child(corner, name))) || 0;
  return { row: number('row'), column: number('col'), x: points(number('colOff')), y: points(number('rowOff')) };
}

/** The point that lies so far right and down of another. */
function along(from: AnchorPoint, width: number, height: number, lines: Lines): AnchorPoint {
  const walk = (start: number, distance: number, sizeOf: (line: number) => number): readonly [line: number, rest: number] => {
    let line = start;
    let rest = distance;
    while (rest >= sizeOf(line) && line < 1_048_575) rest -= sizeOf(line++);
    return [line, rest];
  };
  const size = (line: { readonly size?: number; readonly hidden?: true } | undefined, usual: number): number => (line?.hidden === true ? 0 : (line?.size ?? usual));
  const [column, x] = walk(from.column, from.x + width, (at) => size(lines.columns.get(at), lines.defaultColumnWidth));
  const [row, y] = walk(from.row, from.y + height, (at) => size(lines.rows.get(at), lines.defaultRowHeight));
  return { row, column, x, y };
}

function corners(document: XmlDocument, anchor: XmlElement, lines: Lines): Pick<Chart, 'from' | 'to'> {
  const from = anchor.name === 'absoluteAnchor' ? along({ row: 0, column: 0, x: 0, y: 0 }, size(child(anchor, 'pos'), 'x'), size(child(anchor, 'pos'), 'y'), lines) : anchorPoint(document, child(anchor, 'from'));
  const end = child(anchor, 'to');
  const extent = child(anchor, 'ext');
  return { from, to: end === undefined ? along(from, size(extent, 'cx'), size(extent, 'cy'), lines) : anchorPoint(document, end) };
}
const size = (holder: XmlElement | undefined, name: string): number => points(numberAttribute(holder, name) ?? 0);

/** An anchor with one chart in it, and how it is known there. */
interface ChartAnchor {
  readonly anchor: XmlElement;
  readonly properties: XmlElement;
  readonly relationship: string;
}

function chartAnchors(root: XmlElement): ChartAnchor[] {
  return root.children.flatMap((anchor) => {
    const frame = child(anchor, 'graphicFrame');
    const properties = child(child(frame, 'nvGraphicFramePr'), 'cNvPr');
    const chart = frame === undefined ? undefined : descendants(frame, 'chart')[0];
    const relationship = chart === undefined ? undefined : prefixedAttribute(chart, 'id');
    return properties === undefined || relationship === undefined ? [] : [{ anchor, properties, relationship }];
  });
}

const drawingPart = (sheet: XmlElement, relationships: readonly Relationship[]): string | undefined => {
  const drawing = child(sheet, 'drawing');
  const id = drawing === undefined ? undefined : prefixedAttribute(drawing, 'id');
  return relationships.find((relationship) => relationship.id === id)?.target;
};

/** The id that programs give to what they draw, or one made from the part's name, which stays while the file does. */
function idOf(properties: XmlElement, part: string): string {
  const [given] = descendants(properties, 'creationId');
  return given?.attributes.get('id') ?? `{${part}}`;
}

/** Charts of kinds that the port does not know are left out here, and stay in the file. */
export function readDrawing(file: OfficePackage, sheet: XmlElement, relationships: readonly Relationship[], lines: Lines): ReadDrawing {
  const part = drawingPart(sheet, relationships);
  const document = file.xmlIfPresent(part);
  if (part === undefined || document === undefined) return NO_DRAWING;
  const own = file.relationships(part);
  const parts = new Map<string, string>();
  const charts = chartAnchors(document.root).flatMap(({ anchor, properties, relationship }): Chart[] => {
    const target = own.find(({ id }) => id === relationship)?.target;
    const content = file.xmlIfPresent(target);
    const chart = content === undefined ? null : readChart(content);
    if (chart === null || target === undefined) return [];
    const id = idOf(properties, target);
    if (parts.has(id)) return [];
    parts.set(id, target);
    const { attributes } = properties;
    return [{ ...chart, id, name: attributes.get('name') ?? '', altText: attributes.get('descr') ?? '', ...corners(document, anchor, lines) }];
  });
  return { charts, parts };
}

const emu = (value: number): string => String(Math.round(value * EMU_PER_POINT));
const cornerXml = (prefix: string, name: 'from' | 'to', { row, column, x, y }: AnchorPoint): string =>
  element(`${prefix}${name}`, {}, `<${prefix}col>${column}</${prefix}col><${prefix}colOff>${emu(x)}</${prefix}colOff><${prefix}row>${row}</${prefix}row><${prefix}rowOff>${emu(y)}</${prefix}rowOff>`);

function anchorXml(chart: Chart, number: number, relationship: string, relationshipsNamespace: string): string {
  const creation = element('a:ext', { uri: CREATION_ID.uri }, element('a16:creationId', { 'xmlns:a16': CREATION_ID.xmlns, id: chart.id }));
  const properties = element('xdr:cNvPr', { id: number, name: chart.name, descr: chart.altText || null }, chart.id.startsWith('{xl/') ? '' : element('a:extLst', {}, creation));
  const graphic = element(
    'a:graphic', {},
    element('a:graphicData', { uri: CHART_NAMESPACE }, element('c:chart', { 'xmlns:c': CHART_NAMESPACE, 'xmlns:r': relationshipsNamespace, 'r:id': relationship })),
  );
  const frame = element(
    'xdr:graphicFrame', { macro: '' },
    element('xdr:nvGraphicFramePr', {}, `${properties}<xdr:cNvGraphicFramePr/>`) + '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' + graphic,
  );
  // Its own namespaces: the drawing may have been written with other prefixes.
  return element(
    'xdr:twoCellAnchor', { 'xmlns:xdr': SHEET_DRAWING, 'xmlns:a': DRAWING_NAMESPACE },
    `${cornerXml('xdr:', 'from', chart.from)}${cornerXml('xdr:', 'to', chart.to)}${frame}<xdr:clientData/>`,
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const place = ({ from, to, name, altText }: Chart): unknown => [from, to, name, altText];
const withoutPlace = (chart: Chart): unknown => ({ ...chart, from: null, to: null, name: '', altText: '' });
const withoutReferences = (chart: Chart): unknown =>
  ({ ...(withoutPlace(chart) as Chart), series: chart.series.map((series) => ({ ...series, name: series.name.startsWith('=') ? '=' : series.name, values: '', categories: series.categories === null ? null : '' })) });

/** The part with other references and everything else as it was, also what the port does not know. */
function withReferences(document: XmlDocument, chart: Chart): string {
  const splices = descendants(document.root, 'ser').flatMap((series, index): Splice[] => {
    const now = chart.series[index];
    return [['tx', now?.name], ['cat', now?.categories], ['val', now?.values]].flatMap(([holder, formula]) => {
      const found = child(series, holder ?? '');
      const [reference] = found === undefined ? [] : descendants(found, 'f');
      if (reference === undefined || typeof formula !== 'string' || !formula.startsWith('=')) return [];
      return [{ start: reference.contentStart, end: reference.contentEnd, text: escapeXml(formula.slice(1)) }];
    });
  });
  return applySplices(document.source, splices);
}

export interface DrawingDraft {
  readonly draft: PackageDraft;
  readonly file: OfficePackage;
  readonly sheetPart: string;
  /** The sheet as it is in the file; `undefined` for a new one. */
  readonly sheet: XmlElement | undefined;
  readonly relationships: readonly Relationship[];
  readonly parts: ReadonlyMap<string, string>;
  readonly before: readonly Chart[];
  readonly after: readonly Chart[];
  readonly cacheOf: CacheOf;
  readonly relationshipsNamespace: string;
}

/** Writes what changed. Answers the relationship by which the sheet leads to its drawing, `null` where it has none any more, `undefined` where nothing changed. */
export function writeDrawing({ draft, file, sheetPart, sheet, relationships, parts, before, after, cacheOf, relationshipsNamespace }: DrawingDraft): string | null | undefined {
  if (same(before, after)) return undefined;
  const known = sheet === undefined ? undefined : drawingPart(sheet, relationships);
  const part = known ?? draft.freeName('xl/drawings/drawing#.xml');
  const document = file.xmlIfPresent(known) ?? parseXml('<wsDr></wsDr>', part);
  const own = known === undefined ? [] : file.relationships(known);
  const anchors = known === undefined ? [] : chartAnchors(document.root);
  const anchorOf = (id: string): ChartAnchor | undefined => {
    const target = parts.get(id);
    return anchors.find(({ relationship }) => own.some((one) => one.id === relationship && one.target === target));
  };
  const splices: Splice[] = [];
  const gone = before.filter(({ id }) => !after.some((chart) => chart.id === id));
  for (const { id } of gone) {
    const found = anchorOf(id);
    if (found !== undefined) splices.push({ start: found.anchor.start, end: found.anchor.end, text: '' });
    draft.remove(part, parts.get(id) ?? '');
  }
  let number = Math.max(1, ...descendants(document.root, 'cNvPr').map((properties) => numberAttribute(properties, 'id') ?? 1));
  let added = '';
  for (const chart of after) {
    const old = before.find(({ id }) => id === chart.id);
    const target = parts.get(chart.id);
    const found = old === undefined ? undefined : anchorOf(chart.id);
    if (old === undefined || target === undefined || found === undefined) {
      const relationship = draft.add(part, 'chart', draft.freeName('xl/charts/chart#.xml'), CHART_TYPE, chartXml(chart, cacheOf));
      number += 1;
      added += anchorXml(chart, number, relationship, relationshipsNamespace);
      continue;
    }
    if (!same(withoutPlace(old), withoutPlace(chart))) {
      draft.put(target, same(withoutReferences(old), withoutReferences(chart)) ? withReferences(file.xml(target), chart) : chartXml(chart, cacheOf));
    }
    if (!same(place(old), place(chart))) splices.push(...movedAnchor(document, found, chart, relationshipsNamespace));
  }
  const left = known === undefined ? 0 : document.root.children.length - gone.length;
  if (left === 0 && after.length === 0) {
    if (known !== undefined) draft.remove(sheetPart, part);
    return null;
  }
  if (known === undefined) {
    const xml = element('xdr:wsDr', { 'xmlns:xdr': SHEET_DRAWING, 'xmlns:a': DRAWING_NAMESPACE }, added);
    return draft.add(sheetPart, 'drawing', part, DRAWING_TYPE, xml);
  }
  draft.put(part, applySplices(document.source, [...splices.sort((a, b) => a.start - b.start), { start: document.root.contentEnd, end: document.root.contentEnd, text: added }]));
  return relationships.find(({ target }) => target === part)?.id ?? null;
}

function movedAnchor(document: XmlDocument, { anchor, properties, relationship }: ChartAnchor, chart: Chart, relationshipsNamespace: string): Splice[] {
  const from = child(anchor, 'from');
  const to = child(anchor, 'to');
  if (from === undefined || to === undefined) {
    return [{ start: anchor.start, end: anchor.end, text: anchorXml(chart, numberAttribute(properties, 'id') ?? 2, relationship, relationshipsNamespace) }];
  }
  const prefix = anchor.prefix === '' ? '' : `${anchor.prefix}:`;
  return [
    { start: from.start, end: from.end, text: cornerXml(prefix, 'from', chart.from) },
    { start: to.start, end: to.end, text: cornerXml(prefix, 'to', chart.to) },
    { start: properties.start, end: properties.end, text: withAttributes(document, properties, { name: chart.name, descr: chart.altText || null }) },
  ];
}

