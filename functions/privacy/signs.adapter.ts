import { createHmac } from 'node:crypto';
import { lazily } from '../shared/aws.adapter.ts';
import type { ReadDeps, Sign } from './part.ts';

/** The same keys as of the links of each subject (letters/pepper-key.adapter.ts), with one reading of the secret. */
export const signsOf = (SecretId: string, options: object): ReadDeps['signs'] => {
  const pepper = lazily(async () => {
    const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
    const { SecretString = '' } = await new SecretsManagerClient(options).send(
      new GetSecretValueCommand({ SecretId }),
    );
    if (SecretString === '') throw new Error('pepper-missing');
    return SecretString;
  });
  const sign = (purpose: string) => async (): Promise<Sign> => {
    const key = createHmac('sha256', await pepper())
      .update(purpose)
      .digest();
    return (text) => createHmac('sha256', key).update(text).digest('hex');
  };
  return {
    appointment: sign('appointment'),
    subscription: sign('subscription'),
    report: sign('report'),
  };
};
