import { setTimeout as pause } from 'node:timers/promises';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { ObjectRef } from '../intake/contact.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient, impatient, log } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { objects, s3Client } from '../shared/objects.adapter.ts';
import { handOver } from './hand-over.ts';
import { mailingService } from './mailing-service.adapter.ts';
import { postTable } from './post-table.adapter.ts';

const Env = z.object({
  REQUESTS_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  SERVICE_URL: z.url(),
  TOKEN_URL: z.url(),
  CLIENT_ID: z.string(),
  CLIENT_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const files = objects(s3Client());
const secrets = new SecretsManagerClient(impatient);
const use = handOver({
  post: postTable(db, env.REQUESTS_TABLE),
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
  service: mailingService({
    url: env.SERVICE_URL,
    tokenUrl: env.TOKEN_URL,
    clientId: env.CLIENT_ID,
    secret: async () => {
      const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: env.CLIENT_SECRET }));
      return SecretString ?? '';
    },
    pause,
  }),
  bytes: ({ key }: ObjectRef) => files.read({ bucket: env.DOCUMENTS_BUCKET, key }),
  now,
});

/** Every working morning: letters go to the mailing service, and it is asked what it did with those it has. */
export const handler = async () => {
  const done = await use();
  log('info', 'letters-handed-over', done);
  if (done.failed > 0) throw new Error('letters-not-handed-over');
  return done;
};
