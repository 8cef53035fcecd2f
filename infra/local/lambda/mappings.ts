import type { SqsPort } from '../aws/sqs/port.ts';
import type { Context, Resource } from '../context.ts';
import type { DynamoPart } from '../dynamo/index.ts';
import type { LambdaFunction } from './function.ts';
import type { Invoke } from './invoke.ts';
import type { Pool } from './pool.ts';

export type MappingSources = { sqs(): SqsPort; dynamo: DynamoPart };
type Options = {
  invoke: Invoke;
  pool: Pool;
  byArn(arn: string): LambdaFunction | undefined;
  sources: MappingSources;
};

export function createMappings(_ctx: Context, _options: Options) {
  return { add: (given: Resource) => given.logicalId, start() {}, async stop() {} };
}
