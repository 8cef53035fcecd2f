import { expect } from 'vitest';
import { expectedRoles } from '../../security/expected-roles.ts';
import { holdCase } from '../harness.ts';
import { describe, machinery, rawTo, wellFormed } from './caller.ts';
import { everybody, kindsOf, type Person } from './people.ts';

/** One of each set of roles: a stranger, a citizen, and agents. */
holdCase(
  32,
  'every operation refuses whoever it does not name, whatever is sent well formed',
  { timeout: 300_000 },
  async (world) => {
    const api = await describe(world);
    const raw = rawTo(world.url);
    const { agents, citizens } = await everybody(world);
    const kinds: (Person | null)[] = [null, citizens[0] as Person, ...kindsOf(agents, ({ roles }) => roles)];
    const wrong: string[] = [];
    for (const person of kinds) {
      const cookie = person ? (await world.signIn(person.login)).cookie : '';
      const mine = person ? (person.roles ?? ['citizen']) : [];
      for (const one of api.operations) {
        const roles = expectedRoles.get(one.name);
        if (!roles) wrong.push(`nobody said who may call ${one.name}`);
        const isFor = roles?.includes('public') || mine.some((role) => roles?.includes(role));
        // What one may do is tried with objects, below: here only the door is knocked at, and nothing is done.
        if (isFor || one.path.startsWith('/api/session/')) continue;
        const asked = wellFormed(one, api, { reference: 'VC-2026-000001-P' });
        const { status, text } = await raw({ ...asked, headers: { ...asked.headers, cookie } });
        const isDenied = status === (person && one.path.startsWith('/api/agent') && person.roles ? 403 : 401);
        if (!(isDenied || status === 401) || machinery.test(text))
          wrong.push(`${person?.login ?? 'nobody'} ${one.method} ${one.path}: ${status}`);
      }
    }
    expect(api.operations.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
    return { inputs: 0 };
  },
);
