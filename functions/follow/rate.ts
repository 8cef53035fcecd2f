import type { Caller } from '../agents/caller.ts';
import { changed } from '../requests/agent-act.ts';
import type { FollowDeps } from '../requests/follow.ts';
import { actorName, actorOf, held, labelOf } from '../requests/held.ts';
import { messageItem, type Whole } from '../requests/items.ts';
import { canonical, contentHash } from '../requests/journal.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Request } from '../requests/request.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { rateAnswer, reopenOwn } from './public-api.ts';
import { mayRate, mayReopen } from './view.ts';

export type RateDeps = Pick<
  FollowDeps,
  | 'load'
  | 'append'
  | 'authority'
  | 'isCode'
  | 'isAnswerCode'
  | 'derivedId'
  | 'newSalt'
  | 'now'
  | 'dayIn'
  | 'hash'
>;

const seenOn = async (deps: RateDeps) => {
  const { timeZone } = await deps.authority();
  const dayOf = (instant: string) => deps.dayIn(timeZone, instant);
  return { dayOf, today: dayOf(deps.now()) };
};
const mayNow = async (deps: RateDeps, request: Request, may: typeof mayReopen) => {
  const { dayOf, today } = await seenOn(deps);
  return may(request, today, dayOf);
};

/** One score for each answer, with a comment that can be erased; said again within thirty days it replaces the first. */
export const rate =
  (deps: RateDeps) =>
  async (input: InputOf<typeof rateAnswer>, caller?: Caller): Promise<ReplyOf<typeof rateAnswer>> => {
    const { headers, body } = input;
    const { request } = await held(deps, input, caller);
    const command = {
      key: `rating-${headers['idempotency-key']}`,
      fingerprint: deps.hash(canonical(body)),
    };
    const done = await deps.append(request.reference, command, async (current) => {
      const messageId = current?.request.answer?.messageId;
      if (!current || !messageId || !(await mayNow(deps, current.request, mayRate)))
        throw new Refusal('not-allowed-in-state');
      const salt = deps.newSalt();
      const { score, comment } = body;
      const commentHash = comment === null ? null : contentHash(salt, comment, deps.hash);
      return {
        commands: [{ command: 'answer-rated', messageId, score, commentHash, by: actorOf(caller) }],
        records: [{ sk: 'RECORD#RATING', rating: { messageId, comment, salt } }],
      };
    });
    return { mayReopen: await mayNow(deps, done.request, mayReopen) };
  };

const reasonOf = (
  deps: RateDeps,
  whole: Whole,
  id: string,
  text: string,
  caller?: Caller,
): MessageRecord => ({
  ...{ id, attachments: [], salt: deps.newSalt(), text, subject: whole.content.subject },
  ...({ from: 'citizen', kind: 'message', author: actorName(caller), delivery: null } as const),
  at: deps.now(),
});

/**
 * An answer that does not help is not the end: the request is somebody's work again, with the reason and the comment before
 * them. The decision stands as long as no other replaces it, and so do the delays to contest it.
 */
export const reopenByCitizen =
  (deps: RateDeps) =>
  async (input: InputOf<typeof reopenOwn>, caller?: Caller): Promise<ReplyOf<typeof reopenOwn>> => {
    const { headers, body } = input;
    const whole = await held(deps, input, caller);
    const { reference } = whole.request;
    const key = headers['idempotency-key'];
    const id = deps.derivedId(reference, 'reopen', key);
    const command = { key: `reopen-${key}`, fingerprint: deps.hash(canonical(body)) };
    const done = await deps.append(reference, command, async (current) => {
      if (!current || !(await mayNow(deps, current.request, mayReopen)))
        throw new Refusal('not-allowed-in-state');
      const comment = whole.rating?.comment;
      const text = comment ? `${body.reason}\n\n« ${comment} »` : body.reason;
      const message = reasonOf(deps, whole, id, text, caller);
      const hash = contentHash(message.salt, { text, attachments: [] }, deps.hash);
      return {
        commands: [
          { command: 'request-reopened', reason: 'unsatisfied', by: actorOf(caller) },
          {
            ...({ command: 'citizen-message-received', messageId: id, contentHash: hash } as const),
            ...{ attachments: 0, ...labelOf(caller) },
          },
        ],
        records: [messageItem(message)],
        announce: [changed(reference)],
      };
    });
    return { state: done.request.state };
  };
