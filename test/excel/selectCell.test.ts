/** Links from the pane into the sheets. */
import { activateSheet, selectCell } from '../../src/excel/selectCell';
import { sheet } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';
import { portfolioWorkbook } from './portfolios';

let addIn: AddIn;
afterEach(() => addIn.close());

test('selects the cell on its sheet', async () => {
  addIn = await openAddIn(portfolioWorkbook());
  expect(await selectCell({ sheet: 'Initiatives', row: 2, column: 4 })).toEqual({ kind: 'done' });
  const { sheet: id, areas } = addIn.port.selection();
  expect(addIn.port.sheets().find((one) => one.id === id)?.name).toBe('Initiatives');
  expect(areas).toEqual([{ row: 2, column: 4, rows: 1, columns: 1 }]);
});

test('shows a sheet', async () => {
  addIn = await openAddIn(portfolioWorkbook());
  expect(await activateSheet('Notes')).toEqual({ kind: 'done' });
  expect(addIn.port.sheets().find((one) => one.id === addIn.port.activeSheet())?.name).toBe('Notes');
});

test('says that a sheet is gone or hidden', async () => {
  addIn = await openAddIn(portfolioWorkbook({ more: [sheet('Old', [], { visibility: 'Hidden' })] }));
  expect(await selectCell({ sheet: 'Nowhere', row: 0, column: 0 })).toMatchObject({ kind: 'failed', message: expect.stringMatching(/"Nowhere" is no longer there/) });
  expect(await selectCell({ sheet: 'Old', row: 0, column: 0 })).toMatchObject({ kind: 'failed', message: expect.stringMatching(/"Old" is hidden/) });
});

test('is no fault while another workbook has the focus', async () => {
  addIn = await openAddIn(portfolioWorkbook());
  addIn.breakWith(({ index }) => (index === 1 ? { kind: 'error', code: 'GeneralException' } : undefined));
  expect(await selectCell({ sheet: 'Notes', row: 0, column: 0 })).toEqual({ kind: 'done' });
});
