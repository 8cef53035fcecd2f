import { join } from 'node:path';
import { madeFunctions } from '../../making/places.ts';
import type { Context } from '../context.ts';
import type { LambdaFunction } from './function.ts';

/** The SDK's name of each service, and the part of the runtime that answers for it. */
const ENDPOINTS: Record<string, string> = {
  DYNAMODB: 'dynamodb',
  DYNAMODB_STREAMS: 'dynamodb',
  S3: 's3',
  SQS: 'sqs',
  SNS: 'sns',
  SFN: 'states',
  SESV2: 'ses',
  EVENTBRIDGE: 'events',
  SCHEDULER: 'events',
  LAMBDA: 'lambda',
  TEXTRACT: 'textract',
  KMS: 'kms',
  SECRETS_MANAGER: 'secrets',
};

const compiled = join(madeFunctions, '.compiled');
export const SECRET_ACCESS_KEY = 'local';

export function endpointVariables(origin: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ENDPOINTS).map(([sdk, part]) => [`AWS_ENDPOINT_URL_${sdk}`, `${origin}/_aws/${part}`]),
  );
}

/** The variables Lambda gives, with local addresses. The access key tells the runtime which worker calls. */
export function environmentOf(
  one: LambdaFunction,
  ctx: Context,
  accessKeyId: string,
): Record<string, string> {
  return {
    ...endpointVariables(ctx.origin),
    AWS_REGION: ctx.region,
    AWS_DEFAULT_REGION: ctx.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: SECRET_ACCESS_KEY,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_LAMBDA_FUNCTION_NAME: one.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(one.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${one.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `local/${accessKeyId}`,
    AWS_EXECUTION_ENV: `AWS_Lambda_${one.runtime}`,
    LAMBDA_TASK_ROOT: one.folder ?? '',
    _HANDLER: one.handler,
    LANG: 'en_US.UTF-8',
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    ...one.variables,
    // Compiled code kept beside the bundles, and gone with them: a third less to do for each worker.
    NODE_COMPILE_CACHE: compiled,
    // Options of a whole process: a worker refuses most of them.
    NODE_OPTIONS: '',
  };
}
