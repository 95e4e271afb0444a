/**
 * A host for add-ins: answers Microsoft's unmodified office.js out of a workbook. Several pages may be connected to it at once (the pane, the
 * functions' runtime); `connectOffice` puts it before office.js in each.
 */
import type { Json } from './json';
import { REQUIREMENTS } from './applicationContext';
import { CustomFunctionBridge } from './customFunctions';
import type { HostFunction } from './customFunctions';
import { ChangeEvents } from './excel/changeEvents';
import { cultureOf } from './excel/culture';
import { EventId } from './excel/eventTypes';
import { PageSession } from './pageSession';
import type { RequestHooks, RequestKind } from './requestHooks';
import type { RuntimeState } from './services';
import type { WorkbookPort } from './workbookPort';

/** As `Office.context.officeTheme` has it: four colours, "#RRGGBB". */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export interface OfficeHostOptions extends RequestHooks {
  /** Requirement sets by name; what is left out is not supported. */
  readonly requirements?: Readonly<Record<string, string>>;
  /** "en-US". */
  readonly displayLanguage?: string;
  readonly contentLanguage?: string;
  /** `null`: Office tells no theme, as on the web. */
  readonly theme?: OfficeTheme | null;
  /** Bytes that a request or an answer may have, as Excel on the web limits them (5 MB); `null` for no limit. */
  readonly payloadLimit?: number | null;
  /** What an empty cell is to a custom function: 0 on the desktop, `null` on the web. */
  readonly blankArguments?: 0 | null;
  /** The add-in asks for its pane to be shown or hidden. */
  readonly onPane?: (visible: boolean) => void;
  readonly onButtonEnabled?: (button: string, enabled: boolean) => void;
  readonly onOpenBrowserWindow?: (url: string) => void;
}

const PRESS_TIMEOUT = 60_000;

interface Press {
  readonly page: PageSession;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

export class OfficeHost {
  readonly requirements: Readonly<Record<string, string>>;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  readonly functions: CustomFunctionBridge;
  theme: OfficeTheme | null;
  startState: RuntimeState = 'Inactive';
  private pane: RuntimeState = 'Background';
  private readonly pages = new Set<PageSession>();
  private readonly events: ChangeEvents;
  private readonly counts = new Map<RequestKind, number>();
  private readonly presses = new Map<string, Press>();
  private lastPress = 0;
  private readonly stopListening: () => void;

  constructor(
    readonly port: WorkbookPort,
    readonly options: OfficeHostOptions = {},
  ) {
    this.requirements = options.requirements ?? REQUIREMENTS;
    this.displayLanguage = options.displayLanguage ?? 'en-US';
    this.contentLanguage = options.contentLanguage ?? 'en-US';
    this.theme = options.theme ?? null;
    this.functions = new CustomFunctionBridge(options.blankArguments === undefined ? 0 : options.blankArguments);
    this.events = new ChangeEvents(port);
    this.stopListening = port.onChange((change) => {
      for (const page of this.pages) page.references.follow(change);
      for (const event of this.events.of(change)) for (const page of this.pages) page.raise(event);
    });
  }

  /** Makes these the workbook's custom functions; their calls go to whichever page says that its runtime is ready. */
  registerFunctions(functions: readonly HostFunction[]): void {
    this.functions.define(functions);
    this.port.registerFunctions(
      functions.map(({ signature }) => signature),
      this.functions,
    );
  }

  open(name: string): PageSession {
    const page = new PageSession(this, name, cultureOf(this.contentLanguage));
    this.pages.add(page);
    return page;
  }

  close(page: PageSession): void {
    this.pages.delete(page);
    this.functions.gone(page);
    for (const [id, press] of this.presses) if (press.page === page) this.finishPress(id, 'The page was closed.');
  }

  /**
   * Presses a ribbon button whose action is a function, and resolves when the add-in has called `event.completed()`.
   * `control` is the button's id in the manifest, which the function finds as `event.source.id`. Waits for a page that can answer.
   */
  async pressRibbonButton(action: string, control: string = action, timeout = PRESS_TIMEOUT): Promise<void> {
    const end = Date.now() + timeout;
    let page = this.commandPage();
    while (page === undefined && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      page = this.commandPage();
    }
    if (page === undefined) throw new Error(`No page of the add-in answers its ribbon, so ${action} was not run.`);
    this.lastPress += 1;
    const id = `press-${this.lastPress}`;
    const answering = page;
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => this.finishPress(id, `${action} did not complete within ${timeout / 1000} seconds.`), timeout);
      const settle =
        <A extends unknown[]>(then: (...args: A) => void) =>
        (...args: A): void => {
          clearTimeout(late);
          then(...args);
        };
      this.presses.set(id, { page: answering, done: settle(resolve), failed: settle(reject) });
      answering.sendCommand(id, action, { source: { id: control } });
    });
  }

  /** `problem` is `null` where the add-in completed the command. */
  finishPress(id: string, problem: string | null): void {
    const press = this.presses.get(id);
    this.presses.delete(id);
    if (problem === null) press?.done();
    else press?.failed(new Error(problem));
  }

  get paneState(): RuntimeState {
    return this.pane;
  }

  /** What the add-in asked for. */
  set paneState(state: RuntimeState) {
    this.setPaneVisible(state === 'Visible');
    this.options.onPane?.(state === 'Visible');
  }

  /** The person opened or closed the pane: tells the pages that listen. */
  setPaneVisible(visible: boolean): void {
    const state = visible ? 'Visible' : 'Background';
    if (state === this.pane) return;
    this.pane = state;
    const message: Json = { visibility: visible ? 'Visible' : 'Hidden' };
    for (const page of this.pages) page.post([[65_536, EventId.paneVisibilityChanged, '', JSON.stringify(message), 0]]);
  }

  countRequest(kind: RequestKind): number {
    const index = this.counts.get(kind) ?? 0;
    this.counts.set(kind, index + 1);
    return index;
  }

  dispose(): void {
    this.stopListening();
    for (const page of [...this.pages]) page.close();
  }

  private commandPage(): PageSession | undefined {
    return [...this.pages].find((page) => page.answersCommands);
  }
}
