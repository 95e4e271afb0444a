/** The loop of decisions, as two people at a table do it: asked for by one review, written beside, done or not, and told by the next. */
import type { Worksheet } from 'exceljs';
import { openSample } from './journeys';
import { expect, test } from './workbench';

const texts = (sheet: Worksheet | undefined): string[] => (sheet?.getSheetValues() ?? []).flat().map((value) => (typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : String(value ?? '')));

/** The address of the cell with this text. */
function cellOf(sheet: Worksheet | undefined, text: string): { readonly row: number; readonly column: string } {
  let found: { readonly row: number; readonly column: string } | null = null;
  sheet?.eachRow((row) => row.eachCell((cell) => {
    if (found === null && cell.text === text) found = { row: row.number, column: cell.address.replace(/\d+/, '') };
  }));
  if (found === null) throw new Error(`"${text}" is not on ${sheet?.name}.`);
  return found;
}

test('two decisions are written beside what the review asks, one is done, and the next review tells both rightly', async ({ workbench }, info) => {
  test.setTimeout(180_000);
  await openSample(workbench);
  await workbench.button('Write QBR').click();
  await expect(workbench.sheet('QBR 2026 Q3')).toBeVisible();
  const before = await workbench.saved();
  const review = before.getWorksheet('QBR 2026 Q3');
  const asked = texts(review).filter((text) => text.startsWith('Name a sales sponsor for '));
  const [done = '', open = ''] = asked;
  const { column } = cellOf(review, 'Decision');

  await workbench.sheet('QBR 2026 Q3').click();
  await workbench.type(`${column}${cellOf(review, done).row}`, 'Dana Ruiz takes it over');
  await workbench.type(`${column}${cellOf(review, open).row}`, 'Ask the region');

  const initiatives = before.getWorksheet('Initiatives');
  const [, initiative = ''] = / for (.*) \([^()]*\)$/.exec(done) ?? [];
  await workbench.sheet('Initiatives').click();
  await workbench.type(`${cellOf(initiatives, 'Sales sponsor').column}${cellOf(initiatives, initiative).row}`, 'Dana Ruiz');
  const notes = before.getWorksheet('Notes');
  const { row, column: label } = cellOf(notes, 'As of');
  await workbench.sheet('Notes').click();
  await workbench.type(`${String.fromCharCode(label.charCodeAt(0) + 1)}${row}`, '2026-12-31');

  await workbench.button('Write QBR').click();
  await expect(workbench.sheet('QBR 2026 Q4')).toBeVisible();
  await info.attach('the next review', { body: await workbench.page.screenshot(), contentType: 'image/png' });
  const after = await workbench.saved();
  const next = after.getWorksheet('QBR 2026 Q4');
  const told = texts(next);
  expect(told.find((text) => text.includes('decisions asked for on 30 September 2026'))).toMatch(/, 2 were taken\. Of one nothing shows yet\./);
  const [first, second] = [cellOf(next, done).row, cellOf(next, open).row];
  expect(texts(next).filter((text) => text === done)).toHaveLength(1);
  const rowText = (number: number): string => [0, 1].map((below) => texts({ getSheetValues: () => [next?.getRow(number + below).values] } as unknown as Worksheet).join(' ')).join(' ');
  expect(rowText(first)).toMatch(/Dana Ruiz is named.*Decided: "Dana Ruiz takes it over"\./);
  expect(rowText(second)).toMatch(/Nothing yet, and overdue.*Decided: "Ask the region"\./);
  // What still stands is asked for again.
  expect(told.filter((text) => text === open)).toHaveLength(2);
  const kept = texts(after.getWorksheet('Alliance data'));
  expect(kept.filter((text) => text === 'Dana Ruiz takes it over' || text === 'Ask the region')).toHaveLength(2);
  // The first review says what it said.
  expect(texts(after.getWorksheet('QBR 2026 Q3')).filter((text) => !/Dana Ruiz takes|Ask the region/.test(text))).toEqual(texts(review));
});
