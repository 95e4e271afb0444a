/** A workbook in the real engine with Microsoft's office.js over it, and short ways to ask for what a test expects. */
import { openHeadless } from '../workbench/openHeadless';
import type { EngineWorkbook } from '../workbench/openHeadless';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { officeInNode } from './officeInNode';
import type { OfficeInNode, OfficeInNodeOptions } from './officeInNode';

export interface OpenOffice extends OfficeInNode {
  readonly port: EngineWorkbook;
  /** Runs one batch and hands back what its function returned, read after the sync. */
  ask<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T>;
  /** Runs one batch that is expected to fail. */
  refusal(queue: (context: Excel.RequestContext) => void): Promise<OfficeExtension.Error>;
}

export async function openOffice(snapshot: WorkbookSnapshot, options: OfficeInNodeOptions = {}): Promise<OpenOffice> {
  const port = openHeadless(snapshot);
  const office = await officeInNode(port, options);
  const { Excel } = office;
  return {
    ...office,
    port,
    ask: (queue) =>
      Excel.run(async (context) => {
        const read = queue(context);
        await context.sync();
        return read();
      }),
    refusal: (queue) =>
      Excel.run(async (context) => {
        queue(context);
        await context.sync();
      }).then(
        () => Promise.reject(new Error('Excel refused nothing.')),
        (error: OfficeExtension.Error) => error,
      ),
    close: () => {
      office.close();
      port.dispose();
    },
  };
}

interface Loadable {
  load(paths: string): unknown;
  toJSON(): object;
}

/** Loads `paths` of an object and gives back the way to read it as plain JSON. */
export function loaded(object: Loadable, paths: string): () => Readonly<Record<string, unknown>> {
  object.load(paths);
  return () => object.toJSON() as Readonly<Record<string, unknown>>;
}
