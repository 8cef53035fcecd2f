import type { Sender } from './contact.ts';

/**
 * What an agent decided on a contact that waited; `by` is `agent:<login>`, `key` the Idempotency-Key of the call and
 * `proposed` what was proposed instead.
 */
export type ContactDecision = {
  by: string;
  at: string;
  key: string;
  proposed: { department: string; confidence: number; model?: string } | null;
} & (
  | {
      kind: 'open';
      department: string;
      procedure: string | null;
      urgency: 'normal' | 'high';
      subject: string;
      sender: Sender;
      /** What else it asks, checked with the rest: a call tried again opens this one and no other. */
      second?: { department: string };
    }
  /** `returned`: the letter of ours that came back as this contact. */
  | {
      kind: 'join';
      reference: string;
      returned?: { messageId: string };
      /** The message of ours that a delivery report is about. */
      reported?: { messageId: string };
      /** Codes of the proofs when nobody decided, and what of which slip it came with (threading/slip-sheet.ts). */
      proofs?: string[];
      slip?: string;
      /** The awaited documents that the slip ticks, received on that calendar day. */
      documents?: string[];
      on?: string;
      /** A machine wrote it: kept quietly with the request. */
      quiet?: true;
    }
  /** Its pages went elsewhere before anybody decided on it: nothing is opened nor joined. */
  | { kind: 'withdraw' }
);
