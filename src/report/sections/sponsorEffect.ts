/** Whether initiatives with a sales sponsor succeeded more often, from the user's own closed ones. */
import type { Portfolio } from '../../domain/portfolio';
import { sponsorEffectSentence } from '../../domain/sentences';
import { sponsorEffect as text } from '../sentences';
import type { Grid, SheetComposer } from '../sheetComposer';
import { heading } from './section';

export function sponsorEffect(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  heading(sheet, grid, text.heading, sponsorEffectSentence(portfolio.sponsorEffect));
  return () => undefined;
}
