/** Problem codes and the HTTP status each becomes. A code never changes once published; its sentence is in the catalogues. */
export const refusalStatus = {
  'invalid-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  /** The mandate does not name this, or nobody may do it for another. */
  'not-in-mandate': 403,
  /** It was revoked or has ended: whoever acts goes back to their own space first. */
  'mandate-over': 403,
  'other-person-now': 409,
  /** Every way to write to the person leads to their helper. */
  'no-own-channel': 422,
  'not-found': 404,
  'wrong-tracking-code': 404,
  /** A code or a passkey that opens nothing, or nothing any more. */
  'wrong-code': 422,
  conflict: 409,
  'idempotency-key-reused': 422,
  'already-closed': 409,
  'already-decided': 409,
  'not-allowed-in-state': 409,
  /** The letter is not the one that was looked at. */
  'letter-changed': 409,
  /** Somebody else has acted, or it is not this person's turn. */
  'not-your-turn': 409,
  'too-late-to-take-back': 409,
  /** It was passed on too often: the quality unit decides whose it is. */
  'awaits-arbitration': 409,
  /** No order gives this person the signature. */
  'no-delegation': 403,
  'fresh-sign-in-needed': 403,
  'too-large': 413,
  'unsupported-type': 415,
  'upload-missing': 422,
  'invalid-answers': 422,
  'procedure-closed': 422,
  'letter-not-ready': 422,
  'not-eligible': 422,
  /** Another try to pay the same thing is not over. */
  'payment-under-way': 409,
  'already-paid': 409,
  /** PayFiP said something that does not fit: an agent looks at it first. */
  'payment-in-doubt': 409,
  'amount-not-payable-online': 422,
  'payment-unavailable': 503,
  'too-many-requests': 429,
} as const;
export type RefusalCode = keyof typeof refusalStatus;

/**
 * One wrong field: its path in the input, a stable code, and parameters for the sentence. Problems of a document that
 * somebody writes (a procedure, a template) bring their sentences: the place, what is wrong there, and the remedy.
 */
export type FieldProblem = {
  field: string;
  code: string;
  params?: Record<string, string | number>;
  place?: string;
  message?: string;
  remedy?: string;
};

/** The ten minutes in which most calls are counted. */
const usualWait = 600;

/** A "no" that the caller can understand and mend. Everything else thrown is a fault and answers 500 without detail. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: readonly FieldProblem[];
  /** Seconds after which it may be tried again. */
  readonly retryAfter: number | undefined;
  constructor(code: RefusalCode, fields: readonly FieldProblem[] = [], retryAfter?: number) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter ?? (code === 'too-many-requests' ? usualWait : undefined);
  }
}

/** What was asked for, or null where it refuses `not-found`: there is none, or it was erased. */
export const ifThere = <Answer>(asked: Promise<Answer>): Promise<Answer | null> =>
  asked.catch((error) => {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  });
