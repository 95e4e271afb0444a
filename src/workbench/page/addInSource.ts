/** What the page learns from its server: the add-in, its functions, and the workbook that was asked for. */
import type { HostFunction } from '../../host/customFunctions';
import type { AddIn } from '../addin/addIn';
import { readFunctions } from '../addin/functionsMetadata';

export interface AddInSource {
  readonly addIn: AddIn;
  readonly functions: readonly HostFunction[];
  /** Why there are no functions although the manifest has some. */
  readonly trouble: string | null;
}

interface Description {
  readonly addIn: AddIn;
  readonly workbook: string | null;
}

export interface Source extends AddInSource {
  /** The workbook that was asked for, its bytes on the way; `null` for a new one. */
  readonly workbook: { readonly fileName: string; readonly bytes: Uint8Array } | null;
}

export async function loadSource(): Promise<Source> {
  const { addIn, workbook: fileName } = await fetch('/workbench/addin.json').then((answer) => answer.json() as Promise<Description>);
  const [functions, workbook] = await Promise.all([loadFunctions(addIn), fileName === null ? null : loadWorkbook(fileName)]);
  return { addIn, ...functions, workbook };
}

async function loadWorkbook(fileName: string): Promise<NonNullable<Source['workbook']>> {
  const answer = await fetch('/workbench/workbook');
  return { fileName, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function loadFunctions({ functions: source }: AddIn): Promise<Pick<Source, 'functions' | 'trouble'>> {
  if (source === null) return { functions: [], trouble: null };
  const answer = await fetch(source.metadata);
  if (!answer.ok) return { functions: [], trouble: `${source.metadata} was not found.` };
  const read = readFunctions(await answer.text(), source.namespace);
  return read.ok ? { functions: read.functions, trouble: null } : { functions: [], trouble: read.sentence };
}
