/** The answer first: health of the portfolio, partners by rating, then every partner, worst first. */
import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { EmptyState } from '../parts/emptyState';
import { HeroFigure, PageContent, Quiet, Section } from '../parts/page';
import { SearchField } from '../parts/searchField';
import { WindowedList } from '../parts/windowedList';
import { pageNames } from '../sentences/frame';
import { portfolio as words } from '../sentences/portfolio';
import { qbr } from '../sentences/qbr';
import { type ListView, everyPartner, inView } from './listView';
import { PartnerRow } from './partnerRow';
import { RatingFilter } from './ratingFilter';
import { worstFirst } from '../../domain/worstFirst';

const useStyles = makeStyles({ answer: { display: 'flex', flexDirection: 'column', rowGap: '8px' } });

/** As the QBR says it. */
const decimals = 1;

function Answer({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const { figures } = usePane();
  const { health, equalWeightHealth, headline, policy } = portfolio;
  if (health === null || equalWeightHealth === null) return <Quiet>{words.noneRated}</Quiet>;
  const score = (value: number | null): string => (value === null ? words.unknown : figures.score(value, policy.bands, decimals));
  return (
    <>
      <HeroFigure figure={score(health)}><span>{words.health}, {words.of100}</span></HeroFigure>
      <Quiet>{words.weighting(score(equalWeightHealth))}</Quiet>
      <Quiet>{words.laggingAndLeading(score(headline.lagging), score(headline.leading))}</Quiet>
    </>
  );
}

interface PortfolioPageProps {
  readonly portfolio: Portfolio;
  /** The partner the user comes back from. */
  readonly returnTo: string | null;
  readonly onWriteQbr: () => void;
}

export function PortfolioPage({ portfolio, returnTo, onWriteQbr }: PortfolioPageProps): ReactNode {
  const styles = useStyles();
  const { figures, announce } = usePane();
  const [view, setView] = useKept('portfolio/view', everyPartner);
  const all = useMemo(() => worstFirst(portfolio.partners), [portfolio]);
  const shown = useMemo(() => inView(all, view), [all, view]);
  const table = portfolio.rows.partners;
  if (table !== null && all.length === 0) {
    const header = { sheet: table.sheet, row: table.headerRow, column: table.columns.partner ?? 0 };
    return (
      <PageContent title={pageNames.portfolio}>
        <EmptyState title={words.empty} hint={words.emptyHint}><CellLink cell={header}>{words.toTable}</CellLink></EmptyState>
      </PageContent>
    );
  }
  const change = (next: ListView): void => {
    setView(next);
    const count = inView(all, next).length;
    announce(words.matches(count, figures.count(count)));
  };
  return (
    <PageContent title={pageNames.portfolio} footer={<Button appearance="primary" size="large" onClick={onWriteQbr}>{qbr.write}</Button>}>
      <div className={styles.answer}>
        <Answer portfolio={portfolio} />
        <RatingFilter byRating={portfolio.byRating} chosen={view.rating} onChoose={(rating) => change({ ...view, rating })} />
      </div>
      <Section title={words.partners} aside={words.shown(figures.count(shown.length), figures.count(all.length))}>
        <SearchField label={words.search} value={view.query} onChange={(query) => change({ ...view, query })} />
        {shown.length === 0 ? (
          <Quiet>{words.noMatch} <Button size="small" onClick={() => change(everyPartner)}>{words.showAll}</Button></Quiet>
        ) : (
          <WindowedList items={shown} label={words.partners} keyOf={({ partner }) => partner.key} focusOn={returnTo}>
            {(judged, tabIndex) => <PartnerRow portfolio={portfolio} judged={judged} tabIndex={tabIndex} />}
          </WindowedList>
        )}
      </Section>
    </PageContent>
  );
}
