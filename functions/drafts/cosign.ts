import { addDays } from '../deadlines/day.ts';
import { isFilled } from '../procedures/conditions.ts';
import type { Answers, Procedure } from '../procedures/procedure.ts';
import { Refusal } from '../shared/refusal.ts';

/** What was to be lodged, as the first person sent it. */
export type Pending = {
  procedure: string;
  revision: number;
  answers: Record<string, unknown>;
  uploads: { field: string; uploadId: string; name: string }[];
  member?: string | undefined;
};
export type Signature = { name: string; email: string | null; at: string };
/** A form that waits for the signature of a second person; lodged on the day both have signed. */
export type Cosignature = {
  id: string;
  title: string;
  state: 'waiting' | 'signed' | 'refused' | 'withdrawn' | 'expired';
  version: number;
  first: Signature & { account: string | null };
  second: { email: string };
  /** Last day to sign, YYYY-MM-DD, and the day of the reminder. */
  until: string;
  remindOn: string;
  isReminded: boolean;
  /** Idempotency-Key of the lodging; kept until it is done. */
  key: string;
  pending: Pending;
  /** Hashes of the secrets of the links: the first person's, and those sent to the second. */
  ownerHash: string;
  secondHashes: string[];
  code?: { hash: string; endsAt: string; tries: number; sent: number };
  signed?: Signature;
  refused?: { reason: string; at: string };
  lodged?: { reference: string; trackingCode: string };
};

export const codeMinutes = 10;
export const mostCodeTries = 5;
export const mostCodesSent = 8;

/** The secret of the first person's link: made of the key that only they hold, and that is kept until the request is lodged. */
export const ownerSecretOf =
  (hash: (text: string) => string) =>
  ({ id, key }: Pick<Cosignature, 'id' | 'key'>): string =>
    hash(JSON.stringify(['cosign-owner', id, key])).slice(0, 43);

/** The address that the second person is written to; null when nobody else has to sign. */
export function secondSigner({ cosign }: Pick<Procedure, 'cosign'>, answers: Answers): string | null {
  const answer = cosign?.question ? answers[cosign.question] : undefined;
  return typeof answer === 'string' && isFilled(answer) ? answer : null;
}

/** Last day to sign, and the day of the reminder: three days before it, or half way when there are fewer. */
export function datesOf(today: string, days: number): { until: string; remindOn: string } {
  return {
    until: addDays(today, days),
    remindOn: addDays(today, days > 6 ? days - 3 : Math.max(1, Math.floor(days / 2))),
  };
}

/** Refuses `already-closed` once it is signed, refused, withdrawn or over. */
export function refuseUnlessWaiting({ state, until }: Cosignature, today: string): void {
  if (state !== 'waiting' || until < today) throw new Refusal('already-closed');
}

/** The day on which something is to be done about it by itself; null when nothing is. */
export const dueOn = ({ state, isReminded, remindOn, until }: Cosignature): string | null =>
  state === 'waiting' ? (isReminded ? addDays(until, 1) : remindOn) : null;

/**
 * A code typed by the second person: refuses `wrong-tracking-code`, and `too-many-requests` after five of them.
 * @param isRight whether its hash is the one that was sent
 */
export function judgeCode({ code }: Cosignature, isRight: boolean, now: string): void {
  if (code && code.tries > mostCodeTries) throw new Refusal('too-many-requests');
  if (!code || code.endsAt <= now || !isRight) throw new Refusal('wrong-tracking-code');
}
