import { describe, expect, it } from 'vitest';
import { delegationsOf, isInForce } from '../../functions/agents/delegation.ts';
import { isPresent, standInFor } from '../../functions/agents/presence.ts';
import { agentOf, delegationOf } from '../support/letters-in-circuit.ts';

const on = '2026-11-23';
const away = (substitute: string | null) => ({
  absence: { from: '2026-11-20', to: '2026-11-25', substitute },
});
const world = (...agents: ReturnType<typeof agentOf>[]) => agents;

describe('who is there', () => {
  it.each([
    ['nobody said otherwise', {}, true],
    ['away from that day on', { absence: { from: on, to: '2026-11-30', substitute: null } }, false],
    ['away until that day', { absence: { from: '2026-11-01', to: on, substitute: null } }, false],
    ['back the day before', { absence: { from: '2026-11-01', to: '2026-11-22', substitute: null } }, true],
    ['last day in office', { leftOn: on }, true],
    ['left the day before', { leftOn: '2026-11-22' }, false],
  ])('counts somebody as there or not: %s', (_why, more, there) => {
    expect(isPresent(agentOf('marc', ['signatory'], ['voirie'], more), on)).toBe(there);
  });
});

describe('who acts for somebody', () => {
  const head = agentOf('agnes', ['head'], ['voirie']);
  const admin = agentOf('admin', ['administrator'], ['voirie']);
  const colleague = agentOf('lea', ['instructor'], ['education']);

  it('is the person while they are there', () => {
    expect(standInFor('lea', world(colleague, head, admin), [], on)).toBe('lea');
  });
  it('is the substitute they named, and the substitute of a substitute who is away too', () => {
    const marc = agentOf('marc', ['signatory'], ['voirie'], away('lea'));
    const lea = agentOf('lea', ['instructor'], ['education'], away('paul'));
    const paul = agentOf('paul', ['instructor'], ['voirie']);
    expect(standInFor('marc', world(marc, colleague, head), [], on)).toBe('lea');
    expect(standInFor('marc', world(marc, lea, paul, head), [], on)).toBe('paul');
  });
  it('is found even when two who are away named each other', () => {
    const marc = agentOf('marc', ['signatory'], ['voirie'], away('lea'));
    const lea = agentOf('lea', ['signatory'], ['voirie'], away('marc'));
    expect(standInFor('marc', world(marc, lea, head, admin), [], on)).toBe('agnes');
  });
  it('is the delegate in the matter, before the head of the department', () => {
    const marc = agentOf('marc', ['signatory'], ['voirie'], away(null));
    const given = [delegationOf('lea', { delegator: 'marc', departments: ['voirie'] })];
    const people = world(marc, colleague, head);
    expect(standInFor('marc', people, given, on, { department: 'voirie' })).toBe('lea');
    expect(standInFor('marc', people, given, on, { department: 'voirie' })).not.toBe('agnes');
    expect(standInFor('marc', people, given, on, { department: 'education' })).toBeNull();
  });
  it('is the head of the department, else an administrator, else nobody', () => {
    const marc = agentOf('marc', ['signatory'], ['voirie'], { leftOn: '2026-11-01' });
    expect(standInFor('marc', world(marc, head, admin), [], on)).toBe('agnes');
    expect(standInFor('marc', world(marc, admin), [], on)).toBe('admin');
    expect(standInFor('marc', world(marc), [], on)).toBeNull();
  });
  it('is somebody even for a login that nobody has any more', () => {
    expect(standInFor('gone', world(head, admin), [], on, { department: 'voirie' })).toBe('agnes');
  });
});

describe('an order of delegation', () => {
  it('counts from its publication, whatever day it says, and until its last day', () => {
    const late = delegationOf('lea', { order: { number: '1', publishedOn: '2026-12-01', url: null } });
    expect(isInForce(late, on)).toBe(false);
    expect(isInForce(delegationOf('lea', { to: on }), on)).toBe(true);
    expect(isInForce(delegationOf('lea', { to: '2026-11-22' }), on)).toBe(false);
  });
  it('gives the most precise first when several do', () => {
    const wide = delegationOf('lea', { id: 'wide' });
    const precise = delegationOf('lea', { id: 'precise', departments: ['voirie'], kinds: ['granted'] });
    const found = delegationsOf('lea', [wide, precise], on, { department: 'voirie', kind: 'granted' });
    expect(found.map(({ id }) => id)).toEqual(['precise', 'wide']);
  });
});
