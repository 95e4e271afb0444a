/** Conditional formats of a worksheet, read and written; a rule that did not change keeps its own XML, with what is not modelled. */
import type { Area, ConditionalFormat, StylePatch } from '../../host/workbookPort';
import { readColor, argb, type Palette } from './colors';
import { shownFormula, storedFormula } from './formulaText';
import { colorScaleFromOffice, dataBarFromOffice, iconSetFromOffice, presetFromOffice, topBottomFromOffice } from './officeRuleWords';
import { areasReference, cellReference, parseAreas } from './references';
import type { ColorScaleSettings, DataBarSettings, IconSetSettings, PresetSettings, Threshold, TopBottomSettings } from './ruleSettings';
import { child, childrenOf, descendants, element, escapeXml, flag, numberAttribute, sourceOf, withAttributes, type XmlDocument, type XmlElement } from './xml';

export type { ColorScaleSettings, DataBarSettings, IconSetSettings, PresetSettings, Threshold, TopBottomSettings };

type Rule = ConditionalFormat['rule'];
type TextOperator = Extract<Rule, { kind: 'text' }>['operator'];

const TEXT_RULES: Readonly<Record<string, TextOperator>> = { containsText: 'contains', notContainsText: 'notContains', beginsWith: 'beginsWith', endsWith: 'endsWith' };
const PRESETS: ReadonlySet<string> = new Set<PresetSettings['type']>([
  'aboveAverage', 'containsBlanks', 'containsErrors', 'duplicateValues', 'notContainsBlanks', 'notContainsErrors', 'timePeriod', 'uniqueValues',
]);
const PRESET_ATTRIBUTES = ['aboveAverage', 'equalAverage', 'stdDev', 'timePeriod'];

const readThreshold = (cfvo: XmlElement): Threshold => {
  const value = cfvo.attributes.get('val');
  return { type: cfvo.attributes.get('type') ?? 'num', ...(value === undefined ? {} : { value }), ...(flag(cfvo, 'gte', true) ? {} : { inclusive: false }) };
};

/** What a rule means; `null` for a kind that is kept but not modelled. */
function readRule(rule: XmlElement, differences: readonly StylePatch[], palette: Palette): Rule | null {
  const type = rule.attributes.get('type') ?? '';
  const style = differences[numberAttribute(rule, 'dxfId') ?? -1] ?? {};
  const [formula1 = '', formula2] = childrenOf(rule, 'formula').map(({ text }) => shownFormula(text));
  const operator = TEXT_RULES[type];
  if (operator !== undefined) return { kind: 'text', operator, text: rule.attributes.get('text') ?? '', style };
  if (type === 'cellIs') {
    return { kind: 'cellValue', operator: rule.attributes.get('operator') ?? 'equal', formula1, ...(formula2 === undefined ? {} : { formula2 }), style };
  }
  if (type === 'expression') return { kind: 'custom', formula: formula1, style };
  if (type === 'top10') {
    const [percent, bottom] = [flag(rule, 'percent', false), flag(rule, 'bottom', false)];
    return { kind: 'topBottom', settings: { rank: numberAttribute(rule, 'rank') ?? 10, percent, bottom, style } satisfies TopBottomSettings };
  }
  if (PRESETS.has(type)) {
    const attributes = Object.fromEntries(PRESET_ATTRIBUTES.flatMap((name) => {
      const value = rule.attributes.get(name);
      return value === undefined ? [] : [[name, value]];
    }));
    const settings: PresetSettings = { type: type as PresetSettings['type'], attributes, style };
    return { kind: 'preset', settings };
  }
  const scale = child(rule, 'colorScale') ?? child(rule, 'dataBar') ?? child(rule, 'iconSet');
  const thresholds = childrenOf(scale, 'cfvo').map(readThreshold);
  const colors = childrenOf(scale, 'color').map((color) => readColor(color, palette) ?? '#000000');
  const [low, high] = thresholds;
  switch (type) {
    case 'colorScale': {
      const settings: ColorScaleSettings = { points: thresholds.map((threshold, index) => ({ ...threshold, color: colors[index] ?? '#000000' })) };
      return { kind: 'colorScale', settings };
    }
    case 'dataBar': {
      if (low === undefined || high === undefined) return null;
      const settings: DataBarSettings = { low, high, color: colors[0] ?? '#638EC6', showValue: flag(scale, 'showValue', true) };
      return { kind: 'dataBar', settings };
    }
    case 'iconSet': {
      const settings: IconSetSettings = {
        set: scale?.attributes.get('iconSet') ?? '3TrafficLights1', thresholds, showValue: flag(scale, 'showValue', true), reverse: flag(scale, 'reverse', false),
      };
      return { kind: 'iconSet', settings };
    }
    default:
      return null;
  }
}

interface StoredRule {
  readonly areas: readonly Area[];
  readonly rule: XmlElement;
  readonly format: ConditionalFormat | null;
}

function storedRules(root: XmlElement, differences: readonly StylePatch[], palette: Palette): StoredRule[] {
  let count = 0;
  return childrenOf(root, 'conditionalFormatting').flatMap((group) => {
    const areas = parseAreas(group.attributes.get('sqref') ?? '');
    return childrenOf(group, 'cfRule').map((rule): StoredRule => {
      const meaning = areas.length === 0 ? null : readRule(rule, differences, palette);
      count++;
      const format = meaning === null ? null
        : { id: `cf${count}`, areas, priority: numberAttribute(rule, 'priority') ?? count, stopIfTrue: flag(rule, 'stopIfTrue', false), rule: meaning };
      return { areas, rule, format };
    });
  });
}

export const readConditionalFormats = (root: XmlElement, differences: readonly StylePatch[], palette: Palette): ConditionalFormat[] =>
  storedRules(root, differences, palette).flatMap(({ format }) => format ?? []);

/** The text rules carry their test as a formula on the first cell as well. */
function textFormula(operator: TextOperator, text: string, areas: readonly Area[]): string {
  const cell = cellReference(areas[0]?.row ?? 0, areas[0]?.column ?? 0);
  const literal = `"${text.replace(/"/g, '""')}"`;
  switch (operator) {
    case 'contains': return `NOT(ISERROR(SEARCH(${literal},${cell})))`;
    case 'notContains': return `ISERROR(SEARCH(${literal},${cell}))`;
    case 'beginsWith': return `LEFT(${cell},${text.length})=${literal}`;
    case 'endsWith': return `RIGHT(${cell},${text.length})=${literal}`;
  }
}

const DAY_TESTS: Readonly<Record<string, (day: string) => string>> = {
  yesterday: (day) => `${day}=TODAY()-1`,
  today: (day) => `${day}=TODAY()`,
  tomorrow: (day) => `${day}=TODAY()+1`,
  last7Days: (day) => `AND(TODAY()-${day}<=6,${day}<=TODAY())`,
  lastWeek: (day) => `AND(TODAY()-${day}>=WEEKDAY(TODAY()),TODAY()-${day}<WEEKDAY(TODAY())+7)`,
  thisWeek: (day) => `AND(TODAY()-${day}<=WEEKDAY(TODAY())-1,${day}-TODAY()<=7-WEEKDAY(TODAY()))`,
  nextWeek: (day) => `AND(${day}-TODAY()>7-WEEKDAY(TODAY()),${day}-TODAY()<15-WEEKDAY(TODAY()))`,
  lastMonth: (day) => `AND(MONTH(${day})=MONTH(EDATE(TODAY(),-1)),YEAR(${day})=YEAR(EDATE(TODAY(),-1)))`,
  thisMonth: (day) => `AND(MONTH(${day})=MONTH(TODAY()),YEAR(${day})=YEAR(TODAY()))`,
  nextMonth: (day) => `AND(MONTH(${day})=MONTH(EDATE(TODAY(),1)),YEAR(${day})=YEAR(EDATE(TODAY(),1)))`,
};

/** So do blanks, errors and dates; averages and doubles do not. */
function presetFormula({ type, attributes }: PresetSettings, areas: readonly Area[]): string | null {
  const cell = cellReference(areas[0]?.row ?? 0, areas[0]?.column ?? 0);
  switch (type) {
    case 'containsBlanks': return `LEN(TRIM(${cell}))=0`;
    case 'notContainsBlanks': return `LEN(TRIM(${cell}))>0`;
    case 'containsErrors': return `ISERROR(${cell})`;
    case 'notContainsErrors': return `NOT(ISERROR(${cell}))`;
    case 'timePeriod': return DAY_TESTS[attributes.timePeriod ?? '']?.(`FLOOR(${cell},1)`) ?? null;
    case 'aboveAverage': case 'duplicateValues': case 'uniqueValues': return null;
  }
}

const formulaElement = (formula: string): string => element('formula', {}, escapeXml(storedFormula(formula)));
const thresholdElement = ({ type, value, inclusive }: Threshold): string => element('cfvo', { type, val: value, gte: inclusive === false ? false : null });
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A new rule; `null` where its settings are not of the shape above. */
function ruleXml(format: ConditionalFormat, difference: (style: StylePatch) => number): string | null {
  const { rule, areas } = format;
  const shared = { priority: format.priority, stopIfTrue: format.stopIfTrue || null };
  switch (rule.kind) {
    case 'cellValue':
      return element('cfRule', { type: 'cellIs', dxfId: difference(rule.style), ...shared, operator: rule.operator },
        formulaElement(rule.formula1) + (rule.formula2 === undefined ? '' : formulaElement(rule.formula2)));
    case 'text': {
      const type = Object.entries(TEXT_RULES).find(([, operator]) => operator === rule.operator)?.[0];
      const operator = rule.operator === 'contains' ? 'containsText' : rule.operator;
      const formula = formulaElement(textFormula(rule.operator, rule.text, areas));
      return element('cfRule', { type, dxfId: difference(rule.style), ...shared, operator, text: rule.text }, formula);
    }
    case 'custom':
      return element('cfRule', { type: 'expression', dxfId: difference(rule.style), ...shared }, formulaElement(rule.formula));
    case 'topBottom': {
      if (!isObject(rule.settings)) return null;
      const { rank, percent, bottom, style } = 'rank' in rule.settings ? (rule.settings as unknown as TopBottomSettings) : topBottomFromOffice(rule.settings, {});
      return element('cfRule', { type: 'top10', dxfId: difference(style), ...shared, percent: percent || null, bottom: bottom || null, rank });
    }
    case 'preset': {
      if (!isObject(rule.settings)) return null;
      const settings = PRESETS.has(String(rule.settings.type)) ? (rule.settings as unknown as PresetSettings) : presetFromOffice(rule.settings, {});
      if (settings === null) return null;
      const formula = presetFormula(settings, areas);
      const attributes = { type: settings.type, dxfId: difference(settings.style), ...shared, ...settings.attributes };
      return element('cfRule', attributes, formula === null ? '' : formulaElement(formula));
    }
    case 'colorScale': {
      if (!isObject(rule.settings)) return null;
      const { points } = 'points' in rule.settings ? (rule.settings as unknown as ColorScaleSettings) : colorScaleFromOffice(rule.settings);
      const colors = points.map(({ color }) => element('color', { rgb: argb(color) })).join('');
      return element('cfRule', { type: 'colorScale', ...shared }, element('colorScale', {}, points.map(thresholdElement).join('') + colors));
    }
    case 'dataBar': {
      if (!isObject(rule.settings)) return null;
      const { low, high, color, showValue } = 'low' in rule.settings ? (rule.settings as unknown as DataBarSettings) : dataBarFromOffice(rule.settings);
      const content = thresholdElement(low) + thresholdElement(high) + element('color', { rgb: argb(color) });
      return element('cfRule', { type: 'dataBar', ...shared }, element('dataBar', { showValue: showValue ? null : false }, content));
    }
    case 'iconSet': {
      if (!isObject(rule.settings)) return null;
      const settings = 'thresholds' in rule.settings ? (rule.settings as unknown as IconSetSettings) : iconSetFromOffice(rule.settings);
      const { set, thresholds, showValue, reverse } = settings;
      const attributes = { iconSet: set, showValue: showValue ? null : false, reverse: reverse || null };
      return element('cfRule', { type: 'iconSet', ...shared }, element('iconSet', attributes, thresholds.map(thresholdElement).join('')));
    }
  }
}

const meaningOf = ({ areas, stopIfTrue, rule }: ConditionalFormat): string => JSON.stringify([areas, stopIfTrue, rule]);

export interface WrittenFormats {
  readonly elements: readonly string[];
  /** How many rules could not be written. */
  readonly lost: number;
  /** Ids under which rules that are gone were continued in the sheet's extensions. */
  readonly discontinued: ReadonlySet<string>;
}

/** The `conditionalFormatting` elements of a sheet whose rules changed; `original` is the sheet as it was read, if it was. */
export function writeConditionalFormats(
  formats: readonly ConditionalFormat[],
  original: { readonly document: XmlDocument; readonly differences: readonly StylePatch[]; readonly palette: Palette } | null,
  difference: (style: StylePatch) => number,
): WrittenFormats {
  const stored = original === null ? [] : storedRules(original.document.root, original.differences, original.palette);
  const kept = new Map<string, XmlElement[]>();
  for (const { format, rule } of stored) {
    if (format !== null) kept.set(meaningOf(format), [...(kept.get(meaningOf(format)) ?? []), rule]);
  }
  // Files count from 1; office.js puts a new rule at 0.
  const raise = Math.max(0, 1 - Math.min(...formats.map(({ priority }) => priority)));
  let lost = 0;
  const elements = formats.flatMap((given) => {
    const format = { ...given, priority: given.priority + raise };
    const rule = kept.get(meaningOf(format))?.shift();
    const xml = rule !== undefined && original !== null ? withAttributes(original.document, rule, { priority: format.priority }) : ruleXml(format, difference);
    if (xml === null) lost++;
    return xml === null ? [] : [element('conditionalFormatting', { sqref: areasReference(format.areas) }, xml)];
  });
  const unmodelled = stored.flatMap(({ format, rule, areas }) => {
    if (format !== null || original === null || areas.length === 0) return [];
    return [element('conditionalFormatting', { sqref: areasReference(areas) }, sourceOf(original.document, rule))];
  });
  const gone = [...kept.values()].flat().flatMap((rule) => descendants(rule, 'id').map(({ text }) => text));
  return { elements: [...elements, ...unmodelled], lost, discontinued: new Set(gone) };
}

/** The elements in a sheet's extensions that continue rules which are gone. */
export function discontinuedExtensions(root: XmlElement, discontinued: ReadonlySet<string>): XmlElement[] {
  const extensions = child(root, 'extLst');
  return extensions === undefined ? [] : descendants(extensions, 'conditionalFormatting')
    .filter((format) => childrenOf(format, 'cfRule').some(({ attributes }) => discontinued.has(attributes.get('id') ?? '')));
}
