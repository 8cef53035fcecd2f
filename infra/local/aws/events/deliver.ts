import type { Context, Runtime } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';

export type DeliverOptions = { messageGroupId?: string; name?: string };

/** Services that may be the target of an event here. */
const TARGETS = ['lambda', 'sqs', 'states', 'events', 'sns'];

export function isTarget(arn: string): boolean {
  return TARGETS.includes(arn.split(':')[2] ?? '');
}

/** Topics are offered beside the contract. */
type Topics = { publish?(topicArn: string, message: string): void };

/**
 * Hands a payload to what an ARN names, which takes it durably before this returns: a caller may make the delivery one
 * unit with its own state.
 */
export function deliverTo(ctx: Context, arn: string, payload: unknown, options: DeliverOptions = {}): void {
  const runtime: Runtime & Topics = ctx.runtime;
  const text = () => (typeof payload === 'string' ? payload : JSON.stringify(payload));
  switch (arn.split(':')[2]) {
    case 'lambda':
      runtime.lambda.invokeAsync(arn, payload);
      return;
    case 'sqs':
      runtime.sqs.send(arn, text());
      return;
    case 'states':
      runtime.states.start(arn, payload, options.name);
      return;
    case 'events': {
      const event = payload as { source: string; 'detail-type': string; detail: unknown; time?: string };
      const { source, detail } = event;
      const time = event.time === undefined ? undefined : new Date(event.time);
      runtime.events.put({ source, detailType: event['detail-type'], detail, bus: arn, time });
      return;
    }
    case 'sns':
      if (!runtime.publish) break;
      runtime.publish(arn, text());
      return;
  }
  throw new ServiceFault('ResourceNotFoundException', `Nothing here can be the target ${arn}`);
}
