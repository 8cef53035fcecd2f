import { type Check, stackOf, type World } from '../check.ts';
import type { Finding } from '../finding.ts';

/** Regions in which SES takes mail in, with the host that the domain's MX record names. */
const takesMail = new Set([
  ...['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1', 'eu-north-1', 'eu-south-1'],
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1'],
]);

export const inboundRegion: Check = {
  finds: ['inbound-region'],
  title: 'Mail can be received in the region',
  async look({ cloud: { region } }) {
    const is = takesMail.has(region);
    return [
      {
        id: 'inbound-region',
        state: is ? 'done' : 'wrong',
        title: this.title,
        why: is ? region : `SES receives no mail in ${region}: what citizens write would bounce.`,
        steps: is
          ? undefined
          : [
              `Choose eu-west-3 in "aws.region" of authority.json, or another of ${[...takesMail].join(', ')}.`,
            ],
      },
    ];
  },
};

export const bootstrap: Check = {
  finds: ['bootstrap'],
  title: 'CDK has its bucket and roles in each region',
  async look({ authority, cloud }) {
    const { account } = await cloud.identity();
    const regions = [
      ...new Set([cloud.region, 'us-east-1', ...(authority.telephony ? [authority.telephony.region] : [])]),
    ];
    const found = await Promise.all(
      regions.map(async (region) => ({ region, stack: await cloud.stack('CDKToolkit', region) })),
    );
    return found.map(({ region, stack }): Finding => {
      const isThere =
        stack !== null && /COMPLETE$/.test(stack.status) && !/ROLLBACK_COMPLETE$/.test(stack.status);
      return {
        id: 'bootstrap',
        state: isThere ? 'done' : 'todo',
        title: `${this.title}: ${region}`,
        why: isThere ? undefined : `no stack CDKToolkit in ${region}: nothing can be deployed there`,
        steps: isThere ? undefined : [`npx cdk bootstrap aws://${account}/${region}`],
      };
    });
  },
};

/** The stacks of an authority in the order they are deployed, and where. */
const parts = ({ authority, cloud }: World): { part: string; region: string }[] => [
  ...['data', 'app', 'work', 'channels', 'citizen', 'town', 'trust'].map((part) => ({
    part,
    region: cloud.region,
  })),
  ...(authority.telephony ? [{ part: 'telephony', region: authority.telephony.region }] : []),
  { part: 'firewall', region: 'us-east-1' },
  { part: 'edge', region: cloud.region },
];

export const stacks: Check = {
  finds: ['deployment', 'stack-broken'],
  title: 'Everything is deployed',
  async look(world) {
    const found = await Promise.all(
      parts(world).map(async ({ part, region }) => ({
        part,
        region,
        name: stackOf(world, part),
        stack: await world.cloud.stack(stackOf(world, part), region),
      })),
    );
    const missing = found.filter(({ stack }) => stack === null).map(({ name }) => name);
    const broken = found.flatMap(({ name, region, stack }): Finding[] =>
      stack && /FAILED|^ROLLBACK_COMPLETE$/.test(stack.status)
        ? [
            {
              id: 'stack-broken',
              state: 'wrong',
              title: `The stack ${name} can be changed`,
              why: `it is ${stack.status}`,
              steps: [
                stack.status === 'ROLLBACK_COMPLETE'
                  ? `aws cloudformation delete-stack --stack-name ${name} --region ${region}   # its first deployment failed: nothing is in it`
                  : `aws cloudformation describe-stack-events --stack-name ${name} --region ${region} --max-items 30   # the first FAILED says why; then: aws cloudformation continue-update-rollback --stack-name ${name} --region ${region}`,
              ],
            },
          ]
        : [],
    );
    return [
      ...broken,
      {
        id: 'deployment',
        state: missing.length > 0 ? 'todo' : 'done',
        title: this.title,
        why: missing.length > 0 ? `not there: ${missing.join(', ')}` : `${found.length} stacks`,
        steps: missing.length > 0 ? [`npm run deploy -- ${world.slug}`] : undefined,
      },
    ];
  },
};
