import { expect } from 'vitest';
import { type Forgery, forgeries } from '../../security/forgeries.ts';
import { type SignInWorld, signInWorld } from '../../security/sign-in-world.ts';
import { holdCase } from '../harness.ts';

const through = async (world: SignInWorld, forgery: Forgery | null): Promise<string> => {
  world.idp.state.forge = forgery?.token;
  world.idp.state.forgeUserinfo = forgery?.userinfo;
  const back = await world.signIn();
  return back.cookies.some((line) => /^__Host-parvis-(agent|citizen)=[\w-]{20}/.test(line))
    ? 'signed in'
    : 'refused';
};

for (const audience of ['agents', 'citizens'] as const)
  holdCase(
    33,
    `no token but the right one opens a session of ${audience}`,
    { timeout: 120_000 },
    async () => {
      const world = await signInWorld(audience);
      try {
        expect(await through(world, null)).toBe('signed in');
        const wrong: string[] = [];
        for (const [what, forgery] of Object.entries(forgeries(audience)))
          if ((await through(world, forgery)) !== 'refused') wrong.push(what);
        expect(wrong).toEqual([]);
        // Keys that nobody knows are asked for once, not each time somebody names one.
        const before = world.idp.state.keysAsked;
        for (let turn = 0; turn < 20; turn += 1)
          await through(world, forgeries(audience)['a key that nobody knows'] ?? null);
        expect(world.idp.state.keysAsked - before).toBeLessThanOrEqual(1);
        expect(world.idp.state.strangersAsked).toEqual([]);
        expect(await through(world, null)).toBe('signed in');
      } finally {
        world.stop();
      }
    },
  );

holdCase(
  33,
  'a forged answer of the identity provider begins nothing at either sign-in',
  { fast: true },
  async (world) => {
    const back = (path: string, cookie = '') =>
      fetch(`${world.url}${path}`, { redirect: 'manual', headers: { cookie } });
    for (const audience of ['agents', 'citizens'] as const) {
      const other = audience === 'agents' ? 'citizens' : 'agents';
      const start = await back(`/api/session/${audience}/start?to=//evil.example`);
      const state = new URL(start.headers.get('location') ?? '').searchParams.get('state');
      const kept = (start.headers.getSetCookie()[0] ?? '').split(';')[0];
      for (const answer of [
        await back(`/api/session/${audience}/callback?code=x&state=forged`, kept),
        await back(`/api/session/${other}/callback?code=x&state=${state}`, kept),
        await back(`/api/session/${audience}/callback?code=x&state=${state}`),
        await back(`/api/session/${audience}/callback?code=x&state=${state}`, kept),
      ]) {
        expect(answer.headers.get('location')).toMatch(/^\/(agents\/)?connexion\?error=sign-in-failed/);
        expect(answer.headers.getSetCookie().join()).not.toMatch(/parvis-(agent|citizen)=\w/);
      }
    }
  },
);
