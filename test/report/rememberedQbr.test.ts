import { readRememberedQbr, writeRememberedQbr } from '../../src/report/rememberedQbr';

const chosen = { preparedBy: 'Ines Okafor', leftOut: new Set(['exits'] as const), withoutNames: false };

test('what was chosen is read as it was written', () => {
  expect(readRememberedQbr(writeRememberedQbr(null, chosen))).toEqual(chosen);
});

test.each([null, '', 'not JSON', '[]', '7', '{"preparedBy":7,"leftOut":"exits"}', '{"preparedBy":"  ","leftOut":["somewhere"]}'])('%s counts as never chosen', (text) => {
  expect(readRememberedQbr(text)).toEqual({ preparedBy: null, leftOut: new Set(), withoutNames: false });
});

test('what a later version stored beside it stays', () => {
  expect(JSON.parse(writeRememberedQbr('{"version":2,"charts":false,"leftOut":["reviews"]}', chosen) ?? '')).toEqual({ version: 2, charts: false, preparedBy: 'Ines Okafor', leftOut: ['exits'] });
});

test('nothing is stored where nothing was ever chosen', () => {
  expect(writeRememberedQbr(null, { preparedBy: null, leftOut: new Set(), withoutNames: false })).toBeNull();
  expect(writeRememberedQbr('{"version":1}', { preparedBy: null, leftOut: new Set(), withoutNames: false })).not.toBeNull();
});

test('that names are left out is remembered until they are not', () => {
  const without = writeRememberedQbr(null, { preparedBy: null, leftOut: new Set(), withoutNames: true });
  expect(readRememberedQbr(without)).toEqual({ preparedBy: null, leftOut: new Set(), withoutNames: true });
  expect(readRememberedQbr(writeRememberedQbr(without, chosen))).toEqual(chosen);
});
