import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What a provider's stand-in knows while it forges: what it would have said, its keys, and a place of a stranger. */
export type Forge = (given: { claims: Record<string, unknown>; key: KeyObject; strange: string }) => string;
export type Forgery = { token?: Forge; userinfo?: Forge };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
type Change = (claims: Record<string, unknown>, now: number) => Record<string, unknown>;
const now = () => Math.floor(Date.now() / 1000);

const signed =
  (header: object, change: Change = (claims) => claims, by?: KeyObject): Forge =>
  ({ claims, key, strange }) => {
    const full = JSON.parse(
      JSON.stringify({ alg: 'ES256', kid: 'k1', ...header }).replaceAll('STRANGE', strange),
    );
    const head = `${encode(full)}.${encode(change({ ...claims }, now()))}`;
    const proof = sign('sha256', Buffer.from(head), { key: by ?? key, dsaEncoding: 'ieee-p1363' });
    return `${head}.${proof.toString('base64url')}`;
  };
const by =
  (secretOf: (key: KeyObject) => string | Buffer): Forge =>
  ({ claims, key }) => {
    const head = `${encode({ alg: 'HS256', kid: 'k1', typ: 'JWT' })}.${encode(claims)}`;
    return `${head}.${createHmac('sha256', secretOf(key)).update(head).digest('base64url')}`;
  };
const unsigned =
  (alg: string, tail = ''): Forge =>
  ({ claims }) =>
    `${encode({ alg, typ: 'JWT' })}.${encode(claims)}.${tail}`;
const pem = (key: KeyObject) => createPublicKey(key).export({ type: 'spki', format: 'pem' });
const jwk = () => createPublicKey(stranger).export({ format: 'jwk' });
const less =
  (name: string): Change =>
  ({ [name]: _, ...claims }) =>
    claims;

/** Tokens that confuse who reads them badly (RFC 8725, and the ways of Burp and of jwt_tool). */
export const forgeries = (audience: 'agents' | 'citizens'): Record<string, Forgery> => {
  const tokens: Record<string, Forge> = {
    'no algorithm': unsigned('none'),
    'no algorithm, written otherwise': unsigned('nOnE'),
    'no signature under a good algorithm': unsigned('ES256'),
    'an empty signature': unsigned('ES256', Buffer.alloc(64).toString('base64url')),
    'signed by the public key as a secret': by(pem),
    'signed by the public key as a secret, in DER': by((key) =>
      createPublicKey(key).export({ type: 'spki', format: 'der' }),
    ),
    'signed by the public key as a secret, in JSON': by((key) =>
      JSON.stringify(createPublicKey(key).export({ format: 'jwk' })),
    ),
    'signed by an empty secret': by(() => ''),
    'signed by the secret of the client': by(() => 'a-secret'),
    'a stranger’s key': signed({}, undefined, stranger),
    'a key that nobody knows': signed({ kid: 'k2' }, undefined, stranger),
    'a key that climbs': signed({ kid: '../../../../dev/null' }, undefined, stranger),
    'its own key within': signed({ jwk: jwk() }, undefined, stranger),
    'a key from a stranger’s place': signed({ jku: 'STRANGE/jwks', kid: 'k2' }, undefined, stranger),
    'a certificate from a stranger’s place': signed({ x5u: 'STRANGE/x5u', kid: 'k2' }, undefined, stranger),
    'a header that must be understood': signed({ crit: ['urn:x'], 'urn:x': true }),
    'of another issuer': signed({}, (claims) => ({ ...claims, iss: 'https://evil.example' })),
    'of an issuer that only begins alike': signed({}, (claims) => ({
      ...claims,
      iss: `${claims.iss}.evil.example`,
    })),
    'for another client': signed({}, (claims) => ({ ...claims, aud: 'another' })),
    'for others too, and made for one of them': signed({}, (claims) => ({
      ...claims,
      aud: ['parvis', 'another'],
      azp: 'another',
    })),
    'ended long ago': signed({}, (claims, at) => ({ ...claims, iat: at - 7_200, exp: at - 3_600 })),
    'ended a second beyond the grace': signed({}, (claims, at) => ({ ...claims, exp: at - 32 })),
    'not good yet': signed({}, (claims, at) => ({ ...claims, nbf: at + 3_600 })),
    'without an end': signed({}, less('exp')),
    'with an end in words': signed({}, (claims) => ({ ...claims, exp: '2099-01-01' })),
    'without a beginning': signed({}, less('iat')),
    'without a person': signed({}, less('sub')),
    'of no issuer': signed({}, less('iss')),
    'for nobody': signed({}, less('aud')),
    'without the word of this sign-in': signed({}, less('nonce')),
    'with another word': signed({}, (claims) => ({ ...claims, nonce: 'other' })),
    'three dots and nothing': () => '..',
    'five parts': ({ claims }) => `${encode({ alg: 'dir', enc: 'A256GCM' })}..${encode(claims)}..`,
    'a megabyte': ({ claims }) =>
      `${encode({ alg: 'ES256' })}.${encode({ ...claims, pad: 'x'.repeat(1_000_000) })}.x`,
  };
  const userinfos: Record<string, Forge> = {
    'an identity without algorithm': unsigned('none'),
    'an identity of a stranger': signed({}, undefined, stranger),
    'an identity of somebody else': signed({}, (claims) => ({ ...claims, sub: 'other' })),
    'an identity signed by the public key': by(pem),
  };
  const certified: Record<string, Forge> = {
    'an identity for another client': signed({}, (claims) => ({ ...claims, aud: 'another' })),
    'an identity that has ended': signed({}, (claims, at) => ({ ...claims, exp: at - 3_600 })),
    'an identity of another issuer': signed({}, (claims) => ({ ...claims, iss: 'https://evil.example' })),
    'an identity of a weaker level': signed({}, (claims) => ({ ...claims, acr: 'eidas0' })),
  };
  const said = audience === 'citizens' ? { ...userinfos, ...certified } : userinfos;
  return Object.fromEntries([
    ...Object.entries(tokens).map(([what, token]) => [what, { token }]),
    ...Object.entries(said).map(([what, userinfo]) => [what, { userinfo }]),
  ]);
};
