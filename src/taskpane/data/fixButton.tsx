/** Writes into one cell what it most plainly means; the frame offers Undo. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellAddress } from '../../domain/cell';
import type { Fix } from '../../tables/fixes';
import { usePane } from '../frame/paneContext';
import { data as words } from '../sentences/data';

/** By this the page finds the next one to go on with. */
export const fixMark = 'data-fix';

export function FixButton({ fix: { cell, value, shown }, onFixed }: { readonly fix: Fix; readonly onFixed: () => void }): ReactNode {
  const { edit, figures } = usePane();
  const address = cellAddress(cell);
  const text = typeof value === 'object' ? figures.day(value.day) : typeof value === 'number' ? shown : value;
  const write = async (): Promise<void> => {
    if (await edit({ cell, value, what: words.cell })) onFixed();
  };
  return <Button size="small" {...{ [fixMark]: '' }} aria-label={words.writeInto(text, address)} onClick={() => void write()}>{words.write(text)}</Button>;
}
