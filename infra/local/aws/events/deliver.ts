import type { Context } from '../../context.ts';
import { publish } from '../states/messages.ts';
import { ServiceFault } from '../wire/fault.ts';

export type DeliverOptions = { messageGroupId?: string; name?: string };

/** Services that may be the target of an event here. */
const TARGETS = ['lambda', 'sqs', 'states', 'events', 'sns'];

export function isTarget(arn: string): boolean {
  return TARGETS.includes(arn.split(':')[2] ?? '');
}

/**
 * Hands a payload to what an ARN names. All but a topic take it durably before this returns, so that a caller may make
 * the delivery one unit with its own state; a topic's promise must be awaited.
 */
export function deliverTo(
  ctx: Context,
  arn: string,
  payload: unknown,
  options: DeliverOptions = {},
): Promise<void> | undefined {
  const { runtime } = ctx;
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
      return publish(ctx, { TopicArn: arn, Message: text() }).then(() => undefined);
    default:
      throw new ServiceFault('ResourceNotFoundException', `Nothing here can be the target ${arn}`);
  }
}
