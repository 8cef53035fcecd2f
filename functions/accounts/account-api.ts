import * as z from 'zod';
import { scopes } from '../agents/caller.ts';
import { late, operation } from '../shared/api.ts';

/** Who is signed in, said to every page of the signed-in space. */
export const CitizenMe = late(() =>
  z.object({
    account: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    usedName: z.string().nullable(),
    email: z.string().nullable(),
    by: z.enum(['franceconnect', 'code', 'passkey']),
    /** Names and birth come from FranceConnect: they are not retyped. */
    isCertified: z.boolean(),
    /** False until somebody new has said their name. */
    isComplete: z.boolean(),
    /** Whom they act for, and what the mandate opens. */
    actingFor: z.object({ mandate: z.string(), name: z.string(), scope: z.array(z.enum(scopes)) }).nullable(),
    /** When the session ends by itself: without any call, and whatever is done. */
    session: z.object({ idleEndsAt: z.string(), endsAt: z.string() }),
    now: z.string(),
  }),
);
export type CitizenMe = z.infer<ReturnType<typeof CitizenMe>>;
export const citizenMe = operation({
  method: 'GET',
  path: '/api/citizen/me',
  roles: ['citizen'],
  summary: 'The signed-in citizen, and until when the session lasts; asking keeps it alive',
  response: CitizenMe,
});
