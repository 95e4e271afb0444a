/**
 * The policy as text that travels with a workbook: JSON, nested as the policy is, holding what differs from the defaults.
 * `{"version":1,"bands":{"green":85}}`. Nothing that is stored is ever lost, whether it is understood or not.
 */
import { type Policy, defaultPolicy } from './policy';
import { defaultTexts, policyRules, ruleFault, valueFault } from './policyRules';
import {
  type SettingDescription, type SettingGroup, type SettingPath, type SettingValue, isAllowed, isSetting, settingTree, settingValue, valueText, withSettings,
} from './policySettings';
import { type StoredPolicyProblems, shown, storedPolicyProblems } from './sentences';

/** The version that is written. */
export const policyVersion = 1;
const versionKey = 'version';
/** Under this key stands a text that was stored and could not be read. */
const unreadableKey = 'unreadable';

/** The members of a JSON object. A map knows no prototype: "constructor" is a key like any other. */
type Members = ReadonlyMap<string, unknown>;

function membersOf(value: unknown): Members | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
}

/** `null` where the text is no JSON object, or one that is nested too deep to be written again. */
function parsed(text: string): Members | null {
  try {
    const value: unknown = JSON.parse(text);
    JSON.stringify(value);
    return membersOf(value);
  } catch {
    return null;
  }
}

function newerVersion(members: Members): number | null {
  const stored = members.get(versionKey);
  return typeof stored === 'number' && Number.isInteger(stored) && stored > policyVersion ? stored : null;
}

/** What one text says, gathered in the order of the text. */
class PolicyReading {
  private readonly values = new Map<SettingPath, SettingValue>();
  private readonly problems: string[] = [];
  private readonly unknown: string[] = [];

  constructor(members: Members, private readonly say: StoredPolicyProblems) {
    this.readVersion(members);
    this.readGroup(settingTree, new Map([...members].filter(([key]) => key !== versionKey && key !== unreadableKey)), '');
    if (this.unknown.length > 0) this.problems.push(this.say.unknown(this.unknown.map(shown.text)));
  }

  result(): StoredPolicy {
    const asStored = withSettings(defaultPolicy, this.values);
    for (const rule of policyRules) {
      if (rule.isKept(asStored)) continue;
      this.problems.push(this.say.byDefault(ruleFault(rule, asStored), defaultTexts(rule.paths)));
      for (const path of rule.paths) this.values.delete(path);
    }
    return { policy: withSettings(defaultPolicy, this.values), problems: this.problems };
  }

  private readVersion(members: Members): void {
    const stored = members.get(versionKey);
    const newer = newerVersion(members);
    if (newer !== null) this.problems.push(this.say.newer(newer, policyVersion));
    else if (stored !== undefined && stored !== policyVersion) this.problems.push(this.say.noVersion(valueText(stored)));
  }

  private readGroup(group: SettingGroup, members: Members, before: string): void {
    const known = new Map(Object.entries(group));
    for (const [key, value] of members) {
      const node = known.get(key);
      const path = before + key;
      if (node === undefined) this.unknown.push(path);
      else if (!isSetting(node)) {
        const inner = membersOf(value);
        if (inner === null) this.problems.push(this.say.noGroup(shown.text(path), valueText(value)));
        else this.readGroup(node, inner, `${path}.`);
      } else if (isAllowed(node, value)) this.values.set(path as SettingPath, value);
      else this.problems.push(this.say.byDefault(valueFault(node, value), defaultTexts([path as SettingPath])));
    }
  }
}

export interface StoredPolicy {
  readonly policy: Policy;
  /** Sentences on what is stored and not used as it stands. */
  readonly problems: readonly string[];
}

/** Whether a text is of the shape of a stored policy at all. */
export const isPolicyText = (text: string): boolean => parsed(text) !== null;

/** The policy that a text holds; `null`: there is none, and the defaults hold. Never throws, whatever the text is. `say`: in the words of a workbook, or of a file. */
export function readPolicy(text: string | null, say: StoredPolicyProblems = storedPolicyProblems): StoredPolicy {
  if (text === null) return { policy: defaultPolicy, problems: [] };
  const members = parsed(text);
  return members === null ? { policy: defaultPolicy, problems: [say.unreadable] } : new PolicyReading(members, say).result();
}

/** What is written for a group: what differs from the defaults, then all that is not known. */
class PolicyWriting {
  constructor(private readonly policy: Policy, private readonly isNewer: boolean) {}

  membersOf(group: SettingGroup, stored: Members, before: string): readonly (readonly [string, unknown])[] {
    const known = new Map(Object.entries(group));
    const ours = [...known].flatMap(([key, node]) => {
      const path = before + key;
      const value = isSetting(node) ? this.changed(path as SettingPath) : this.writtenGroup(node, membersOf(stored.get(key)) ?? new Map(), path);
      if (value !== undefined) return [[key, value] as const];
      return this.isKept(node, stored.get(key)) ? [[key, stored.get(key)] as const] : [];
    });
    return [...ours, ...[...stored].filter(([key]) => !known.has(key))];
  }

  /** Undefined where it is the default. */
  private changed(path: SettingPath): SettingValue | undefined {
    const value = settingValue(this.policy, path);
    return value === settingValue(defaultPolicy, path) ? undefined : value;
  }

  private writtenGroup(group: SettingGroup, stored: Members, path: string): object | undefined {
    const members = this.membersOf(group, stored, `${path}.`);
    return members.length === 0 ? undefined : Object.fromEntries(members);
  }

  /** A newer version may allow what this one does not: that stays, as long as nobody sets something else. */
  private isKept(node: SettingGroup | SettingDescription, stored: unknown): boolean {
    if (!this.isNewer || stored === undefined) return false;
    return isSetting(node) ? !isAllowed(node, stored) : membersOf(stored) === null;
  }
}

/**
 * The text to store for a policy without faults in place of what is stored now; `null`: nothing need be stored.
 * What is not known in the stored text stays in it, a newer version too. Never throws, whatever the stored text is.
 */
export function writePolicy(stored: string | null, policy: Policy): string | null {
  const members = stored === null ? new Map<string, unknown>() : (parsed(stored) ?? new Map([[unreadableKey, stored]]));
  const newer = newerVersion(members);
  const others = new Map([...members].filter(([key]) => key !== versionKey));
  const written = new PolicyWriting(policy, newer !== null).membersOf(settingTree, others, '');
  if (written.length === 0 && newer === null) return null;
  return JSON.stringify(Object.fromEntries([[versionKey, newer ?? policyVersion], ...written]));
}
