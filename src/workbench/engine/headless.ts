/** The headless engine: what tests and the command line open workbooks with. */
import type { WorkbookSnapshot } from '../workbookSnapshot';
import { createHeadlessUniver } from './headlessUniver';
import { openWorkbook, type EngineWorkbook } from './openWorkbook';

export type { EngineWorkbook } from './openWorkbook';

/** Opens a workbook in an engine of its own; `dispose` ends both. */
export function openHeadless(snapshot: WorkbookSnapshot): EngineWorkbook {
  const univer = createHeadlessUniver();
  return openWorkbook(univer, snapshot, { close: () => univer.dispose() });
}
