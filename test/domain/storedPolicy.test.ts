import fc from 'fast-check';
import { type Policy, defaultPolicy } from '../../src/domain/policy';
import { faultsOf } from '../../src/domain/policyRules';
import { type SettingPath, policySettings } from '../../src/domain/policySettings';
import { readPolicy, writePolicy } from '../../src/domain/storedPolicy';
import { lawRuns } from '../lawRuns';
import { anyPolicy } from './anyPolicy';

const greenFrom = (green: number): Policy => ({ ...defaultPolicy, bands: { ...defaultPolicy.bands, green } });

/** Nested deeper than JSON can be written again. */
const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

/** Texts that look like a stored policy, sensible or not: known and unknown settings, of this version and others. */
const key = fc.oneof(fc.constantFrom('weights', 'bands', 'green', 'amber', 'corrections', 'effectDays', '__proto__', 'constructor', 'toString', 'version', 'unreadable'), fc.string());
const value = fc.oneof(fc.jsonValue(), fc.integer({ min: -10, max: 200 }), fc.constantFrom('EUR', 'start', null));
const members = (of: fc.Arbitrary<unknown>) => fc.array(fc.tuple(key, of), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs) as object);
const settings = fc.array(fc.tuple(fc.constantFrom(...policySettings.map(({ path }) => path)), value), { maxLength: 8 }).map((pairs) => nested(pairs));
const version = fc.oneof(fc.constantFrom(1, 2, 17), fc.jsonValue());
const policyText = fc.oneof(
  fc.tuple(version, members(fc.oneof(value, members(value)))).map(([stored, rest]) => JSON.stringify({ version: stored, ...rest })),
  fc.tuple(version, settings).map(([stored, known]) => JSON.stringify({ version: stored, ...known })),
);
const anyText = fc.option(fc.oneof({ weight: 3, arbitrary: policyText }, { weight: 1, arbitrary: fc.json() }, { weight: 1, arbitrary: fc.string() }), { nil: null });

function nested(pairs: readonly (readonly [SettingPath, unknown])[]): object {
  const groups: Record<string, unknown> = {};
  for (const [path, stored] of pairs) {
    const [first = '', second] = path.split('.');
    groups[first] = second === undefined ? stored : { ...(groups[first] as object | undefined), [second]: stored };
  }
  return groups;
}

/** All that the text holds beyond the settings that are known, by its path. */
function unknownIn(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  const known = new Set<string>(policySettings.map(({ path }) => path));
  const groups = new Set(policySettings.flatMap(({ path }) => (path.includes('.') ? [path.split('.')[0]] : [])));
  const walk = (part: object, before: string): (readonly [string, unknown])[] => Object.entries(part).flatMap(([name, stored]: [string, unknown]) => {
    const path = before + name;
    if (before === '' && groups.has(name)) return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? walk(stored, `${path}.`) : [];
    return known.has(path) || path === 'version' ? [] : [[path, stored] as const];
  });
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) return Object.fromEntries(walk(stored, ''));
  } catch {
    // No JSON: kept whole.
  }
  return { unreadable: text };
}

describe('reading the stored policy', () => {
  it('of a workbook without one gives the defaults', () => {
    expect(readPolicy(null)).toEqual({ policy: defaultPolicy, problems: [] });
    expect(readPolicy('{}')).toEqual({ policy: defaultPolicy, problems: [] });
    expect(readPolicy('{"version":1}')).toEqual({ policy: defaultPolicy, problems: [] });
  });

  it('takes what differs and leaves the rest at its default', () => {
    const { policy, problems } = readPolicy('{"version":1,"weights":{"revenue":40},"reportingCurrency":"EUR","fiscalYearStartMonth":7,"fiscalYearNamedFor":"start"}');
    expect(policy).toEqual({
      ...defaultPolicy, weights: { ...defaultPolicy.weights, revenue: 40 }, reportingCurrency: 'EUR', fiscalYearStartMonth: 7, fiscalYearNamedFor: 'start',
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['{"bands":{"green":140}}', 'Policy: "Green from" is 140, but must be a number of points from 0 to 100; the default of 80 is used.'],
    ['{"bands":{"green":"90"}}', 'Policy: "Green from" is "90", but must be a number of points from 0 to 100; the default of 80 is used.'],
    ['{"bands":{"green":null}}', 'Policy: "Green from" is none, but must be a number of points from 0 to 100; the default of 80 is used.'],
    ['{"bands":{"green":[90]}}', 'Policy: "Green from" is a list, but must be a number of points from 0 to 100; the default of 80 is used.'],
    ['{"bands":{"green":{"from":90}}}', 'Policy: "Green from" is a group of settings, but must be a number of points from 0 to 100; the default of 80 is used.'],
    ['{"inspectionDays":90.5}', 'Policy: "Inspection" is 90.5, but must be a whole number of days from 1 to 730; the default of 90 is used.'],
    ['{"tooEarlyPercent":0}', 'Policy: "Too early below" is 0, but must be a whole percentage from 1 to 100; the default of 10 is used.'],
    ['{"oneBandShare":80}', 'Policy: "One rating for most" is 80, but must be a share from 0.5 to 1; the default of 0.8 is used.'],
    ['{"reportingCurrency":"euro"}', 'Policy: "Reporting currency" is "euro", but must be a currency code of three capital letters, or none; the default of none is used.'],
    ['{"fiscalYearNamedFor":"both"}', 'Policy: "Fiscal year is named for" is "both", but must be "end" or "start"; the default of "end" is used.'],
    ['{"bands":85}', 'Policy: "bands" is 85, but must be a group of settings; the defaults are used.'],
    ['{"bands":[85]}', 'Policy: "bands" is a list, but must be a group of settings; the defaults are used.'],
    ['{"bands":null}', 'Policy: "bands" is none, but must be a group of settings; the defaults are used.'],
    ['{"version":1,"mood":"good"}', 'Policy: a setting is not known and not used, but kept: "mood".'],
    ['{"bands":{"blue":1},"mood":{"a":1}}', 'Policy: 2 settings are not known and not used, but kept: "bands.blue" and "mood".'],
    ['{"a":1,"b":1,"c":1,"d":1}', 'Policy: 4 settings are not known and not used, but kept: "a", "b" and 2 more.'],
    ['{"version":2}', 'The policy of this workbook was saved by a newer version of this add-in (2, here 1): what is known of it is used, and all of it is kept.'],
    ['{"version":"2"}', 'The policy of this workbook has "2" for its version, which is none; it is read all the same.'],
    ['{"version":0}', 'The policy of this workbook has 0 for its version, which is none; it is read all the same.'],
    ['{"version":1.5}', 'The policy of this workbook has 1.5 for its version, which is none; it is read all the same.'],
    ['{"version":null}', 'The policy of this workbook has none for its version, which is none; it is read all the same.'],
  ])('%s gives the defaults and says why', (text, problem) => {
    expect(readPolicy(text)).toEqual({ policy: defaultPolicy, problems: [problem] });
  });

  it.each([
    ['nothing', ''], ['no JSON', 'green: 90'], ['JSON cut short', '{"bands":'], ['a list', '[1]'], ['a number', '90'], ['a text', '"bands"'], ['null', 'null'],
    ['a list in lists without end', deep], ['an object that holds one', `{"a":${deep}}`],
  ])('%s gives the defaults and says that it cannot be read', (_, text) => {
    const problem = 'The policy of this workbook cannot be read: the defaults are used, and what is stored is kept.';
    expect(readPolicy(text)).toEqual({ policy: defaultPolicy, problems: [problem] });
  });

  it('uses the good settings beside the bad ones, and tells of the bad ones in their order', () => {
    const { policy, problems } = readPolicy('{"version":3,"colour":"blue","planMonths":0,"bands":{"green":85,"amber":-1},"surveyMonths":6}');
    expect(policy).toEqual({ ...defaultPolicy, bands: { green: 85, amber: 60 }, surveyMonths: 6 });
    expect(problems).toEqual([
      'The policy of this workbook was saved by a newer version of this add-in (3, here 1): what is known of it is used, and all of it is kept.',
      'Policy: "Joint business plan" is 0, but must be a whole number of months from 1 to 60; the default of 12 is used.',
      'Policy: "Amber from" is -1, but must be a number of points from 0 to 100; the default of 60 is used.',
      'Policy: a setting is not known and not used, but kept: "colour".',
    ]);
  });

  it('takes both settings of a broken rule at their defaults, and the others as they are', () => {
    const { policy, problems } = readPolicy('{"bands":{"green":70,"amber":75},"sponsorLoad":{"stretched":4},"assessment":{"unsuccessful":70}}');
    expect(policy).toEqual({ ...defaultPolicy, sponsorLoad: { stretched: 4, overloaded: 5 } });
    expect(problems).toEqual([
      'Policy: Green must start above Amber, but "Green from" is 70 and "Amber from" is 75; the defaults of 80 and 60 are used.',
      'Policy: the maturity of the successful must lie above that of the unsuccessful, but "Maturity of the successful" is 60 and '
        + '"Maturity of the unsuccessful" is 70; the defaults of 60 and 40 are used.',
    ]);
  });

  it('does not tell again of a text that was kept as unreadable', () => {
    expect(readPolicy('{"version":1,"unreadable":"green: 90"}').problems).toEqual([]);
  });

  it('takes the keys of prototypes for what they are: unknown settings', () => {
    const { policy, problems } = readPolicy('{"__proto__":{"green":1,"polluted":1},"constructor":{"prototype":{"polluted":1}},"bands":{"__proto__":{"green":1}}}');
    expect(policy).toEqual(defaultPolicy);
    expect(problems).toEqual(['Policy: 3 settings are not known and not used, but kept: "__proto__", "constructor" and 1 more.']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('never throws, and always gives a policy that may stand', () => {
    fc.assert(fc.property(anyText, (text) => {
      const { policy, problems } = readPolicy(text);
      expect(faultsOf(policy)).toEqual([]);
      for (const problem of problems) expect(problem).toMatch(/^(Policy: |The policy of this workbook ).+\.$/);
    }), lawRuns(300));
  });
});

describe('writing the policy', () => {
  it('stores nothing where nothing differs from the defaults', () => {
    expect(writePolicy(null, defaultPolicy)).toBeNull();
    expect(writePolicy('{"version":1,"bands":{"green":85}}', defaultPolicy)).toBeNull();
    expect(writePolicy('{"version":1,"bands":{"green":140},"weights":3}', defaultPolicy)).toBeNull();
  });

  it('stores what differs, nested and in the order of the policy', () => {
    const policy: Policy = { ...greenFrom(85), weights: { ...defaultPolicy.weights, pipeline: 25 }, reportingCurrency: 'EUR' };
    expect(writePolicy(null, policy)).toBe('{"version":1,"weights":{"pipeline":25},"bands":{"green":85},"reportingCurrency":"EUR"}');
  });

  it('keeps what it does not know, at its place', () => {
    expect(writePolicy('{"mood":"good","version":1,"bands":{"blue":20,"amber":50}}', greenFrom(85))).toBe('{"version":1,"bands":{"green":85,"blue":20},"mood":"good"}');
    expect(writePolicy('{"bands":{"blue":20,"amber":50}}', defaultPolicy)).toBe('{"version":1,"bands":{"blue":20}}');
  });

  it('keeps a newer version, with what only that allows as long as nothing else is set', () => {
    expect(writePolicy('{"version":2}', defaultPolicy)).toBe('{"version":2}');
    const stored = '{"version":2,"bands":{"green":140,"amber":50},"fiscalYearNamedFor":"both","weights":[1]}';
    expect(writePolicy(stored, defaultPolicy)).toBe('{"version":2,"weights":[1],"bands":{"green":140},"fiscalYearNamedFor":"both"}');
    expect(writePolicy(stored, { ...greenFrom(85), fiscalYearNamedFor: 'start', weights: { ...defaultPolicy.weights, revenue: 31 } })).toBe(
      '{"version":2,"weights":{"revenue":31},"bands":{"green":85},"fiscalYearNamedFor":"start"}',
    );
  });

  it('puts its own version for one that is none', () => {
    expect(writePolicy('{"version":"new","mood":1}', defaultPolicy)).toBe('{"version":1,"mood":1}');
  });

  it('keeps a text that could not be read', () => {
    expect(writePolicy('green: 90', defaultPolicy)).toBe('{"version":1,"unreadable":"green: 90"}');
    expect(writePolicy('[1]', greenFrom(85))).toBe('{"version":1,"bands":{"green":85},"unreadable":"[1]"}');
    expect(writePolicy('{"version":1,"unreadable":"green: 90"}', greenFrom(85))).toBe('{"version":1,"bands":{"green":85},"unreadable":"green: 90"}');
    expect(JSON.parse(writePolicy(`{"a":${deep}}`, defaultPolicy) ?? '')).toEqual({ version: 1, unreadable: `{"a":${deep}}` });
  });

  it('is read back as it was, whatever was stored before', () => {
    fc.assert(fc.property(anyText, anyPolicy, (stored, policy) => {
      expect(readPolicy(writePolicy(stored, policy)).policy).toEqual(policy);
    }), lawRuns(300));
  });

  it('keeps all unknown settings, however often it is written', () => {
    fc.assert(fc.property(anyText, fc.array(anyPolicy, { minLength: 1, maxLength: 4 }), (stored, policies) => {
      const last = policies.reduce<string | null>((text, policy) => writePolicy(text, policy), stored);
      expect(unknownIn(last)).toEqual(unknownIn(stored));
    }), lawRuns(300));
  });

  it('of what was just written changes nothing', () => {
    fc.assert(fc.property(anyText, anyPolicy, (stored, policy) => {
      const once = writePolicy(stored, policy);
      expect(writePolicy(once, policy)).toBe(once);
    }), lawRuns(300));
  });
});
