import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';

export type Keys = {
  jwks: { keys: (JsonWebKey & { kid: string; alg: string; use: string })[] };
  cookies: string[];
};

/** Signing keys and cookie keys, made once and kept. */
export function keysOf({ db }: Context): Keys {
  db.exec('CREATE TABLE IF NOT EXISTS oidc_keys (id INTEGER PRIMARY KEY CHECK (id = 1), text TEXT)');
  const known = db.prepare('SELECT text FROM oidc_keys').get();
  if (known) return JSON.parse(String(known.text));
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const keys: Keys = {
    jwks: {
      keys: [
        { ...rsa.export({ format: 'jwk' }), kid: 'rsa-1', alg: 'RS256', use: 'sig' },
        { ...curve.export({ format: 'jwk' }), kid: 'ec-1', alg: 'ES256', use: 'sig' },
      ],
    },
    cookies: [randomBytes(24).toString('base64url')],
  };
  db.prepare('INSERT INTO oidc_keys VALUES (1, ?)').run(JSON.stringify(keys));
  return keys;
}
