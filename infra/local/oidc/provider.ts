import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { Context } from '../context.ts';
import { readPeople } from '../people.ts';
import { claimsOf, scopes, subOf } from './claims.ts';
import { asFranceConnect } from './franceconnect.ts';
import type { Keys } from './keys.ts';
import type { memoryAdapter } from './memory.ts';
import { type Realm, realms } from './realm.ts';

type Options = {
  realm: Realm;
  secret: string;
  keys: Keys;
  adapter: ReturnType<typeof memoryAdapter>;
  /** Instead of the realm's own. */
  alg?: 'RS256' | 'ES256' | undefined;
};

const HOUR = 3600;

/** One identity provider with one client, the product. Consent is given without asking. */
export function createProvider(ctx: Context, { realm, secret, keys, adapter, ...chosen }: Options): Provider {
  const { audience, acr, isUserinfoSigned, routes, code, tokens, isStrict } = realms[realm];
  const alg = chosen.alg ?? realms[realm].alg;
  const issuer = `${ctx.origin}/_oidc/${realm}`;
  // Tokens are read by functions on the virtual clock, and this provider works on the machine's.
  const life = () => tokens + Math.max(0, Math.round(ctx.clock.offset() / 1000));
  const configuration: Configuration = {
    adapter,
    jwks: keys.jwks as Configuration['jwks'],
    cookies: { keys: keys.cookies },
    clients: [
      {
        client_id: 'parvis',
        client_secret: secret,
        redirect_uris: [`${ctx.origin}/api/session/${audience}/callback`],
        post_logout_redirect_uris: [`${ctx.origin}/`, `${ctx.origin}/agents/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        require_auth_time: true,
        id_token_signed_response_alg: alg,
        ...(isUserinfoSigned ? { userinfo_signed_response_alg: alg } : {}),
      },
    ],
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256', 'ES256'],
      userinfoSigningAlgValues: ['RS256', 'ES256'],
    },
    scopes: Object.keys(scopes[realm]),
    claims: { ...scopes[realm], acr: null, amr: null, auth_time: null },
    acrValues: [acr],
    pkce: { required: () => false },
    conformIdTokenClaims: true,
    ttl: {
      IdToken: life,
      // A signed userinfo expires with its access token.
      AccessToken: life,
      AuthorizationCode: code,
      Interaction: HOUR,
      Session: HOUR,
      Grant: HOUR,
    },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    routes,
    interactions: {
      url: (_ctx, interaction) => `/_oidc/${realm}/interaction/${interaction.uid}`,
      policy: askEachTime(),
    },
    loadExistingGrant,
    findAccount: async (_ctx, sub) => {
      const person = readPeople(ctx.collectivity)[audience].find((one) => subOf(realm, one) === sub);
      return person && { accountId: sub, claims: async () => claimsOf(realm, person) };
    },
  };
  const provider = new Provider(issuer, configuration);
  if (isStrict) provider.use(asFranceConnect({ origin: ctx.origin, issuer, keys }));
  return provider;
}

/** A demonstration changes identity often: the person is chosen at each sign-in, whatever session the browser has. */
function askEachTime() {
  const { base, Check } = interactionPolicy;
  const policy = base();
  policy
    .get('login')
    ?.checks.add(
      new Check('choose_person', 'The person is chosen each time', (koa) =>
        koa.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

async function loadExistingGrant(koa: KoaContextWithOIDC) {
  const { client, session, provider, requestParamScopes, requestParamClaims } = koa.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope([...requestParamScopes].join(' '));
  grant.addOIDCClaims([...requestParamClaims]);
  await grant.save();
  return grant;
}
