/** Cells that are read as they are meant and written otherwise, each with the press that writes them plainly. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { cellAddress } from '../../domain/cell';
import type { CellsRead } from '../../excel/readings';
import { plainWritings, type PlainWriting } from '../../tables/plainWriting';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { Disclosure } from '../parts/disclosure';
import { GrowingList } from '../parts/growingList';
import { Quiet } from '../parts/page';
import { data as words, plainKinds } from '../sentences/data';
import { FixButton } from './fixButton';
import type { GoingOn } from './goingOn';

const atOnce = 10;

const useStyles = makeStyles({
  writing: { display: 'flex', flexDirection: 'column', rowGap: '2px', paddingBlock: '4px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  presses: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
});

export function PlainList({ read, take }: { readonly read: CellsRead; readonly take: GoingOn['take'] }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const [open, setOpen] = useKept('data/plain', false);
  const writings = useMemo(() => plainWritings(read.tables, { date1904: read.date1904, order: read.choices.dateOrder }), [read]);
  if (writings.length === 0) return null;
  return (
    <Disclosure title={words.plain} aside={figures.count(writings.length)} open={open} onToggle={() => setOpen(!open)}>
      <Quiet>{words.plainHint}</Quiet>
      <GrowingList items={writings} step={atOnce} label={words.plain} keyOf={({ cell }) => cellAddress(cell)}>
        {(writing: PlainWriting) => (
          <div className={styles.writing}>
            <span dir="auto">{words.plainlyWritten(plainKinds[writing.kind], writing.header, writing.held)}</span>
            <span className={styles.presses}>
              <FixButton fix={writing} tables={read.tables} take={take} />
              <CellLink cell={writing.cell} />
            </span>
          </div>
        )}
      </GrowingList>
    </Disclosure>
  );
}
