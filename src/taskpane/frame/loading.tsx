/** The portfolio page before its figures: the same layout in grey, so that nothing jumps when they come. */
import { Skeleton, SkeletonItem, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Hidden } from '../parts/hidden';
import { frame } from '../sentences/frame';

const rows = 6;

const useStyles = makeStyles({
  loading: { display: 'flex', flexDirection: 'column', rowGap: '24px', padding: '12px', overflow: 'hidden' },
  block: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  chips: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr) 1.3fr', columnGap: '8px' },
  figure: { width: '96px', height: '36px' },
  line: { width: '85%' },
  chip: { height: '52px' },
  row: { display: 'flex', flexDirection: 'column', justifyContent: 'center', rowGap: '8px', height: '56px' },
  name: { width: '55%' },
});

export function Loading({ title }: { readonly title: string }): ReactNode {
  const styles = useStyles();
  return (
    <Skeleton className={styles.loading} aria-label={frame.loading}>
      <Hidden><h1>{title}</h1></Hidden>
      <div className={styles.block}>
        <SkeletonItem className={styles.figure} />
        <SkeletonItem className={styles.line} size={12} />
        <div className={styles.chips}>
          {Array.from({ length: 4 }, (_, chip) => <SkeletonItem key={chip} className={styles.chip} />)}
        </div>
      </div>
      <div className={styles.block}>
        <SkeletonItem size={32} />
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.row}>
            <SkeletonItem className={styles.name} size={16} />
            <SkeletonItem size={12} />
          </div>
        ))}
      </div>
    </Skeleton>
  );
}
