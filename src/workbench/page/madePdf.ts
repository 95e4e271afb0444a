/** A sheet as PDF, by the server of the page: a browser cannot make one by itself. */
import { XLSX_TYPE } from '../xlsx/xlsxType';

/** Throws what the server says where it cannot. */
export async function madePdf(workbook: Uint8Array): Promise<Uint8Array> {
  const answer = await fetch('/workbench/pdf', { method: 'POST', headers: { 'Content-Type': XLSX_TYPE }, body: new Uint8Array(workbook) });
  if (!answer.ok) throw new Error(await answer.text());
  return new Uint8Array(await answer.arrayBuffer());
}
