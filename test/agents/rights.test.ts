import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agent, type Role, roles } from '../../functions/agents/agent.ts';
import { boardsOf, mayAssign, mayNote, mayRead, maySort, mayWork } from '../../functions/agents/rights.ts';
import { anAgent } from '../support/request-world.ts';

const ours = { department: 'voirie', agent: null };
const theirs = { department: 'etat-civil', agent: null };
const reserved = { department: 'cabinet', agent: null };
const unsorted = { department: null, agent: null };
const who = (role: Role, departments = ['voirie']): Agent =>
  anAgent({ login: 'a', roles: [role], departments });

/** Read our department, work on it, read another's, work on it, read the cabinet's, read what is not sorted. */
const table: Record<Role, [boolean, boolean, boolean, boolean, boolean, boolean]> = {
  scanning: [false, false, false, false, false, false],
  reception: [true, false, true, false, false, true],
  qualification: [true, false, true, false, false, true],
  instructor: [true, true, false, false, false, false],
  head: [true, true, false, false, false, false],
  signatory: [true, false, false, false, false, false],
  quality: [true, false, true, false, false, true],
  administrator: [true, true, true, true, false, true],
};

describe('what an agent may see and do', () => {
  it.each(roles.map((role) => [role, table[role]] as const))('as %s', (role, expected) => {
    const agent = who(role);
    expect([
      mayRead(agent, ours),
      mayWork(agent, ours),
      mayRead(agent, theirs),
      mayWork(agent, theirs),
      mayRead(agent, reserved),
      mayRead(agent, unsorted),
    ]).toEqual(expected);
  });

  it('opens letters of the cabinet to the agents named in it', () => {
    expect(mayRead(who('head', ['cabinet']), reserved)).toBe(true);
    expect(mayRead(who('administrator', ['voirie']), reserved)).toBe(false);
    expect(boardsOf(who('administrator', ['voirie']), ['voirie', 'etat-civil', 'cabinet'])).toEqual([
      'voirie',
      'etat-civil',
    ]);
  });

  it('lets who qualifies give a request to any department, and an instructor only what is theirs', () => {
    expect(mayAssign(who('qualification'), theirs)).toBe(true);
    expect(mayAssign(who('instructor'), theirs)).toBe(false);
    expect(mayAssign(who('instructor'), ours)).toBe(true);
    expect(maySort(who('instructor'))).toBe(false);
  });

  it('never lets anybody act on what they may not see', () => {
    const anyAgent = fc.record({
      roles: fc.subarray([...roles]),
      departments: fc.subarray(['voirie', 'etat-civil', 'cabinet']),
      login: fc.constantFrom('a', 'b'),
    });
    const anyRequest = fc.record({
      department: fc.constantFrom('voirie', 'etat-civil', 'cabinet', null),
      agent: fc.constantFrom('a', 'b', null),
    });
    fc.assert(
      fc.property(anyAgent, anyRequest, (change, request) => {
        const agent = anAgent(change);
        if (mayRead(agent, request)) return;
        expect([mayWork(agent, request), mayAssign(agent, request), mayNote(agent, request)]).toEqual([
          false,
          false,
          false,
        ]);
      }),
    );
  });
});
