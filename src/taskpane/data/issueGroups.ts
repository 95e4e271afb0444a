/** Issues by their kind, so that ten cells with one fault are one thing to learn. */
import type { Issue, IssueCode } from '../../domain/issue';
import { issueKinds } from '../sentences/data';

export interface IssueGroup {
  readonly code: IssueCode;
  readonly issues: readonly Issue[];
}

/** In the order of the kinds: what hides whole tables and rows before single cells. */
export function groupedIssues(issues: readonly Issue[]): readonly IssueGroup[] {
  const groups = new Map<IssueCode, Issue[]>();
  for (const code of Object.keys(issueKinds) as IssueCode[]) groups.set(code, []);
  for (const issue of issues) groups.get(issue.code)?.push(issue);
  return [...groups].flatMap(([code, found]) => (found.length === 0 ? [] : { code, issues: found }));
}
