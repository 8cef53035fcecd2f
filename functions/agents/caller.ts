import type { Agent } from './agent.ts';

/** A citizen signed in through an identity provider; `sub` is the provider's stable identifier. */
export type Citizen = { sub: string; givenName: string; familyName: string; email: string | null };

/** Who calls. `requestId` names the call in the logs; `address` is the network address, for rate limits only; `cookies`, for sessions. */
export type Caller = { requestId: string; address: string; cookies: readonly string[] } & (
  | { kind: 'anonymous' }
  | { kind: 'agent'; agent: Agent }
  | { kind: 'citizen'; citizen: Citizen }
);
export type AgentCaller = Extract<Caller, { kind: 'agent' }>;
