import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { approvalKinds } from './letter.ts';

const approvers = ['instructor', 'head', 'signatory', 'quality', 'administrator'] as const;
const outcome = late(() => z.enum(['granted', 'refused', 'answered']));
const sha256 = late(() => z.string().regex(/^[0-9a-f]{64}$/));
const kind = late(() => z.enum(approvalKinds));
const mode = late(() => z.enum(['personal', 'seal', 'unsigned']));
const letterPath = late(() => z.object({ reference: z.string(), letterId: z.string() }));
const step = late(() => z.number().int().min(0).max(30));

/** A line of the book. */
export const BookItem = late(() =>
  z.object({
    reference: z.string(),
    letterId: z.string(),
    step: step(),
    kind: kind(),
    title: z.string(),
    subject: z.string(),
    recipient: z.string(),
    outcome: outcome(),
    mode: mode(),
    department: z.string().nullable(),
    procedure: z.string().nullable(),
    writer: z.string(),
    onBehalfOf: z.string().nullable().describe('name of who is stood in for'),
    sha256: sha256(),
    due: z.string(),
    urgency: z.enum(['normal', 'high']),
    since: z.string(),
    /** Letters sent or acted on: where they are now. */
    state: z.enum(['waiting', 'approved', 'returned', 'recalled', 'circulating', 'ready', 'sealed']),
    at: z.string().nullable(),
  }),
);
export type BookItem = z.infer<ReturnType<typeof BookItem>>;

export const readBook = operation({
  method: 'GET',
  path: '/api/agent/signature-book',
  roles: approvers,
  summary: 'One page of the signature book: what waits (urgent first), what I acted on, what I sent',
  query: () =>
    z.object({
      view: z.enum(['waiting', 'done', 'sent']).default('waiting'),
      after: z.string().max(600).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  response: () => z.object({ items: z.array(BookItem()), next: z.string().nullable(), now: z.string() }),
});

/** One step of the circuit, as it stands. */
export const CircuitView = late(() =>
  z.object({
    number: step(),
    round: z.number().int(),
    kind: kind(),
    title: z.string(),
    holders: z.array(
      z.object({ login: z.string(), name: z.string(), title: z.string(), onBehalfOf: z.string().nullable() }),
    ),
    approval: z
      .object({
        name: z.string(),
        quality: z.string(),
        at: z.string(),
        onBehalfOf: z.string().nullable(),
        delegation: z.string().nullable().describe('number of the order'),
        comment: z.string().nullable(),
      })
      .nullable(),
  }),
);
export const BookLetter = late(() =>
  z.object({
    reference: z.string(),
    letterId: z.string(),
    version: z.number().int(),
    state: z.enum(['circulating', 'returned', 'recalled', 'ready', 'sealed']),
    subject: z.string(),
    text: z.string(),
    outcome: outcome(),
    mode: mode(),
    sha256: sha256(),
    pages: z.number().int(),
    due: z.string(),
    urgency: z.enum(['normal', 'high']),
    submittedAt: z.string(),
    submittedBy: z.object({ login: z.string(), name: z.string(), quality: z.string() }),
    attachments: z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), url: z.string() })),
    circuit: z.array(CircuitView()),
    returned: z.object({ name: z.string(), at: z.string(), reason: z.string() }).nullable(),
    sealed: z
      .object({ at: z.string(), sha256: sha256(), verification: z.string(), evidenceSha256: sha256() })
      .nullable(),
    request: z.object({
      subject: z.string(),
      sender: z.string(),
      receivedOn: z.string(),
      department: z.string().nullable(),
      procedure: z.string().nullable(),
      text: z.string(),
      answers: z.array(z.object({ step: z.string(), label: z.string(), value: z.string() })),
      documents: z.array(z.string()),
    }),
    may: z.object({
      approve: z.array(step()).describe('steps this agent may approve now'),
      return: z.boolean(),
      takeBack: z.number().int().nullable().describe('step whose approval may be taken back'),
      recall: z.boolean(),
    }),
    now: z.string(),
  }),
);
export type BookLetter = z.infer<ReturnType<typeof BookLetter>>;

export const readLetter = operation({
  method: 'GET',
  path: '/api/agent/signature-book/{reference}/{letterId}',
  roles: approvers,
  summary: 'A letter of the book, its circuit and the request it answers; the reading is journaled',
  params: letterPath,
  response: BookLetter,
});
export const readLetterPage = operation({
  method: 'GET',
  path: '/api/agent/signature-book/{reference}/{letterId}/pages/{page}',
  roles: approvers,
  summary: 'Image of a page of the exact PDF, counted from 1',
  params: () => letterPath().extend({ page: z.coerce.number().int().min(1).max(50) }),
  download: 'image/png',
});
export const readLetterPdf = operation({
  method: 'GET',
  path: '/api/agent/signature-book/{reference}/{letterId}/pdf',
  roles: approvers,
  summary: 'The exact PDF that is approved; once sealed, the sealed one',
  params: letterPath,
  download: 'application/pdf',
});
export const readEvidence = operation({
  method: 'GET',
  path: '/api/agent/signature-book/{reference}/{letterId}/evidence',
  roles: approvers,
  summary: 'Evidence of the signature: who, when, how authenticated, under which order, over which hash',
  params: letterPath,
  download: 'application/json',
});
