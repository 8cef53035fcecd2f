import type { Authentication } from '../agents/session.ts';
import type { Actor } from '../procedures/workflow.ts';
import type { StoredFile } from '../requests/records.ts';
import type { Decision } from './must-be-signed.ts';

export const approvalKinds = ['visa', 'opinion', 'signature'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];
export type SigningMode = 'personal' | 'seal' | 'unsigned';

export type Approval = {
  login: string;
  name: string;
  quality: string;
  at: string;
  /** Hash of the exact PDF that was looked at. */
  sha256: string;
  authentication: Authentication;
  onBehalfOf: string | null;
  /** The order under which it was signed, copied: it may be ended later. */
  delegation: { id: string; order: string; formula: string; url: string | null } | null;
  comment: string | null;
};

/** One approval that a letter needs. Those of the same `round` are asked at the same time; the next round waits for all. */
export type CircuitStep = {
  number: number;
  round: number;
  /** Step of the procedure's workflow, if it comes from one. */
  workStep: string | null;
  kind: ApprovalKind;
  title: string;
  by: Actor;
  /** Logins who may act now; any of them does. Empty before its turn. */
  holders: string[];
  /** Somebody who is away or has left, for whom a holder stands in: login of the stand-in to login of the absent. */
  standIns: Record<string, string>;
  approval: Approval | null;
};

/** `ready`: fully approved, its seal is being made. */
export type LetterState = 'circulating' | 'returned' | 'recalled' | 'ready' | 'sealed';

/** A letter in the signature book (`RECORD#LETTER#<id>`): its content goes when the request's content is erased. */
export type LetterRecord = {
  id: string;
  reference: string;
  /** Grows with each writing: whoever read an older one writes nothing. */
  revision: number;
  state: LetterState;
  template: string | null;
  outcome: 'granted' | 'refused' | 'answered';
  /** What it decides, by its outcome or its template; absent in letters of before, whose outcome says it. */
  decision?: Decision;
  mode: SigningMode;
  subject: string;
  /** As the writer wrote it, to be taken up again when it comes back. */
  text: string;
  /** The whole letter in words, for mail and the portal. */
  words: string;
  attachments: StoredFile[];
  /** The exact PDF everybody in the circuit sees, in the documents bucket. */
  pdf: { key: string; versionId: string; sha256: string; size: number; pages: number };
  /** Where the signature is drawn, in points from the bottom left of a page counted from 0; null: on no page. */
  place: { page: number; x: number; y: number; width: number; height: number } | null;
  /** Printed on the letter: finds what may be verified of it by anyone. */
  verification: string;
  circuit: CircuitStep[];
  submittedBy: { login: string; name: string; quality: string };
  submittedAt: string;
  /** Day by which it should be signed; ranks it in the books. */
  due: string;
  urgency: 'normal' | 'high';
  returned: { by: string; name: string; at: string; reason: string; step: number } | null;
  sealed: {
    at: string;
    key: string;
    versionId: string;
    sha256: string;
    size: number;
    evidenceKey: string;
    evidenceSha256: string;
    certificate: string | null;
    messageId: string;
  } | null;
  salt: string;
};

/** What a book shows of a letter that waits, without opening it (`RECORD#TASK#<letterId>#<step>#<login>`). */
export type TaskRecord = {
  letterId: string;
  reference: string;
  step: number;
  kind: ApprovalKind;
  title: string;
  login: string;
  /** Whom this person stands in for. */
  onBehalfOf: string | null;
  subject: string;
  recipient: string;
  outcome: LetterRecord['outcome'];
  mode: SigningMode;
  department: string | null;
  procedure: string | null;
  writer: string;
  sha256: string;
  due: string;
  urgency: 'normal' | 'high';
  since: string;
  /** Null while it waits. */
  done: { at: string; result: 'approved' | 'returned' | 'moved' | 'recalled' | 'by-another' } | null;
};

/** What anybody may know of a sealed letter: nothing personal, so it stays when the letter is erased. */
export type SealRecord = {
  reference: string;
  letterId: string;
  verification: string;
  sha256: string;
  mode: SigningMode;
  /** Quality of the signatory, never a name; null when nobody signed. */
  quality: string | null;
  /** Calendar day. */
  on: string;
  certificateSha256: string | null;
};
