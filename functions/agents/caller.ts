import type { Agent } from './agent.ts';

/** A citizen signed in to their account; read again at each call, so that what was ended or revoked is gone at once. */
export type Citizen = {
  account: string;
  /** Who it is in the register of citizens. */
  person: string;
  givenName: string;
  familyName: string;
  email: string | null;
  /** How they showed who they are. Only FranceConnect certifies an identity; a code proves an address; `desk`: an agent who helps. */
  by: 'franceconnect' | 'code' | 'passkey' | 'desk';
  /** While they act for somebody else: everything they do is labelled with it, and stays within its scope. */
  actingFor?: ActingFor;
};
export type ActingFor = {
  mandate: string;
  account: string;
  person: string;
  name: string;
  scope: Scope[];
  /** It was revoked or has ended since: nothing is open any more, and nothing is done in one's own name by mistake. */
  isOver?: true;
};
/** What a mandate may open. */
export const scopes = ['requests', 'documents', 'appointments', 'payments'] as const;
export type Scope = (typeof scopes)[number];

/** Whose affairs a call is about: one's own, or those of whom one acts for. */
export const subjectOf = ({ account, person, actingFor }: Citizen): { account: string; person: string } =>
  actingFor ?? { account, person };

/** Who calls. `requestId` names the call in the logs; `address` is the network address, for rate limits only; `cookies`, for sessions. */
export type Caller = { requestId: string; address: string; cookies: readonly string[] } & (
  | { kind: 'anonymous' }
  | { kind: 'agent'; agent: Agent }
  | { kind: 'citizen'; citizen: Citizen }
);
export type AgentCaller = Extract<Caller, { kind: 'agent' }>;
