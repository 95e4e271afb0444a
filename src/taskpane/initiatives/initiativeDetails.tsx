/** One initiative in full: what its gates ask for, each with its cell, and what it has reached of what is expected by now. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { type StandardPerformance, performanceOf, standards } from '../../domain/performance';
import type { GateBreach, Portfolio } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';
import type { StageStanding } from '../../domain/stageStanding';
import { type PaneReach, usePane } from '../frame/paneContext';
import { goTo } from '../navigation';
import { addressOf, partnerPlace } from '../pages';
import { CellLink } from '../parts/cellLinks';
import { Money } from '../parts/money';
import { Quiet, Section } from '../parts/page';
import { initiatives as words } from '../sentences/initiatives';
import { initiative as initiativeWords, stageNames } from '../sentences/partner';
import { Link } from '../parts/link';

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', rowGap: '12px', padding: '12px', marginInline: '-4px', outlineStyle: 'none', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  facts: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '12px', rowGap: '4px', margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  presses: { display: 'flex', columnGap: '8px' },
});

const close = (): void => goTo({ page: 'initiatives', at: null });

function Lacking({ title, breaches }: { readonly title: string; readonly breaches: readonly GateBreach[] }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  if (breaches.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {breaches.map(({ gate, missing, days, cell }) => (
          <li key={`${gate} ${missing}`} className={styles.item}>
            <span>{initiativeWords.breach(missing, days ?? 0, figures.count(days ?? 0))}</span>
            <CellLink cell={cell} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function reached(performance: StandardPerformance, { figures }: PaneReach): string | null {
  switch (performance.kind) {
    case 'none':
      return null;
    case 'tooEarly':
      return words.tooEarly;
    case 'unknown':
      return words.notKnown;
    case 'known':
      return performance.attainment === null ? words.nothingNeeded : figures.share(performance.attainment as Parameters<typeof figures.share>[0]);
  }
}

export function InitiativeDetails({ portfolio, standing }: { readonly portfolio: Portfolio; readonly standing: StageStanding }): ReactNode {
  const styles = useStyles();
  const pane = usePane();
  const top = useRef<HTMLDivElement>(null);
  const { initiative, partner, breaches, missing, time, value, key } = standing;
  const performance = performanceOf(portfolio, initiative);
  const figures = standards.flatMap((standard) => {
    const text = reached(performance[standard], pane);
    return text === null ? [] : [{ standard, text }];
  });
  const table = portfolio.rows.initiatives;
  const cell = table === null ? undefined : fieldCell(table, initiative.row, 'initiative');
  useEffect(() => top.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  const stage = `${stageNames[initiative.stage]}${time === null ? '' : ` · ${words.time(initiative.stage, time.days, pane.figures.count(Math.abs(time.days)), pane.figures.count(time.limit))}`}`;
  return (
    <Section title={initiative.name}>
      <div ref={top} className={styles.details} tabIndex={-1} role="group" aria-label={initiative.name} onKeyDown={onKeyDown}>
        <dl className={styles.facts}>
          <dt className={styles.term}>{words.partner}</dt>
          <dd className={styles.fact}><Link href={addressOf(partnerPlace(partner.key))}>{partner.name}</Link></dd>
          <dt className={styles.term}>{words.stage}</dt>
          <dd className={styles.fact}>{stage}</dd>
          <dt className={styles.term}>{words.owner}</dt>
          <dd className={styles.fact}>{initiative.owner ?? words.noSponsor}</dd>
          <dt className={styles.term}>{words.sponsor}</dt>
          <dd className={styles.fact}>
            {initiative.salesSponsor ?? words.noSponsor}
            {initiative.salesSponsor === null && initiative.stage !== 'Closed' && <>{' '}<Link href={addressOf({ page: 'sponsors', at: key })}>{words.nameSponsor}</Link></>}
          </dd>
          {value !== null && (
            <>
              <dt className={styles.term}>{words.value}</dt>
              <dd className={styles.fact}><Money amount={value} currency={portfolio.rows.currency} /></dd>
            </>
          )}
        </dl>
        <Lacking title={words.breached} breaches={breaches} />
        <Lacking title={words.nextGateAsks} breaches={missing} />
        {breaches.length + missing.length === 0 && <Quiet>{initiative.stage === 'Closed' ? words.clean : words.ready}</Quiet>}
        {figures.length > 0 && (
          <Section title={words.standards}>
            <dl className={styles.facts}>
              {figures.map(({ standard, text }) => (
                <div key={standard} style={{ display: 'contents' }}>
                  <dt className={styles.term}>{words.standardNames[standard]}</dt>
                  <dd className={styles.fact}>{text}</dd>
                </div>
              ))}
            </dl>
          </Section>
        )}
        <div className={styles.presses}>
          {cell !== undefined && <Button onClick={() => pane.select(cell)}>{words.toRow}</Button>}
          <Button onClick={close}>{words.close}</Button>
        </div>
      </div>
    </Section>
  );
}
