import {
  constants,
  createPrivateKey,
  privateEncrypt,
  publicDecrypt,
  type SigningOptions,
  sign,
  verify,
} from 'node:crypto';
import { ServiceFault } from '../wire/fault.ts';
import { type Key, publicKey } from './keys.ts';

/** What is signed: a message of 4,096 bytes at most, or the SHA-256 of any. */
export type Signed = { readonly message: Buffer; readonly isDigest: boolean };

const ALGORITHMS: Record<string, { spec: Key['spec']; options: SigningOptions }> = {
  RSASSA_PSS_SHA_256: {
    spec: 'RSA_2048',
    options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  },
  RSASSA_PKCS1_V1_5_SHA_256: { spec: 'RSA_2048', options: { padding: constants.RSA_PKCS1_PADDING } },
  // KMS answers ECDSA signatures in DER, which is Node's default.
  ECDSA_SHA_256: { spec: 'ECC_NIST_P256', options: {} },
};
/** DER of DigestInfo for SHA-256, before the digest itself (RFC 8017, 9.2, note 1). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** The SHA-256 algorithms of a key, as GetPublicKey lists them. */
export const signingAlgorithms = (key: Key): string[] =>
  Object.keys(ALGORITHMS).filter((name) => ALGORITHMS[name]?.spec === key.spec);

export function signWith(key: Key, algorithm: string, signed: Signed): Buffer {
  const options = optionsOf(key, algorithm, signed);
  const privateKey = createPrivateKey(key.material);
  if (!signed.isDigest) return sign('sha256', signed.message, { key: privateKey, ...options });
  return privateEncrypt({ key: privateKey, ...options }, Buffer.concat([DIGEST_INFO, signed.message]));
}

/** Whether the signature is the key's over just that. */
export function isSignedWith(key: Key, algorithm: string, signed: Signed, signature: Buffer): boolean {
  const options = optionsOf(key, algorithm, signed);
  if (!signed.isDigest)
    return verify('sha256', signed.message, { key: publicKey(key), ...options }, signature);
  try {
    const opened = publicDecrypt({ key: publicKey(key), ...options }, signature);
    return opened.equals(Buffer.concat([DIGEST_INFO, signed.message]));
  } catch {
    return false;
  }
}

function optionsOf(key: Key, algorithm: string, { message, isDigest }: Signed): SigningOptions {
  const known = ALGORITHMS[algorithm];
  if (known?.spec !== key.spec)
    throw new ServiceFault('InvalidKeyUsageException', `${algorithm} is not served for ${key.spec} keys`);
  // Node signs no ready-made digest but with PKCS#1 v1.5.
  if (isDigest && algorithm !== 'RSASSA_PKCS1_V1_5_SHA_256')
    throw new ServiceFault(
      'NotImplemented',
      `MessageType DIGEST is not served locally for ${algorithm}; use RAW`,
      501,
    );
  if (isDigest && message.length !== 32)
    throw new ServiceFault('ValidationException', 'Digest is invalid length for algorithm');
  if (message.length > 4096)
    throw new ServiceFault('ValidationException', 'Message must have length less than or equal to 4096');
  return known.options;
}
