/** What the cells do not tell and somebody must say once: which number of a date is the day, whose money it is, and which column one that is gone was. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import type { Issue } from '../../domain/issue';
import type { Portfolio } from '../../domain/portfolio';
import type { CellsRead } from '../../excel/readings';
import { cellPlace } from '../../tables/cellPlace';
import { type SharedSign, sharedSigns } from '../../tables/currency';
import { ambiguousDays, type DateOrder } from '../../tables/dateText';
import { type ChosenColumn, type ReadingChoices, without } from '../../tables/readingChoices';
import { type SignUsed, signsUsed } from '../../tables/signsUsed';
import { type StrayColumn, strayColumns } from '../../tables/strayColumns';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { type Choice, SelectField } from '../parts/fields';
import { Quiet, Section } from '../parts/page';
import { data as words } from '../sentences/data';
import { fieldNames } from './columnEditor';
import { type GoingOn, step } from './goingOn';

const useStyles = makeStyles({
  question: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start', padding: '12px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  presses: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  field: { alignSelf: 'stretch' },
  said: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
});

const common = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY', 'INR', 'AUD', 'CAD', 'SEK', 'NOK', 'DKK', 'PLN', 'BRL', 'MXN', 'ZAR', 'SGD', 'AED'];

/** All currencies there are, the common ones where the browser cannot list them. */
function allCurrencies(): readonly string[] {
  const intl = Intl as typeof Intl & { supportedValuesOf?: (key: 'currency') => string[] };
  return intl.supportedValuesOf?.('currency') ?? common;
}

/** "CAD Canadian Dollar". */
function currencyChoices(codes: readonly string[], locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'currency' });
  return codes.map((code) => ({ value: code, name: `${code} ${names.of(code) ?? ''}`.trim() }));
}

interface Asking {
  readonly read: CellsRead;
  readonly take: GoingOn['take'];
}

function useSave({ read: { choices }, take }: Asking): (change: Partial<ReadingChoices>, said: string) => void {
  const { services, perform } = usePane();
  return (change, said) => void take(() => perform(() => services.readings.save({ ...choices, ...change }), said));
}

/** What was answered, and the press that takes it back. */
function Answered({ children, what, onAgain }: { readonly children: string; readonly what: string; readonly onAgain: () => void }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.said}>
      <Quiet>{children}</Quiet>
      <Button size="small" aria-label={words.askAgainOf(what)} onClick={onAgain}>{words.askAgain}</Button>
    </div>
  );
}

/** A date of the workbook's own to ask with; `null` where none has two readings. */
function firstAmbiguous(issues: readonly Issue[], { tables }: CellsRead): { readonly held: string; readonly days: NonNullable<ReturnType<typeof ambiguousDays>> } | null {
  for (const { code, cell } of issues) {
    const held = code === 'ambiguous-date' && cell !== null ? cellPlace(tables, cell)?.held : undefined;
    const days = typeof held === 'string' ? ambiguousDays(held) : null;
    if (days !== null) return { held: String(held), days };
  }
  return null;
}

function DateQuestion({ issues, ...asking }: Asking & { readonly issues: readonly Issue[] }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const save = useSave(asking);
  const { read } = asking;
  const found = useMemo(() => firstAmbiguous(issues, read), [issues, read]);
  const { dateOrder } = read.choices;
  const name = (order: DateOrder): string => words.dateOrders[order];
  if (dateOrder !== null) return <Answered what={words.dates} onAgain={() => save({ dateOrder: null }, words.askedAgain)}>{words.datesAre(name(dateOrder))}</Answered>;
  if (found === null) return null;
  const count = issues.filter(({ code }) => code === 'ambiguous-date').length;
  return (
    <div className={styles.question} role="group" aria-label={words.dateQuestion(found.held)}>
      <p className={styles.text}>{words.dateQuestion(found.held)}</p>
      <div className={styles.presses}>
        {(['dayFirst', 'monthFirst'] as const).map((order) => (
          <Button key={order} {...step} onClick={() => save({ dateOrder: order }, words.datesAre(name(order)))}>{words.dateAnswer(name(order), figures.day(found.days[order]))}</Button>
        ))}
      </div>
      <Quiet>{words.dateQuestionHint(count, figures.count(count))}</Quiet>
    </div>
  );
}

function CurrencyField({ label, hint, codes, onAnswer, children }: {
  readonly label: string;
  readonly hint: string;
  readonly codes: readonly string[];
  readonly onAnswer: (code: string) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { services } = usePane();
  const [code, setCode] = useState('');
  const choices = useMemo(() => currencyChoices(codes, services.locale), [codes, services.locale]);
  return (
    <div className={styles.question} role="group" aria-label={label}>
      <div className={styles.field}>
        <SelectField label={label} hint={hint} value={code} onChange={setCode} choices={[{ value: '', name: words.chooseCurrency }, ...choices]} />
      </div>
      <div className={styles.presses}>
        <Button {...step} disabledFocusable={code === ''} onClick={() => onAnswer(code)}>{words.answer}</Button>
        {children}
      </div>
    </div>
  );
}

/** Asked where there is money and no cell or header says of which currency. */
function CurrencyQuestion({ portfolio, ...asking }: Asking & { readonly portfolio: Portfolio }): ReactNode {
  const save = useSave(asking);
  const codes = useMemo(() => allCurrencies(), []);
  const said = asking.read.choices.currency;
  if (said !== null) return <Answered what={words.money} onAgain={() => save({ currency: null }, words.askedAgain)}>{words.unmarkedMoney(said)}</Answered>;
  const { initiatives, currency, issues } = portfolio.rows;
  const hasMoney = initiatives?.rows.some(({ revenue, revenueTarget, pipeline, pipelineTarget }) => [revenue, revenueTarget, pipeline, pipelineTarget].some((amount) => amount !== null)) ?? false;
  if (currency !== null || !hasMoney) return null;
  const isTie = issues.some(({ code }) => code === 'mixed-currency');
  return <CurrencyField label={words.currencyQuestion} hint={isTie ? words.currencyTie : words.currencyHint} codes={codes} onAnswer={(code) => save({ currency: code }, words.unmarkedMoney(code))} />;
}

/** Asked where money is marked with a sign that several countries write. */
function SignQuestion({ sign, used, ...asking }: Asking & { readonly sign: SharedSign; readonly used: SignUsed | null }): ReactNode {
  const { figures } = usePane();
  const save = useSave(asking);
  const { signs } = asking.read.choices;
  const said = signs[sign];
  if (said !== undefined) return <Answered what={sign} onAgain={() => save({ signs: without(signs as Readonly<Record<string, string>>, sign) }, words.askedAgain)}>{words.signMeans(sign, said)}</Answered>;
  if (used === null) return null;
  return (
    <CurrencyField
      label={words.signQuestion(sign)} hint={words.signHint(sign, sharedSigns[sign][0], used.count, figures.count(used.count))} codes={sharedSigns[sign]}
      onAnswer={(code) => save({ signs: { ...signs, [sign]: code } }, words.signMeans(sign, code))}
    >
      <CellLink cell={used.cell} />
    </CurrencyField>
  );
}

/** A chosen column that is under another header now, or gone. */
function ColumnQuestion({ stray: { kind, field, chosen, now }, ...asking }: Asking & { readonly stray: StrayColumn }): ReactNode {
  const styles = useStyles();
  const save = useSave(asking);
  const name = fieldNames(kind)[field]?.name ?? field;
  const question = now === null ? words.columnGone(chosen.header, name) : words.columnRenamed(chosen.header, now.header, name);
  const saveColumn = (column: ChosenColumn | undefined, said: string): void => {
    const others = without(asking.read.choices[kind] as Readonly<Record<string, ChosenColumn | null>>, field);
    save({ [kind]: column === undefined ? others : { ...others, [field]: column } }, said);
  };
  return (
    <div className={styles.question} role="group" aria-label={question}>
      <p className={styles.text} dir="auto">{question}</p>
      <div className={styles.presses}>
        {now !== null && <Button {...step} onClick={() => saveColumn(now, words.readFrom(name, now.header))}>{words.keepColumn}</Button>}
        <Button {...step} onClick={() => saveColumn(undefined, words.recognised(name))}>{words.forgetColumn}</Button>
      </div>
      {now === null && <Quiet>{words.columnGoneHint(words.columnsOf[kind])}</Quiet>}
    </div>
  );
}

const signs = Object.keys(sharedSigns) as SharedSign[];

export function Questions({ portfolio, issues, ...asking }: Asking & { readonly portfolio: Portfolio; readonly issues: readonly Issue[] }): ReactNode {
  const { choices, tables } = asking.read;
  const used = useMemo(() => signsUsed(tables.initiatives), [tables]);
  const stray = useMemo(() => strayColumns(tables, choices), [tables, choices]);
  const asked = [
    ...stray.map((one) => <ColumnQuestion key={`${one.kind} ${one.field}`} stray={one} {...asking} />),
    choices.dateOrder !== null || issues.some(({ code }) => code === 'ambiguous-date') ? <DateQuestion key="dates" issues={issues} {...asking} /> : null,
    choices.currency !== null || (portfolio.rows.currency === null && portfolio.rows.initiatives !== null) ? <CurrencyQuestion key="currency" portfolio={portfolio} {...asking} /> : null,
    ...signs.map((sign) => {
      const use = used.find((one) => one.sign === sign) ?? null;
      return choices.signs[sign] !== undefined || use !== null ? <SignQuestion key={sign} sign={sign} used={use} {...asking} /> : null;
    }),
  ].filter((question) => question !== null);
  return asked.length > 0 && <Section title={words.questions}>{asked}</Section>;
}
