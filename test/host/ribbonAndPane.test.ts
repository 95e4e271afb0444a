import { sheet, workbook } from '../workbench/engine/snapshots';
import { openOffice } from './openOffice';
import type { OpenOffice } from './openOffice';

let office: OpenOffice;
const pane: boolean[] = [];
const buttons: [string, boolean][] = [];
const opened: string[] = [];
beforeAll(async () => {
  office = await openOffice(workbook([sheet('Data', [])]), {
    onPane: (visible) => void pane.push(visible),
    onButtonEnabled: (button, enabled) => void buttons.push([button, enabled]),
    onOpenBrowserWindow: (url) => void opened.push(url),
  });
});
afterAll(() => office.close());

describe('a ribbon button', () => {
  it('is done when the add-in says so, and knows which button it was', async () => {
    let isDone = false;
    let source = '';
    office.Office.actions.associate('WriteQbr', (event: Office.AddinCommands.Event) => {
      source = event.source.id;
      setTimeout(() => {
        isDone = true;
        event.completed();
      }, 30);
    });
    await office.host.pressRibbonButton('WriteQbr', 'WriteQbrButton');
    expect([isDone, source]).toEqual([true, 'WriteQbrButton']);
  });

  it('can work in the workbook', async () => {
    office.Office.actions.associate('Stamp', (event: Office.AddinCommands.Event) => {
      void office.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Data').getRange('A1').values = [['stamped']];
        await context.sync();
      }).finally(() => event.completed());
    });
    await office.host.pressRibbonButton('Stamp');
    expect(office.port.values('data', { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([['stamped']]);
  });

  it('fails where the add-in has no function for it, or never completes', async () => {
    await expect(office.host.pressRibbonButton('Nothing')).rejects.toThrow('no function for this button');
    office.Office.actions.associate('Forgetful', () => undefined);
    await expect(office.host.pressRibbonButton('Forgetful', 'Forgetful', 50)).rejects.toThrow('did not complete');
  });

  it('fails when its page is closed', async () => {
    const other = await openOffice(workbook([sheet('Data', [])]));
    other.Office.actions.associate('Long', () => undefined);
    const pressed = other.host.pressRibbonButton('Long');
    const failed = expect(pressed).rejects.toThrow('closed');
    await new Promise((resolve) => setTimeout(resolve, 10));
    other.close();
    await failed;
  });

  it('is enabled and disabled by the add-in', async () => {
    await office.Office.ribbon.requestUpdate({
      tabs: [{ id: 'TabHome', groups: [{ id: 'Group', controls: [{ id: 'WriteQbrButton', enabled: false }] }] }],
    });
    expect(buttons).toEqual([['WriteQbrButton', false]]);
  });
});

describe('the pane', () => {
  it('is shown and hidden by the add-in, which hears of it', async () => {
    const modes: string[] = [];
    const stop = await office.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void modes.push(visibilityMode));
    await office.Office.addin.showAsTaskpane();
    await office.Office.addin.hide();
    office.host.setPaneVisible(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pane).toEqual([true, false]);
    expect(modes).toEqual(['Taskpane', 'Hidden', 'Taskpane']);
    await stop();
    office.host.setPaneVisible(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(modes).toHaveLength(3);
  });

  it('is loaded with the workbook next time, or not', async () => {
    const { addin, StartupBehavior } = office.Office;
    expect(await addin.getStartupBehavior()).toBe(StartupBehavior.none);
    await addin.setStartupBehavior(StartupBehavior.load);
    expect(await addin.getStartupBehavior()).toBe(StartupBehavior.load);
    expect(office.host.startState).toBe('Background');
  });

  it('opens web pages outside', () => {
    office.Office.context.ui.openBrowserWindow('https://example.com/help');
    expect(opened).toEqual(['https://example.com/help']);
  });
});
