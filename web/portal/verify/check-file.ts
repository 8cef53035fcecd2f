import type { VerifiedLetter, verifyFile } from '../../../functions/signatures/public-api.ts';
import { readSignature } from '../../../functions/signatures/read-signature.ts';
import { ApiProblem, call } from '../../ui/api.ts';

/**
 * `genuine`: the very file that was sealed here; `altered`: it was signed and changed since; `foreign`: a signed file that
 * holds together, and is none of ours; `unknown`: nothing in it can be checked.
 */
export type Verdict = {
  result: 'genuine' | 'altered' | 'foreign' | 'unknown';
  letter: VerifiedLetter | null;
};

const hex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((octet) => octet.toString(16).padStart(2, '0')).join('');
const digest = async (content: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', content));

/** What is known of a file by its hash; the file itself never leaves the device. */
const known = async (sha256: string): Promise<VerifiedLetter | null> => {
  try {
    return await call<typeof verifyFile>('GET /api/verify/files/{sha256}', { params: { sha256 } });
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-found') return null;
    throw error;
  }
};

export async function checkFile(file: Uint8Array<ArrayBuffer>): Promise<Verdict> {
  const letter = await known(await digest(file));
  if (letter) return { result: 'genuine', letter };
  const signature = readSignature(file);
  if (!signature) return { result: 'unknown', letter: null };
  const { signed, messageDigest, attributes, value, publicKey, end } = signature;
  const isWhole = (await digest(signed)) === hex(new Uint8Array(messageDigest).buffer);
  const isSigned = await verified(publicKey, value, attributes);
  // Something was added after the signature: what stood before may still be one of ours.
  const before = end < file.length ? await known(await digest(file.slice(0, end))) : null;
  if (isWhole && isSigned && end === file.length) return { result: 'foreign', letter: null };
  return { result: 'altered', letter: before };
}

async function verified(publicKey: Uint8Array, value: Uint8Array, attributes: Uint8Array): Promise<boolean> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  try {
    const key = await crypto.subtle.importKey('spki', new Uint8Array(publicKey), algorithm, false, [
      'verify',
    ]);
    return await crypto.subtle.verify(algorithm, key, new Uint8Array(value), new Uint8Array(attributes));
  } catch {
    return false;
  }
}
