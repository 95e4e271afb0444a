/** Who sponsors the partner and its initiatives; where nobody does, a name is entered in place. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { isOpen } from '../../domain/lifecycle';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';
import { personKey } from '../../domain/sponsorship';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink, CellLinks } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { Money } from '../parts/money';
import { Quiet, Section } from '../parts/page';
import { PersonForm, vacancyName } from '../parts/personForm';
import { type PartnerSponsorField, type Vacancy, gapVacancies, partnerSponsorFields, partnerVacancies } from '../parts/vacancies';
import { partnerSponsors as words } from '../sentences/partner';
import { sponsorGaps as gapWords } from '../sentences/sponsors';
import { Button } from '../parts/button';

const shownAtOnce = 8;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: '4px', outlineStyle: 'none' },
  entry: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '2px', paddingBlock: '4px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  what: { display: 'flex', flexDirection: 'column', flex: '1 1 160px', minWidth: 0 },
  of: { flexBasis: '100%', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  name: { fontWeight: tokens.fontWeightSemibold },
});

interface SalesSponsor {
  readonly person: string;
  readonly rows: readonly number[];
}

/** Of its open initiatives, those who sponsor most first. */
function salesSponsorsOf({ rows }: Portfolio, { initiatives }: PartnerHealth): readonly SalesSponsor[] {
  const found = new Map<string, { person: string; rows: number[] }>();
  for (const position of initiatives) {
    const initiative = rows.initiatives?.rows[position];
    if (initiative === undefined || !isOpen(initiative) || initiative.salesSponsor === null) continue;
    const key = personKey(initiative.salesSponsor);
    const known = found.get(key);
    if (known === undefined) found.set(key, { person: initiative.salesSponsor, rows: [initiative.row] });
    else known.rows.push(initiative.row);
  }
  return [...found.values()].sort((a, b) => b.rows.length - a.rows.length);
}

function vacanciesOf(portfolio: Portfolio, { partner }: PartnerHealth): readonly Vacancy[] {
  return [...partnerVacancies(portfolio), ...gapVacancies(portfolio)].filter((vacancy) => vacancy.partner === partner);
}

function Missing({ vacancy, portfolio, onAssign, press }: {
  readonly vacancy: Vacancy;
  readonly portfolio: Portfolio;
  readonly onAssign: () => void;
  readonly press: (button: HTMLElement | null) => void;
}): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const gap = vacancy.kind === 'salesSponsor' ? vacancy.gap : null;
  return (
    <div className={styles.entry}>
      <span className={styles.what}>
        {gap === null ? <span>{words[vacancy.kind as PartnerSponsorField]}: {words.missing}</span> : <span dir="auto">{words.noSales(gap.initiative.name)}</span>}
        {gap !== null && (
          <Quiet>
            {gapWords.meaning[gap.severity]}
            {gap.valueAtRisk !== null && <>{' · '}<Money amount={gap.valueAtRisk} currency={portfolio.rows.currency} />{' '}{gapWords.atRiskShort}</>}
            {gap.days !== null && ` · ${gapWords.days(gap.days, figures.count(gap.days))}`}
          </Quiet>
        )}
      </span>
      <Button ref={press} size="small" aria-label={words.assign(vacancyName(vacancy))} onClick={onAssign}>{gapWords.assign}</Button>
    </div>
  );
}

function Named({ portfolio, judged: { partner }, field }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth; readonly field: PartnerSponsorField }): ReactNode {
  const styles = useStyles();
  const table = portfolio.rows.partners;
  const cell = table === null ? undefined : fieldCell(table, partner.row, field);
  if (cell === undefined) return null;
  return (
    <div className={styles.entry}>
      <span className={styles.what}><span className={styles.name} dir="auto">{partner[field]}</span><Quiet>{words[field]}</Quiet></span>
      <CellLink cell={cell} />
    </div>
  );
}

function Sales({ sponsor: { person, rows }, portfolio }: { readonly sponsor: SalesSponsor; readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const table = portfolio.rows.initiatives;
  const load = portfolio.sponsorLoad.find((other) => personKey(other.person) === personKey(person))?.load ?? null;
  return (
    <div className={styles.entry}>
      <span className={styles.what}><span className={styles.name} dir="auto">{person}</span><Quiet>{words.sponsors(rows.length, figures.count(rows.length), load)}</Quiet></span>
      <CellLinks cells={rows.flatMap((row) => (table === null ? [] : fieldCell(table, row, 'salesSponsor') ?? []))} />
    </div>
  );
}

export function SponsorList({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const vacancies = useMemo(() => vacanciesOf(portfolio, judged), [portfolio, judged]);
  const sales = useMemo(() => salesSponsorsOf(portfolio, judged), [portfolio, judged]);
  const [open, setOpen] = useKept<string | null>(`partner/assigning/${judged.partner.key}`, null);
  const named = partnerSponsorFields.filter((field) => judged.partner[field] !== null);
  const section = useRef<HTMLDivElement>(null);
  const presses = useRef(new Map<string, HTMLElement | null>());
  const left = useRef<string | null>(null);

  // Whoever leaves the form goes on where it was opened.
  useEffect(() => {
    if (open === null && left.current !== null) (presses.current.get(left.current) ?? section.current)?.focus();
    left.current = open;
  }, [open]);
  const close = (): void => setOpen(null);
  const assigned = (): void => {
    // The press goes with the gap: the focus stays on the list, which does not.
    left.current = null;
    setOpen(null);
    section.current?.focus();
  };

  return (
    <Section title={words.title}>
      <div ref={section} className={styles.section} role="group" aria-label={words.title} tabIndex={-1}>
        {named.map((field) => <Named key={field} portfolio={portfolio} judged={judged} field={field} />)}
        {vacancies.length > 0 && (
          <GrowingList items={vacancies} step={shownAtOnce} label={words.gaps} keyOf={({ key }) => key}>
            {(vacancy) => (vacancy.key === open
              ? <PersonForm vacancy={vacancy} portfolio={portfolio} onAssigned={assigned} onClose={close}><strong className={styles.of} dir="auto">{vacancyName(vacancy)}</strong></PersonForm>
              : <Missing vacancy={vacancy} portfolio={portfolio} onAssign={() => setOpen(vacancy.key)} press={(button) => presses.current.set(vacancy.key, button)} />)}
          </GrowingList>
        )}
        {open !== null && vacancies.every(({ key }) => key !== open) && <Quiet>{gapWords.filled}</Quiet>}
        {named.length + vacancies.length + sales.length === 0 && <Quiet>{words.none}</Quiet>}
        {sales.length > 0 && (
          <GrowingList items={sales} step={shownAtOnce} label={words.sales} keyOf={({ person }) => personKey(person)}>
            {(sponsor) => <Sales sponsor={sponsor} portfolio={portfolio} />}
          </GrowingList>
        )}
      </div>
    </Section>
  );
}
