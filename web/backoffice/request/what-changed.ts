import type { AgentRequest } from '../../../functions/requests/agent-api.ts';

export type Change =
  | { field: 'state' | 'department' | 'agent'; before: string | null; after: string | null }
  | { field: 'messages' | 'notes'; added: number };

/** What a colleague did between the version an agent was looking at and the one on the server. */
export function whatChanged(before: AgentRequest, after: AgentRequest): Change[] {
  const changes: Change[] = [];
  for (const field of ['state', 'department', 'agent'] as const) {
    if (before[field] !== after[field]) changes.push({ field, before: before[field], after: after[field] });
  }
  for (const field of ['messages', 'notes'] as const) {
    const known = new Set(before[field].map((each) => each.id));
    const added = after[field].filter((each) => !known.has(each.id)).length;
    if (added > 0) changes.push({ field, added });
  }
  return changes;
}
