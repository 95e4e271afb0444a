import { freeName } from '../../src/excel/newSheets';

test.each([
  ['QBR 2026 Q3', [], 'QBR 2026 Q3'],
  ['QBR 2026 Q3', ['qbr 2026 q3'], 'QBR 2026 Q3 (2)'],
  ['QBR 2026 Q3', ['QBR 2026 Q3', 'QBR 2026 Q3 (2)', 'QBR 2026 Q3 (4)'], 'QBR 2026 Q3 (3)'],
  ['A name that is longer than Excel lets a sheet have', [], 'A name that is longer than Exce'],
  ['A name that is longer than Excel lets a sheet have', ['A name that is longer than Exce'], 'A name that is longer than (2)'],
])('a new sheet "%s" beside %j is called "%s"', (wanted, taken, name) => {
  expect(freeName(wanted, taken)).toBe(name);
  expect(name.length).toBeLessThanOrEqual(31);
});
