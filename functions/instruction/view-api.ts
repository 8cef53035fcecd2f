import * as z from 'zod';
import { late } from '../shared/api.ts';

const outcome = late(() => z.enum(['granted', 'refused', 'answered']));
export const opinionResult = late(() => z.enum(['favourable', 'reserved', 'unfavourable']));
/** Why a request is set aside for a while, reopened, or let go: codes with their sentence in the catalogues, never free text. */
export const suspensionReasons = [
  'waiting-third-party',
  'court-case',
  'citizen-asked',
  'on-site-visit',
  'other',
] as const;
export const reopeningReasons = ['new-facts', 'mistake', 'appeal', 'court-ruling', 'other'] as const;

const coded = late(() => z.object({ code: z.string(), label: z.string() }));
/** A document that may be asked for, or is. */
export const AskedDocument = late(() =>
  z.object({
    code: z.string(),
    label: z.string(),
    hint: z.string().nullable(),
    /** The text that demands it; only such documents may stop or restart the legal clock (CRPA L114-5). */
    requiredBy: z.string().nullable(),
    /** Any one of these does as well. */
    accepts: z.array(coded()),
    validMonths: z.number().nullable(),
  }),
);
export type AskedDocument = z.infer<ReturnType<typeof AskedDocument>>;

/** What the citizen was asked to send. The clock of the law: `restarts` (sva), `suspended` (svr), or null when it runs on. */
export const Awaited = late(() =>
  z.object({
    askId: z.string(),
    on: z.string().describe('calendar day'),
    until: z.string().describe('last day to send them'),
    clock: z.enum(['restarts', 'suspended']).nullable(),
    isOverdue: z.boolean(),
    text: z.string(),
    documents: z.array(
      AskedDocument().extend({
        isProvided: z.boolean(),
        /** Pieces of the request that answer it. */
        documentIds: z.array(z.string()),
      }),
    ),
  }),
);
/** A document that was asked for and came; until an agent said so it is still to be verified. */
export const ReceivedDocument = late(() =>
  z.object({
    askId: z.string(),
    code: z.string(),
    label: z.string(),
    on: z.string().describe('calendar day'),
    isVerified: z.boolean(),
    documentIds: z.array(z.string()),
  }),
);
export type ReceivedDocument = z.infer<ReturnType<typeof ReceivedDocument>>;
export type Awaited = z.infer<ReturnType<typeof Awaited>>;

export const WorkflowStep = late(() =>
  z.object({
    id: z.string(),
    kind: z.string().describe('check opinion decision letter visa signature'),
    title: z.string(),
    state: z.enum(['done', 'current', 'to-come']),
    outcome: z.string().nullable(),
    since: z.string().nullable(),
    /** Internal commitment: last day, null without one or before the step begins. */
    due: z.string().nullable(),
    /** Who is awaited: code of a department, `role:<role>` or `agent:<login>`. */
    by: z.array(z.string()),
    points: z.array(z.object({ code: z.string(), label: z.string(), isChecked: z.boolean() })),
    /** What may be decided, for a decision. */
    outcomes: z.array(outcome()),
    /** The caller may complete it by hand: decide, tick, or go on without the opinions that did not come. */
    mayComplete: z.boolean(),
  }),
);
export type WorkflowStep = z.infer<ReturnType<typeof WorkflowStep>>;

/** What the caller may do now; everything that is absent from it is refused. */
export const mayDo = [
  'askDocuments',
  'receiveDocuments',
  'untickDocument',
  'transfer',
  'noteFirstReceipt',
  'askOpinion',
  'giveOpinion',
  'check',
  'decide',
  'completeStep',
  'suspend',
  'resume',
  'reopen',
  'withdraw',
  'close',
  'group',
  'ungroup',
  'escalate',
  'submitLetter',
] as const;
export type MayDo = (typeof mayDo)[number];

/** The instruction as agents see it, within the request (`AgentRequest.instruction`). */
export const InstructionView = late(() =>
  z.object({
    /** Empty when the procedure has no workflow: the department answers freely. */
    workflow: z.array(WorkflowStep()),
    current: z.string().nullable().describe('id of the step under way'),
    awaited: Awaited().nullable(),
    received: z.array(ReceivedDocument()),
    /** What came with a slip for several documents, and nobody said yet which it is. */
    unsorted: z.array(z.object({ contactId: z.string(), documentIds: z.array(z.string()) })),
    /** What the procedure lets an agent ask for, those that concern this request first. */
    documents: z.array(AskedDocument().extend({ concerns: z.boolean() })),
    /** Days granted by default. */
    documentsDelay: z.number().int(),
    opinions: z.array(
      z.object({
        opinionId: z.string(),
        department: z.string(),
        question: z.string(),
        askedAt: z.string().nullable(),
        due: z.string().nullable(),
        result: opinionResult().nullable(),
        text: z.string().nullable(),
        author: z.string().nullable(),
        /** The caller belongs to the department that is asked. */
        mayGive: z.boolean(),
      }),
    ),
    suspended: z.object({ reason: z.string(), since: z.string(), until: z.string().nullable() }).nullable(),
    group: z.object({ lead: z.string().nullable(), members: z.array(z.string()) }),
    letter: z
      .object({
        letterId: z.string(),
        outcome: outcome(),
        state: z.enum(['circulating', 'returned', 'recalled', 'sealed']),
        step: z.number(),
        steps: z.number(),
        submittedBy: z.string(),
      })
      .nullable(),
    /** Silence decided: what, and the day at whose end (24:00). */
    implicit: z.object({ effect: z.enum(['granted', 'refused']), on: z.string() }).nullable(),
    transferredTo: z
      .object({
        name: z.string(),
        postalAddress: z.string(),
        email: z.string().nullable(),
        on: z.string(),
      })
      .nullable(),
    firstReceivedOn: z.string().nullable(),
    /** The head of department was told that a date comes near. */
    escalated: z.object({ to: z.string().nullable(), deadline: z.string(), due: z.string() }).nullable(),
    may: z.array(z.enum(mayDo)),
  }),
);
export type InstructionView = z.infer<ReturnType<typeof InstructionView>>;

/** The instruction as its citizen sees it (`TrackedRequest.instruction`). */
export const CitizenInstruction = late(() =>
  z.object({
    awaited: Awaited().nullable(),
    received: z.array(ReceivedDocument()),
    /** Titles of the steps of the work, without who does them. */
    steps: z.array(z.object({ title: z.string(), state: z.enum(['done', 'current', 'to-come']) })),
    suspendedSince: z.string().nullable(),
    implicit: z.object({ effect: z.enum(['granted', 'refused']), on: z.string() }).nullable(),
    transferredTo: z.object({ name: z.string(), postalAddress: z.string(), on: z.string() }).nullable(),
    mayWithdraw: z.boolean(),
  }),
);
export type CitizenInstruction = z.infer<ReturnType<typeof CitizenInstruction>>;
