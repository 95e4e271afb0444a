/** What CORRECTIONS and EXITS answer. */
import { basisOf } from '../domain/basis';
import { type CorrectionEffect, checkpointOf } from '../domain/correctionEffects';
import type { ExitAdvice } from '../domain/exits';
import type { Portfolio } from '../domain/portfolio';
import { correctionSentence, neverCheckOut } from '../domain/sentences';
import { type Answer, type Given, type Row, blank, dayCell, missingTable, notAvailable, ofPartner, remark, spill } from './answers';
import { dimensionNames, sentences } from './sentences';

const correctionHeaders = ['Date', 'Partner', 'Initiative', 'Correction', 'Measure', 'Before', 'After', 'Effect', 'Checkpoint', 'In words'];

/** Course corrections and what came of them: a partner's measure in points 0-100, the whole portfolio's success rate 0-1. */
export function correctionsAnswer(portfolio: Portfolio, partner: Given): Answer {
  if (portfolio.rows.corrections === null) return notAvailable(sentences.noCorrections);
  const basis = basisOf(portfolio);
  const rowsOf = (effects: readonly CorrectionEffect[]): Answer =>
    spill(correctionHeaders, effects.map((effect): Row => {
      const { correction, partner: of, before, after } = effect;
      const measure = of === null ? sentences.successRate : correction.measure === 'health' ? 'Health' : dimensionNames[correction.measure];
      return [
        dayCell(correction.date), of?.name ?? sentences.wholePortfolio, correction.initiative ?? blank, correction.correction, measure,
        before ?? blank, after ?? blank, effect.effect, dayCell(checkpointOf(correction, basis)), correctionSentence(effect, portfolio.policy.closedMonths),
      ];
    }));
  return ofPartner(portfolio, partner, {
    one: (judged) => rowsOf(portfolio.corrections.filter((effect) => effect.partner === judged.partner)),
    all: () => rowsOf(portfolio.corrections),
  });
}

const exitHeaders = ['Partner', 'Recommendation', 'Dimension', 'Checkpoint', 'Rating', 'Health', 'Why'];

function exitRow({ judged, recommendation, reasons }: ExitAdvice): Row {
  const dimension = recommendation.kind === 'Correct' && recommendation.dimension !== null ? dimensionNames[recommendation.dimension] : blank;
  const checkpoint = 'checkpoint' in recommendation ? dayCell(recommendation.checkpoint) : blank;
  return [judged.partner.name, recommendation.kind, dimension, checkpoint, judged.rating, judged.health ?? blank, reasons.join(' ')];
}

/** The alliances in question, in table order, and whether to correct, to wait, to continue or to leave. */
export function exitsAnswer(portfolio: Portfolio): Answer {
  if (portfolio.rows.partners === null) return missingTable(portfolio, 'Partners');
  const { exits, sign } = portfolio;
  const rows = exits.length === 0 ? [remark(exitHeaders, sentences.noneInQuestion)] : exits.map(exitRow);
  return spill(exitHeaders, sign.neverCheckOut ? [...rows, remark(exitHeaders, neverCheckOut(sign.redForTwo))] : rows);
}
