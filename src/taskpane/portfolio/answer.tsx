/** The answer: the health of the portfolio, where it comes from, and which way it goes. */
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, memo, useMemo } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { portfolioLine } from '../../domain/trend';
import { usePane } from '../frame/paneContext';
import { HeroFigure, Quiet } from '../parts/page';
import { Sparkline } from '../parts/sparkline';
import { type Moved, portfolio as words, trend as trendWords } from '../sentences/portfolio';

const useStyles = makeStyles({
  answer: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  // Narrow rather than on a line of its own: the line over time stays beside the figure.
  name: { flex: '1 1 88px', minWidth: 0 },
});

/** As the QBR says it. */
const decimals = 1;

function TrendLine({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const { figures } = usePane();
  const { last, change, likeForLike } = portfolio.trend.portfolio;
  if (last === null) return <Quiet>{trendWords.none}</Quiet>;
  const day = figures.day(last.asOf);
  if (change.kind === 'unknown') return <Quiet>{trendWords.notComparable(day)}</Quiet>;
  const moved = (points: number): Moved => ({ points, text: figures.ratio(Math.abs(points)) });
  return <Quiet>{trendWords.since(moved(change.points), likeForLike.kind === 'known' ? moved(likeForLike.points) : null, day)}</Quiet>;
}

/** Drawn anew for another portfolio alone, not at every key of the search below it. */
export const Answer = memo(function Answer({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { health, equalWeightHealth, headline, policy, history, asOf } = portfolio;
  const line = useMemo(() => portfolioLine(history, health, asOf), [history, health, asOf]);
  if (health === null || equalWeightHealth === null) return <Quiet>{words.noneRated}</Quiet>;
  const score = (value: number | null): string => (value === null ? words.unknown : figures.score(value, policy.bands, decimals));
  return (
    <div className={styles.answer}>
      <HeroFigure figure={score(health)}><span className={styles.name}>{words.health}, {words.of100}</span><Sparkline points={line} /></HeroFigure>
      <TrendLine portfolio={portfolio} />
      <Quiet>{words.weighting(score(equalWeightHealth))}</Quiet>
      <Quiet>{words.laggingAndLeading(score(headline.lagging), score(headline.leading))}</Quiet>
    </div>
  );
});
