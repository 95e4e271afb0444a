/** Messages to Excel: their size is known before they are sent, and none is larger than it takes. */
import fc from 'fast-check';
import { cellBytes, packed, payload } from '../../src/excel/requestSize';

const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.constantFrom('', '"quoted\\"', 'ünï', '日本', '😀'));

test('cells are measured as JSON in UTF-8 holds them, to within two hundredths', () => {
  fc.assert(fc.property(fc.array(fc.array(value, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 }), (rows) => {
    const bytes = Buffer.byteLength(JSON.stringify(rows));
    expect(cellBytes(rows)).toBeGreaterThanOrEqual(bytes - rows.length);
    expect(cellBytes(rows)).toBeLessThanOrEqual(bytes * 1.02 + 2 * rows.length + 8);
  }));
});

test('nothing is lost, reordered, or sent in a message that is too large, unless it is so by itself', () => {
  fc.assert(fc.property(fc.array(fc.record({ bytes: fc.integer({ min: 0, max: payload + 10 }) })), (items) => {
    const messages = packed(items);
    expect(messages.flat()).toEqual(items);
    for (const message of messages) expect(message.length === 1 || message.reduce((sum, { bytes }) => sum + bytes, 0) <= payload).toBe(true);
  }));
});
