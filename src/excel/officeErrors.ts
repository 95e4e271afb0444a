/** Excel's refusals in words: one sentence each that says what happened and what to do. */
import type { Trouble } from './liveState';
import { NotAnswering } from './officeSync';

const sentences = {
  notAnswering: 'Excel has not answered for 30 seconds. If a cell is being edited or a dialog is open, finish it; then try again.',
  cellBeingEdited: 'A cell is being edited. Press Enter or Esc, then try again.',
  accessDenied: 'Excel refuses access: the workbook is read-only or protected. Save a copy or remove the protection, then try again.',
  tooLarge: 'There is more data than Excel hands over at once. Remove rows or columns that are not needed, then try again.',
  busy: 'Excel is busy. Try again in a moment.',
  tooMuchMemory: 'Excel has run out of memory or resources. Close other workbooks, then try again.',
  gone: 'A sheet, table or cell was renamed, moved or deleted while it was in use. Try again.',
  notSupported: 'This version of Excel lacks a function that is needed here. Update Excel, then try again.',
  nameTaken: 'A sheet of this name was added in the same moment. Try again.',
  offline: 'The connection to Excel was lost. Check the network, then try again.',
} as const;

const troubles: Readonly<Record<string, Trouble>> = {
  InvalidOperationInCellEditMode: { kind: 'cellBeingEdited', message: sentences.cellBeingEdited },
  AccessDenied: { kind: 'protected', message: sentences.accessDenied },
  Unauthenticated: { kind: 'protected', message: sentences.accessDenied },
  FilteredRangeConflict: { kind: 'unexpected', message: sentences.gone },
  RequestPayloadSizeLimitExceeded: { kind: 'tooLarge', message: sentences.tooLarge },
  ResponsePayloadSizeLimitExceeded: { kind: 'tooLarge', message: sentences.tooLarge },
  RangeExceedsLimit: { kind: 'tooLarge', message: sentences.tooLarge },
  MemoryLimitReached: { kind: 'tooLarge', message: sentences.tooMuchMemory },
  TooManyRequests: { kind: 'unexpected', message: sentences.busy },
  ServiceNotAvailable: { kind: 'unexpected', message: sentences.busy },
  HostIsBusy: { kind: 'unexpected', message: sentences.busy },
  ActivityLimitReached: { kind: 'unexpected', message: sentences.busy },
  Aborted: { kind: 'unexpected', message: sentences.busy },
  RequestAborted: { kind: 'unexpected', message: sentences.busy },
  Conflict: { kind: 'unexpected', message: sentences.busy },
  ItemNotFound: { kind: 'unexpected', message: sentences.gone },
  InvalidReference: { kind: 'unexpected', message: sentences.gone },
  InvalidBinding: { kind: 'unexpected', message: sentences.gone },
  InvalidSelection: { kind: 'unexpected', message: sentences.gone },
  ItemAlreadyExists: { kind: 'unexpected', message: sentences.nameTaken },
  ApiNotFound: { kind: 'unexpected', message: sentences.notSupported },
  ApiNotAvailable: { kind: 'unexpected', message: sentences.notSupported },
  NotImplemented: { kind: 'unexpected', message: sentences.notSupported },
  UnsupportedOperation: { kind: 'unexpected', message: sentences.notSupported },
  UnsupportedFeature: { kind: 'unexpected', message: sentences.notSupported },
  ConnectionFailure: { kind: 'unexpected', message: sentences.offline },
};

/** Any fault as trouble in words. What Excel says beyond its code is kept only where the code means nothing to a person. */
export function troubleOf(fault: unknown): Trouble {
  if (fault instanceof NotAnswering) return { kind: 'notAnswering', message: sentences.notAnswering };
  const known = troubles[codeOf(fault)];
  if (known !== undefined) return known;
  const said = fault instanceof Error ? fault.message : String(fault);
  return { kind: 'unexpected', message: `Excel could not do this: ${said.replace(/\.?\s*$/, '.')} Try again; nothing was changed.` };
}

/** Excel's code of a fault; '' where it has none. */
export function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
}

/** Whether asking for less at a time would help. */
export function isTooLarge(fault: unknown): boolean {
  return /^(Request|Response)PayloadSizeLimitExceeded$|^RangeExceedsLimit$/.test(codeOf(fault));
}
