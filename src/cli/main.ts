/** What tools/qbr.mjs runs. */
export { parseRequest, USAGE } from './request';
export { writeQbr } from './writeQbr';
