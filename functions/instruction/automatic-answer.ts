import {
  type Allowance,
  type Answers,
  allowance,
  type WithheldReason,
} from '../delivery/automatic-answers.ts';
import type { AcknowledgementKind } from '../letters/acknowledgement.ts';
import type { Change } from '../requests/append.ts';
import type { Snapshot, Whole } from '../requests/items.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';

type Only = NonNullable<Parameters<RequestTable['append']>[1]['only']>;
export type Known = { address: Answers; thread: Answers };
export type AutomaticDeps = {
  /** What left by itself to an address and in a conversation. */
  answers(address: string, thread: string): Promise<Known>;
  answersWrites(address: string, thread: string, next: Known): Only;
  /** Wakes somebody up: two machines may be answering each other. */
  alert(code: 'acknowledgement-withheld', detail: { reference: string; reason: WithheldReason }): void;
};
/** What may leave, with what is to be remembered of it; or why not, and until when. */
export type MayAnswer = { only: Only } & ({ allowed: true } | Extract<Allowance, { allowed: false }>);

/**
 * Whether the automatic answer to a mail may leave. Forms of the portal have no limit: a person filled them in. A mail that its
 * own domain disowns is answered by nobody, since the answer would reach somebody who wrote nothing.
 */
export const mayAnswer = async (
  deps: AutomaticDeps,
  { request, content, sender, events }: Pick<Whole, 'request' | 'content' | 'sender' | 'events'>,
  now: string,
): Promise<MayAnswer> => {
  if (request.channel !== 'mail' || !sender.email) return { allowed: true, only: [] };
  const { reference } = request;
  const thread = content.mail?.thread ?? reference;
  const known = await deps.answers(sender.email, thread);
  if (content.mail?.sender === 'forged')
    return { allowed: false, reason: 'forged-sender', until: null, next: known, only: [] };
  if (isLoop(events)) return { allowed: false, reason: 'loop', until: null, next: known, only: [] };
  const found = allowance(known, { now, reference });
  const only = deps.answersWrites(sender.email, thread, found.next);
  return found.allowed ? { allowed: true, only } : { ...found, only };
};

/** Taken for a loop once, it waits for a person whatever the time that passes. */
const isLoop = (events: Whole['events']): boolean =>
  events.some((event) => event.type === 'acknowledgement-withheld' && event.reason === 'loop');

/** The acknowledgement is owed and somebody sees it: journal, debt and a task on the board. */
export const withholding = (kind: AcknowledgementKind, reason: WithheldReason, at: string): Change => ({
  commands: [{ command: 'acknowledgement-withheld', kind, reason }],
  repair: { reason: 'acknowledgement-withheld', at },
});

/** It leaves after all: nobody has to see to it any more. */
export const released = (current: Snapshot | null): null | undefined =>
  current?.repair?.reason === 'acknowledgement-withheld' ? null : undefined;
