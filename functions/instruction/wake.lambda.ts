import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { requestTable } from '../requests/request-table.adapter.ts';
import { waitTable } from '../requests/wait-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { begin } from './begin.adapter.ts';
import { offerBasket } from './distribution/offer-basket.ts';
import { workloadTable } from './distribution/workload-table.adapter.ts';
import { succeed } from './token.adapter.ts';
import { wake } from './wait.ts';

const Env = z.object({ REQUESTS_TABLE: z.string(), MACHINE_ARN: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const states = new SFNClient(impatient);
const waits = waitTable(db, env.REQUESTS_TABLE);
const { snapshot } = requestTable(db, env.REQUESTS_TABLE);
const use = wake({ ...waits, succeed: succeed(states) });
const start = begin({
  ...{ states, stateMachineArn: env.MACHINE_ARN, run: waits.run, follow: waits.follow },
  isOver: async (reference) =>
    ['closed', 'withdrawn', 'transferred'].includes((await snapshot(reference)).request.state),
});
const offer = offerBasket({ snapshot, wake: use, basket: workloadTable(db, env.REQUESTS_TABLE).basket });
const Event = z.object({
  id: z.string(),
  'detail-type': z.string(),
  detail: z.object({ reference: z.string() }),
});

/** What leaves somebody with less work, as far as the state of the request says so. */
const makesRoom = ['request-answered', 'request-withdrawn', 'request-changed'];

/**
 * Bus events about a request: its machine wakes and looks again; one that is no more is followed by another. What waits in the
 * basket for somebody to be free is offered as soon as somebody is.
 */
export const handler = async (event: unknown): Promise<void> => {
  const { id, 'detail-type': type, detail } = Event.parse(event);
  const { reference } = detail;
  const isOpening = type === 'request-opened';
  if (isOpening || !(await use(reference))) await start({ id, reference, isOpening });
  if (makesRoom.includes(type)) await offer(reference);
};
