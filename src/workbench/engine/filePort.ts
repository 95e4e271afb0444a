/** The port's names and what travels with the file: settings, properties and custom XML. */
import type { NameInfo, SheetId, WorkbookPort } from '../../host/workbookPort';
import { PortError } from '../../host/portError';
import type { Engine } from './engine';
import { withSheet, type Sidecar } from './sidecar';

type FilePort = Pick<
  WorkbookPort,
  'names' | 'setName' | 'removeName' | 'settings' | 'setSetting' | 'removeSetting' | 'properties' | 'setProperty' | 'customXmlParts' | 'setCustomXmlPart'
  | 'sheetProperties' | 'setSheetProperty'
>;

const same = (name: NameInfo, other: string, sheet: SheetId | null): boolean => name.sheet === sheet && name.name.toLowerCase() === other.toLowerCase();

export function filePort(engine: Engine): FilePort {
  const update = (change: (before: Sidecar) => Partial<Sidecar>, kind: 'names' | 'settings' | null): void => {
    engine.commitSidecar({ ...engine.sidecar, ...change(engine.sidecar) }, kind === null ? [] : [{ kind }]);
  };
  /** Settings and properties are not the user's work: they are no step of undo, as in Excel. */
  const store = (change: (before: Sidecar) => Partial<Sidecar>, kind: 'settings' | null): void => {
    engine.storeSidecar({ ...engine.sidecar, ...change(engine.sidecar) });
    if (kind !== null) engine.announceAddIn({ kind });
  };

  return {
    names: () => engine.sidecar.names,
    setName(name) {
      if (engine.sidecar.tables.some((table) => table.name.toLowerCase() === name.name.toLowerCase())) {
        throw new PortError('InvalidArgument', `The name "${name.name}" is taken by a table.`);
      }
      update(({ names }) => {
        const at = names.findIndex((each) => same(each, name.name, name.sheet));
        return { names: at < 0 ? [...names, name] : names.map((each, index) => (index === at ? name : each)) };
      }, 'names');
    },
    removeName(name, sheet) {
      if (!engine.sidecar.names.some((each) => same(each, name, sheet))) throw new PortError('ItemNotFound', `There is no name "${name}" in this workbook.`);
      update(({ names }) => ({ names: names.filter((each) => !same(each, name, sheet)) }), 'names');
    },

    settings: () => engine.sidecar.settings,
    setSetting: (key, value) => store(({ settings }) => ({ settings: new Map(settings).set(key, value) }), 'settings'),
    removeSetting(key) {
      if (!engine.sidecar.settings.has(key)) return;
      store(({ settings }) => ({ settings: new Map([...settings].filter(([each]) => each !== key)) }), 'settings');
    },

    properties: () => engine.sidecar.properties,
    setProperty(key, value) {
      store(({ properties }) => {
        const after = new Map(properties);
        if (value === null) after.delete(key);
        else after.set(key, value);
        return { properties: after };
      }, null);
    },

    sheetProperties: (sheet) => engine.sidecar.sheets.get(sheet)?.customProperties ?? new Map<string, string>(),
    setSheetProperty(sheet, key, value) {
      engine.worksheet(sheet);
      engine.commitSidecar(
        withSheet(engine.sidecar, sheet, (before) => {
          const customProperties = new Map(before.customProperties);
          if (value === null) customProperties.delete(key);
          else customProperties.set(key, value);
          return { ...before, customProperties };
        }),
        [],
      );
    },

    customXmlParts: () => engine.sidecar.customXmlParts,
    setCustomXmlPart(part) {
      store(({ customXmlParts }) => {
        if (part.xml === null) return { customXmlParts: customXmlParts.filter((each) => each.id !== part.id) };
        const at = customXmlParts.findIndex((each) => each.id === part.id);
        return { customXmlParts: at < 0 ? [...customXmlParts, part] : customXmlParts.map((each, index) => (index === at ? part : each)) };
      }, null);
    },
  };
}
