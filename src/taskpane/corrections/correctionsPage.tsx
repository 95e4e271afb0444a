/** What was corrected and what came of it, which partners need a correction, and which alliances to correct or to leave. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { ExitAdvice } from '../../domain/exits';
import type { Portfolio } from '../../domain/portfolio';
import { reasonsFor } from '../../domain/reasons';
import { neverCheckOut } from '../../domain/sentences';
import { worstFirst } from '../../domain/worstFirst';
import { usePane } from '../frame/paneContext';
import { goTo } from '../navigation';
import { addressOf, partnerPlace } from '../pages';
import { GrowingList } from '../parts/growingList';
import { LoggedCorrection } from '../parts/loggedCorrection';
import { PageContent, Quiet, Section } from '../parts/page';
import { RatingTag } from '../parts/rating';
import { RowLink } from '../parts/row';
import { WindowedList } from '../parts/windowedList';
import { corrections as words } from '../sentences/corrections';
import { pageNames } from '../sentences/frame';
import { portfolio as portfolioWords } from '../sentences/portfolio';
import { LogForm } from './logForm';
import { Link } from '../parts/link';

const shownAtOnce = 12;
/** The form for the whole portfolio: no partner has this key. */
const forAnything = 'new-';

const useStyles = makeStyles({
  entry: { display: 'flex', flexDirection: 'column', rowGap: '2px', paddingBlock: '4px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  verdict: { marginInlineStart: 'auto', fontWeight: tokens.fontWeightSemibold },
});

function Needed({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const { figures } = usePane();
  const needed = useMemo(() => worstFirst(portfolio.needCorrection), [portfolio]);
  return (
    <Section title={words.need} aside={figures.count(needed.length)}>
      {needed.length === 0 ? <Quiet>{words.noneNeeded}</Quiet> : (
        <WindowedList items={needed} label={words.need} keyOf={({ partner }) => partner.key}>
          {(judged, tabIndex) => (
            <RowLink
              href={addressOf({ page: 'corrections', at: judged.partner.key })} tabIndex={tabIndex} name={judged.partner.name} mark={<RatingTag rating={judged.rating} />}
              figure={judged.health === null ? undefined : figures.score(judged.health, portfolio.policy.bands)} reason={reasonsFor(portfolio, judged)[0]?.text ?? portfolioWords.nothingLost}
            />
          )}
        </WindowedList>
      )}
    </Section>
  );
}

function Advice({ advice: { judged, recommendation, reasons } }: { readonly advice: ExitAdvice }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { kind } = recommendation;
  const day = kind === 'Wait' ? words.until(figures.day(recommendation.checkpoint)) : kind === 'Correct' ? words.checkpoint(figures.day(recommendation.checkpoint)) : null;
  return (
    <div className={styles.entry}>
      <span className={styles.head}>
        <Link className={styles.name} href={addressOf(partnerPlace(judged.partner.key))} dir="auto">{judged.partner.name}</Link>
        <RatingTag rating={judged.rating} />
        <span className={styles.verdict}>{words.recommendation[kind]}{day !== null && ` · ${day}`}</span>
      </span>
      <Quiet>{reasons.join(' ')}</Quiet>
    </div>
  );
}

function InQuestion({ portfolio: { exits, sign } }: { readonly portfolio: Portfolio }): ReactNode {
  const { figures } = usePane();
  if (exits.length === 0 && !sign.neverCheckOut) return null;
  return (
    <Section title={words.inQuestion} aside={figures.count(exits.length)}>
      {sign.neverCheckOut && <Quiet>{neverCheckOut(sign.redForTwo)}</Quiet>}
      <GrowingList items={exits} step={shownAtOnce} label={words.inQuestion} keyOf={({ judged }) => judged.partner.key}>
        {(advice) => <Advice advice={advice} />}
      </GrowingList>
    </Section>
  );
}

/** `at`: the key of the partner to log a correction for. */
export function CorrectionsPage({ portfolio, at }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const { figures } = usePane();
  const latestFirst = useMemo(() => [...portfolio.corrections].sort((a, b) => b.correction.date - a.correction.date), [portfolio]);
  const unreadable = portfolio.rows.corrections?.issues.length ?? 0;
  const press = <Button appearance="primary" size="large" onClick={() => goTo({ page: 'corrections', at: forAnything })}>{words.log}</Button>;
  return (
    <PageContent title={pageNames.corrections} footer={at === null ? press : undefined}>
      {at !== null && <LogForm key={at} portfolio={portfolio} at={at} />}
      <Needed portfolio={portfolio} />
      <InQuestion portfolio={portfolio} />
      <Section title={words.logged} aside={figures.count(latestFirst.length)}>
        {latestFirst.length === 0 && <Quiet>{words.noneLogged}</Quiet>}
        <GrowingList items={latestFirst} step={shownAtOnce} label={words.logged} keyOf={({ correction }) => `${correction.date} ${correction.row}`}>
          {(effect) => <LoggedCorrection effect={effect} portfolio={portfolio} />}
        </GrowingList>
        {unreadable > 0 && <Quiet>{words.unreadable(unreadable, figures.count(unreadable))}</Quiet>}
      </Section>
    </PageContent>
  );
}
