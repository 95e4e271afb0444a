/** One page with office.js in it: what it asked to hear of, the ranges it keeps, and its requests one after the other. */
import { applicationContext } from './applicationContext';
import type { FunctionsPage, MessageEntry } from './customFunctions';
import { BulkWrites } from './excel/bulkWrites';
import type { Book } from './excel/book';
import type { OfficeEvent } from './excel/changeEvents';
import type { Culture } from './excel/culture';
import { EventId } from './excel/eventTypes';
import { workbookClass } from './excel/workbook';
import { isPlainObject } from './json';
import type { Json } from './json';
import type { OfficeHost } from './officeHost';
import { References } from './references';
import { parseRequest, processRequest } from './requestProcessor';
import type { OfficeRequest, OfficeResponse } from './requestProcessor';
import type { Fault, RequestKind, RequestSeen } from './requestHooks';
import { service, serviceKind } from './services';
import type { RuntimeState, ServiceEdge } from './services';

/** Sends an event's payload into the page. */
type Listener = (payload: Json) => void;
type Reply = (answer: Json) => void;

const MethodId = { execute: 1, registerEvent: 2, unregisterEvent: 3, writeSettings: 4, getContext: 5 } as const;
const Execute = { richApi: 93, commandCompleted: 94, openBrowserWindow: 102 } as const;
const Event = { richApiMessage: 33, command: 39 } as const;
const Flag = { write: 1, delayForCellEdit: 64 } as const;
/** Office's own numbers for what can go wrong outside a request's answer. */
const Status = { ok: 0, internalError: 5001, notSupported: 5000, inCellEdit: 5004, requestTooLarge: 5103, responseTooLarge: 5104 } as const;
const EVENT_CATEGORY = 65_536;
const EDIT_POLL = 50;

export class PageSession implements FunctionsPage {
  readonly references = new References();
  private readonly listeners = new Map<number, Listener>();
  private readonly registrations = new Map<string, number>();
  private settingKeys: ReadonlySet<string> = new Set();
  private outbox: MessageEntry[] = [];
  private isScheduled = false;
  private isClosed = false;
  private readonly writes: BulkWrites;
  private readonly book: Book;
  private readonly edge: ServiceEdge;

  constructor(
    private readonly host: OfficeHost,
    readonly name: string,
    culture: Culture,
  ) {
    const writes = new BulkWrites(host.port);
    this.writes = writes;
    this.book = {
      port: writes.port,
      culture,
      eventsEnabled: true,
      expectStrips: (sheet, area) => writes.expect(sheet, area),
      listen: (type, target, on) => this.register(type, target, on),
    };
    this.edge = this.createEdge();
  }

  get answersCommands(): boolean {
    return this.listeners.has(Event.command);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.listeners.clear();
    this.references.clear();
    this.host.close(this);
  }

  // what office.js calls

  listen(event: number, listener: Listener): void {
    this.listeners.set(event, listener);
  }

  unlisten(event: number): void {
    this.listeners.delete(event);
  }

  handle(methodId: number, params: unknown, reply: Reply): void {
    const answer: Reply = (value) => {
      if (!this.isClosed) reply(value);
    };
    switch (methodId) {
      case MethodId.getContext:
        return answer(this.context());
      case MethodId.writeSettings:
        this.writeSettings(params);
        return answer([Status.ok]);
      case MethodId.execute:
        return this.execute(params, answer);
      case MethodId.registerEvent:
      case MethodId.unregisterEvent:
        return answer([Status.ok]);
      default:
        return answer([[Status.notSupported]]);
    }
  }

  // what the host tells the page

  raise(event: OfficeEvent): void {
    if (!this.book.eventsEnabled) return;
    if (event.type === EventId.documentSelectionChanged)
      return this.listeners.get(EventId.documentSelectionChanged)?.([[], EventId.documentSelectionChanged]);
    for (const target of event.targets) {
      if ((this.registrations.get(`${event.type}|${target}`) ?? 0) > 0)
        this.post([[EVENT_CATEGORY, event.type, target, JSON.stringify(event.message), 0]]);
    }
  }

  /** Messages of one turn travel together, after the answer to the request that caused them. */
  post(entries: readonly MessageEntry[]): void {
    this.outbox.push(...entries);
    if (this.isScheduled || this.outbox.length === 0) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      const sent = this.outbox;
      this.outbox = [];
      this.listeners.get(Event.richApiMessage)?.([sent, Event.richApiMessage]);
    }, 0);
  }

  sendCommand(id: string, action: string, event: Json): void {
    this.listeners.get(Event.command)?.([[id, action, JSON.stringify(event)], Event.command]);
  }

  private register(type: number, target: string, on: boolean): void {
    const key = `${type}|${target}`;
    this.registrations.set(key, Math.max(0, (this.registrations.get(key) ?? 0) + (on ? 1 : -1)));
  }

  private context(): Json {
    const settings = [...this.host.port.settings()];
    this.settingKeys = new Set(settings.map(([key]) => key));
    return applicationContext({
      documentUrl: this.host.port.fileName,
      displayLanguage: this.host.displayLanguage,
      contentLanguage: this.host.contentLanguage,
      requirements: this.host.requirements,
      settings: [settings.map(([key]) => key), settings.map(([, value]) => JSON.stringify(value))],
      instance: this.name,
    });
  }

  /** The page hands over all it knows of: what it knew before and leaves out, it has removed. */
  private writeSettings(params: unknown): void {
    const { keys, values } = isPlainObject(params) ? params : {};
    if (!Array.isArray(keys) || !Array.isArray(values)) return;
    const written = new Map(keys.map((key, index) => [String(key), JSON.parse(String(values[index])) as unknown]));
    for (const key of this.settingKeys) if (!written.has(key)) this.host.port.removeSetting(key);
    for (const [key, value] of written) this.host.port.setSetting(key, value);
    this.settingKeys = new Set(written.keys());
  }

  private execute(params: unknown, answer: Reply): void {
    const { id, apiArgs } = isPlainObject(params) ? params : {};
    const args: readonly unknown[] = Array.isArray(apiArgs) ? apiArgs : [];
    switch (id) {
      case Execute.richApi: {
        const message: readonly unknown[] = Array.isArray(args[0]) ? args[0] : [];
        void this.answerRequest(String(message[4]), Number(message[6]), answer);
        return;
      }
      case Execute.commandCompleted:
        this.host.finishPress(String(args[0]), args[1] === Status.ok ? null : `The add-in has no function for this button (${String(args[1])}).`);
        return answer([[Status.ok]]);
      case Execute.openBrowserWindow:
        this.host.options.onOpenBrowserWindow?.(String(args[1]));
        return answer([[Status.ok]]);
      default:
        return answer([[Status.notSupported]]);
    }
  }

  private async answerRequest(body: string, flags: number, answer: Reply): Promise<void> {
    let request: OfficeRequest;
    try {
      request = parseRequest(body);
    } catch {
      return answer([[Status.internalError]]);
    }
    const kind = kindOf(request);
    const seen: RequestSeen = {
      index: this.host.countRequest(kind),
      kind,
      bytes: byteLength(body),
      actions: request.Actions.length,
      page: this.name,
    };
    const fault = this.host.options.onRequest?.(seen);
    if (fault?.kind === 'close') return this.close();
    if (fault?.kind === 'silence' && fault.afterwards !== true) return;
    const reply = (status: number, response: string, error: string | null): void => {
      this.host.options.onResponse?.({ ...seen, responseBytes: byteLength(response), error });
      if (fault?.kind !== 'silence') answer(status === Status.ok ? [[Status.ok, 200, [], response]] : [[status]]);
    };
    const limit = this.host.options.payloadLimit ?? Number.POSITIVE_INFINITY;
    if (seen.bytes > limit) return reply(Status.requestTooLarge, '', 'RequestPayloadSizeLimitExceeded');
    if (kind === 'workbook' && !(await this.outOfCellEdit((flags & Flag.delayForCellEdit) !== 0)))
      return reply(Status.inCellEdit, '', 'InvalidOperationInCellEditMode');
    const response = fault?.kind === 'error' ? failedOnPurpose(fault) : await this.process(request, (flags & Flag.write) !== 0);
    const text = JSON.stringify(response);
    if (byteLength(text) > limit) return reply(Status.responseTooLarge, text, 'ResponsePayloadSizeLimitExceeded');
    reply(Status.ok, text, response.Error?.Code ?? null);
  }

  /** A request that writes is one step of undo; a read in between that has to wait for formulas begins another. */
  private process(request: OfficeRequest, writes: boolean): Promise<OfficeResponse> {
    const source = {
      root: () => workbookClass.of(this.book),
      service: (name: string) => service(name, this.edge),
      settled: () => this.book.port.formulasSettled(),
    };
    const whole = (work: () => void) => (): void => {
      try {
        work();
      } finally {
        this.writes.flush();
      }
    };
    return processRequest(request, source, this.references, (work) => (writes ? this.host.port.undoGroup(whole(work)) : work()));
  }

  /** While a cell is edited a request fails at once, or waits where it was asked to. */
  private async outOfCellEdit(waits: boolean): Promise<boolean> {
    while (waits && this.host.port.editing && !this.isClosed) await new Promise((resolve) => setTimeout(resolve, EDIT_POLL));
    return !this.host.port.editing;
  }

  private createEdge(): ServiceEdge {
    const { host } = this;
    return {
      functionsReady: () => host.functions.ready(this),
      functionResults: (results) => host.functions.accept(results),
      enableButton: (button, enabled) => host.options.onButtonEnabled?.(button, enabled),
      showTab: () => undefined,
      get paneState(): RuntimeState {
        return host.paneState;
      },
      set paneState(state: RuntimeState) {
        host.paneState = state;
      },
      get startState(): RuntimeState {
        return host.startState;
      },
      set startState(state: RuntimeState) {
        host.startState = state;
      },
    };
  }
}

/** What a request is about: a service that stands for itself, tidying up after `Excel.run`, or the workbook. */
function kindOf({ Actions, ObjectPaths }: OfficeRequest): RequestKind {
  for (const path of Object.values(ObjectPaths)) {
    const kind = path.ObjectPathType === 2 ? serviceKind(path.Name) : undefined;
    if (kind !== undefined) return kind;
  }
  const tidies = Actions.every((action) => action.ActionType === 1 || action.Name === '_RemoveReference');
  return tidies && Actions.some((action) => action.Name === '_RemoveReference') ? 'cleanup' : 'workbook';
}

function failedOnPurpose({ code, message }: Extract<Fault, { readonly kind: 'error' }>): OfficeResponse {
  return { Results: [], TraceIds: [], Error: { Code: code, Message: message ?? code, Location: '', ActionIndex: 0, HttpStatusCode: 400 } };
}

const encoder = new TextEncoder();
function byteLength(text: string): number {
  return encoder.encode(text).length;
}
