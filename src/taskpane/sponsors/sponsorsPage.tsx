/** Who is missing, ranked by severity and value, and named in place; who carries too much; and whether sponsors made a difference. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { Minor } from '../../domain/measure';
import { type Portfolio, type Severity, type SponsorGap, type SponsorLoad } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';
import { type PaneReach, usePane } from '../frame/paneContext';
import { useClosed } from '../frame/useClosed';
import { addressOf } from '../pages';
import { CellLinks } from '../parts/cellLinks';
import { EmptyState } from '../parts/emptyState';
import { GrowingList } from '../parts/growingList';
import { Money } from '../parts/money';
import { HeroFigure, PageContent, Quiet, Section } from '../parts/page';
import { RowLink } from '../parts/row';
import { WindowedList } from '../parts/windowedList';
import { pageNames } from '../sentences/frame';
import { sponsorGaps as words } from '../sentences/sponsors';
import { AssignForm } from './assignForm';
import { SponsorEffect } from './effectPlot';
import { type Vacancy, gapVacancies, partnerVacancies } from '../parts/vacancies';

type GapVacancy = Extract<Vacancy, { readonly kind: 'salesSponsor' }>;

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

/** `closed`: the key of the gap whose form was left just now. */
function Gaps({ severity, vacancies, currency, closed }: { readonly severity: Severity; readonly vacancies: readonly GapVacancy[]; readonly currency: string | null; readonly closed: string | null }): ReactNode {
  const pane = usePane();
  const title = `${words.severity[severity]}: ${words.meaning[severity]}`;
  return (
    <Section title={title} aside={pane.figures.count(vacancies.length)}>
      <WindowedList key={closed} items={vacancies} label={title} keyOf={({ key }) => key} focusOn={closed}>
        {({ key, gap }, tabIndex) => (
          <RowLink
            name={gap.initiative.name} reason={gapReason(gap, pane)} tabIndex={tabIndex} href={addressOf({ page: 'sponsors', at: key })}
            figure={gap.valueAtRisk === null ? undefined : <Money amount={gap.valueAtRisk} currency={currency} />}
          />
        )}
      </WindowedList>
    </Section>
  );
}

function WithoutSponsor({ vacancies, closed }: { readonly vacancies: readonly Vacancy[]; readonly closed: string | null }): ReactNode {
  const { figures } = usePane();
  return (
    <Section title={words.partners} aside={figures.count(vacancies.length)}>
      <WindowedList key={closed} items={vacancies} label={words.partners} keyOf={({ key }) => key} focusOn={closed}>
        {({ key, kind, partner }, tabIndex) => (
          <RowLink name={partner.name} reason={words.missing(words.person[kind])} tabIndex={tabIndex} href={addressOf({ page: 'sponsors', at: key })} />
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

/** The one after this, or before it at the end: where work goes on. */
function nextAfter(vacancies: readonly Vacancy[], key: string): string | null {
  const index = vacancies.findIndex((vacancy) => vacancy.key === key);
  return (vacancies[index + 1] ?? vacancies[index - 1])?.key ?? null;
}

/** `at`: the key of the initiative, or of the partner's field, whose sponsor is being named. */
export function SponsorsPage({ portfolio, at }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const { figures } = usePane();
  const { sponsorGaps, sponsorLoad, rows, policy } = portfolio;
  const { stretched, overloaded } = policy.sponsorLoad;
  const closed = useClosed(at);
  const gaps = useMemo(() => gapVacancies(portfolio), [portfolio]);
  const unsponsored = useMemo(() => partnerVacancies(portfolio), [portfolio]);
  if (rows.initiatives === null) {
    return <PageContent title={pageNames.sponsors}><EmptyState title={words.noInitiatives} hint={words.noInitiativesHint} /></PageContent>;
  }
  const all: readonly Vacancy[] = [...gaps, ...unsponsored];
  const open = all.find(({ key }) => key === at);
  return (
    <PageContent title={pageNames.sponsors}>
      {open !== undefined && <AssignForm key={open.key} vacancy={open} portfolio={portfolio} next={nextAfter(open.kind === 'salesSponsor' ? gaps : unsponsored, open.key)} />}
      {open === undefined && at !== null && <Quiet>{words.filled}</Quiet>}
      {sponsorGaps.length === 0 ? <EmptyState title={words.none} hint={words.noneHint} /> : <Answer portfolio={portfolio} />}
      {severities.map((severity) => {
        const vacancies = gaps.filter(({ gap }) => gap.severity === severity);
        return vacancies.length > 0 && <Gaps key={severity} severity={severity} vacancies={vacancies} currency={rows.currency} closed={closed} />;
      })}
      {unsponsored.length > 0 && <WithoutSponsor vacancies={unsponsored} closed={closed} />}
      {sponsorLoad.length > 0 && (
        <Section title={words.load} aside={figures.count(sponsorLoad.length)}>
          <Quiet>{words.loadHint(figures.count(stretched), figures.count(overloaded))}</Quiet>
          <GrowingList items={sponsorLoad} step={sponsorsAtOnce} label={words.load} keyOf={({ person }) => person}>
            {(load) => <BusySponsor load={load} portfolio={portfolio} />}
          </GrowingList>
        </Section>
      )}
      <SponsorEffect portfolio={portfolio} />
    </PageContent>
  );
}
