/** The bar at the top: which file is open, Open, Save, the sheet as a file or as PDF, and where this differs from Excel. */
import { XLSX_TYPE } from '../xlsx/xlsxType';
import { element } from './element';
import { icon } from './icons';
import { SENTENCES } from './sentences';
import { shortcuts } from './shortcuts';

const WORKBOOKS = `.xlsx,.xlsm,${XLSX_TYPE}`;

export interface TitleBar {
  show(file: string, unsaved: boolean): void;
}

export interface TitleBarActions {
  readonly open: (file: File) => void;
  readonly save: () => void;
  readonly saveSheet: () => void;
  readonly savePdf: () => void;
}

export function titleBar(bar: HTMLElement, actions: TitleBarActions): TitleBar {
  const name = element('h1', { class: 'file-name' });
  const input = element('input', { type: 'file', accept: WORKBOOKS, hidden: true, 'aria-label': SENTENCES.openTip });
  const open = element('button', { type: 'button', title: SENTENCES.openTip }, icon('open'), SENTENCES.open);
  const save = element('button', { type: 'button', title: SENTENCES.saveTip }, icon('save'), SENTENCES.save);
  const saveSheet = element('button', { type: 'button', title: SENTENCES.saveSheetTip }, icon('save'), SENTENCES.saveSheet);
  const differs = element('a', { href: '/workbench/differs.html', target: '_blank', rel: 'noopener', class: 'differs' }, icon('differs'), SENTENCES.differs);
  const savePdf = element('button', { type: 'button', title: SENTENCES.savePdfTip }, icon('save'), SENTENCES.savePdf);
  bar.append(open, save, saveSheet, savePdf, name, input, differs);

  open.addEventListener('click', () => input.click());
  save.addEventListener('click', actions.save);
  saveSheet.addEventListener('click', actions.saveSheet);
  savePdf.addEventListener('click', actions.savePdf);
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // The same file may be chosen again after it was mended.
    input.value = '';
    if (file) actions.open(file);
  });
  shortcuts({ o: () => input.click(), s: actions.save });
  return {
    show: (file, unsaved) => {
      name.replaceChildren(file, ...(unsaved ? [element('span', { class: 'unsaved', title: SENTENCES.unsaved }, `, ${SENTENCES.unsaved}`)] : []));
      document.title = file;
    },
  };
}
