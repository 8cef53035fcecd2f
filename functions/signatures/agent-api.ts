import * as z from 'zod';
import { uploads, written } from '../requests/public-api.ts';
import { late, operation } from '../shared/api.ts';
import { approvalKinds } from './letter.ts';

/** Whoever may be named in a circuit; that it is their turn is checked on the letter itself. */
const approvers = ['instructor', 'head', 'signatory', 'quality', 'administrator'] as const;
const writers = ['instructor', 'head', 'administrator'] as const;
const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
const outcome = late(() => z.enum(['granted', 'refused', 'answered']));
const sha256 = late(() => z.string().regex(/^[0-9a-f]{64}$/));
const kind = late(() => z.enum(approvalKinds));
const letterPath = late(() => z.object({ reference: z.string(), letterId: z.string() }));
const step = late(() => z.number().int().min(0).max(30));

/** Whom a letter waits for. */
const Waiting = late(() =>
  z.object({
    step: step(),
    kind: kind(),
    title: z.string(),
    holders: z.array(z.object({ login: z.string(), name: z.string() })),
  }),
);

/**
 * The answer, as the letter that will be signed: checked (what the law requires blocks, as problems of fields), drawn, put
 * into the signature book. A letter without circuit is sealed at once and leaves. Refuses `letter-not-ready` with the
 * problems, `conflict`, `already-decided`, `not-allowed-in-state`.
 */
export const submitLetter = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/letters',
  roles: writers,
  summary: 'Put the letter of the decision into the signature book; it leaves by itself once signed',
  params: () => z.object({ reference: z.string() }),
  headers: key,
  body: () =>
    z.strictObject({
      version: z.number().int().describe('version of the request the agent was looking at'),
      template: z.string().max(100).nullable().default(null),
      outcome: outcome(),
      subject: z.string().trim().min(1).max(200).nullable().default(null),
      text: written().max(20_000),
      uploads: uploads(),
      /** Attachments taken over from the letter that came back, by id. */
      keep: z.array(z.string().max(64)).max(5).default([]),
    }),
  status: 201,
  response: () =>
    z.object({
      version: z.number().int(),
      letterId: z.string(),
      state: z.enum(['circulating', 'ready']),
      waiting: z.array(Waiting()),
      advice: z.array(z.object({ field: z.string(), code: z.string() })),
    }),
});

/** What was looked at: the hash must still be the one of the letter. */
const Seen = late(() =>
  z.strictObject({
    reference: z.string().max(40),
    letterId: z.string().max(64),
    step: step(),
    sha256: sha256(),
    comment: z.string().trim().max(1_000).nullable().default(null),
  }),
);
/**
 * Approves one letter or up to a hundred in one gesture, each for itself: one that cannot be does not hold up the others.
 * More than one needs a sign-in of less than ten minutes, or refuses `fresh-sign-in-needed`. Done again it changes nothing.
 */
export const approveLetters = operation({
  method: 'POST',
  path: '/api/agent/signature-book/approve',
  roles: approvers,
  summary: 'Approve letters (visa, opinion, signature), one or many in one gesture',
  body: () => z.strictObject({ letters: z.array(Seen()).min(1).max(100) }),
  response: () =>
    z.object({
      results: z.array(
        z.object({
          letterId: z.string(),
          approved: z.boolean(),
          code: z.string().nullable().describe('code of the refusal'),
        }),
      ),
    }),
});
export const returnLetter = operation({
  method: 'POST',
  path: '/api/agent/signature-book/{reference}/{letterId}/return',
  roles: approvers,
  summary: 'Back to its writer, with the reason',
  params: letterPath,
  headers: key,
  body: () => z.strictObject({ step: step(), sha256: sha256(), reason: z.string().trim().min(3).max(2_000) }),
  response: () => z.object({ version: z.number().int() }),
});
export const takeBackApproval = operation({
  method: 'POST',
  path: '/api/agent/signature-book/{reference}/{letterId}/take-back',
  roles: approvers,
  summary: 'Right of remorse: take back an approval while nobody has acted after it',
  params: letterPath,
  headers: key,
  body: () => z.strictObject({ step: step() }),
  response: () => z.object({ version: z.number().int() }),
});
export const recallLetter = operation({
  method: 'POST',
  path: '/api/agent/signature-book/{reference}/{letterId}/recall',
  roles: writers,
  summary: 'The writer takes the letter out of the book',
  params: letterPath,
  headers: key,
  body: () => z.strictObject({}),
  response: () => z.object({ version: z.number().int() }),
});
