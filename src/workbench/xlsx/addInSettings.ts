/**
 * Settings of add-ins (`workbook.settings`). They are kept where Excel keeps them, in a web extension part with its task pane entry,
 * and not in a custom XML part of our own: a workbook that goes to somebody with Excel brings its settings along, and the other way round.
 */
import type { OfficePackage, PackageDraft } from './officePackage';
import { child, childrenOf, descendants, element, replaceChildren, type XmlDocument, type XmlElement } from './xml';

/** The add-in whose settings are meant, as its manifest names it. */
export interface AddInIdentity {
  readonly id: string;
  readonly version: string;
}

const EXTENSION_NAMESPACE = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const TASKPANES_NAMESPACE = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE_BASE = 'http://schemas.microsoft.com/office/2011/relationships';
const TASKPANES_KIND = 'webextensiontaskpanes';
const EXTENSION_KIND = 'webextension';
const TASKPANES_PART = 'xl/webextensions/taskpanes.xml';
const EXTENSION_PART = 'xl/webextensions/webextension#.xml';
const ORDER = ['reference', 'alternateReferences', 'properties', 'bindings', 'snapshot', 'extLst'];

const bare = (id: string): string => id.replace(/[{}]/g, '').toLowerCase();

interface Extension {
  readonly part: string;
  readonly document: XmlDocument;
}

function extensions(file: OfficePackage): Extension[] {
  const taskpanes = file.related('', TASKPANES_KIND);
  if (taskpanes === undefined) return [];
  return file.relationships(taskpanes).flatMap(({ kind, target, external }) =>
    (kind === EXTENSION_KIND && !external && file.has(target) ? [{ part: target, document: file.xml(target) }] : []));
}

function belongsTo(root: XmlElement, addIn: AddInIdentity): boolean {
  const references = [...childrenOf(root, 'reference'), ...descendants(root, 'reference')];
  return references.some(({ attributes }) => bare(attributes.get('id') ?? '') === bare(addIn.id));
}

/** The part of this add-in; where no add-in is named, the only one there is. */
function find(file: OfficePackage, addIn: AddInIdentity | null): Extension | undefined {
  const all = extensions(file);
  if (addIn !== null) return all.find(({ document }) => belongsTo(document.root, addIn));
  return all.length === 1 ? all[0] : undefined;
}

/** Values stand in the file as JSON; what is not JSON is taken for the text it is. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function readSettings(file: OfficePackage, addIn: AddInIdentity | null): Map<string, unknown> {
  const extension = find(file, addIn);
  return new Map(childrenOf(child(extension?.document.root, 'properties'), 'property')
    .map(({ attributes }) => [attributes.get('name') ?? '', readValue(attributes.get('value') ?? '')]));
}

const propertiesXml = (settings: ReadonlyMap<string, unknown>, prefix: string): string =>
  element(`${prefix}properties`, {}, [...settings].map(([name, value]) => element(`${prefix}property`, { name, value: JSON.stringify(value ?? null) })).join(''));

/** The instance's own id in the file; made from the add-in's, so that saving twice gives the same file. */
const instanceId = (addIn: AddInIdentity): string => `{${bare(addIn.id).toUpperCase()}}`;

const NO_ADD_IN: AddInIdentity = { id: '00000000-0000-0000-0000-000000000000', version: '1.0.0.0' };

export function writeSettings(draft: PackageDraft, settings: ReadonlyMap<string, unknown>, addIn: AddInIdentity | null): void {
  const file = draft.original;
  const present = find(file, addIn);
  if (present !== undefined) {
    const { root } = present.document;
    const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
    draft.put(present.part, replaceChildren(present.document, ORDER, new Map([['properties', [propertiesXml(settings, prefix)]]])));
    return;
  }
  if (settings.size === 0) return;
  const { id, version } = addIn ?? NO_ADD_IN;
  const part = draft.freeName(EXTENSION_PART);
  const xml = element('we:webextension', { 'xmlns:we': EXTENSION_NAMESPACE, id: instanceId(addIn ?? NO_ADD_IN) },
    element('we:reference', { id, version, store: 'developer', storeType: 'Registry' })
    + '<we:alternateReferences/>' + propertiesXml(settings, 'we:') + '<we:bindings/>' + element('we:snapshot', { 'xmlns:r': RELATIONSHIPS }));
  const type = 'application/vnd.ms-office.webextension+xml';
  // Hidden, so that Excel does not open a pane by itself; the reader opens it from the ribbon.
  const taskpane = (relationship: string, prefix: string): string => element(`${prefix}taskpane`, {
    ...(prefix === '' ? { xmlns: TASKPANES_NAMESPACE } : {}), dockstate: 'right', visibility: false, width: 350, row: 0,
  }, element(`${prefix}webextensionref`, { 'xmlns:r': RELATIONSHIPS, 'r:id': relationship }));

  const taskpanes = file.related('', TASKPANES_KIND);
  if (taskpanes === undefined || !file.has(taskpanes)) {
    const panes = draft.freeName(TASKPANES_PART);
    const relationship = draft.add(panes, EXTENSION_KIND, part, type, xml, TYPE_BASE);
    draft.add('', TASKPANES_KIND, panes, 'application/vnd.ms-office.webextensiontaskpanes+xml',
      element('wetp:taskpanes', { 'xmlns:wetp': TASKPANES_NAMESPACE }, taskpane(relationship, 'wetp:')), TYPE_BASE);
    return;
  }
  const document = file.xml(taskpanes);
  const relationship = draft.add(taskpanes, EXTENSION_KIND, part, type, xml, TYPE_BASE);
  const { root, source } = document;
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  const own = source.slice(root.contentStart, root.contentEnd);
  const open = source.slice(0, root.contentStart).replace(/\s*\/>$/, '>');
  draft.put(taskpanes, `${open}${own}${taskpane(relationship, prefix)}</${prefix}${root.name}>`);
}
