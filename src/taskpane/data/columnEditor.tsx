/** Which column of a table each field is read from, with its first values, and another by choice: kept with the workbook. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { columnLetters } from '../../domain/cell';
import { dayOfSerial } from '../../tables/dateText';
import { type FieldNames, correctionNames, initiativeNames, neededInitiativeFields, partnerNames } from '../../tables/fields';
import type { TableArea } from '../../tables/findTables';
import { formatMeaning } from '../../tables/numberFormat';
import { type ChosenColumn, type ChosenKind, type ReadingChoices, choiceOf, without } from '../../tables/readingChoices';
import { recognisedBy } from '../../tables/strayColumns';
import type { Figures } from '../figures';
import { usePane } from '../frame/paneContext';
import { type Choice, SelectField } from '../parts/fields';
import { Quiet } from '../parts/page';
import { data as words } from '../sentences/data';

const names = { partners: partnerNames, initiatives: initiativeNames, corrections: correctionNames } as const;
const needed: Readonly<Record<ChosenKind, readonly string[]>> = { partners: ['partner'], initiatives: neededInitiativeFields, corrections: ['date', 'correction'] };

export const fieldNames = (kind: ChosenKind): Readonly<Record<string, FieldNames>> => names[kind];

const previewed = 3;
const longestPreview = 40;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '12px', minWidth: 0, overflowWrap: 'anywhere' },
  intro: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start', fontSize: tokens.fontSizeBase300 },
});

/** The first values below the header, as the workbook's culture writes them. */
function previewOf({ source, values, header, end }: TableArea<string>, column: number, date1904: boolean, figures: Figures): string {
  const found: string[] = [];
  for (let row = header + 1; row < end && found.length < previewed; row += 1) {
    const value = values[row]?.[column];
    if (value === undefined || value === null || value === '') continue;
    const isDay = typeof value === 'number' && formatMeaning(source.formats?.[row]?.[column] ?? 'General').date;
    const day = isDay ? dayOfSerial(value, date1904) : null;
    const text = day !== null ? figures.day(day) : typeof value === 'number' ? figures.plain(value) : String(value).trim();
    found.push(text.length > longestPreview ? `${text.slice(0, longestPreview - 1)}…` : text);
  }
  return found.join(' · ');
}

type Choices = Readonly<Record<string, ChosenColumn | null>>;

export function ColumnEditor({ kind, area, choices, date1904 }: { readonly kind: ChosenKind; readonly area: TableArea<string>; readonly choices: ReadingChoices; readonly date1904: boolean }): ReactNode {
  const styles = useStyles();
  const { services, perform, figures } = usePane();
  const cells = area.values[area.header] ?? [];
  const headers = cells.flatMap((cell, column) => (typeof cell === 'string' && cell.trim() !== '' ? [{ column, header: cell.trim() }] : []));
  const recognised = recognisedBy(kind, cells).columns as Readonly<Record<string, number | undefined>>;
  const columns = area.mapping.columns as Readonly<Record<string, number | undefined>>;
  const chosen = choices[kind] as Choices;
  const nameOf = (field: string): string => fieldNames(kind)[field]?.name ?? field;
  /** Two columns of one header are told apart by their letters. */
  const shownHeader = ({ column, header }: { readonly column: number; readonly header: string }): string =>
    (headers.filter((one) => one.header === header).length > 1 ? words.headerAt(header, columnLetters(area.source.column + column)) : header);
  const options: readonly Choice[] = [{ value: '', name: words.noColumn }, ...headers.map((one) => ({ value: String(one.column), name: shownHeader(one) }))];

  const save = (next: Choices, said: string): void => void perform(() => services.readings.save({ ...choices, [kind]: next }), said);
  const choose = (field: string, value: string): void => {
    const column = value === '' ? null : Number(value);
    const left = Object.keys(columns).find((other) => other !== field && columns[other] === column);
    // A column is read as one thing: a choice that named it before is given up.
    const kept = left === undefined ? without(chosen, field) : without(without(chosen, field), left);
    const next = (recognised[field] ?? null) === column ? kept : { ...kept, [field]: column === null ? null : choiceOf(cells, column) };
    const header = column === null ? null : String(cells[column]).trim();
    save(next, header === null ? words.readFromNone(nameOf(field)) : words.readFrom(nameOf(field), header, left === undefined ? null : nameOf(left)));
  };
  return (
    <div className={styles.fields}>
      <div className={styles.intro}>
        <Quiet>{words.columnsIntro}</Quiet>
        {Object.keys(chosen).length > 0 && <Button size="small" onClick={() => save({}, words.recognisedAgain)}>{words.recogniseAgain}</Button>}
      </div>
      {Object.keys(fieldNames(kind)).map((field) => {
        const column = columns[field];
        const isNeeded = needed[kind].includes(field);
        const preview = column === undefined ? '' : previewOf(area, column, date1904, figures) || words.noValues;
        const hint = [chosen[field] === undefined ? '' : words.chosen, preview].filter((part) => part !== '').join(' · ');
        return (
          <SelectField
            key={field} label={isNeeded ? words.neededColumn(nameOf(field)) : nameOf(field)} hint={hint === '' ? undefined : hint}
            fault={isNeeded && column === undefined ? words.columnNeeded : undefined}
            value={column === undefined ? '' : String(column)} onChange={(value) => choose(field, value)} choices={options}
          />
        );
      })}
    </div>
  );
}
