/** The answer first: health of the portfolio, what needs somebody now, what changed, then every partner, worst first. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { worstFirst } from '../../domain/worstFirst';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { EmptyState } from '../parts/emptyState';
import { PageContent, Quiet, Section } from '../parts/page';
import { SearchField } from '../parts/searchField';
import { WindowedList } from '../parts/windowedList';
import { portfolio as words } from '../sentences/portfolio';
import { frame, pageNames } from '../sentences/frame';
import { Answer } from './answer';
import { ChangesList } from './changesList';
import { type ListView, everyPartner, inView, listed } from './listView';
import { NeedsList } from './needsList';
import { PartnerRow } from './partnerRow';
import { RatingFilter } from './ratingFilter';

interface PortfolioPageProps {
  readonly portfolio: Portfolio;
  /** The partner the user comes back from. */
  readonly returnTo: string | null;
  readonly onWriteQbr: () => void;
}

function PartnerList({ portfolio, returnTo }: Omit<PortfolioPageProps, 'onWriteQbr'>): ReactNode {
  const { figures, announce } = usePane();
  const [view, setView] = useKept('portfolio/view', everyPartner);
  const all = useMemo(() => listed(worstFirst(portfolio.partners)), [portfolio]);
  const shown = useMemo(() => inView(all, view), [all, view]);
  const change = (next: ListView): void => {
    setView(next);
    const count = inView(all, next).length;
    announce(words.matches(count, figures.count(count)));
  };
  return (
    <Section title={words.partners} aside={words.shown(figures.count(shown.length), figures.count(all.length))}>
      <RatingFilter byRating={portfolio.byRating} chosen={view.rating} onChoose={(rating) => change({ ...view, rating })} />
      <SearchField label={words.search} value={view.query} onChange={(query) => change({ ...view, query })} />
      {shown.length === 0 ? (
        <Quiet>{words.noMatch} <Button size="small" onClick={() => change(everyPartner)}>{words.showAll}</Button></Quiet>
      ) : (
        <WindowedList items={shown} label={words.partners} keyOf={({ partner }) => partner.key} focusOn={returnTo}>
          {(judged, tabIndex) => <PartnerRow portfolio={portfolio} judged={judged} tabIndex={tabIndex} />}
        </WindowedList>
      )}
    </Section>
  );
}

export function PortfolioPage({ portfolio, returnTo, onWriteQbr }: PortfolioPageProps): ReactNode {
  const table = portfolio.rows.partners;
  if (table !== null && portfolio.partners.length === 0) {
    const header = { sheet: table.sheet, row: table.headerRow, column: table.columns.partner ?? 0 };
    return (
      <PageContent title={pageNames.portfolio}>
        <EmptyState title={words.empty} hint={words.emptyHint}><CellLink cell={header}>{words.toTable}</CellLink></EmptyState>
      </PageContent>
    );
  }
  return (
    <PageContent title={pageNames.portfolio} footer={<Button appearance="primary" size="large" onClick={onWriteQbr}>{frame.writeQbr}</Button>}>
      <Answer portfolio={portfolio} />
      <NeedsList portfolio={portfolio} />
      <ChangesList portfolio={portfolio} />
      <PartnerList portfolio={portfolio} returnTo={returnTo} />
    </PageContent>
  );
}
