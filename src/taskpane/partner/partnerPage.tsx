/** One partner: health and where it goes, why, what would lift it, its initiatives, sponsors, reviews and corrections; and the way to its review. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';
import { reasonsFor } from '../../domain/reasons';
import { usePane } from '../frame/paneContext';
import { type PartnerSection, addressOf, home } from '../pages';
import { CellLink } from '../parts/cellLinks';
import { EmptyState } from '../parts/emptyState';
import { BackIcon } from '../parts/icons';
import { HeroFigure, PageContent, Quiet, Section } from '../parts/page';
import { RatingTag } from '../parts/rating';
import { Sparkline } from '../parts/sparkline';
import { partner as words } from '../sentences/partner';
import { portfolio as portfolioWords } from '../sentences/portfolio';
import { CorrectionList } from './correctionList';
import { DimensionTable } from './dimensionTable';
import { InitiativeList } from './initiativeList';
import { ReasonList } from './reasonList';
import { ReviewList } from './reviewList';
import { SponsorList } from './sponsorList';
import { TrendLine, usePartnerLine } from './trendLine';
import { WhatIf } from './whatIf';
import { Link } from '../parts/link';
import { ButtonLink } from '../parts/button';

const useStyles = makeStyles({
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

function KnownPartner({ portfolio, judged, section }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth; readonly section: PartnerSection | undefined }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { partner, health, rating, confidence, lagging, leading } = judged;
  const { policy } = portfolio;
  const reasons = useMemo(() => reasonsFor(portfolio, judged), [portfolio, judged]);
  const score = (value: number | null): string => (value === null ? portfolioWords.unknown : figures.score(value, policy.bands));
  const line = usePartnerLine(portfolio, judged);
  const ended = judged.notRated?.kind === 'ended';
  const name = <h1 className={styles.name} dir="auto">{partner.name}</h1>;
  return (
    <PageContent
      title={partner.name}
      visible={<div className={styles.top}><BackLink />{name}<Facts portfolio={portfolio} judged={judged} /></div>}
      footer={<ButtonLink appearance="primary" size="large" href={addressOf({ page: 'qbr', at: partner.key })}>{words.writeQbr}</ButtonLink>}
    >
      <div className={styles.top}>
        <HeroFigure figure={health === null ? undefined : score(health)}><RatingTag rating={rating} large /><Sparkline points={line} /></HeroFigure>
        {!ended && (
          <>
            <TrendLine portfolio={portfolio} judged={judged} line={line} />
            <Quiet>{portfolioWords.laggingAndLeading(score(lagging), score(leading))}</Quiet>
            {confidence < 1 && <Quiet>{words.confidence(figures.share(confidence))}</Quiet>}
          </>
        )}
      </div>
      <Section title={words.why}><ReasonList reasons={reasons} /></Section>
      <Section title={words.dimensions}><DimensionTable judged={judged} policy={policy} /></Section>
      {!ended && <WhatIf portfolio={portfolio} judged={judged} />}
      <SponsorList portfolio={portfolio} judged={judged} />
      <ReviewList portfolio={portfolio} judged={judged} arrivedAt={section === 'reviews'} />
      <CorrectionList portfolio={portfolio} judged={judged} />
      <Section title={words.initiatives} aside={figures.count(judged.initiatives.length)}>
        {judged.initiatives.length === 0 ? <Quiet>{words.noInitiatives}</Quiet> : <InitiativeList portfolio={portfolio} judged={judged} />}
      </Section>
    </PageContent>
  );
}

/** `at` is the partner's join key. */
export function PartnerPage({ portfolio, at, section }: { readonly portfolio: Portfolio; readonly at: string; readonly section?: PartnerSection }): ReactNode {
  const judged = portfolio.partners.find(({ partner }) => partner.key === at);
  return judged === undefined ? <PartnerGone /> : <KnownPartner portfolio={portfolio} judged={judged} section={section} />;
}
