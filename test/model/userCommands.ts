/** What people do to their own tables while the pane is open: everything that moves, renames or changes a cell. */
import type { CellInput, CellValue, TableInfo } from '../../src/host/workbookPort';
import { type Cell, type UserRow, type UserSheet, type UserWorkbook, emptyCell, freshId, freshRow, withSheet } from './userWorkbook';
import type { World } from './world';

export interface Command {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  readonly run: (world: World) => Promise<void> | void;
}

/** A table of the user's, as it stands in the model: a header row, rows below it to the end of the sheet, one column after the other. */
interface Layout {
  readonly id: string;
  readonly sheet: UserSheet;
  readonly header: number;
  readonly first: number;
  readonly columns: readonly number[];
  readonly rows: readonly UserRow[];
  readonly table: TableInfo | undefined;
}

const wide = 16_384;
const tall = 1_048_576;

const words = ['Jane Doe', 'Bob', ' carla ', 'vacant', 'n/a', '=HYPERLINK("http://x","y")', '007', ''];
const typed: Readonly<Record<string, readonly (CellValue & (string | number | null))[]>> = {
  Partner: ['Halden Cloud', 'Northwind Systems', 'Kestrel', 'Halden Clud', 'KESTREL'],
  Initiative: ['Depot', 'Clinic', 'Migration', 'Venture 7', 'Venture 8'],
  Stage: ['Qualify', 'Approve', 'Launch', 'Closed', 'Won', 'Lanch', ''],
  Status: ['Active', 'Watch', 'Exiting', 'Ended', 'Dormant'],
  Tier: ['Strategic', 'Growth'],
  Due: ['2026-12-31', 46_300, 'soon', null],
  Date: [46_100, '2026-08-01', 'last week'],
  Correction: ['New owner', 'Weekly call', null],
};
const amounts = [0, 250_000, 1_200_000, '$1.2m', '1.200.000', -5, null] as const;
const days = ['2026-03-01', '2025-10-20', 46_180, 'tbd', null] as const;

function valueFor(world: World, header: CellValue): string | number | null {
  const name = String(header ?? '');
  if (/Revenue|Pipeline/.test(name)) return world.random.of(amounts);
  if (/ on$|QBR|plan|inspected/.test(name)) return world.random.of(days);
  return world.random.of(typed[name] ?? words) || null;
}

function layoutOf(world: World, id: string): Layout | null {
  const sheet = world.model.get(id);
  const header = sheet?.rows.findIndex(({ id: row }) => row === world.headers.get(id)) ?? -1;
  const headers = sheet?.rows[header]?.cells ?? [];
  const first = headers.findIndex(({ value }) => value !== null);
  if (sheet === undefined || first < 0) return null;
  const columns = headers.flatMap(({ value }, index) => (value === null ? [] : [index]));
  return { id, sheet, header, first, columns, rows: sheet.rows.slice(header + 1), table: world.addIn.port.tables().find((table) => table.sheet === id) };
}

function someTable(world: World): Layout | null {
  // Most of what people do is in their initiatives.
  return layoutOf(world, world.random.of(['initiatives', 'initiatives', 'initiatives', ...world.headers.keys()]));
}

const onTable = (act: (world: World, layout: Layout) => void): Command['run'] => (world) => {
  const layout = someTable(world);
  if (layout === null || layout.rows.length === 0) world.tell('  (no table)');
  else act(world, layout);
};

const where = ({ sheet }: Layout, row: number, column: number): string => `${sheet.name} row ${row + 1} column ${column + 1}`;
const one = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const inputOf = ({ value, formula }: Cell): CellInput => (formula === null ? { value: value as string | number | null, quoted: typeof value === 'string' } : { formula });
const setAt = (rows: readonly UserRow[], row: number, column: number, change: (cell: Cell) => Cell): readonly UserRow[] =>
  rows.map((each, index) => (index === row ? { ...each, cells: each.cells.map((cell, at) => (at === column ? change(cell) : cell)) } : each));

/** Types into one cell: words, numbers, nothing, or a formula that says the same wherever it goes. */
export function typeInto(world: World, id: string, row: number, column: number, value: string | number | null, formula: string | null = null): void {
  world.user(
    () => world.addIn.port.setCells(id, one(row, column), [[inputOf({ ...emptyCell, value, formula })]]),
    (model) => withSheet(model, id, (sheet) => ({ ...sheet, rows: setAt(sheet.rows, row, column, (cell) => ({ ...cell, value, formula })) })),
  );
}

const edit = onTable((world, layout) => {
  const row = layout.header + 1 + world.random.below(layout.rows.length);
  const column = world.random.of(layout.columns);
  const isFormula = world.random.chance(0.06);
  const value = isFormula ? 'Lea' : valueFor(world, layout.sheet.rows[layout.header]?.cells[column]?.value ?? null);
  world.tell(`  ${where(layout, row, column)} = ${isFormula ? '="Lea"' : JSON.stringify(value)}`);
  typeInto(world, layout.id, row, column, value, isFormula ? '="Lea"' : null);
});

/** Somebody else sees the same gap, or what the pane has just written. */
const meddle = (world: World): void => {
  const gaps = world.portfolio.sponsorGaps.map(({ cell }) => world.placeOf(cell, world.seen));
  const last = world.journal.at(-1)?.place ?? null;
  const place = world.random.of([...gaps, last, last]);
  const sheet = place === null ? undefined : world.model.get(place.sheet);
  const [row, column] = [sheet?.rows.findIndex(({ id }) => id === place?.row) ?? -1, sheet?.columns.indexOf(place?.column ?? -1) ?? -1];
  if (place === null || row < 0 || column < 0) return world.tell('  (nothing to meddle with)');
  const value = world.random.of(['Jane Doe', 'Somebody', null]);
  world.tell(`  ${sheet?.name ?? ''} row ${row + 1} column ${column + 1} = ${JSON.stringify(value)}`);
  typeInto(world, place.sheet, row, column, value);
};

const rankOf = (value: CellValue): number => (typeof value === 'number' ? 0 : 1);
function compared(a: CellValue, b: CellValue): number {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { sensitivity: 'accent' });
}
/** Blanks are last whichever way one sorts, and what is alike stays in its order. */
function sorted(rows: readonly UserRow[], column: number, ascending: boolean): readonly UserRow[] {
  const valueOf = (row: UserRow): CellValue => row.cells[column]?.value ?? null;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return ascending ? compared(x, y) : -compared(x, y);
  });
}

const sort = onTable((world, { id, sheet, header, first, columns, rows }) => {
  const column = world.random.of(columns);
  const ascending = world.random.chance(0.5);
  world.tell(`  ${sheet.name} by column ${column + 1}, ${ascending ? 'up' : 'down'}`);
  world.user(
    () => world.addIn.port.sort(id, { row: header + 1, column: first, rows: rows.length, columns: columns.length }, [{ column: column - first, ascending }], false),
    (model) => withSheet(model, id, (before) => ({ ...before, rows: [...before.rows.slice(0, header + 1), ...sorted(rows, column, ascending)] })),
  );
});

const filter = onTable((world, { table, sheet, columns, rows }) => {
  if (table === undefined) return world.tell('  (plain rows)');
  const position = world.random.below(columns.length);
  const value = String(world.random.of(rows).cells[columns[position] ?? 0]?.value ?? '');
  const filters = world.random.chance(0.3) ? [] : [{ column: position, values: [value] }];
  world.tell(`  ${sheet.name} ${filters.length === 0 ? 'shows all' : `by column ${position + 1}: "${value}"`}`);
  world.userLooks(() => world.addIn.port.filterTable(table.id, filters));
});

const hide = onTable((world, layout) => {
  const row = layout.header + 1 + world.random.below(layout.rows.length);
  const hidden = world.random.chance(0.7);
  world.tell(`  row ${row + 1} of ${layout.sheet.name} ${hidden ? 'hidden' : 'shown'}`);
  world.userLooks(() => world.addIn.port.setRows(layout.id, row, 1, { hidden }));
});

/** A new row between others, filled as a copy of one of them, with words of its own, or not at all. */
const insertRow = onTable((world, { id, sheet, header, rows, columns }) => {
  const at = header + 1 + world.random.below(rows.length);
  const source = world.random.of(rows);
  const kind = world.random.of(['copy', 'fresh', 'fresh', 'empty'] as const);
  const headers = sheet.rows[header]?.cells ?? [];
  const cells = sheet.columns.map((_, column): Cell => {
    if (!columns.includes(column) || kind === 'empty') return emptyCell;
    return kind === 'copy' ? { ...(source.cells[column] ?? emptyCell), format: 'General' } : { ...emptyCell, value: valueFor(world, headers[column]?.value ?? null) };
  });
  world.tell(`  ${sheet.name} before row ${at + 1}, ${kind}`);
  world.user(
    () => {
      world.addIn.port.insertCells(id, { row: at, column: 0, rows: 1, columns: wide }, 'down');
      world.addIn.port.setNumberFormats(id, { row: at, column: 0, rows: 1, columns: cells.length }, [cells.map(() => 'General')]);
      world.addIn.port.setCells(id, { row: at, column: 0, rows: 1, columns: cells.length }, [cells.map(inputOf)]);
    },
    (model) => withSheet(model, id, (before) => ({ ...before, rows: [...before.rows.slice(0, at), { id: freshId(), cells }, ...before.rows.slice(at)] })),
  );
});

const deleteRow = onTable((world, { id, sheet, header, rows }) => {
  if (rows.length < 3) return world.tell('  (too few rows)');
  const at = header + 1 + world.random.below(rows.length);
  world.tell(`  row ${at + 1} of ${sheet.name}`);
  world.user(
    () => world.addIn.port.deleteCells(id, { row: at, column: 0, rows: 1, columns: wide }, 'up'),
    (model) => withSheet(model, id, (before) => ({ ...before, rows: before.rows.filter((_, index) => index !== at) })),
  );
});

const moveDown = onTable((world, { id, sheet }) => {
  const count = 1 + world.random.below(2);
  world.tell(`  ${sheet.name} by ${count} rows`);
  world.user(
    () => world.addIn.port.insertCells(id, { row: 0, column: 0, rows: count, columns: wide }, 'down'),
    (model) => withSheet(model, id, (before) => ({ ...before, rows: [...Array.from({ length: count }, () => freshRow(before.columns)), ...before.rows] })),
  );
});

const insertColumn = onTable((world, { id, sheet, header, first, columns }) => {
  const at = first + world.random.below(columns.length);
  const name = at === first ? null : `Extra ${freshId()}`;
  world.tell(`  ${sheet.name} before column ${at + 1}: ${name ?? 'empty, left of the table'}`);
  world.user(
    () => {
      world.addIn.port.insertCells(id, { row: 0, column: at, rows: tall, columns: 1 }, 'right');
      const formats = sheet.rows.map(() => ['General']);
      world.addIn.port.setNumberFormats(id, { row: 0, column: at, rows: formats.length, columns: 1 }, formats);
      if (name !== null) world.addIn.port.setCells(id, one(header, at), [[{ value: name }]]);
    },
    (model) => withSheet(model, id, (before) => ({
      ...before,
      columns: [...before.columns.slice(0, at), freshId(), ...before.columns.slice(at)],
      rows: before.rows.map((row, index) => ({ ...row, cells: [...row.cells.slice(0, at), { ...emptyCell, value: index === header ? name : null }, ...row.cells.slice(at)] })),
    })),
  );
});

const needed = /^(Initiative|Partner|Stage|Sales sponsor|Correction|Date)$/;
const deleteColumn = onTable((world, { id, sheet, header, columns }) => {
  const headers = sheet.rows[header]?.cells ?? [];
  const candidates = world.random.chance(0.15) ? columns : columns.filter((column) => !needed.test(String(headers[column]?.value)));
  if (candidates.length < 3) return world.tell('  (too few columns)');
  const at = world.random.of(candidates);
  world.tell(`  ${String(headers[at]?.value)} of ${sheet.name}`);
  world.user(
    () => world.addIn.port.deleteCells(id, { row: 0, column: at, rows: tall, columns: 1 }, 'left'),
    (model) => withSheet(model, id, (before) => ({
      ...before,
      columns: before.columns.filter((_, index) => index !== at),
      rows: before.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index !== at) })),
    })),
  );
});

const synonyms: Readonly<Record<string, readonly string[]>> = {
  'Sales sponsor': ['Sales exec sponsor', 'Sponsor'],
  Owner: ['Lead', 'Responsible'],
  Initiative: ['Project'],
  Revenue: ['Revenue to date'],
  'Executive sponsor': ['Whoever helps'],
  Due: ['Deadline', 'Until when'],
};
const renameHeader = onTable((world, { id, sheet, header, columns }) => {
  const headers = (sheet.rows[header]?.cells ?? []).map(({ value }) => String(value));
  const known = Object.entries(synonyms).flatMap(([name, others]) => [name, ...others].map((each) => ({ each, all: [name, ...others] })));
  const candidates = columns.flatMap((column) => known.filter(({ each }) => each === headers[column]).map(({ all }) => ({ column, all })));
  if (candidates.length === 0) return world.tell('  (no header to rename)');
  const { column, all } = world.random.of(candidates);
  const name = world.random.of(all.filter((each) => !headers.includes(each)));
  world.tell(`  ${headers[column] ?? ''} of ${sheet.name} to ${name}`);
  typeInto(world, id, header, column, name);
});

const renameTable = onTable((world, { table, sheet }) => {
  if (table === undefined) return world.tell('  (plain rows)');
  const name = `${world.random.of(['Ventures', 'Allies', 'Joint_work'])}${freshId()}`;
  world.tell(`  ${table.name} on ${sheet.name} to ${name}`);
  world.user(() => world.addIn.port.updateTable(table.id, { name }), (model) => model);
  world.unheard = true;
});

const renameSheet = onTable((world, { id, sheet }) => {
  const name = `${world.random.of(['Pipeline', 'Our allies', "Q4 'new'"])} ${freshId()}`;
  world.tell(`  ${sheet.name} to ${name}`);
  world.user(() => world.addIn.port.updateSheet(id, { name }), (model) => withSheet(model, id, (before) => ({ ...before, name })));
});

const formatText = onTable((world, layout) => {
  const row = layout.header + 1 + world.random.below(layout.rows.length);
  const column = world.random.of(layout.columns);
  const format = world.random.of(['@', 'General', 'yyyy-mm-dd', '#,##0']);
  world.tell(`  ${where(layout, row, column)} as ${format}`);
  world.user(
    () => world.addIn.port.setNumberFormats(layout.id, one(row, column), [[format]]),
    (model) => withSheet(model, layout.id, (sheet) => ({ ...sheet, rows: setAt(sheet.rows, row, column, (cell) => ({ ...cell, format })) })),
  );
});

const protect = onTable((world, { id, sheet }) => {
  const isProtected = world.addIn.port.sheets().some((each) => each.id === id && each.protected);
  world.tell(`  ${sheet.name} ${isProtected ? 'freed' : 'protected'}`);
  world.userLooks(() => world.addIn.port.updateSheet(id, { protected: !isProtected }));
});

const toRange = onTable((world, { table, sheet }) => {
  if (table === undefined) return world.tell('  (plain rows)');
  world.tell(`  ${sheet.name}`);
  world.user(() => world.addIn.port.removeTable(table.id), (model) => model);
});

const moveAsOf = (world: World): void => {
  const value = world.random.of(['2026-09-30', '2026-12-31', '2026-10-15', 'soon']);
  world.tell(`  to ${value}`);
  typeInto(world, 'notes', 0, 1, value);
};

const ctrlZ = (world: World): void => {
  const back = world.steps.at(-1);
  if (back === undefined) return world.tell('  (nothing)');
  world.addIn.port.undo();
  world.unheard = true;
  world.steps = world.steps.slice(0, -1);
  world.model = back as UserWorkbook;
};

export const userCommands: readonly Command[] = [
  { name: 'edit a cell', weight: 8, run: edit },
  { name: 'edit what the pane is about', weight: 3, run: meddle },
  { name: 'sort', weight: 3, run: sort },
  { name: 'filter', weight: 2, run: filter },
  { name: 'hide a row', weight: 1, run: hide },
  { name: 'insert a row', weight: 3, run: insertRow },
  { name: 'delete a row', weight: 2, run: deleteRow },
  { name: 'move the table down', weight: 1, run: moveDown },
  { name: 'insert a column', weight: 2, run: insertColumn },
  { name: 'delete a column', weight: 1, run: deleteColumn },
  { name: 'rename a header', weight: 2, run: renameHeader },
  { name: 'rename the table', weight: 1, run: renameTable },
  { name: 'rename the sheet', weight: 1, run: renameSheet },
  { name: 'format a cell', weight: 1, run: formatText },
  { name: 'protect a sheet', weight: 0.7, run: protect },
  { name: 'convert to a range', weight: 0.3, run: toRange },
  { name: 'move the as-of date', weight: 1, run: moveAsOf },
  { name: 'Ctrl+Z', weight: 2.5, run: ctrlZ },
];
