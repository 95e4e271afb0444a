/**
 * Settings of scales, bars, icon sets, top lists and presets as add-ins give them, in office.js's words, put into those of the file.
 * What an add-in left open is what Excel takes for it.
 */
import type { StylePatch } from '../../host/workbookPort';
import type { ColorScaleSettings, DataBarSettings, IconSetSettings, PresetSettings, Threshold, TopBottomSettings } from './ruleSettings';

type Words = Readonly<Record<string, unknown>>;

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (value: unknown, fallback: string): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : fallback);

const THRESHOLDS: Readonly<Record<string, string>> = {
  LowestValue: 'min', HighestValue: 'max', Number: 'num', Percent: 'percent', Percentile: 'percentile', Formula: 'formula',
};

/** `automatic` is what the bound is where the add-in leaves it to Excel. */
function threshold(given: unknown, automatic: string): Threshold {
  const words = isWords(given) ? given : {};
  const type = THRESHOLDS[word(words.type, '')] ?? automatic;
  return {
    type,
    ...(type === 'min' || type === 'max' ? {} : { value: word(words.formula, '0').replace(/^=/, '') }),
    ...(words.operator === 'GreaterThan' ? { inclusive: false } : {}),
  };
}

export function colorScaleFromOffice(settings: Words): ColorScaleSettings {
  const criteria = isWords(settings.criteria) ? settings.criteria : {};
  const point = (given: unknown, automatic: string, color: string): ColorScaleSettings['points'][number] =>
    ({ ...threshold(given, automatic), color: word(isWords(given) ? given.color : undefined, color) });
  return {
    points: [
      point(criteria.minimum, 'min', '#F8696B'),
      ...(isWords(criteria.midpoint) ? [point(criteria.midpoint, 'percentile', '#FFEB84')] : []),
      point(criteria.maximum, 'max', '#63BE7B'),
    ],
  };
}

export function dataBarFromOffice(settings: Words): DataBarSettings {
  return {
    low: threshold(settings.lowerBoundRule, 'min'),
    high: threshold(settings.upperBoundRule, 'max'),
    color: word(settings.positiveFillColor, '#638EC6'),
    showValue: settings.showDataBarOnly !== true,
  };
}

const DIGITS: Readonly<Record<string, string>> = { Three: '3', Four: '4', Five: '5' };

/** "ThreeTrafficLights1" is "3TrafficLights1". */
export function iconSetFromOffice(settings: Words): IconSetSettings {
  const set = word(settings.style, 'ThreeTrafficLights1').replace(/^(?:Three|Four|Five)/, (count) => DIGITS[count] ?? count);
  const icons = Number(set[0]) || 3;
  const criteria = Array.isArray(settings.criteria) ? (settings.criteria as readonly unknown[]) : [];
  return {
    set: /^\d/.test(set) ? set : '3TrafficLights1',
    // The first icon has no bound of its own; the others part the values evenly until told otherwise.
    thresholds: Array.from({ length: icons }, (_, index): Threshold =>
      (index > 0 && isWords(criteria[index]) ? threshold(criteria[index], 'percent') : { type: 'percent', value: String(Math.round((100 * index) / icons)) })),
    showValue: settings.showIconOnly !== true,
    reverse: settings.reverseIconOrder === true,
  };
}

export function topBottomFromOffice(settings: Words, style: StylePatch): TopBottomSettings {
  const rule = isWords(settings.rule) ? settings.rule : {};
  const type = word(rule.type, 'TopItems');
  return { rank: Number(rule.rank) || 10, percent: type.endsWith('Percent'), bottom: type.startsWith('Bottom'), style };
}

const PRESETS: Readonly<Record<string, readonly [PresetSettings['type'], PresetSettings['attributes']]>> = {
  Blanks: ['containsBlanks', {}], NonBlanks: ['notContainsBlanks', {}], Errors: ['containsErrors', {}], NonErrors: ['notContainsErrors', {}],
  UniqueValues: ['uniqueValues', {}], DuplicateValues: ['duplicateValues', {}],
  AboveAverage: ['aboveAverage', {}], BelowAverage: ['aboveAverage', { aboveAverage: '0' }],
  EqualOrAboveAverage: ['aboveAverage', { equalAverage: '1' }], EqualOrBelowAverage: ['aboveAverage', { aboveAverage: '0', equalAverage: '1' }],
  OneStdDevAboveAverage: ['aboveAverage', { stdDev: '1' }], OneStdDevBelowAverage: ['aboveAverage', { aboveAverage: '0', stdDev: '1' }],
  TwoStdDevAboveAverage: ['aboveAverage', { stdDev: '2' }], TwoStdDevBelowAverage: ['aboveAverage', { aboveAverage: '0', stdDev: '2' }],
  ThreeStdDevAboveAverage: ['aboveAverage', { stdDev: '3' }], ThreeStdDevBelowAverage: ['aboveAverage', { aboveAverage: '0', stdDev: '3' }],
  Yesterday: ['timePeriod', { timePeriod: 'yesterday' }], Today: ['timePeriod', { timePeriod: 'today' }], Tomorrow: ['timePeriod', { timePeriod: 'tomorrow' }],
  LastSevenDays: ['timePeriod', { timePeriod: 'last7Days' }], LastWeek: ['timePeriod', { timePeriod: 'lastWeek' }], ThisWeek: ['timePeriod', { timePeriod: 'thisWeek' }],
  NextWeek: ['timePeriod', { timePeriod: 'nextWeek' }], LastMonth: ['timePeriod', { timePeriod: 'lastMonth' }], ThisMonth: ['timePeriod', { timePeriod: 'thisMonth' }],
  NextMonth: ['timePeriod', { timePeriod: 'nextMonth' }],
};

/** `null` where no criterion is said: such a rule would mean nothing. */
export function presetFromOffice(settings: Words, style: StylePatch): PresetSettings | null {
  const preset = PRESETS[word(isWords(settings.rule) ? settings.rule.criterion : undefined, '')];
  return preset === undefined ? null : { type: preset[0], attributes: preset[1], style };
}
