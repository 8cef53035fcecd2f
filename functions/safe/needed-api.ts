import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const Needed = late(() =>
  z.object({
    /** The required document, and what it is in the words of the procedure. */
    code: z.string(),
    label: z.string(),
    conditional: z.boolean().describe('due only for some answers'),
    /** Documents of the safe that do, best first; with `good` false, why not. */
    found: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        /** What it is among what is accepted. */
        as: z.string(),
        storedAt: z.string(),
        validUntil: z.string().nullable(),
        good: z.boolean(),
        why: z.enum(['expired', 'too-old', 'not-checked']).nullable(),
      }),
    ),
  }),
);
export type Needed = z.infer<ReturnType<typeof Needed>>;

/** Which of the documents a procedure asks for are in the safe already. */
export const readNeeded = operation({
  method: 'GET',
  path: '/api/citizen/safe/for/{procedure}',
  roles: ['citizen'],
  summary: 'Which documents of a procedure are in the safe already, and still good',
  params: () => z.object({ procedure: z.string().max(100) }),
  query: () => z.object({ member: z.string().max(64).optional() }),
  response: () => z.object({ needed: z.array(Needed()) }),
});

const Warning = late(() =>
  z.object({
    kind: z.enum(['expires', 'expired', 'season']),
    /** The document it is about; null: none of that kind is there. */
    document: z.object({ id: z.string(), name: z.string(), type: z.string() }).nullable(),
    on: z.string().describe('day it ends, or day the season begins'),
    procedure: z.object({ id: z.string(), title: z.string() }).nullable(),
    /** What is asked there, in the words of the procedure. */
    label: z.string(),
  }),
);
export type Warning = z.infer<ReturnType<typeof Warning>>;

export const readWarnings = operation({
  method: 'GET',
  path: '/api/citizen/safe/warnings',
  roles: ['citizen'],
  summary: 'What will be missing or out of date when it is needed',
  response: () => z.object({ warnings: z.array(Warning()), warnByMail: z.boolean() }),
});

export const chooseWarnings = operation({
  method: 'PUT',
  path: '/api/citizen/safe/warnings',
  roles: ['citizen'],
  summary: 'Be told by mail before a document is out of date, or no longer',
  body: () => z.strictObject({ byMail: z.boolean() }),
  status: 204,
});
