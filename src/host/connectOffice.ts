/**
 * Puts a host before office.js in a page. Call it before office.js loads there, on a page that was opened with `hostInfoQuery`.
 * office.js finds what Excel for Mac offers it: a few functions on the window. Everything handed to it is rebuilt in the page's own realm.
 */
import { isPlainObject } from './json';
import type { Json } from './json';
import type { OfficeHost } from './officeHost';
import type { PageSession } from './pageSession';

/** The names that office.js looks for on a window. */
interface OfficeWindow {
  readonly JSON: JSON;
  readonly OSF?: { readonly DDA?: { _OsfControlContext?: { GetOfficeThemeInfo(): string } } };
  webkit?: { readonly messageHandlers: object };
  _osfHostAPI?: (handler: string, message: unknown, done: (answer: unknown) => void) => void;
  _osfHostRegisterEvent?: (
    handler: string,
    message: unknown,
    onEvent: (payload: unknown) => void,
    done: (answer: unknown) => void,
  ) => { readonly eventCallbackId: number };
  _osfHostUnregisterCallback?: (id: number) => void;
}

const EVENT_DONE: Json = [0];

/** Returns the page's session: close it when the page is closed. `name` tells pages apart in the request hooks. */
export function connectOffice(page: object, host: OfficeHost, name = 'pane'): PageSession {
  const window = page as OfficeWindow;
  const session = host.open(name);
  const inPage = (value: Json): unknown => window.JSON.parse(JSON.stringify(value));
  const later =
    (done: (answer: unknown) => void) =>
    (answer: Json): void => {
      queueMicrotask(() => done(inPage(answer)));
    };
  window.webkit = { messageHandlers: { Agave: { postMessage: () => undefined } } };
  window._osfHostAPI = (_handler, message, done) => {
    tellTheme(window, host);
    const { methodId, params } = fields(message);
    session.handle(Number(methodId), params, later(done));
  };
  window._osfHostRegisterEvent = (_handler, message, onEvent, done) => {
    const event = Number(fields(fields(message).params).id);
    session.listen(event, (payload) => onEvent(inPage(payload)));
    later(done)(EVENT_DONE);
    return { eventCallbackId: event };
  };
  window._osfHostUnregisterCallback = (event) => session.unlisten(event);
  return session;
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (isPlainObject(value) ? value : {});

/** office.js asks for the theme by a call of its own, whenever `Office.context.officeTheme` is read; it keeps the answer for five seconds. */
function tellTheme({ OSF }: OfficeWindow, host: OfficeHost): void {
  const dda = OSF?.DDA;
  if (dda === undefined || dda._OsfControlContext !== undefined || host.theme === null) return;
  const asNumber = ([name, color]: readonly [string, string]): [string, number] => [name, Number.parseInt(color.slice(1), 16)];
  dda._OsfControlContext = { GetOfficeThemeInfo: () => JSON.stringify(Object.fromEntries(Object.entries(host.theme ?? {}).map(asNumber))) };
}
