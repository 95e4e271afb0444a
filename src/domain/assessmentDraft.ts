/** A practice assessment that is under way, as the small text that travels with the workbook until it is finished. */
import { type Area, type Level, areas, levels } from './assessment';

export interface DraftAnswer {
  /** `null`: not answered, or taken back. */
  readonly level: Level | null;
  /** '' where none was given. */
  readonly evidence: string;
  /** When it was last changed, in milliseconds since 1970 by the clock of whoever changed it. */
  readonly at: number;
}

export interface AssessmentDraft {
  /** When it was started, in milliseconds since 1970. A later start takes the place of an earlier one with all its answers. */
  readonly startedAt: number;
  /** '' where nobody was named. */
  readonly assessor: string;
  readonly answers: Readonly<Partial<Record<Area, DraftAnswer>>>;
}

const version = 1;
const longestName = 200;
const longestEvidence = 1_000;

type Stored = Readonly<Record<string, unknown>>;

function stored(value: unknown): Stored | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Stored) : null;
}

function parsed(text: string | null): Stored | null {
  try {
    return stored(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}

/** Never between the halves of an emoji. */
function fitting(text: unknown, longest: number): string {
  return typeof text === 'string' ? text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '') : '';
}

const timeOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

function answerOf(value: unknown): DraftAnswer | null {
  const answer = stored(value);
  if (answer === null) return null;
  return { level: levels.find((level) => level === answer.level) ?? null, evidence: fitting(answer.evidence, longestEvidence), at: timeOf(answer.at) };
}

/** `null` where there is none. What cannot be read of one counts as not answered. */
export function readDraft(text: string | null): AssessmentDraft | null {
  const draft = parsed(text);
  if (draft === null) return null;
  const answers = stored(draft.answers) ?? {};
  return {
    startedAt: timeOf(draft.startedAt),
    assessor: fitting(draft.assessor, longestName),
    answers: Object.fromEntries(areas.flatMap((area) => {
      const answer = answerOf(answers[area]);
      return answer === null ? [] : [[area, answer]];
    })),
  };
}

/** The new text; what a later version stored beside it stays, except where the assessment was started over. */
export function writeDraft(before: string | null, draft: AssessmentDraft): string {
  const old = parsed(before);
  const kept = old !== null && timeOf(old.startedAt) === draft.startedAt ? old : {};
  const oldAnswers = stored(kept.answers) ?? {};
  const answers = Object.fromEntries(Object.entries(draft.answers).map(([area, { level, evidence, at }]) =>
    [area, { ...stored(oldAnswers[area]), level, evidence: fitting(evidence, longestEvidence), at }]));
  return JSON.stringify({ version, ...kept, startedAt: draft.startedAt, assessor: fitting(draft.assessor, longestName), answers: { ...oldAnswers, ...answers } });
}

/** Of two answers of one moment the higher level, then the later evidence in the order of its characters: any order of merging ends alike. */
function newer(a: DraftAnswer | undefined, b: DraftAnswer | undefined): DraftAnswer | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  const [levelOfA, levelOfB] = [a.level ?? -1, b.level ?? -1];
  if (levelOfA !== levelOfB) return levelOfA > levelOfB ? a : b;
  return a.evidence >= b.evidence ? a : b;
}

/** What two machines know of one assessment: of each area the newer answer; the later start as a whole where they are of two starts. */
export function mergeDrafts(mine: AssessmentDraft, theirs: AssessmentDraft): AssessmentDraft {
  if (mine.startedAt !== theirs.startedAt) return mine.startedAt > theirs.startedAt ? mine : theirs;
  const answers = Object.fromEntries(areas.flatMap((area) => {
    const answer = newer(mine.answers[area], theirs.answers[area]);
    return answer === undefined ? [] : [[area, answer]];
  }));
  return { ...mine, assessor: mine.assessor === '' ? theirs.assessor : mine.assessor, answers };
}

/** How many of the ten areas have a level. */
export function answeredCount({ answers }: AssessmentDraft): number {
  return areas.filter((area) => (answers[area]?.level ?? null) !== null).length;
}
