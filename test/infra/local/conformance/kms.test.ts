import { createPublicKey, verify } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  DecryptCommand,
  DescribeKeyCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKms } from '../../../../infra/local/aws/kms/index.ts';
import { createSecrets } from '../../../../infra/local/aws/secrets/index.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
let ctx: LocalContext;
let parts: { kms: ReturnType<typeof createKms>; secrets: ReturnType<typeof createSecrets> };
let kms: KMSClient;
let secrets: SecretsManagerClient;

beforeEach(async () => {
  ctx = await openLocalContext();
  parts = { kms: createKms(ctx), secrets: createSecrets(ctx) };
  for (const part of Object.values(parts)) ctx.mount(part);
  kms = new KMSClient({ region: 'eu-west-3', endpoint: `${ctx.origin}/_aws/kms`, credentials });
  secrets = new SecretsManagerClient({
    region: 'eu-west-3',
    endpoint: `${ctx.origin}/_aws/secrets`,
    credentials,
  });
});
afterEach(async () => {
  kms.destroy();
  secrets.destroy();
  await ctx.close();
});

async function key(KeySpec: string, KeyUsage: string): Promise<string> {
  const properties = { KeySpec, KeyUsage };
  return (
    (await parts.kms.resource?.({ logicalId: KeySpec, stack: 'data', type: 'AWS::KMS::Key', properties }))
      ?.ref ?? ''
  );
}

it('opens a data key for the same context only, by its alias', async () => {
  const TargetKeyId = await key('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT');
  const properties = { AliasName: 'alias/parvis', TargetKeyId };
  await parts.kms.resource?.({ logicalId: 'Alias', stack: 'data', type: 'AWS::KMS::Alias', properties });
  const EncryptionContext = { citizen: 'c1' };
  const made = await kms.send(
    new GenerateDataKeyCommand({ KeyId: 'alias/parvis', KeySpec: 'AES_256', EncryptionContext }),
  );
  expect(made.Plaintext).toHaveLength(32);
  const opened = await kms.send(
    new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext }),
  );
  expect(opened.Plaintext).toEqual(made.Plaintext);
  const other = kms.send(
    new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext: { citizen: 'c2' } }),
  );
  await expect(other).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  const described = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/parvis' }));
  expect(described.KeyMetadata).toMatchObject({ KeyId: TargetKeyId, KeyState: 'Enabled' });
  await expect(kms.send(new DescribeKeyCommand({ KeyId: 'none' }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

it.each([
  ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['RSA_2048', 'RSASSA_PSS_SHA_256'],
  ['ECC_NIST_P256', 'ECDSA_SHA_256'],
] satisfies [string, SigningAlgorithmSpec][])(
  'signs with %s by %s what anybody can verify',
  async (spec, SigningAlgorithm) => {
    const KeyId = await key(spec, 'SIGN_VERIFY');
    const Message = Buffer.from('arrêté du maire');
    const { Signature } = await kms.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));
    const verified = await kms.send(new VerifyCommand({ KeyId, Message, SigningAlgorithm, Signature }));
    expect(verified.SignatureValid).toBe(true);
    const forged = kms.send(
      new VerifyCommand({ KeyId, Message: Buffer.from('autre'), SigningAlgorithm, Signature }),
    );
    await expect(forged).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
    const shown = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const publicKey = createPublicKey({
      key: Buffer.from(shown.PublicKey ?? []),
      format: 'der',
      type: 'spki',
    });
    if (SigningAlgorithm !== 'RSASSA_PSS_SHA_256')
      expect(verify('sha256', Message, publicKey, Buffer.from(Signature ?? []))).toBe(true);
  },
);

it('signs a ready digest as it signs the message', async () => {
  const KeyId = await key('RSA_2048', 'SIGN_VERIFY');
  const Message = Buffer.from('acte');
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Message));
  const SigningAlgorithm = 'RSASSA_PKCS1_V1_5_SHA_256';
  const whole = await kms.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));
  const ready = await kms.send(
    new SignCommand({ KeyId, Message: digest, MessageType: 'DIGEST', SigningAlgorithm }),
  );
  expect(ready.Signature).toEqual(whole.Signature);
});

it('authenticates a message and keeps its keys from other users of the machine', async () => {
  const KeyId = await key('HMAC_256', 'GENERATE_VERIFY_MAC');
  const Message = Buffer.from('code');
  const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm: 'HMAC_SHA_256' }));
  const verified = await kms.send(
    new VerifyMacCommand({ KeyId, Message, Mac, MacAlgorithm: 'HMAC_SHA_256' }),
  );
  expect(verified.MacValid).toBe(true);
  const folder = join(ctx.dataDir, 'keys');
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600]);
  expect(await key('HMAC_256', 'GENERATE_VERIFY_MAC')).toBe(KeyId);
});

it('makes a secret once and keeps what the product puts in it', async () => {
  const GenerateSecretString = {
    PasswordLength: 40,
    ExcludePunctuation: true,
    GenerateStringKey: 'password',
    SecretStringTemplate: '{"user":"parvis"}',
  };
  const template = {
    logicalId: 'Session',
    stack: 'app',
    type: 'AWS::SecretsManager::Secret',
    properties: { GenerateSecretString },
  };
  const SecretId = (await parts.secrets.resource?.(template))?.ref ?? '';
  const first = await secrets.send(new GetSecretValueCommand({ SecretId }));
  expect(JSON.parse(first.SecretString ?? '')).toEqual({
    user: 'parvis',
    password: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
  });
  await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'new' }));
  await parts.secrets.resource?.(template);
  expect((await secrets.send(new GetSecretValueCommand({ SecretId: 'app-Session' }))).SecretString).toBe(
    'new',
  );
  expect((await secrets.send(new DescribeSecretCommand({ SecretId }))).Name).toBe('app-Session');
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
