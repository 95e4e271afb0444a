/** Settings as a JSON file: the same text that a workbook stores. */
import type { Policy } from '../../domain/policy';
import { broughtPolicyProblems } from '../../domain/sentences';
import { type StoredPolicy, isPolicyText, policyVersion, readPolicy, writePolicy } from '../../domain/storedPolicy';

export const policyFileName = 'alliance-settings.json';

/** What differs from the defaults; that is enough to read the rest from. */
export function policyFileText(policy: Policy): string {
  const text = writePolicy(null, policy);
  return `${JSON.stringify(text === null ? { version: policyVersion } : JSON.parse(text), null, 2)}\n`;
}

/** `null`: the file holds no settings. */
export function readPolicyFile(text: string): StoredPolicy | null {
  return isPolicyText(text) ? readPolicy(text, broughtPolicyProblems) : null;
}

/** Hands a file to the browser's downloads. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
