import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { lazily } from '../../shared/aws.adapter.ts';

/** The key of the index of similar messages, derived from the authority's secret; asked for once, and again after a failure. */
export const indexKey = (secrets: SecretsManagerClient, secretId: string): (() => Promise<number>) =>
  lazily(async () => {
    const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString === '') throw new Error('pepper-missing');
    return createHmac('sha256', SecretString).update('similar-messages').digest().readUInt32BE(0);
  });
