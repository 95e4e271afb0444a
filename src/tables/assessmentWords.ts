/** What people call the areas and the levels of the practice assessment: by number, by name, or by both. */
import { type Area, type Level, areaNames, areas, levelNames, levels } from '../domain/assessment';
import { wordForm } from './textForms';

const areaSynonyms: Readonly<Record<Area, string>> = {
  process: 'processes, alliance process, formal process',
  approval: 'approvals, formal approval',
  roles: 'role, responsibilities, roles and responsibilities',
  profession: 'professionals, career path, training, training and development',
  standing: 'association, membership, certification, membership and certification',
  staffing: 'staff, team, teams, skills, skills and experience',
  reporting: 'reports, measurement, measurement and reporting',
  expectations: 'partner expectations, expectations agreed',
  plansAndReviews: 'plans, reviews, plan and review, joint business plans, joint business plans and reviews, joint business plans and quarterly reviews',
  portfolio: 'portfolio management, portfolio inspection, inspection, inspections',
};

const levelSynonyms: Readonly<Partial<Record<Level, string>>> = { 1: 'adhoc', 3: 'practiced', 4: 'measured' };

/** "7", "Area 7", "Reporting" and "7 Reporting" alike. */
function numberedWords<T>(kind: string, meanings: readonly T[], first: number, words: (meaning: T) => readonly string[]): ReadonlyMap<string, T> {
  return new Map(meanings.flatMap((meaning, index) => {
    const number = String(first + index);
    const names = words(meaning).map(wordForm);
    return [number, `${kind} ${number}`, ...names, ...names.map((name) => `${number} ${name}`)].map((form) => [form, meaning] as const);
  }));
}

const areaWords = numberedWords('area', areas, 1, (area) => [areaNames[area], ...areaSynonyms[area].split(', ')]);
const levelWords = numberedWords('level', levels, 0, (level) => [levelNames[level], ...(levelSynonyms[level]?.split(', ') ?? [])]);

const negative = /^\s*[-\u2212]\s*\d/;

/** A minus is no punctuation before a number: -3 is not 3. */
function meant<T>(text: string, words: ReadonlyMap<string, T>): T | null {
  return negative.test(text) ? null : (words.get(wordForm(text.replaceAll('&', ' and '))) ?? null);
}

/** `null` where the text names no area, or a number and the name of another one. */
export function areaOf(text: string): Area | null {
  return meant(text, areaWords);
}

/** "3", "Practised" and "3 Practised"; `null` where the text names no level. */
export function levelOf(text: string): Level | null {
  return meant(text, levelWords);
}
