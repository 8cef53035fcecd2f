import type { SqsPort } from '../aws/sqs/port.ts';
import type { Context, Resource } from '../context.ts';
import type { DynamoPart } from '../dynamo/index.ts';
import type { LambdaFunction } from './function.ts';
import type { Invoke } from './invoke.ts';
import type { Pool } from './pool.ts';
import { createSqsMapping } from './sqs-mapping.ts';
import { createStreamMapping } from './stream-mapping.ts';

/** Windows of seconds gather what comes together; here nobody waits longer than that for company. */
export const LONGEST_WINDOW_MS = 250;

export type MappingSources = { sqs(): SqsPort; dynamo: DynamoPart };
export type Tools = { invoke: Invoke; pool: Pool; sources: MappingSources };
type Options = Tools & { byArn(arn: string): LambdaFunction | undefined };

/** What AWS::Lambda::EventSourceMapping says, with its defaults. */
export type Mapping = {
  readonly id: string;
  readonly sourceArn: string;
  readonly one: LambdaFunction;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly reportsFailures: boolean;
  readonly concurrency: number | undefined;
  /** Less than zero = for ever. */
  readonly retries: number;
  readonly bisects: boolean;
  readonly onFailure: string | undefined;
  readonly fromStart: boolean;
  readonly filters: readonly string[];
};
export type RunningMapping = { start(): Promise<void>; stop(): Promise<void> };

/** Queues and streams that call functions. */
export function createMappings(ctx: Context, { byArn, ...tools }: Options) {
  const mappings: RunningMapping[] = [];
  return {
    add({ stack, logicalId, properties }: Resource): string {
      const one = byArn(String(properties.FunctionName));
      if (!one) throw new Error(`no function ${properties.FunctionName}`);
      const mapping = mappingOf(`${stack}/${logicalId}`, one, properties);
      const service = mapping.sourceArn.split(':')[2];
      if (String(properties.Enabled) === 'false') return mapping.id;
      if (service === 'sqs') mappings.push(createSqsMapping(ctx, mapping, tools));
      else if (service === 'dynamodb') mappings.push(createStreamMapping(ctx, mapping, tools));
      else if (service === 'kinesis')
        return mapping.id; // Nothing writes to a stream here: its records are injected.
      else throw new Error(`event sources of ${service} are not served here`);
      return mapping.id;
    },
    async start() {
      for (const mapping of mappings) await mapping.start();
    },
    async stop() {
      await Promise.all(mappings.map((mapping) => mapping.stop()));
    },
  };
}

function mappingOf(id: string, one: LambdaFunction, properties: Record<string, unknown>): Mapping {
  const sourceArn = String(properties.EventSourceArn);
  const scaling = properties.ScalingConfig as { MaximumConcurrency?: number } | undefined;
  const failure = properties.DestinationConfig as { OnFailure?: { Destination?: string } } | undefined;
  const criteria = properties.FilterCriteria as { Filters?: { Pattern: string }[] } | undefined;
  return {
    id,
    sourceArn,
    one,
    batchSize: Number(properties.BatchSize ?? (sourceArn.includes(':sqs:') ? 10 : 100)),
    windowMs: Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000,
    reportsFailures: ((properties.FunctionResponseTypes ?? []) as string[]).includes(
      'ReportBatchItemFailures',
    ),
    concurrency: scaling?.MaximumConcurrency && Number(scaling.MaximumConcurrency),
    retries: Number(properties.MaximumRetryAttempts ?? -1),
    bisects: String(properties.BisectBatchOnFunctionError) === 'true',
    onFailure: failure?.OnFailure?.Destination,
    fromStart: properties.StartingPosition !== 'LATEST',
    filters: (criteria?.Filters ?? []).map((filter) => filter.Pattern),
  };
}

/** Identifiers a function reports as failed; undefined when it reports nothing readable, which fails them all. */
export function failuresIn(payload: unknown): string[] | undefined {
  if (payload === null || payload === undefined || payload === '') return [];
  const { batchItemFailures } = payload as { batchItemFailures?: { itemIdentifier?: string }[] | null };
  if (batchItemFailures === undefined || batchItemFailures === null) return [];
  const ids = batchItemFailures.map((failure) => failure.itemIdentifier);
  return ids.every((id): id is string => Boolean(id)) ? ids : undefined;
}
