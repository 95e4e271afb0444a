/** Which column of a table each field is read from, with its first values, and another by choice: kept with the workbook. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isoText } from '../../domain/calendar';
import { dayOfSerial } from '../../tables/dateText';
import { type FieldNames, initiativeNames, neededInitiativeFields, partnerNames } from '../../tables/fields';
import type { TableArea } from '../../tables/findTables';
import { initiativeColumns, partnerColumns } from '../../tables/headerRecognition';
import { formatMeaning } from '../../tables/numberFormat';
import type { ChosenColumn, ReadingChoices } from '../../tables/readingChoices';
import { usePane } from '../frame/paneContext';
import { SelectField } from '../parts/fields';
import { Quiet } from '../parts/page';
import { data as words } from '../sentences/data';

export type TableKind = 'partners' | 'initiatives';

const tables = {
  partners: { names: partnerNames as Readonly<Record<string, FieldNames>>, needed: ['partner'] as readonly string[], recognise: partnerColumns },
  initiatives: { names: initiativeNames as Readonly<Record<string, FieldNames>>, needed: neededInitiativeFields as readonly string[], recognise: initiativeColumns },
} as const;

const previewed = 3;
const longestPreview = 40;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: '12px', minWidth: 0 },
  intro: { display: 'flex', flexDirection: 'column', rowGap: '8px', alignItems: 'flex-start', fontSize: tokens.fontSizeBase300 },
});

/** The first values below the header, as the sheet shows them. */
function previewOf({ source, values, header, end }: TableArea<string>, column: number, date1904: boolean): string {
  const found: string[] = [];
  for (let row = header + 1; row < end && found.length < previewed; row += 1) {
    const value = values[row]?.[column];
    if (value === undefined || value === null || value === '') continue;
    const isDay = typeof value === 'number' && formatMeaning(source.formats?.[row]?.[column] ?? 'General').date;
    const day = isDay ? dayOfSerial(value, date1904) : null;
    found.push(day === null ? String(value).slice(0, longestPreview) : isoText(day));
  }
  return found.join(' · ');
}

export function ColumnEditor({ kind, area, choices, date1904 }: { readonly kind: TableKind; readonly area: TableArea<string>; readonly choices: ReadingChoices; readonly date1904: boolean }): ReactNode {
  const styles = useStyles();
  const { services, perform } = usePane();
  const { names, needed, recognise } = tables[kind];
  const cells = area.values[area.header] ?? [];
  const first = cells.findIndex((cell) => cell !== null && cell !== '');
  const headers = cells.flatMap((cell, column) => (typeof cell === 'string' && cell.trim() !== '' ? [{ column, header: cell.trim() }] : []));
  const recognised = recognise(cells).columns as Readonly<Record<string, number | undefined>>;
  const columns = area.mapping.columns as Readonly<Record<string, number | undefined>>;
  const chosen = choices[kind] as Readonly<Record<string, ChosenColumn | null | undefined>>;

  const save = (next: Readonly<Record<string, ChosenColumn | null | undefined>>, said: string): void => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, choice]) => choice !== undefined));
    void perform(() => services.readings.save({ ...choices, [kind]: kept }), said);
  };
  const choose = (field: string, value: string): void => {
    const column = value === '' ? null : Number(value);
    const header = headers.find((one) => one.column === column)?.header ?? null;
    const isRecognised = (recognised[field] ?? null) === column;
    const choice = isRecognised ? undefined : column === null || header === null ? null : { header, position: column - first };
    const name = names[field]?.name ?? field;
    save({ ...chosen, [field]: choice }, header === null ? words.readFromNone(name) : words.readFrom(name, header));
  };
  const chosenCount = Object.keys(chosen).length;
  return (
    <div className={styles.fields}>
      <div className={styles.intro}>
        <Quiet>{words.columnsIntro}</Quiet>
        {chosenCount > 0 && <Button size="small" onClick={() => save({}, words.recognisedAgain)}>{words.recogniseAgain}</Button>}
      </div>
      {Object.entries(names).map(([field, { name }]) => {
        const column = columns[field];
        const preview = column === undefined ? '' : previewOf(area, column, date1904);
        const isChosen = chosen[field] !== undefined;
        const hint = [isChosen ? words.chosen : '', column === undefined ? '' : preview === '' ? words.noValues : preview].filter((part) => part !== '').join(' · ');
        return (
          <SelectField
            key={field} label={needed.includes(field) ? words.neededColumn(name) : name} hint={hint === '' ? undefined : hint}
            fault={needed.includes(field) && column === undefined ? words.columnNeeded : undefined}
            value={column === undefined ? '' : String(column)} onChange={(value) => choose(field, value)}
            choices={[{ value: '', name: words.noColumn }, ...headers.map((one) => ({ value: String(one.column), name: one.header }))]}
          />
        );
      })}
    </div>
  );
}
