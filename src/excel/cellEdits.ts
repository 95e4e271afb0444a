/** Writes single cells of the user's. */
import { type Clock, systemClock } from './clock';
import type { CellEdit, EditJournal, EditResult, Edits } from './editState';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { inExcel } from './officeSync';
import { resultOf } from './actionResult';
import { inert } from './writingGateway';

export class CellEdits implements Edits {
  private readonly listeners = new Set<() => void>();
  private journal: EditJournal = { last: null };

  constructor(private readonly live: LiveWorkbook, private readonly clock: Clock = systemClock) {}

  getState(): EditJournal {
    return this.journal;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async edit({ cell, value, what }: CellEdit): Promise<EditResult> {
    const written = typeof value === 'object' && value !== null ? value.day : value;
    const result = await resultOf(() => inExcel(async ({ context, sync }) => {
      context.workbook.worksheets.getItem(cell.sheet).getCell(cell.row, cell.column).untrack().values = [[inert(written)]];
      await sync();
    }, { clock: this.clock }));
    if (result.kind === 'failed') return result;
    await this.live.refresh();
    this.become({ last: { what, cell, to: String(written ?? '') } });
    return { kind: 'done', cell };
  }

  undo(): Promise<EditResult> {
    return Promise.resolve({ kind: 'failed', message: 'Nothing can be undone.' });
  }

  dismiss(): void {
    this.become({ last: null });
  }

  private become(journal: EditJournal): void {
    this.journal = journal;
    for (const listener of [...this.listeners]) listener();
  }
}

export const cellEdits = new CellEdits(livePortfolio);
