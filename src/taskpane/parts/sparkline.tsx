/** A line of scores over time, small beside its words: a reader is told the words, never the line. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TrendPoint } from '../../domain/trend';

const width = 96;
const height = 28;
const edge = 3;

const useStyles = makeStyles({
  line: { display: 'block', flexShrink: 0, overflow: 'visible', color: tokens.colorBrandForeground1, '@media (forced-colors: active)': { color: 'CanvasText' } },
});

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Time runs to the right in either direction of reading; the scale is 0 to 100, as everywhere. Where there was no score the line is broken. */
function stretches(points: readonly TrendPoint[]): readonly (readonly Dot[])[] {
  const [first, last] = [points[0]?.asOf ?? 0, points.at(-1)?.asOf ?? 0];
  const found: Dot[][] = [[]];
  for (const { asOf, score } of points) {
    if (score === null) found.push([]);
    else found.at(-1)?.push({ x: edge + ((asOf - first) / Math.max(1, last - first)) * (width - 2 * edge), y: edge + (1 - score / 100) * (height - 2 * edge) });
  }
  return found.filter((dots) => dots.length > 0);
}

/** Nothing where fewer than two days have a score: one day is no line. */
export function Sparkline({ points }: { readonly points: readonly TrendPoint[] }): ReactNode {
  const styles = useStyles();
  if (points.filter(({ score }) => score !== null).length < 2) return null;
  const lines = stretches(points);
  const end = lines.at(-1)?.at(-1);
  return (
    <svg className={styles.line} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {lines.map((dots) => (
        <polyline key={dots[0]?.x} points={dots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      ))}
      {end !== undefined && <circle cx={end.x} cy={end.y} r="2.5" fill="currentColor" />}
    </svg>
  );
}
