import { randomUUID } from 'node:crypto';
import type { AwsRequest, Context, Provisioned, Resource, Service } from '../context.ts';
import type { Reply } from '../exchange.ts';
import type { LambdaFunction } from '../lambda/function.ts';
import type { LambdaPart } from '../lambda/index.ts';
import { type Facts, factsOf } from '../state.ts';
import type { Assembly } from './assembly.ts';
import { deployToBucket } from './deployment.ts';

type Options = { assembly: Assembly; lambda: LambdaPart };
type Data = Record<string, unknown>;
type Answer = { Status?: 'SUCCESS' | 'FAILED'; Reason?: string; PhysicalResourceId?: string; Data?: Data };
type Kept = { properties: Data; ref: string; data: Data };

export type CustomPart = Service & {
  /** A function's answer to the `ResponseURL` it was given. */
  answered(request: AwsRequest): Reply;
};

/** Resources made by code: the function is called when its properties have changed since the last start, as on deployment. */
export function createCustom(ctx: Context, { assembly, lambda }: Options): CustomPart {
  const facts = factsOf(ctx.db);
  const awaited = new Map<string, (answer: Answer) => void>();

  async function resource(given: Resource): Promise<Provisioned> {
    if (given.type === 'Custom::CDKBucketDeployment') {
      deployToBucket(ctx, assembly, given);
      return {
        ref: given.logicalId,
        attributes: { DestinationBucketArn: `arn:aws:s3:::${given.properties.DestinationBucketName}` },
      };
    }
    const one = lambda.byArn(String(given.properties.ServiceToken));
    if (!one) throw new Error(`no function answers its ServiceToken ${given.properties.ServiceToken}`);
    const kept = await upToDate(given, one, facts);
    const attributes = Object.fromEntries(
      Object.entries(kept.data).map(([name, value]) => [name, String(value)]),
    );
    return { ref: kept.ref, attributes };
  }

  async function upToDate(given: Resource, one: LambdaFunction, kept: Facts): Promise<Kept> {
    const fact = `custom:${given.stack}/${given.logicalId}`;
    const former = JSON.parse(kept.get(fact) ?? 'null') as Kept | null;
    const properties = asText(given.properties) as Data;
    if (former && JSON.stringify(former.properties) === JSON.stringify(properties)) return former;
    const event = {
      RequestType: former ? 'Update' : 'Create',
      RequestId: randomUUID(),
      StackId: `arn:aws:cloudformation:${ctx.region}:${ctx.accountId}:stack/${given.stack}/local`,
      LogicalResourceId: given.logicalId,
      ResourceType: given.type,
      ResourceProperties: properties,
      ...(former && { PhysicalResourceId: former.ref, OldResourceProperties: former.properties }),
    };
    const { PhysicalResourceId, Data = {} } = await ask(one, event);
    const now = { properties, ref: PhysicalResourceId ?? former?.ref ?? given.logicalId, data: Data };
    kept.set(fact, JSON.stringify(now));
    return now;
  }

  async function ask(one: LambdaFunction, event: Data & { RequestId: string }): Promise<Answer> {
    // CDK's provider framework stands between CloudFormation and the function; here the function is asked directly.
    const behind = lambda.byArn(one.variables.USER_ON_EVENT_FUNCTION_ARN ?? '');
    if (behind) return called(behind, event);
    const answer = new Promise<Answer>((resolve) => awaited.set(event.RequestId, resolve));
    try {
      await called(one, { ...event, ResponseURL: `${ctx.origin}/_cfn/${event.RequestId}` });
      const late = new Promise<never>((_, reject) =>
        setTimeout(reject, 5000, new Error(`${one.name} ended without answering its ResponseURL`)).unref(),
      );
      const { Status, Reason, ...rest } = await Promise.race([answer, late]);
      if (Status !== 'SUCCESS') throw new Error(Reason ?? `${one.name} answered ${Status}`);
      return rest;
    } finally {
      awaited.delete(event.RequestId);
    }
  }

  async function called(one: LambdaFunction, event: Data): Promise<Answer> {
    const result = await lambda.invoke(one, event);
    if (!result.ok) throw new Error(`${one.name}: ${result.error.errorType}: ${result.error.errorMessage}`);
    return (result.payload ?? {}) as Answer;
  }

  return {
    name: 'custom',
    resource,
    answered(request) {
      awaited.get(request.path.replace('/_cfn/', ''))?.(JSON.parse(request.body.toString('utf8')) as Answer);
      return { status: 200 };
    },
  };
}

/** CloudFormation hands every simple value over as text. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]));
}
