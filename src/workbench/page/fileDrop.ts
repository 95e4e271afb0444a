/** A workbook dropped anywhere on the page. */
import { element } from './element';
import { SENTENCES } from './sentences';

export function fileDrop(onFile: (file: File) => void, onTrouble: (sentence: string) => void): void {
  const veil = element('div', { class: 'drop-veil', hidden: true }, element('p', {}, SENTENCES.drop));
  document.body.append(veil);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', react: (event: DragEvent) => void): void => {
    // Before the grid, which would take the drop for a picture.
    window.addEventListener(type, (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      react(event);
    }, true);
  };
  on('dragenter', () => { veil.hidden = false; });
  on('dragover', (event) => { if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'; });
  on('dragleave', (event) => { if (event.relatedTarget === null) veil.hidden = true; });
  on('drop', (event) => {
    veil.hidden = true;
    const files = event.dataTransfer?.files;
    const file = files?.[0];
    if (files?.length === 1 && file) onFile(file);
    else onTrouble(SENTENCES.oneFile);
  });
}
