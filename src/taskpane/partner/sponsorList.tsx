/** Who stands for a partner, on both sides and in sales: the ones that are missing are named here, in one cell each. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { Money } from '../parts/money';
import { PersonForm } from '../parts/personForm';
import { type Vacancy, gapVacancies, partnerSponsorFields } from '../sponsors/vacancies';
import { partner as words } from '../sentences/partner';
import { sponsorGaps } from '../sentences/sponsors';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  role: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '4px', minHeight: '32px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  term: { color: tokens.colorNeutralForeground3 },
  person: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  press: { marginInlineStart: 'auto' },
});

/** A role that is filled, or the press and the form that fill it. */
function Role({ label, person, vacancy, what, portfolio, children }: {
  readonly label: string;
  readonly person: string | null;
  readonly vacancy: Pick<Vacancy, 'cell' | 'key' | 'kind'> | null;
  readonly what: string;
  readonly portfolio: Portfolio;
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const [open, setOpen] = useKept(`partner/naming/${vacancy?.key ?? label}`, false);
  const close = (): void => setOpen(false);
  return (
    <li>
      <div className={styles.role}>
        <span className={styles.term}>{label}</span>
        <span className={styles.person} dir="auto">{person ?? sponsorGaps.missing(words.nobody)}</span>
        {children}
        {vacancy !== null && !open && <Button className={styles.press} size="small" aria-label={words.nameFor(what)} onClick={() => setOpen(true)}>{words.name}</Button>}
      </div>
      {vacancy !== null && open && (
        <PersonForm name={`partner/person/${vacancy.key}`} label={sponsorGaps.person[vacancy.kind]} what={what} cell={vacancy.cell} portfolio={portfolio} sponsoring={vacancy.kind === 'salesSponsor'} onDone={close} onClose={close}>
          <CellLink cell={vacancy.cell} />
        </PersonForm>
      )}
    </li>
  );
}

export function SponsorList({ portfolio, judged: { partner } }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const gaps = useMemo(() => gapVacancies(portfolio).filter((vacancy) => vacancy.partner.key === partner.key), [portfolio, partner]);
  const table = portfolio.rows.partners;
  return (
    <ul className={styles.list} aria-label={words.sponsors}>
      {partnerSponsorFields.map((kind) => {
        const cell = table === null ? undefined : fieldCell(table, partner.row, kind);
        if (cell === undefined) return null;
        const vacancy = partner[kind] === null && partner.status !== 'Ended' ? { kind, key: `${kind}/${partner.key}`, cell } : null;
        return <Role key={kind} label={sponsorGaps.person[kind]} person={partner[kind]} vacancy={vacancy} what={sponsorGaps.fieldOf[kind](partner.name)} portfolio={portfolio} />;
      })}
      {gaps.map((vacancy) => (
        <Role key={vacancy.key} label={sponsorGaps.fieldOf.salesSponsor(vacancy.gap.initiative.name)} person={null} vacancy={vacancy} what={sponsorGaps.fieldOf.salesSponsor(vacancy.gap.initiative.name)} portfolio={portfolio}>
          {vacancy.gap.valueAtRisk !== null && <span><Money amount={vacancy.gap.valueAtRisk} currency={portfolio.rows.currency} />{' '}{sponsorGaps.atRiskShort}</span>}
          {vacancy.gap.days !== null && <span className={styles.term}>{sponsorGaps.days(vacancy.gap.days, figures.count(vacancy.gap.days))}</span>}
        </Role>
      ))}
    </ul>
  );
}
