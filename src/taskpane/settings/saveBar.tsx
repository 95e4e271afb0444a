/** What is changed and not saved: what it would make of the ratings, what is wrong with it, and the two presses. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import type { Policy } from '../../domain/policy';
import type { Score } from '../../domain/measure';
import { usePane } from '../frame/paneContext';
import { Quiet } from '../parts/page';
import { settings as words } from '../sentences/settings';
import type { Drafted } from './draft';
import { ratingMoves } from './ratingMoves';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  preview: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontVariantNumeric: 'tabular-nums' },
  fault: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorStatusDangerForeground1 },
  presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** A thousand partners are judged in less time than a key is held, but not in less than a frame: the field never waits for it. */
function usePreview(policy: Policy): string | null {
  const { services, figures } = usePane();
  const wanted = useDeferredValue(policy);
  return useMemo(() => {
    const state = services.livePortfolio.getState();
    const after = services.judgedBy(wanted);
    if (after === null || state.kind !== 'ready') return null;
    const moves = ratingMoves(state.portfolio, after);
    if (moves.partners === 0) return words.nobodyJudged;
    const partners = figures.count(moves.partners);
    const score = (value: Score): string => figures.score(value, wanted.bands, 1);
    return words.previewOf(
      moves.moved === 0 ? words.noneMoves(partners) : words.moves(moves.moved, figures.count(moves.moved), partners, moves.to.map(({ rating, count }) => ({ rating, text: figures.count(count) }))),
      moves.before === null || moves.after === null ? null : words.health(score(moves.before), score(moves.after)),
    );
  }, [services, figures, wanted]);
}

export function SaveBar({ state, saving, failure, onSave, onDiscard }: {
  readonly state: Drafted;
  readonly saving: boolean;
  readonly failure: string | null;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { changed, faults, policy } = state;
  const preview = usePreview(policy);
  return (
    <section aria-label={words.unsaved} className={styles.bar}>
      {faults.length === 0 ? preview !== null && <p className={styles.preview}>{preview}</p> : <p className={styles.fault}>{words.faults(faults.length, figures.count(faults.length))}</p>}
      {failure !== null && <p className={styles.fault} role="alert">{failure}</p>}
      <Quiet>{words.notSaved(changed.size, figures.count(changed.size))}</Quiet>
      <div className={styles.presses}>
        <Button appearance="primary" disabledFocusable={saving || faults.length > 0} onClick={onSave}>{saving ? words.saving : words.save}</Button>
        <Button disabledFocusable={saving} onClick={onDiscard}>{words.discard}</Button>
      </div>
    </section>
  );
}
