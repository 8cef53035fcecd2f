import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { impatient, lazily } from '../shared/aws.adapter.ts';
import type { Sign } from './qr.ts';

/** What is signed: each has a key of its own, so that one proof never stands for another. */
export type Purpose =
  | 'letter-qr'
  | 'reply-address'
  | 'answer-code'
  | 'appointment'
  | 'subscription'
  | 'report'
  | 'mandate';

/** HMAC (hexadecimal) under the key of a purpose, derived from the authority's secret. */
export const signer = (pepper: string, purpose: Purpose): Sign => {
  const key = createHmac('sha256', pepper).update(purpose).digest();
  return (text) => createHmac('sha256', key).update(text).digest('hex');
};

/** Whoever imports this file late gets the client with it, and only the command that is used. */
export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient(impatient);

/** The text of a secret, empty when it has none. */
export const readSecret = async (SecretId: string): Promise<string> =>
  (await secretsClient().send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '';

/**
 * Reads the secret once; throws `pepper-missing` when it is empty, and is asked again after a failure.
 * @param secretId ARN of the pepper of the Data stack (`data.secrets.pepper`)
 */
export const pepperSigner = (
  secrets: SecretsManagerClient,
  secretId: string,
  purpose: Purpose,
): (() => Promise<Sign>) =>
  lazily(async () => {
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString === '') throw new Error('pepper-missing');
    return signer(SecretString, purpose);
  });
