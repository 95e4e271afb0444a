/** Excel's refusals in words. */
import { isTooLarge, troubleOf } from '../../src/excel/officeErrors';
import { NotAnswering } from '../../src/excel/officeSync';

const refusal = (code: string): Error => Object.assign(new Error(`${code}: whatever`), { code });

test.each([
  ['InvalidOperationInCellEditMode', 'cellBeingEdited'], ['AccessDenied', 'protected'], ['ResponsePayloadSizeLimitExceeded', 'tooLarge'], ['ItemNotFound', 'unexpected'], ['ServiceNotAvailable', 'unexpected'],
])('%s is one sentence about what to do', (code, kind) => {
  const trouble = troubleOf(refusal(code));
  expect(trouble.kind).toBe(kind);
  expect(trouble.message).toMatch(/^[A-Z].* (try again|Try again)[^.]*\.$/);
  expect(trouble.message).not.toContain('whatever');
});

test('no answer is trouble of its own', () => {
  expect(troubleOf(new NotAnswering())).toMatchObject({ kind: 'notAnswering' });
});

test('what Excel alone knows is quoted', () => {
  expect(troubleOf(refusal('SomethingNew')).message).toBe('Excel could not do this: SomethingNew: whatever. Try again; nothing was changed.');
  expect(troubleOf('odd').message).toContain('odd');
});

test('only sizes can be mended by asking for less', () => {
  expect([refusal('ResponsePayloadSizeLimitExceeded'), refusal('RequestPayloadSizeLimitExceeded'), refusal('GeneralException')].map(isTooLarge)).toEqual([true, true, false]);
});
