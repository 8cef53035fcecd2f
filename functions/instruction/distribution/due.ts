import type { Whole } from '../../requests/items.ts';

type Read = Pick<Whole, 'events'> & {
  request: Pick<Whole['request'], 'department' | 'agent' | 'arbitration' | 'state'>;
};
type Placed = { department: string | null; given: { by: string; reason: string | null } | null };
const undecided: readonly string[] = ['new', 'assigned', 'in-progress', 'waiting-citizen', 'waiting-visa'];

/**
 * Whether the rules should look for somebody: the request came to a department and nobody chose a person, or who had it is away
 * and has no substitute. What a person decided, the common basket of the same department included, is never decided again.
 */
export const isToGive = ({ request, events }: Read): boolean => {
  const { department, agent, arbitration, state } = request;
  if (!department || agent || arbitration || !undecided.includes(state)) return false;
  const places = events.flatMap((event): Placed[] => {
    switch (event.type) {
      case 'request-opened':
      case 'request-qualified':
      case 'arbitration-given':
        return [{ department: event.department, given: null }];
      case 'request-assigned':
        return [{ department: event.department, given: event }];
      default:
        return [];
    }
  });
  const last = places.at(-1);
  if (!last) return false;
  const before = places.at(-2)?.department ?? null;
  const isMoved = last.department !== before;
  if (!last.given) return isMoved;
  return last.given.by === 'auto' ? last.given.reason === 'absent' : isMoved;
};
