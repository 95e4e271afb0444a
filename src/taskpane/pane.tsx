/** The pane: one header, one page below it, and what is spoken. */
import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { cellAddress } from '../domain/cell';
import type { Portfolio } from '../domain/portfolio';
import type { PaneTheme } from '../excel/theme';
import { figuresFor } from './figures';
import { Banner } from './frame/banner';
import { Failure } from './frame/failure';
import { KeptProvider } from './frame/kept';
import { Loading } from './frame/loading';
import { type PaneReach, PaneProvider } from './frame/paneContext';
import { PaneHeader } from './frame/paneHeader';
import { ScrollerProvider } from './frame/scroller';
import { Spoken, SpokenText, newVoice } from './frame/spoken';
import { useArrival } from './frame/useArrival';
import { useStore } from './frame/useStore';
import { useWriting } from './frame/useWriting';
import { WritingNotice } from './frame/writingNotice';
import { AssessmentPage, CorrectionsPage, DataPage, FirstRunPage, InitiativesPage, PartnerPage, QbrPage, SettingsPage, SponsorsPage } from './lazyPages';
import { goTo, hashNavigation } from './navigation';
import type { Place } from './pages';
import { themeFor } from './paneTheme';
import type { PaneServices } from './paneServices';
import { PortfolioPage } from './portfolio/portfolioPage';
import { spokenProgress } from './qbr/qbrWords';
import { type Qbr, useQbr } from './qbr/useQbr';
import { frame, pageNames } from './sentences/frame';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  main: { position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowX: 'hidden', overflowY: 'auto', outlineStyle: 'none' },
});

interface PageProps {
  readonly place: Place;
  readonly portfolio: Portfolio;
  /** The partner that the user comes back to the portfolio from. */
  readonly returnTo: string | null;
  readonly qbr: Qbr;
}

function PageAt({ place: { page, at, section }, portfolio, returnTo, qbr }: PageProps): ReactNode {
  if (page === 'data') return <DataPage portfolio={portfolio} at={at} />;
  if (page === 'settings') return <SettingsPage portfolio={portfolio} at={at} />;
  if (page === 'assessment') return <AssessmentPage portfolio={portfolio} at={at} />;
  if (portfolio.rows.partners === null) return <FirstRunPage rows={portfolio.rows} />;
  switch (page) {
    case 'portfolio':
      return <PortfolioPage portfolio={portfolio} returnTo={returnTo} onWriteQbr={() => qbr.start()} />;
    case 'partner':
      return <PartnerPage key={at} portfolio={portfolio} at={at ?? ''} section={section} />;
    case 'initiatives':
      return <InitiativesPage portfolio={portfolio} at={at} />;
    case 'sponsors':
      return <SponsorsPage portfolio={portfolio} at={at} />;
    case 'corrections':
      return <CorrectionsPage portfolio={portfolio} at={at} />;
    case 'qbr':
      return <QbrPage portfolio={portfolio} qbr={qbr} at={at} />;
  }
}

function Frame({ services }: { readonly services: PaneServices }): ReactNode {
  const styles = useStyles();
  const { livePortfolio } = services;
  const state = useStore(livePortfolio);
  const [navigation] = useState(() => hashNavigation(window));
  const visit = useStore(navigation);
  const qbr = useQbr(services);
  const [kept] = useState(() => new Map<string, unknown>());
  const [notice, setNotice] = useState<string | null>(null);
  const [voice] = useState(newVoice);
  const writing = useWriting(services, voice.say);
  const { edit } = writing;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { onScroll, returnTo } = useArrival(scroller, visit);

  const reach = useMemo((): PaneReach => {
    const perform: PaneReach['perform'] = async (action, said) => {
      const result = await action();
      setNotice(result.kind === 'failed' ? result.message : null);
      voice.say(result.kind === 'failed' ? result.message : said);
      return result.kind !== 'failed';
    };
    return {
      services,
      figures: figuresFor(services.locale),
      select: (cell) => void perform(() => services.selectCell(cell), frame.selected(cellAddress(cell))),
      perform,
      edit,
      announce: voice.say,
    };
  }, [services, edit, voice]);

  const refresh = async (): Promise<void> => {
    const read = await livePortfolio.refresh();
    if (read.kind === 'ready' && read.trouble === null) voice.say(frame.refreshed);
  };

  // A press on the ribbon has no place of its own: the pane shows how its QBR goes.
  const { kind } = qbr.state;
  useEffect(() => {
    if (kind === 'writing' || kind === 'failed') goTo({ page: 'qbr', at: null });
  }, [kind]);

  const { place } = visit;
  const page = place.page === 'partner' ? 'portfolio' : place.page;

  return (
    <PaneProvider value={reach}>
      <KeptProvider value={kept}><ScrollerProvider value={scroller}>
        <div className={styles.frame}>
          <PaneHeader page={page} state={state} onRefresh={refresh} />
          <main ref={setScroller} className={styles.main} tabIndex={-1} onScroll={onScroll} aria-busy={state.kind === 'starting'}>
            {notice !== null && <Banner intent="error" presses={[{ name: frame.dismiss, onPress: () => setNotice(null) }]}>{notice}</Banner>}
            {state.kind === 'ready' && state.trouble !== null && (
              <Banner intent="warning" presses={[{ name: frame.refresh, onPress: () => void refresh() }]}>{frame.mayBeStale} {state.trouble.message}</Banner>
            )}
            {state.kind === 'starting' && <Loading title={pageNames[page]} />}
            {state.kind === 'failed' && <Failure title={pageNames[page]} trouble={state.trouble} onRetry={refresh} />}
            {state.kind === 'ready' && <PageAt place={place} portfolio={state.portfolio} returnTo={returnTo} qbr={qbr} />}
          </main>
          <WritingNotice writing={writing} />
          <Spoken voice={voice} />
          <SpokenText>{spokenProgress(qbr.state)}</SpokenText>
        </div>
      </ScrollerProvider></KeptProvider>
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
    <FluentProvider theme={themeFor(theme)} dir={services.direction} style={{ ...fullHeight, colorScheme: theme.dark ? 'dark' : 'light' }}>
      <Frame services={services} />
    </FluentProvider>
  );
}
