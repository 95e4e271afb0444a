/** Which way its health goes: since the last review, over the year, and from review to review. */
import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { type TrendPoint, partnerLine } from '../../domain/trend';
import { usePane } from '../frame/paneContext';
import { Quiet } from '../parts/page';
import { history as words } from '../sentences/partner';
import { trend as trendWords } from '../sentences/portfolio';

/** So many reviews before today are told of; the line shows them all. */
const told = 4;

/** Today is the last point. */
export function usePartnerLine({ history, asOf }: Portfolio, judged: PartnerHealth): readonly TrendPoint[] {
  return useMemo(() => partnerLine(history, judged, null, asOf), [history, judged, asOf]);
}

export function TrendLine({ portfolio, judged, line }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth; readonly line: readonly TrendPoint[] }): ReactNode {
  const { figures } = usePane();
  const trend = portfolio.trend.partners[portfolio.partners.indexOf(judged)];
  if (trend?.last == null) return <Quiet>{trendWords.none}</Quiet>;
  const { last, change, yearAgo, yearAgoChange } = trend;
  const day = figures.day(last.asOf);
  const earlier = line.slice(0, -1).slice(-told).map(({ asOf, score, rating }) => words.then(score === null ? null : figures.score(score, portfolio.policy.bands), rating, figures.day(asOf)));
  return (
    <>
      <Quiet>
        {change.kind === 'unknown' ? trendWords.notComparable(day) : trendWords.since({ points: change.points, text: figures.ratio(Math.abs(change.points)) }, null, day)}
        {yearAgo !== null && yearAgo !== last && yearAgoChange.kind === 'known' && ` ${words.yearAgo(yearAgoChange.points, figures.ratio(Math.abs(yearAgoChange.points)), figures.day(yearAgo.asOf))}`}
      </Quiet>
      {earlier.length > 1 && <Quiet>{words.line(earlier)}</Quiet>}
    </>
  );
}
