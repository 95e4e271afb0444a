/** A workbook in the real engine, Microsoft's office.js over it, and every request counted: what the Office layer is tested on. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Fault, RequestSeen, ResponseSeen } from '../../src/host/requestHooks';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { readXlsx } from '../../src/workbench/xlsx/readXlsx';
import { openOffice } from '../host/openOffice';
import type { OpenOffice } from '../host/openOffice';
import type { OfficeInNodeOptions } from '../host/officeInNode';

export interface AddIn extends OpenOffice {
  /** Requests that asked or changed anything in the workbook, answered or not, since the last `forget`. */
  readonly requests: readonly RequestSeen[];
  readonly answers: readonly ResponseSeen[];
  /** Requests in which results of functions were handed over. */
  readonly results: readonly RequestSeen[];
  forget(): void;
  /** What goes wrong with the next requests. */
  breakWith(fault: ((request: RequestSeen) => Fault | undefined) | null): void;
}

/** The sources say `Office` and `Excel` when they run, as in Excel's own page. */
export async function openAddIn(snapshot: WorkbookSnapshot, options: OfficeInNodeOptions = {}): Promise<AddIn> {
  const requests: RequestSeen[] = [];
  const answers: ResponseSeen[] = [];
  const results: RequestSeen[] = [];
  let broken: ((request: RequestSeen) => Fault | undefined) | null = null;
  const office = await openOffice(snapshot, {
    ...options,
    onRequest: (request) => {
      if (request.kind === 'functions') results.push(request);
      if (request.kind !== 'workbook' && request.kind !== 'cleanup') return undefined;
      requests.push(request);
      return broken?.(request);
    },
    onResponse: (response) => {
      if (response.kind === 'workbook') answers.push(response);
    },
  });
  const { Office, Excel, CustomFunctions } = office;
  Object.assign(globalThis, { Office, Excel, CustomFunctions });
  return {
    ...office,
    requests,
    answers,
    results,
    forget: () => {
      requests.length = 0;
      answers.length = 0;
      results.length = 0;
    },
    breakWith: (fault) => {
      broken = fault;
    },
  };
}

export function sampleWorkbook(): WorkbookSnapshot {
  const opened = readXlsx(new Uint8Array(readFileSync(resolve(__dirname, '../../assets/sample.xlsx'))), 'sample.xlsx');
  if (!opened.ok) throw new Error('The sample cannot be read.');
  return opened.snapshot;
}
