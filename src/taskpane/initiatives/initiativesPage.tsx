/** Every initiative by stage, the most urgent first: what its gates lack, how long it has been there, and what it is worth. */
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { stages } from '../../domain/initiative';
import type { Portfolio } from '../../domain/portfolio';
import { type StageStanding, stageStandings } from '../../domain/stageStanding';
import { useKept } from '../frame/kept';
import { type PaneReach, usePane } from '../frame/paneContext';
import { useClosed } from '../frame/useClosed';
import { addressOf } from '../pages';
import { CellLink } from '../parts/cellLinks';
import { Chips } from '../parts/chips';
import { EmptyState } from '../parts/emptyState';
import { SelectField } from '../parts/fields';
import { Money } from '../parts/money';
import { PageContent, Quiet, Section } from '../parts/page';
import { RowLink } from '../parts/row';
import { SearchField } from '../parts/searchField';
import { WindowedList } from '../parts/windowedList';
import { pageNames } from '../sentences/frame';
import { type GapFilter, gapFilters, initiatives as words } from '../sentences/initiatives';
import { initiative as initiativeWords, stageNames } from '../sentences/partner';
import { portfolio as portfolioWords } from '../sentences/portfolio';
import { InitiativeDetails } from './initiativeDetails';
import { type InitiativeFilter, everyInitiative, findable, inFilter } from './initiativeFilter';
import { Button } from '../parts/button';

const useStyles = makeStyles({ filters: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))', gap: '8px' }, wide: { gridColumn: '1 / -1' } });

/** What fails, else what the next gate asks for. */
function gateState({ initiative, breaches, missing }: StageStanding, { figures }: PaneReach): string {
  const [first, ...more] = breaches;
  if (first !== undefined) {
    return more.length > 0 ? words.breaches(breaches.length, figures.count(breaches.length)) : initiativeWords.breach(first.missing, first.days ?? 0, figures.count(first.days ?? 0));
  }
  if (missing.length > 0) return words.nextGate(missing.map((breach) => breach.missing));
  return initiative.stage === 'Closed' ? words.clean : words.readyShort;
}

function InitiativeRow({ standing, currency, tabIndex }: { readonly standing: StageStanding; readonly currency: string | null; readonly tabIndex: 0 | -1 }): ReactNode {
  const pane = usePane();
  const { key, initiative: { name, stage }, partner, time, value } = standing;
  const days = time === null ? [] : [words.time(stage, time.days, pane.figures.count(Math.abs(time.days)), pane.figures.count(time.limit))];
  return (
    <RowLink
      href={addressOf({ page: 'initiatives', at: key })} tabIndex={tabIndex} name={name} figure={value === null ? undefined : <Money amount={value} currency={currency} />}
      reason={[gateState(standing, pane), ...days, partner.name].join(' · ')}
    />
  );
}

function ownersOf(standings: readonly StageStanding[]): readonly string[] {
  return [...new Set(standings.flatMap(({ initiative }) => initiative.owner ?? []))].sort((a, b) => a.localeCompare(b));
}

/** `at`: the key of the initiative that is shown in full. */
export function InitiativesPage({ portfolio, at }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const styles = useStyles();
  const { figures, announce } = usePane();
  const closed = useClosed(at);
  const [filter, setFilter] = useKept('initiatives/filter', everyInitiative);
  const standings = useMemo(() => stageStandings(portfolio), [portfolio]);
  const all = useMemo(() => findable(standings), [standings]);
  const owners = useMemo(() => ownersOf(standings), [standings]);
  const ofEveryStage = useMemo(() => inFilter(all, filter), [all, filter]);
  const shown = filter.stage === null ? ofEveryStage : ofEveryStage.filter(({ initiative }) => initiative.stage === filter.stage);
  const table = portfolio.rows.initiatives;
  if (table === null) return <PageContent title={pageNames.initiatives}><EmptyState title={words.none} hint={words.noneHint} /></PageContent>;
  if (standings.length === 0) {
    const header = { sheet: table.sheet, row: table.headerRow, column: table.columns.initiative ?? 0 };
    return <PageContent title={pageNames.initiatives}><EmptyState title={words.empty} hint={words.emptyHint}><CellLink cell={header}>{portfolioWords.toTable}</CellLink></EmptyState></PageContent>;
  }
  const change = (part: Partial<InitiativeFilter>): void => {
    const next = { ...filter, ...part };
    setFilter(next);
    const count = inFilter(all, next).filter(({ initiative }) => next.stage === null || initiative.stage === next.stage).length;
    announce(words.matches(count, figures.count(count)));
  };
  const chips = stages.map((stage) => ({ value: stage, name: stageNames[stage], count: figures.count(ofEveryStage.filter(({ initiative }) => initiative.stage === stage).length) }));
  const partners = portfolio.partners.filter(({ initiatives }) => initiatives.length > 0).map(({ partner }) => ({ value: partner.key, name: partner.name }));
  const open = at === null ? undefined : standings.find(({ key }) => key === at);
  return (
    <PageContent title={pageNames.initiatives}>
      {open !== undefined && <InitiativeDetails key={open.key} portfolio={portfolio} standing={open} />}
      {at !== null && open === undefined && <Quiet>{words.gone}</Quiet>}
      <Chips label={words.byStage} chips={chips} chosen={filter.stage} onChoose={(stage) => change({ stage })} />
      <Section title={words.list} aside={words.shown(figures.count(shown.length), figures.count(standings.length))}>
        <SearchField label={words.search} value={filter.query} onChange={(query) => change({ query })} />
        <div className={styles.filters}>
          <div className={styles.wide}><SelectField label={words.gap} value={filter.gap} onChange={(gap) => change({ gap: gap as GapFilter })} choices={gapFilters.map((gap) => ({ value: gap, name: words.gaps[gap] }))} /></div>
          <SelectField label={words.partner} value={filter.partner} onChange={(partner) => change({ partner })} choices={[{ value: '', name: words.all }, ...partners]} />
          <SelectField label={words.owner} value={filter.owner} onChange={(owner) => change({ owner })} choices={[{ value: '', name: words.all }, ...owners.map((name) => ({ value: name, name }))]} />
        </div>
        {shown.length === 0 ? (
          <Quiet>{words.noMatch} <Button size="small" onClick={() => change(everyInitiative)}>{words.showAll}</Button></Quiet>
        ) : (
          <WindowedList key={closed} items={shown} label={words.list} keyOf={({ key }) => key} focusOn={closed}>
            {(standing, tabIndex) => <InitiativeRow standing={standing} currency={portfolio.rows.currency} tabIndex={tabIndex} />}
          </WindowedList>
        )}
      </Section>
    </PageContent>
  );
}
