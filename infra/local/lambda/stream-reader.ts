import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Database } from '../dynamo/client.ts';

export type StreamRecord = {
  eventID: string;
  eventName: string;
  dynamodb: { SequenceNumber: string; ApproximateCreationDateTime?: number; [more: string]: unknown };
  [more: string]: unknown;
};
export type StreamReader = {
  /** The records after a sequence number (undefined = from the oldest kept), oldest first. */
  read(after: string | undefined, limit: number): Promise<StreamRecord[]>;
  /** The sequence number of the newest record, `0` when there is none. */
  last(): Promise<string>;
  readonly shardId: () => string;
};

type Described = {
  StreamDescription: {
    Shards: { ShardId: string; SequenceNumberRange: { EndingSequenceNumber?: string } }[];
  };
};

/** Reads a table's stream, and gives its records the region and ARN the template knows. */
export function createStreamReader(ctx: Context, database: Database, streamArn: string): StreamReader {
  const table = /table\/([^/]+)\//.exec(streamArn)?.[1] ?? '';
  let inner = '';
  let shard = '';
  let iterator: { after: string | undefined; token: string } | undefined;

  async function describe() {
    if (!inner) {
      const { Streams } = await database.call<{ Streams: { StreamArn: string }[] }>('ListStreams', {
        TableName: table,
      });
      inner = Streams.at(-1)?.StreamArn ?? '';
    }
    const { StreamDescription } = await database.call<Described>('DescribeStream', { StreamArn: inner });
    shard = StreamDescription.Shards.at(-1)?.ShardId ?? '';
    return StreamDescription.Shards.at(-1);
  }

  async function iteratorAfter(after: string | undefined): Promise<string> {
    if (iterator && iterator.after === after) return iterator.token;
    if (!shard) await describe();
    const place = { StreamArn: inner, ShardId: shard };
    const from = (position: object) =>
      database.call<{ ShardIterator: string }>('GetShardIterator', { ...place, ...position });
    const oldest = { ShardIteratorType: 'TRIM_HORIZON' };
    const wanted =
      after && after !== '0' ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } : oldest;
    // What came after may have been trimmed meanwhile: the oldest kept is then the next.
    return (await from(wanted).catch(() => from(oldest))).ShardIterator;
  }

  return {
    shardId: () => shard,
    last: async () => (await describe())?.SequenceNumberRange.EndingSequenceNumber ?? '0',
    async read(after, limit) {
      const token = await iteratorAfter(after);
      type Page = { Records: StreamRecord[]; NextShardIterator?: string };
      const page = await database
        .call<Page>('GetRecords', { ShardIterator: token, Limit: limit })
        .catch((error) => {
          iterator = undefined;
          throw error;
        });
      const next = page.Records.at(-1)?.dynamodb.SequenceNumber ?? after;
      iterator = page.NextShardIterator ? { after: next, token: page.NextShardIterator } : undefined;
      return page.Records.map((record) => ({
        ...record,
        eventID: createHash('md5').update(`${table}/${record.dynamodb.SequenceNumber}`).digest('hex'),
        awsRegion: ctx.region,
        eventSourceARN: streamArn,
      }));
    },
  };
}
