import type { Context, Provisioned, Resource, Runtime, Service } from '../context.ts';
import type { Caller } from '../faults/calls.ts';
import type { Faults } from '../faults/index.ts';
import type { RunningMeter } from '../meter.ts';
import type { Scope } from '../scope.ts';
import type { Assembly } from '../template/assembly.ts';
import { createAsync } from './async.ts';
import { functionOf, type LambdaFunction } from './function.ts';
import { createInvoke, type Invoke } from './invoke.ts';
import { createLogs } from './logs.ts';
import { createMappings, type MappingSources } from './mappings.ts';
import { createPool } from './pool.ts';
import { serveLambda } from './wire.ts';

type Options = {
  assembly: Assembly;
  offset: Float64Array;
  meter: RunningMeter;
  faults: Faults;
  sources: MappingSources;
};

export type LambdaPart = Service & {
  readonly runtime: Pick<Runtime, 'lambda'>;
  functions(): LambdaFunction[];
  readonly invoke: Invoke;
  byArn(arn: string): LambdaFunction | undefined;
  scopeOf(accessKeyId: string): Scope | undefined;
  /** The worker that holds this access key. */
  callerOf(accessKeyId: string): Caller | undefined;
  /** Lets asynchronous invocations go: once all is deployed, so that a first start is not slowed down by what it sets off. */
  begin(): void;
};

export function createLambda(
  ctx: Context,
  { assembly, offset, meter, faults, sources }: Options,
): LambdaPart {
  const functions = new Map<string, LambdaFunction>();
  const logs = createLogs(ctx.dataDir, meter);
  const pool = createPool(ctx, offset, logs);
  const invoke = faults.invoking(createInvoke(ctx, pool, meter, logs));
  const asynchronous = createAsync(ctx, invoke, byArn);
  const mappings = createMappings(ctx, { invoke, pool, byArn, sources });

  /** By ARN (with or without a version), or by name. */
  function byArn(arn: string): LambdaFunction | undefined {
    return functions.get(arn.startsWith('arn:') ? (arn.split(':')[6] ?? '') : arn);
  }
  function required(arn: string): LambdaFunction {
    const one = byArn(arn);
    if (!one) throw new Error(`Function not found: ${arn}`);
    return one;
  }

  async function resource(given: Resource): Promise<Provisioned> {
    const { properties } = given;
    switch (given.type) {
      case 'AWS::Lambda::Function': {
        const one = functionOf(given, ctx, assembly);
        functions.set(one.name, one);
        return { ref: one.name, attributes: { Arn: one.arn } };
      }
      case 'AWS::Lambda::EventInvokeConfig':
        asynchronous.configure(required(String(properties.FunctionName)).name, asyncConfig(properties));
        return { ref: given.logicalId };
      case 'AWS::Lambda::EventSourceMapping':
        return { ref: mappings.add(given) };
      default: {
        const { arn } = required(String(properties.FunctionName));
        const qualified = `${arn}:${properties.Name ?? '$LATEST'}`;
        return { ref: qualified, attributes: { Version: '$LATEST', FunctionArn: arn, AliasArn: qualified } };
      }
    }
  }

  return {
    name: 'lambda',
    resource,
    functions: () => [...functions.values()],
    invoke,
    byArn,
    scopeOf: (accessKeyId) => pool.scopeOf(accessKeyId),
    callerOf: (accessKeyId) => pool.callerOf(accessKeyId),
    handle: serveLambda({ byArn, invoke, add: (one, payload) => asynchronous.add(one, payload) }),
    runtime: {
      lambda: {
        invoke: async (arn, payload) => invoke(required(arn), payload),
        invokeAsync: (arn, payload) => asynchronous.add(required(arn), payload),
        find: (prefix) => [...functions.values()].find((one) => one.logicalId.startsWith(prefix))?.arn,
      },
    },
    start: () => mappings.start(),
    begin: () => asynchronous.start(),
    async stop() {
      asynchronous.stop();
      await mappings.stop();
      await pool.stop();
      logs.close();
    },
  };
}

function asyncConfig(properties: Record<string, unknown>) {
  const destinations = properties.DestinationConfig as
    | { OnFailure?: { Destination: string }; OnSuccess?: { Destination: string } }
    | undefined;
  return {
    retries: Number(properties.MaximumRetryAttempts ?? 2),
    onFailure: destinations?.OnFailure?.Destination,
    onSuccess: destinations?.OnSuccess?.Destination,
  };
}
