import * as z from 'zod';

/**
 * Why a request is an account's: sent from it, added by its number and code, written from its proved address, or asked by
 * the person whose identity is certified.
 */
export const proofs = ['lodged', 'code', 'email', 'identity'] as const;
export type Proof = (typeof proofs)[number];
export const scores = ['satisfied', 'mixed', 'unsatisfied'] as const;
export type Score = (typeof scores)[number];
/** Before the authority: to who decided, or to who is above them. The court is seized elsewhere. */
export const appealKinds = ['gracious', 'hierarchical'] as const;
export type AppealKind = (typeof appealKinds)[number];

/**
 * Lines of the journal about those who follow a request from their account, and what they think of its answer. Made when
 * asked for: who only needs the words above makes no schema at its start.
 */
export const followEvents = () => {
  const by = z.string().describe('auto | citizen | mandate:<id> | agent:<login>');
  return [
    z.object({ type: z.literal('follower-joined'), account: z.string(), proof: z.enum(proofs), by }),
    z.object({ type: z.literal('follower-left'), account: z.string(), by }),
    /** The comment is a record beside the journal, by its id. */
    z.object({
      type: z.literal('answer-rated'),
      messageId: z.string().describe('the answer'),
      score: z.enum(scores),
      commentHash: z.string().nullable(),
      by,
    }),
    /** On the first request: `appeal` is the reference of the one that contests it. */
    z.object({ type: z.literal('appeal-lodged'), appeal: z.string(), kind: z.enum(appealKinds), by }),
  ] as const;
};
