import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { families, systems } from './device.ts';

const citizen = ['citizen'] as const;
const family = () => z.object({ browser: z.enum(families), system: z.enum(systems) });
const one = late(() => z.object({ id: z.string().min(1).max(1_400) }));
const name = () => z.string().trim().min(1).max(60);

export const Security = late(() =>
  z.object({
    email: z.string().nullable(),
    franceConnect: z.object({ certifiedAt: z.string() }).nullable(),
    passkeys: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        isSynced: z.boolean(),
        createdAt: z.string(),
        lastUsedAt: z.string().nullable(),
      }),
    ),
    /** Where the account is open now: no place, only the kind of browser. */
    sessions: z.array(
      z.object({
        id: z.string(),
        family: family(),
        by: z.enum(['franceconnect', 'code', 'passkey']),
        startedAt: z.string(),
        lastSeenAt: z.string(),
        isCurrent: z.boolean(),
      }),
    ),
    now: z.string(),
  }),
);
export type Security = z.infer<ReturnType<typeof Security>>;
export const readSecurity = operation({
  method: 'GET',
  path: '/api/citizen/security',
  roles: citizen,
  summary: 'How the account is opened, and where it is open',
  response: Security,
});
export const endOneSession = operation({
  method: 'POST',
  path: '/api/citizen/security/sessions/{id}/end',
  roles: citizen,
  summary: 'Sign one device out',
  params: one,
  status: 204,
});
export const endAllSessions = operation({
  method: 'POST',
  path: '/api/citizen/security/sessions/end',
  roles: citizen,
  summary: 'Sign out everywhere; `others` keeps the one that asks',
  body: () => z.object({ others: z.boolean() }),
  status: 204,
});

export const startPasskey = operation({
  method: 'POST',
  path: '/api/citizen/passkeys/start',
  roles: citizen,
  summary: 'What the browser needs to make a passkey; asks for a sign-in of the last half hour',
  response: () =>
    z.object({
      /** PublicKeyCredentialCreationOptionsJSON of WebAuthn level 3. */
      options: z.record(z.string(), z.unknown()),
    }),
});
export const addPasskey = operation({
  method: 'POST',
  path: '/api/citizen/passkeys',
  roles: citizen,
  summary: 'Keep the passkey that the browser made',
  body: () =>
    z.object({
      name: name(),
      credential: z.object({
        id: z.string().max(1_400),
        rawId: z.string().max(1_400),
        type: z.literal('public-key'),
        response: z.object({
          clientDataJSON: z.string().max(20_000),
          attestationObject: z.string().max(60_000),
          transports: z.array(z.string().max(30)).max(10).optional(),
        }),
        clientExtensionResults: z.object({}),
      }),
    }),
  status: 201,
  response: () => z.object({ id: z.string() }),
});
export const renamePasskey = operation({
  method: 'PUT',
  path: '/api/citizen/passkeys/{id}',
  roles: citizen,
  summary: 'Name a passkey',
  params: one,
  body: () => z.object({ name: name() }),
  status: 204,
});
export const removePasskey = operation({
  method: 'DELETE',
  path: '/api/citizen/passkeys/{id}',
  roles: citizen,
  summary: 'Remove a passkey, and end the sessions it opened elsewhere',
  params: one,
  status: 204,
});
