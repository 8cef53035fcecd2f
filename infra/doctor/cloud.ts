import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { CallError, type Caller, members, signedCaller, tag } from './call.ts';

export type StackState = { status: string; outputs: Record<string, string> };
export type StackResource = { id: string; type: string; name: string };
export type Cloud = ReturnType<typeof cloudOf>;

const formation = '2010-05-15';

/** What the doctor asks an account, in one region unless said. Every answer is plain data; a no is a CallError or the SDK's own error. */
export function cloudOf(region: string, call: Caller = caller(region)) {
  const client = { region, maxAttempts: 2 };
  const ses = new SESv2Client(client);
  const sns = new SNSClient(client);
  const sqs = new SQSClient(client);
  const secrets = new SecretsManagerClient(client);
  const json = async <T>(ask: Parameters<Caller>[0]) => JSON.parse(await call(ask)) as T;

  return {
    region,
    async identity(): Promise<{ account: string; arn: string }> {
      const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
      const xml = await call({ service: 'sts', region, query });
      return { account: tag(xml, 'Account') ?? '', arn: tag(xml, 'Arn') ?? '' };
    },
    /** `null` when there is no such stack. */
    async stack(StackName: string, where = region): Promise<StackState | null> {
      try {
        const query = { Action: 'DescribeStacks', Version: formation, StackName };
        const xml = await call({ service: 'cloudformation', region: where, query });
        const outputs = members(xml, 'Outputs').map((one) => [
          tag(one, 'OutputKey'),
          tag(one, 'OutputValue'),
        ]);
        return { status: tag(xml, 'StackStatus') ?? '', outputs: Object.fromEntries(outputs) };
      } catch (error) {
        if (error instanceof CallError && /does not exist/.test(error.message)) return null;
        throw error;
      }
    },
    async resources(StackName: string): Promise<StackResource[]> {
      const found: StackResource[] = [];
      let NextToken: string | undefined;
      do {
        const page: Record<string, string> = NextToken ? { NextToken } : {};
        const query = { Action: 'ListStackResources', Version: formation, StackName, ...page };
        const xml = await call({ service: 'cloudformation', region, query });
        for (const one of members(xml, 'StackResourceSummaries'))
          found.push({
            id: tag(one, 'LogicalResourceId') ?? '',
            type: tag(one, 'ResourceType') ?? '',
            name: tag(one, 'PhysicalResourceId') ?? '',
          });
        NextToken = tag(xml, 'NextToken');
      } while (NextToken);
      return found;
    },
    async functionsAtOnce(): Promise<number> {
      type Settings = { AccountLimit?: { ConcurrentExecutions?: number } };
      const path = '/2016-08-19/account-settings';
      const { AccountLimit } = await json<Settings>({ service: 'lambda', region, method: 'GET', path });
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
    /** Quotas of a service by their names; those of the account where it has its own, else AWS's. */
    async quotas(ServiceCode: string): Promise<Record<string, number>> {
      type Page = { Quotas?: { QuotaName: string; Value: number }[]; NextToken?: string };
      const found: Record<string, number> = {};
      let NextToken: string | undefined;
      do {
        const target = 'ServiceQuotasV20190624.ListServiceQuotas';
        const page: Page = await json({
          service: 'servicequotas',
          region,
          target,
          body: { ServiceCode, NextToken },
        });
        for (const { QuotaName, Value } of page.Quotas ?? []) found[QuotaName] = Value;
        NextToken = page.NextToken;
      } while (NextToken);
      return found;
    },
    /** State of the certificate of a domain in us-east-1; `null` when there is none. */
    async certificate(domain: string): Promise<string | null> {
      type Page = { CertificateSummaryList?: { DomainName: string; Status?: string }[] };
      const ask = { service: 'acm', region: 'us-east-1', target: 'CertificateManager.ListCertificates' };
      const { CertificateSummaryList = [] } = await json<Page>({ ...ask, body: { MaxItems: 1000 } });
      return CertificateSummaryList.find(({ DomainName }) => DomainName === domain)?.Status ?? null;
    },
    async activeReceiptRules(): Promise<string | null> {
      const query = { Action: 'DescribeActiveReceiptRuleSet', Version: '2010-12-01' };
      const xml = await call({ service: 'ses', region, query });
      return tag(/<Metadata>[\s\S]*?<\/Metadata>/.exec(xml)?.[0] ?? '', 'Name') ?? null;
    },
    async ringing(AlarmNamePrefix: string): Promise<string[]> {
      const query = { Action: 'DescribeAlarms', Version: '2010-08-01', StateValue: 'ALARM', AlarmNamePrefix };
      const xml = await call({ service: 'cloudwatch', region, query });
      return members(xml, 'MetricAlarms').map((one) => tag(one, 'AlarmName') ?? '');
    },
    async telephones(where: string): Promise<number> {
      type Page = { InstanceSummaryList?: { InstanceStatus?: string }[] };
      const page = await json<Page>({ service: 'connect', region: where, method: 'GET', path: '/instance' });
      return (page.InstanceSummaryList ?? []).filter((one) => one.InstanceStatus === 'ACTIVE').length;
    },
    mailAccount: () => ses.send(new GetAccountCommand({})),
    mailIdentity: (EmailIdentity: string) =>
      ses.send(new GetEmailIdentityCommand({ EmailIdentity })).catch((error: Error) => {
        if (error.name === 'NotFoundException') return null;
        throw error;
      }),
    /** When a secret was made and last written, in seconds since 1970. */
    async secret(SecretId: string): Promise<{ made: number; written: number }> {
      const { CreatedDate, LastChangedDate } = await secrets.send(new DescribeSecretCommand({ SecretId }));
      const made = (CreatedDate?.getTime() ?? 0) / 1000;
      return { made, written: (LastChangedDate?.getTime() ?? 0) / 1000 || made };
    },
    async subscribers(TopicArn: string): Promise<{ confirmed: number; pending: number }> {
      const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
      const pending = Subscriptions.filter(
        ({ SubscriptionArn }) => SubscriptionArn === 'PendingConfirmation',
      ).length;
      return { confirmed: Subscriptions.length - pending, pending };
    },
    async texts(): Promise<{ isSandbox: boolean; monthly: number }> {
      const [{ IsInSandbox }, { attributes }] = await Promise.all([
        sns.send(new GetSMSSandboxAccountStatusCommand({})),
        sns.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] })),
      ]);
      return { isSandbox: IsInSandbox ?? true, monthly: Number(attributes?.MonthlySpendLimit ?? 1) };
    },
    async waiting(QueueUrl: string): Promise<number> {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
  };
}

/** Credentials as every client of AWS finds them: environment, profile, single sign-on. */
const caller = (region: string): Caller => {
  const { config } = new SQSClient({ region });
  return signedCaller(
    () => config.credentials(),
    () => new Date().toISOString(),
  );
};
