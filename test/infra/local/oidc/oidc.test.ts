import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomState,
} from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOidc } from '../../../../infra/local/oidc/index.ts';
import { aContext } from '../../../support/states-context.ts';

const SECRET = 'a-secret-long-enough-for-a-client';

/** Follows redirects by hand as a browser does, with cookies, until the product's callback. */
async function walk(start: URL, choose?: string) {
  const cookies = new Map<string, string>();
  let url = start;
  let body: URLSearchParams | undefined;
  let page = '';
  for (let step = 0; step < 8; step++) {
    if (url.pathname.startsWith('/api/session/')) return { callback: url, page };
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      method: body ? 'POST' : 'GET',
      body,
    });
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      cookies.set(name, value);
    }
    const to = response.headers.get('location');
    if (!to) {
      page = await response.text();
      if (!choose || body) return { page, status: response.status };
      body = new URLSearchParams({ login: choose });
      continue;
    }
    body = undefined;
    url = new URL(to, url);
  }
  throw new Error('too many redirects');
}

type Alg = 'ES256' | 'RS256';
const certified = (alg: Alg) => ({
  client_secret: SECRET,
  id_token_signed_response_alg: alg,
  userinfo_signed_response_alg: alg,
});

/** The stand-ins on a port of their own, and a client of each as the product is one. */
async function standIns(alg?: Alg) {
  const context = aContext();
  let oidc: ReturnType<typeof createOidc> | undefined;
  const server = createServer((request, response) => oidc?.(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  context.server.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  oidc = createOidc(context.ctx, async () => SECRET, alg);

  async function client(realm: 'franceconnect' | 'proconnect', expected: Alg = 'ES256') {
    const issuer = new URL(`${context.ctx.origin}/_oidc/${realm}`);
    const audience = realm === 'franceconnect' ? 'citizens' : 'agents';
    const secret = realm === 'franceconnect' ? certified(expected) : SECRET;
    const config = await discovery(issuer, 'parvis', secret, undefined, {
      execute: [allowInsecureRequests, enableNonRepudiationChecks],
    });
    const checks = { state: randomState(), nonce: randomNonce() };
    const redirect_uri = `${context.ctx.origin}/api/session/${audience}/callback`;
    const url = (more: Record<string, string>) =>
      buildAuthorizationUrl(config, { redirect_uri, ...checks, ...more });
    const tokensOf = (callback: URL) =>
      authorizationCodeGrant(config, callback, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
      });
    const finish = async (callback: URL) => {
      const tokens = await tokensOf(callback);
      const claims = tokens.claims();
      const info = await fetchUserInfo(config, tokens.access_token, claims?.sub ?? '');
      return { claims, info, idToken: tokens.id_token ?? '' };
    };
    const lives = async (callback: URL) => {
      const tokens = await tokensOf(callback);
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      const jwt = await (await fetch(`${issuer}/userinfo`, { headers })).text();
      const { exp } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
      return [exp, tokens.claims()?.exp].map((seconds) => new Date(seconds * 1000));
    };
    return { url, finish, lives };
  }
  return { ctx: context.ctx, client, stop: () => server.close() };
}
const pivot =
  'openid given_name family_name birthdate gender birthplace birthcountry preferred_username email';

describe('signing in through the stand-ins', () => {
  let world: Awaited<ReturnType<typeof standIns>>;
  beforeAll(async () => {
    world = await standIns();
  });
  afterAll(() => world.stop());
  const asCitizen = async (login: string, scope = pivot) => {
    const { url, finish } = await world.client('franceconnect');
    const { callback } = await walk(url({ scope, acr_values: 'eidas1' }), login);
    return finish(callback as URL);
  };

  it('gives a citizen the identity that FranceConnect gives: signed, in capitals, under an opaque name', async () => {
    const { claims, info } = await asCitizen('angela.dubois');
    expect(claims?.sub).toMatch(/^[0-9a-f]{66}v1$/);
    expect(claims).toMatchObject({ acr: 'eidas1' });
    expect(info).toMatchObject({
      ...{ sub: claims?.sub, given_name: 'Angela Claire Louise', family_name: 'DUBOIS', gender: 'female' },
      given_name_array: ['Angela', 'Claire', 'Louise'],
      ...{ birthdate: '1962-08-24', birthplace: '75107', birthcountry: '99100' },
    });
    expect((await asCitizen('angela.dubois')).claims?.sub).toBe(claims?.sub);
  });

  it('knows people born abroad, on a presumed day, with a name of use, and without an address', async () => {
    const { info } = await asCitizen('amina.benali');
    expect(info).toMatchObject({
      ...{ birthdate: '1958-01-01', birthplace: '', birthcountry: '99352', preferred_username: 'LEFORT' },
    });
    expect((await asCitizen('marcel.petit')).info).not.toHaveProperty('email');
    expect((await asCitizen('angela.dubois', 'openid given_name')).info).not.toHaveProperty('birthdate');
  });

  it('lets an agent be chosen on a page, and asks again next time', async () => {
    const { url, finish } = await world.client('proconnect');
    const { callback, page } = await walk(
      url({ scope: 'openid given_name usual_name email' }),
      'claire.monnier',
    );
    expect(page).toContain('Claire Monnier');
    expect(page).toContain('inventées');
    const { info } = await finish(callback as URL);
    expect(info).toMatchObject({ email: 'claire.monnier@val-clair.example', usual_name: 'Monnier' });
  });

  it('refuses an identity that is not of the demonstration', async () => {
    const { url } = await world.client('proconnect');
    const { status, page } = await walk(url({ scope: 'openid' }), 'nobody');
    expect([status, page]).toEqual([400, expect.stringContaining('role="alert"')]);
  });

  it.each([
    ['Y030007', { state: 'short' }],
    ['Y030007', { nonce: 'a'.repeat(31) }],
    ['Y04C013C', { redirect_uri: 'https://elsewhere.example/callback' }],
    ['Y04EA6EF', { client_id: 'another' }],
    ['Y000400', { code_challenge: 'x'.repeat(43) }],
  ])('refuses with %s what FranceConnect refuses with it', async (code, wrong) => {
    const { url } = await world.client('franceconnect');
    const { status, page } = await walk(url({ scope: 'openid', ...wrong }));
    expect([status, page]).toEqual([400, expect.stringContaining(code)]);
  });

  it('is left by its own page, with the token it gave, back to a declared address only', async () => {
    const { idToken } = await asCitizen('angela.dubois');
    const out = (query: Record<string, string>) =>
      fetch(`${world.ctx.origin}/_oidc/franceconnect/session/end?${new URLSearchParams(query)}`, {
        redirect: 'manual',
      });
    const home = `${world.ctx.origin}/`;
    const left = await out({ id_token_hint: idToken, state: 's', post_logout_redirect_uri: home });
    expect(left.headers.get('location')).toBe(`${home}?state=s`);
    const elsewhere = {
      id_token_hint: idToken,
      state: 's',
      post_logout_redirect_uri: 'https://evil.example/',
    };
    expect(await (await out(elsewhere)).text()).toContain('Y030111');
    const forged = { id_token_hint: `${idToken}x`, state: 's', post_logout_redirect_uri: home };
    expect((await out(forged)).status).toBe(400);
  });

  it('gives tokens of a minute that are still good after the calendar was moved', async () => {
    const { url, lives } = await world.client('franceconnect');
    world.ctx.clock.set(new Date('2027-06-01T00:00:00Z'));
    const { callback } = await walk(url({ scope: 'openid' }), 'jeanne.aubry');
    for (const end of await lives(callback as URL)) {
      const seconds = (end.getTime() - world.ctx.clock.now().getTime()) / 1000;
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(62);
    }
  });
});

describe('a service registered for RS256', () => {
  it('gets the same identity under the other signature', async () => {
    const world = await standIns('RS256');
    const { url, finish } = await world.client('franceconnect', 'RS256');
    const { callback } = await walk(url({ scope: pivot, acr_values: 'eidas1' }), 'angela.dubois');
    expect((await finish(callback as URL)).info).toMatchObject({ family_name: 'DUBOIS' });
    world.stop();
  });
});
