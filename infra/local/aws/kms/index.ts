import { randomBytes } from 'node:crypto';
import type { Context, Provisioned, Resource, Service } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { type JsonInput, type JsonOperation, jsonHandler } from '../wire/json-protocol.ts';
import { decrypt, type EncryptionContext, encrypt, isMac, mac } from './cipher.ts';
import { type Key, type Keys, openKeys, publicKey } from './keys.ts';
import { isSignedWith, type Signed, signingAlgorithms, signWith } from './signing.ts';

/** Data keys, signatures and message authentication with the template's keys. */
export function createKms(ctx: Context): Service {
  const keys = openKeys(ctx);
  const operations = operationsOf(keys);
  const counted = Object.entries(operations).map(([name, operation]): [string, JsonOperation] => [
    name,
    (input) => {
      ctx.meter.count('kms', name);
      return operation(input);
    },
  ]);
  return {
    name: 'kms',
    handle: jsonHandler({ service: 'KMS', version: '1.1' }, Object.fromEntries(counted)),
    resource: async (resource) => provision(keys, resource),
  };
}

function provision(keys: Keys, resource: Resource): Provisioned {
  const { type, logicalId, properties } = resource;
  if (type === 'AWS::KMS::Key') {
    const key = keys.provision(resource);
    return { ref: key.id, attributes: { Arn: key.arn, KeyId: key.id } };
  }
  if (type !== 'AWS::KMS::Alias') throw new Error(`KMS does not provision ${type} (${logicalId})`);
  const name = String(properties.AliasName);
  keys.alias(name, keys.get(properties.TargetKeyId));
  return { ref: name };
}

function operationsOf(keys: Keys): Record<string, JsonOperation> {
  const keyFor = (input: JsonInput, usage: string): Key => {
    const key = keys.get(input.KeyId);
    if (key.usage === usage) return key;
    throw new ServiceFault(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for this operation`,
    );
  };
  const dataKey = (input: JsonInput) => {
    const key = keyFor(input, 'ENCRYPT_DECRYPT');
    const plaintext = randomBytes(Number(input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32)));
    const ciphertext = encrypt(key, plaintext, contextOf(input));
    return { KeyId: key.arn, Plaintext: base64(plaintext), CiphertextBlob: base64(ciphertext) };
  };
  return {
    GenerateDataKey: dataKey,
    GenerateDataKeyWithoutPlaintext: (input) => ({ ...dataKey(input), Plaintext: undefined }),
    Encrypt(input) {
      const key = keyFor(input, 'ENCRYPT_DECRYPT');
      const ciphertext = encrypt(key, bytes(input.Plaintext), contextOf(input));
      return { KeyId: key.arn, CiphertextBlob: base64(ciphertext), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    Decrypt(input) {
      const { key, plaintext } = decrypt(keys, bytes(input.CiphertextBlob), contextOf(input));
      if (input.KeyId !== undefined && keys.get(input.KeyId).id !== key.id)
        throw new ServiceFault(
          'IncorrectKeyException',
          'The key ID in the request does not identify a key that can decrypt',
        );
      return { KeyId: key.arn, Plaintext: base64(plaintext), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    Sign(input) {
      const key = keyFor(input, 'SIGN_VERIFY');
      const algorithm = String(input.SigningAlgorithm);
      return {
        KeyId: key.arn,
        Signature: base64(signWith(key, algorithm, signedOf(input))),
        SigningAlgorithm: algorithm,
      };
    },
    Verify(input) {
      const key = keyFor(input, 'SIGN_VERIFY');
      const algorithm = String(input.SigningAlgorithm);
      if (!isSignedWith(key, algorithm, signedOf(input), bytes(input.Signature)))
        throw invalid('KMSInvalidSignatureException');
      return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: algorithm };
    },
    GetPublicKey(input) {
      const key = keyFor(input, 'SIGN_VERIFY');
      const spki = publicKey(key).export({ type: 'spki', format: 'der' });
      return {
        KeyId: key.arn,
        PublicKey: base64(spki),
        KeySpec: key.spec,
        KeyUsage: key.usage,
        SigningAlgorithms: signingAlgorithms(key),
      };
    },
    GenerateMac(input) {
      const key = keyFor(input, 'GENERATE_VERIFY_MAC');
      return { KeyId: key.arn, Mac: base64(mac(key, macMessage(input))), MacAlgorithm: 'HMAC_SHA_256' };
    },
    VerifyMac(input) {
      const key = keyFor(input, 'GENERATE_VERIFY_MAC');
      if (!isMac(key, macMessage(input), bytes(input.Mac))) throw invalid('KMSInvalidMacException');
      return { KeyId: key.arn, MacValid: true, MacAlgorithm: 'HMAC_SHA_256' };
    },
    DescribeKey: (input) => ({ KeyMetadata: metadataOf(keys.get(input.KeyId)) }),
    ListAliases: () => ({
      Aliases: keys.aliases().map(({ name, key }) => ({ AliasName: name, TargetKeyId: key })),
      Truncated: false,
    }),
  };
}

const metadataOf = (key: Key) => ({
  KeyId: key.id,
  Arn: key.arn,
  CreationDate: key.created.getTime() / 1000,
  Enabled: true,
  Description: key.description,
  KeyUsage: key.usage,
  KeyState: 'Enabled',
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  KeySpec: key.spec,
});

function macMessage(input: JsonInput): Buffer {
  if (input.MacAlgorithm !== 'HMAC_SHA_256')
    throw new ServiceFault(
      'NotImplemented',
      `MAC algorithm ${String(input.MacAlgorithm)} is not served locally`,
      501,
    );
  return bytes(input.Message);
}

const signedOf = (input: JsonInput): Signed => ({
  message: bytes(input.Message),
  isDigest: input.MessageType === 'DIGEST',
});
const contextOf = (input: JsonInput) => (input.EncryptionContext ?? {}) as EncryptionContext;
const bytes = (value: unknown): Buffer => Buffer.from(String(value ?? ''), 'base64');
const base64 = (value: Buffer): string => value.toString('base64');
const invalid = (code: string) => new ServiceFault(code, code);
