import { loadCollectivity } from '../../../infra/collectivity/load.ts';
import { CallError, type Caller } from '../../../infra/doctor/call.ts';
import type { World } from '../../../infra/doctor/check.ts';
import { cloudOf } from '../../../infra/doctor/cloud.ts';

const { authority } = loadCollectivity('val-clair');
type Answer = string | CallError | ((ask: Parameters<Caller>[0]) => string | CallError);
export type Answers = Record<string, Answer>;

const account = '123456789012';
export const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/it</Arn><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const noStack = ({ query }: Parameters<Caller>[0]) =>
  new CallError('ValidationError', `Stack with id ${query?.StackName} does not exist`);

/** What an account answers in which nothing was ever made; some answers may be others. */
export const answersOf = (others: Answers = {}): Answers => ({
  sts: identity,
  cloudformation: noStack,
  lambda: '{"AccountLimit":{"ConcurrentExecutions":400}}',
  servicequotas: ({ body }) =>
    JSON.stringify(
      (body as { ServiceCode: string }).ServiceCode === 'textract'
        ? {
            Quotas: [
              { QuotaName: 'StartDocumentTextDetection throttle limit in transactions per second', Value: 1 },
            ],
          }
        : { Quotas: [{ QuotaName: 'Concurrent active calls per instance', Value: 10 }] },
    ),
  acm: '{"CertificateSummaryList":[]}',
  ses: '<DescribeActiveReceiptRuleSetResponse></DescribeActiveReceiptRuleSetResponse>',
  cloudwatch: '<MetricAlarms></MetricAlarms>',
  connect: '{"InstanceSummaryList":[]}',
  ...others,
});

type Options = {
  answers?: Answers;
  account?: string;
  dns?: Partial<Record<'mx' | 'cname' | 'txt', string[]>>;
  up?: boolean;
};
/** The demonstration's folder and an account that answers so. */
export function aWorld({ answers = answersOf(), account: named, dns = {}, up = true }: Options = {}): World {
  const call: Caller = async (ask) => {
    const given = answers[ask.service];
    const answer = typeof given === 'function' ? given(ask) : given;
    if (answer instanceof CallError) throw answer;
    if (answer === undefined) throw new CallError('unexpected', ask.service);
    return answer;
  };
  return {
    slug: 'val-clair',
    authority: { ...authority, aws: { ...authority.aws, account: named } },
    cloud: cloudOf('eu-west-3', call),
    names: {
      mx: async () => dns.mx ?? [],
      cname: async () => dns.cname ?? [],
      txt: async () => dns.txt ?? [],
    },
    answers: async () => up,
  };
}
