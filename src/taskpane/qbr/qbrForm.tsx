/** The choices of a review, and a preview of what they give. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isoText } from '../../domain/calendar';
import type { SerialDate } from '../../domain/measure';
import type { Portfolio } from '../../domain/portfolio';
import { reviewQuarter } from '../../domain/quarter';
import { usePane } from '../frame/paneContext';
import { addressOf } from '../pages';
import { TextField } from '../parts/fields';
import { Quiet } from '../parts/page';
import { qbr as words } from '../sentences/qbr';
import { type Choices, leftOutOf, preparerOf } from './choices';
import { EditionFields } from './editionFields';
import { PreviewFigures } from './previewFigures';
import { SectionFields } from './sectionFields';
import type { Chosen } from './useChosen';
import { Link } from '../parts/link';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', rowGap: '12px' } });

export function QbrForm({ portfolio, chosen, onChange }: { readonly portfolio: Portfolio; readonly chosen: Chosen; readonly onChange: (change: Partial<Choices>) => void }): ReactNode {
  const styles = useStyles();
  const { figures, services: { reviews } } = usePane();
  const { choices, day, edition, whole, of } = chosen;
  const last = reviews.lastChosen();
  const latest = Math.max(reviews.latestDay(), portfolio.asOf) as SerialDate;
  const ours = edition?.kind === 'partner' && edition.audience === 'shared' ? (whole?.partners.find(({ partner }) => partner.key === edition.key) ?? null) : null;
  const fault = day.fault === null ? null : day.fault === 'missing' ? words.dayMissing : words.dayTooLate(figures.day(latest));
  const issues = portfolio.rows.issues.length;
  return (
    <>
      <div className={styles.fields}>
        <EditionFields portfolio={portfolio} choices={choices} onChange={onChange} />
        <TextField
          label={words.day} kind="date" value={day.text} max={isoText(latest)} fault={fault}
          hint={day.day === null ? undefined : words.dayHint(reviewQuarter(day.day, portfolio.policy))} onChange={(text) => onChange({ day: text })}
        />
        <TextField label={words.preparedBy} value={preparerOf(choices, last)} onChange={(name) => onChange({ preparedBy: name })} />
      </div>
      {of !== null && edition !== null && <PreviewFigures of={of} edition={edition} ours={ours} />}
      {issues > 0 && <Quiet>{words.issues(issues, figures.count(issues))} <Link href={addressOf({ page: 'data', at: null })} inline>{words.toData}</Link></Quiet>}
      <SectionFields edition={edition ?? { kind: 'partner', key: '', audience: choices.audience }} leftOut={leftOutOf(choices, last)} onChange={(leftOut) => onChange({ leftOut })} />
      <Quiet>{words.promise}</Quiet>
    </>
  );
}
