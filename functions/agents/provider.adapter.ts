import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Configuration } from 'openid-client';
import * as openid from 'openid-client';

export type ProviderGiven = {
  issuer: string;
  clientId: string;
  /** Name or ARN of the client's secret. */
  secret: string;
  scope: string;
  acr?: string;
  redirectUri: string;
};
export type Identity = { sub: string; email: string | null; givenName: string; familyName: string };
export type Provider = ReturnType<typeof provider>;

/** Plain HTTP never leaves the machine: the scheme of the issuer's address decides, and only for a loopback address. */
const isOnThisMachine = (issuer: URL): boolean =>
  issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One identity provider, by OpenID Connect: authorization code, PKCE, state, nonce, signatures checked. */
export const provider = (secrets: SecretsManagerClient, given: ProviderGiven) => {
  let found: Promise<Configuration> | undefined;
  const discover = async (): Promise<Configuration> => {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: given.secret }));
    const issuer = new URL(given.issuer);
    const insecure = isOnThisMachine(issuer) ? [openid.allowInsecureRequests] : [];
    return openid.discovery(issuer, given.clientId, SecretString, undefined, {
      execute: [...insecure, openid.enableNonRepudiationChecks],
      timeout: 8,
    });
  };
  /** Asked once; a failure is asked again by the next call. */
  const configuration = (): Promise<Configuration> => {
    found ??= discover().catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  };

  return {
    /** Address of the provider's page, and what its answer will be checked against. */
    async start(
      hint: string | undefined,
    ): Promise<{ address: string; state: string; nonce: string; verifier: string }> {
      const config = await configuration();
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
        ...(hint ? { login_hint: hint } : {}),
      });
      return { address: address.href, state, nonce, verifier };
    },

    /** Exchanges the answer for an identity; throws when anything does not fit. `query` as the browser brought it. */
    async finish(
      query: Record<string, string>,
      expected: { state: string; nonce: string; verifier: string },
    ): Promise<Identity> {
      const config = await configuration();
      const answered = new URL(given.redirectUri);
      for (const [name, value] of Object.entries(query)) answered.searchParams.set(name, value);
      const tokens = await openid.authorizationCodeGrant(config, answered, {
        pkceCodeVerifier: expected.verifier,
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        idTokenExpected: true,
      });
      const { sub } = tokens.claims() ?? { sub: '' };
      const person = await openid.fetchUserInfo(config, tokens.access_token, sub);
      return {
        sub,
        email: text(person.email) || null,
        givenName: text(person.given_name),
        familyName: text(person.family_name) || text(person.usual_name),
      };
    },
  };
};
