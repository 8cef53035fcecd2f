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
  /** The provider certifies identities: what it says of a person is signed, at least at this level, or is refused. */
  certifies?: { acr: readonly string[] };
  /** It answers an error to any parameter that its documentation does not list: no proof key, no hint (FranceConnect v2). */
  isStrict?: boolean;
  /** Where its own sign-out page sends the browser back. */
  afterwards?: string;
  redirectUri: string;
};
export type Identity = {
  sub: string;
  email: string | null;
  givenName: string;
  familyName: string;
  authentication: Authentication;
  /** Everything it says of the person. */
  claims: Record<string, unknown>;
  /** Taken back to it when the session ends. */
  idToken: string | undefined;
};
/** The only signatures a certified identity may bear (FranceConnect v2). The library takes a list; its types say a string. */
const algorithms = ['ES256', 'RS256'] as unknown as string;
/** Age, in seconds, that an authentication may have when the person was asked to show again who they are. */
const newest = 300;
const howKnown = JSON.stringify({ id_token: { amr: { essential: true }, auth_time: { essential: true } } });
export type Provider = ReturnType<typeof provider>;

/** Plain HTTP never leaves the machine: the scheme of the issuer's address decides, and only for a loopback address. */
const isOnThisMachine = (issuer: URL): boolean =>
  issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname);
/** The library checks the signature, the times and whose it is; a signed identity must also say all of it. */
const refuseUncertified = (
  person: Record<string, unknown>,
  token: Record<string, unknown>,
  given: ProviderGiven,
): void => {
  const { iss, aud, exp } = person;
  const isSaid = !!iss && typeof exp === 'number' && [aud].flat().includes(given.clientId);
  const levels = [token.acr, person.acr].filter((acr) => acr !== undefined);
  const isSure = levels.length > 0 && levels.every((acr) => given.certifies?.acr.includes(String(acr)));
  const isSame = person.nonce === undefined || person.nonce === token.nonce;
  if (!isSaid || !isSure || !isSame) throw new Error('identity-not-certified');
};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One identity provider, by OpenID Connect: authorization code, PKCE, state, nonce, signatures checked. */
export const provider = (given: ProviderGiven) => {
  // Loaded at the first sign-in: every other call of this function pays nothing for it.
  const configuration = lazily(async (): Promise<[typeof import('openid-client'), Configuration]> => {
    const [openid, secret] = await Promise.all([import('openid-client'), given.secret()]);
    const issuer = new URL(given.issuer);
    const insecure = isOnThisMachine(issuer) ? [openid.allowInsecureRequests] : [];
    const signed = given.certifies && {
      client_secret: secret,
      id_token_signed_response_alg: algorithms,
      userinfo_signed_response_alg: algorithms,
    };
    const found = await openid.discovery(issuer, given.clientId, signed ?? secret, undefined, {
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
      const proof = {
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(hint ? { login_hint: hint } : {}),
      };
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: given.redirectUri,
        scope: given.scope,
        state,
        nonce,
        ...(given.isStrict ? {} : proof),
        ...(given.acr ? { acr_values: given.acr } : {}),
        ...(given.asksHow ? { claims: howKnown } : {}),
        ...(again ? { prompt: 'login', ...(given.isStrict ? {} : { max_age: String(newest) }) } : {}),
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
        ...(given.isStrict ? {} : { pkceCodeVerifier: expected.verifier }),
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        idTokenExpected: true,
        ...(expected.again && !given.isStrict ? { maxAge: newest } : {}),
      });
      const claims = tokens.claims();
      const sub = claims?.sub ?? '';
      const { auth_time: authTime, amr, acr } = { ...claims } as Record<string, unknown>;
      const person = await openid.fetchUserInfo(config, tokens.access_token, sub);
      if (given.certifies) refuseUncertified(person, { ...claims }, given);
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
        claims: { ...person, sub },
        idToken: tokens.id_token,
      };
    },

    /** Address of the provider's own sign-out, which comes back to `afterwards`; null when it has none. */
    async leave(idToken: string): Promise<string | null> {
      const [openid, config] = await configuration();
      if (!config.serverMetadata().end_session_endpoint || !given.afterwards) return null;
      return openid.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        state: openid.randomState(),
        post_logout_redirect_uri: given.afterwards,
      }).href;
    },
  };
};
