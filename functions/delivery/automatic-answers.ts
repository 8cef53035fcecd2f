/** What is remembered of the automatic answers to one address, or in one conversation, for a week. Instants in UTC. */
export type Answers = {
  version: number;
  sent: { at: string; reference: string }[];
  /** Requests whose answer was kept back because too many had left. */
  capped: { at: string; reference: string }[];
};
export const noAnswers: Answers = { version: 0, sent: [], capped: [] };

export const withheldReasons = ['thread-hour', 'address-day', 'loop', 'forged-sender'] as const;
export type WithheldReason = (typeof withheldReasons)[number];
/** `until`: when it may leave by itself; null when only a person lets it go. `next` is what is remembered from then on. */
export type Allowance =
  | { allowed: true; next: { address: Answers; thread: Answers } }
  | {
      allowed: false;
      reason: WithheldReason;
      until: string | null;
      next: { address: Answers; thread: Answers };
    };

const hour = 3_600_000;
const mostPerDay = 3;
/** As many kept back in a week are no person's mails. */
const mostCapped = 6;
const longest = 40;
const later = (instant: string, by: number): string => new Date(Date.parse(instant) + by).toISOString();

const recent = ({ version, sent, capped }: Answers, now: string): Answers => {
  const week = later(now, -7 * 24 * hour);
  return {
    version,
    sent: sent.filter(({ at }) => at > week).slice(-longest),
    capped: capped.filter(({ at }) => at > week).slice(-longest),
  };
};
const answered = (before: Answers, at: string, reference: string): Answers => ({
  ...before,
  sent: [...before.sent, { at, reference }],
});

/**
 * Whether an automatic answer may leave: one in a conversation within an hour, three to an address within 24 hours (RFC 3834 2,
 * practice of other systems). Two machines that answer each other reach the day's cap, are kept waiting a day, and reach it
 * again: the second time within a week it is a loop, and only a person ends it.
 */
export const allowance = (
  known: { address: Answers; thread: Answers },
  { now, reference }: { now: string; reference: string },
): Allowance => {
  const address = recent(known.address, now);
  const thread = recent(known.thread, now);
  // The whole acknowledgement that follows a first receipt answers no new mail: it cannot go round in circles.
  if (address.sent.some((one) => one.reference === reference))
    return { allowed: true, next: { address, thread } };
  const lastHour = thread.sent.filter(({ at }) => at > later(now, -hour));
  const lastDay = address.sent.filter(({ at }) => at > later(now, -24 * hour));
  const isCounted = address.capped.some((one) => one.reference === reference);
  const before = address.capped.filter((one) => one.reference !== reference);
  const isLoop = before.length >= mostCapped || before.some(({ at }) => at < later(now, -20 * hour));
  if (lastDay.length >= mostPerDay) {
    const next = {
      address: isCounted ? address : { ...address, capped: [...address.capped, { at: now, reference }] },
      thread,
    };
    if (isLoop) return { allowed: false, reason: 'loop', until: null, next };
    const until = later(lastDay[lastDay.length - mostPerDay]?.at ?? now, 24 * hour);
    return { allowed: false, reason: 'address-day', until, next };
  }
  if (lastHour.length > 0) {
    const until = later(lastHour.at(-1)?.at ?? now, hour);
    return { allowed: false, reason: 'thread-hour', until, next: { address, thread } };
  }
  return {
    allowed: true,
    next: { address: answered(address, now, reference), thread: answered(thread, now, reference) },
  };
};
