/** Hands bytes to the browser as a file in the person's downloads. */
import { XLSX_TYPE } from '../xlsx/xlsxType';

export function download(bytes: Uint8Array, fileName: string): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: fileName.endsWith('.pdf') ? 'application/pdf' : XLSX_TYPE }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser takes its own hold of the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
