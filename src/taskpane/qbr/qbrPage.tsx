/** Writes the quarterly review: what it will hold, progress by step with Cancel, and the way to the sheet. */
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { reviewQuarter } from '../../domain/quarter';
import { usePane } from '../frame/paneContext';
import { addressOf } from '../pages';
import { PageContent, Quiet, Section } from '../parts/page';
import { frame, pageNames } from '../sentences/frame';
import { qbr as words } from '../sentences/qbr';
import { QbrProgress } from './qbrProgress';
import type { Qbr } from './useQbr';

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  title: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, paddingInlineStart: '20px', fontSize: tokens.fontSizeBase300, lineHeight: '24px' },
  block: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
});

function WhatItWillHold({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const issues = portfolio.rows.issues.length;
  return (
    <>
      <Section title={words.contents}>
        <ul className={styles.list}>{words.sections.map((section) => <li key={section}>{section}</li>)}</ul>
        <Quiet>{words.promise}</Quiet>
      </Section>
      {issues > 0 && <Quiet>{words.issues(issues, figures.count(issues))} <Link href={addressOf({ page: 'data', at: null })} inline>{words.toData}</Link></Quiet>}
    </>
  );
}

function Ending({ title, hint }: { readonly title: string; readonly hint: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <p className={styles.text}><strong>{title}</strong></p>
      <p className={styles.text}>{hint}</p>
    </div>
  );
}

interface QbrPageProps {
  readonly portfolio: Portfolio;
  readonly qbr: Qbr;
  readonly at: string | null;
}

function Press({ qbr: { state, start, cancel } }: Pick<QbrPageProps, 'qbr'>): ReactNode {
  const { services, perform } = usePane();
  switch (state.kind) {
    case 'idle':
    case 'cancelled':
      return <Button appearance="primary" size="large" onClick={start}>{words.write}</Button>;
    case 'failed':
      return <Button appearance="primary" size="large" onClick={start}>{words.retry}</Button>;
    case 'writing':
      if (state.cancel === 'notOurs') return null;
      return <Button size="large" disabledFocusable={state.cancel === 'asked'} onClick={cancel}>{state.cancel === 'asked' ? words.cancelling : words.cancel}</Button>;
    case 'written': {
      const open = (): void => void perform(() => services.activateSheet(state.sheet), frame.selected(state.sheet));
      return (
        <>
          <Button appearance="primary" size="large" onClick={open}>{words.open(state.sheet)}</Button>
          <Button onClick={start}>{words.again}</Button>
        </>
      );
    }
  }
}

export function QbrPage({ portfolio, qbr }: QbrPageProps): ReactNode {
  const { state } = qbr;
  const styles = useStyles();
  const { figures } = usePane();
  const name = state.kind === 'written' ? state.sheet : words.sheetName(reviewQuarter(portfolio.asOf, portfolio.policy));
  return (
    <PageContent title={pageNames.qbr} footer={<Press qbr={qbr} />}>
      <div className={styles.block}>
        <p className={styles.title}>{name}</p>
        <p className={styles.text}>{words.what(figures.day(portfolio.asOf))}</p>
      </div>
      {state.kind === 'writing' && <QbrProgress step={state.step} />}
      {state.kind === 'written' && <Ending title={words.written(state.sheet)} hint={words.writtenHint} />}
      {state.kind === 'cancelled' && <p className={styles.text}>{words.cancelled}</p>}
      {state.kind === 'failed' && <Ending title={words.failed} hint={state.message} />}
      {state.kind !== 'writing' && state.kind !== 'written' && <WhatItWillHold portfolio={portfolio} />}
    </PageContent>
  );
}
