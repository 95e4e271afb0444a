/** How far the QBR is, by named step. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type QbrStep, qbrSteps } from '../../excel/qbrActivity';
import { Hidden } from '../parts/hidden';
import { CheckIcon, CurrentIcon } from '../parts/icons';
import { qbr as words } from '../sentences/qbr';

const useStyles = makeStyles({
  bar: { height: '4px', borderRadius: tokens.borderRadiusMedium, overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground6, '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  done: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground, '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' } },
  steps: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'grid', gridTemplateColumns: '16px 1fr', columnGap: '8px', alignItems: 'center', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground3 },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

export function QbrProgress({ step }: { readonly step: QbrStep }): ReactNode {
  const styles = useStyles();
  const at = qbrSteps.indexOf(step);
  return (
    <>
      <div
        className={styles.bar} role="progressbar" aria-label={words.progress} aria-valuemin={0} aria-valuemax={qbrSteps.length} aria-valuenow={at + 0.5}
        aria-valuetext={words.step(words.steps[step], at + 1, qbrSteps.length)}
      >
        <div className={styles.done} style={{ width: `${((at + 0.5) / qbrSteps.length) * 100}%` }} />
      </div>
      <ol className={styles.steps}>
        {qbrSteps.map((name, index) => (
          <li key={name} className={mergeClasses(styles.step, index === at && styles.current)} aria-current={index === at ? 'step' : undefined}>
            <span>{index < at ? <CheckIcon /> : index === at && <CurrentIcon />}</span>
            <span>{words.steps[name]}{index < at && <>{' '}<Hidden>{words.done}</Hidden></>}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
