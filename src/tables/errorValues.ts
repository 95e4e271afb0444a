/** Excel's error values, which reach an add-in as their text. */

const errorValues = new Set([
  '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!',
  '#UNKNOWN!', '#BUSY!', '#EXTERNAL!', '#PYTHON!', '#TIMEOUT!',
]);
const numberSign = 35;

export function isErrorValue(value: unknown): boolean {
  return typeof value === 'string' && value.charCodeAt(0) === numberSign && errorValues.has(value);
}
