import type { Runtime } from './context.ts';

type Calls = Pick<Runtime, 'lambda' | 'sqs' | 'states' | 'events'> & {
  /** Hands a message to a topic, when the runtime has topics. */
  publish?(topicArn: string, message: string): void;
};

/** Delivers to any target an AWS service may name; a function is invoked as an event, kept until it succeeded. */
export function createDeliver(runtime: Calls): Runtime['deliver'] {
  return async (targetArn, payload, options = {}) => {
    const service = targetArn.split(':')[2];
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload ?? {});
    switch (service) {
      case 'lambda':
        return runtime.lambda.invokeAsync(targetArn, payload);
      case 'sqs':
        return runtime.sqs.send(
          targetArn,
          text,
          options.messageGroupId ? { MessageGroupId: options.messageGroupId } : undefined,
        );
      case 'states':
        return void runtime.states.start(targetArn, payload);
      case 'events':
        return runtime.events.put(entryOf(targetArn, payload));
      case 'sns':
        if (runtime.publish) return runtime.publish(targetArn, text);
    }
    throw new Error(`nothing can be delivered to ${targetArn} here`);
  };
}

function entryOf(busArn: string, payload: unknown) {
  const event = payload as { source: string; 'detail-type': string; detail: unknown; time?: string };
  const bus = busArn.split('/').at(-1);
  return {
    source: event.source,
    detailType: event['detail-type'],
    detail: event.detail,
    bus,
    ...(event.time && { time: new Date(event.time) }),
  };
}
