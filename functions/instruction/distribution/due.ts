import { addDays, type Day } from '../../deadlines/day.ts';
import type { Whole } from '../../requests/items.ts';
import { instantAt } from '../instant.ts';

type Read = Pick<Whole, 'events'> & {
  request: Pick<Whole['request'], 'department' | 'agent' | 'arbitration' | 'state'>;
};
type Placed = { department: string | null; given: Given | null };
type Given = { by: string; reason: string | null; why?: readonly string[] };
/** States in which a request is somebody's work. */
export const undecided: readonly string[] = [
  'new',
  'assigned',
  'in-progress',
  'waiting-citizen',
  'waiting-visa',
];

/**
 * Whether the rules should look for somebody. `now`: the request came to a department and nobody chose a person, or who had it is
 * away and has no substitute. `again`: they looked, and whom they wanted was away or had too much, which another day ends.
 * What a person decided, the common basket of the same department included, is never decided again.
 */
export const giving = ({ request, events }: Read): 'now' | 'again' | null => {
  const { department, agent, arbitration, state } = request;
  if (!department || agent || arbitration || !undecided.includes(state)) return null;
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
  if (!last) return null;
  const before = places.at(-2)?.department ?? null;
  const isMoved = last.department !== before;
  if (last.given?.by !== 'auto') return isMoved ? 'now' : null;
  if (last.given.reason === 'absent') return 'now';
  return mayEnd(last.given.why ?? []) ? 'again' : null;
};

/** Nobody was there or had room; or a rule found nobody for a reason of that day, and the rest goes to the basket. */
const mayEnd = (why: readonly string[]): boolean => {
  const last = why.at(-1) ?? '';
  const isMissed = last === 'basket' && why.some((code) => code.startsWith('after:'));
  return isMissed || last === 'nobody:away' || last === 'nobody:full';
};

const hourOfLook = 5;
const secondsOfLook = 5_400;
/** Early tomorrow, requests one after the other: those of a whole absence must not all ask whose turn it is at one instant. */
export const nextLook = (zone: string, today: Day, reference: string): string => {
  const place = [...reference].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % secondsOfLook,
    7,
  );
  const start = Date.parse(instantAt(zone, addDays(today, 1), hourOfLook));
  return new Date(start + place * 1_000).toISOString();
};
