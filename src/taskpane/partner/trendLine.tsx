/** Which way a partner goes: its health over time as a line, and the same in a sentence. */
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { type Change, partnerLine } from '../../domain/trend';
import { usePane } from '../frame/paneContext';
import { Quiet } from '../parts/page';
import { Sparkline } from '../parts/sparkline';
import { partner as words } from '../sentences/partner';

const useStyles = makeStyles({ trend: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' } });

export function TrendLine({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { history, asOf, trend, partners } = portfolio;
  const points = useMemo(() => partnerLine(history, judged, null, asOf), [history, judged, asOf]);
  const own = trend.partners[partners.indexOf(judged)];
  if (own === undefined || own.last === null) return <Quiet>{words.noTrend}</Quiet>;
  const moved = (change: Change, since: string): string | null => (change.kind === 'unknown' ? null : words.moved(change.points, figures.ratio(Math.abs(change.points)), since));
  const parts = [
    moved(own.change, figures.day(own.last.asOf)) ?? words.notComparable(figures.day(own.last.asOf)),
    own.yearAgo === null || own.yearAgo.asOf === own.last.asOf ? null : moved(own.yearAgoChange, figures.day(own.yearAgo.asOf)),
  ];
  return <div className={styles.trend}><Sparkline points={points} /><Quiet>{parts.filter((part) => part !== null).join(' ')}</Quiet></div>;
}
