/** What a review leaves in the product's own tables: snapshots in History, and what it asks to be decided. One unit with its sheet. */
import type { DecisionsWriter } from './decisionsWriter';
import type { HistoryWriter } from './historyWriter';
import type { Builder } from './newSheets';
import type { ExcelSession } from './officeSync';
import { removeRuns } from './ownRows';
import { Room, type RowsStep } from './ownTables';
import { runOf } from './sheetMark';

const filterBytes = 1_000;

export class ReviewRecords {
  private room: Room | null = null;

  constructor(private readonly history: HistoryWriter | null, private readonly decisions: DecisionsWriter | null) {}

  /** In the request that sees what stands in the way. */
  look(context: Excel.RequestContext): () => void {
    const answered = [this.history?.table.look(context), this.decisions?.table.look(context)];
    return () => {
      for (const look of answered) look?.();
    };
  }

  /** What to ask for before the review is finished. */
  steps(context: Excel.RequestContext, builder: Builder): RowsStep[] {
    const room = new Room(builder);
    this.room = room;
    const run = runOf(builder.write);
    const clearFilters = (): void => {
      this.history?.table.clearFilters(context);
      this.decisions?.table.clearFilters(context);
    };
    return [{ bytes: filterBytes, run: clearFilters }, ...(this.history?.steps(context, room, run) ?? []), ...(this.decisions?.steps(context, room, run) ?? [])];
  }

  /** In the request that finishes the review, before it does so. */
  finish(context: Excel.RequestContext): void {
    this.room?.finish();
    this.history?.finish(context);
  }

  removeSuperseded(context: Excel.RequestContext): void {
    this.history?.removeSuperseded(context);
  }

  /** Where the review could not be written: takes its rows back. A sheet of their own goes as a whole. */
  async undo(session: ExcelSession, write: string): Promise<void> {
    const places = [this.history?.table.place, this.decisions?.table.place];
    const sheetIds = places.flatMap((place) => (place === undefined || place.kind === 'newSheet' ? [] : [place.sheetId]));
    await removeRuns(session, [...new Set(sheetIds)], new Set([runOf(write)]));
  }
}
