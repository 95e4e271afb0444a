/** What the runtime hands to a function, made plain: omitted arguments arrive as null, whatever the declaration says. */
import type { GivenRange } from '../excel/rangePortfolio';

type Call = CustomFunctions.StreamingInvocation<unknown>;

/**
 * The call among the arguments. It is the last one, but stands further to the front where Excel still knows an older signature
 * with fewer parameters.
 */
export function callOf(values: readonly unknown[]): Call {
  const call = values.find(isCall);
  if (call === undefined) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'Close and open the workbook: Excel knows an older version of this function.');
  return call;
}

function isCall(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && 'setResult' in value && typeof value.setResult === 'function';
}

/** `null` where nothing was given. */
export function given<Value extends string | boolean>(value: Value | null | undefined): Value | null {
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** The ranges that were given, each with its position among the parameters, by which Excel tells its address. */
export function rangesOf(call: Call, ...ranges: readonly (readonly [values: unknown, position: number])[]): GivenRange[] {
  return ranges.flatMap(([values, position]): GivenRange[] => {
    if (!Array.isArray(values)) return [];
    const address = call.parameterAddresses?.[position] || null;
    const rows = values as unknown[][];
    const isNothing = address === null && rows.length === 1 && rows[0]?.length === 1 && (rows[0][0] ?? '') === '';
    return isNothing ? [] : [{ address, values: rows }];
  });
}
