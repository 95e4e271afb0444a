/** What the cells do not tell and somebody must say once: which number of a date is the day, and which currency money is in. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { Issue } from '../../domain/issue';
import type { Portfolio } from '../../domain/portfolio';
import type { CellsRead } from '../../excel/readings';
import { ambiguousDays, type DateOrder } from '../../tables/dateText';
import { heldIn } from '../../tables/fixes';
import type { ReadingChoices } from '../../tables/readingChoices';
import { usePane } from '../frame/paneContext';
import { SelectField } from '../parts/fields';
import { Quiet, Section } from '../parts/page';
import { data as words } from '../sentences/data';

const useStyles = makeStyles({
  question: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start', padding: '12px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  field: { alignSelf: 'stretch' },
  said: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
});

const common = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY', 'INR', 'AUD', 'CAD', 'SEK', 'NOK', 'DKK', 'PLN', 'BRL', 'MXN', 'ZAR', 'SGD', 'AED'];

/** All currencies there are, by code, the common ones where the browser cannot list them. */
function currencies(locale: string): readonly { readonly value: string; readonly name: string }[] {
  const intl = Intl as typeof Intl & { supportedValuesOf?: (key: 'currency') => string[] };
  const codes = intl.supportedValuesOf?.('currency') ?? common;
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'currency' });
  return codes.map((code) => ({ value: code, name: `${code} ${names.of(code) ?? ''}`.trim() }));
}

function useSave(choices: ReadingChoices): (change: Partial<ReadingChoices>, said: string) => void {
  const { services, perform } = usePane();
  return (change, said) => void perform(() => services.readings.save({ ...choices, ...change }), said);
}

/** A date of the workbook's own to ask with; `null` where none has two readings. */
function firstAmbiguous(issues: readonly Issue[], { sources }: CellsRead): { readonly held: string; readonly days: NonNullable<ReturnType<typeof ambiguousDays>> } | null {
  for (const { code, cell } of issues) {
    const held = code === 'ambiguous-date' && cell !== null ? heldIn(sources, cell) : undefined;
    const days = typeof held === 'string' ? ambiguousDays(held) : null;
    if (days !== null) return { held: String(held), days };
  }
  return null;
}

function DateQuestion({ portfolio, read }: { readonly portfolio: Portfolio; readonly read: CellsRead }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const save = useSave(read.choices);
  const found = useMemo(() => firstAmbiguous(portfolio.rows.issues, read), [portfolio, read]);
  const { dateOrder } = read.choices;
  const name = (order: DateOrder): string => words.dateOrders[order];
  if (dateOrder !== null) {
    return <div className={styles.said}><Quiet>{words.datesAre(name(dateOrder))}</Quiet><Button size="small" onClick={() => save({ dateOrder: null }, words.askedAgain)}>{words.askAgain}</Button></div>;
  }
  if (found === null) return null;
  const count = portfolio.rows.issues.filter(({ code }) => code === 'ambiguous-date').length;
  return (
    <div className={styles.question} role="group" aria-label={words.dateQuestion(found.held)}>
      <p className={styles.text}>{words.dateQuestion(found.held)}</p>
      <div className={styles.presses}>
        {(['dayFirst', 'monthFirst'] as const).map((order) => (
          <Button key={order} onClick={() => save({ dateOrder: order }, words.datesAre(name(order)))}>{words.dateAnswer(name(order), figures.day(found.days[order]))}</Button>
        ))}
      </div>
      <Quiet>{words.dateQuestionHint(count, figures.count(count))}</Quiet>
    </div>
  );
}

/** Asked where there is money and no cell or header says of which currency. */
function CurrencyQuestion({ portfolio, read }: { readonly portfolio: Portfolio; readonly read: CellsRead }): ReactNode {
  const styles = useStyles();
  const { services } = usePane();
  const save = useSave(read.choices);
  const [currency, setCurrency] = useState('');
  const all = useMemo(() => currencies(services.locale), [services.locale]);
  const said = read.choices.currency;
  if (said !== null) {
    return <div className={styles.said}><Quiet>{words.unmarkedMoney(said)}</Quiet><Button size="small" onClick={() => save({ currency: null }, words.askedAgain)}>{words.askAgain}</Button></div>;
  }
  const { initiatives } = portfolio.rows;
  const hasMoney = initiatives?.rows.some(({ revenue, revenueTarget, pipeline, pipelineTarget }) => [revenue, revenueTarget, pipeline, pipelineTarget].some((amount) => typeof amount === 'number')) ?? false;
  if (portfolio.rows.currency !== null || !hasMoney) return null;
  return (
    <div className={styles.question} role="group" aria-label={words.currencyQuestion}>
      <div className={styles.field}>
        <SelectField label={words.currencyQuestion} hint={words.currencyHint} value={currency} onChange={setCurrency} choices={[{ value: '', name: words.chooseCurrency }, ...all]} />
      </div>
      <Button disabledFocusable={currency === ''} onClick={() => save({ currency }, words.unmarkedMoney(currency))}>{words.answer}</Button>
    </div>
  );
}

export function Questions({ portfolio, read }: { readonly portfolio: Portfolio; readonly read: CellsRead }): ReactNode {
  const { choices } = read;
  const { issues, currency, initiatives } = portfolio.rows;
  const asks = choices.dateOrder !== null || choices.currency !== null || issues.some(({ code }) => code === 'ambiguous-date') || (currency === null && initiatives !== null);
  if (!asks) return null;
  return (
    <Section title={words.questions}>
      <DateQuestion portfolio={portfolio} read={read} />
      <CurrencyQuestion portfolio={portfolio} read={read} />
    </Section>
  );
}
