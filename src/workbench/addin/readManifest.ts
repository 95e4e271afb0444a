/** Reads an add-in's XML manifest as Excel does: the version overrides for workbooks, every resource looked up. */
import { DOMParser } from '@xmldom/xmldom';
import type { Document, Element } from '@xmldom/xmldom';
import type { AddIn, AddInIcon, FunctionsSource, RibbonAction, RibbonButton, RibbonGroup } from './addIn';

export type ReadManifest = { readonly ok: true; readonly addIn: AddIn } | { readonly ok: false; readonly sentence: string };

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** Raised below `readManifest`, which alone catches it and answers its sentence. */
class UnusableManifest extends Error {}

function refuse(sentence: string): never {
  throw new UnusableManifest(sentence);
}

/** `locale` picks among the texts that a manifest overrides for languages. One sentence says why a manifest cannot be used. */
export function readManifest(xml: string, locale = 'en-US'): ReadManifest {
  try {
    return { ok: true, addIn: new ManifestReader(rootOf(xml), locale).addIn() };
  } catch (fault) {
    if (fault instanceof UnusableManifest) return { ok: false, sentence: fault.message };
    throw fault;
  }
}

function rootOf(xml: string): Element {
  if (xml.trimStart().startsWith('{')) refuse('This is a unified (JSON) manifest; the workbench reads XML manifests.');
  const root = parsed(xml).documentElement;
  if (root?.localName !== 'OfficeApp') refuse(`This is not an Office add-in manifest: its root is <${root?.localName ?? ''}>, not <OfficeApp>.`);
  const kind = root.getAttributeNS(SCHEMA_INSTANCE, 'type');
  if (kind !== 'TaskPaneApp') refuse(`The manifest is of type ${kind ?? 'unknown'}; the workbench runs task pane add-ins (TaskPaneApp).`);
  return root;
}

function parsed(xml: string): Document {
  const complaints: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => void (level === 'warning' || complaints.push(message)) });
  let document: Document | undefined;
  try {
    document = parser.parseFromString(xml, 'text/xml');
  } catch {
    // The parser throws what it has already complained of.
  }
  if (!document || complaints.length > 0) refuse(`The manifest is not well-formed XML: ${complaints[0] ?? 'it cannot be parsed'}.`);
  return document;
}

const childrenOf = (parent: Element | undefined, name: string): Element[] =>
  Array.from(parent?.childNodes ?? []).filter((node): node is Element => (node as Element).localName === name);
const childOf = (parent: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((element, name) => childrenOf(element, name)[0], parent);
const typeOf = (element: Element): string => element.getAttributeNS(SCHEMA_INSTANCE, 'type') ?? '';

class ManifestReader {
  private readonly overrides: Element | undefined;

  constructor(private readonly root: Element, private readonly locale: string) {
    this.overrides = innermostOverrides(root);
  }

  addIn(): AddIn {
    const { root } = this;
    const hosts = childrenOf(childOf(root, 'Hosts'), 'Host').map((host) => host.getAttribute('Name'));
    if (!hosts.includes('Workbook')) refuse('The manifest is not for Excel: it has no <Host Name="Workbook"/>.');
    const host = childrenOf(childOf(this.overrides, 'Hosts'), 'Host').find((candidate) => typeOf(candidate) === 'Workbook');
    const desktop = childOf(host, 'DesktopFormFactor');
    const groups = this.groups(desktop);
    const functionFile = childOf(desktop, 'FunctionFile');
    if (!functionFile && groups.some((group) => group.buttons.some((button) => button.action.kind === 'execute'))) {
      refuse('The manifest has a button that executes a function, but no <FunctionFile> to find it in.');
    }
    const icon = childOf(root, 'HighResolutionIconUrl') ?? childOf(root, 'IconUrl');
    const support = childOf(root, 'SupportUrl');
    return {
      id: this.text('Id'),
      version: this.text('Version'),
      provider: this.text('ProviderName'),
      displayName: this.localized(childOf(root, 'DisplayName') ?? refuse('The manifest has no <DisplayName>.')),
      description: this.localized(childOf(root, 'Description') ?? refuse('The manifest has no <Description>.')),
      icon: icon ? this.address(icon) : null,
      support: support ? this.address(support) : null,
      page: this.address(childOf(root, 'DefaultSettings', 'SourceLocation') ?? refuse('The manifest names no page: <DefaultSettings> has no <SourceLocation>.')),
      runtimes: childrenOf(childOf(host, 'Runtimes'), 'Runtime').map((runtime) => this.address(runtime)),
      functions: this.functions(host),
      functionFile: functionFile ? this.address(functionFile) : null,
      groups,
      requirements: this.requirements(),
    };
  }

  private functions(host: Element | undefined): FunctionsSource | null {
    const point = childrenOf(childOf(host, 'AllFormFactors'), 'ExtensionPoint').find((candidate) => typeOf(candidate) === 'CustomFunctions');
    if (!point) return null;
    const source = (name: string): Element | undefined => childOf(point, name, 'SourceLocation');
    const page = source('Page') ?? refuse('The custom functions of the manifest have no <Page>.');
    const metadata = source('Metadata') ?? refuse('The custom functions of the manifest have no <Metadata>.');
    const namespace = childOf(point, 'Namespace') ?? refuse('The custom functions of the manifest have no <Namespace>.');
    const script = source('Script');
    return { page: this.address(page), script: script ? this.address(script) : null, metadata: this.address(metadata), namespace: this.localized(namespace) };
  }

  private groups(desktop: Element | undefined): RibbonGroup[] {
    const surfaces = childrenOf(desktop, 'ExtensionPoint').filter((point) => typeOf(point) === 'PrimaryCommandSurface');
    return surfaces.flatMap((surface) => [
      ...childrenOf(surface, 'OfficeTab').flatMap((tab) => childrenOf(tab, 'Group').map((group) => this.group(group, null))),
      ...childrenOf(surface, 'CustomTab').flatMap((tab) => childrenOf(tab, 'Group').map((group) => this.group(group, this.label(tab)))),
    ]);
  }

  private group(element: Element, tab: string | null): RibbonGroup {
    return {
      id: identity(element),
      tab,
      label: this.label(element),
      buttons: childrenOf(element, 'Control').flatMap((control) =>
        // A menu's items stand in the group themselves: the strip has room for them.
        typeOf(control) === 'Menu' ? childrenOf(childOf(control, 'Items'), 'Item').map((item) => this.button(item)) : [this.button(control)],
      ),
    };
  }

  private button(element: Element): RibbonButton {
    const label = this.label(element);
    const tip = childOf(element, 'Supertip');
    const title = childOf(tip, 'Title');
    const description = childOf(tip, 'Description');
    return {
      id: identity(element),
      label,
      tip: { title: title ? this.localized(title) : label, description: description ? this.localized(description) : '' },
      icons: this.icons(childOf(element, 'Icon')),
      action: this.action(childOf(element, 'Action') ?? refuse(`The button "${label}" of the manifest has no <Action>.`), label),
      enabled: childOf(element, 'Enabled')?.textContent?.trim() !== 'false',
    };
  }

  private action(element: Element, label: string): RibbonAction {
    const kind = typeOf(element);
    switch (kind) {
      case 'ShowTaskpane': {
        const page = childOf(element, 'SourceLocation') ?? refuse(`The button "${label}" shows a pane, but names no <SourceLocation>.`);
        const title = childOf(element, 'Title');
        return { kind: 'showPane', page: this.address(page), title: title ? this.localized(title) : null };
      }
      case 'ExecuteFunction': {
        const functionName = childOf(element, 'FunctionName')?.textContent?.trim();
        return { kind: 'execute', functionName: functionName || refuse(`The button "${label}" executes a function, but names no <FunctionName>.`) };
      }
      default:
        return refuse(`The button "${label}" has an action of type ${kind}, which Excel does not know.`);
    }
  }

  private icons(element: Element | undefined): AddInIcon[] {
    return childrenOf(element, 'Image').map((image) => ({ size: Number(image.getAttribute('size')), url: this.address(image) }));
  }

  private requirements(): Readonly<Record<string, string>> {
    const lists = [childOf(this.root, 'Requirements', 'Sets'), childOf(this.overrides, 'Requirements', 'Sets')];
    return Object.fromEntries(
      lists.flatMap((list) =>
        childrenOf(list, 'Set').map((set) => [set.getAttribute('Name') ?? '', set.getAttribute('MinVersion') ?? list?.getAttribute('DefaultMinVersion') ?? '1.1']),
      ),
    );
  }

  private text(name: string): string {
    return childOf(this.root, name)?.textContent?.trim() || refuse(`The manifest has no <${name}>.`);
  }

  private label(element: Element): string {
    return this.localized(childOf(element, 'Label') ?? refuse(`<${element.localName} id="${identity(element)}"> of the manifest has no <Label>.`));
  }

  /** The text of an element: its own value, or the resource that its `resid` names, in this reader's language. */
  private localized(element: Element): string {
    const resid = element.getAttribute('resid');
    const source = resid === null ? element : this.resource(resid, element);
    const override = childrenOf(source, 'Override').find((candidate) => candidate.getAttribute('Locale')?.toLowerCase() === this.locale.toLowerCase());
    return override?.getAttribute('Value') ?? source.getAttribute('DefaultValue') ?? refuse(`<${element.localName}> of the manifest has no value.`);
  }

  private address(element: Element): string {
    const value = this.localized(element);
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url?.protocol !== 'https:' && url?.protocol !== 'http:') refuse(`<${element.localName}> of the manifest is not a web address: "${value}".`);
    return value;
  }

  private resource(id: string, user: Element): Element {
    const lists = Array.from(childOf(this.overrides, 'Resources')?.childNodes ?? []) as Element[];
    const found = lists.flatMap((list) => Array.from(list.childNodes ?? []) as Element[]).find((entry) => entry.localName !== null && entry.getAttribute?.('id') === id);
    return found ?? refuse(`<${user.localName}> of the manifest uses the resource "${id}", which <Resources> does not have.`);
  }
}

function identity(element: Element): string {
  return element.getAttribute('id') ?? '';
}

/** Later versions stand inside earlier ones; Excel takes the last that it knows. */
function innermostOverrides(parent: Element): Element | undefined {
  const own = childOf(parent, 'VersionOverrides');
  return own && (innermostOverrides(own) ?? own);
}
