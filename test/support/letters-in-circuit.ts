import type { Agent, Role } from '../../functions/agents/agent.ts';
import type { Delegation } from '../../functions/agents/delegation.ts';
import type { Staff } from '../../functions/signatures/holders.ts';
import type { ApprovalKind, CircuitStep, LetterRecord } from '../../functions/signatures/letter.ts';

export const today = '2026-11-23';
export const agentOf = (
  login: string,
  roles: Role[],
  departments: string[],
  more: Partial<Agent> = {},
): Agent => ({
  ...{ login, roles, departments },
  email: `${login}@val-clair.example`,
  givenName: login.split('.')[0] ?? login,
  familyName: login.split('.')[1] ?? login,
  title: `Qualite de ${login}`,
  ...more,
});
export const delegationOf = (delegate: string, more: Partial<Delegation> = {}): Delegation => ({
  id: `to-${delegate}`,
  delegate,
  delegator: null,
  formula: 'Pour le president et par delegation',
  quality: 'Vice-presidente',
  departments: [],
  procedures: [],
  kinds: [],
  from: '2026-01-01',
  to: null,
  order: { number: '2026-12', publishedOn: '2026-01-01', url: null },
  ...more,
});
export const staffOf = (agents: Agent[], more: Partial<Staff> = {}): Staff => ({
  agents,
  delegations: [],
  on: today,
  matter: { department: 'voirie', procedure: null, kind: 'granted' },
  ...more,
});
export const stepOf = (
  number: number,
  kind: ApprovalKind,
  by: CircuitStep['by'],
  round = number,
): CircuitStep => ({
  ...{ number, round, kind, by },
  workStep: null,
  title: kind,
  holders: [],
  standIns: {},
  approval: null,
});
export const letterOf = (circuit: CircuitStep[], more: Partial<LetterRecord> = {}): LetterRecord => ({
  id: 'letter-1',
  reference: 'VC-2026-000001-P',
  revision: 1,
  state: 'circulating',
  template: null,
  outcome: 'granted',
  mode: 'seal',
  subject: 'Une demande',
  text: 'Oui.',
  words: 'Oui.',
  attachments: [],
  pdf: { key: 'k', versionId: 'v', sha256: 'a'.repeat(64), size: 1, pages: 1 },
  place: { page: 0, x: 0, y: 0, width: 200, height: 50 },
  verification: 'ABCDE-12345-ABCDE-12345',
  circuit,
  submittedBy: { login: 'paul', name: 'Paul Girard', quality: 'Gestionnaire' },
  submittedAt: '2026-11-22T08:00:00.000Z',
  due: '2026-12-01',
  urgency: 'normal',
  returned: null,
  sealed: null,
  salt: 'salt',
  ...more,
});
