/** Links that select cells in the sheet; of many, the first few and a press for the rest. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type CellRef, cellAddress } from '../../domain/cell';
import { usePane } from '../frame/paneContext';
import { frame as words } from '../sentences/frame';
import { LinkButton } from './link';

const shownAtFirst = 3;

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', fontSize: tokens.fontSizeBase200 },
  link: {
    minHeight: '24px', maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
});

export function CellLink({ cell, children }: { readonly cell: CellRef; readonly children?: ReactNode }): ReactNode {
  const { select } = usePane();
  const address = cellAddress(cell);
  return <LinkButton className={useStyles().link} title={address} onClick={() => select(cell)}>{children ?? address}</LinkButton>;
}

export function CellLinks({ cells }: { readonly cells: readonly CellRef[] }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const [all, setAll] = useState(false);
  const distinct = [...new Map(cells.map((cell) => [cellAddress(cell), cell])).values()];
  if (distinct.length === 0) return null;
  // One press for one more cell would cost as much room as the cell itself.
  const shown = all || distinct.length <= shownAtFirst + 1 ? distinct : distinct.slice(0, shownAtFirst);
  const rest = distinct.length - shown.length;
  return (
    <span className={styles.links}>
      {shown.map((cell) => <CellLink key={cellAddress(cell)} cell={cell} />)}
      {rest > 0 && <LinkButton className={styles.link} aria-expanded={false} onClick={() => setAll(true)}>{words.moreCells(figures.count(rest))}</LinkButton>}
    </span>
  );
}
