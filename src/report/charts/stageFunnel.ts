/** What is on its way: open initiatives by stage, and how long they have been there. */
import type { Portfolio } from '../../domain/portfolio';
import { stageFunnel as funnelOf } from '../../domain/stageFunnel';
import { accent } from '../palette';
import { type ChartResult, fitTitle, fromZero } from './finding';
import { stageFunnel as text } from './sentences';

export function stageFunnel(portfolio: Portfolio): ChartResult {
  const stages = funnelOf(portfolio);
  const open = stages.reduce((sum, { count }) => sum + count, 0);
  if (open === 0) return { why: text.none };
  const launched = stages.find(({ stage }) => stage === 'Launch')?.count ?? 0;
  return {
    kind: 'bar',
    name: text.name,
    title: fitTitle(text.title(launched, open - launched)),
    caption: text.caption([...stages].sort((a, b) => b.count - a.count).map(({ stage, count }) => `${stage} ${count.toLocaleString('en-US')}`), stages.some(({ days }) => days !== null)),
    of: text.of,
    categories: stages.map(({ stage, days }) => text.label(stage, days)),
    series: [{ name: text.count, values: stages.map(({ count }) => count), color: accent }],
    labelFormat: '#,##0',
    exactFormat: '#,##0',
    legend: false,
    scale: fromZero([]),
  };
}
