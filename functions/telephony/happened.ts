import type { Call } from './call.ts';
import type { Entry } from './call-back.ts';

/** What a call does to the call-back of its number: opens it, settles it, or nothing yet. Hidden numbers cannot be called. */
export const entryOf = (contactId: string, call: Call | null): { number: string; entry: Entry } | null => {
  if (!call?.number) return null;
  const { number, topic, group } = call;
  const about = { id: contactId, contactId, topic, group };
  if (call.outcome === 'answered' && call.connectedAt)
    return { number, entry: { ...about, at: call.connectedAt, kind: 'reached' } };
  if (call.outcome !== 'abandoned' && call.outcome !== 'missed') return null;
  const at = call.startedAt;
  if (call.direction === 'inbound') return { number, entry: { ...about, at, kind: 'missed' } };
  return { number, entry: { ...about, at, kind: 'no-answer', by: call.agent ?? '' } };
};
