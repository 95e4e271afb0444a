/** Writes the result of the latest practice assessment on a sheet of its own, all or nothing. */
import { practiceResult } from '../domain/practiceResult';
import { assessmentSheet } from '../report/assessmentSheet';
import { type Clock, systemClock } from './clock';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { sentences } from './sentences';
import { writeSheets } from './sheetWriter';

export type SheetResult =
  | { readonly kind: 'written'; readonly sheet: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Four requests: a reading, what stands in the way, the sheet, the view of it. */
export async function writeAssessmentSheet(live: LiveWorkbook = livePortfolio, clock: Clock = systemClock): Promise<SheetResult> {
  const state = await live.refresh();
  if (state.kind !== 'ready') return { kind: 'failed', message: state.kind === 'failed' ? state.trouble.message : sentences.notRead };
  if (state.trouble !== null) return { kind: 'failed', message: state.trouble.message };
  const result = practiceResult(state.portfolio);
  if (result === null) return { kind: 'failed', message: sentences.noAssessment };
  const built = await live.during(
    () => writeSheets([assessmentSheet(result)], null, { signal: new AbortController().signal, onStep: () => undefined, clock }),
    (done) => (done.kind === 'built' ? done.result.map(({ sheetId }) => sheetId) : []),
  );
  return built.kind === 'built' ? { kind: 'written', sheet: built.result[0]?.sheet ?? '' } : { kind: 'failed', message: built.kind === 'failed' ? built.message : sentences.notRead };
}
