/** An answer as Excel's runtime takes it: an error with a message is an object of its own. */
import { type Answer, type Cell, type Refusal, isRefusal } from './answers';

function errorOf({ error, message }: Refusal): CustomFunctions.Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(error === '#VALUE!' ? invalidValue : notAvailable, message);
}

/** For a streaming function, which hands its results over. */
export function shown(answer: Answer): Cell | readonly (readonly Cell[])[] | CustomFunctions.Error {
  return isRefusal(answer) ? errorOf(answer) : answer;
}

/** For a function that returns one figure; an error is thrown. */
export function returned(answer: number | Refusal): number {
  if (typeof answer === 'object') throw errorOf(answer);
  return answer;
}
