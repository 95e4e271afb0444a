/** One workbook open on the page: its grid, the host in front of it, and the add-in's pages beside it. */
import { ThemeService } from '@univerjs/core';
import type { Univer } from '@univerjs/core';
import { connectOffice } from '../../host/connectOffice';
import { hostInfoQuery } from '../../host/applicationContext';
import { OfficeHost } from '../../host/officeHost';
import type { WorkbookChange } from '../../host/workbookPort';
import type { AddInPage, RibbonButton } from '../addin/addIn';
import { openOnPage } from '../engine/pageUniver';
import type { EngineWorkbook } from '../engine/openWorkbook';
import type { WorkbookSnapshot } from '../workbookSnapshot';
import { cellReference } from '../xlsx/references';
import { loneXlsx } from '../xlsx/loneXlsx';
import { writeXlsx } from '../xlsx/writeXlsx';
import type { WrittenXlsx } from '../xlsx/writeXlsx';
import type { XlsxPackage } from '../xlsx/xlsxPackage';
import type { AddInSource } from './addInSource';
import { darkScheme, officeTheme } from './officeTheme';
import { pane } from './pane';
import type { Ribbon } from './ribbon';
import { SENTENCES } from './sentences';
import type { StatusBar } from './statusBar';

const LANGUAGE = 'en-US';

export interface OpenedFile {
  readonly snapshot: WorkbookSnapshot;
  /** The file it came from; `null` for a new workbook. */
  readonly package: XlsxPackage | null;
}

export interface Desk {
  readonly grid: HTMLElement;
  readonly pane: HTMLElement;
  readonly status: StatusBar;
  readonly ribbon: Ribbon;
  /** Told whenever the workbook comes to differ from what was last saved. */
  readonly onUnsaved: () => void;
}

export interface Session {
  readonly fileName: string;
  readonly workbook: EngineWorkbook;
  press(button: RibbonButton): void;
  write(): WrittenXlsx;
  /** The sheet in view as a file of its own. */
  writeSheet(): { readonly name: string; readonly bytes: Uint8Array };
  close(): void;
}

export function openSession(desk: Desk, { addIn, functions }: AddInSource, file: OpenedFile): Session {
  const workbook = openOnPage(desk.grid, file.snapshot);
  const host = new OfficeHost(workbook, {
    // The pane reads from right to left where the person does; numbers and dates are the workbook's affair.
    displayLanguage: navigator.language,
    contentLanguage: LANGUAGE,
    onPane: (visible) => (visible ? beside.show(null) : beside.hide()),
    onButtonEnabled: (button, enabled) => desk.ribbon.enable(button, enabled),
    onOpenBrowserWindow: (url) => window.open(url, '_blank', 'noopener'),
  });
  const address = (page: AddInPage): string => {
    const query = hostInfoQuery(LANGUAGE, { sharedRuntime: page.roles.length > 1, customFunctions: page.roles.includes('functions') });
    return `${page.url}${page.url.includes('?') ? '&' : '?'}${query}`;
  };
  const beside = pane(desk.pane, addIn, {
    address,
    connect: (page, opened) => {
      const session = connectOffice(opened, host, page.roles.join('+'));
      return { dispose: () => session.close() };
    },
    onVisible: (visible) => host.setPaneVisible(visible),
  });

  const followTheme = (): void => {
    host.theme = officeTheme();
    showDark(workbook.univer, darkScheme.matches);
  };
  darkScheme.addEventListener('change', followTheme);
  const stopFollowing = workbook.onChange((change) => {
    if (changesTheFile(change)) desk.onUnsaved();
    desk.status.stand(functionFault(workbook));
  });
  followTheme();
  host.registerFunctions(functions);
  beside.start();
  beside.show(null);

  return {
    fileName: workbook.fileName,
    workbook,
    press: ({ id, label, action }) => {
      if (action.kind === 'showPane') return beside.show(action.page);
      desk.ribbon.busy(id, true);
      void host.pressRibbonButton(action.functionName, id)
        .catch((fault: unknown) => desk.status.warn(SENTENCES.noCommand(label, fault instanceof Error ? fault.message : String(fault))))
        .finally(() => desk.ribbon.busy(id, false));
    },
    write: () => writeXlsx(workbook.snapshot(), file.package, addIn),
    writeSheet: () => {
      const { snapshot } = workbook.snapshot();
      const name = snapshot.sheets.find(({ id }) => id === snapshot.activeSheet)?.name ?? '';
      return { name, bytes: loneXlsx(snapshot, new Set([snapshot.activeSheet]), { title: name, author: null }) };
    },
    close: () => {
      darkScheme.removeEventListener('change', followTheme);
      stopFollowing();
      beside.close();
      host.dispose();
      workbook.dispose();
    },
  };
}

function showDark(univer: Univer, dark: boolean): void {
  univer.__getInjector().get(ThemeService).setDarkMode(dark);
}

function changesTheFile({ kind, source }: WorkbookChange): boolean {
  return source !== 'calculation' && kind !== 'selection' && kind !== 'sheetActivated' && kind !== 'calculated';
}

/** Why the selected cell shows an error, where a custom function said why. */
function functionFault(workbook: EngineWorkbook): string | null {
  const { sheet, areas } = workbook.selection();
  const area = areas[0];
  if (!area) return null;
  const { row, column } = area;
  const message = workbook.errorMessage(sheet, row, column);
  const value = message === undefined ? null : workbook.values(sheet, { row, column, rows: 1, columns: 1 })[0]?.[0];
  return message !== undefined && typeof value === 'object' && value !== null ? SENTENCES.cellFault(cellReference(row, column), value.error, message) : null;
}
