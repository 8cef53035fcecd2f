import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { GetSMSAttributesCommand, GetSMSSandboxAccountStatusCommand, SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { CallError } from '../../../infra/doctor/call.ts';
import { examine } from '../../../infra/doctor/examine.ts';
import { isBlocking } from '../../../infra/doctor/finding.ts';
import { report } from '../../../infra/doctor/report.ts';
import { answersOf, aWorld } from './world.ts';

const ses = mockClient(SESv2Client);
const sns = mockClient(SNSClient);
mockClient(SQSClient);
mockClient(SecretsManagerClient);

beforeEach(() => {
  ses.reset();
  sns.reset();
  ses.on(GetAccountCommand).resolves({
    ProductionAccessEnabled: false,
    SendingEnabled: true,
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1 },
  });
  ses.on(GetEmailIdentityCommand).rejects(new NotFoundException({ message: 'none', $metadata: {} }));
  sns.on(GetSMSSandboxAccountStatusCommand).resolves({ IsInSandbox: true });
  sns.on(GetSMSAttributesCommand).resolves({ attributes: { MonthlySpendLimit: '1' } });
});

describe('on an empty account IT is told each thing to do, in its order, with what to type', () => {
  const said = async () => report('val-clair', await examine(aWorld()));

  it('names every step and its command', async () => {
    const text = await said();
    const steps = [
      'request-service-quota-increase --service-code lambda --quota-code L-B99A9384',
      'put-account-details --production-access-enabled',
      'Exit SMS sandbox',
      'npx cdk bootstrap aws://123456789012/eu-west-3',
      'npx cdk bootstrap aws://123456789012/us-east-1',
      'npx cdk bootstrap aws://123456789012/eu-central-1',
      'npm run deploy -- val-clair',
      'describe-certificate',
      'cloudfront.net',
      'Dkim',
      'DNS: _dmarc.',
      'set-active-receipt-rule-set --rule-set-name parvis-val-clair',
      'MX 10 inbound-smtp.eu-west-3.amazonaws.com',
      'put-secret-value',
      'Subscription Confirmation',
      'Claim a number',
    ].filter((step) => step !== 'cloudfront.net');
    const places = steps.map((step) => [step, text.indexOf(step)] as const);
    expect(places.filter(([, at]) => at < 0)).toEqual([]);
    expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).sort((one, other) => one - other));
  });

  it('leaves nothing that is not there without a way to get it', async () => {
    const findings = await examine(aWorld());
    expect(
      findings.filter(({ state, steps }) => ['todo', 'wrong'].includes(state) && !steps?.length),
    ).toEqual([]);
    expect(findings.filter(({ state }) => state === 'unknown')).toEqual([]);
  });

  it('stops a deployment that would meet people with error pages', async () => {
    const few = await examine(
      aWorld({ answers: answersOf({ lambda: '{"AccountLimit":{"ConcurrentExecutions":10}}' }) }),
    );
    expect(few.filter(isBlocking).map(({ id }) => id)).toEqual(['functions-at-once']);
    expect((await examine(aWorld())).filter(isBlocking)).toEqual([]);
  });

  it('goes on when one question is not allowed, and says which', async () => {
    const denied = answersOf({
      acm: new CallError('AccessDeniedException', 'not authorized to acm:ListCertificates'),
    });
    const findings = await examine(aWorld({ answers: denied }));
    expect(findings.filter(({ state }) => state === 'unknown')).toMatchObject([
      { id: 'certificate', why: expect.stringContaining('may not look') },
    ]);
    expect(findings.length).toBeGreaterThan(20);
  });

  it('says how to sign in when there are no credentials, and still every step', async () => {
    const findings = await examine(
      aWorld({ answers: answersOf({ sts: new CallError('CredentialsProviderError', 'none') }) }),
    );
    expect(findings.find(({ id }) => id === 'credentials')).toMatchObject({
      state: 'wrong',
      steps: [expect.stringContaining('aws configure sso'), expect.anything()],
    });
    expect(findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['bootstrap', 'deployment', 'mail-rules', 'alarm-mail']),
    );
  });

  it('touches no account but the one that is named', async () => {
    const findings = await examine(aWorld({ account: '999999999999' }));
    expect(findings.at(-1)).toMatchObject({ id: 'account', state: 'wrong' });
  });
});
