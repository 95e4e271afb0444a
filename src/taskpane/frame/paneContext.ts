/** What every page of the pane can reach: the workbook's services, its way of writing numbers, and how to act and to speak. */
import { createContext, useContext } from 'react';
import type { CellRef } from '../../domain/cell';
import type { ActionResult } from '../../excel/actionResult';
import type { CellEdit } from '../../excel/editState';
import type { Figures } from '../figures';
import type { PaneServices } from '../paneServices';

export interface PaneReach {
  readonly services: PaneServices;
  readonly figures: Figures;
  /** Selects a cell in the sheet and says so. */
  select(cell: CellRef): void;
  /** Carries out a press on the workbook: `said` is spoken when done, a failure is shown. Resolves to whether it was done. */
  perform(action: () => Promise<ActionResult>, said: string): Promise<boolean>;
  /** Writes one cell, after asking where somebody changed it meanwhile; resolves to whether it holds the value now. The frame says what came of it and offers Undo. */
  edit(edit: CellEdit): Promise<boolean>;
  /** Speaks to screen readers, without moving anything. */
  announce(sentence: string): void;
}

const PaneContext = createContext<PaneReach | null>(null);
export const PaneProvider = PaneContext.Provider;

export function usePane(): PaneReach {
  const reach = useContext(PaneContext);
  if (reach === null) throw new Error('A page of the pane was rendered outside the pane.');
  return reach;
}
