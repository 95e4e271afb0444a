import fc from 'fast-check';
import { fit, lines, oneLine } from '../../src/report/textFit';

describe('text that must fit its cells', () => {
  test.each([
    ['Northwind Systems', 32, 'Northwind Systems'],
    ['The Consolidated Amalgamated Holding', 20, 'The Consolidated Am…'],
    ['two\nlines\tand a tab', 40, 'two lines and a tab'],
    ['', 10, ''],
  ])('%j in %i characters reads %j', (text, characters, shown) => {
    expect(fit(text, characters)).toBe(shown);
  });

  test('wide characters count twice, and an emoji is never cut in half', () => {
    expect([...fit('東京電力株式会社ホールディングス', 12)].length).toBeLessThanOrEqual(6);
    expect(fit('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 4)).toBe('👩‍👩‍👧‍👦…');
  });

  test('a cell of 32,767 characters is cut without measuring all of it', () => {
    expect(fit('x'.repeat(32_767), 30).length).toBeLessThanOrEqual(31);
  });

  test('a figure is never parted from its unit', () => {
    expect(lines('It is 83 % of plan', 7)).toEqual(['It is', '83 % of', 'plan']);
  });

  test('a sentence is broken between words and loses none', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 130 }), (sentence, characters) => {
        const text = sentence.join(' ');
        expect(lines(text, characters).join(' ')).toBe(oneLine(text));
      }),
    );
  });
});
