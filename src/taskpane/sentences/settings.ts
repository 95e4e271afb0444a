/** The Settings page. */
import type { Rating } from '../../domain/portfolio';
import type { PolicySetting, SettingUnit } from '../../domain/policySettings';
import type { SettingGroupName } from '../settings/groups';
import { counted, listed } from './wording';

export const settings = {
  intro: 'The numbers that partners are judged by. They are saved with this workbook, for everybody who opens it.',
  search: 'Find a setting',
  found: (count: number, text: string): string => (count === 0 ? 'No setting matches.' : `${counted(count, text, 'setting matches', 'settings match')}.`),
  noMatch: 'No setting matches.',
  showAll: 'Show all settings',
  units: {
    days: 'days', months: 'months', points: 'points', percent: 'percent', share: 'share, 0 to 1', initiatives: 'initiatives', areas: 'areas',
  } satisfies Readonly<Record<SettingUnit, string>>,
  hint: ({ meaning }: PolicySetting, allowed: string, initially: string): string => `${meaning} May be ${allowed}. Default: ${initially}.`,
  mustBe: (allowed: string): string => `Must be ${allowed}.`,
  demand: (demand: string): string => `${demand.charAt(0).toUpperCase()}${demand.slice(1)}.`,
  changed: (initially: string): string => `changed, default ${initially}`,
  reset: 'Reset',
  resetOne: (name: string): string => `Reset ${name} to its default`,
  none: 'none',
  groupCount: (text: string, changed: number, changedText: string): string => (changed === 0 ? text : `${text}, ${changedText} changed from default`),
  unsaved: 'Changes not saved',
  notSaved: (count: number, text: string): string => `${counted(count, text, 'change')} not saved. ${count === 1 ? 'It stays' : 'They stay'} here until you save or discard.`,
  nobodyJudged: 'No partner is judged yet.',
  noneMoves: (partners: string): string => `none of ${partners} ratings changes`,
  moves: (moved: number, movedText: string, partners: string, to: readonly { readonly text: string; readonly rating: Rating }[]): string =>
    `${movedText} of ${partners} ratings ${moved === 1 ? 'changes' : 'change'}: ${listed(to.map(({ text, rating }) => `${text} to ${rating}`))}`,
  health: (before: string, after: string): string => (before === after ? `portfolio health stays ${before}` : `portfolio health ${before} → ${after}`),
  previewOf: (moves: string, health: string | null): string => `If you save: ${moves}${health === null ? '' : `; ${health}`}.`,
  faults: (count: number, text: string): string => `${counted(count, text, 'setting', 'settings')} to correct before saving`,
  save: 'Save settings',
  saving: 'Saving',
  saved: 'The settings are saved with the workbook.',
  discard: 'Discard',
  discarded: 'The changes are discarded. Nothing in the workbook was changed.',
  file: 'Settings as a file',
  fileHint: 'Take the saved settings to another workbook: a file that is imported fills the fields and is saved only when you save.',
  export: 'Export saved settings',
  exported: (name: string): string => `${name} is handed to your downloads.`,
  import: 'Import from a file',
  imported: (count: number, text: string): string => (count === 0 ? 'The file says what is saved already.' : `${counted(count, text, 'setting')} of the file ${count === 1 ? 'differs' : 'differ'}. Look, then save.`),
  notImported: 'The file could not be read: nothing was changed. Choose a file that was exported here.',
  inFile: 'What the file does not say clearly',
  resetAll: 'Reset all to defaults',
  allDefault: 'All settings are at their defaults.',
  resetSaid: (count: number, text: string): string => `${counted(count, text, 'setting')} back at ${count === 1 ? 'its default' : 'their defaults'}. Look, then save.`,
} as const;

export const groupNames: Readonly<Record<SettingGroupName, string>> = {
  calendar: 'Calendar and currency',
  ratings: 'Ratings',
  weights: 'What counts in health',
  plan: 'What a plan expects',
  stages: 'Time in a stage',
  governance: 'Reviews, plans and inspections',
  relationship: 'Surveys of the relationship',
  sponsors: 'Sponsors',
  corrections: 'Course corrections and exits',
  success: 'Comparing success rates',
  assessment: 'Practice assessment',
};
