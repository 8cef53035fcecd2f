import type { AwsRequest, AwsResponse } from '../context.ts';

type Json = Record<string, unknown>;
type Entry = { table: string; one: Json; asked: Json | undefined };
type Split = { first: Json; told(answer: Json): Json };

const half = <T>(all: readonly T[]): [T[], T[]] => {
  const middle = Math.floor(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
};
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** A batch of items or keys by table, whose second half comes back as not processed. */
const byTable = (body: Json, left: 'UnprocessedItems' | 'UnprocessedKeys'): Split => {
  const entries = Object.entries(body.RequestItems as Json).flatMap(([table, asked]): Entry[] =>
    left === 'UnprocessedItems'
      ? list(asked).map((one) => ({ table, one, asked: undefined }))
      : list((asked as Json).Keys).map((one) => ({ table, one, asked: asked as Json })),
  );
  const [now, later] = half(entries);
  const gathered = (some: typeof entries): Json =>
    Object.fromEntries(
      Object.entries(Object.groupBy(some, ({ table }) => table)).map(([table, ones = []]) => {
        const all = ones.map(({ one }) => one);
        return [table, ones[0]?.asked ? { ...ones[0].asked, Keys: all } : all];
      }),
    );
  return {
    first: { ...body, RequestItems: gathered(now) },
    told: (answer) => ({ ...answer, [left]: gathered(later) }),
  };
};

const splitOf = (operation: string, body: Json): Split | undefined => {
  switch (operation) {
    case 'BatchWriteItem':
      return byTable(body, 'UnprocessedItems');
    case 'BatchGetItem':
      return byTable(body, 'UnprocessedKeys');
    case 'SendMessageBatch': {
      const [now, later] = half(list(body.Entries));
      const failed = later.map(({ Id }) => ({ Id, SenderFault: false, Code: 'InternalError' }));
      return {
        first: { ...body, Entries: now },
        told: (answer) => ({ ...answer, Failed: [...list(answer.Failed), ...failed] }),
      };
    }
    case 'PutEvents': {
      const [now, later] = half(list(body.Entries));
      const failed = later.map(() => ({ ErrorCode: 'InternalFailure', ErrorMessage: 'Internal failure' }));
      return {
        first: { ...body, Entries: now },
        told: (answer) => ({
          FailedEntryCount: Number(answer.FailedEntryCount ?? 0) + failed.length,
          Entries: [...list(answer.Entries), ...failed],
        }),
      };
    }
    default:
      return undefined;
  }
};

/** Has the first half of a batch done and reports the second as failed; a batch of one fails whole. Undefined where there is none. */
export async function halved(
  operation: string,
  request: AwsRequest,
  serve: (request: AwsRequest) => Promise<AwsResponse | undefined>,
): Promise<AwsResponse | undefined> {
  const split = splitOf(operation, JSON.parse(request.body.toString('utf8') || '{}') as Json);
  if (!split) return serve(request);
  const isEmpty = [split.first.Entries, split.first.RequestItems].every(
    (some) => !some || Object.keys(some).length === 0,
  );
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  if (isEmpty) return { status: 200, headers, body: JSON.stringify(split.told({})) };
  const answer = await serve({ ...request, body: Buffer.from(JSON.stringify(split.first)) });
  if (answer?.status !== 200) return answer;
  // The body is another one: its checksum would no longer fit.
  return { status: 200, headers, body: JSON.stringify(split.told(JSON.parse(String(answer.body)) as Json)) };
}
