import { type Area, areas, levelNames, levels } from '../../src/domain/assessment';
import { practiceAreas } from '../../src/domain/practiceAreas';
import { areaOf, levelOf } from '../../src/tables/assessmentWords';
import { readTables } from '../../src/tables/readTables';
import { day as serial } from '../domain/portfolioRows';
import { type Cell, day, excelTable, initiativesTable, partnersTable, read, records, sheetOf } from './sheet';

const judgedTables = [partnersTable([{ Partner: 'Acme' }]), initiativesTable([{ Initiative: 'A', Partner: 'Acme', Stage: 'Launch', 'Sales sponsor': 'Kim' }])];

const assessment = (rows: readonly Readonly<Record<string, Cell>>[]) =>
  excelTable('Assessment', records(rows, ['Date', 'Assessor', 'Area', 'Level', 'Evidence']), { sheetPosition: 2, row: 4 });

const answers = (...rows: readonly Readonly<Record<string, Cell>>[]) => read(...judgedTables, assessment(rows)).assessment;

const inMarch = { Date: day('2026-03-01') };

test('rows of the Assessment table are answers, in its order', () => {
  expect(answers(
    { ...inMarch, Assessor: ' Ann ', Area: 'Reporting', Level: 3, Evidence: ' The board pack of May ' },
    { Date: '2026-02-01', Assessor: 'unassigned', Area: 1, Level: 'Ad hoc', Evidence: 'n/a' },
    { Date: '2026-02-01', Assessor: 'tbd', Area: 2, Level: '0 Absent', Evidence: 'missing' },
  )).toEqual([
    { row: 5, date: serial('2026-03-01'), assessor: 'Ann', area: 'reporting', level: 3, evidence: 'The board pack of May' },
    { row: 6, date: serial('2026-02-01'), assessor: null, area: 'process', level: 1, evidence: null },
    { row: 7, date: serial('2026-02-01'), assessor: null, area: 'approval', level: 0, evidence: 'missing' },
  ]);
});

test('ruling 64: a row without a date or an area that can be read is left out, and no issue is reported', () => {
  const rows = read(...judgedTables, assessment([
    { Area: 'Roles', Level: 1 },
    { Date: 'in spring', Area: 'Roles', Level: 1 },
    { Date: '03/04/2026', Area: 'Roles', Level: 1 },
    { Date: '#N/A', Area: 'Roles', Level: 1 },
    { ...inMarch, Level: 1 },
    { ...inMarch, Area: 'Marketing', Level: 1 },
    { ...inMarch, Area: '#REF!', Level: 1 },
    { ...inMarch, Area: 'Roles', Level: 2 },
  ]));
  expect(rows.assessment.map(({ row, level }) => [row, level])).toEqual([[12, 2]]);
  expect(rows.issues).toEqual([]);
});

test.each([[''], ['tbd'], ['high'], [5], [-1], [2.5], ['#N/A'], [true]])('a level %j is not answered, and no issue', (level) => {
  const rows = read(...judgedTables, assessment([{ ...inMarch, Area: 'Roles', Level: level }]));
  expect(rows.assessment).toMatchObject([{ area: 'roles', level: null }]);
  expect(rows.issues).toEqual([]);
});

test("dates are those of the workbook's date system", () => {
  const [answer] = readTables([...judgedTables, assessment([{ Date: 44620, Area: 'Roles', Level: 1 }])], { date1904: true }).assessment;
  expect(answer?.date).toBe(44620 + 1462);
});

test('a plain range ends at its totals; a row of totals is none in an Excel table either', () => {
  const cells: Cell[][] = [['Date', 'Area', 'Level'], [day('2026-03-01'), 'Roles', 1], ['', 'Total', 1], [day('2026-03-01'), 'Process', 2]];
  expect(read(...judgedTables, sheetOf(cells, { sheet: 'Plain', sheetPosition: 2 })).assessment.map(({ area }) => area)).toEqual(['roles']);
  expect(read(...judgedTables, excelTable('Answers', cells, { sheetPosition: 2 })).assessment.map(({ area }) => area)).toEqual(['roles', 'process']);
});

test.each([['Assessor', 'Ann'], ['Evidence', 'Seen']])('a plain range does not end at a row that starts with a total where %s says something', (header, text) => {
  const rows = records([
    { Date: 'Total', Area: '', Level: '', [header]: text },
    { Date: '2026-03-01', Area: 'Roles', Level: 1, [header]: text },
  ]);
  expect(read(...judgedTables, sheetOf(rows, { sheet: 'Plain', sheetPosition: 2 })).assessment.map(({ area }) => area)).toEqual(['roles']);
});

test('a plain range does not end at a row that starts with a total and names an area', () => {
  const rows = records([{ Date: 'Total', Area: 'Process', Level: '' }, { Date: '2026-03-01', Area: 'Roles', Level: 1 }]);
  expect(read(...judgedTables, sheetOf(rows, { sheet: 'Plain', sheetPosition: 2 })).assessment.map(({ area }) => area)).toEqual(['roles']);
});

test("the product's own sheet comes before others, and without a table nothing is answered", () => {
  const elsewhere = assessment([{ ...inMarch, Area: 'Roles', Level: 1 }]);
  const own = excelTable('Own', records([{ ...inMarch, Area: 'Process', Level: 2 }]), { sheet: 'Own', hidden: true });
  expect(readTables([...judgedTables, elsewhere], { date1904: false, own: [own] }).assessment).toMatchObject([{ area: 'process', level: 2 }]);
  expect(read(...judgedTables).assessment).toEqual([]);
});

describe('an area', () => {
  test.each(areas.map((area, index) => [practiceAreas[area].name, index + 1, area] as const))('%s is known by its name, its number %d and both', (name, number, area) => {
    for (const text of [name, name.toUpperCase(), `${number}`, `${number} ${name}`, `${number}. ${name}`, `Area ${number}`, ` ${number}) `]) {
      expect([text, areaOf(text)]).toEqual([text, area]);
    }
  });

  test.each<[Area, string]>([
    ['process', 'Processes, Alliance process, Formal process'],
    ['approval', 'Approvals, Formal approval'],
    ['roles', 'Role, Responsibilities, Roles & responsibilities, Roles and responsibilities, 3 Roles & responsibilities'],
    ['profession', 'Professionals, Career path, Training, Training and development'],
    ['standing', 'Association, Membership, Certification, Membership and certification'],
    ['staffing', 'Staff, Team, Teams, Skills, Skills and experience'],
    ['reporting', 'Reports, Measurement, Measurement and reporting'],
    ['expectations', 'Partner expectations, Expectations agreed'],
    ['plansAndReviews', 'Plans & reviews, Plans, Reviews, Plan and review, Joint business plans, Joint business plans and reviews, Joint business plans and quarterly reviews'],
    ['portfolio', 'Portfolio management, Portfolio inspection, Inspection, Inspections'],
  ])('%s is known by its synonyms: %s', (area, synonyms) => {
    for (const text of synonyms.split(', ')) expect([text, areaOf(text)]).toEqual([text, area]);
  });

  test.each(['', '0', '11', '-7', '\u22127', '7.5', '1 Reporting', 'Marketing', '-', 'Level 3'])('is not named by %j', (text) => {
    expect(areaOf(text)).toBeNull();
  });

  test('is named behind a dash, which is no minus', () => {
    expect(areaOf('- Reporting')).toBe('reporting');
    expect(areaOf('Area - 7')).toBe('reporting');
  });
});

describe('a level', () => {
  test.each(levels)('%d is known by its number, its name and both', (level) => {
    const name = levelNames[level];
    for (const text of [`${level}`, name, name.toLowerCase(), `${level} ${name}`, `${level} - ${name}`, `Level ${level}`]) {
      expect([text, levelOf(text)]).toEqual([text, level]);
    }
  });

  test.each([['Ad-hoc', 1], ['adhoc', 1], ['Practiced', 3], ['3 Practiced', 3], ['Measured', 4], ['Measured & improved', 4], ['4: measured & improved', 4]])(
    '%s is level %d', (text, level) => {
      expect(levelOf(text)).toBe(level);
    },
  );

  test.each(['', '-', '?', '5', '-1', ' - 1', '\u22121', '2.5', '3 Absent', 'Improved', 'Area 3'])('is not named by %j', (text) => {
    expect(levelOf(text)).toBeNull();
  });
});
