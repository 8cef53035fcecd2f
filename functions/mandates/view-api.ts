import * as z from 'zod';
import { scopes } from '../agents/caller.ts';
import { late } from '../shared/api.ts';
import { helperKinds } from './mandate.ts';

/** A mandate as those it is about see it: who, for whom, what, until when, and how the person is told of it. */
export const MandateView = late(() =>
  z.object({
    id: z.string(),
    state: z.enum(['offered', 'active', 'revoked', 'declined', 'renounced', 'ended']),
    represented: z.string().describe('name'),
    helper: z.object({
      kind: z.enum([...helperKinds, 'agent']),
      name: z.string(),
      organisation: z.string().nullable(),
    }),
    scope: z.array(z.enum(scopes)),
    createdAt: z.string(),
    activeSince: z.string().nullable(),
    until: z.string().describe('last day'),
    overAt: z.string().nullable(),
    /** Who ended it: citizen | helper | code | word | agent */
    overBy: z.string().nullable(),
    consent: z.enum(['account', 'spoken', 'signed']),
    told: z.enum(['mail', 'text', 'letter']),
  }),
);
export type MandateView = z.infer<ReturnType<typeof MandateView>>;

export const Scopes = () => z.array(z.enum(scopes)).min(1).max(scopes.length);
export const Day = () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Whom the person trusts; the offer goes to their address. */
export const OfferedTo = () =>
  z.strictObject({
    kind: z.enum(helperKinds),
    name: z.string().trim().min(2).max(120),
    organisation: z.string().trim().max(120).nullable().default(null),
    email: z.email().max(254),
  });
