/**
 * One thing that happened with a number: a call nobody answered, a promise to call back, a contact that settles it, a try
 * of an agent. `id` names its cause, so that the same cause told again replaces itself.
 */
export type Entry = {
  id: string;
  at: string;
  kind: 'missed' | 'promised' | 'reached' | 'no-answer' | 'dropped';
  /** Contact of the call, for those that have one. */
  contactId?: string;
  by?: string;
  /** Code of why nobody will call back. */
  reason?: string;
  topic?: string | null;
  group?: string | null;
};
/** Somebody waits to be called back. */
export type CallBack = {
  /** The first call nobody answered: it names the task. */
  contactId: string;
  since: string;
  lastAt: string;
  /** Calls nobody answered since. */
  missed: number;
  topic: string | null;
  group: string | null;
  due: string;
  tries: { at: string; by: string }[];
};

export const triesBeforeDropping = 3;
export const dropReasons = ['no-answer', 'wrong-number', 'refused', 'settled-otherwise'] as const;
const mostKept = 60;

/** The entries with one cause told again, or taken back (`null`): whatever the order they come in, the same set. */
export const withEntry = (entries: readonly Entry[], id: string, entry: Entry | null): Entry[] =>
  [...entries.filter((one) => one.id !== id), ...(entry ? [entry] : [])]
    .sort((a, b) => (`${a.at}#${a.id}` < `${b.at}#${b.id}` ? -1 : 1))
    .slice(-mostKept);

const asks = ({ kind }: Entry) => kind === 'missed' || kind === 'promised';
const settles = ({ kind }: Entry) => kind === 'reached' || kind === 'dropped';

/**
 * Folds what happened with one number: a call-back is open when somebody was missed after the last contact with them. It is
 * one task however often they called; each try without answer moves its due time.
 * @param entries in order of time, as `withEntry` leaves them
 * @param dueAfter when to call back somebody missed at an instant
 */
export const callBackOf = (
  entries: readonly Entry[],
  dueAfter: (instant: string) => string,
): CallBack | null => {
  const settledAt = entries.findLast(settles)?.at ?? '';
  const open = entries.filter((entry) => asks(entry) && entry.at > settledAt);
  const [first] = open;
  const last = open.at(-1);
  if (!first || !last) return null;
  const tries = entries
    .filter(({ kind, at }) => kind === 'no-answer' && at > first.at)
    .map(({ at, by }) => ({ at, by: by ?? '' }));
  return {
    contactId: first.contactId ?? first.id,
    since: first.at,
    lastAt: last.at,
    missed: open.filter(({ kind }) => kind === 'missed').length,
    topic: last.topic ?? first.topic ?? null,
    group: last.group ?? first.group ?? null,
    due: dueAfter(tries.at(-1)?.at ?? first.at),
    tries,
  };
};
