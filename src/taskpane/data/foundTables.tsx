/** Which tables were read, where they stand, and that no row was lost: rows in = used + reported. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellAddress, columnLetters } from '../../domain/cell';
import type { FoundTable, PortfolioRows, RowCount } from '../../domain/portfolioRows';
import type { CellsRead } from '../../excel/readings';
import type { TableArea } from '../../tables/findTables';
import { type ChosenKind, chosenKinds } from '../../tables/readingChoices';
import { areaToChooseFrom } from '../../tables/strayColumns';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { Disclosure } from '../parts/disclosure';
import { Quiet } from '../parts/page';
import { data as words } from '../sentences/data';
import { firstRun } from '../sentences/firstRun';
import { ColumnEditor } from './columnEditor';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '12px', margin: 0 },
  table: { display: 'flex', flexDirection: 'column', rowGap: '2px', margin: 0 },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  where: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
});

/** "Partners!A4:J18". */
function rangeAddress({ sheet, headerRow, lastRow, columns }: FoundTable<unknown, string>): string {
  const used = Object.values(columns).filter((column) => column !== undefined);
  const last = columnLetters(Math.max(...used));
  return `${cellAddress({ sheet, row: headerRow, column: Math.min(...used) })}:${last}${Math.max(lastRow, headerRow) + 1}`;
}

function Found({ table, count }: { readonly table: FoundTable<unknown, string>; readonly count: RowCount | null }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const first = Math.min(...Object.values(table.columns).filter((column) => column !== undefined));
  return (
    <>
      <span className={styles.where}>
        <CellLink cell={{ sheet: table.sheet, row: table.headerRow, column: first }}>{rangeAddress(table)}</CellLink>
        <Quiet>{table.table === null ? words.foundRange : words.foundTable(table.table)}</Quiet>
      </span>
      {count !== null && <Quiet>{words.rows(count.rows, figures.count(count.rows), figures.count(count.used), figures.count(count.reported))}</Quiet>}
    </>
  );
}

/** Which columns are read, under the table that they belong to. */
function Columns({ kind, area, read }: { readonly kind: ChosenKind; readonly area: TableArea<string>; readonly read: CellsRead }): ReactNode {
  const { figures } = usePane();
  const [open, setOpen] = useKept(`data/columns/${kind}`, false);
  const count = Object.keys(area.mapping.columns).length;
  return (
    <Disclosure title={words.columnsOf[kind]} aside={words.columnsRead(figures.count(count))} open={open} onToggle={() => setOpen(!open)}>
      <ColumnEditor kind={kind} area={area} choices={read.choices} date1904={read.date1904} />
    </Disclosure>
  );
}

/** What an optional table is found as: where, and how many rows stand below its headers. */
function OptionalTable({ area: { source, header, end } }: { readonly area: TableArea<string> }): ReactNode {
  const styles = useStyles();
  return (
    <span className={styles.where}>
      <CellLink cell={{ sheet: source.sheet, row: source.row + header, column: source.column }}>{`${cellAddress({ sheet: source.sheet, row: source.row + header, column: source.column })}:${columnLetters(source.column + (source.values[0]?.length ?? 1) - 1)}${source.row + end}`}</CellLink>
      <Quiet>{source.table === null ? words.foundRange : words.foundTable(source.table)}</Quiet>
    </span>
  );
}

const optionalKinds = ['rates', 'history', 'assessment'] as const;

export function FoundTables({ rows, read }: { readonly rows: PortfolioRows; readonly read: CellsRead | null }): ReactNode {
  const styles = useStyles();
  const found = {
    partners: { table: rows.partners, count: rows.counts.partners },
    initiatives: { table: rows.initiatives, count: rows.counts.initiatives },
    corrections: rows.corrections && { table: rows.corrections.table, count: null },
  };
  return (
    <div className={styles.list}>
      {chosenKinds.map((kind, index) => {
        const one = found[kind];
        const area = read === null ? null : areaToChooseFrom(read.tables, kind);
        return one !== null && (
          <div key={kind} className={styles.table}>
            <span className={styles.name}>{one.table === null ? `${words.kinds[kind]}: ${words.notFound}` : words.kinds[kind]}</span>
            {one.table === null ? <Quiet>{words.needs(firstRun.tables[index]?.needed ?? [])}</Quiet> : <Found table={one.table} count={one.count} />}
            {read !== null && area !== null && <Columns kind={kind} area={area} read={read} />}
          </div>
        );
      })}
      {read !== null && optionalKinds.map((kind) => {
        const area = read.tables[kind] as TableArea<string> | null;
        return area !== null && <div key={kind} className={styles.table}><span className={styles.name}>{words.kinds[kind]}</span><OptionalTable area={area} /></div>;
      })}
      {rows.initiatives !== null && <Quiet>{rows.currency === null ? words.noCurrency : words.currency(rows.currency)}</Quiet>}
    </div>
  );
}
