/** The dimensions of one partner's health: a bar, the score and the points it costs. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Policy } from '../../domain/policy';
import { type Dimension, type DimensionHealth, type PartnerHealth, dimensions } from '../../domain/portfolio';
import { usePane } from '../frame/paneContext';
import { Quiet } from '../parts/page';
import { dimensionNames, partner as words } from '../sentences/partner';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontVariantNumeric: 'tabular-nums' },
  cell: { padding: 0 },
  head: { padding: '0 0 4px', verticalAlign: 'bottom', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, textAlign: 'start', overflowWrap: 'anywhere' },
  heading: { textAlign: 'end' },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  names: { width: '92px' },
  scores: { width: '44px' },
  losses: { width: '72px' },
  row: { height: '36px' },
  name: { padding: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100 },
  track: {
    display: 'block', height: '8px', borderRadius: tokens.borderRadiusMedium, overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  bar: {
    display: 'block', height: '100%', backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
});

function DimensionRow({ dimension, health, bands, rated }: {
  readonly dimension: Dimension;
  readonly health: DimensionHealth;
  readonly bands: Policy['bands'];
  readonly rated: boolean;
}): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { score, known, pointsLost } = health;
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        {dimensionNames[dimension]}
        {score !== null && known < 1 && <>{' '}<span className={styles.quiet}>{words.partlyKnown(figures.share(known))}</span></>}
      </th>
      {score === null ? (
        <td className={styles.cell} colSpan={rated ? 3 : 2}><Quiet>{words.notKnown}</Quiet></td>
      ) : (
        <>
          <td className={styles.cell} aria-hidden><span className={styles.track}><span className={styles.bar} style={{ width: `${score}%` }} /></span></td>
          <td className={mergeClasses(styles.cell, styles.number)}>{figures.score(score, bands)}</td>
          {rated && <td className={mergeClasses(styles.cell, styles.number)}><bdi dir="ltr">{figures.pointsLost(pointsLost)}</bdi></td>}
        </>
      )}
    </tr>
  );
}

export function DimensionTable({ judged, policy }: { readonly judged: PartnerHealth; readonly policy: Policy }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const rated = judged.health !== null;
  const tracked = dimensions.filter((dimension) => dimension !== 'relationship' || judged.dimensions.relationship.score !== null);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.names)}>{words.dimension}</th>
            <td aria-hidden />
            <th scope="col" className={mergeClasses(styles.head, styles.heading, styles.scores)}>{words.score}</th>
            {rated && <th scope="col" className={mergeClasses(styles.head, styles.heading, styles.losses)}>{words.lost}</th>}
          </tr>
        </thead>
        <tbody>
          {tracked.map((dimension) => (
            <DimensionRow key={dimension} dimension={dimension} health={judged.dimensions[dimension]} bands={policy.bands} rated={rated} />
          ))}
        </tbody>
      </table>
      <Quiet>{words.weights(tracked.map((dimension) => words.weight(dimension, figures.count(policy.weights[dimension]))))}</Quiet>
    </>
  );
}
