/** What tools/qbr.mjs runs. */
export { HELP, parseRequest, USAGE } from './request';
export { writeQbr } from './writeQbr';
export type { QbrRequest } from './request';
export type { Outcome } from './writeQbr';
