import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const roles = ['reception', 'qualification', 'instructor', 'head', 'administrator'] as const;
const text = (longest: number) => z.string().max(longest).nullable();

export const TraitsBody = late(() =>
  z.strictObject({
    name: text(200),
    organisation: text(200),
    email: text(254),
    phone: text(50),
    address: text(500),
    birth: text(10),
    siret: text(14),
    rna: text(10),
  }),
);
export const PersonCard = late(() =>
  z.object({
    personId: z.string(),
    kind: z.enum(['person', 'organisation']),
    name: z.string(),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    address: z.string().nullable(),
    birth: z.string().nullable(),
  }),
);
export type PersonCard = z.infer<ReturnType<typeof PersonCard>>;

/** Somebody new, unless the same call was made before; who may be the same person comes back, best first, for the agent to look. */
export const createPerson = operation({
  method: 'POST',
  path: '/api/agent/citizens',
  roles,
  summary: 'A person or organisation the authority did not know',
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () => z.strictObject({ kind: z.enum(['person', 'organisation']), traits: TraitsBody() }),
  status: 201,
  response: () =>
    z.object({
      person: PersonCard(),
      alike: z.array(
        z.object({ person: PersonCard(), confidence: z.number(), reasons: z.array(z.string()) }),
      ),
    }),
});
