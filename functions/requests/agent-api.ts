import * as z from 'zod';
import { InstructionView } from '../instruction/view-api.ts';
import { ViewedPage } from '../intake/page-api.ts';
import { late, operation } from '../shared/api.ts';
import { outcomes } from './instruction-events.ts';
import { Attachment, Message, uploads, written } from './public-api.ts';

const byReference = late(() => z.object({ reference: z.string() }));
const version = late(() => z.number().int().describe('version of the request the agent was looking at'));
const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
const accepted = late(() => z.object({ version: version() }));
const write = ['instructor', 'head', 'administrator'] as const;
const read = ['reception', 'qualification', 'signatory', 'quality', ...write] as const;

export const boardGroups = ['late', 'due-soon', 'new', 'waiting', 'in-progress'] as const;
export const BoardItem = late(() =>
  z.object({
    kind: z.enum(['instruct', 'qualify', 'call-back', 'repair', 'opinion', 'doubt']),
    taskId: z.string(),
    reference: z.string().nullable(),
    contactId: z.string().nullable(),
    group: z.enum(boardGroups),
    subject: z.string(),
    sender: z.string(),
    channel: z.string(),
    department: z.string().nullable(),
    agent: z.string().nullable(),
    urgency: z.enum(['normal', 'high']),
    receivedAt: z.string(),
    due: z.string().nullable(),
    unread: z.number().int(),
    state: z.string(),
    /** What asks for somebody now: escalated | overdue | implicit | suspended | ack-debt. */
    marks: z.array(z.string()),
    /** Of a scanned file that waits for a clerk: where, and how much there is to decide. */
    doubt: z
      .object({ batchId: z.string(), fileId: z.string(), places: z.number().int(), pages: z.number().int() })
      .optional(),
  }),
);
export type BoardItem = z.infer<ReturnType<typeof BoardItem>>;

export const readBoard = operation({
  method: 'GET',
  path: '/api/agent/board',
  roles: ['scanning', ...read],
  summary: 'One page of the task board, by priority: late, due soon, new, waiting, in progress',
  query: () =>
    z.object({
      view: z.enum(['mine', 'departments', 'unassigned']).default('departments'),
      department: z.string().optional(),
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  response: () =>
    z.object({
      items: z.array(BoardItem()),
      counts: z.record(z.string(), z.number()),
      next: z.string().nullable(),
      now: z.string(),
    }),
});

export const AgentRequest = late(() =>
  z.object({
    reference: z.string(),
    version: version(),
    state: z.string(),
    subject: z.string(),
    channel: z.string(),
    urgency: z.enum(['normal', 'high']),
    openedBy: z.string(),
    openedAt: z.string(),
    receivedOn: z.string(),
    department: z.string().nullable(),
    agent: z.string().nullable(),
    /** `isReport`: it asks what is broken and where, so a place on the map may lie beside the request. */
    procedure: z.object({ id: z.string(), title: z.string(), isReport: z.boolean() }).nullable(),
    confidence: z.number().nullable(),
    sender: z.object({
      name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      address: z.string().nullable(),
    }),
    text: z.string(),
    /** Answers of the form, in order, with the labels of the revision that was answered. */
    answers: z.array(z.object({ step: z.string(), label: z.string(), value: z.string() })),
    documents: z.array(
      Attachment().extend({
        pages: z.array(ViewedPage()),
        url: z.string(),
      }),
    ),
    messages: z.array(Message()),
    notes: z.array(z.object({ id: z.string(), at: z.string(), author: z.string(), text: z.string() })),
    timeline: z.array(
      z.object({
        seq: z.number(),
        at: z.string(),
        type: z.string(),
        by: z.string().nullable(),
        /** Name of who did it for the person, under a mandate. */
        helper: z.string().optional(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
    deadlines: z.array(
      z.object({
        kind: z.string(),
        due: z.string().nullable(),
        state: z.string(),
        article: z.string(),
        why: z.string(),
      }),
    ),
    instruction: InstructionView(),
    /** It changed departments too often: the quality unit says whose it is. */
    arbitration: z.object({ since: z.string(), moves: z.number().int() }).nullable().default(null),
    /** Outcomes that leave by the signature book, never beside it (CRPA L212-1). */
    toSign: z.array(z.enum(outcomes)),
    may: z.object({ assign: z.boolean(), note: z.boolean(), message: z.boolean(), answer: z.boolean() }),
    now: z.string(),
  }),
);
export type AgentRequest = z.infer<ReturnType<typeof AgentRequest>>;

export const readRequest = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}',
  roles: read,
  summary: 'A request, whole; the reading is journaled',
  params: byReference,
  response: AgentRequest,
});
export const assignRequest = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/assign',
  roles: [...write, 'qualification'],
  summary: 'Assign to a department and, if wanted, to one of its agents',
  params: byReference,
  headers: key,
  body: () =>
    z.strictObject({
      version: version(),
      department: z.string().max(100),
      agent: z.string().max(100).nullable(),
      reason: z.string().max(500).nullable(),
    }),
  response: accepted,
});
export const addNote = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/notes',
  roles: read,
  summary: 'Internal note',
  params: byReference,
  headers: key,
  body: () => z.strictObject({ text: written().max(5_000) }),
  status: 201,
  response: accepted,
});
export const sendMessage = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/messages',
  roles: write,
  summary: 'Write to the citizen; when a reply is awaited the request waits for the citizen',
  params: byReference,
  headers: key,
  body: () =>
    z.strictObject({
      version: version(),
      text: written().max(10_000),
      awaitsReply: z.boolean(),
      uploads: uploads(),
    }),
  status: 201,
  response: accepted,
});
export const answerRequest = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/answer',
  roles: write,
  summary: 'Answer, delivered by mail or letter; what must be signed (toSign) goes into the signature book',
  params: byReference,
  headers: key,
  body: () =>
    z.strictObject({
      version: version(),
      outcome: z.enum(['granted', 'refused', 'answered']),
      text: written().max(20_000),
      uploads: uploads(),
    }),
  response: accepted,
});
