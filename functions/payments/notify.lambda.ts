import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { documentClient, faultOf, log } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { book } from './book.adapter.ts';
import { look } from './look.ts';
import { notifiedOf } from './notified.ts';
import { payfip } from './payfip.adapter.ts';

const Env = z.object({ PAYMENTS_TABLE: z.string(), PAYFIP_URL: z.string(), TIME_ZONE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { payments, save } = book(documentClient(), env.PAYMENTS_TABLE, env.TIME_ZONE);
const { detail } = payfip(env.PAYFIP_URL);
const use = look({ read: payments.read, note: payments.note, save, detail, now });

/**
 * Whoever calls is no proof of anything, PayFiP included: it is only time to ask. The answer is the same for everybody, and a
 * look that fails is made again by the machine.
 */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  const idOp = notifiedOf(text, event.rawQueryString);
  try {
    const named = idOp ? await payments.byOperation(idOp) : null;
    if (named) await use(named);
  } catch (error) {
    log('warn', 'notification-not-followed', faultOf(error));
  }
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
    body: '',
  };
};
