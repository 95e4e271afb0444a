/** Names that are one partner: ruling 30. */
import { ClosestText, editDistance } from '../../src/tables/closestText';
import { partnerKey } from '../../src/tables/partnerName';
import { partnersTable, read } from './sheet';

test.each([
  ['Acme', 'ACME', 'acme ', 'Acme, Inc.', 'Acme Inc', 'Acme GmbH & Co. KG', 'Acme Ltd', 'Ａｃｍｅ', 'Acme Corp.', 'Acme S.A.', 'Acme A/S', 'Ac\u00adme', '\u200bAcme', 'Acme Pty Ltd', 'A.C.M.E.', 'Acme®'],
  ['Smith & Sons', 'Smith and Sons', 'smith&sons', 'Smith  &  Sons Limited'],
  ["O'Neil", 'O’Neil', 'ONeil'],
  ['Data-Works', 'Data Works', 'DataWorks', 'Data_Works LLC'],
  ['Company', 'Company Inc', 'Company Company'],
  ['Fox 🦊', 'fox🦊'],
  ['Müller', 'Mu\u0308ller AG'],
])('ruling 30: %s and its other spellings are one partner', (...names) => {
  expect(new Set(names.map(partnerKey)).size).toBe(1);
});

test.each([
  ['Müller', 'Muller'], ['Acme', 'Acme 2'], ['Fox 🦊', 'Fox 🐻'], ['Inc', 'Ltd'], ['Acme Inc Europe', 'Acme Europe'], ['Studio ❶', 'Studio ❷'], ['Andes', 'des'], ['Grandco', 'Grand'],
])('ruling 30: %s and %s are two partners', (one, other) => {
  expect(partnerKey(one)).not.toBe(partnerKey(other));
});

test('ruling 30: names are shown trimmed, otherwise as typed', () => {
  const rows = read(partnersTable([{ Partner: '\u00a0 Acme,  INC.\t' }, { Partner: '=HYPERLINK("http://x","y")' }, { Partner: 42 }]));
  expect(rows.partners?.rows.map(({ name }) => name)).toEqual(['Acme,  INC.', '=HYPERLINK("http://x","y")', '42']);
});

test.each([['kitten', 'sitting', 3], ['', 'abc', 3], ['same', 'same', 0], ['flaw', 'lawn', 2]])('from "%s" to "%s" it takes %d edits', (from, to, edits) => {
  expect(editDistance(from, to, 9)).toBe(edits);
  expect(editDistance(from, to, edits)).toBe(edits);
  if (edits > 0) expect(editDistance(from, to, edits - 1)).toBeGreaterThan(edits - 1);
});

test('the closest text is the first of those with the fewest edits, and none where all are far', () => {
  const closest = new ClosestText(['northwind', 'southwind', 'contoso', 'nordwind']);
  expect([closest.to('nortwind'), closest.to('norwind'), closest.to('contosso'), closest.to('zebra')]).toEqual(['northwind', 'nordwind', 'contoso', null]);
});

test.each<[string, string, string | null, string]>([
  ['abcdef', 'abcdxy', 'abcdxy', 'two edits in six letters are close'],
  ['abcdef', 'abcxyz', null, 'three are not'],
  ['abcdef', 'fedcba', null, 'nor are the same letters in another order'],
  ['abcdef', 'abcdefgh', 'abcdefgh', 'two letters more are close'],
  ['abcdef', 'abcdefghi', null, 'three are not'],
  ['ab', 'ac', null, 'a name of two letters has no close one'],
  ['abc', 'abd', 'abd', 'of three letters one may differ'],
])('to "%s" of a partner called "%s" the closest is %s: %s', (text, candidate, closest) => {
  expect(new ClosestText([candidate]).to(text)).toBe(closest);
});

test('how far a close text may be can be said', () => {
  expect([2, 3].map((limit) => new ClosestText(['abcxyz']).to('abcdef', limit))).toEqual([null, 'abcxyz']);
});

test('of texts that are equally close the first is the closest, and an exact one beats them all', () => {
  expect(new ClosestText(['acmd', 'acmf', 'acme', 'acmg']).to('acmx')).toBe('acmd');
  expect(new ClosestText(['acmd', 'acmf', 'acme', 'acmg']).to('acme')).toBe('acme');
});

test('texts of more than 100 characters are not compared', () => {
  const [hundred, more] = ['x'.repeat(100), 'x'.repeat(101)];
  expect(new ClosestText([hundred]).to(`${hundred.slice(1)}y`)).toBe(hundred);
  expect(new ClosestText([more]).to(hundred)).toBeNull();
  expect(new ClosestText([hundred]).to(more)).toBeNull();
});

test('where there are more edits than the limit any number above it says so', () => {
  expect(editDistance('aaaa', 'bbbb', 1)).toBeGreaterThan(1);
  expect(editDistance('aaaa', 'aaaabbb', 2)).toBeGreaterThan(2);
  expect(editDistance('abcdefgh', 'hgfedcba', 3)).toBeGreaterThan(3);
});
