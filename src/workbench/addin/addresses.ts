/**
 * Where the workbench's own server answers for an add-in's addresses, so that the host can stand in front of office.js.
 * The add-in's main origin is answered at the root: its relative and its absolute paths then mean what they meant.
 */
import { pagesOf } from './addIn';
import type { AddIn } from './addIn';

/** Paths that are the workbench's own and never the add-in's. */
export const OWN_PATH = '/workbench/';
export const OFFICE_PATH = '/workbench/office/';
const OTHER_ORIGINS = '/workbench/origin/';

/** Every origin that the manifest names, the main page's first. */
export function originsOf(addIn: AddIn): readonly string[] {
  const icons = addIn.groups.flatMap((group) => group.buttons.flatMap((button) => button.icons.map((icon) => icon.url)));
  const addresses = [addIn.page, ...pagesOf(addIn).map((page) => page.url), addIn.functions?.metadata, addIn.functions?.script, addIn.icon, ...icons];
  return [...new Set(addresses.flatMap((address) => (address == null ? [] : [new URL(address).origin])))];
}

/** The path on the workbench's server that answers for an address; addresses of unknown origins stay as they are. */
export function localPath(address: string, origins: readonly string[]): string {
  const { origin, pathname, search, hash } = new URL(address);
  const position = origins.indexOf(origin);
  if (position < 0) return address;
  return `${position === 0 ? '' : `${OTHER_ORIGINS}${position}`}${pathname}${search}${hash}`;
}

/** The add-in's address behind a path of the workbench's server; `null` where the path is of no origin. */
export function addInAddress(path: string, origins: readonly string[]): URL | null {
  const other = path.startsWith(OTHER_ORIGINS) ? /^(\d+)(\/.*)$/.exec(path.slice(OTHER_ORIGINS.length)) : null;
  const origin = origins[other ? Number(other[1]) : 0];
  if (origin === undefined || (path.startsWith(OWN_PATH) && !other)) return null;
  return new URL(other?.[2] ?? path, origin);
}

/** The add-in with every address its page will use replaced by the server's own. */
export function localAddIn(addIn: AddIn): AddIn {
  const origins = originsOf(addIn);
  const local = (address: string): string => localPath(address, origins);
  const maybe = (address: string | null): string | null => (address === null ? null : local(address));
  return {
    ...addIn,
    icon: maybe(addIn.icon),
    page: local(addIn.page),
    runtimes: addIn.runtimes.map(local),
    functions: addIn.functions && {
      ...addIn.functions, page: local(addIn.functions.page), script: maybe(addIn.functions.script), metadata: local(addIn.functions.metadata),
    },
    functionFile: maybe(addIn.functionFile),
    groups: addIn.groups.map((group) => ({
      ...group,
      buttons: group.buttons.map((button) => ({
        ...button,
        icons: button.icons.map((icon) => ({ ...icon, url: local(icon.url) })),
        action: button.action.kind === 'showPane' ? { ...button.action, page: local(button.action.page) } : button.action,
      })),
    })),
  };
}
