import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import type { Context } from '../../context.ts';

let client: SNSClient | undefined;

/** Publishes by the SNS wire of this runtime, which alone knows topics, filters and telephone numbers. */
export async function publish(ctx: Context, message: Record<string, unknown>): Promise<unknown> {
  client ??= new SNSClient({
    endpoint: `${ctx.origin}/_aws/sns`,
    region: ctx.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { MessageId } = await client.send(new PublishCommand(message as unknown as PublishCommandInput));
  return { MessageId };
}
