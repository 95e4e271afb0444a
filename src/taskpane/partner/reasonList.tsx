/** Why the health is what it is: sentences, each with links to the cells that cause it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Reason } from '../../domain/portfolio';
import { CellLinks } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { Quiet } from '../parts/page';
import { partner as words } from '../sentences/partner';

const shownAtOnce = 12;

const useStyles = makeStyles({
  reason: { display: 'flex', flexDirection: 'column', rowGap: '2px', paddingBlock: '4px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }): ReactNode {
  const styles = useStyles();
  if (reasons.length === 0) return <Quiet>{words.allWell}</Quiet>;
  return (
    <GrowingList items={reasons} step={shownAtOnce} label={words.why} keyOf={({ text }, index) => `${index} ${text}`}>
      {({ text, cells }) => (
        <div className={styles.reason}>
          <span dir="auto">{text}.</span>
          <CellLinks cells={cells} />
        </div>
      )}
    </GrowingList>
  );
}
