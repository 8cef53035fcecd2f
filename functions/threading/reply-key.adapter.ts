import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Sign } from './reply-address.ts';

/** HMAC under a key of its own, derived from the authority's secret. */
export const signer = (pepper: string): Sign => {
  const key = createHmac('sha256', pepper).update('reply-address').digest();
  return (text) => createHmac('sha256', key).update(text).digest('hex');
};

/** Reads the secret once. @param secretId ARN of the pepper of the Data stack (`data.secrets.pepper`) */
export const replySigner = (secrets: SecretsManagerClient, secretId: string): (() => Promise<Sign>) => {
  let made: Promise<Sign> | undefined;
  const read = async () => {
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString === '') throw new Error('pepper-missing');
    return signer(SecretString);
  };
  return () => {
    made ??= read().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};
