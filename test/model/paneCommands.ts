/** What the user presses in the pane: each press is judged by what the model says it may do. */
import type { CellRef } from '../../src/domain/cell';
import { initiativeFields } from '../../src/domain/initiative';
import type { SerialDate } from '../../src/domain/measure';
import { partnerFields } from '../../src/domain/partner';
import { fieldCell } from '../../src/domain/portfolioRows';
import { logCorrection, type NewCorrection } from '../../src/excel/correctionsTable';
import type { CellEdit, EditResult } from '../../src/excel/editState';
import { tablesIn } from '../../src/excel/readWorkbook';
import { type QbrRequest, writeQbr } from '../../src/excel/writeQbr';
import { isReviewName } from '../../src/excel/sheetMark';
import { allSections } from '../../src/report/qbrOptions';
import { Fixes } from '../../src/tables/fixes';
import { type Meant, textOf, wrongAnswer } from './judgedWrites';
import { type Command, typeInto } from './userCommands';
import { type Cell, type Place, type UserWorkbook, cellAt, emptyCell, freshRow, sheetOf, withCell, withSheet } from './userWorkbook';
import type { Taken, World } from './world';

const journalLength = 20;

function demand(problem: string | null): void {
  if (problem !== null) throw new Error(problem);
}

/** The serial of a day in the workbook's own date system. */
const serial = (world: World, day: number): number => day - (world.addIn.port.date1904 ? 1_462 : 0);

/** What a cell is once an edit was written to it. */
function written(world: World, value: CellEdit['value'], { format }: Cell): Cell {
  if (typeof value === 'object' && value !== null && 'number' in value) return { value: value.number, formula: null, format: value.format };
  if (typeof value === 'object' && value !== null) return { value: serial(world, value.day), formula: null, format: /y/.test(format) ? format : 'yyyy-mm-dd' };
  return { value: value === '' ? null : value, formula: null, format: typeof value === 'number' && format === '@' ? 'General' : format };
}

/** Asks again as long as the user says yes; now and then somebody is quicker. */
async function answered(world: World, meant: Meant, ask: (over?: string) => Promise<EditResult>): Promise<{ readonly result: EditResult; readonly meant: Meant }> {
  let now = meant;
  let result = await ask();
  for (let times = 0; ; times += 1) {
    demand(wrongAnswer(world, now, result));
    world.count(`${result.kind}${now.agreed ? ' after a yes' : ''}`);
    world.tell(`  ${result.kind}${result.kind === 'done' ? '' : `: ${result.kind === 'asks' ? result.question : result.message}`}`);
    if (result.kind !== 'asks' || times === 3 || world.random.chance(0.3)) return { result, meant: now };
    const place = meant.place;
    if (world.random.chance(0.2) && cellAt(world.model, place) !== null) changeAt(world, place);
    now = { ...meant, expected: result.over, agreed: true };
    result = await ask(result.over);
  }
}

function changeAt(world: World, { sheet, row, column }: Place): void {
  const found = world.model.get(sheet);
  const at = found?.rows.findIndex(({ id }) => id === row) ?? -1;
  world.tell('  (somebody types into it first)');
  typeInto(world, sheet, at, found?.columns.indexOf(column) ?? -1, world.random.of(['Somebody', 'else', 7]));
}

async function write(world: World, cell: CellRef | undefined, value: CellEdit['value']): Promise<void> {
  if (cell === undefined) return world.tell('  (no such cell)');
  const { seen } = world;
  const place = world.placeOf(cell, seen);
  const before = place && cellAt(seen, place);
  if (place === null || before === null) throw new Error(`The pane shows ${JSON.stringify(cell)}, which was not there.`);
  world.tell(`  ${JSON.stringify(cell)} = ${JSON.stringify(value)}`);
  const meant: Meant = { place, seen, expected: String(before.value ?? ''), agreed: false };
  const { result } = await answered(world, meant, (over) => world.edits.edit({ cell, value, what: 'A cell', ...(over === undefined ? {} : { over }) }));
  if (result.kind !== 'done') return;
  const target = world.placeOf(result.cell) as Place;
  const old = cellAt(world.model, target) ?? emptyCell;
  const after = written(world, value, old);
  world.wrote(withCell(world.model, target, () => after));
  remember(world, { kind: 'cell', place: target, before: old, after, seen: world.model });
}

function remember(world: World, taken: Taken): void {
  world.journal = [...world.journal, taken].slice(-journalLength);
}

const names = ['Jane Doe', 'Bob', '=cmd|1', '007', 'Ines'] as const;

const assign = async (world: World): Promise<void> => {
  const gaps = world.portfolio.sponsorGaps;
  if (gaps.length === 0) return world.tell('  (no gap)');
  await write(world, world.random.of(gaps).cell, world.random.of(names));
};

const anyValue = (world: World): CellEdit['value'] => world.random.of(['Jane Doe', 'Launch', 'TRUE', '1/2', 750_000, null, { day: 46_240 as SerialDate }] as const);

const editField = async (world: World): Promise<void> => {
  const { initiatives, partners } = world.portfolio.rows;
  const cells = [
    ...(initiatives?.rows ?? []).map(({ row }) => fieldCell(initiatives!, row, world.random.of(initiativeFields))),
    ...(partners?.rows ?? []).map(({ row }) => fieldCell(partners!, row, world.random.of(partnerFields))),
  ].filter((cell) => cell !== undefined);
  await write(world, cells.length === 0 ? undefined : world.random.of(cells), anyValue(world));
};

/** What the Data page offers for a cell that could not be read; nothing is made up. */
const fix = async (world: World): Promise<void> => {
  const { issues, partners, corrections } = world.portfolio.rows;
  const reading = world.live.lastReading();
  if (reading === null) return world.tell('  (nothing read)');
  const fixes = new Fixes(tablesIn(reading), partners?.rows ?? []);
  const offered = [...issues, ...(corrections?.issues ?? [])].flatMap((issue) => fixes.of(issue));
  if (offered.length === 0) return world.tell('  (nothing to mend)');
  const { cell, value } = world.random.of(offered);
  await write(world, cell, value);
};

const undo = async (world: World): Promise<void> => {
  const taken = world.journal.at(-1);
  const { last } = world.edits.getState();
  if (taken === undefined) {
    demand(last === null ? null : 'the journal offers what was never written');
    const result = await world.edits.undo();
    return demand(result.kind === 'failed' ? null : 'it undid nothing');
  }
  demand(last === null ? 'the journal forgot what was written' : null);
  if (taken.kind === 'row') return undoRow(world, taken);
  const { place, before, after, seen } = taken;
  const meant: Meant = { place, seen, expected: textOf(after), agreed: false };
  const { result } = await answered(world, meant, (over) => world.edits.undo(over));
  if (result.kind !== 'done') return;
  world.wrote(withCell(world.model, world.placeOf(result.cell) as Place, () => before));
  world.journal = world.journal.slice(0, -1);
};

/** A logged row is taken away whole: one that says the same, if not the very one. */
async function undoRow(world: World, taken: Extract<Taken, { readonly kind: 'row' }>): Promise<void> {
  const { place, cells, table, made } = taken;
  const before = world.model;
  const said = (row: { readonly cells: readonly Cell[] }): string => JSON.stringify(row.cells.map(({ value }) => value).filter((value) => value !== null));
  const result = await world.edits.undo();
  world.tell(`  ${result.kind}${result.kind === 'failed' ? `: ${result.message}` : ''}`);
  world.count(`row: ${result.kind}`);
  if (result.kind !== 'done') return;
  const sheet = before.get(place.sheet);
  const wanted = said({ cells });
  const rows = (sheet?.rows ?? []).filter((row) => row.id === place.row || said(row) === wanted);
  const outcomes = rows.flatMap(({ id }): readonly UserWorkbook[] => [
    withSheet(before, place.sheet, (one) => ({ ...one, rows: one.rows.filter((row) => row.id !== id) })),
    ...(table ? [] : [withSheet(before, place.sheet, (one) => ({ ...one, rows: one.rows.map((row) => (row.id === id ? { ...row, cells: row.cells.map((cell) => ({ ...cell, value: null, formula: null })) } : row)) }))]),
  ]);
  const gone = new Map([...before].filter(([id]) => id !== place.sheet));
  const after = [...outcomes, ...(made ? [gone] : [])].find((book) => world.straysFrom(book).length === 0);
  if (after === undefined) throw new Error(`Undo of a logged row left the workbook in a state of its own: ${world.strays().join('; ')}`);
  if (after === gone) {
    world.headers.delete(place.sheet);
    world.steps = [];
    world.model = after;
  } else world.wrote(after);
  world.journal = world.journal.slice(0, -1);
}

const byHeader: Readonly<Record<string, keyof NewCorrection>> = {
  Date: 'date', Partner: 'partner', Initiative: 'initiative', Project: 'initiative', Correction: 'correction', Why: 'reason', Reason: 'reason', Measure: 'measure', Owner: 'owner', Lead: 'owner', Responsible: 'owner', 'Review on': 'reviewOn', Status: 'status',
};

const log = async (world: World): Promise<void> => {
  const { partners, initiatives } = world.portfolio.rows;
  const correction: NewCorrection = {
    date: 46_290 as SerialDate,
    partner: world.random.of([null, ...(partners?.rows ?? []).map(({ name }) => name)]),
    initiative: world.random.of([null, ...(initiatives?.rows ?? []).map(({ name }) => name)]),
    correction: world.random.of(['Weekly sales call', '=1+1', '-2', 'New owner']),
    reason: 'No traction', measure: 'Traction', owner: 'Ines', reviewOn: 46_380 as SerialDate, status: 'Open',
  };
  const create = world.random.chance(0.3);
  const result = await logCorrection(correction, { create, edits: world.edits, live: world.live, clock: world.clock });
  world.tell(`  ${result.kind}${'message' in result ? `: ${result.message}` : ''}`);
  world.count(`log: ${result.kind}`);
  if (result.kind !== 'done') {
    demand(result.kind === 'noTable' && create ? 'it would not make a table' : null);
    return;
  }
  const id = world.addIn.port.sheets().find(({ name }) => name === result.cell.sheet)?.id ?? '';
  const made = !world.model.has(id);
  if (made) adopt(world, id);
  else appended(world, id, result.cell.row);
  const sheet = world.model.get(id)!;
  const row = sheet.rows[result.cell.row]!;
  const headers = sheet.rows.find(({ id: one }) => one === world.headers.get(id))?.cells ?? [];
  headers.forEach(({ value: header }, column) => {
    const wanted = correction[byHeader[String(header)] ?? 'initiative'];
    const expected = !(String(header) in byHeader) ? null : typeof wanted === 'number' ? serial(world, wanted) : wanted;
    const held = row.cells[column]?.value ?? null;
    demand(held === expected && row.cells[column]?.formula === null ? null : `${String(header)} of the logged row holds ${JSON.stringify(held)}, not ${JSON.stringify(expected)}`);
  });
  if (made) world.steps = [];
  const table = world.addIn.port.tables().some((one) => one.sheet === id);
  remember(world, { kind: 'row', place: { sheet: id, row: row.id, column: sheet.columns[result.cell.column] ?? 0 }, cells: row.cells, table, made });
};

function adopt(world: World, id: string): void {
  const sheet = sheetOf(world.addIn.port, id);
  world.model = new Map(world.model).set(id, sheet);
  world.headers.set(id, sheet.rows[0]!.id);
}

/** One row more, as it stands in the workbook: what it must say is looked at by its headers. */
function appended(world: World, id: string, at: number): void {
  const old = world.model.get(id)!;
  demand(old.rows[at]?.cells.some(({ value, formula }) => value !== null || formula !== null) ? 'it logged over a row that was there' : null);
  const now = sheetOf(world.addIn.port, id).rows[at]!;
  const row = { ...freshRow(old.columns), cells: old.columns.map((_, column) => now.cells[column] ?? emptyCell) };
  // Two requests write a day to a column that had no days: two steps of Ctrl+Z.
  world.model = withSheet(world.model, id, (sheet) => ({
    ...sheet,
    rows: [...sheet.rows, ...Array.from({ length: Math.max(0, at - sheet.rows.length) }, () => freshRow(sheet.columns))].map((each, index) => (index === at ? row : each)).concat(at >= sheet.rows.length ? [row] : []),
  }));
  world.steps = [];
}

const dismiss = (world: World): void => {
  world.edits.dismiss();
  world.journal = [];
};

const qbr = async (world: World): Promise<void> => {
  const partner = world.portfolio.partners[0]?.partner.key;
  const request = world.random.of<QbrRequest | undefined>([
    undefined,
    { asOf: 46_100 as SerialDate, edition: { kind: 'portfolio' }, preparedBy: 'Ines', sections: allSections },
    ...(partner === undefined ? [] : [{ asOf: null, edition: { kind: 'partner', key: partner, audience: 'shared' }, preparedBy: null, sections: allSections } as const]),
  ]);
  const result = await writeQbr({ ...(request === undefined ? {} : { request }), clock: world.clock }, world.live);
  world.tell(`  ${result.kind}${result.kind === 'failed' ? `: ${result.message}` : ''}`);
  world.count(`review: ${result.kind}`);
  // A review is several steps of Ctrl+Z, or one, as this Excel has it; its own tests count them.
  if (result.kind === 'written') world.steps = [];
};

const deleteReview = (world: World): void => {
  const reviews = world.addIn.port.sheets().filter(({ name }) => isReviewName(name));
  if (reviews.length === 0) return world.tell('  (none)');
  world.addIn.port.deleteSheet(world.random.of(reviews).id);
  world.steps = [];
};

export const paneCommands: readonly Command[] = [
  { name: 'assign a sponsor', weight: 6, run: assign },
  { name: 'edit a field in the pane', weight: 5, run: editField },
  { name: 'fix a cell', weight: 4, run: fix },
  { name: 'undo in the pane', weight: 5, run: undo },
  { name: 'log a correction', weight: 3, run: log },
  { name: 'dismiss what was written', weight: 0.3, run: dismiss },
  { name: 'write a review', weight: 1.5, run: qbr },
  { name: 'delete a review', weight: 0.5, run: deleteReview },
];
