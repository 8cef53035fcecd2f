import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { impatient } from '../shared/aws.adapter.ts';
import { begin } from './begin.adapter.ts';

const Env = z.object({ MACHINE_ARN: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const use = begin(new SFNClient(impatient), env.MACHINE_ARN);
const Event = z.object({
  id: z.string(),
  'detail-type': z.string(),
  detail: z.object({ reference: z.string() }),
});

/** Bus events `request-opened`, `request-qualified`, `request-answered`. */
export const handler = async (event: unknown): Promise<void> => {
  const { id, 'detail-type': type, detail } = Event.parse(event);
  await use({ id, reference: detail.reference, isOpening: type === 'request-opened' });
};
