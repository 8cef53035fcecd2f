import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageCommand, type SendMessageCommandInput, SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from '../../context.ts';

type Message = Record<string, unknown>;

/** SNS and SQS are called by their wire, which alone knows topics, filters, delays and message groups. */
const settings = (ctx: Context, service: string) => ({
  endpoint: `${ctx.origin}/_aws/${service}`,
  region: ctx.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

export async function publish(ctx: Context, message: Message): Promise<unknown> {
  const client = new SNSClient(settings(ctx, 'sns'));
  const { MessageId } = await client.send(new PublishCommand(message as unknown as PublishCommandInput));
  return { MessageId };
}

export async function sendMessage(ctx: Context, message: Message): Promise<unknown> {
  const client = new SQSClient(settings(ctx, 'sqs'));
  const sent = await client.send(new SendMessageCommand(message as unknown as SendMessageCommandInput));
  return { MessageId: sent.MessageId, MD5OfMessageBody: sent.MD5OfMessageBody };
}
