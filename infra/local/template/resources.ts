/** Which part serves a type of resource: the first line that matches. */
const SERVED: readonly [pattern: RegExp, part: string][] = [
  [/^AWS::DynamoDB::(Table|GlobalTable)$/, 'dynamodb'],
  [/^AWS::Lambda::(Function|Version|Alias|EventInvokeConfig|EventSourceMapping)$/, 'lambda'],
  [/^AWS::ApiGatewayV2::(Api|Route|Integration|Stage)$/, 'apigateway'],
  [/^AWS::CloudFront::(Distribution|Function|ResponseHeadersPolicy)$/, 'edge'],
  [/^(AWS::S3::Bucket|Custom::S3BucketNotifications|AWS::GuardDuty::MalwareProtectionPlan)$/, 's3'],
  [/^AWS::SQS::Queue$/, 'sqs'],
  [/^AWS::SNS::(Topic|Subscription)$/, 'sns'],
  [/^AWS::SES::/, 'ses'],
  [/^AWS::KMS::(Key|Alias)$/, 'kms'],
  [/^AWS::SecretsManager::Secret$/, 'secrets'],
  [/^AWS::StepFunctions::(StateMachine|Activity)/, 'states'],
  [/^AWS::(Events|Scheduler|Pipes)::/, 'events'],
];

/** What has no effect on one machine: rights, watching, names, certificates, delivery of logs, upkeep by CDK itself. */
const WITHOUT_EFFECT: readonly RegExp[] = [
  /^AWS::IAM::/,
  /^AWS::CloudWatch::/,
  /^AWS::CodeDeploy::/,
  /^AWS::Logs::/,
  /^AWS::Budgets::/,
  /^AWS::WAFv2::/,
  /^AWS::Backup::/,
  /^AWS::Route53::/,
  /^AWS::CertificateManager::/,
  /^AWS::CloudTrail::/,
  /^AWS::GuardDuty::(Detector|Filter)/,
  /^AWS::XRay::/,
  /^AWS::SSM::Parameter$/,
  /^AWS::CDK::Metadata$/,
  /^AWS::Synthetics::/,
  // The telephone itself: its calls are told by injected events.
  /^AWS::Connect::/,
  /^AWS::Kinesis::Stream$/,
  /^AWS::ResourceGroups::/,
  /^AWS::Lambda::(Permission|LayerVersion|LayerVersionPermission|CodeSigningConfig)$/,
  /^AWS::(S3::BucketPolicy|SQS::QueuePolicy|SNS::TopicPolicy|SecretsManager::ResourcePolicy|SecretsManager::RotationSchedule|Events::EventBusPolicy)$/,
  /^AWS::CloudFront::(OriginAccessControl|CloudFrontOriginAccessIdentity|CachePolicy|OriginRequestPolicy|PublicKey|KeyGroup)$/,
  /^AWS::DynamoDB::ResourcePolicy$/,
  /^Custom::(S3AutoDeleteObjects|LogRetention|VpcRestrictDefaultSG|AWS|CloudwatchLogResourcePolicy)$/,
  /^Custom::CrossRegionExport(Writer|Reader)$/,
];

/** The name of the part that serves a type, `undefined` when the type has no effect here, an error when it is unknown. */
export function partFor(type: string): string | undefined {
  if (WITHOUT_EFFECT.some((pattern) => pattern.test(type))) return undefined;
  const served = SERVED.find(([pattern]) => pattern.test(type));
  if (served) return served[1];
  if (/^Custom::|^AWS::CloudFormation::CustomResource$/.test(type)) return 'custom';
  throw new Error(`no part of the local runtime serves ${type}`);
}
