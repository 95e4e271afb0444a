/** The headless engine: what tests and the command line open workbooks with. */
import type { WorkbookSnapshot } from '../workbookSnapshot';
import { createHeadlessUniver } from './headlessUniver';
import { openWorkbook, type EngineWorkbook } from './openWorkbook';

export type { EngineWorkbook } from './openWorkbook';

/** Opens a workbook in an engine of its own; `dispose` ends both. */
export function openHeadless(snapshot: WorkbookSnapshot): EngineWorkbook {
  const univer = createHeadlessUniver();
  const workbook = openWorkbook(univer, snapshot);
  const close = workbook.dispose.bind(workbook);
  return Object.defineProperty(workbook, 'dispose', {
    value: () => {
      close();
      univer.dispose();
    },
  });
}
