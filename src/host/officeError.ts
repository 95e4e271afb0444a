/** The errors that Excel answers: a code that add-ins branch on, and a sentence for people. */

const sentences = {
  AccessDenied: 'You do not have permission to perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found.',
  FormulaLengthExceedsLimit: 'The formula is longer than 8,192 characters.',
  GeneralException: 'There was an internal error while processing the request.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  MergedRangeConflict: 'The operation cannot be done on a part of merged cells.',
  NonBlankCellOffSheet: 'Non-empty cells would be pushed off the end of the worksheet.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
} as const;

export type OfficeErrorCode = keyof typeof sentences;

const httpStatus: Partial<Record<OfficeErrorCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  GeneralException: 500,
};

/**
 * Thrown while an action runs; the request processor turns it into the answer's `Error`. `detail` follows Excel's own sentence;
 * `location` ("Range.values") is known from the action where it is left out.
 */
export class OfficeError extends Error {
  readonly httpStatusCode: number;
  constructor(
    readonly code: OfficeErrorCode,
    detail?: string,
    readonly location?: string,
  ) {
    super(detail === undefined ? sentences[code] : `${sentences[code]} ${detail}`);
    this.name = 'OfficeError';
    this.httpStatusCode = httpStatus[code] ?? 400;
  }
}

/** A code in the workbook's own words as one of Excel's; unknown ones become `GeneralException`. */
export function asOfficeError(error: unknown): OfficeError {
  if (error instanceof OfficeError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return new OfficeError(isOfficeErrorCode(code) ? code : 'GeneralException', message);
}

const isOfficeErrorCode = (code: unknown): code is OfficeErrorCode => typeof code === 'string' && Object.hasOwn(sentences, code);

/** `value`, or `ItemNotFound` where there is none. */
export function found<T>(value: T | null | undefined, what?: string): T {
  if (value === null || value === undefined) throw new OfficeError('ItemNotFound', what);
  return value;
}

export function refuse(code: OfficeErrorCode, detail?: string): never {
  throw new OfficeError(code, detail);
}
