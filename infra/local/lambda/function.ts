import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Context, Resource } from '../context.ts';
import type { Assembly } from '../template/assembly.ts';

/** A function of the template, ready to be run from its unmodified bundle. */
export type LambdaFunction = {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly stack: string;
  /** Folder of the bundle; undefined for inline code. */
  readonly folder: string | undefined;
  readonly handler: string;
  readonly runtime: string;
  readonly variables: Record<string, string>;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly isX86: boolean;
  readonly reserved: number | undefined;
  readonly deadLetterArn: string | undefined;
};

type Properties = {
  FunctionName?: string;
  Code: { S3Bucket?: string; S3Key?: string; ZipFile?: string };
  Handler?: string;
  Runtime?: string;
  Environment?: { Variables?: Record<string, unknown> };
  Timeout?: number | string;
  MemorySize?: number | string;
  Architectures?: string[];
  ReservedConcurrentExecutions?: number | string;
  DeadLetterConfig?: { TargetArn?: string };
};

export function functionOf(resource: Resource, ctx: Context, assembly: Assembly): LambdaFunction {
  const properties = resource.properties as Properties;
  const name = properties.FunctionName ?? physicalName(resource);
  const { S3Bucket, S3Key } = properties.Code;
  const asset = assembly.assets.get(`${S3Bucket}/${S3Key}`);
  if (S3Key && !asset) throw new Error(`its code ${S3Key} is not in the assembly`);
  return {
    name,
    arn: `arn:aws:lambda:${ctx.region}:${ctx.accountId}:function:${name}`,
    logicalId: resource.logicalId,
    stack: resource.stack,
    folder: asset?.path,
    handler: properties.Handler ?? 'index.handler',
    runtime: properties.Runtime ?? '',
    variables: Object.fromEntries(
      Object.entries(properties.Environment?.Variables ?? {}).map(([key, value]) => [key, String(value)]),
    ),
    timeoutMs: Number(properties.Timeout ?? 3) * 1000,
    memoryMb: Number(properties.MemorySize ?? 128),
    isX86: !properties.Architectures?.includes('arm64'),
    reserved:
      properties.ReservedConcurrentExecutions === undefined
        ? undefined
        : Number(properties.ReservedConcurrentExecutions),
    deadLetterArn: properties.DeadLetterConfig?.TargetArn,
  };
}

/** The name CloudFormation would invent, made stable; names of functions are limited to 64 characters. */
export function physicalName(
  { stack, logicalId }: { stack: string; logicalId: string },
  longest = 64,
): string {
  const whole = `${stack}-${logicalId}`;
  if (whole.length <= longest) return whole;
  return `${whole.slice(0, longest - 9)}-${createHash('sha256').update(whole).digest('hex').slice(0, 8)}`;
}

/** `index.handler` → the file to import (tried in Node's order) and the name of its export. */
export function entryOf(one: LambdaFunction): { files: string[]; exported: string } {
  const dot = one.handler.lastIndexOf('.');
  const path = one.handler.slice(0, dot);
  const files = ['.mjs', '.js', '.cjs'].map((ending) => join(one.folder ?? '', `${path}${ending}`));
  return { files, exported: one.handler.slice(dot + 1) };
}
