/** Excel.NamedItem: names for ranges, constants and formulas, of the workbook or of one sheet. */
import { either, flag, nullable, number, text } from '../argument';
import { describe, method, orNullObject, readOnly, settable } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { found, refuse } from '../officeError';
import type { NameInfo } from '../workbookPort';
import { fullAddress } from './book';
import type { Book, RangeRef, SheetRef } from './book';
import { requireName } from './names';
import { range } from './rangeArgument';
import { rangeOfFormula } from './reference';
import { rangeClass, sheetClass } from './classes';

export interface NamesRef {
  readonly book: Book;
  /** `null`: the names of the workbook. */
  readonly sheet: SheetRef | null;
}
interface NameRef extends NamesRef {
  readonly name: string;
}

const namesOf = ({ book, sheet }: NamesRef): NameInfo[] => book.port.names().filter((name) => name.sheet === (sheet?.id ?? null));
const find = (names: NamesRef, wanted: string): NameInfo | undefined =>
  namesOf(names).find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
const infoOf = (ref: NameRef): NameInfo => found(find(ref, ref.name));
const update = (ref: NameRef, fields: Partial<NameInfo>): void => ref.book.port.setName({ ...infoOf(ref), ...fields });
const targetOf = (ref: NameRef): RangeRef | null => rangeOfFormula(ref.book, infoOf(ref).formula, ref.sheet);
const at = (names: NamesRef, name: string): OfficeObject => namedItemClass.of({ ...names, name });

/** What a name stands for when it is no range: the constant in its formula. */
function constantOf(formula: string): { readonly type: string; readonly value: string | number | boolean } {
  const body = formula.replace(/^=/, '');
  const quoted = /^"((?:[^"]|"")*)"$/.exec(body);
  if (quoted !== null) return { type: 'String', value: (quoted[1] ?? '').replaceAll('""', '"') };
  if (/^(true|false)$/i.test(body)) return { type: 'Boolean', value: body.toLowerCase() === 'true' };
  if (body !== '' && Number.isFinite(Number(body))) return { type: 'Double', value: Number(body) };
  return body.startsWith('#') ? { type: 'Error', value: body } : { type: 'String', value: formula };
}

const namedItemClass: OfficeClass<NameRef> = describe('NamedItem', {
  id: { as: '_Id', of: ({ name }) => name },
  properties: {
    comment: settable(
      (ref) => infoOf(ref).comment,
      text,
      (ref, comment) => update(ref, { comment }),
    ),
    formula: settable(
      (ref) => infoOf(ref).formula,
      text,
      (ref, formula) => update(ref, { formula: formula.startsWith('=') ? formula : `=${formula}` }),
    ),
    name: readOnly((ref) => infoOf(ref).name),
    scope: readOnly(({ sheet }) => (sheet === null ? 'Workbook' : 'Worksheet')),
    type: readOnly((ref) => (targetOf(ref) === null ? constantOf(infoOf(ref).formula).type : 'Range')),
    value: readOnly((ref) => {
      const target = targetOf(ref);
      return target === null ? constantOf(infoOf(ref).formula).value : fullAddress(target, true);
    }),
    visible: settable(
      (ref) => infoOf(ref).visible,
      flag,
      (ref, visible) => update(ref, { visible }),
    ),
  },
  objects: {
    worksheet: (ref) => (ref.sheet === null ? refuse('ItemNotFound', 'The name belongs to the workbook.') : sheetClass.of(ref.sheet)),
    worksheetOrNullObject: (ref) => (ref.sheet === null ? null : sheetClass.of(ref.sheet)),
  },
  methods: {
    delete: method([], (ref) => ref.book.port.removeName(infoOf(ref).name, ref.sheet?.id ?? null)),
    ...orNullObject('getRange', [], (ref) => {
      const target = targetOf(ref);
      return target === null ? null : rangeClass.of(target);
    }),
  },
});

function add(names: NamesRef, name: string, formula: string, comment: string | null): OfficeObject {
  requireName(name);
  const { book, sheet } = names;
  const isTaken =
    find(names, name) !== undefined || (sheet === null && book.port.tables().some((table) => table.name.toLowerCase() === name.toLowerCase()));
  if (isTaken) refuse('ItemAlreadyExists', `The name "${name}" is taken.`);
  book.port.setName({ name, sheet: sheet?.id ?? null, formula, comment: comment ?? '', visible: true });
  return at(names, name);
}

const rangeOrFormula = either(range, either(text, number));
const asFormula = (reference: RangeRef | string | number): string => {
  if (typeof reference === 'number') return `=${reference}`;
  if (typeof reference === 'string') return reference.startsWith('=') ? reference : `="${reference.replaceAll('"', '""')}"`;
  return `=${fullAddress(reference, true)}`;
};

export const namedItemCollection: OfficeClass<NamesRef> = describe('NamedItemCollection', {
  items: {
    all: (names) => namesOf(names).map(({ name }) => at(names, name)),
    find: (names, wanted) => {
      const name = find(names, String(wanted));
      return name === undefined ? null : at(names, name.name);
    },
  },
  methods: {
    add: method([text, rangeOrFormula, nullable(text)], (names, name, reference, comment) => add(names, name, asFormula(reference), comment)),
    addFormulaLocal: method([text, text, nullable(text)], (names, name, formula, comment) =>
      add(names, name, formula.startsWith('=') ? formula : `=${formula}`, comment),
    ),
  },
});

export const namedItemClasses = [namedItemClass, namedItemCollection];
