/** What would lift a partner: its single changes, to be ticked and seen move its health before anything is written. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { cellAddress } from '../../domain/cell';
import { type Change, changeAction, changesIn } from '../../domain/changes';
import type { HealthScore } from '../../domain/healthScore';
import { type PartnerHealth, type Portfolio, dimensions } from '../../domain/portfolio';
import { smallestChanges } from '../../domain/smallestChanges';
import { Scenarios } from '../../domain/whatIf';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { CheckField } from '../parts/fields';
import { GrowingList } from '../parts/growingList';
import { Quiet } from '../parts/page';
import { RatingTag } from '../parts/rating';
import { dimensionNames, whatIf as words } from '../sentences/partner';

const atOnce = 8;

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  result: {
    display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px', padding: '8px 12px', borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2, fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300,
  },
  figure: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  moved: { flexBasis: '100%', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  change: { display: 'flex', alignItems: 'flex-start', columnGap: '8px', minWidth: 0 },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  points: { flexShrink: 0, paddingBlock: '6px', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  cell: { paddingInlineStart: '24px' },
  presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const keyOf = ({ cell, kind }: Change): string => `${cellAddress(cell)} ${kind}`;

/** Where the health would go, and of which dimensions. */
function Result({ today, then, portfolio }: { readonly today: HealthScore; readonly then: HealthScore; readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { bands } = portfolio.policy;
  const score = (value: number | null): string => (value === null ? words.unknown : figures.score(value, bands, 1));
  const moved = dimensions.flatMap((dimension) => {
    const [before, after] = [today.dimensions[dimension].score, then.dimensions[dimension].score];
    return before === after ? [] : [words.dimensionMoves(dimensionNames[dimension], score(before), score(after))];
  });
  return (
    <div className={styles.result} role="group" aria-label={words.result}>
      <span>{words.from(score(today.health))}</span>
      <span className={styles.figure}>{score(then.health)}</span>
      <RatingTag rating={then.rating} />
      {moved.length > 0 && <span className={styles.moved}>{moved.join(' · ')}</span>}
    </div>
  );
}

export function WhatIf({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const { figures, announce } = usePane();
  const { key } = judged.partner;
  const [ticked, setTicked] = useKept<ReadonlySet<string>>(`partner/whatIf/${key}`, new Set());
  const { scenarios, today, changes, smallest } = useMemo(() => {
    const of = new Scenarios(portfolio, judged);
    const now = of.health([]);
    return { scenarios: of, today: now, changes: changesIn(of, now), smallest: smallestChanges(portfolio, judged) };
  }, [portfolio, judged]);
  // A change that was made meanwhile is none any more.
  const chosen = useMemo(() => changes.filter((change) => ticked.has(keyOf(change))), [changes, ticked]);
  const then = useMemo(() => (chosen.length === 0 ? today : scenarios.health(chosen.map(({ edit }) => edit))), [scenarios, today, chosen]);
  if (changes.length === 0) return <Quiet>{judged.health === null ? words.notRated : words.nothing}</Quiet>;

  const tick = (next: ReadonlySet<string>): void => {
    setTicked(next);
    const after = scenarios.health(changes.filter((change) => next.has(keyOf(change))).map(({ edit }) => edit));
    announce(after.health === null ? words.unknown : words.said(figures.score(after.health, portfolio.policy.bands, 1), after.rating));
  };
  const toggle = (change: Change, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(keyOf(change));
    else next.delete(keyOf(change));
    tick(next);
  };
  const set = smallest?.to === null || smallest === null ? null : smallest.changes.map(({ change }) => change);
  return (
    <div className={styles.all}>
      <Result today={today} then={then} portfolio={portfolio} />
      <Quiet>{set === null || smallest === null || smallest.to === null ? words.noSet : words.smallest(set.length, figures.count(set.length), smallest.to, smallest.exact)} {words.nothingWritten}</Quiet>
      <div className={styles.presses}>
        {set !== null && <Button size="small" onClick={() => tick(new Set(set.map(keyOf)))}>{words.tickSmallest}</Button>}
        {chosen.length > 0 && <Button size="small" onClick={() => tick(new Set())}>{words.reset}</Button>}
      </div>
      <GrowingList items={changes} step={atOnce} label={words.title} keyOf={keyOf}>
        {(change) => (
          <div>
            <div className={styles.change}>
              <span className={styles.what}><CheckField label={changeAction(change)} checked={ticked.has(keyOf(change))} onChange={(on) => toggle(change, on)} /></span>
              <bdi dir="ltr" className={styles.points}>{words.points(change.points, figures.ratio(Math.abs(change.points)))}</bdi>
            </div>
            <div className={styles.cell}><CellLink cell={change.cell} /></div>
          </div>
        )}
      </GrowingList>
    </div>
  );
}
