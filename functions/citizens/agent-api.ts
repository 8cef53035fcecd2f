import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { matchReasons } from './person.ts';

/** Who may look somebody up and see their page. */
export const seers = [
  'reception',
  'qualification',
  'instructor',
  'head',
  'quality',
  'administrator',
] as const;
export const makers = ['reception', 'qualification', 'instructor', 'head', 'administrator'] as const;
export const key = late(() => z.object({ 'idempotency-key': z.string().min(16).max(64) }));
export const byPerson = late(() => z.object({ personId: z.string().max(64) }));
const text = (longest: number) => z.string().max(longest).nullable();

export const TraitsBody = late(() =>
  z.strictObject({
    name: text(200),
    organisation: text(200),
    email: text(254),
    phone: text(50),
    address: text(500),
    birth: text(10),
    siret: text(20),
    rna: text(12),
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
export const reason = late(() => z.enum(matchReasons));
export const Alike = late(() =>
  z.object({ person: PersonCard(), confidence: z.number(), reasons: z.array(reason()) }),
);

/** Somebody new, unless the same call was made before; who may be the same person comes back, best first, for the agent to look. */
export const createPerson = operation({
  method: 'POST',
  path: '/api/agent/citizens',
  roles: makers,
  summary: 'A person or organisation the authority did not know',
  headers: key,
  body: () => z.strictObject({ kind: z.enum(['person', 'organisation']), traits: TraitsBody() }),
  status: 201,
  response: () => z.object({ person: PersonCard(), alike: z.array(Alike()) }),
});

/** In a body: an address of the site never holds a name or a number. */
export const findAlike = operation({
  method: 'POST',
  path: '/api/agent/citizens/alike',
  roles: seers,
  summary: 'Who may be meant by a name, a number, an address; best first, with the reasons',
  body: () => z.strictObject({ traits: TraitsBody() }),
  response: () => z.object({ alike: z.array(Alike()) }),
});
