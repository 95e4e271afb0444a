/** The difference that sponsors made, with its 95 % interval against zero: small beside the sentence that says it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { sponsorEffectSentence } from '../../domain/sentences';
import { usePane } from '../frame/paneContext';
import { Quiet, Section } from '../parts/page';
import { sponsorGaps as words } from '../sentences/sponsors';

const width = 280;
const edge = 6;

const useStyles = makeStyles({
  plot: { display: 'block', width: '100%', maxWidth: `${width}px`, color: tokens.colorBrandForeground1, '@media (forced-colors: active)': { color: 'CanvasText' } },
  zero: { color: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { color: 'CanvasText' } },
  scale: { display: 'flex', justifyContent: 'space-between', maxWidth: `${width}px`, direction: 'ltr', fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

/** From -100 to 100 points: less to the left in either direction of reading. */
const at = (difference: number): number => edge + ((difference + 1) / 2) * (width - 2 * edge);

export function SponsorEffect({ portfolio: { sponsorEffect } }: { readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { difference, low, high } = sponsorEffect;
  return (
    <Section title={words.effect}>
      <Quiet>{sponsorEffectSentence(sponsorEffect)}</Quiet>
      {difference !== null && (
        <div aria-hidden>
          <svg className={styles.plot} viewBox={`0 0 ${width} 24`}>
            <line className={styles.zero} x1={at(0)} x2={at(0)} y1="2" y2="22" stroke="currentColor" strokeDasharray="2 2" />
            <line x1={at(low)} x2={at(high)} y1="12" y2="12" stroke="currentColor" strokeWidth="2" />
            <line x1={at(low)} x2={at(low)} y1="8" y2="16" stroke="currentColor" strokeWidth="2" />
            <line x1={at(high)} x2={at(high)} y1="8" y2="16" stroke="currentColor" strokeWidth="2" />
            <circle cx={at(difference)} cy="12" r="4" fill="currentColor" />
          </svg>
          <div className={styles.scale}><span>{figures.count(-100)}</span><span>{figures.count(0)}</span><span>{words.points(figures.count(100))}</span></div>
        </div>
      )}
    </Section>
  );
}
