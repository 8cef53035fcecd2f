import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { roles } from './agent.ts';

const anyone = ['public'] as const;
const audience = late(() => z.object({ audience: z.enum(['agents', 'citizens']) }));

/** OpenID Connect, authorization code with PKCE, state and nonce; tokens never reach the browser. */
export const startSession = operation({
  method: 'GET',
  path: '/api/session/{audience}/start',
  roles: anyone,
  summary: 'Begin signing in; `to` is a path of this site to come back to',
  params: audience,
  query: () =>
    z.object({
      to: z.string().max(300).optional(),
      login_hint: z.string().max(100).optional(),
      /** Have the provider ask again who the person is, even if it still knows. */
      again: z.literal('1').optional(),
      /** Citizens, signed in: this identity is theirs too. */
      join: z.literal('1').optional(),
    }),
  status: 302,
});
export const finishSession = operation({
  method: 'GET',
  path: '/api/session/{audience}/callback',
  roles: anyone,
  summary: 'Return from the identity provider',
  params: audience,
  headers: () => z.object({ 'user-agent': z.string().max(1_000).optional() }),
  query: () =>
    z.object({
      code: z.string().optional(),
      state: z.string().optional(),
      error: z.string().optional(),
      iss: z.string().optional(),
    }),
  status: 302,
});
export const endSession = operation({
  method: 'POST',
  path: '/api/session/{audience}/end',
  roles: anyone,
  summary: 'Sign out: the session is deleted on the server',
  params: audience,
  status: 204,
});

export const Me = late(() =>
  z.object({
    login: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    title: z.string(),
    roles: z.array(z.enum(roles)),
    departments: z.array(z.string()),
  }),
);
export type Me = z.infer<ReturnType<typeof Me>>;
const signedIn = roles;
export const me = operation({
  method: 'GET',
  path: '/api/agent/me',
  roles: signedIn,
  summary: 'The signed-in agent, and the departments and colleagues needed by every screen',
  response: () =>
    z.object({
      me: Me(),
      departments: z.array(z.object({ code: z.string(), name: z.string() })),
      now: z.string(),
    }),
});
export const listColleagues = operation({
  method: 'GET',
  path: '/api/agent/colleagues',
  roles: signedIn,
  summary: 'Agents of a department, to assign',
  query: () => z.object({ department: z.string() }),
  response: () =>
    z.object({
      agents: z.array(z.object({ login: z.string(), name: z.string(), title: z.string() })),
    }),
});
export const leaveCitizen = operation({
  method: 'POST',
  path: '/api/session/citizens/leave',
  roles: anyone,
  summary: 'Sign a citizen out here; who came by FranceConnect leaves it too, by the address answered',
  response: () => z.object({ location: z.string().nullable() }),
});
