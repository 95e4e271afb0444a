/** What office.js learns at its start: who is asking, which languages, what the host can do. */
import type { Json } from './json';

/**
 * The requirement sets announced unless told otherwise. Versions are text: the number 1.20 would read as 1.2.
 * Announcing less makes an add-in take the way it takes in an older Excel.
 */
export const REQUIREMENTS: Readonly<Record<string, string>> = {
  CustomFunctions: '1.4',
  CustomFunctionsRuntime: '1.4',
  DelayForCellEdit: '1.1',
  ExcelApi: '1.20',
  OpenBrowserWindowApi: '1.1',
  RibbonApi: '1.1',
  SharedRuntime: '1.2',
};

export interface ContextInfo {
  readonly documentUrl: string;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  readonly requirements: Readonly<Record<string, string>>;
  /** In step: keys and their values as JSON texts. */
  readonly settings: readonly [keys: readonly string[], values: readonly string[]];
  readonly instance: string;
}

/** Positions in the answer to GetContext, as office.js names them. */
const Slot = {
  settings: 0,
  solutionReferenceId: 1,
  appType: 2,
  majorVersion: 3,
  minorVersion: 4,
  appCapabilities: 7,
  uiLocale: 8,
  dataLocale: 9,
  documentUrl: 11,
  activationMode: 12,
  controlIntegrationLevel: 13,
  correlationId: 16,
  instanceId: 17,
  requirementMatrix: 20,
  initialDisplayMode: 23,
} as const;
const EXCEL = 1;

export function applicationContext(info: ContextInfo): Json {
  const context: Json[] = Array.from({ length: 24 }, () => '');
  context[Slot.settings] = info.settings;
  context[Slot.solutionReferenceId] = 'add-in';
  context[Slot.appType] = EXCEL;
  context[Slot.majorVersion] = 16;
  context[Slot.minorVersion] = 1;
  context[Slot.appCapabilities] = 1;
  context[Slot.uiLocale] = info.displayLanguage;
  context[Slot.dataLocale] = info.contentLanguage;
  context[Slot.documentUrl] = info.documentUrl;
  context[Slot.activationMode] = 1;
  context[Slot.controlIntegrationLevel] = 0;
  context[Slot.correlationId] = info.instance;
  context[Slot.instanceId] = info.instance;
  context[Slot.requirementMatrix] = JSON.stringify(info.requirements);
  context[Slot.initialDisplayMode] = 0;
  return context;
}

/** The query with which a page is opened, so that office.js chooses the transport that a host can answer. */
export function hostInfoQuery(language: string, page: { readonly sharedRuntime: boolean; readonly customFunctions: boolean }): string {
  const flags = (page.sharedRuntime ? 1 : 0) | (page.customFunctions ? 2 : 0);
  return `_host_Info=Excel$Mac$16.01$${language}$telemetry$isDialog0$$${flags}`;
}
