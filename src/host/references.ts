/** Ranges that a page keeps beyond its sync: they follow the cells when rows and columns are inserted or deleted. */
import type { OfficeObject } from './objectModel';
import { OfficeError } from './officeError';
import type { WorkbookChange } from './workbookPort';

/** The changes after which cells stand elsewhere. */
const moving: ReadonlySet<WorkbookChange['kind']> = new Set(['rowsInserted', 'rowsDeleted', 'columnsInserted', 'columnsDeleted']);

export class References {
  private readonly kept = new Map<string, OfficeObject | null>();
  private last = 0;

  keep(object: OfficeObject): string {
    this.last += 1;
    const id = `r${this.last}`;
    this.kept.set(id, object);
    return id;
  }

  get(id: string): OfficeObject {
    const object = this.kept.get(id);
    if (object === undefined || object === null) throw new OfficeError('InvalidReference');
    return object;
  }

  remove(id: string): void {
    this.kept.delete(id);
  }

  clear(): void {
    this.kept.clear();
  }

  follow(change: WorkbookChange): void {
    if (!moving.has(change.kind)) return;
    for (const [id, object] of this.kept) if (object !== null) this.kept.set(id, object.after(change));
  }
}
