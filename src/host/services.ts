/** What office.js asks of Office beside the workbook: the custom functions' runtime, the pane, the ribbon, and its own telemetry. */
import { flag, json, oneOf, text } from './argument';
import type { Argument } from './argument';
import { describe, method, readOnly, settable } from './objectModel';
import type { OfficeClass, OfficeObject } from './objectModel';
import { refuse } from './officeError';

export type RuntimeState = 'Inactive' | 'Background' | 'Visible';
const runtimeState = oneOf('Inactive', 'Background', 'Visible');
const results: Argument<readonly unknown[]> = { expects: 'a list of results', read: (raw) => (Array.isArray(raw) ? raw : undefined) };

/** What the services act upon. */
export interface ServiceEdge {
  functionsReady(): void;
  functionResults(results: readonly unknown[]): void;
  paneState: RuntimeState;
  /** What happens when the workbook is opened again: `Inactive`, or the add-in is loaded. */
  startState: RuntimeState;
  enableButton(button: string, enabled: boolean): void;
  showTab(tab: string, visible: boolean): void;
}

const customFunctionsClass: OfficeClass<ServiceEdge> = describe('CustomFunctions', {
  methods: {
    setInvocationArrayResults: method([results], (edge, list) => edge.functionResults(list)),
    setInvocationResults: method([results], (edge, list) => edge.functionResults(list)),
    _GetEnabledFeatures: method([], () => []),
    _SetOsfControlContainerReadyForCustomFunctions: method([], (edge) => edge.functionsReady()),
  },
});

const appRuntimeClass: OfficeClass<ServiceEdge> = describe('AppRuntimeService', {
  methods: {
    getAppRuntimeState: method([], (edge) => edge.paneState),
    setAppRuntimeState: method([runtimeState], (edge, state) => {
      edge.paneState = state;
    }),
  },
});

const persistenceClass: OfficeClass<ServiceEdge> = describe('AppRuntimePersistenceService', {
  methods: {
    getAppRuntimeStartState: method([], (edge) => edge.startState),
    setAppRuntimeStartState: method([runtimeState], (edge, state) => {
      edge.startState = state;
    }),
  },
});

interface ControlRef {
  readonly edge: ServiceEdge;
  readonly id: string;
}
const buttonClass: OfficeClass<ControlRef> = describe('RibbonButton', {
  properties: {
    id: readOnly(({ id }) => id),
    enabled: settable(
      () => true,
      flag,
      ({ edge, id }, enabled) => edge.enableButton(id, enabled),
    ),
  },
  methods: { setEnabled: method([flag], ({ edge, id }, enabled) => edge.enableButton(id, enabled)) },
});
const tabClass: OfficeClass<ControlRef> = describe('RibbonTab', {
  properties: { id: readOnly(({ id }) => id) },
  methods: { setVisibility: method([flag], ({ edge, id }, visible) => edge.showTab(id, visible)) },
});
const ribbonClass: OfficeClass<ServiceEdge> = describe('DynamicRibbon', {
  methods: { getButton: method([text], (edge, id) => buttonClass.of({ edge, id })), getTab: method([text], (edge, id) => tabClass.of({ edge, id })) },
});

/** office.js's own chatter: taken and forgotten, so that nothing of it leaves the page. */
const telemetryClass: OfficeClass<ServiceEdge> = describe('TelemetryService', {
  methods: { sendTelemetryEvent: method([json, json], () => undefined) },
});
const internalClass: OfficeClass<ServiceEdge> = describe('AddinInternalService', {
  methods: { notifyActionHandlerReady: method([], () => undefined) },
});

export type ServiceKind = 'functions' | 'runtime' | 'telemetry';
const services: Readonly<Record<string, { readonly kind: ServiceKind; readonly of: OfficeClass<ServiceEdge> }>> = {
  'Microsoft.ExcelServices.CustomFunctions': { kind: 'functions', of: customFunctionsClass },
  'Microsoft.AppRuntime.AppRuntimeService': { kind: 'runtime', of: appRuntimeClass },
  'Microsoft.AppRuntime.AppRuntimePersistenceService': { kind: 'runtime', of: persistenceClass },
  'Microsoft.DynamicRibbon.DynamicRibbon': { kind: 'runtime', of: ribbonClass },
  'Microsoft.InternalService.AddinInternalService': { kind: 'telemetry', of: internalClass },
  'Microsoft.Telemetry.TelemetryService': { kind: 'telemetry', of: telemetryClass },
};

export function service(name: string, edge: ServiceEdge): OfficeObject {
  return (services[name] ?? refuse('ApiNotFound', `${name} is not known to this host.`)).of.of(edge);
}

export function serviceKind(name: string): ServiceKind | undefined {
  return services[name]?.kind;
}
