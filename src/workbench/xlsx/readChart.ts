/** A chart's part as the port knows charts; `null` for kinds that it does not, which stay in the file. */
import {
  PLAIN_AXIS, PLAIN_CHART, PLAIN_FONT, PLAIN_LABELS, PLAIN_LINE, PLAIN_MARKER, NO_TITLE, type Chart, type ChartAxis, type ChartFont, type ChartGrouping, type ChartKind,
  type ChartLabels, type ChartLegend, type ChartLine, type ChartMarker, type ChartSeries, type ChartTitle, type LabelPosition, type LineDash, type MarkerSymbol, type Paint, type TickMark,
} from '../../host/chart';
import { EMU_PER_POINT } from './writeChart';
import { child, childrenOf, descendants, numberAttribute, readFlag, unescapeXml, type XmlDocument, type XmlElement } from './xml';

type Found = XmlElement | undefined;

const value = (parent: Found, name: string): string | undefined => child(parent, name)?.attributes.get('val');
const valueIn = <T extends string>(parent: Found, name: string, known: readonly T[], otherwise: T): T => known.find((word) => word === value(parent, name)) ?? otherwise;
const numberValue = (parent: Found, name: string): number | null => numberAttribute(child(parent, name), 'val') ?? null;
/** An element without its `val` means yes. */
const flagValue = (parent: Found, name: string, missing: boolean): boolean => (child(parent, name) === undefined ? missing : readFlag(value(parent, name), true));

const DASHES: readonly LineDash[] = ['solid', 'dash', 'dashDot', 'lgDashDotDot', 'sysDot', 'sysDash'];
const SYMBOLS: readonly MarkerSymbol[] = ['none', 'square', 'diamond', 'triangle', 'x', 'star', 'dot', 'dash', 'circle', 'plus'];
const POSITIONS: readonly LabelPosition[] = ['ctr', 'inEnd', 'inBase', 'outEnd', 'l', 'r', 't', 'b'];
const TICKS: readonly TickMark[] = ['none', 'cross', 'in', 'out'];

class ChartReader {
  constructor(private readonly document: XmlDocument) {}

  private text(part: Found): string {
    return part === undefined ? '' : unescapeXml(this.document.source.slice(part.contentStart, part.contentEnd));
  }

  /** Colours of the theme are left to it. */
  private paint(holder: Found): Paint {
    if (child(holder, 'noFill') !== undefined) return 'none';
    const color = child(child(holder, 'solidFill'), 'srgbClr')?.attributes.get('val');
    return color === undefined ? 'automatic' : `#${color.toUpperCase()}`;
  }

  private line(shape: Found): ChartLine {
    const line = child(shape, 'ln');
    if (line === undefined) return PLAIN_LINE;
    const width = numberAttribute(line, 'w');
    return { paint: this.paint(line), weight: width === undefined ? null : width / EMU_PER_POINT, dash: valueIn(line, 'prstDash', DASHES, 'solid') };
  }

  private font(holder: Found): ChartFont {
    const properties = holder === undefined ? undefined : descendants(holder, 'defRPr')[0];
    if (properties === undefined) return PLAIN_FONT;
    const size = numberAttribute(properties, 'sz');
    const color = this.paint(properties);
    const flagOf = (name: string): boolean | null => (properties.attributes.has(name) ? readFlag(properties.attributes.get(name), false) : null);
    return {
      name: child(properties, 'latin')?.attributes.get('typeface') ?? null, size: size === undefined ? null : size / 100, color: color.startsWith('#') ? color : null,
      bold: flagOf('b'), italic: flagOf('i'),
    };
  }

  private title(title: Found): ChartTitle {
    if (title === undefined) return NO_TITLE;
    const rich = child(child(title, 'tx'), 'rich');
    const lines = childrenOf(rich, 'p').map((paragraph) => descendants(paragraph, 't').map((run) => this.text(run)).join(''));
    return { visible: true, text: rich === undefined ? null : lines.join('\n'), overlay: flagValue(title, 'overlay', false), font: this.font(rich ?? child(title, 'txPr')) };
  }

  private legend(legend: Found): ChartLegend {
    if (legend === undefined) return { ...PLAIN_CHART.legend, visible: false };
    const position = valueIn(legend, 'legendPos', ['t', 'b', 'l', 'r', 'tr'], 'r');
    return { visible: true, position, overlay: flagValue(legend, 'overlay', false), font: this.font(child(legend, 'txPr')) };
  }

  private numberFormat(holder: Found): string | null {
    const format = child(holder, 'numFmt');
    return format === undefined || readFlag(format.attributes.get('sourceLinked'), false) ? null : (format.attributes.get('formatCode') ?? null);
  }

  private labels(labels: Found): ChartLabels | null {
    if (labels === undefined || flagValue(labels, 'delete', false)) return null;
    const read = {
      value: flagValue(labels, 'showVal', false), category: flagValue(labels, 'showCatName', false), series: flagValue(labels, 'showSerName', false),
      position: POSITIONS.find((word) => word === value(labels, 'dLblPos')) ?? null, numberFormat: this.numberFormat(labels), font: this.font(child(labels, 'txPr')),
    };
    return read.value || read.category || read.series ? { ...PLAIN_LABELS, ...read } : null;
  }

  private marker(marker: Found, symbols: boolean): ChartMarker {
    if (marker === undefined) return symbols ? PLAIN_MARKER : { ...PLAIN_MARKER, symbol: 'none' };
    const symbol = SYMBOLS.find((word) => word === value(marker, 'symbol')) ?? 'automatic';
    const shape = child(marker, 'spPr');
    return { symbol, size: numberValue(marker, 'size') ?? PLAIN_MARKER.size, fill: this.paint(shape), line: this.line(shape).paint };
  }

  /** `null` where it is no reference to cells. */
  private reference(holder: Found): string | null {
    const formula = holder?.children.map((reference) => child(reference, 'f')).find((found) => found !== undefined);
    return formula === undefined ? null : `=${this.text(formula)}`;
  }

  private series(series: XmlElement, isLine: boolean): ChartSeries | null {
    const name = child(series, 'tx');
    const values = this.reference(child(series, 'val'));
    if (values === null && child(series, 'val') !== undefined) return null;
    const shape = child(series, 'spPr');
    const points = childrenOf(series, 'dPt').map((point) => {
      const look = child(point, 'spPr');
      return { index: numberValue(point, 'idx') ?? 0, fill: this.paint(look), line: this.line(look) };
    });
    return {
      name: this.reference(name) ?? this.text(child(name, 'v')), values: values ?? '', categories: this.reference(child(series, 'cat')), fill: this.paint(shape), line: this.line(shape),
      marker: isLine ? this.marker(child(series, 'marker'), true) : PLAIN_MARKER, labels: this.labels(child(series, 'dLbls')), points, smooth: flagValue(series, 'smooth', false),
    };
  }

  private axis(axis: XmlElement): ChartAxis {
    const scaling = child(axis, 'scaling');
    const lines = (name: string): ChartLine | null => (child(axis, name) === undefined ? null : this.line(child(child(axis, name), 'spPr')));
    return {
      ...PLAIN_AXIS,
      visible: !flagValue(axis, 'delete', false), title: this.title(child(axis, 'title')), minimum: numberValue(scaling, 'min'), maximum: numberValue(scaling, 'max'),
      majorUnit: numberValue(axis, 'majorUnit'), majorGridlines: lines('majorGridlines'), minorGridlines: lines('minorGridlines'), numberFormat: this.numberFormat(axis),
      majorTickMark: valueIn(axis, 'majorTickMark', TICKS, 'cross'), minorTickMark: valueIn(axis, 'minorTickMark', TICKS, 'cross'),
      tickLabels: valueIn(axis, 'tickLblPos', ['nextTo', 'low', 'high', 'none'], 'nextTo'), line: this.line(child(axis, 'spPr')), font: this.font(child(axis, 'txPr')),
      reversed: value(scaling, 'orientation') === 'maxMin',
    };
  }

  read(): Omit<Chart, 'id' | 'name' | 'altText' | 'from' | 'to'> | null {
    const { root } = this.document;
    const chart = child(root, 'chart');
    const plot = child(chart, 'plotArea');
    const groups = plot?.children.filter(({ name }) => name.endsWith('Chart')) ?? [];
    const [group] = groups;
    const category = child(plot, 'catAx');
    const values = childrenOf(plot, 'valAx');
    const [axis] = values;
    if (group === undefined || groups.length !== 1 || category === undefined || axis === undefined || values.length !== 1) return null;
    const kind: ChartKind | null = group.name === 'lineChart' ? 'line' : group.name === 'barChart' ? (value(group, 'barDir') === 'bar' ? 'bar' : 'column') : null;
    if (kind === null) return null;
    const series = childrenOf(group, 'ser').map((one) => this.series(one, kind === 'line'));
    if (series.includes(null)) return null;
    const groupings: readonly ChartGrouping[] = kind === 'line' ? ['standard', 'stacked', 'percentStacked'] : ['clustered', 'stacked', 'percentStacked'];
    const title = child(chart, 'title');
    const shape = child(root, 'spPr');
    return {
      kind, grouping: valueIn(group, 'grouping', groupings, kind === 'line' ? 'standard' : 'clustered'),
      title: flagValue(chart, 'autoTitleDeleted', false) ? NO_TITLE : this.title(title), legend: this.legend(child(chart, 'legend')),
      gapWidth: numberValue(group, 'gapWidth') ?? 150, overlap: numberValue(group, 'overlap') ?? 0, categoryAxis: this.axis(category), valueAxis: this.axis(axis),
      series: series.filter((one) => one !== null), fill: this.paint(shape), line: this.line(shape), font: this.font(child(root, 'txPr')), plotFill: this.paint(child(plot, 'spPr')),
      blanks: valueIn(chart, 'dispBlanksAs', ['gap', 'zero', 'span'], 'zero'), visibleOnly: flagValue(chart, 'plotVisOnly', true), plotBy: 'columns',
    };
  }
}

export const readChart = (document: XmlDocument): ReturnType<ChartReader['read']> => new ChartReader(document).read();
