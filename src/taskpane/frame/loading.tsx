/** The portfolio page before its figures: the same layout in grey, so that nothing jumps when they come. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Hidden } from '../parts/hidden';
import { frame } from '../sentences/frame';

const rows = 6;

const useStyles = makeStyles({
  loading: { display: 'flex', flexDirection: 'column', rowGap: '24px', padding: '12px', overflow: 'hidden' },
  block: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  chips: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr) 1.3fr', columnGap: '8px' },
  bone: {
    height: '16px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralStencil1, '@media (forced-colors: active)': { border: '1px solid GrayText' },
    '@media (prefers-reduced-motion: no-preference)': { animationName: { '50%': { opacity: 0.5 } }, animationDuration: '1.6s', animationIterationCount: 'infinite' },
  },
  thin: { height: '12px' },
  field: { height: '32px' },
  figure: { width: '96px', height: '36px' },
  line: { width: '85%' },
  chip: { height: '52px' },
  row: { display: 'flex', flexDirection: 'column', justifyContent: 'center', rowGap: '8px', height: '56px' },
  name: { width: '55%' },
});

export function Loading({ title }: { readonly title: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.loading} role="progressbar" aria-busy aria-label={frame.loading}>
      <Hidden><h1>{title}</h1></Hidden>
      <div className={styles.block}>
        <div className={mergeClasses(styles.bone, styles.figure)} />
        <div className={mergeClasses(styles.bone, styles.thin, styles.line)} />
        <div className={styles.chips}>
          {Array.from({ length: 4 }, (_, chip) => <div key={chip} className={mergeClasses(styles.bone, styles.chip)} />)}
        </div>
      </div>
      <div className={styles.block}>
        <div className={mergeClasses(styles.bone, styles.field)} />
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.row}>
            <div className={mergeClasses(styles.bone, styles.name)} />
            <div className={mergeClasses(styles.bone, styles.thin)} />
          </div>
        ))}
      </div>
    </div>
  );
}
