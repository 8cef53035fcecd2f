import { describe, expect, it } from 'vitest';
import type { Agent } from '../../functions/agents/agent.ts';
import type { Delegation } from '../../functions/agents/delegation.ts';
import { delegate, type PeopleDeps } from '../../functions/agents/people.ts';
import { agentOf, delegationOf } from '../support/letters-in-circuit.ts';

const marc = agentOf('marc', ['head', 'signatory'], ['voirie']);
const samira = agentOf('samira', ['instructor'], ['voirie']);
const admin = agentOf('admin', ['administrator'], []);
const everybody = [marc, samira, admin];

/** Asks for an order as somebody, over those that are there; answers the orders that stand afterwards. */
const orders = async (
  agent: Agent,
  id: string,
  wanted: Partial<Delegation>,
  there: Delegation[] = [],
): Promise<Delegation[]> => {
  const kept = new Map(there.map((one) => [one.id, one]));
  const deps: PeopleDeps = {
    people: {
      everybody: async () => everybody,
      byLogin: async (login) => everybody.find((one) => one.login === login) ?? null,
      put: async () => undefined,
      delegations: async () => [...kept.values()],
      saveDelegation: async (one) => void kept.set(one.id, one),
      removeDelegation: async (one) => void kept.delete(one),
    },
    waiting: async () => 0,
    settle: async () => 0,
    today: async () => '2026-11-23',
  };
  const { id: _id, ...body } = delegationOf('samira', { departments: ['voirie'], ...wanted });
  const caller = { kind: 'agent', agent, requestId: 'r', address: '', cookies: [] } as const;
  const input = { params: { id }, query: undefined, headers: undefined, body };
  await delegate(deps)(input as never, caller);
  return [...kept.values()];
};

describe('the orders by which signature is given', () => {
  it('are written down by a head for their own department', async () => {
    expect((await orders(marc, 'new', {})).map(({ delegate }) => delegate)).toEqual(['samira']);
    await expect(orders(marc, 'new', { departments: ['education'] })).rejects.toThrow('forbidden');
    await expect(orders(marc, 'new', { departments: [] })).rejects.toThrow('forbidden');
  });
  it('are not overwritten by the head of another department', async () => {
    const theirs = delegationOf('admin', { id: 'tissot', departments: ['education'] });
    await expect(orders(marc, 'tissot', {}, [theirs])).rejects.toThrow('forbidden');
    expect(await orders(admin, 'tissot', {}, [theirs])).toHaveLength(1);
  });
  it('give nobody a signature by their own hand', async () => {
    await expect(orders(marc, 'own', { delegate: 'marc' })).rejects.toThrow('forbidden');
    await expect(orders(admin, 'own', { delegate: 'admin' })).rejects.toThrow('forbidden');
    expect(await orders(admin, 'theirs', { delegate: 'marc' })).toHaveLength(1);
  });
});
