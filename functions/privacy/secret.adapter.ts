import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The text of a secret, empty when it has none. Whoever imports this file late gets the client with it, and one command. */
export const readSecret = async (SecretId: string, options: object): Promise<string> =>
  (await new SecretsManagerClient(options).send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '';
