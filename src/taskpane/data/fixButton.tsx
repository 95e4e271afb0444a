/** Writes into one cell what it most plainly means; the frame offers Undo. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellAddress } from '../../domain/cell';
import { cellPlace } from '../../tables/cellPlace';
import type { FoundTables } from '../../tables/findTables';
import type { Fix } from '../../tables/fixes';
import { usePane } from '../frame/paneContext';
import { data as words } from '../sentences/data';
import { type GoingOn, step } from './goingOn';

export function FixButton({ fix: { cell, value }, tables, take }: { readonly fix: Fix; readonly tables: FoundTables; readonly take: GoingOn['take'] }): ReactNode {
  const { edit, figures } = usePane();
  const address = cellAddress(cell);
  const text = typeof value === 'string' ? value : typeof value === 'number' ? figures.plain(value) : 'day' in value ? figures.day(value.day) : figures.plain(value.number);
  const write = (): Promise<boolean> => {
    const place = cellPlace(tables, cell);
    return edit({ cell, value, what: place === null ? address : words.cellOf(place.header, place.name) });
  };
  return <Button size="small" {...step} aria-label={words.writeInto(text, address)} onClick={() => void take(write)}>{words.write(text)}</Button>;
}
