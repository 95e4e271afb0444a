/** What the workbench learns from an add-in's manifest, and how it refuses one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from '../../../src/workbench/addin/addIn';
import type { AddIn } from '../../../src/workbench/addin/addIn';
import { readManifest } from '../../../src/workbench/addin/readManifest';

const ours = readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8');
const demo = readFileSync(join(__dirname, '../../fixtures/demo-addin/manifest.xml'), 'utf8');

function addInOf(xml: string, locale?: string): AddIn {
  const read = readManifest(xml, locale);
  if (!read.ok) throw new Error(read.sentence);
  return read.addIn;
}

function refusalOf(xml: string): string {
  const read = readManifest(xml);
  return read.ok ? 'accepted' : read.sentence;
}

describe('a manifest', () => {
  it('names the pages, the functions and the namespace', () => {
    expect(addInOf(demo)).toMatchObject({
      displayName: 'Demo',
      page: 'https://localhost:4000/page.html',
      runtimes: ['https://localhost:4000/page.html'],
      functionFile: 'https://localhost:4000/page.html',
      functions: { page: 'https://localhost:4000/page.html', script: 'https://localhost:4000/demo.js', metadata: 'https://localhost:4000/functions.json', namespace: 'DEMO' },
    });
  });

  it('brings its buttons with label, tip, icons and action', () => {
    const [group] = addInOf(demo).groups;
    expect(group).toMatchObject({ id: 'Demo', tab: null, label: 'Demo' });
    expect(group?.buttons).toEqual([
      {
        id: 'Show', label: 'Show demo', enabled: true, tip: { title: 'Show demo', description: 'Shows what is selected.' },
        icons: [{ size: 32, url: 'https://localhost:4000/icon.png' }], action: { kind: 'showPane', page: 'https://localhost:4000/page.html', title: null },
      },
      {
        id: 'Stamp', label: 'Stamp', enabled: true, tip: { title: 'Stamp', description: 'Writes into cell A1 of the open sheet.' },
        icons: [{ size: 32, url: 'https://localhost:4000/icon.png' }], action: { kind: 'execute', functionName: 'stamp' },
      },
    ]);
  });

  it('speaks the language that is asked for where it overrides its texts', () => {
    expect(addInOf(demo, 'de-DE').groups[0]?.buttons[1]?.label).toBe('Stempeln');
  });

  it('joins the requirements of the add-in and of its version overrides', () => {
    expect(addInOf(ours).requirements).toEqual({ ExcelApi: '1.9', SharedRuntime: '1.1' });
  });

  it('gives the items of a menu as buttons and its own tab by name', () => {
    const item = demo.slice(demo.indexOf('<Control xsi:type="Button" id="Stamp">'), demo.indexOf('</Control>', demo.indexOf('id="Stamp"')));
    const menu = `<Control xsi:type="Menu" id="Menu"><Label resid="Group"/><Items>${item.replace('<Control xsi:type="Button"', '<Item')}</Item></Items></Control>`;
    const withMenu = demo.replace(`${item}</Control>`, menu).replace('<OfficeTab id="TabHome">', '<CustomTab id="Own">').replace('</OfficeTab>', '<Label resid="Stamp"/></CustomTab>');
    const [group] = addInOf(withMenu).groups;
    expect(group?.tab).toBe('Stamp');
    expect(group?.buttons.map((button) => button.id)).toEqual(['Show', 'Stamp']);
  });

  it('takes the later version of overrides that stand inside earlier ones', () => {
    const nested = demo.replace('</VersionOverrides>', `${demo.slice(demo.indexOf('<VersionOverrides'), demo.indexOf('</VersionOverrides>')).replace('DefaultValue="Show demo"', 'DefaultValue="Show later"')}</VersionOverrides></VersionOverrides>`);
    expect(addInOf(nested).groups[0]?.buttons[0]?.label).toBe('Show later');
  });

  it('is enough without any version overrides: one page in the pane', () => {
    const plain = demo.slice(0, demo.indexOf('<VersionOverrides')) + '</OfficeApp>';
    expect(addInOf(plain)).toMatchObject({ page: 'https://localhost:4000/page.html', groups: [], functions: null, functionFile: null });
  });
});

describe('the pages of an add-in', () => {
  it('are one that lives on where the runtime is shared', () => {
    expect(pagesOf(addInOf(demo))).toEqual([{ url: 'https://localhost:4000/page.html', roles: ['pane', 'functions', 'commands'], longLived: true }]);
  });

  it('are one for each role where it is not', () => {
    const apart = demo.replace(/<Runtimes>.*<\/Runtimes>/, '');
    expect(pagesOf(addInOf(apart)).map(({ roles, longLived }) => ({ roles, longLived }))).toEqual([
      { roles: ['pane'], longLived: false }, { roles: ['functions'], longLived: true }, { roles: ['commands'], longLived: true },
    ]);
  });
});

describe('a manifest is refused in one sentence that names what is wrong', () => {
  it.each([
    ['text', 'this is no manifest', 'The manifest is not well-formed XML: '],
    ['an empty file', '', 'The manifest is not well-formed XML: '],
    ['XML cut short', demo.slice(0, 900), 'The manifest is not well-formed XML: '],
    ['a JSON manifest', '{"manifestVersion": "1.17"}', 'This is a unified (JSON) manifest; the workbench reads XML manifests.'],
    ['another document', '<html/>', 'This is not an Office add-in manifest: its root is <html>, not <OfficeApp>.'],
    ['a mail add-in', demo.replace('"TaskPaneApp"', '"MailApp"'), 'The manifest is of type MailApp; the workbench runs task pane add-ins (TaskPaneApp).'],
    ['an add-in for Word', demo.replace('<Host Name="Workbook"/>', '<Host Name="Document"/>'), 'The manifest is not for Excel: it has no <Host Name="Workbook"/>.'],
    ['an unknown resource', demo.replace('<FunctionFile resid="Page"/>', '<FunctionFile resid="Nowhere"/>'), '<FunctionFile> of the manifest uses the resource "Nowhere", which <Resources> does not have.'],
    ['a page that is no address', demo.replaceAll('"https://localhost:4000/page.html"', '"page.html"'), '> of the manifest is not a web address: "page.html".'],
    ['a script as address', demo.replace('"https://localhost:4000/demo.js"', '"javascript:alert(1)"'), '<SourceLocation> of the manifest is not a web address: "javascript:alert(1)".'],
    ['a button without a function file', demo.replace('<FunctionFile resid="Page"/>', ''), 'The manifest has a button that executes a function, but no <FunctionFile> to find it in.'],
    ['a button without a function', demo.replace('stamp</FunctionName>', '</FunctionName>'), 'The button "Stamp" executes a function, but names no <FunctionName>.'],
    ['an unknown action', demo.replace('"ExecuteFunction"', '"Explode"'), 'The button "Stamp" has an action of type Explode, which Excel does not know.'],
    ['functions without metadata', demo.replace(/<Metadata>.*<\/Metadata>/, ''), 'The custom functions of the manifest have no <Metadata>.'],
    ['no name', demo.replace('<DisplayName DefaultValue="Demo"/>', ''), 'The manifest has no <DisplayName>.'],
  ])('%s', (_what, xml, sentence) => {
    expect(refusalOf(xml)).toContain(sentence);
  });
});
