import * as z from 'zod';
import { late, operation } from '../../shared/api.ts';
import { boundaryReasons, startedBy } from '../splitting/boundary.ts';
import { batchStates } from './batch.ts';

const roles = ['scanning', 'qualification', 'administrator'] as const;
const inFile = late(() => z.object({ id: z.string(), fileId: z.string() }));
const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
const page = late(() => z.number().int().min(1).max(1_000));
export const deedKinds = ['cut', 'join', 'rotate', 'count-as', 'replace'] as const;
export const countedAs = ['content', 'blank', 'separator', 'rejected'] as const;

/** The place between a page and the page before it in the row, with what is proposed and why. */
const Place = late(() =>
  z.object({
    before: page(),
    verdict: z.enum(['cut', 'join', 'doubt']),
    /** What stands until somebody decides. */
    leans: z.enum(['cut', 'join']),
    by: z.enum(startedBy),
    /** Of the verdict, or of what is leant to: 0 to 1. */
    confidence: z.number().min(0).max(1),
    reasons: z.array(z.enum(boundaryReasons)),
    /** Login of whoever decided it. */
    decidedBy: z.string().nullable(),
  }),
);
const StripPage = late(() =>
  z.object({
    page: page(),
    kind: z.enum([...countedAs, 'waiting']),
    url: z.string().nullable(),
    width: z.number(),
    height: z.number(),
    /** Degrees clockwise that a clerk asked for and the picture does not show yet. */
    turn: z.number().int(),
    /** First words, to know the page by; none of a letter reserved to others. */
    words: z.string(),
    isHandwritten: z.boolean(),
    /** The request that the page is in: it can no longer be changed here. */
    requestReference: z.string().nullable(),
  }),
);
/** The last decision that still can be taken back. */
const Undo = late(() => z.object({ deedId: z.string(), kind: z.enum(deedKinds), page: page() }));

const Done = late(() =>
  z.object({
    /** Places nobody decided yet. */
    left: z.number().int(),
    /** The file waits for a clerk: filing goes on when told that all is decided. */
    isWaiting: z.boolean(),
    /** Pages that the machine has yet to make as they were asked to be. */
    pending: z.number().int(),
    undo: Undo().nullable(),
  }),
);
export type Done = z.infer<ReturnType<typeof Done>>;

/** Rows of pages with a doubtful place between them (or every row, when asked for). */
export const Strip = late(() =>
  Done().extend({
    batch: z.object({ id: z.string(), name: z.string() }),
    file: z.object({ id: z.string(), name: z.string(), state: z.enum(batchStates), pages: z.number() }),
    rows: z.array(z.object({ pages: z.array(StripPage()), places: z.array(Place()) })),
    now: z.string(),
  }),
);
export type Strip = z.infer<ReturnType<typeof Strip>>;

export const readDoubts = operation({
  method: 'GET',
  path: '/api/agent/batches/{id}/files/{fileId}/doubts',
  roles,
  summary:
    'Pages of a file between which it is doubtful whether a letter ends, with what is proposed and why',
  params: inFile,
  query: () => z.object({ rows: z.enum(['doubtful', 'all']).default('doubtful') }),
  response: Strip,
});

const Deed = late(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cut'), before: page() }),
    z.strictObject({ kind: z.literal('join'), before: page() }),
    z.strictObject({ kind: z.literal('rotate'), page: page(), degrees: z.literal([90, 180, 270]) }),
    z.strictObject({ kind: z.literal('count-as'), page: page(), as: z.enum(countedAs) }),
    z.strictObject({
      kind: z.literal('replace'),
      page: page(),
      uploadId: z.string().min(1).max(64),
      name: z.string().min(1).max(255),
    }),
  ]),
);
export type AskedDeed = z.infer<ReturnType<typeof Deed>>;
export const decidePages = operation({
  method: 'POST',
  path: '/api/agent/batches/{id}/files/{fileId}/deeds',
  roles,
  summary:
    'Cut, join, turn a page, say what it counts as, or replace it by a new scan; once by its key, refused for what became a request',
  params: inFile,
  headers: key,
  body: Deed,
  response: Done,
});

export const undoDeed = operation({
  method: 'POST',
  path: '/api/agent/batches/{id}/files/{fileId}/deeds/{deedId}/undo',
  roles,
  summary: 'Take back a decision on pages that are not filed yet',
  params: () => inFile().extend({ deedId: z.string().max(64) }),
  response: Done,
});

export const settleFile = operation({
  method: 'POST',
  path: '/api/agent/batches/{id}/files/{fileId}/settle',
  roles,
  summary: 'All is decided: the rest of the file is filed. Refused while a doubt is left',
  params: inFile,
  status: 202,
  response: Done,
});

export const startPageUpload = operation({
  method: 'POST',
  path: '/api/agent/batches/{id}/files/{fileId}/uploads',
  roles,
  summary: 'Presigned POST for a new scan of a page: PDF, TIFF, JPEG or PNG of at most 25 MB',
  params: inFile,
  body: () =>
    z.strictObject({
      name: z.string().min(1).max(255),
      contentType: z.enum(['application/pdf', 'image/tiff', 'image/jpeg', 'image/png']),
      size: z.number().int().min(1),
    }),
  status: 201,
  response: () =>
    z.object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
});

/** One letter found by its words. */
const Found = late(() =>
  z.object({
    batchId: z.string(),
    batchName: z.string(),
    fileId: z.string(),
    receivedAt: z.string(),
    firstPage: z.number().int(),
    pages: z.number().int(),
    contactId: z.string(),
    contactState: z.string().nullable(),
    requestReference: z.string().nullable(),
  }),
);
export type Found = z.infer<ReturnType<typeof Found>>;

/** The words travel in the body: an address of the site never holds a name. */
export const searchBatches = operation({
  method: 'POST',
  path: '/api/agent/batches/search',
  roles,
  summary: 'Scanned letters by words they hold or by the name of their file, newest first',
  body: () => z.strictObject({ q: z.string().min(1).max(200), after: z.string().max(400).optional() }),
  response: () => z.object({ letters: z.array(Found()), next: z.string().nullable(), now: z.string() }),
});

export const readScanning = operation({
  method: 'GET',
  path: '/api/agent/scanning',
  roles,
  summary:
    'What waits for whom: files with doubts first, and scanned letters in qualification (at most a hundred)',
  response: () =>
    z.object({
      doubts: z.array(
        z.object({
          batchId: z.string(),
          batchName: z.string(),
          fileId: z.string(),
          fileName: z.string(),
          since: z.string(),
          places: z.number().int(),
          pages: z.number().int(),
        }),
      ),
      inQualification: z.number().int(),
      now: z.string(),
    }),
});
