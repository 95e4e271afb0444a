/** A list of rows of one height that draws only those in sight. One stop of the Tab key; arrows, Home and End move between rows. */
import { makeStyles } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useScroller } from '../frame/scroller';
import { rowHeight } from './row';

/** Rows drawn beyond those in sight; the window moves by as many, so that most scrolling draws nothing. */
const margin = 6;
const rowsWhereNothingIsMeasured = 20;

const useStyles = makeStyles({
  list: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none', marginInline: '-8px' },
  item: { position: 'absolute', insetInline: 0, height: `${rowHeight}px` },
});

/** First row in sight, to a multiple of the margin; redraws only when that changes. */
function useFirstInSight(list: HTMLElement | null, scroller: HTMLElement | null): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      scroller?.addEventListener('scroll', listener, { passive: true });
      return () => scroller?.removeEventListener('scroll', listener);
    },
    [scroller],
  );
  return useSyncExternalStore(subscribe, () => {
    if (list === null || scroller === null) return 0;
    const above = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
    return Math.max(0, Math.floor(above / rowHeight / margin) * margin);
  });
}

function nextRow(key: string, active: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last);
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

export function WindowedList<Item>({ items, label, keyOf, focusOn = null, children }: {
  readonly items: readonly Item[];
  readonly label: string;
  readonly keyOf: (item: Item) => string;
  /** The row that takes the focus when the list appears: where the user was before. */
  readonly focusOn?: string | null;
  readonly children: (item: Item, tabIndex: 0 | -1) => ReactNode;
}): ReactNode {
  const styles = useStyles();
  const scroller = useScroller();
  const [list, setList] = useState<HTMLUListElement | null>(null);
  const returnedTo = focusOn === null ? -1 : items.findIndex((item) => keyOf(item) === focusOn);
  const [wanted, setWanted] = useState(Math.max(0, returnedTo));
  const active = Math.min(wanted, items.length - 1);
  const focusWanted = useRef(returnedTo >= 0);

  const start = Math.max(0, useFirstInSight(list, scroller) - margin);
  const inSight = scroller?.clientHeight ? Math.ceil(scroller.clientHeight / rowHeight) : rowsWhereNothingIsMeasured;
  const end = Math.min(items.length, start + inSight + 3 * margin);
  const drawn = Array.from({ length: end - start }, (_, index) => start + index);
  // The row that holds the focus stays drawn, or the focus would be lost by scrolling.
  if (active >= 0 && (active < start || active >= end)) drawn.push(active);

  useEffect(() => {
    if (!focusWanted.current || list === null) return;
    focusWanted.current = false;
    list.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const move = (event: KeyboardEvent): void => {
    const next = nextRow(event.key, active, items.length - 1);
    if (next === null) return;
    event.preventDefault();
    focusWanted.current = true;
    setWanted(next);
  };

  return (
    <ul ref={setList} className={styles.list} style={{ height: items.length * rowHeight }} aria-label={label} onKeyDown={move}>
      {drawn.map((index) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={keyOf(item)} className={styles.item} style={{ top: index * rowHeight }}
            aria-setsize={items.length} aria-posinset={index + 1} onFocus={() => setWanted(index)}
          >
            {children(item, index === active ? 0 : -1)}
          </li>
        );
      })}
    </ul>
  );
}
