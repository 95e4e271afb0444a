/** Univer on the page: the same engine with a grid, a formula bar, sheet tabs and panels. */
import './iteratorShim';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-drawing/lib/index.css';
import '@univerjs/preset-sheets-hyper-link/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import { LocaleType, LogLevel, mergeLocales, Univer, type Plugin, type PluginCtor } from '@univerjs/core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingTexts from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreTexts from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationTexts from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsDrawingPreset } from '@univerjs/preset-sheets-drawing';
import drawingTexts from '@univerjs/preset-sheets-drawing/locales/en-US';
import { UniverSheetsHyperLinkPreset } from '@univerjs/preset-sheets-hyper-link';
import hyperLinkTexts from '@univerjs/preset-sheets-hyper-link/locales/en-US';
import { UniverSheetsTablePlugin, UniverSheetsTableUIPlugin } from '@univerjs/preset-sheets-table';
import tableTexts from '@univerjs/preset-sheets-table/locales/en-US';
import { CalculationMode } from '@univerjs/sheets-formula';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { WorkbookSnapshot } from '../workbookSnapshot';
import { openWorkbook, type EngineWorkbook } from './openWorkbook';
import { chartImage, PageCharts } from './pageCharts';
import { PageModels } from './pageModels';

export type { EngineWorkbook } from './openWorkbook';

interface Preset {
  /** A plugin, or a plugin and its configuration. */
  readonly plugins: readonly (PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, object?])[];
}

function createPageUniver(container: HTMLElement): Univer {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(coreTexts, conditionalFormattingTexts, dataValidationTexts, drawingTexts, hyperLinkTexts, tableTexts) },
    logLevel: LogLevel.ERROR,
  });
  const presets: readonly Preset[] = [
    UniverSheetsCorePreset({ container, formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION }, sheets: { disableForceStringAlert: true } }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    // Excel has no label on its tables.
    { plugins: [UniverSheetsTablePlugin, [UniverSheetsTableUIPlugin, { hideAnchor: true }]] },
    UniverSheetsHyperLinkPreset(),
    UniverSheetsDrawingPreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (typeof plugin === 'function') univer.registerPlugin(plugin);
      else univer.registerPlugin(plugin[0], plugin[1]);
    }
  }
  return univer;
}

/** Opens a workbook in a grid that fills the container; `dispose` empties it again. */
export function openOnPage(container: HTMLElement, snapshot: WorkbookSnapshot): EngineWorkbook {
  const univer = createPageUniver(container);
  const editor = (): IEditorBridgeService => univer.__getInjector().get(IEditorBridgeService);
  const workbook = openWorkbook(univer, snapshot, {
    editing: () => editor().isVisible().visible,
    show: (engine, port) => {
      new PageModels(engine, snapshot.date1904);
      new PageCharts(engine, port, container);
    },
    chartImage,
    close: () => {
      univer.dispose();
      container.replaceChildren();
    },
  });
  return workbook;
}
