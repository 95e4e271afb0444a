/** Reads the metadata of custom functions (functions.json) as Excel does. */
import type { HostFunction } from '../../host/customFunctions';

export type ReadFunctions = { readonly ok: true; readonly functions: readonly HostFunction[] } | { readonly ok: false; readonly sentence: string };

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const dimensionality = (entry: unknown): 'scalar' | 'matrix' => (isEntry(entry) && entry.dimensionality === 'matrix' ? 'matrix' : 'scalar');

/** `namespace` is the manifest's; Excel writes it before each name, with a dot between. */
export function readFunctions(json: string, namespace: string): ReadFunctions {
  const refused = (sentence: string): ReadFunctions => ({ ok: false, sentence });
  let metadata: unknown;
  try {
    metadata = JSON.parse(json);
  } catch {
    return refused('The metadata of the custom functions is not JSON.');
  }
  if (!isEntry(metadata) || !Array.isArray(metadata.functions)) return refused('The metadata of the custom functions has no list of functions.');
  const allowErrors = metadata.allowErrorForDataTypeAny === true;
  const functions: HostFunction[] = [];
  for (const entry of metadata.functions as readonly unknown[]) {
    if (!isEntry(entry) || !text(entry.id) || !text(entry.name)) return refused('The metadata of the custom functions has a function without id or name.');
    const options = isEntry(entry.options) ? entry.options : {};
    const parameters = Array.isArray(entry.parameters) ? (entry.parameters as readonly unknown[]).filter(isEntry) : [];
    functions.push({
      id: text(entry.id),
      cancelable: options.cancelable === true,
      requiresAddress: options.requiresAddress === true || options.requiresStreamAddress === true,
      requiresParameterAddresses: options.requiresParameterAddresses === true || options.requiresStreamParameterAddresses === true,
      signature: {
        name: `${namespace}.${text(entry.name)}`.toUpperCase(),
        description: text(entry.description),
        helpUrl: text(entry.helpUrl) || null,
        streaming: options.stream === true,
        allowErrors,
        result: dimensionality(entry.result),
        parameters: parameters.map((parameter) => ({
          name: text(parameter.name),
          description: text(parameter.description),
          optional: parameter.optional === true,
          dimensionality: dimensionality(parameter),
          type: text(parameter.type) || 'any',
          repeating: parameter.repeating === true,
        })),
      },
    });
  }
  return { ok: true, functions };
}
