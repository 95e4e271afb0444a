import { typingFor } from '../../src/taskpane/typedNumber';

describe('numbers as a person types them', () => {
  test.each([
    ['en-GB', '1,200', 1200], ['en-GB', '1200.5', 1200.5], ['en-GB', '0,5', 0.5], ['en-GB', ' 12 ', 12], ['en-GB', '-3', -3], ['en-GB', '−3', -3],
    ['de-DE', '1.200', 1200], ['de-DE', '0,25', 0.25], ['de-DE', '0.25', 0.25], ['de-DE', '1.200,5', 1200.5], ['de-CH', "1'200", 1200], ['fr-FR', '1 200,5', 1200.5],
    ['en-GB', '', null], ['en-GB', 'many', null], ['en-GB', '1,2,3', null], ['en-GB', '12 days', null], ['no culture at all', '1,200', 1200],
  ])('%s: "%s" is %s', (culture, text, value) => {
    expect(typingFor(culture).read(text)).toBe(value);
  });

  test('a percentage is itself where percent is the unit, and its hundredth where a share is', () => {
    expect(typingFor('en-GB').read('50 %')).toBe(50);
    expect(typingFor('en-GB').read('50%', true)).toBe(0.5);
  });

  test('what is written is read back, and has no grouping to stumble over', () => {
    for (const culture of ['en-GB', 'de-DE', 'fr-FR', 'ar', 'hi-IN']) {
      const typing = typingFor(culture);
      for (const value of [0, 1200, 0.05, 1234567.5, -3.25]) expect(typing.read(typing.write(value))).toBe(value);
    }
  });
});
