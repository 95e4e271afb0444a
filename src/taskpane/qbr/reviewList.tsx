/** The reviews that the workbook holds already, each a press away from its sheet. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Shelf } from '../../excel/reviews';
import { usePane } from '../frame/paneContext';
import { GrowingList } from '../parts/growingList';
import { Quiet, Section } from '../parts/page';
import { RowButton } from '../parts/row';
import { frame } from '../sentences/frame';
import { qbr as words } from '../sentences/qbr';

const step = 8;

export type ShelfState = { readonly kind: 'looking' } | { readonly kind: 'failed' } | { readonly kind: 'known'; readonly shelf: Shelf };

/** Looks again whenever `after` is another value; what is known stays in sight until then. */
export function useShelf(after: unknown): readonly [ShelfState, () => void] {
  const { services: { reviews } } = usePane();
  const [state, setState] = useState<ShelfState>({ kind: 'looking' });
  const look = useCallback(() => {
    void reviews.shelf().then((shelf) => setState({ kind: 'known', shelf }), () => setState({ kind: 'failed' }));
  }, [reviews]);
  useEffect(look, [look, after]);
  return [state, look];
}

export function ReviewList({ state, onOpened }: { readonly state: ShelfState; readonly onOpened: () => void }): ReactNode {
  const { services, perform } = usePane();
  if (state.kind === 'looking') return null;
  // A sheet that is gone is told of, and then no longer listed.
  const open = (sheet: string): void => void perform(() => services.activateSheet(sheet), frame.selected(sheet)).then(onOpened);
  const sheets = state.kind === 'known' ? state.shelf.sheets : [];
  return (
    <Section title={words.earlier}>
      {state.kind === 'failed' && <Quiet>{words.earlierUnknown}</Quiet>}
      {state.kind === 'known' && sheets.length === 0 && <Quiet>{words.noEarlier}</Quiet>}
      {sheets.length > 0 && (
        <GrowingList items={sheets} step={step} label={words.earlier} keyOf={({ name }) => name}>
          {({ name, quarter, partner, hidden }) => <RowButton name={name} reason={words.earlierOf(quarter, partner, hidden)} onPress={() => open(name)} />}
        </GrowingList>
      )}
    </Section>
  );
}
