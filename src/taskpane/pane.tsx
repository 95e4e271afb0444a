/** The pane: one header, one page below it, and what is spoken. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { cellAddress } from '../domain/cell';
import type { PartnerHealth, Portfolio } from '../domain/portfolio';
import type { PaneTheme } from '../excel/theme';
import { DataPage } from './data/dataPage';
import { figuresFor } from './figures';
import { FirstRunPage } from './firstRun/firstRunPage';
import { Banner } from './frame/banner';
import { Failure } from './frame/failure';
import { Loading } from './frame/loading';
import { type PaneReach, PaneProvider } from './frame/paneContext';
import { PaneHeader } from './frame/paneHeader';
import { ScrollerProvider } from './frame/scroller';
import { useArrival } from './frame/useArrival';
import { useStore } from './frame/useStore';
import { goTo, hashNavigation } from './navigation';
import { themeFor } from './paneTheme';
import type { PaneServices } from './paneServices';
import { PartnerGone, PartnerPage } from './partner/partnerPage';
import { everyPartner } from './portfolio/listView';
import { PortfolioPage } from './portfolio/portfolioPage';
import { QbrPage } from './qbr/qbrPage';
import { spokenProgress } from './qbr/qbrWords';
import { useQbr } from './qbr/useQbr';
import { frame, pageNames } from './sentences';
import { SponsorGapsPage } from './sponsorGaps/sponsorGapsPage';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  main: { position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowX: 'hidden', overflowY: 'auto', outlineStyle: 'none' },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

function findPartner(portfolio: Portfolio, key: string): PartnerHealth | undefined {
  return portfolio.partners.find(({ partner }) => partner.key === key);
}

function Frame({ services }: { readonly services: PaneServices }): ReactNode {
  const styles = useStyles();
  const { livePortfolio } = services;
  const state = useStore(livePortfolio);
  const [navigation] = useState(() => hashNavigation(window));
  const visit = useStore(navigation);
  const qbr = useQbr(services);
  const [view, setView] = useState(everyPartner);
  const [notice, setNotice] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { onScroll, returnTo } = useArrival(scroller, visit);

  const reach = useMemo((): PaneReach => {
    const perform: PaneReach['perform'] = async (action, said) => {
      const result = await action();
      setNotice(result.kind === 'failed' ? result.message : null);
      setSpoken(result.kind === 'failed' ? result.message : said);
    };
    return {
      services,
      figures: figuresFor(services.locale),
      select: (cell) => void perform(() => services.selectCell(cell), frame.selected(cellAddress(cell))),
      perform,
      announce: setSpoken,
    };
  }, [services]);

  const refresh = async (): Promise<void> => {
    const read = await livePortfolio.refresh();
    if (read.kind === 'ready' && read.trouble === null) setSpoken(frame.refreshed);
  };

  // A press on the ribbon has no place of its own: the pane shows how its QBR goes.
  const { kind } = qbr.state;
  useEffect(() => {
    if (kind === 'writing' || kind === 'failed') goTo({ page: 'qbr' });
  }, [kind]);

  const { place } = visit;
  const page = place.page === 'partner' ? 'portfolio' : place.page;
  const pageFor = (portfolio: Portfolio): ReactNode => {
    if (place.page === 'data') return <DataPage portfolio={portfolio} />;
    if (portfolio.rows.partners === null) return <FirstRunPage rows={portfolio.rows} />;
    switch (place.page) {
      case 'portfolio':
        return <PortfolioPage portfolio={portfolio} view={view} onView={setView} returnTo={returnTo} onWriteQbr={qbr.start} />;
      case 'partner': {
        const judged = findPartner(portfolio, place.key);
        return judged === undefined ? <PartnerGone /> : <PartnerPage key={place.key} portfolio={portfolio} judged={judged} />;
      }
      case 'sponsorGaps':
        return <SponsorGapsPage portfolio={portfolio} />;
      case 'qbr':
        return <QbrPage portfolio={portfolio} qbr={qbr} />;
    }
  };

  return (
    <PaneProvider value={reach}>
      <ScrollerProvider value={scroller}>
        <div className={styles.frame}>
          <PaneHeader page={page} state={state} onRefresh={refresh} />
          <main ref={setScroller} className={styles.main} tabIndex={-1} onScroll={onScroll} aria-busy={state.kind === 'starting'}>
            {notice !== null && <Banner intent="error" press={frame.dismiss} onPress={() => setNotice(null)}>{notice}</Banner>}
            {state.kind === 'ready' && state.trouble !== null && (
              <Banner intent="warning" press={frame.refresh} onPress={refresh}>{frame.mayBeStale} {state.trouble.message}</Banner>
            )}
            {state.kind === 'starting' && <Loading title={pageNames[page]} />}
            {state.kind === 'failed' && <Failure title={pageNames[page]} trouble={state.trouble} onRetry={refresh} />}
            {state.kind === 'ready' && pageFor(state.portfolio)}
          </main>
          <div className={styles.spoken} role="status">{spoken}</div>
          <div className={styles.spoken} role="status">{spokenProgress(qbr.state)}</div>
        </div>
      </ScrollerProvider>
    </PaneProvider>
  );
}

const fullHeight = { height: '100%' };
const untilKnown: PaneTheme = { dark: false, highContrast: false };

export function Pane({ services }: { readonly services: PaneServices }): ReactNode {
  const [theme, setTheme] = useState(untilKnown);
  // Before the first painting: a pane that flashes white in a dark Excel is worse than one that comes a frame later.
  useLayoutEffect(() => services.watchTheme(setTheme), [services]);
  return (
    <FluentProvider theme={themeFor(theme)} dir={services.direction} style={fullHeight}>
      <Frame services={services} />
    </FluentProvider>
  );
}
