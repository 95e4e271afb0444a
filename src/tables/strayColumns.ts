/** Columns that somebody chose and that are not where they were: renamed in their place, or gone. */
import { type Mapping, correctionColumns, initiativeColumns, partnerColumns } from './headerRecognition';
import type { FoundTables, TableArea } from './findTables';
import { type ChosenColumn, type ChosenKind, type ReadingChoices, choiceOf, chosenKinds, findChosen } from './readingChoices';
import type { SourceValue } from './source';

const recognisers: Readonly<Record<ChosenKind, (cells: readonly SourceValue[]) => Mapping<string>>> = {
  partners: (cells) => partnerColumns(cells),
  initiatives: (cells) => initiativeColumns(cells),
  corrections: (cells) => correctionColumns(cells),
};

/** The table of a kind, or what comes close to one where there is none: its columns are the ones to choose from. */
export function areaToChooseFrom({ nearly, ...found }: FoundTables, kind: ChosenKind): TableArea<string> | null {
  return (found[kind] ?? (kind === 'corrections' ? null : nearly[kind])) as TableArea<string> | null;
}

/** What the headers mean by themselves. */
export const recognisedBy = (kind: ChosenKind, cells: readonly SourceValue[]): Mapping<string> => recognisers[kind](cells);

export interface StrayColumn {
  readonly kind: ChosenKind;
  readonly field: string;
  readonly chosen: ChosenColumn;
  /** As it stands in the old place under its new header; `null`: it is gone. */
  readonly now: ChosenColumn | null;
}

export function strayColumns(tables: FoundTables, choices: ReadingChoices): readonly StrayColumn[] {
  return chosenKinds.flatMap((kind) => {
    const area = areaToChooseFrom(tables, kind);
    const cells = area?.values[area.header] ?? [];
    const { columns, duplicates } = recognisedBy(kind, cells);
    const meaning = new Set([...Object.values(columns as Readonly<Record<string, number>>), ...duplicates.map(({ column }) => column)]);
    return Object.entries(choices[kind]).flatMap(([field, chosen]): StrayColumn[] => {
      if (chosen === null) return [];
      const found = findChosen(cells, chosen, (column) => meaning.has(column));
      if (found !== null && !found.renamed) return [];
      return [{ kind, field, chosen, now: found === null ? null : choiceOf(cells, found.column) }];
    });
  });
}
