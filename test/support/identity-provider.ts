import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: object, key = privateKey) => {
  const head = `${encode({ alg: 'ES256', kid: 'k1' })}.${encode(claims)}`;
  return `${head}.${sign('sha256', Buffer.from(head), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};

export type Fault =
  | 'none'
  | 'other-nonce'
  | 'other-audience'
  | 'forged-userinfo'
  | 'forged-token'
  | 'other-person'
  | 'expired'
  /** The identity comes without a signature. */
  | 'unsigned-userinfo'
  /** The signed identity never ends, or does not say for whom it is. */
  | 'endless-userinfo'
  | 'userinfo-for-anybody'
  /** Signed in at a lower level than asked. */
  | 'weak';
/** Makes a token in its own way, whatever should stand there. */
type Forge = (given: { claims: Record<string, unknown>; key: KeyObject; strange: string }) => string;
type Asked = { nonce: string; challenge: string };

/** An identity provider with one client, which signs what it says of a person; it lies in one way at a time. */
export const identityProvider = async (
  person: { sub: string } & Record<string, unknown>,
  { strange = '', strangersAsked = [] as string[] } = {},
) => {
  const asked = new Map<string, Asked>();
  const state = {
    ...{ fault: 'none' as Fault, issuer: '', keysAsked: 0, strangersAsked },
    forge: undefined as Forge | undefined,
    forgeUserinfo: undefined as Forge | undefined,
  };
  const claims = (nonce: string) => {
    const now = Math.floor(Date.now() / 1000);
    const { fault, issuer } = state;
    return {
      iss: issuer,
      sub: person.sub,
      acr: fault === 'weak' ? 'eidas0' : 'eidas1',
      aud: fault === 'other-audience' ? 'another' : 'parvis',
      nonce: fault === 'other-nonce' ? 'another' : nonce,
      iat: now - 7_200 * Number(fault === 'expired'),
      exp: now + 300 - 7_200 * Number(fault === 'expired'),
    };
  };
  const answers: Record<string, (body: URLSearchParams) => [number, string, string]> = {
    '/.well-known/openid-configuration': () => {
      const { issuer } = state;
      const metadata = {
        ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
        ...{ userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/jwks` },
        id_token_signing_alg_values_supported: ['ES256'],
        userinfo_signing_alg_values_supported: ['ES256'],
        end_session_endpoint: `${issuer}/session/end`,
      };
      return [200, 'application/json', JSON.stringify(metadata)];
    },
    '/jwks': () => {
      state.keysAsked += 1;
      const key = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' };
      return [200, 'application/json', JSON.stringify({ keys: [key] })];
    },
    '/token': (body) => {
      const found = asked.get(body.get('code') ?? '');
      const proof = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url');
      const isClient = body.get('client_secret') === 'a-secret';
      const isProved = !found?.challenge || proof === found.challenge;
      if (!found || !isProved || !isClient) return [400, 'application/json', '{"error":"invalid_grant"}'];
      const id_token = state.forge
        ? state.forge({ claims: claims(found.nonce), key: privateKey, strange })
        : signed(claims(found.nonce), state.fault === 'forged-token' ? stranger : privateKey);
      return [200, 'application/json', JSON.stringify({ access_token: 't', token_type: 'bearer', id_token })];
    },
    '/userinfo': () => {
      const said = {
        ...person,
        iss: state.issuer,
        ...(state.fault === 'userinfo-for-anybody' ? {} : { aud: 'parvis' }),
        ...(state.fault === 'endless-userinfo' ? {} : { exp: Math.floor(Date.now() / 1000) + 60 }),
        ...(state.fault === 'other-person' ? { sub: 'other' } : {}),
      };
      if (state.forgeUserinfo)
        return [200, 'application/jwt', state.forgeUserinfo({ claims: said, key: privateKey, strange })];
      if (state.fault === 'unsigned-userinfo') return [200, 'application/json', JSON.stringify(said)];
      return [
        200,
        'application/jwt',
        signed(said, state.fault === 'forged-userinfo' ? stranger : privateKey),
      ];
    },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = answers[request.url ?? '']?.(new URLSearchParams(Buffer.concat(chunks).toString()));
    const [status, type, body] = answer ?? [404, 'text/plain', ''];
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    ...{ issuer: state.issuer, state },
    /** The person agrees: what the browser brings back. */
    agree(address: string): Record<string, string> {
      const { searchParams } = new URL(address);
      const code = randomUUID();
      asked.set(code, {
        nonce: searchParams.get('nonce') ?? '',
        challenge: searchParams.get('code_challenge') ?? '',
      });
      return { code, state: searchParams.get('state') ?? '' };
    },
    stop: () => server.close(),
  };
};
