import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Alias, Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { madeFunctions, nativeList } from '../making/places.ts';
import { allow } from './accepted.ts';
import { alarmAbove, alarmPeriod } from './alarms.ts';
import { DeadLetters } from './dead-letters.ts';
import { liveAlias } from './deployment.ts';
import { partOf, slugOf } from './runbook.ts';

export type AppFunctionProps<Env extends Record<string, string>> = {
  /** Path under functions/, for instance `requests/open.lambda.ts`. */
  readonly entry: string;
  /** The `Env` type the lambda exports: a missing variable does not compile. */
  readonly env: Env;
  /** What a person suffers when it fails; the text of its alarm. */
  readonly impact: string;
  /** MB, 512 unless said. */
  readonly memory?: number;
  /** 10 s unless said. */
  readonly timeout?: Duration;
  /** Invoked by events: two retries, then its own dead letters. */
  readonly asynchronous?: boolean;
  /** Holds sharp, pdfium or zxing: x86_64, and the native packages in its bundle. */
  readonly nativeImages?: boolean;
  readonly reservedConcurrency?: number;
};

/**
 * A function with the house's defaults: Node 24, own role without managed policy, kept logs, an alarm with its human
 * impact, or dead letters that ring when asynchronous. X-Ray stays off: its traces hold addresses, and ids in the logs correlate.
 */
export class AppFunction<Env extends Record<string, string>> extends LambdaFunction {
  readonly deadLetters?: DeadLetters;

  constructor(scope: Construct, id: string, props: AppFunctionProps<Env>) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    const deadLetters = props.asynchronous
      ? new DeadLetters(scope, `${id}DeadLetters`, { impact: props.impact })
      : undefined;
    super(scope, id, {
      code: bundleOf(props),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: props.nativeImages ? Architecture.X86_64 : Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: props.timeout ?? Duration.seconds(10),
      reservedConcurrentExecutions: props.reservedConcurrency,
      environment: { ...props.env, AUTHORITY: slugOf(Stack.of(scope)), PART: partOf(Stack.of(scope)) },
      ...(deadLetters && {
        onFailure: new SqsDestination(deadLetters),
        retryAttempts: 2,
        maxEventAge: Duration.hours(6),
      }),
      description: props.impact.slice(0, 250),
      logGroup,
      role,
    });
    this.deadLetters = deadLetters?.goesTo({ by: 'function', target: this.functionArn });
    // What is tried again and heals hurt nobody; what does not heal rings as a dead letter.
    if (!deadLetters)
      alarmAbove(scope, errorsOf(id), {
        metric: this.metricErrors({ period: alarmPeriod }),
        kind: 'function-errors',
        impact: props.impact,
      });
  }

  /** Its failures ring where they are met, at the API or as dead letters of a queue: one trouble wakes somebody once. */
  ringsElsewhere(): this {
    this.node.scope?.node.tryRemoveChild(errorsOf(this.node.id));
    return this;
  }

  /**
   * What people meet: a new version takes a tenth of the calls first, and is taken back when an alarm rings meanwhile.
   * @param errors what rings for whoever calls it
   */
  live(errors: Alarm): Alias {
    return liveAlias(this, errors);
  }

  /**
   * Allows exact actions on exact resources.
   * @param reason needed when a resource ends in a star
   */
  allow(actions: readonly string[], resources: readonly string[], reason?: string): this {
    allow(this, actions, resources, reason);
    return this;
  }
}

const errorsOf = (id: string): string => `${id}Errors`;

/** The bundle that the one esbuild pass of build.ts made: `requests/open.lambda.ts` → `.build/functions/requests-open`. */
function bundleOf({ entry, nativeImages }: { entry: string; nativeImages?: boolean }): Code {
  const folder = resolve(madeFunctions, entry.replace(/\.lambda\.ts$/, '').replaceAll('/', '-'));
  if (!existsSync(folder)) throw new Error(`functions/${entry} is not built: run "npm run build"`);
  const native = resolve(folder, nativeList);
  if (!nativeImages && existsSync(native) && readFileSync(native, 'utf8').includes('"sharp"'))
    throw new Error(`functions/${entry} holds sharp for x86_64: its construct must say nativeImages`);
  return Code.fromAsset(folder);
}
