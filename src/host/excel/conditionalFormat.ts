/** Excel.ConditionalFormat: rules on a sheet that colour the cells of some areas. */
import { flag, json, number, oneOf, record, text } from '../argument';
import type { Argument } from '../argument';
import type { Json } from '../json';
import { describe, method, orNullObject, readOnly, settable } from '../objectModel';
import type { OfficeClass, OfficeObject, Property } from '../objectModel';
import { found, refuse } from '../officeError';
import type { BorderSide, ConditionalFormat, SheetId, Style, StylePatch } from '../workbookPort';
import { intersection } from './area';
import { borderWord, lineStyle, styleOf } from './border';
import { requireUnprotected } from './book';
import type { AreasRef, Book } from './book';
import { color, colorOrNone } from './color';
import { comparison } from './comparison';
import { rangeAreasClass, rangeClass } from './classes';

interface FormatRef {
  readonly book: Book;
  readonly sheet: SheetId;
  readonly id: string;
}
type Rule = ConditionalFormat['rule'];
type StyledRule = Extract<Rule, { readonly style: StylePatch }>;
type RuleOf<K extends Rule['kind']> = Extract<Rule, { readonly kind: K }>;

const types = {
  CellValue: { kind: 'cellValue', operator: 'equal', formula1: '', style: {} },
  ContainsText: { kind: 'text', operator: 'contains', text: '', style: {} },
  Custom: { kind: 'custom', formula: '', style: {} },
  DataBar: { kind: 'dataBar', settings: {} },
  ColorScale: { kind: 'colorScale', settings: {} },
  IconSet: { kind: 'iconSet', settings: {} },
  TopBottom: { kind: 'topBottom', settings: {} },
  PresetCriteria: { kind: 'preset', settings: {} },
} as const satisfies Readonly<Record<string, Rule>>;
type TypeName = keyof typeof types;
const typeOf = (rule: Rule): TypeName => found((Object.keys(types) as TypeName[]).find((name) => types[name].kind === rule.kind));

const formatOf = ({ book, sheet, id }: FormatRef): ConditionalFormat => found(book.port.conditionalFormats(sheet).find((format) => format.id === id));

function change(ref: FormatRef, next: (format: ConditionalFormat) => ConditionalFormat): void {
  requireUnprotected(ref.book, ref.sheet);
  formatOf(ref);
  ref.book.port.setConditionalFormats(
    ref.sheet,
    ref.book.port.conditionalFormats(ref.sheet).map((format) => (format.id === ref.id ? next(format) : format)),
  );
}

function ruleOf<K extends Rule['kind']>(ref: FormatRef, kind: K): RuleOf<K> {
  const { rule } = formatOf(ref);
  return rule.kind === kind ? (rule as RuleOf<K>) : refuse('InvalidOperation', `This conditional format is of type ${typeOf(rule)}.`);
}
const setRule = (ref: FormatRef, rule: Rule): void => change(ref, (format) => ({ ...format, rule }));

const styleOfRule = (ref: FormatRef): StylePatch => {
  const { rule } = formatOf(ref);
  return 'style' in rule ? rule.style : {};
};
function restyle(ref: FormatRef, next: (style: StylePatch) => StylePatch): void {
  const { rule } = formatOf(ref);
  if (!('style' in rule)) refuse('InvalidOperation', 'This conditional format has no cell format.');
  setRule(ref, { ...(rule as StyledRule), style: next((rule as StyledRule).style) });
}

const without = (style: StylePatch, part: keyof Style): StylePatch => Object.fromEntries(Object.entries(style).filter(([name]) => name !== part));

function fontPart<K extends keyof Style['font']>(name: K, argument: Argument<Style['font'][K]>): Property<FormatRef> {
  return settable(
    (ref) => (styleOfRule(ref).font?.[name] ?? null) as Json,
    argument,
    (ref, value) => restyle(ref, (style) => ({ ...style, font: { ...style.font, [name]: value } })),
  );
}

const underline: Argument<Style['font']['underline']> = {
  expects: 'None, Single or Double',
  read: (raw) => (['none', 'single', 'double'] as const).find((word) => word === String(raw).toLowerCase()),
};

const fontClass: OfficeClass<FormatRef> = describe('ConditionalRangeFont', {
  properties: {
    bold: fontPart('bold', flag),
    color: fontPart('color', color),
    italic: fontPart('italic', flag),
    strikethrough: fontPart('strikethrough', flag),
    underline: fontPart('underline', underline),
  },
  methods: { clear: method([], (ref) => restyle(ref, (style) => without(style, 'font'))) },
});

const fillClass: OfficeClass<FormatRef> = describe('ConditionalRangeFill', {
  properties: {
    color: settable(
      (ref) => styleOfRule(ref).fill ?? null,
      colorOrNone,
      (ref, fill) => restyle(ref, (style) => ({ ...style, fill })),
    ),
  },
  methods: { clear: method([], (ref) => restyle(ref, (style) => without(style, 'fill'))) },
});

const edges = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const satisfies Readonly<Record<string, BorderSide>>;
type Edge = keyof typeof edges;
interface BorderRef {
  readonly format: FormatRef;
  readonly edge: Edge;
}
const borderOf = ({ format, edge }: BorderRef): { style: 'none' | 'thin'; color: string | null } =>
  (styleOfRule(format).borders?.[edges[edge]] as { style: 'none' | 'thin'; color: string | null } | undefined) ?? { style: 'none', color: null };
const borderClass: OfficeClass<BorderRef> = describe('ConditionalRangeBorder', {
  properties: {
    sideIndex: readOnly(({ edge }) => edge),
    style: settable(
      (border) => styleOf(borderOf(border)),
      lineStyle,
      (border, style) =>
        restyle(border.format, (now) => ({
          ...now,
          borders: { ...now.borders, [edges[border.edge]]: { style: borderWord(style, 'Thin'), color: borderOf(border).color } },
        })),
    ),
    color: settable(
      (border) => borderOf(border).color,
      color,
      (border, value) =>
        restyle(border.format, (now) => ({
          ...now,
          borders: {
            ...now.borders,
            [edges[border.edge]]: { style: borderOf(border).style === 'none' ? 'thin' : borderOf(border).style, color: value },
          },
        })),
    ),
  },
});
const edgeNames = Object.keys(edges) as Edge[];
const edge =
  (name: Edge) =>
  (format: FormatRef): OfficeObject =>
    borderClass.of({ format, edge: name });
const bordersClass: OfficeClass<FormatRef> = describe('ConditionalRangeBorderCollection', {
  properties: { count: readOnly(() => edgeNames.length) },
  objects: { top: edge('EdgeTop'), bottom: edge('EdgeBottom'), left: edge('EdgeLeft'), right: edge('EdgeRight') },
  items: {
    all: (format) => edgeNames.map((name) => edge(name)(format)),
    find: (format, key) => (edgeNames.includes(key as Edge) ? edge(key as Edge)(format) : null),
  },
});

const rangeFormatClass: OfficeClass<FormatRef> = describe('ConditionalRangeFormat', {
  objects: { borders: (ref) => bordersClass.of(ref), fill: (ref) => fillClass.of(ref), font: (ref) => fontClass.of(ref) },
});
const format = (ref: FormatRef): OfficeObject => rangeFormatClass.of(ref);

const cellValueClass: OfficeClass<FormatRef> = describe('CellValueConditionalFormat', {
  objects: { format },
  properties: {
    rule: settable(
      (ref) => {
        const { formula1, formula2, operator } = ruleOf(ref, 'cellValue');
        return { formula1, ...(formula2 === undefined ? {} : { formula2 }), operator: comparison.toOffice(operator) };
      },
      record,
      (ref, given) => {
        const formula2 = given.formula2 === undefined || given.formula2 === null ? {} : { formula2: String(given.formula2) };
        setRule(ref, {
          ...ruleOf(ref, 'cellValue'),
          formula1: String(given.formula1 ?? ''),
          ...formula2,
          operator: comparison.fromOffice(given.operator),
        });
      },
    ),
  },
});

const textOperators = { Contains: 'contains', NotContains: 'notContains', BeginsWith: 'beginsWith', EndsWith: 'endsWith' } as const;
const textOperator = oneOf('Contains', 'NotContains', 'BeginsWith', 'EndsWith');
const textClass: OfficeClass<FormatRef> = describe('TextConditionalFormat', {
  objects: { format },
  properties: {
    rule: settable(
      (ref) => {
        const rule = ruleOf(ref, 'text');
        return { operator: found(Object.entries(textOperators).find(([, word]) => word === rule.operator))[0], text: rule.text };
      },
      record,
      (ref, given) => {
        const operator = textOperator.read(given.operator) ?? refuse('InvalidArgument', `operator must be ${textOperator.expects}.`);
        setRule(ref, { ...ruleOf(ref, 'text'), operator: textOperators[operator], text: String(given.text ?? '') });
      },
    ),
  },
});

const formulaClass: OfficeClass<FormatRef> = describe('ConditionalFormatRule', {
  properties: {
    formula: settable(
      (ref) => ruleOf(ref, 'custom').formula,
      text,
      (ref, formula) => setRule(ref, { ...ruleOf(ref, 'custom'), formula }),
    ),
  },
});
const customClass: OfficeClass<FormatRef> = describe('CustomConditionalFormat', { objects: { format, rule: (ref) => formulaClass.of(ref) } });

/** The rules that this host only keeps: their settings in office.js's own words, under the reference's property names. */
type KeptRule = Extract<Rule, { readonly settings: unknown }>;
function kept(kind: KeptRule['kind'], name: string): Property<FormatRef> {
  const settings = (ref: FormatRef): Readonly<Record<string, Json>> =>
    (ruleOf<KeptRule['kind']>(ref, kind) as KeptRule).settings as Readonly<Record<string, Json>>;
  return settable(
    (ref) => settings(ref)[name] ?? null,
    json,
    (ref, value) => setRule(ref, { kind, settings: { ...settings(ref), [name]: value } }),
  );
}
const dataBarClass: OfficeClass<FormatRef> = describe('DataBarConditionalFormat', {
  properties: Object.fromEntries(
    ['axisColor', 'axisFormat', 'barDirection', 'lowerBoundRule', 'showDataBarOnly', 'upperBoundRule'].map((name) => [name, kept('dataBar', name)]),
  ),
  objects: { positiveFormat: (ref) => positiveClass.of(ref), negativeFormat: (ref) => negativeClass.of(ref) },
});
const positiveClass: OfficeClass<FormatRef> = describe('ConditionalDataBarPositiveFormat', {
  properties: {
    fillColor: kept('dataBar', 'positiveFillColor'),
    borderColor: kept('dataBar', 'positiveBorderColor'),
    gradientFill: kept('dataBar', 'gradientFill'),
  },
});
const negativeClass: OfficeClass<FormatRef> = describe('ConditionalDataBarNegativeFormat', {
  properties: {
    fillColor: kept('dataBar', 'negativeFillColor'),
    borderColor: kept('dataBar', 'negativeBorderColor'),
    matchPositiveFillColor: kept('dataBar', 'matchPositiveFillColor'),
    matchPositiveBorderColor: kept('dataBar', 'matchPositiveBorderColor'),
  },
});
const hasMidpoint = (ref: FormatRef): boolean => {
  const { rule } = formatOf(ref);
  return 'settings' in rule && 'midpoint' in ((rule.settings as { readonly criteria?: object }).criteria ?? {});
};
const colorScaleClass: OfficeClass<FormatRef> = describe('ColorScaleConditionalFormat', {
  properties: { criteria: kept('colorScale', 'criteria'), threeColorScale: readOnly(hasMidpoint) },
});
const iconSetClass: OfficeClass<FormatRef> = describe('IconSetConditionalFormat', {
  properties: Object.fromEntries(['criteria', 'reverseIconOrder', 'showIconOnly', 'style'].map((name) => [name, kept('iconSet', name)])),
});
const topBottomClass: OfficeClass<FormatRef> = describe('TopBottomConditionalFormat', { properties: { rule: kept('topBottom', 'rule') } });
const presetClass: OfficeClass<FormatRef> = describe('PresetCriteriaConditionalFormat', { properties: { rule: kept('preset', 'rule') } });

/** `cellValue` and `cellValueOrNullObject`, and so on for each type. */
function ofKind(
  name: string,
  kind: Rule['kind'],
  make: (ref: FormatRef) => OfficeObject,
): Readonly<Record<string, (ref: FormatRef) => OfficeObject | null>> {
  const orNull = (ref: FormatRef): OfficeObject | null => (formatOf(ref).rule.kind === kind ? make(ref) : null);
  return { [name]: (ref) => found(orNull(ref)), [`${name}OrNullObject`]: orNull };
}

const conditionalFormatClass: OfficeClass<FormatRef> = describe('ConditionalFormat', {
  id: { as: 'Id', of: ({ id }) => id },
  properties: {
    id: readOnly(({ id }) => id),
    priority: settable(
      (ref) => formatOf(ref).priority,
      number,
      (ref, priority) => change(ref, (now) => ({ ...now, priority })),
    ),
    stopIfTrue: settable(
      (ref) => formatOf(ref).stopIfTrue,
      flag,
      (ref, stopIfTrue) => change(ref, (now) => ({ ...now, stopIfTrue })),
    ),
    type: readOnly((ref) => typeOf(formatOf(ref).rule)),
  },
  objects: {
    ...ofKind('cellValue', 'cellValue', (ref) => cellValueClass.of(ref)),
    ...ofKind('colorScale', 'colorScale', (ref) => colorScaleClass.of(ref)),
    ...ofKind('custom', 'custom', (ref) => customClass.of(ref)),
    ...ofKind('dataBar', 'dataBar', (ref) => dataBarClass.of(ref)),
    ...ofKind('iconSet', 'iconSet', (ref) => iconSetClass.of(ref)),
    ...ofKind('preset', 'preset', (ref) => presetClass.of(ref)),
    ...ofKind('textComparison', 'text', (ref) => textClass.of(ref)),
    ...ofKind('topBottom', 'topBottom', (ref) => topBottomClass.of(ref)),
  },
  methods: {
    delete: method([], (ref) => {
      requireUnprotected(ref.book, ref.sheet);
      ref.book.port.setConditionalFormats(
        ref.sheet,
        ref.book.port.conditionalFormats(ref.sheet).filter((now) => now.id !== ref.id),
      );
    }),
    ...orNullObject('getRange', [], (ref) => {
      const [area, ...more] = formatOf(ref).areas;
      return area === undefined || more.length > 0 ? null : rangeClass.of({ book: ref.book, sheet: ref.sheet, area });
    }),
    getRanges: method([], (ref) => rangeAreasClass.of({ book: ref.book, sheet: ref.sheet, areas: formatOf(ref).areas })),
  },
});

const touching = ({ book, sheet, areas }: AreasRef): ConditionalFormat[] =>
  book.port.conditionalFormats(sheet).filter((now) => now.areas.some((area) => areas.some((other) => intersection(area, other) !== null)));

export const conditionalFormatCollection: OfficeClass<AreasRef> = describe('ConditionalFormatCollection', {
  items: {
    all: (ranges) => touching(ranges).map(({ id }) => conditionalFormatClass.of({ book: ranges.book, sheet: ranges.sheet, id })),
    find: (ranges, key) =>
      touching(ranges).some(({ id }) => id === key) ? conditionalFormatClass.of({ book: ranges.book, sheet: ranges.sheet, id: String(key) }) : null,
  },
  methods: {
    /** The newest rule comes first, as in Excel. */
    add: method([oneOf(...(Object.keys(types) as TypeName[]))], ({ book, sheet, areas }, type) => {
      requireUnprotected(book, sheet);
      const id = `{${crypto.randomUUID().toUpperCase()}}`;
      const others = book.port.conditionalFormats(sheet).map((now) => ({ ...now, priority: now.priority + 1 }));
      book.port.setConditionalFormats(sheet, [{ id, areas, priority: 0, stopIfTrue: false, rule: types[type] }, ...others]);
      return conditionalFormatClass.of({ book, sheet, id });
    }),
    clearAll: method([], (ranges) => {
      requireUnprotected(ranges.book, ranges.sheet);
      const gone = new Set(touching(ranges).map(({ id }) => id));
      ranges.book.port.setConditionalFormats(
        ranges.sheet,
        ranges.book.port.conditionalFormats(ranges.sheet).filter(({ id }) => !gone.has(id)),
      );
    }),
  },
});

export const conditionalFormatClasses = [
  conditionalFormatCollection,
  conditionalFormatClass,
  cellValueClass,
  textClass,
  customClass,
  formulaClass,
  rangeFormatClass,
  fontClass,
  fillClass,
  bordersClass,
  borderClass,
  dataBarClass,
  positiveClass,
  negativeClass,
  colorScaleClass,
  iconSetClass,
  topBottomClass,
  presetClass,
];
