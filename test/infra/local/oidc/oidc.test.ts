import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
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

describe('signing in through the stand-ins', () => {
  const context = aContext();
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => oidc(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    context.server.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const oidc = createOidc(context.ctx, async () => SECRET);
  });
  afterAll(() => server.close());

  async function client(realm: string, audience: string) {
    const issuer = new URL(`${context.ctx.origin}/_oidc/${realm}`);
    const config = await discovery(issuer, 'parvis', SECRET, undefined, {
      execute: [allowInsecureRequests, enableNonRepudiationChecks],
    });
    const checks = { state: randomState(), nonce: randomNonce() };
    const redirect_uri = `${context.ctx.origin}/api/session/${audience}/callback`;
    const url = (more: Record<string, string>) =>
      buildAuthorizationUrl(config, { redirect_uri, ...checks, ...more });
    const finish = async (callback: URL, settings: Configuration = config) => {
      const tokens = await authorizationCodeGrant(settings, callback, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
      });
      const claims = tokens.claims();
      return { claims, info: await fetchUserInfo(config, tokens.access_token, claims?.sub ?? '') };
    };
    /** When the signed userinfo says that it ends, which the product checks on the virtual clock. */
    const userinfoEnds = async (callback: URL) => {
      const tokens = await authorizationCodeGrant(config, callback, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
      });
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      const jwt = await (await fetch(`${issuer}/me`, { headers })).text();
      const { exp } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
      return [exp, tokens.claims()?.exp].map((seconds) => new Date(seconds * 1000));
    };
    return { url, finish, userinfoEnds };
  }

  it('knows a citizen by the hint alone, with the identity that FranceConnect gives, signed', async () => {
    const { url, finish } = await client('franceconnect', 'citizens');
    const { callback } = await walk(
      url({ scope: 'openid identite_pivot email', acr_values: 'eidas1', login_hint: 'jeanne.aubry' }),
    );
    const { claims, info } = await finish(callback as URL);
    expect(claims).toMatchObject({ sub: 'jeanne.aubry', acr: 'eidas1' });
    expect(info).toMatchObject({
      given_name: 'Jeanne',
      family_name: 'Aubry',
      birthdate: '1986-04-12',
      gender: 'female',
    });
  });

  it('lets an agent be chosen on a page, and asks again next time', async () => {
    const { url, finish } = await client('proconnect', 'agents');
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
    const { url } = await client('proconnect', 'agents');
    const { status, page } = await walk(url({ scope: 'openid' }), 'nobody');
    expect([status, page]).toEqual([400, expect.stringContaining('role="alert"')]);
  });

  it('refuses a short state, as FranceConnect does', async () => {
    const { url } = await client('franceconnect', 'citizens');
    const { status } = await walk(url({ scope: 'openid', state: 'short' }));
    expect(status).toBe(400);
  });

  it('gives tokens that are still good after the calendar was moved', async () => {
    const { url, userinfoEnds } = await client('franceconnect', 'citizens');
    context.ctx.clock.set(new Date('2027-06-01T00:00:00Z'));
    const { callback } = await walk(url({ scope: 'openid', login_hint: 'jeanne.aubry' }));
    for (const end of await userinfoEnds(callback as URL)) expect(end > context.ctx.clock.now()).toBe(true);
  });
});
