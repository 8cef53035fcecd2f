import { createHmac } from 'node:crypto';
import { lazily } from '../shared/aws.adapter.ts';
import type { ReadDeps, Sign } from './part.ts';

/** The same keys as of the links of each subject (letters/pepper-key.adapter.ts), with one reading of the secret. */
export const signsOf = (secretId: string, options: object): ReadDeps['signs'] => {
  const pepper = lazily(async () => {
    const secret = await (await import('./secret.adapter.ts')).readSecret(secretId, options);
    if (secret === '') throw new Error('pepper-missing');
    return secret;
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
