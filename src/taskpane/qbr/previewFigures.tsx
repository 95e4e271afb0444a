/** The headline of a review before it is written, in the words and figures of its sheet. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { ratings } from '../../domain/portfolio';
import { qbrPreview } from '../../report/qbrPreview';
import type { Edition } from '../../report/qbrOptions';
import { usePane } from '../frame/paneContext';
import { HeroFigure, Quiet, Section } from '../parts/page';
import { RatingTag } from '../parts/rating';
import { qbr as words } from '../sentences/qbr';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontVariantNumeric: 'tabular-nums' },
  line: { margin: 0, overflowWrap: 'anywhere' },
});

/** `of` is what the edition is made of; `ours` the partner as we judge it ourselves, where the edition is shared. */
export function PreviewFigures({ of, edition, ours }: { readonly of: Portfolio; readonly edition: Edition; readonly ours: PartnerHealth | null }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { policy, rows } = of;
  const { health, rating, byRating, revenue, revenueExpected, sponsorGaps, valueAtRisk, says } = qbrPreview(of, edition);
  const score = (value: number | null): string => (value === null ? words.notRated : figures.score(value, policy.bands, 1));
  const counts = ratings.filter((one) => byRating[one] > 0).map((one) => words.rated(figures.count(byRating[one]), one));
  const share = figures.share((revenueExpected > 0 ? revenue / revenueExpected : 0) as Parameters<typeof figures.share>[0]);
  return (
    <Section title={words.preview}>
      <HeroFigure figure={score(health)}>
        {health !== null && <span>{rating === null ? words.portfolioHealth : words.health}</span>}
        {rating !== null && health !== null && <RatingTag rating={rating} large />}
      </HeroFigure>
      <div className={styles.lines}>
        {rating === null && counts.length > 0 && <p className={styles.line}>{words.byRating(counts)}</p>}
        <p className={styles.line} title={figures.exactMoney(revenue, rows.currency)}>
          {revenueExpected > 0 ? words.revenue(figures.money(revenue), figures.money(revenueExpected), share) : words.noRevenue}
        </p>
        <p className={styles.line} title={figures.exactMoney(valueAtRisk, rows.currency)}>{words.gaps(sponsorGaps, figures.count(sponsorGaps), figures.money(valueAtRisk))}</p>
        <p className={styles.line} dir="auto">{says}</p>
      </div>
      {ours !== null && ours.health !== health && <Quiet>{words.sharedHealth(score(ours.health), ours.rating)}</Quiet>}
    </Section>
  );
}
