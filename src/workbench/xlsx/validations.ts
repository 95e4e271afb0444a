/** Data validation of a worksheet, read and written; those that point at other sheets stand in an extension of Excel 2010. */
import type { DataValidation } from '../../host/workbookPort';
import { shownFormula, storedFormula } from './formulaText';
import { areasReference, parseAreas } from './references';
import { child, childrenOf, descendants, element, escapeXml, flag, sourceOf, type XmlDocument, type XmlElement } from './xml';

type ValidationType = DataValidation['type'];
const TYPES: Readonly<Record<string, ValidationType>> = {
  list: 'list', whole: 'wholeNumber', decimal: 'decimal', date: 'date', time: 'time', textLength: 'textLength', custom: 'custom',
};
const STORED_TYPES = Object.fromEntries(Object.entries(TYPES).map(([stored, type]) => [type, stored])) as Readonly<Record<ValidationType, string>>;

const isPlain = (formula: string): boolean => /^"|^[+-]?\d*\.?\d+(?:[Ee][+-]?\d+)?$/.test(formula);

/** A list of words loses its quotes, a number stays one, and all else is a formula. */
function shownSource(stored: string): string {
  const words = /^"((?:[^"]|"")*)"$/s.exec(stored);
  if (words !== null) return (words[1] ?? '').replace(/""/g, '"');
  return isPlain(stored) ? stored : shownFormula(stored);
}

function storedSource(shown: string, type: ValidationType): string {
  if (shown.startsWith('=')) return storedFormula(shown);
  return type === 'list' ? `"${shown.replace(/"/g, '""')}"` : shown;
}

/** The text of `<formula1>`, which in the extension stands in an `<xm:f>` of its own. */
const formulaText = (validation: XmlElement, name: string): string | undefined => {
  const formula = child(validation, name);
  return child(formula, 'f')?.text ?? formula?.text;
};

function readValidation(validation: XmlElement): DataValidation | null {
  const type = TYPES[validation.attributes.get('type') ?? 'none'];
  const areas = parseAreas(validation.attributes.get('sqref') ?? child(validation, 'sqref')?.text ?? '');
  if (type === undefined || areas.length === 0) return null;
  const formula1 = formulaText(validation, 'formula1');
  const formula2 = formulaText(validation, 'formula2');
  const text = (name: string): string => validation.attributes.get(name) ?? '';
  const ranged = type !== 'list' && type !== 'custom';
  return {
    areas, type,
    operator: ranged ? validation.attributes.get('operator') ?? 'between' : null,
    formula1: formula1 === undefined ? '' : shownSource(formula1),
    formula2: formula2 === undefined ? null : shownSource(formula2),
    ignoreBlank: flag(validation, 'allowBlank', false),
    // The attribute's name says the opposite of what it does.
    inCellDropDown: !flag(validation, 'showDropDown', false),
    prompt: { show: flag(validation, 'showInputMessage', false), title: text('promptTitle'), message: text('prompt') },
    errorAlert: {
      show: flag(validation, 'showErrorMessage', false), title: text('errorTitle'), message: text('error'),
      style: (validation.attributes.get('errorStyle') ?? 'stop') as DataValidation['errorAlert']['style'],
    },
  };
}

function storedValidations(root: XmlElement): XmlElement[] {
  const extension = child(root, 'extLst');
  return [
    ...childrenOf(child(root, 'dataValidations'), 'dataValidation'),
    ...(extension === undefined ? [] : descendants(extension, 'dataValidation')),
  ];
}

export const readValidations = (root: XmlElement): DataValidation[] => storedValidations(root).flatMap((validation) => readValidation(validation) ?? []);

/** Excel takes a file with longer texts for damaged. */
const LIMITS = { words: 255, title: 32, message: 255 } as const;

const isTooLong = ({ type, formula1 }: DataValidation): boolean => type === 'list' && !formula1.startsWith('=') && formula1.length > LIMITS.words;

function validationXml(validation: DataValidation): string {
  const { type, prompt, errorAlert } = validation;
  const formula = (name: string, source: string | null): string => (source === null || source === '' ? '' : element(name, {}, escapeXml(storedSource(source, type))));
  return element('dataValidation', {
    type: STORED_TYPES[type],
    errorStyle: errorAlert.style === 'stop' ? null : errorAlert.style,
    operator: validation.operator === null || validation.operator === 'between' ? null : validation.operator,
    allowBlank: validation.ignoreBlank || null,
    showDropDown: validation.inCellDropDown ? null : true,
    showInputMessage: prompt.show || null,
    showErrorMessage: errorAlert.show || null,
    errorTitle: errorAlert.title.slice(0, LIMITS.title) || null, error: errorAlert.message.slice(0, LIMITS.message) || null,
    promptTitle: prompt.title.slice(0, LIMITS.title) || null, prompt: prompt.message.slice(0, LIMITS.message) || null,
    sqref: areasReference(validation.areas),
  }, formula('formula1', validation.formula1) + formula('formula2', validation.formula2));
}

export interface WrittenValidations {
  readonly elements: readonly string[];
  /** How many could not be written. */
  readonly lost: number;
}

/** The sheet's `dataValidations` when they changed: no element, or one. Prompts without a rule are not modelled and kept. */
export function writeValidations(validations: readonly DataValidation[], original: XmlDocument): WrittenValidations {
  const unmodelled = childrenOf(child(original.root, 'dataValidations'), 'dataValidation')
    .filter((validation) => readValidation(validation) === null).map((validation) => sourceOf(original, validation));
  const written = validations.filter((validation) => !isTooLong(validation));
  const all = [...written.map(validationXml), ...unmodelled];
  const elements = all.length === 0 ? [] : [element('dataValidations', { count: all.length }, all.join(''))];
  return { elements, lost: validations.length - written.length };
}

/** The validations in the sheet's extensions, to be dropped when all are written anew. */
export function validationExtensions(root: XmlElement): readonly XmlElement[] {
  return childrenOf(child(root, 'extLst'), 'ext').flatMap((extension) => childrenOf(extension, 'dataValidations'));
}
