import { Agent, request } from 'node:http';

export type Reply = { status: number; headers: Record<string, string>; body: Buffer };
/** Calls the database as AWS's JSON protocol does. */
export type Database = {
  forward(target: string, body: Buffer | string): Promise<Reply>;
  /** Throws an error whose `name` is the AWS error code. */
  call<T>(operation: string, input: unknown): Promise<T>;
};

const SIGNED = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=LOCAL/20260101/eu-west-3/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
};
const STREAM_OPERATIONS = new Set(['DescribeStream', 'GetShardIterator', 'GetRecords', 'ListStreams']);

export function createDatabase(port: number): Database & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  function forward(target: string, body: Buffer | string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const headers = { ...SIGNED, 'x-amz-target': target, 'content-length': Buffer.byteLength(body) };
      const call = request(
        { host: '127.0.0.1', port, method: 'POST', path: '/', agent, headers },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const {
              'content-type': type,
              'x-amzn-requestid': id,
              'x-amz-crc32': crc,
            } = answer.headers as Record<string, string>;
            const kept = { 'content-type': type, 'x-amzn-requestid': id, 'x-amz-crc32': crc } as Record<
              string,
              string
            >;
            resolve({ status: answer.statusCode ?? 500, headers: kept, body: Buffer.concat(chunks) });
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  return {
    forward,
    async call<T>(operation: string, input: unknown): Promise<T> {
      const service = STREAM_OPERATIONS.has(operation) ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810';
      const { status, body } = await forward(`${service}.${operation}`, JSON.stringify(input));
      const answer = JSON.parse(body.toString('utf8')) as T & { __type?: string; message?: string };
      if (status === 200) return answer;
      throw Object.assign(new Error(answer.message), { name: answer.__type?.split('#').at(-1) });
    },
    close: () => agent.destroy(),
  };
}
