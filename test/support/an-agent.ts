import type { Agent } from '../../functions/agents/agent.ts';
import type { AgentCaller } from '../../functions/agents/caller.ts';

export const anAgent = (change: Partial<Agent> = {}): Agent => ({
  login: 'paul.girard',
  email: 'paul.girard@val-clair.example',
  givenName: 'Paul',
  familyName: 'Girard',
  title: 'Gestionnaire',
  roles: ['instructor'],
  departments: ['etat-civil'],
  ...change,
});
export const asAgent = (change: Partial<Agent> = {}): AgentCaller => ({
  kind: 'agent',
  requestId: 'r-1',
  address: '192.0.2.1',
  cookies: [],
  agent: anAgent(change),
});
