/** A course correction with what came of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CorrectionEffect } from '../../domain/correctionEffects';
import type { Portfolio } from '../../domain/portfolio';
import { correctionSentence } from '../../domain/sentences';
import { usePane } from '../frame/paneContext';
import { corrections as words } from '../sentences/corrections';
import { CellLink } from './cellLinks';
import { Quiet } from './page';

const useStyles = makeStyles({
  entry: { display: 'flex', flexDirection: 'column', rowGap: '2px', paddingBlock: '4px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  verdict: { marginInlineStart: 'auto', fontWeight: tokens.fontWeightSemibold },
});

export function LoggedCorrection({ effect, portfolio }: { readonly effect: CorrectionEffect; readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { correction, partner } = effect;
  const table = portfolio.rows.corrections?.table;
  const column = table?.columns.correction ?? 0;
  return (
    <div className={styles.entry}>
      <span className={styles.head}>
        <span className={styles.name} dir="auto">{correction.correction}</span>
        <span className={styles.verdict}>{words.effect[effect.effect]}</span>
      </span>
      <Quiet>{[figures.day(correction.date), partner?.name ?? words.portfolio, correction.initiative, correction.owner].filter((part) => part !== null).join(' · ')}</Quiet>
      <Quiet>{correctionSentence(effect, portfolio.policy.closedMonths)}</Quiet>
      {table !== undefined && <CellLink cell={{ sheet: table.sheet, row: correction.row, column }} />}
    </div>
  );
}
