/** One partner: health, why, and its initiatives. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';
import { reasonsFor } from '../../domain/reasons';
import { usePane } from '../frame/paneContext';
import { addressOf, home } from '../pages';
import { CellLink } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { LoggedCorrection } from '../parts/loggedCorrection';
import { EmptyState } from '../parts/emptyState';
import { BackIcon } from '../parts/icons';
import { HeroFigure, PageContent, Quiet, Section } from '../parts/page';
import { RatingTag } from '../parts/rating';
import { partner as words, whatIf as whatIfWords } from '../sentences/partner';
import { portfolio as portfolioWords } from '../sentences/portfolio';
import { DimensionTable } from './dimensionTable';
import { InitiativeList } from './initiativeList';
import { ReasonList } from './reasonList';
import { ReviewList } from './reviewList';
import { SponsorList } from './sponsorList';
import { TrendLine } from './trendLine';
import { WhatIf } from './whatIf';

const correctionsAtOnce = 4;

const useStyles = makeStyles({
  qbr: { alignSelf: 'flex-start', minHeight: '24px', fontWeight: tokens.fontWeightSemibold },
  top: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  back: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', alignSelf: 'flex-start', minHeight: '24px' },
  name: { margin: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
});

function BackLink(): ReactNode {
  return <Link className={useStyles().back} href={addressOf(home)}><BackIcon />{words.back}</Link>;
}

/** The partner was renamed or removed while its page was open. */
function PartnerGone(): ReactNode {
  return (
    <PageContent title={words.gone}>
      <BackLink />
      <EmptyState title={words.gone} hint={words.goneHint} />
    </PageContent>
  );
}

function Facts({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const { tier, status, allianceManager, row } = judged.partner;
  const table = portfolio.rows.partners;
  const cell = table === null ? undefined : fieldCell(table, row, 'partner');
  const facts = [tier, status, allianceManager === null ? null : words.manager(allianceManager)].filter((fact) => fact !== null);
  return (
    <div className={styles.facts}>
      <Quiet>{facts.join(' · ')}</Quiet>
      {cell !== undefined && <CellLink cell={cell} />}
    </div>
  );
}

function Corrections({ portfolio, judged: { partner } }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const own = useMemo(
    () => portfolio.corrections.filter((effect) => effect.partner?.key === partner.key).sort((a, b) => b.correction.date - a.correction.date),
    [portfolio, partner],
  );
  return (
    <Section title={words.corrections} aside={partner.status === 'Ended' ? undefined : <Link href={addressOf({ page: 'corrections', at: partner.key })}>{words.log}</Link>}>
      {own.length === 0 ? <Quiet>{words.noCorrections}</Quiet> : (
        <GrowingList items={own} step={correctionsAtOnce} label={words.corrections} keyOf={({ correction }) => `${correction.date} ${correction.row}`}>
          {(effect) => <LoggedCorrection effect={effect} portfolio={portfolio} />}
        </GrowingList>
      )}
    </Section>
  );
}

function KnownPartner({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { partner, health, rating, confidence, lagging, leading } = judged;
  const { policy } = portfolio;
  const reasons = useMemo(() => reasonsFor(portfolio, judged), [portfolio, judged]);
  const score = (value: number | null): string => (value === null ? portfolioWords.unknown : figures.score(value, policy.bands));
  const name = <h1 className={styles.name} dir="auto">{partner.name}</h1>;
  return (
    <PageContent
      title={partner.name}
      footer={<Link className={styles.qbr} href={addressOf({ page: 'qbr', at: partner.key })}>{words.writeQbr}</Link>}
      visible={<div className={styles.top}><BackLink />{name}<Facts portfolio={portfolio} judged={judged} /></div>}
    >
      <div className={styles.top}>
        <HeroFigure figure={health === null ? undefined : score(health)}><RatingTag rating={rating} large /></HeroFigure>
        {judged.notRated?.kind !== 'ended' && (
          <>
            <Quiet>{portfolioWords.laggingAndLeading(score(lagging), score(leading))}</Quiet>
            {confidence < 1 && <Quiet>{words.confidence(figures.share(confidence))}</Quiet>}
          </>
        )}
      </div>
      <TrendLine portfolio={portfolio} judged={judged} />
      <Section title={words.why}><ReasonList reasons={reasons} /></Section>
      {partner.status !== 'Ended' && <Section title={whatIfWords.title}><WhatIf key={partner.key} portfolio={portfolio} judged={judged} /></Section>}
      <Section title={words.dimensions}><DimensionTable judged={judged} policy={policy} /></Section>
      <Section title={words.sponsors}><SponsorList key={partner.key} portfolio={portfolio} judged={judged} /></Section>
      <Section title={words.reviews}><ReviewList portfolio={portfolio} judged={judged} /></Section>
      <Corrections portfolio={portfolio} judged={judged} />
      <Section title={words.initiatives} aside={figures.count(judged.initiatives.length)}>
        {judged.initiatives.length === 0 ? <Quiet>{words.noInitiatives}</Quiet> : <InitiativeList portfolio={portfolio} judged={judged} />}
      </Section>
    </PageContent>
  );
}

/** `at` is the partner's join key. */
export function PartnerPage({ portfolio, at }: { readonly portfolio: Portfolio; readonly at: string }): ReactNode {
  const judged = portfolio.partners.find(({ partner }) => partner.key === at);
  return judged === undefined ? <PartnerGone /> : <KnownPartner portfolio={portfolio} judged={judged} />;
}
