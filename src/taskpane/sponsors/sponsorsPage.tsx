/** Initiatives without a sales sponsor, ranked by severity and value, and the sponsors who carry too much. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Minor } from '../../domain/measure';
import { type Portfolio, type Severity, type SponsorGap, type SponsorLoad } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';
import { type PaneReach, usePane } from '../frame/paneContext';
import { CellLinks } from '../parts/cellLinks';
import { EmptyState } from '../parts/emptyState';
import { GrowingList } from '../parts/growingList';
import { Money } from '../parts/money';
import { HeroFigure, PageContent, Quiet, Section } from '../parts/page';
import { RowButton } from '../parts/row';
import { WindowedList } from '../parts/windowedList';
import { pageNames } from '../sentences/frame';
import { sponsorGaps as words } from '../sentences/sponsors';

const severities = ['Critical', 'High', 'Next'] as const satisfies readonly Severity[];
const sponsorsAtOnce = 10;

const useStyles = makeStyles({
  top: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  sponsor: { display: 'flex', flexDirection: 'column', paddingBlock: '4px' },
  person: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
});

/** "Northwind · no sales sponsor · 94 days". */
function gapReason({ partner, days, initiative }: SponsorGap, { figures }: PaneReach): string {
  const age = days === null ? [] : [words.days(days, figures.count(days))];
  const owner = initiative.owner === null ? [] : [words.owner(initiative.owner)];
  return [words.noSponsor, ...age, partner.name, ...owner].join(' · ');
}

function Gaps({ severity, gaps, currency }: { readonly severity: Severity; readonly gaps: readonly SponsorGap[]; readonly currency: string | null }): ReactNode {
  const pane = usePane();
  const title = `${words.severity[severity]}: ${words.meaning[severity]}`;
  return (
    <Section title={title} aside={pane.figures.count(gaps.length)}>
      <WindowedList items={gaps} label={title} keyOf={({ initiative }) => String(initiative.row)}>
        {(gap, tabIndex) => (
          <RowButton
            name={gap.initiative.name} reason={gapReason(gap, pane)} tabIndex={tabIndex} onPress={() => pane.select(gap.cell)}
            figure={gap.valueAtRisk === null ? undefined : <Money amount={gap.valueAtRisk} currency={currency} />}
          />
        )}
      </WindowedList>
    </Section>
  );
}

function BusySponsor({ load, portfolio }: { readonly load: SponsorLoad; readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const table = portfolio.rows.initiatives;
  const cells = load.initiatives.flatMap(({ row }) => (table === null ? [] : fieldCell(table, row, 'salesSponsor') ?? []));
  return (
    <div className={styles.sponsor}>
      <span className={styles.person} dir="auto">{load.person}</span>
      <Quiet>{words.loadOf(load.open, figures.count(load.open), load.load)}</Quiet>
      <CellLinks cells={cells} />
    </div>
  );
}

function Answer({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { sponsorGaps, sponsorCoverage, rows } = portfolio;
  const past = sponsorGaps.filter(({ severity }) => severity !== 'Next');
  const next = sponsorGaps.length - past.length;
  const atRisk = past.reduce((sum, { valueAtRisk }) => sum + (valueAtRisk ?? 0), 0) as Minor;
  const { byCount, byValue } = sponsorCoverage;
  return (
    <div className={styles.top}>
      {past.length > 0 && (
        <HeroFigure figure={<Money amount={atRisk} currency={rows.currency} />}>
          <span>{rows.currency === null ? words.atRisk : words.atRiskIn(rows.currency)}</span>
        </HeroFigure>
      )}
      <Quiet>{words.finding(past.length, figures.count(past.length), next, figures.count(next))}</Quiet>
      {byCount !== null && <Quiet>{words.coverage(byValue === null ? null : figures.share(byValue), figures.share(byCount))}</Quiet>}
    </div>
  );
}

export function SponsorsPage({ portfolio }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const { figures } = usePane();
  const { sponsorGaps, sponsorLoad, rows, policy } = portfolio;
  const { stretched, overloaded } = policy.sponsorLoad;
  if (rows.initiatives === null) {
    return <PageContent title={pageNames.sponsors}><EmptyState title={words.noInitiatives} hint={words.noInitiativesHint} /></PageContent>;
  }
  return (
    <PageContent title={pageNames.sponsors}>
      {sponsorGaps.length === 0 ? <EmptyState title={words.none} hint={words.noneHint} /> : <Answer portfolio={portfolio} />}
      {severities.map((severity) => {
        const gaps = sponsorGaps.filter((gap) => gap.severity === severity);
        return gaps.length > 0 && <Gaps key={severity} severity={severity} gaps={gaps} currency={rows.currency} />;
      })}
      {sponsorLoad.length > 0 && (
        <Section title={words.load} aside={figures.count(sponsorLoad.length)}>
          <Quiet>{words.loadHint(figures.count(stretched), figures.count(overloaded))}</Quiet>
          <GrowingList items={sponsorLoad} step={sponsorsAtOnce} label={words.load} keyOf={({ person }) => person}>
            {(load) => <BusySponsor load={load} portfolio={portfolio} />}
          </GrowingList>
        </Section>
      )}
    </PageContent>
  );
}
