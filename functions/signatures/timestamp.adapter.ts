import { createHash, randomBytes } from 'node:crypto';
import { timestampRequest } from './cms.ts';
import { at, read } from './der.ts';

const granted = [0, 1];

/**
 * A timestamp of a signature's value by the authority's time-stamping provider (RFC 3161): it proves the signature existed
 * at that time even once the certificate has ended. Throws when the provider refuses or answers something else.
 */
export const timestamp =
  (url: string | undefined) =>
  async (value: Uint8Array): Promise<Uint8Array | null> => {
    if (!url) return null;
    const digest = createHash('sha256').update(value).digest();
    const nonce = randomBytes(8).map((octet, place) => (place === 0 ? (octet & 0x7f) | 0x01 : octet));
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: timestampRequest(digest, nonce),
      signal: AbortSignal.timeout(8_000),
      redirect: 'error',
    });
    if (!response.ok) throw new Error('timestamp-refused');
    const answer = new Uint8Array(await response.arrayBuffer());
    const status = at(answer, 0, 0, 0).content;
    const token = read(at(answer, 0).content)[1];
    if (!granted.includes(status[0] ?? -1) || !token) throw new Error('timestamp-refused');
    if (!Buffer.from(token.raw).includes(digest)) throw new Error('timestamp-of-something-else');
    return token.raw;
  };
