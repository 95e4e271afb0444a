/** The workbench's page: opens the workbook that was asked for with the add-in beside it, and then others as the person wishes. */
import { readXlsx } from '../xlsx/readXlsx';
import { loadSource } from './addInSource';
import type { Source } from './addInSource';
import { download } from './download';
import { madePdf } from './madePdf';
import { part } from './element';
import { fileDrop } from './fileDrop';
import { newWorkbook } from './newWorkbook';
import { paneEdge } from './paneEdge';
import { ask } from './question';
import { ribbon } from './ribbon';
import { SENTENCES } from './sentences';
import { openSession } from './session';
import type { Desk, OpenedFile, Session } from './session';
import { outsideTheGrid, shortcuts } from './shortcuts';
import { statusBar } from './statusBar';
import { titleBar } from './titleBar';

const IDLE_WAIT_MS = 1000;

class Page {
  private session: Session | null = null;
  private unsaved = false;
  private readonly bar = titleBar(part('.title-bar'), {
    open: (file) => void this.open(file), save: () => void this.save(), saveSheet: () => void this.saveSheet('xlsx'), savePdf: () => void this.saveSheet('pdf'),
  });
  private readonly status = statusBar(part('.status'));
  private readonly desk: Desk;

  constructor(private readonly source: Source) {
    this.desk = {
      grid: part('.grid'),
      pane: part('.pane'),
      status: this.status,
      ribbon: ribbon(part('.ribbon'), source.addIn, (button) => this.session?.press(button)),
      onUnsaved: () => this.mark(true),
    };
    paneEdge(part('.pane-edge'), (pixels) => document.body.style.setProperty('--pane-width', `${pixels}px`));
    shortcuts({ z: () => this.session?.workbook.undo(), y: () => this.session?.workbook.redo() }, outsideTheGrid);
    fileDrop((file) => void this.open(file), (sentence) => this.status.warn(sentence));
    window.addEventListener('beforeunload', (event) => {
      if (this.unsaved) event.preventDefault();
    });
  }

  start(): void {
    const { workbook, trouble } = this.source;
    const read = workbook && this.read(workbook.bytes, workbook.fileName);
    this.show(read?.file ?? { snapshot: newWorkbook(), package: null });
    if (read?.sentence) this.status.warn(read.sentence);
    else if (trouble !== null) this.status.warn(SENTENCES.noFunctions(trouble));
    else this.status.stand(null);
  }

  private async open(file: File): Promise<void> {
    const read = this.read(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!read.file) return this.status.warn(SENTENCES.notOpened(read.sentence));
    const current = this.session?.fileName ?? '';
    if (this.unsaved && !(await ask({ title: SENTENCES.discardTitle(current), intro: SENTENCES.discardIntro, items: [], yes: SENTENCES.discard }))) return;
    // The grid checks validations of other sheets when the page is idle, and would look for a workbook that is closed by then.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: IDLE_WAIT_MS }));
    this.show(read.file);
    this.status.tell(SENTENCES.opened(file.name));
  }

  private async save(): Promise<void> {
    const { session } = this;
    if (!session) return;
    try {
      const { bytes, notes } = session.write();
      const file = session.fileName;
      if (notes.length > 0 && !(await ask({ title: SENTENCES.saveTitle(file), intro: SENTENCES.saveIntro, items: notes, yes: SENTENCES.saveAnyway }))) return;
      download(bytes, file);
      this.mark(false);
      this.status.tell(SENTENCES.saved(file));
    } catch (fault) {
      this.status.warn(SENTENCES.notSaved(fault instanceof Error ? fault.message : String(fault)));
    }
  }

  /** What is on the other sheets stays unsaved. */
  private async saveSheet(as: 'xlsx' | 'pdf'): Promise<void> {
    const { session } = this;
    if (!session) return;
    try {
      const { name, bytes } = session.writeSheet();
      if (as === 'pdf') this.status.tell(SENTENCES.makingPdf);
      download(as === 'pdf' ? await madePdf(bytes) : bytes, `${name}.${as}`);
      this.status.tell(SENTENCES.saved(`${name}.${as}`));
    } catch (fault) {
      this.status.warn(SENTENCES.sheetNotSaved(fault instanceof Error ? fault.message : String(fault)));
    }
  }

  private read(bytes: Uint8Array, fileName: string): { readonly file: OpenedFile; readonly sentence: null } | { readonly file: null; readonly sentence: string } {
    const opened = readXlsx(bytes, fileName, this.source.addIn);
    return opened.ok ? { file: opened, sentence: null } : { file: null, sentence: opened.sentence };
  }

  private show(file: OpenedFile): void {
    this.session?.close();
    this.session = openSession(this.desk, this.source, file);
    this.mark(false);
  }

  private mark(unsaved: boolean): void {
    this.unsaved = unsaved;
    this.bar.show(this.session?.fileName ?? '', unsaved);
  }
}

loadSource()
  .then((source) => new Page(source).start())
  .catch((fault: unknown) => statusBar(part('.status')).warn(SENTENCES.notStarted(fault instanceof Error ? fault.message : String(fault))));
