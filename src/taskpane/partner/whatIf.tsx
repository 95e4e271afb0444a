/** What would lift the partner: changes to tick, and what they make of its health at once. Nothing is written. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { changeSentence } from '../../domain/changes';
import type { HealthScore } from '../../domain/healthScore';
import { type Outlook, type PossibleChange, outlookOf } from '../../domain/outlook';
import type { Policy } from '../../domain/policy';
import { type PartnerHealth, type Portfolio, dimensions } from '../../domain/portfolio';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { CheckField } from '../parts/fields';
import { GrowingList } from '../parts/growingList';
import { Quiet, Section } from '../parts/page';
import { RatingTag } from '../parts/rating';
import { dimensionNames, partner as partnerWords, whatIf as words } from '../sentences/partner';
import { Button } from '../parts/button';

const smallestAtOnce = 12;
const othersAtFirst = 4;
const othersMore = 25;

const useStyles = makeStyles({
  result: {
    display: 'flex', flexDirection: 'column', rowGap: '4px', padding: '8px 12px', marginInline: '-4px', zIndex: 1,
    borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2,
    // It stays in sight beside the changes below it, where there is room for both.
    '@media (min-height: 480px)': { position: 'sticky', top: '8px' },
  },
  healths: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '24px', rowGap: '4px' },
  reset: { marginInlineStart: 'auto' },
  health: { display: 'flex', alignItems: 'baseline', columnGap: '8px', flexWrap: 'wrap' },
  when: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  figure: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  dimensions: {
    display: 'flex', flexWrap: 'wrap', columnGap: '12px', margin: 0, padding: 0, listStyleType: 'none',
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums',
  },
  moved: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  group: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '4px 8px' },
  head: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightRegular },
  // A change that takes the focus stands below what stays in sight.
  change: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', '& input': { scrollMarginTop: '160px' } },
  cell: { marginInlineStart: '24px' },
});

function Health({ when, score: { health, rating }, bands }: { readonly when: string; readonly score: HealthScore; readonly bands: Policy['bands'] }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  return (
    <span className={styles.health}>
      <span className={styles.when}>{when}</span>{' '}
      <span className={styles.figure}>{health === null ? partnerWords.notKnown : figures.score(health, bands)}</span>{' '}
      <RatingTag rating={rating} />
    </span>
  );
}

function Result({ today, after, count, bands, onReset }: {
  readonly today: HealthScore;
  readonly after: HealthScore;
  /** How many changes are ticked. */
  readonly count: number;
  readonly bands: Policy['bands'];
  readonly onReset: () => void;
}): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const score = (of: HealthScore, dimension: (typeof dimensions)[number]): string => {
    const { score: value } = of.dimensions[dimension];
    return value === null ? partnerWords.notKnown : figures.score(value, bands);
  };
  const tracked = dimensions.filter((dimension) => today.dimensions[dimension].score !== null || after.dimensions[dimension].score !== null);
  return (
    <div className={styles.result}>
      <div className={styles.healths}>
        <Health when={words.today} score={today} bands={bands} />
        {count > 0 && <Health when={words.after(count, figures.count(count))} score={after} bands={bands} />}
        <Button className={styles.reset} size="small" disabledFocusable={count === 0} onClick={onReset}>{words.reset}</Button>
      </div>
      <ul className={styles.dimensions} aria-label={words.dimensions}>
        {tracked.map((dimension) => {
          const [from, to] = [score(today, dimension), score(after, dimension)];
          return <li key={dimension} className={mergeClasses(from !== to && styles.moved)}>{dimensionNames[dimension]}{' '}<bdi dir="ltr">{from === to ? from : words.moved(from, to)}</bdi></li>;
        })}
      </ul>
    </div>
  );
}

/** What there is to say before the first tick. */
function finding({ next, smallest, others, today }: Outlook, count: (value: number) => string, score: (value: number) => string): string {
  if (today.health === null) return words.notRated;
  if (next !== null && next.to !== null) {
    const lifts = words.lifts(smallest.length, count(smallest.length), next.to, score(next.health));
    return next.exact ? lifts : `${lifts} ${words.mayBeSmaller}`;
  }
  if (others.length === 0) return words.nothing;
  return next === null ? '' : words.noSet(today.rating === 'Red' ? 'Amber' : 'Green');
}

export function WhatIf({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const { figures, announce } = usePane();
  const { bands } = portfolio.policy;
  const outlook = useMemo(() => outlookOf(portfolio, judged), [portfolio, judged]);
  const [kept, keep] = useKept<readonly string[]>(`partner/whatIf/${judged.partner.key}`, []);
  const { today, next, smallest, others } = outlook;
  // What was ticked and is done in the sheet by now is no change any more.
  const all = [...smallest, ...others];
  const chosen = new Set(kept.filter((key) => all.some((possible) => possible.key === key)));
  const after = chosen.size === 0 ? today : outlook.health(chosen);
  const score = (value: number | null): string => (value === null ? partnerWords.notKnown : figures.score(value, bands));

  const choose = (keys: ReadonlySet<string>): void => {
    keep([...keys]);
    const then = outlook.health(keys);
    announce(keys.size === 0 ? words.asToday(score(today.health), today.rating) : words.spoken(score(then.health), then.rating));
  };
  const toggle = (key: string, on: boolean): void => choose(new Set(on ? [...chosen, key] : [...chosen].filter((other) => other !== key)));
  const entry = ({ key, change, points }: PossibleChange): ReactNode => (
    <div className={styles.change}>
      <CheckField label={<span dir="auto">{changeSentence(change, points)}</span>} checked={chosen.has(key)} onChange={(on) => toggle(key, on)} />
      <span className={styles.cell}><CellLink cell={change.cell} /></span>
    </div>
  );
  const found = finding(outlook, figures.count, score);
  const title = next !== null && next.to !== null ? words.smallest(next.to) : null;
  return (
    <Section title={words.title}>
      {found !== '' && <Quiet>{found}</Quiet>}
      {all.length > 0 && (
        <>
          <Quiet>{words.promise}</Quiet>
          <Result today={today} after={after} count={chosen.size} bands={bands} onReset={() => choose(new Set())} />
          {title !== null && (
            <div className={styles.group}>
              <div className={styles.top}>
                <h3 className={styles.head}>{title}</h3>
                {smallest.length > 1 && <Button size="small" onClick={() => choose(new Set([...chosen, ...smallest.map(({ key }) => key)]))}>{words.all}</Button>}
              </div>
              <GrowingList items={smallest} step={smallestAtOnce} label={title} keyOf={({ key }) => key}>{entry}</GrowingList>
            </div>
          )}
          {others.length > 0 && (
            <div className={styles.group}>
              <h3 className={styles.head}>{words.others}</h3>
              <GrowingList items={others} first={othersAtFirst} step={othersMore} label={words.others} keyOf={({ key }) => key}>{entry}</GrowingList>
            </div>
          )}
        </>
      )}
    </Section>
  );
}
