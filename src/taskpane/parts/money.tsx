/** An amount: short to the eye, exact on hover and to screen readers. */
import type { ReactNode } from 'react';
import type { Minor } from '../../domain/measure';
import { usePane } from '../frame/paneContext';
import { Hidden } from './hidden';

export function Money({ amount, currency }: { readonly amount: Minor; readonly currency: string | null }): ReactNode {
  const { figures } = usePane();
  const exact = figures.exactMoney(amount, currency);
  return (
    <span title={exact}>
      <span aria-hidden>{figures.money(amount)}</span>
      <Hidden>{exact}</Hidden>
    </span>
  );
}
