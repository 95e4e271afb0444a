/** Logs one correction: a row in the workbook's table, which is made first where there is none and the user says so. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Dimension, type PartnerHealth, type Portfolio, dimensions } from '../../domain/portfolio';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { goTo } from '../navigation';
import { SelectField, TextArea, TextField } from '../parts/fields';
import { Section } from '../parts/page';
import { PersonField } from '../parts/personField';
import { corrections as words } from '../sentences/corrections';
import { dimensionNames } from '../sentences/partner';
import { type Draft, correctionOf, draftFor } from './draft';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))', gap: '12px' },
  presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  question: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '12px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

const measureName = (measure: 'health' | Dimension): string => (measure === 'health' ? words.health : dimensionNames[measure]);
const close = (): void => goTo({ page: 'corrections', at: null });

function initiativeChoices({ rows }: Portfolio, judged: PartnerHealth | undefined): readonly { readonly value: string; readonly name: string }[] {
  const names = judged?.initiatives.flatMap((position) => rows.initiatives?.rows[position]?.name ?? []) ?? [];
  return [{ value: '', name: words.noInitiative }, ...[...new Set(names)].map((name) => ({ value: name, name }))];
}

/** `at` is the key of the partner that it was opened for; each has its own half-typed words. */
export function LogForm({ portfolio, at }: { readonly portfolio: Portfolio; readonly at: string }): ReactNode {
  const styles = useStyles();
  const { services, announce } = usePane();
  const partners = portfolio.partners.filter(({ partner }) => partner.status !== 'Ended');
  const first = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useKept<Draft>(`corrections/draft/${at}`, draftFor(portfolio, partners.find(({ partner }) => partner.key === at)));
  const [state, setState] = useState<'typing' | 'logging' | 'asking'>('typing');
  const [fault, setFault] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const judged = partners.find(({ partner }) => partner.key === draft.partner);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const typed = correctionOf(draft, portfolio, { measure: measureName, status: words.open });

  useEffect(() => first.current?.querySelector('textarea')?.focus(), []);

  const log = async (create: boolean): Promise<void> => {
    setTried(true);
    if (typed === null) return;
    setState('logging');
    const result = await services.logCorrection(typed, create);
    setState(result.kind === 'noTable' ? 'asking' : 'typing');
    setFault(result.kind === 'failed' ? result.message : null);
    announce(result.kind === 'done' ? words.said : result.kind === 'noTable' ? words.noTable : result.message);
    if (result.kind !== 'done') return;
    setDraft(draftFor(portfolio, judged));
    close();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void log(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };

  return (
    <Section title={words.form}>
      <form className={styles.form} onSubmit={onSubmit} onKeyDown={onKeyDown}>
        <SelectField
          label={words.partner} value={draft.partner} onChange={(partner) => change({ partner, initiative: '' })}
          choices={[{ value: '', name: words.portfolio }, ...partners.map(({ partner }) => ({ value: partner.key, name: partner.name }))]}
        />
        {judged !== undefined && <SelectField label={words.initiative} value={draft.initiative} onChange={(initiative) => change({ initiative })} choices={initiativeChoices(portfolio, judged)} />}
        <div ref={first}><TextArea label={words.correction} value={draft.correction} onChange={(correction) => change({ correction })} fault={tried && draft.correction.trim() === '' ? words.needed : null} /></div>
        <TextField label={words.reason} value={draft.reason} onChange={(reason) => change({ reason })} />
        <SelectField
          label={words.measure} value={draft.measure} onChange={(measure) => change({ measure: measure as Draft['measure'] })}
          choices={(['health', ...dimensions] as const).map((measure) => ({ value: measure, name: measureName(measure) }))}
        />
        <PersonField label={words.owner} portfolio={portfolio} value={draft.owner} onChange={(owner) => change({ owner })} />
        <div className={styles.pair}>
          <TextField kind="date" label={words.date} value={draft.date} onChange={(date) => change({ date })} fault={tried && draft.date === '' ? words.dateNeeded : null} />
          <TextField kind="date" label={words.reviewOn} value={draft.reviewOn} onChange={(reviewOn) => change({ reviewOn })} />
        </div>
        {fault !== null && <p className={styles.fault} role="alert">{fault}</p>}
        {state === 'asking' ? (
          <div className={styles.question} role="group" aria-label={words.noTable}>
            <span>{words.noTable}</span>
            <div className={styles.presses}>
              <Button appearance="primary" onClick={() => void log(true)}>{words.addTable}</Button>
              <Button onClick={() => setState('typing')}>{words.notNow}</Button>
            </div>
          </div>
        ) : (
          <div className={styles.presses}>
            <Button appearance="primary" type="submit" disabledFocusable={state === 'logging'}>{state === 'logging' ? words.logging : words.press}</Button>
            <Button onClick={close}>{words.notNow}</Button>
          </div>
        )}
      </form>
    </Section>
  );
}
