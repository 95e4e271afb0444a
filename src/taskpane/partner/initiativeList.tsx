/** A partner's initiatives: stage, score and what the gates miss; each opens on the page of initiatives. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { type Initiative, type Stage } from '../../domain/initiative';
import { initiativeKeys } from '../../domain/initiativeKeys';
import { type Performance, performanceOf } from '../../domain/performance';
import type { GateBreach, PartnerHealth, Portfolio } from '../../domain/portfolio';
import { type PaneReach, usePane } from '../frame/paneContext';
import { addressOf } from '../pages';
import { CellLink } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { RowLink } from '../parts/row';
import { initiative as words, partner as partnerWords, stageNames } from '../sentences/partner';

const shownAtFirst = 10;
const shownMore = 25;

const useStyles = makeStyles({
  row: { marginInline: '-8px' },
  breaches: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  breach: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: '8px' },
});

interface Judged {
  readonly initiative: Initiative;
  readonly performance: Performance;
  readonly breaches: readonly GateBreach[];
}

const stageOrder: Readonly<Record<Stage, number>> = { Launch: 0, Approve: 1, Qualify: 2, Closed: 3 };

/** Launched ones first, the worst at the top: there something can still be done. */
function judgedInitiatives(portfolio: Portfolio, judged: PartnerHealth): readonly Judged[] {
  const rows = portfolio.rows.initiatives?.rows ?? [];
  const breaches = new Map<Initiative, GateBreach[]>();
  for (const breach of portfolio.gateBreaches) {
    if (breach.partner !== judged.partner) continue;
    const known = breaches.get(breach.initiative);
    if (known === undefined) breaches.set(breach.initiative, [breach]);
    else known.push(breach);
  }
  return judged.initiatives
    .flatMap((position) => rows[position] ?? [])
    .map((initiative) => ({ initiative, performance: performanceOf(portfolio, initiative), breaches: breaches.get(initiative) ?? [] }))
    .sort((a, b) => stageOrder[a.initiative.stage] - stageOrder[b.initiative.stage] || (a.performance.score ?? 101) - (b.performance.score ?? 101));
}

/** One line on how the initiative stands. */
function standing({ initiative, performance }: Judged, portfolio: Portfolio, { figures }: PaneReach): string {
  const { stage, outcome, owner } = initiative;
  if (stage === 'Closed') return words.closed(typeof outcome === 'string' ? outcome : null);
  if (stage !== 'Launch') return `${stageNames[stage]} · ${owner === null ? words.noOwner : words.owner(owner)}`;
  const { revenue } = performance;
  switch (revenue.kind) {
    case 'known':
      return `${stageNames.Launch} · ${words.revenue(figures.money(revenue.actual ?? 0), figures.money(revenue.expected))}`;
    case 'tooEarly':
      return `${stageNames.Launch} · ${words.tooEarly}`;
    case 'unknown':
      return `${stageNames.Launch} · ${words.unknown(portfolio.rows.initiatives?.headers[revenue.field] ?? revenue.field)}`;
    case 'none':
      return `${stageNames.Launch} · ${words.noTarget}`;
  }
}

function InitiativeEntry({ judged, portfolio }: { readonly judged: Judged; readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const pane = usePane();
  const { initiative, performance, breaches } = judged;
  const { score } = performance;
  return (
    <>
      <div className={styles.row}>
        <RowLink
          name={initiative.name} figure={score === null ? undefined : pane.figures.score(score, portfolio.policy.bands)} reason={standing(judged, portfolio, pane)}
          href={addressOf({ page: 'initiatives', at: initiativeKeys(portfolio.rows).get(initiative) ?? null })}
        />
      </div>
      {breaches.length > 0 && (
        <ul className={styles.breaches}>
          {breaches.map((breach) => (
            <li key={`${breach.gate} ${breach.missing}`} className={styles.breach}>
              <span>{words.breach(breach.missing, breach.days ?? 0, pane.figures.count(breach.days ?? 0))}</span>
              <CellLink cell={breach.cell} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function InitiativeList({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const initiatives = useMemo(() => judgedInitiatives(portfolio, judged), [portfolio, judged]);
  return (
    <GrowingList items={initiatives} first={shownAtFirst} step={shownMore} label={partnerWords.initiatives} keyOf={({ initiative }) => String(initiative.row)}>
      {(entry) => <InitiativeEntry judged={entry} portfolio={portfolio} />}
    </GrowingList>
  );
}
