/** One open workbook in Univer: how the parts of the port reach its sheets, and the one way in which all of them change it. */
import {
  CommandType, ICommandService, IUndoRedoService, type ICommandInfo, type IExecutionOptions, type IMutationInfo, type Injector, type Nullable,
  type Univer, type Workbook, type Worksheet,
} from '@univerjs/core';
import type { SheetId, WorkbookChange } from '../../host/workbookPort';
import { PortError } from '../../host/portError';
import type { StyleWords } from './cellStyles';
import type { Sidecar } from './sidecar';

/** A mutation and what takes it back. */
export interface Edit {
  readonly redo: IMutationInfo;
  readonly undo: IMutationInfo;
}

type Unsourced<C> = C extends unknown ? Omit<C, 'source'> : never;
/** A change as a writer announces it; who wrote is known from where it happens. */
export type Announcement = Unsourced<WorkbookChange>;

const SET_SIDECAR = 'workbench.mutation.set-sidecar';
interface SidecarParams {
  readonly unitId: string;
  readonly sidecar: Sidecar;
  /** Sets what no step of undo holds, too: settings, properties and custom XML. */
  readonly durable?: true;
}

type SidecarListener = (after: Sidecar, before: Sidecar) => void;

export class Engine {
  readonly injector: Injector;
  readonly unitId: string;
  readonly commands: ICommandService;
  private readonly undos: IUndoRedoService;
  private readonly changeListeners = new Set<(change: WorkbookChange) => void>();
  private readonly sidecarListeners: SidecarListener[] = [];
  private readonly disposables: { dispose(): void }[] = [];
  private group: Edit[] | null = null;
  private writing = 0;
  private current: Sidecar;

  constructor(readonly univer: Univer, readonly workbook: Workbook, readonly styles: StyleWords, sidecar: Sidecar) {
    this.injector = univer.__getInjector();
    this.unitId = workbook.getUnitId();
    this.commands = this.injector.get(ICommandService);
    this.undos = this.injector.get(IUndoRedoService);
    this.current = sidecar;
    this.disposables.push(
      this.commands.registerCommand({
        id: SET_SIDECAR,
        type: CommandType.MUTATION,
        handler: (_, params: SidecarParams) => {
          const before = this.current;
          const { settings, properties, customXmlParts } = before;
          this.current = params.durable === true ? params.sidecar : { ...params.sidecar, settings, properties, customXmlParts };
          for (const listener of this.sidecarListeners) listener(this.current, before);
          return true;
        },
      }),
    );
  }

  get sidecar(): Sidecar {
    return this.current;
  }

  /** Whether what happens now was asked for through the port. */
  get byAddIn(): boolean {
    return this.writing > 0;
  }

  worksheet(sheet: SheetId): Worksheet {
    const worksheet = this.workbook.getSheetBySheetId(sheet);
    if (worksheet === null || worksheet === undefined) throw new PortError('ItemNotFound', `There is no sheet "${sheet}" in this workbook.`);
    return worksheet;
  }

  sheetNamed = (name: string): SheetId | undefined => {
    const wanted = name.toLowerCase();
    return this.workbook.getSheets().find((sheet) => sheet.getName().toLowerCase() === wanted)?.getSheetId();
  };

  sheetName = (sheet: SheetId): string => this.worksheet(sheet).getName();

  sidecarEdit(after: Sidecar): Edit {
    return {
      redo: { id: SET_SIDECAR, params: { unitId: this.unitId, sidecar: after } satisfies SidecarParams },
      undo: { id: SET_SIDECAR, params: { unitId: this.unitId, sidecar: this.current } satisfies SidecarParams },
    };
  }

  /** Carries out edits as one step of undo, and tells what happened. */
  commit(edits: readonly Edit[], announcements: readonly Announcement[], source: 'addIn' | 'user' = 'addIn'): void {
    const execute = (): void => {
      for (const edit of edits) this.commands.syncExecuteCommand(edit.redo.id, edit.redo.params);
    };
    if (source === 'addIn') this.asAddIn(execute);
    else execute();
    if (this.group !== null) this.group.push(...edits);
    else if (edits.length > 0) this.remember(edits);
    for (const announcement of announcements) this.announceAddIn(announcement);
  }

  asAddIn(work: () => void): void {
    this.writing++;
    try {
      work();
    } finally {
      this.writing--;
    }
  }

  /** Replaces the sidecar as a step of undo. */
  commitSidecar(after: Sidecar, announcements: readonly Announcement[]): void {
    if (after !== this.current) this.commit([this.sidecarEdit(after)], announcements);
  }

  /** Takes over what the user changed in Univer's own models, which have their own undo. */
  adopt(after: Sidecar): void {
    this.commands.syncExecuteCommand(SET_SIDECAR, { unitId: this.unitId, sidecar: after } satisfies SidecarParams);
  }

  /** Replaces the sidecar outside undo; it must differ only in what no step of undo holds. */
  storeSidecar(after: Sidecar): void {
    this.asAddIn(() => this.commands.syncExecuteCommand(SET_SIDECAR, { unitId: this.unitId, sidecar: after, durable: true } satisfies SidecarParams));
  }

  undoGroup<T>(work: () => T): T {
    if (this.group !== null) return work();
    const group: Edit[] = [];
    this.group = group;
    try {
      return work();
    } finally {
      this.group = null;
      if (group.length > 0) this.remember(group);
    }
  }

  private remember(edits: readonly Edit[]): void {
    this.undos.pushUndoRedo({
      unitID: this.unitId,
      redoMutations: edits.map((edit) => edit.redo),
      undoMutations: edits.map((edit) => edit.undo).reverse(),
    });
  }

  announceAddIn(announcement: Announcement): void {
    this.announce({ ...announcement, source: 'addIn' });
  }

  announce(change: WorkbookChange): void {
    for (const listener of [...this.changeListeners]) listener(change);
  }

  onChange(listener: (change: WorkbookChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onSidecar(listener: SidecarListener): void {
    this.sidecarListeners.push(listener);
  }

  onCommand(listener: (command: ICommandInfo, options: Nullable<IExecutionOptions>) => void): void {
    this.disposables.push(this.commands.onCommandExecuted((command, options) => listener(command, options ?? null)));
  }

  /** Runs when the workbook is closed. */
  onDispose(dispose: () => void): void {
    this.disposables.push({ dispose });
  }

  dispose(): void {
    for (const disposable of this.disposables.splice(0).reverse()) disposable.dispose();
    this.changeListeners.clear();
  }
}
