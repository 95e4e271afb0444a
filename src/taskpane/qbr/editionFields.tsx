/** Whose review it is: of the whole portfolio, of one partner or of each, for our own people or for the partner as well. */
import { type ReactNode, useMemo } from 'react';
import type { Audience } from '../../domain/narrowedPortfolio';
import type { Portfolio } from '../../domain/portfolio';
import type { Edition } from '../../report/qbrOptions';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CheckField, RadioGroup, SelectField, TextField } from '../parts/fields';
import { Quiet } from '../parts/page';
import { qbr as words } from '../sentences/qbr';
import type { Choices } from './choices';

/** A list that fits a glance needs no search. */
const fewPartners = 20;

interface EditionFieldsProps {
  readonly portfolio: Portfolio;
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

export function EditionFields({ portfolio, choices, onChange }: EditionFieldsProps): ReactNode {
  const { services: { reviews } } = usePane();
  const kinds = (['portfolio', 'partner', 'partners'] as const).map((kind) => ({ value: kind, name: words.editions[kind] }));
  const audiences = (['internal', 'shared'] as const).map((audience) => ({ value: audience, name: words.audiences[audience] }));
  return (
    <>
      <RadioGroup label={words.edition} name="qbr-edition" value={choices.kind} choices={kinds} onChange={(kind) => onChange({ kind: kind as Edition['kind'] })} />
      {choices.kind !== 'portfolio' && (
        <>
          {choices.kind === 'partner' ? <PartnerField portfolio={portfolio} choices={choices} onChange={onChange} /> : <Quiet>{words.everyHint}</Quiet>}
          <RadioGroup label={words.audience} name="qbr-audience" value={choices.audience} choices={audiences} onChange={(audience) => onChange({ audience: audience as Audience })} />
          {choices.audience === 'shared' && (
            <>
              <Quiet>{words.sharedHint}</Quiet>
              <CheckField label={words.withoutNames} checked={choices.withoutNames ?? reviews.lastChosen().withoutNames} onChange={(chosen) => onChange({ withoutNames: chosen })} />
            </>
          )}
          <Quiet>{choices.kind === 'partner' ? words.partnerHint : words.partnersHint}</Quiet>
        </>
      )}
    </>
  );
}

function PartnerField({ portfolio, choices: { partner }, onChange }: EditionFieldsProps): ReactNode {
  const [query, setQuery] = useKept('qbr/partnerQuery', '');
  const all = useMemo(() => portfolio.partners.map(({ partner: { key, name } }) => ({ value: key, name })).sort((a, b) => a.name.localeCompare(b.name)), [portfolio]);
  const sought = query.trim().toLowerCase();
  const found = all.filter(({ value, name }) => value === partner || name.toLowerCase().includes(sought));
  const gone = partner !== '' && !all.some(({ value }) => value === partner);
  const first = gone || partner === '' ? [{ value: gone ? partner : '', name: words.choosePartner }] : [];
  return (
    <>
      {all.length > fewPartners && <TextField label={words.findPartner} kind="search" value={query} onChange={setQuery} hint={found.length === 0 ? words.noPartnerMatches : undefined} />}
      <SelectField label={words.partner} value={partner} choices={[...first, ...found]} fault={gone ? words.partnerGone : null} onChange={(key) => onChange({ partner: key })} />
    </>
  );
}
