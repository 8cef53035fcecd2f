import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ServiceFault } from '../wire/fault.ts';
import type { Key, Keys } from './keys.ts';

/** What a ciphertext is bound to: decrypting needs the same pairs. */
export type EncryptionContext = Record<string, string>;

const LARGEST_PLAINTEXT = 4096;
const ID_LENGTH = 36;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** AES-256-GCM; the ciphertext names its key, so that Decrypt needs no KeyId. */
export function encrypt(key: Key, plaintext: Buffer, context: EncryptionContext = {}): Buffer {
  if (plaintext.length === 0 || plaintext.length > LARGEST_PLAINTEXT)
    throw new ServiceFault(
      'ValidationException',
      `Plaintext must have length between 1 and ${LARGEST_PLAINTEXT}`,
    );
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key.material, nonce).setAAD(boundTo(key, context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from(key.id), nonce, cipher.getAuthTag(), sealed]);
}

/** Throws InvalidCiphertextException when the text, its key or its context is not the one it was made with. */
export function decrypt(
  keys: Keys,
  ciphertext: Buffer,
  context: EncryptionContext = {},
): { key: Key; plaintext: Buffer } {
  try {
    const key = keys.get(ciphertext.toString('latin1', 0, ID_LENGTH));
    const nonce = ciphertext.subarray(ID_LENGTH, ID_LENGTH + NONCE_LENGTH);
    const body = ciphertext.subarray(ID_LENGTH + NONCE_LENGTH);
    const decipher = createDecipheriv('aes-256-gcm', key.material, nonce).setAAD(boundTo(key, context));
    decipher.setAuthTag(body.subarray(0, TAG_LENGTH));
    return { key, plaintext: Buffer.concat([decipher.update(body.subarray(TAG_LENGTH)), decipher.final()]) };
  } catch {
    throw new ServiceFault(
      'InvalidCiphertextException',
      'The ciphertext cannot be decrypted with this encryption context',
    );
  }
}

export function mac(key: Key, message: Buffer): Buffer {
  return createHmac('sha256', key.material).update(message).digest();
}

export function isMac(key: Key, message: Buffer, given: Buffer): boolean {
  const expected = mac(key, message);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const boundTo = (key: Key, context: EncryptionContext): Buffer =>
  Buffer.from(JSON.stringify([key.id, ...Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))]));
