/** Saves the policy with the workbook, for whoever opens it next. */
import type { Policy } from '../domain/policy';
import { faultsOf } from '../domain/policyRules';
import { writePolicy } from '../domain/storedPolicy';
import { type ActionResult, resultOf } from './actionResult';
import { livePortfolio } from './livePortfolio';
import type { LivePortfolio } from './liveState';
import { type ExcelSession, inExcel } from './officeSync';
import { policySetting, settingText } from './workbookSettings';

/**
 * Stores what differs from the defaults and judges anew; what is stored and not known stays. At most two requests, and those of a reading.
 * A policy that may not stand is refused with a sentence, and nothing is stored.
 */
export async function savePolicy(policy: Policy, live: LivePortfolio = livePortfolio): Promise<ActionResult> {
  const [fault] = faultsOf(policy);
  if (fault !== undefined) return { kind: 'failed', message: fault };
  const result = await resultOf(() => inExcel((session) => store(session, policy)));
  if (result.kind === 'done') await live.refresh();
  return result;
}

async function store({ context, sync }: ExcelSession, policy: Policy): Promise<void> {
  const { settings } = context.workbook;
  const setting = settings.getItemOrNullObject(policySetting).load('value');
  await sync();
  const stored = settingText(setting);
  const text = writePolicy(stored, policy);
  if (text === stored) return;
  if (text === null) setting.delete();
  else settings.add(policySetting, text);
  await sync();
}
