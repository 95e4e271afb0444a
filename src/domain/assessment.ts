/** The practice assessment: ten areas, each on five levels. Section 7 of the method. */
import type { SerialDate } from './measure';

/** By the numbers of the method, which are also their order. */
export const areas = ['process', 'approval', 'roles', 'profession', 'standing', 'staffing', 'reporting', 'expectations', 'plansAndReviews', 'portfolio'] as const;
export type Area = (typeof areas)[number];

export const areaNames: Readonly<Record<Area, string>> = {
  process: 'Process',
  approval: 'Approval',
  roles: 'Roles',
  profession: 'Profession',
  standing: 'Standing',
  staffing: 'Staffing',
  reporting: 'Reporting',
  expectations: 'Expectations',
  plansAndReviews: 'Plans and reviews',
  portfolio: 'Portfolio',
};

export const levels = [0, 1, 2, 3, 4] as const;
export type Level = (typeof levels)[number];
export const highestLevel = 4 satisfies Level;

export const levelNames: Readonly<Record<Level, string>> = {
  0: 'Absent',
  1: 'Ad hoc',
  2: 'Defined',
  3: 'Practised',
  4: 'Measured and improved',
};

export const answerFields = ['date', 'assessor', 'area', 'level', 'evidence'] as const;
export type AnswerField = (typeof answerFields)[number];

/** One answer: a row of the Assessment table, which is a history. */
export interface Answer {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly date: SerialDate;
  readonly assessor: string | null;
  readonly area: Area;
  /** `null`: not answered. */
  readonly level: Level | null;
  readonly evidence: string | null;
}
