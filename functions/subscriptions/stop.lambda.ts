import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { stopByToken } from './serve-public.ts';
import { subscriberTable } from './subscriber-table.adapter.ts';

const Env = z.object({ SUBSCRIPTIONS_TABLE: z.string(), PEPPER_SECRET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const stop = stopByToken({
  now,
  subscribers: subscriberTable(documentClient(), env.SUBSCRIPTIONS_TABLE),
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'subscription'),
});

/** A mailbox calls, not a page: no cookie, no header of ours (RFC 8058, 3.2). What it holds only ends a subscription. */
export const handler = async ({
  rawPath,
}: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const isKnown = await stop(decodeURIComponent(rawPath.split('/').at(-1) ?? ''));
  return {
    statusCode: isKnown ? 200 : 404,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
    body: '',
  };
};
