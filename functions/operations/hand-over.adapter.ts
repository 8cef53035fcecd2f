import { createHash, createHmac } from 'node:crypto';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import type { HandOver } from './dead-letter.ts';
import { signedHeaders } from './sign-call.ts';

const digests = {
  hash: (text: string) => createHash('sha256').update(text).digest('hex'),
  hmac: (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest(),
};

/** Gives a dead letter to whom it was for: a queue, a machine, or a function as an event of its own. */
export const handOverTo = () => {
  const sqs = new SQSClient(impatient);
  const states = new SFNClient(impatient);
  return async (what: HandOver): Promise<void> => {
    if (what.to === 'function') return invoke(sqs, what.arn, what.payload);
    if (what.to === 'queue') {
      const MessageAttributes = Object.fromEntries(
        Object.entries(what.attributes).map(([name, StringValue]) => [
          name,
          { DataType: 'String', StringValue },
        ]),
      );
      await sqs.send(
        new SendMessageCommand({ QueueUrl: what.url, MessageBody: what.body, MessageAttributes }),
      );
      return;
    }
    const { arn: stateMachineArn, name } = what;
    await states
      .send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(what.input) }))
      .catch((error: Error) => {
        if (error.name !== 'ExecutionAlreadyExists') throw error;
      });
  };
};

/** As EventBridge would: kept by Lambda, tried three times, then among the dead letters again. */
async function invoke({ config }: SQSClient, arn: string, payload: unknown): Promise<void> {
  const region = await config.region();
  const base = new URL(process.env.AWS_ENDPOINT_URL_LAMBDA ?? `https://lambda.${region}.amazonaws.com`);
  const path = `${base.pathname.replace(/\/$/, '')}/2015-03-31/functions/${encodeURIComponent(arn)}/invocations`;
  const body = JSON.stringify(payload);
  const call = { method: 'POST', host: base.host, path, body } as const;
  const given = { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' };
  const headers = signedHeaders(
    { ...call, headers: given },
    { region, service: 'lambda' },
    await config.credentials(),
    now(),
    digests,
  );
  const answer = await fetch(`${base.origin}${path}`, {
    ...{ method: 'POST', headers, body, redirect: 'error' },
    signal: AbortSignal.timeout(8_000),
  });
  if (!answer.ok) throw new Error(`invoke-${answer.status}`);
}
