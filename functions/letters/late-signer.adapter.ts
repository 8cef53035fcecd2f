import { lazily } from '../shared/aws.adapter.ts';
import type { Purpose } from './pepper-key.adapter.ts';
import type { Sign } from './qr.ts';

/**
 * Signs under the key of a purpose. Most calls sign nothing: the client that reads the secret is loaded by the first that does.
 * @param secretId ARN of the pepper of the Data stack (`data.secrets.pepper`)
 */
export const lateSigner = (secretId: string, purpose: Purpose): (() => Promise<Sign>) =>
  lazily(async () => {
    const { pepperSigner, secretsClient } = await import('./pepper-key.adapter.ts');
    return pepperSigner(secretsClient(), secretId, purpose)();
  });
