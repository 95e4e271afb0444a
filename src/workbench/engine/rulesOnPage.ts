/** Conditional formats and validations in the words of Univer's page, and back. */
import { DataValidationErrorStyle, DataValidationOperator, DataValidationRenderMode, DataValidationType, type ISheetDataValidationRule, type IStyleBase } from '@univerjs/core';
import {
  CFNumberOperator, CFRuleType, CFSubRuleType, CFTextOperator, CFValueType, type IConditionalFormattingRuleConfig, type IConditionFormattingRule, type IValueConfig,
} from '@univerjs/sheets-conditional-formatting';
import type { ConditionalFormat, DataValidation, StylePatch } from '../../host/workbookPort';
import type { ColorScaleSettings, DataBarSettings, Threshold, TopBottomSettings } from '../xlsx/conditionalFormats';
import { areaOf, rangeOf } from './areas';
import { NORMAL_STYLE, patched, StyleWords, wholeStyleData } from './cellStyles';

type Rule = ConditionalFormat['rule'];

/** The difference that a rule makes, without what a plain cell has anyway. */
function difference(patch: StylePatch): IStyleBase {
  const data = wholeStyleData({ ...patched(NORMAL_STYLE, patch), numberFormat: 'General' });
  const style: IStyleBase = {};
  if (patch.fill) style.bg = data.bg;
  if (patch.font?.color !== undefined) style.cl = data.cl;
  if (patch.font?.bold !== undefined) style.bl = data.bl;
  if (patch.font?.italic !== undefined) style.it = data.it;
  if (patch.font?.underline !== undefined) style.ul = data.ul;
  if (patch.font?.strikethrough !== undefined) style.st = data.st;
  return style;
}

function patchOf(style: IStyleBase): StylePatch {
  const look = new StyleWords(NORMAL_STYLE).read(style, null);
  return {
    ...(style.bg ? { fill: look.fill } : {}),
    font: {
      ...(style.cl ? { color: look.font.color } : {}),
      ...(style.bl === undefined ? {} : { bold: look.font.bold }),
      ...(style.it === undefined ? {} : { italic: look.font.italic }),
      ...(style.ul ? { underline: look.font.underline } : {}),
      ...(style.st ? { strikethrough: look.font.strikethrough } : {}),
    },
  };
}

const NUMBER_OPERATORS: ReadonlySet<string> = new Set(Object.values(CFNumberOperator));
const camel = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const constant = (formula: string | undefined): number | null => {
  const number = Number(formula?.replace(/^=/, ''));
  return formula === undefined || formula.trim() === '' || Number.isNaN(number) ? null : number;
};

const TEXT_OPERATORS = { contains: CFTextOperator.containsText, notContains: CFTextOperator.notContainsText, beginsWith: CFTextOperator.beginsWith, endsWith: CFTextOperator.endsWith } as const;
const COMPARISONS: Readonly<Record<string, string>> = { greaterThan: '>', greaterThanOrEqual: '>=', lessThan: '<', lessThanOrEqual: '<=', equal: '=', notEqual: '<>' };

function threshold(point: Partial<Threshold>): IValueConfig {
  const types: Readonly<Record<string, CFValueType>> = { num: CFValueType.num, min: CFValueType.min, max: CFValueType.max, percent: CFValueType.percent, percentile: CFValueType.percentile, formula: CFValueType.formula };
  const type = types[point.type ?? 'num'] ?? CFValueType.num;
  if (type === CFValueType.min || type === CFValueType.max) return { type };
  return { type, value: type === CFValueType.formula ? `=${point.value ?? ''}` : Number(point.value ?? 0) };
}

/** `null` for what Univer cannot draw: the rule is kept all the same. */
function drawn(rule: Rule, firstCell: string): IConditionalFormattingRuleConfig | null {
  const type = CFRuleType.highlightCell as const;
  switch (rule.kind) {
    case 'cellValue': {
      const operator = camel(rule.operator);
      const style = difference(rule.style);
      const [first, second] = [constant(rule.formula1), constant(rule.formula2)];
      if (!NUMBER_OPERATORS.has(operator)) return null;
      if (operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween) {
        if (first !== null && second !== null) return { type, subType: CFSubRuleType.number, operator, value: [first, second], style };
        const within = `AND(${firstCell}>=${bare(rule.formula1)},${firstCell}<=${bare(rule.formula2 ?? '')})`;
        return { type, subType: CFSubRuleType.formula, value: operator === CFNumberOperator.between ? `=${within}` : `=NOT(${within})`, style };
      }
      if (first !== null) return { type, subType: CFSubRuleType.number, operator: operator as CFNumberOperator.equal, value: first, style };
      return { type, subType: CFSubRuleType.formula, value: `=${firstCell}${COMPARISONS[operator] ?? '='}${bare(rule.formula1)}`, style };
    }
    case 'text':
      return { type, subType: CFSubRuleType.text, operator: TEXT_OPERATORS[rule.operator], value: rule.text, style: difference(rule.style) };
    case 'custom':
      return { type, subType: CFSubRuleType.formula, value: rule.formula.startsWith('=') ? rule.formula : `=${rule.formula}`, style: difference(rule.style) };
    case 'colorScale': {
      const { points } = rule.settings as Partial<ColorScaleSettings>;
      return points === undefined ? null : { type: CFRuleType.colorScale, config: points.map((point, index) => ({ index, color: point.color, value: threshold(point) })) };
    }
    case 'dataBar': {
      const { low, high, color, showValue } = rule.settings as Partial<DataBarSettings>;
      if (low === undefined || high === undefined || color === undefined) return null;
      return { type: CFRuleType.dataBar, isShowValue: showValue ?? true, config: { min: threshold(low), max: threshold(high), isGradient: false, positiveColor: color, nativeColor: '#FF0000' } };
    }
    case 'topBottom': {
      const { rank, percent, bottom, style } = rule.settings as Partial<TopBottomSettings>;
      return rank === undefined ? null : { type, subType: CFSubRuleType.rank, isBottom: bottom ?? false, isPercent: percent ?? false, value: rank, style: difference(style ?? {}) };
    }
    case 'iconSet':
    case 'preset':
      return null;
  }
}

const bare = (formula: string): string => formula.replace(/^=/, '');

/** What the page draws for a rule; `firstCell` is the first cell of its areas ("B3"). */
export function ruleOnPage(format: ConditionalFormat, firstCell: string): IConditionFormattingRule | null {
  const rule = drawn(format.rule, firstCell);
  return rule === null ? null : { cfId: format.id, ranges: format.areas.map(rangeOf), stopIfTrue: format.stopIfTrue, rule };
}

type OnPage<T extends CFRuleType> = Extract<IConditionalFormattingRuleConfig, { type: T }>;

/** `null` for a rule that only Univer has, and for those that the port keeps without drawing. */
function ruleFromPage(rule: IConditionalFormattingRuleConfig): Rule | null {
  if (rule.type === CFRuleType.colorScale) {
    const { config } = rule as OnPage<CFRuleType.colorScale>;
    return { kind: 'colorScale', settings: { points: config.map((point) => ({ ...point.value, value: String(point.value.value ?? ''), color: point.color })) } satisfies ColorScaleSettings };
  }
  if (rule.type === CFRuleType.dataBar) {
    const { config, isShowValue } = rule as OnPage<CFRuleType.dataBar>;
    const point = (value: IValueConfig): Threshold => ({ type: value.type, value: String(value.value ?? '') });
    return { kind: 'dataBar', settings: { low: point(config.min), high: point(config.max), color: config.positiveColor, showValue: isShowValue } satisfies DataBarSettings };
  }
  return rule.type === CFRuleType.highlightCell ? highlightFromPage(rule as OnPage<CFRuleType.highlightCell>) : null;
}

function highlightFromPage(rule: OnPage<CFRuleType.highlightCell>): Rule | null {
  const style = patchOf(rule.style);
  if (rule.subType === CFSubRuleType.number) {
    const [first, second] = Array.isArray(rule.value) ? rule.value : [rule.value ?? 0];
    return { kind: 'cellValue', operator: rule.operator, formula1: `=${first}`, ...(second === undefined ? {} : { formula2: `=${second}` }), style };
  }
  if (rule.subType === CFSubRuleType.text) {
    const operator = (Object.keys(TEXT_OPERATORS) as (keyof typeof TEXT_OPERATORS)[]).find((name) => TEXT_OPERATORS[name] === rule.operator);
    return operator === undefined ? null : { kind: 'text', operator, text: rule.value ?? '', style };
  }
  if (rule.subType === CFSubRuleType.formula) return { kind: 'custom', formula: rule.value, style };
  if (rule.subType !== CFSubRuleType.rank) return null;
  return { kind: 'topBottom', settings: { rank: rule.value, percent: rule.isPercent, bottom: rule.isBottom, style } satisfies TopBottomSettings };
}

/** The rules of a sheet after the user changed them on the page; what the page does not draw is kept as it is. */
export function formatsFromPage(rules: readonly IConditionFormattingRule[], before: readonly ConditionalFormat[], drawnIds: ReadonlySet<string>): ConditionalFormat[] {
  const known = new Map(before.map((format) => [format.id, format]));
  const kept = before.filter((format) => !drawnIds.has(format.id));
  const shown = rules.flatMap((rule): ConditionalFormat[] => {
    const old = known.get(rule.cfId);
    const same = old !== undefined && JSON.stringify(ruleOnPage(old, '')?.rule) === JSON.stringify(rule.rule);
    const read = same ? old.rule : ruleFromPage(rule.rule);
    return read === null ? [] : [{ id: rule.cfId, areas: rule.ranges.map(areaOf), priority: 0, stopIfTrue: rule.stopIfTrue, rule: read }];
  });
  return [...shown, ...kept].map((format, index) => ({ ...format, priority: index }));
}

const VALIDATION_TYPES = {
  list: DataValidationType.LIST,
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
} as const satisfies Record<DataValidation['type'], DataValidationType>;
const VALIDATION_NAMES = Object.keys(VALIDATION_TYPES) as DataValidation['type'][];
const OPERATORS = new Set<string>(Object.values(DataValidationOperator));
const ERROR_STYLES = { stop: DataValidationErrorStyle.STOP, warning: DataValidationErrorStyle.WARNING, information: DataValidationErrorStyle.INFO } as const;

export function validationOnPage(validation: DataValidation, uid: string): ISheetDataValidationRule {
  const operator = validation.operator === null ? undefined : camel(validation.operator);
  return {
    uid,
    type: VALIDATION_TYPES[validation.type],
    ranges: validation.areas.map(rangeOf),
    formula1: validation.formula1,
    ...(validation.formula2 === null ? {} : { formula2: validation.formula2 }),
    ...(operator !== undefined && OPERATORS.has(operator) ? { operator: operator as DataValidationOperator } : {}),
    allowBlank: validation.ignoreBlank,
    showDropDown: validation.inCellDropDown,
    renderMode: DataValidationRenderMode.ARROW,
    showErrorMessage: validation.errorAlert.show,
    error: validation.errorAlert.message,
    errorTitle: validation.errorAlert.title,
    errorStyle: ERROR_STYLES[validation.errorAlert.style],
    showInputMessage: validation.prompt.show,
    prompt: validation.prompt.message,
    promptTitle: validation.prompt.title,
  };
}

/** `null` for a kind that only Univer has: check boxes and the like. */
export function validationFromPage(rule: ISheetDataValidationRule): DataValidation | null {
  const type = VALIDATION_NAMES.find((name) => VALIDATION_TYPES[name] === rule.type) ?? (rule.type === DataValidationType.LIST_MULTIPLE ? 'list' : undefined);
  if (type === undefined) return null;
  const style = (Object.keys(ERROR_STYLES) as (keyof typeof ERROR_STYLES)[]).find((name) => ERROR_STYLES[name] === rule.errorStyle) ?? 'stop';
  return {
    areas: rule.ranges.map(areaOf),
    type,
    operator: rule.operator ?? null,
    formula1: rule.formula1 ?? '',
    formula2: rule.formula2 ?? null,
    ignoreBlank: rule.allowBlank ?? true,
    inCellDropDown: rule.showDropDown ?? true,
    prompt: { show: rule.showInputMessage ?? false, title: rule.promptTitle ?? '', message: rule.prompt ?? '' },
    errorAlert: { show: rule.showErrorMessage ?? true, title: rule.errorTitle ?? '', message: rule.error ?? '', style },
  };
}
