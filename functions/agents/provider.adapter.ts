import type { Configuration } from 'openid-client';
import { lazily } from '../shared/aws.adapter.ts';
import type { Authentication } from './session.ts';

export type ProviderGiven = {
  issuer: string;
  clientId: string;
  /** The client's secret, read when it is first needed. */
  secret(): Promise<string>;
  scope: string;
  acr?: string;
  /** Ask how the person was authenticated: kept as evidence of what they sign. */
  asksHow?: boolean;
  redirectUri: string;
};
export type Identity = {
  sub: string;
  email: string | null;
  givenName: string;
  familyName: string;
  authentication: Authentication;
};
/** Age, in seconds, that an authentication may have when the person was asked to show again who they are. */
const newest = 300;
const howKnown = JSON.stringify({ id_token: { amr: { essential: true }, auth_time: { essential: true } } });
export type Provider = ReturnType<typeof provider>;

/** Plain HTTP never leaves the machine: the scheme of the issuer's address decides, and only for a loopback address. */
const isOnThisMachine = (issuer: URL): boolean =>
  issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One identity provider, by OpenID Connect: authorization code, PKCE, state, nonce, signatures checked. */
export const provider = (given: ProviderGiven) => {
  // Loaded at the first sign-in: every other call of this function pays nothing for it.
  const configuration = lazily(async (): Promise<[typeof import('openid-client'), Configuration]> => {
    const [openid, secret] = await Promise.all([import('openid-client'), given.secret()]);
    const issuer = new URL(given.issuer);
    const insecure = isOnThisMachine(issuer) ? [openid.allowInsecureRequests] : [];
    const found = await openid.discovery(issuer, given.clientId, secret, undefined, {
      execute: [...insecure, openid.enableNonRepudiationChecks],
      timeout: 8,
    });
    return [openid, found];
  });

  return {
    /** Address of the provider's page, and what its answer will be checked against. */
    async start(
      hint: string | undefined,
      again = false,
    ): Promise<{ address: string; state: string; nonce: string; verifier: string }> {
      const [openid, config] = await configuration();
      const verifier = openid.randomPKCECodeVerifier();
      const state = openid.randomState();
      const nonce = openid.randomNonce();
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: given.redirectUri,
        scope: given.scope,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(given.acr ? { acr_values: given.acr } : {}),
        ...(given.asksHow ? { claims: howKnown } : {}),
        ...(hint ? { login_hint: hint } : {}),
        ...(again ? { prompt: 'login', max_age: String(newest) } : {}),
      });
      return { address: address.href, state, nonce, verifier };
    },

    /** Exchanges the answer for an identity; throws when anything does not fit. `query` as the browser brought it. */
    async finish(
      query: Record<string, string>,
      expected: { state: string; nonce: string; verifier: string; again?: boolean },
    ): Promise<Identity> {
      const [openid, config] = await configuration();
      const answered = new URL(given.redirectUri);
      for (const [name, value] of Object.entries(query)) answered.searchParams.set(name, value);
      const tokens = await openid.authorizationCodeGrant(config, answered, {
        pkceCodeVerifier: expected.verifier,
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        idTokenExpected: true,
        ...(expected.again ? { maxAge: newest } : {}),
      });
      const claims = tokens.claims();
      const sub = claims?.sub ?? '';
      const { auth_time: authTime, amr, acr } = { ...claims } as Record<string, unknown>;
      const person = await openid.fetchUserInfo(config, tokens.access_token, sub);
      return {
        sub,
        email: text(person.email) || null,
        givenName: text(person.given_name),
        familyName: text(person.family_name) || text(person.usual_name),
        authentication: {
          authTime: typeof authTime === 'number' ? new Date(authTime * 1000).toISOString() : null,
          amr: Array.isArray(amr) ? amr.map(String) : [],
          acr: text(acr) || null,
        },
      };
    },
  };
};
