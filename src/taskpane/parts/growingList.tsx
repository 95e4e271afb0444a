/** A list whose rows differ in height: the first ones, and a press for the next, so that twenty thousand cost no more than fifty. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { usePane } from '../frame/paneContext';
import { frame } from '../sentences/frame';
import { Button } from './button';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none', rowGap: '4px' },
  /** Rows that are pressed have their own padding: their text stands where other text does. */
  pressed: { marginInline: '-8px', rowGap: 0 },
  more: { alignSelf: 'flex-start' },
});

export function GrowingList<Item>({ items, step, first = step, pressedRows = false, label, keyOf, children }: {
  readonly items: readonly Item[];
  /** How many more a press shows. */
  readonly step: number;
  /** How many are shown before any press. */
  readonly first?: number;
  /** The rows are those of parts/row.tsx. */
  readonly pressedRows?: boolean;
  readonly label: string;
  readonly keyOf: (item: Item, index: number) => string;
  readonly children: (item: Item) => ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const [shown, setShown] = useState(first);
  const rest = items.length - shown;
  return (
    <>
      <ul className={mergeClasses(styles.list, pressedRows && styles.pressed)} aria-label={label}>
        {items.slice(0, shown).map((item, index) => <li key={keyOf(item, index)}>{children(item)}</li>)}
      </ul>
      {rest > 0 && (
        <Button className={styles.more} size="small" onClick={() => setShown(shown + step)}>{frame.showMore(figures.count(Math.min(rest, step)))}</Button>
      )}
    </>
  );
}
