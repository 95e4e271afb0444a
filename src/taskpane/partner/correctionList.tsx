/** What was corrected with the partner and what came of it, the latest first; whether it needs a correction; and the way to log one. */

import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { usePane } from '../frame/paneContext';
import { addressOf } from '../pages';
import { GrowingList } from '../parts/growingList';
import { LoggedCorrection } from '../parts/loggedCorrection';
import { Quiet, Section } from '../parts/page';
import { corrections as correctionWords } from '../sentences/corrections';
import { partnerCorrections as words } from '../sentences/partner';
import { Link } from '../parts/link';

const shownAtOnce = 5;

export function CorrectionList({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const { figures } = usePane();
  const { partner } = judged;
  const own = useMemo(() => portfolio.corrections.filter((effect) => effect.partner === partner).sort((a, b) => b.correction.date - a.correction.date), [portfolio, partner]);
  const advice = portfolio.exits.find((exit) => exit.judged === judged);
  return (
    <Section title={words.title} aside={figures.count(own.length)}>
      {advice !== undefined && <Quiet>{[words.inQuestion(correctionWords.recommendation[advice.recommendation.kind]), ...advice.reasons].join(' ')}</Quiet>}
      {advice === undefined && portfolio.needCorrection.includes(judged) && <Quiet>{words.needed}</Quiet>}
      {own.length === 0 ? <Quiet>{words.none}</Quiet> : (
        <GrowingList items={own} step={shownAtOnce} label={words.title} keyOf={({ correction }) => `${correction.date} ${correction.row}`}>
          {(effect) => <LoggedCorrection effect={effect} portfolio={portfolio} ofPartner />}
        </GrowingList>
      )}
      {partner.status !== 'Ended' && <Link href={addressOf({ page: 'corrections', at: partner.key })}>{correctionWords.log}</Link>}
    </Section>
  );
}
