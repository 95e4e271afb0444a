/** What Excel and the Marketplace ask of a manifest and its files, without Microsoft's validation service. */
import { DOMParser, type Element } from '@xmldom/xmldom';

export interface ManifestFiles {
  /** Content of a built file by its path from the add-in's root; undefined where there is none. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Where the files are served from. */
  readonly address: string;
  /** The namespace under which people call the functions. */
  readonly namespace: string;
}

const rootOrder = ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides'];
const hostOrder = ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'];
const overridesOrder = ['Description', 'Requirements', 'Hosts', 'Resources'];
const longest: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250, ProviderName: 125 };

const children = (element: Element): Element[] => Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);
const all = (element: Element, name: string): Element[] => Array.from(element.getElementsByTagName(name));
const value = (element: Element): string => element.getAttribute('DefaultValue') ?? element.textContent ?? '';

function pngSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length > 24 && view.getUint32(0) === 0x89504e47;
  return isPng && view.getUint32(16) === view.getUint32(20) ? view.getUint32(16) : null;
}

/** Every fault in words; an empty list is a manifest that Excel loads. */
export function manifestFaults(xml: string, files: ManifestFiles): string[] {
  const faults: string[] = [];
  const root = new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(xml, 'text/xml').documentElement;
  if (!root) return ['not XML'];

  const inOrder = (element: Element, order: readonly string[]): void => {
    const names = children(element).map((child) => child.nodeName);
    for (const name of names) if (!order.includes(name)) faults.push(`${element.nodeName} holds an unknown element ${name}`);
    const places = names.map((name) => order.indexOf(name));
    places.forEach((place, i) => {
      if (i > 0 && place < (places[i - 1] ?? 0)) faults.push(`${names[i]} must stand before ${names[i - 1]} in ${element.nodeName}`);
    });
  };
  inOrder(root, rootOrder);
  for (const name of rootOrder.filter((needed) => !['AlternateId'].includes(needed))) {
    if (!children(root).some((child) => child.nodeName === name)) faults.push(`${name} is missing`);
  }
  const overrides = children(root).find((child) => child.nodeName === 'VersionOverrides');
  if (!overrides) return faults;
  inOrder(overrides, overridesOrder);
  for (const host of all(overrides, 'Host')) inOrder(host, hostOrder);

  for (const child of children(root)) {
    const most = longest[child.nodeName];
    if (most && value(child).length > most) faults.push(`${child.nodeName} is longer than ${most} characters`);
  }
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value(children(root)[0] as Element))) faults.push('Id is no GUID');

  const resources = new Map<string, string>();
  for (const name of ['bt:Image', 'bt:Url', 'bt:String']) {
    for (const element of all(overrides, name)) {
      const id = element.getAttribute('id');
      if (id) {
        if (id.length > 32) faults.push(`resource id ${id} is longer than 32 characters`);
        if (resources.has(id)) faults.push(`resource id ${id} stands twice`);
        resources.set(id, element.getAttribute('DefaultValue') ?? '');
      }
    }
  }
  for (const element of all(overrides, '*')) {
    const id = element.getAttribute('resid');
    if (id && !resources.has(id)) faults.push(`${element.nodeName} names the unknown resource ${id}`);
  }

  const builtFile = (url: string): Uint8Array | undefined => {
    if (!url.startsWith('https://')) faults.push(`${url} is not HTTPS`);
    const bytes = url.startsWith(`${files.address}/`) ? files.read(url.slice(files.address.length + 1)) : undefined;
    if (!bytes) faults.push(`${url} is not among the built files`);
    return bytes;
  };
  const icon = (url: string, size: number): void => {
    const bytes = builtFile(url);
    if (bytes && pngSize(bytes) !== size) faults.push(`${url} is no PNG of ${size} by ${size}`);
  };
  for (const child of children(root)) {
    if (child.nodeName === 'IconUrl') icon(value(child), 32);
    if (child.nodeName === 'HighResolutionIconUrl') icon(value(child), 64);
    if (child.nodeName === 'SupportUrl') builtFile(value(child));
    if (child.nodeName === 'DefaultSettings') for (const source of children(child)) builtFile(value(source));
  }
  for (const element of all(overrides, 'bt:Url')) builtFile(value(element));
  for (const iconElement of all(overrides, 'Icon')) {
    const sizes = all(iconElement, 'bt:Image').map((image) => Number(image.getAttribute('size')));
    for (const size of [16, 32, 80]) if (!sizes.includes(size)) faults.push(`an icon lacks its ${size} pixel image`);
    for (const image of all(iconElement, 'bt:Image')) icon(resources.get(image.getAttribute('resid') ?? '') ?? '', Number(image.getAttribute('size')));
  }

  const namespace = all(overrides, 'Namespace').map((element) => resources.get(element.getAttribute('resid') ?? ''))[0];
  if (namespace !== files.namespace) faults.push(`the namespace is ${namespace}, but people call the functions ${files.namespace}`);
  const script = (path: string): string => new TextDecoder().decode(files.read(path) ?? new Uint8Array());
  const functions = script('functions.js');
  const metadata = JSON.parse(script('functions.json') || '{"functions":[]}') as { functions: { id: string }[] };
  if (metadata.functions.length === 0) faults.push('functions.json names no function');
  for (const { id } of metadata.functions) if (!functions.includes(`"${id}"`)) faults.push(`the function ${id} is not associated`);
  for (const element of all(overrides, 'FunctionName')) {
    if (!new RegExp(`associate\\("${element.textContent}"`).test(script('commands.js'))) faults.push(`the action ${element.textContent} is not associated`);
  }
  return faults;
}
