import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../../infra/doctor/call.ts';
import { examine } from '../../../infra/doctor/examine.ts';
import { type Answers, answersOf, aWorld } from './world.ts';

const [ses, sns, sqs, secrets] = [
  mockClient(SESv2Client),
  mockClient(SNSClient),
  mockClient(SQSClient),
  mockClient(SecretsManagerClient),
];
const made = new Date('2026-01-01T00:00:00Z');
const typed = new Date('2026-01-02T00:00:00Z');
const dns = {
  mx: ['inbound-smtp.eu-west-3.amazonaws.com'],
  cname: ['d111.cloudfront.net'],
  txt: ['v=DMARC1; p=reject'],
};
const resource = (id: string, type: string) =>
  `<member><LogicalResourceId>${id}</LogicalResourceId><ResourceType>${type}</ResourceType><PhysicalResourceId>arn:${id}</PhysicalResourceId></member>`;
const resources = [
  resource('AgentClient12345678', 'AWS::SecretsManager::Secret'),
  resource('CitizenClient12345678', 'AWS::SecretsManager::Secret'),
  resource('AlarmsTopic12345678', 'AWS::SNS::Topic'),
  resource('IntakeMailsDeadLetters12345678', 'AWS::SQS::Queue'),
];
const formation =
  (status = 'UPDATE_COMPLETE') =>
  ({ query }: Parameters<Caller>[0]) =>
    query?.Action === 'DescribeStacks'
      ? `<Stacks><member><StackStatus>${status}</StackStatus></member></Stacks>`
      : `<StackResourceSummaries>${resources.join('')}</StackResourceSummaries>`;
const healthy = (others: Answers = {}) =>
  answersOf({
    cloudformation: formation(),
    lambda: '{"AccountLimit":{"ConcurrentExecutions":1000}}',
    acm: '{"CertificateSummaryList":[{"DomainName":"demarches.val-clair.example","Status":"ISSUED"}]}',
    ses: '<Metadata><Name>parvis-val-clair</Name></Metadata>',
    connect: '{"InstanceSummaryList":[{"InstanceStatus":"ACTIVE"}]}',
    ...others,
  });

beforeEach(() => {
  for (const one of [ses, sns, sqs, secrets]) one.reset();
  ses.on(GetAccountCommand).resolves({
    ...{ ProductionAccessEnabled: true, SendingEnabled: true, EnforcementStatus: 'HEALTHY' },
    SendQuota: { Max24HourSend: 100_000, MaxSendRate: 50 },
  });
  ses.on(GetEmailIdentityCommand).resolves({ VerifiedForSendingStatus: true });
  sns.on(GetSMSSandboxAccountStatusCommand).resolves({ IsInSandbox: false });
  sns.on(GetSMSAttributesCommand).resolves({ attributes: { MonthlySpendLimit: '200' } });
  sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: [{ SubscriptionArn: 'arn:1' }] });
  sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: '0' } });
  secrets.on(DescribeSecretCommand).resolves({ CreatedDate: made, LastChangedDate: typed });
});

type World = Parameters<typeof aWorld>[0];
const found = async (options: World = {}) => {
  const findings = await examine(aWorld({ answers: healthy(), dns, ...options }));
  // The demonstration's own folder is invented, and says so.
  return findings.filter(
    ({ state, id }) => state !== 'done' && !['invented-names', 'demonstration', 'named-account'].includes(id),
  );
};

describe('in an account where people are served, IT hears of what is wrong before they do', () => {
  it('finds nothing to say when nothing is missing', async () => {
    expect(await found()).toEqual([]);
  });

  it.each<[string, string, World | (() => void), RegExp]>([
    [
      'functions are few',
      'functions-at-once',
      { answers: healthy({ lambda: '{"AccountLimit":{"ConcurrentExecutions":50}}' }) },
      /L-B99A9384/,
    ],
    [
      'Textract is not there',
      'reading',
      { answers: healthy({ servicequotas: '{"Quotas":[]}' }) },
      /built-in/,
    ],
    [
      'SES is in its sandbox',
      'mail-sandbox',
      () => ses.on(GetAccountCommand).resolves({ ProductionAccessEnabled: false, SendingEnabled: true }),
      /production-access/,
    ],
    [
      'AWS stopped the sending',
      'mail-sending',
      () =>
        ses.on(GetAccountCommand).resolves({
          ProductionAccessEnabled: true,
          SendingEnabled: false,
          SendQuota: { Max24HourSend: 1e5, MaxSendRate: 50 },
        }),
      /sending-enabled/,
    ],
    [
      'few mails may leave',
      'mail-quota',
      () =>
        ses.on(GetAccountCommand).resolves({
          ProductionAccessEnabled: true,
          SendingEnabled: true,
          SendQuota: { Max24HourSend: 200, MaxSendRate: 1 },
        }),
      /L-804C8AE8/,
    ],
    [
      'texts stop after a dollar',
      'texts',
      () => sns.on(GetSMSAttributesCommand).resolves({ attributes: { MonthlySpendLimit: '1' } }),
      /MonthlySpendLimit/,
    ],
    [
      'a stack is stuck',
      'stack-broken',
      { answers: healthy({ cloudformation: formation('UPDATE_ROLLBACK_FAILED') }) },
      /continue-update-rollback/,
    ],
    [
      'a first deployment failed',
      'stack-broken',
      { answers: healthy({ cloudformation: formation('ROLLBACK_COMPLETE') }) },
      /delete-stack/,
    ],
    [
      'the certificate waits',
      'certificate',
      {
        answers: healthy({
          acm: '{"CertificateSummaryList":[{"DomainName":"demarches.val-clair.example","Status":"PENDING_VALIDATION"}]}',
        }),
      },
      /describe-certificate/,
    ],
    ['the name leads elsewhere', 'site-address', { dns: { ...dns, cname: ['other.example'] } }, /CNAME/],
    [
      'the domain is not proved',
      'mail-identity',
      () =>
        ses
          .on(GetEmailIdentityCommand)
          .resolves({ VerifiedForSendingStatus: false, DkimAttributes: { Tokens: ['abc'] } }),
      /abc\.dkim\.amazonses\.com/,
    ],
    ['anybody may forge mails', 'mail-dmarc', { dns: { ...dns, txt: [] } }, /v=DMARC1/],
    [
      'rules of another authority are active',
      'mail-rules',
      { answers: healthy({ ses: '<Metadata><Name>parvis-other</Name></Metadata>' }) },
      /set-active-receipt-rule-set/,
    ],
    ['mail goes to another server', 'mail-mx', { dns: { ...dns, mx: ['mx.example'] } }, /MX 10/],
    [
      'a client secret was never typed',
      'secret-agents',
      () => secrets.on(DescribeSecretCommand).resolves({ CreatedDate: made, LastChangedDate: made }),
      /put-secret-value .*arn:AgentClient/,
    ],
    ['the identity provider is down', 'provider', { up: false }, /issuer/],
    [
      'nobody confirmed the alarms',
      'alarm-mail',
      () =>
        sns
          .on(ListSubscriptionsByTopicCommand)
          .resolves({ Subscriptions: [{ SubscriptionArn: 'PendingConfirmation' }] }),
      /Subscription Confirmation/,
    ],
    [
      'there is no telephone',
      'telephone',
      { answers: healthy({ connect: '{"InstanceSummaryList":[]}' }) },
      /Claim a number/,
    ],
    [
      'an alarm rings',
      'alarms',
      {
        answers: healthy({
          cloudwatch:
            '<MetricAlarms><member><AlarmName>parvis-val-clair-app-X</AlarmName></member></MetricAlarms>',
        }),
      },
      /runbook/,
    ],
    [
      'something could not be done',
      'dead-letters',
      () => sqs.on(GetQueueAttributesCommand).resolves({ Attributes: { ApproximateNumberOfMessages: '3' } }),
      /agents\/echecs/,
    ],
  ])('when %s', async (_what, id, how, step) => {
    if (typeof how === 'function') how();
    const findings = await found(typeof how === 'function' ? {} : how);
    const one = findings.find((finding) => finding.id === id);
    expect(one, JSON.stringify(findings)).toBeDefined();
    expect(one?.steps?.join('\n')).toMatch(step);
    expect(one?.why).toBeTruthy();
  });
});
