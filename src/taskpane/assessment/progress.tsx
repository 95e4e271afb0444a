/** Where in the ten steps one is, and whether what was answered is kept. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areas } from '../../domain/assessment';
import { usePane } from '../frame/paneContext';
import { assessment as words } from '../sentences/assessment';
import type { Saving } from './draftKeeper';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px', minHeight: '24px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  bar: { display: 'flex', flexGrow: 1, columnGap: '3px', minWidth: '80px' },
  part: { flexGrow: 1, height: '4px', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground6, '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  answered: { backgroundColor: tokens.colorCompoundBrandBackground, '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' } },
  fault: { color: tokens.colorStatusDangerForeground1 },
});

/** `at`: 1-10, `null` beyond them. */
export function Progress({ at, answered }: { readonly at: number | null; readonly answered: readonly boolean[] }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const done = answered.filter(Boolean).length;
  return (
    <div className={styles.line}>
      {at !== null && <span>{words.step(figures.count(at))}</span>}
      <span className={styles.bar} role="progressbar" aria-label={words.progress} aria-valuemin={0} aria-valuemax={areas.length} aria-valuenow={done}>
        {answered.map((is, index) => <span key={areas[index]} className={mergeClasses(styles.part, is && styles.answered)} />)}
      </span>
    </div>
  );
}

export function SavingLine({ saving, onRetry }: { readonly saving: Saving; readonly onRetry: () => void }): ReactNode {
  const styles = useStyles();
  if (saving.kind !== 'failed') return <span className={styles.line}>{saving.kind === 'saved' ? words.saved : words.saving}</span>;
  return (
    <span className={styles.line} role="alert">
      <span className={styles.fault}>{words.notSaved(saving.message)}</span>
      <Button size="small" onClick={onRetry}>{words.retry}</Button>
    </span>
  );
}
