/** For tests and meters: seeing the requests of an add-in, and making chosen ones fail. */

export type RequestKind = 'workbook' | 'cleanup' | 'functions' | 'runtime' | 'telemetry';

export interface RequestSeen {
  /** Counts the requests of one kind from 0, over all pages. A context's sync that asks or changes anything is one of kind `workbook`. */
  readonly index: number;
  readonly kind: RequestKind;
  readonly bytes: number;
  readonly actions: number;
  /** The page that asks: "pane", or whatever it was connected as. */
  readonly page: string;
}

export interface ResponseSeen extends RequestSeen {
  readonly responseBytes: number;
  /** The error code that it carries, if any. */
  readonly error: string | null;
}

/**
 * What goes wrong with a request: an error (nothing of it runs), silence (it never answers; `afterwards` means that it ran all the same),
 * or the page is closed before it runs.
 */
export type Fault =
  | { readonly kind: 'error'; readonly code: string; readonly message?: string }
  | { readonly kind: 'silence'; readonly afterwards?: boolean }
  | { readonly kind: 'close' };

export interface RequestHooks {
  readonly onRequest?: (request: RequestSeen) => Fault | undefined;
  readonly onResponse?: (response: ResponseSeen) => void;
}
