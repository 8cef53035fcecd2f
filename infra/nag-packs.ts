import { type App, Validations } from 'aws-cdk-lib';
import { NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';

/**
 * Rules of the other packs of cdk-nag that the whole product answers in one way, with the reason an auditor reads. What a
 * pack finds beside these stops the synthesis.
 */
const considered: Readonly<Record<string, string>> = {
  'Serverless-SNSRedrivePolicy':
    'Mails to the people on call: an address that refuses them is found by the doctor, and no queue would be read.',
  'Serverless-LambdaDLQ':
    'What events call has a failure destination, which tells the error as well; what people or machines call answers them.',
  'Serverless-LambdaTracing':
    'Traces hold addresses that name requests; each invocation says its ids in one line of log instead (npm run trace).',
  'Serverless-SQSRedrivePolicy': 'These are the dead-letter queues themselves.',
  'Serverless-LambdaEventSourceMappingDestination':
    'Mappings of queues: the queue has its own dead letters. Mappings of streams have a destination, by a rule of infra/rules.',
  'Serverless-StepFunctionStateMachineXray':
    'Traces hold addresses that name requests; executions are named by the id they serve.',
  'Serverless-LambdaLatestVersion': 'The function that CDK itself brings to copy pages while deploying.',
  'NIST.800.53.R5-S3BucketReplicationEnabled':
    'Versions, point-in-time recovery and a measured restore drill answer for loss; a second region is each authority’s choice and price.',
  'NIST.800.53.R5-S3DefaultEncryptionKMS':
    'Access logs and the public pages: AES256 by S3; log delivery does not write with keys of customers.',
  'NIST.800.53.R5-IAMNoInlinePolicy':
    'Each role has one policy of exact grants of its own: a managed one would be shared, and wider.',
  'NIST.800.53.R5-SecretsManagerRotationEnabled':
    'Client secrets change at the identity provider first; another pepper would void every tracking code already on a letter.',
  'NIST.800.53.R5-CloudWatchLogGroupEncrypted':
    'Logs hold codes and ids, never personal data, and are encrypted by CloudWatch’s own key.',
  'NIST.800.53.R5-LambdaConcurrency':
    'Queues limit their readers, the API its rate; a limit for each function would take from what the account shares.',
  'NIST.800.53.R5-LambdaDLQ':
    'What events call has a failure destination, which tells the error as well; what people or machines call answers them.',
  'NIST.800.53.R5-LambdaInsideVPC':
    'Functions call services of AWS only, by their own identities: a network of ours would protect nothing and cost a gateway.',
  'NIST.800.53.R5-SNSEncryptedKMS':
    'Textract publishes ids of jobs to one, and the alarms of the telephone ring in a region where the authority’s key is not.',
  'NIST.800.53.R5-WAFv2LoggingEnabled':
    'Its logs hold addresses of visitors and what they asked for; counts by rule are enough, and are kept.',
};

/** The packs Serverless and NIST 800-53 r5, for `npm run synth`. */
export function otherPacks(app: App): readonly [ServerlessChecks, NIST80053R5Checks] {
  for (const [id, reason] of Object.entries(considered)) Validations.of(app).acknowledge({ id, reason });
  return [new ServerlessChecks(app), new NIST80053R5Checks(app)];
}
