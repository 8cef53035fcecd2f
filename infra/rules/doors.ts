import { type All, isOurs, place, type Rule, text, unless } from './template.ts';

const functions = (all: All) => all.of('AWS::Lambda::Function').filter(isOurs);
/** Socket patience of our clients (functions/shared/aws.adapter.ts): a call that hangs must fail while there is time to say so. */
const socketSeconds = 8;
/** A flow of Connect waits at most eight seconds for its function. */
const connectSeconds = 8;
const isFlow = (id: string): boolean => /ConnectFlow|FlowAnswer/.test(id);

/** Doors to the outside: mail, web, telephone, files. */
export const doorRules: readonly Rule[] = [
  {
    says: 'mail is scanned, and kept before anything else is done with it',
    broken: (all) =>
      unless(({ props }) => {
        const { ScanEnabled, Actions = [] } = props.Rule as { ScanEnabled?: boolean; Actions?: object[] };
        return ScanEnabled === true && Actions[0] !== undefined && 'S3Action' in Actions[0];
      })(all.of('AWS::SES::ReceiptRule'), all),
  },
  {
    says: 'addresses that bounced or complained are not written to again, and what becomes of mails is told',
    broken: (all) =>
      all.of('AWS::SES::ConfigurationSet').flatMap((one) => {
        const reasons = text(one.props.SuppressionOptions);
        const told = all
          .of('AWS::SES::ConfigurationSetEventDestination')
          .some(
            ({ stack, props }) =>
              stack === one.stack && /bounce/i.test(text(props)) && /complaint/i.test(text(props)),
          );
        return reasons.includes('BOUNCE') && reasons.includes('COMPLAINT') && told ? [] : [place(one)];
      }),
  },
  {
    says: 'the API throttles by itself and gives up before its own limit of thirty seconds',
    broken: (all) => [
      ...unless(
        ({ props }) =>
          Number((props.DefaultRouteSettings as { ThrottlingRateLimit?: number })?.ThrottlingRateLimit) > 0,
      )(all.of('AWS::ApiGatewayV2::Stage'), all),
      ...unless(({ props }) => Number(props.TimeoutInMillis) < 30_000)(
        all.of('AWS::ApiGatewayV2::Integration'),
        all,
      ),
    ],
  },
  {
    says: 'the site stands behind a firewall',
    broken: (all) =>
      unless(({ props }) => text(props.DistributionConfig).includes('WebACLId'))(
        all.of('AWS::CloudFront::Distribution'),
        all,
      ),
  },
  {
    says: 'what people send is scanned for malware where it arrives',
    broken: (all) => {
      const plans = all.of('AWS::GuardDuty::MalwareProtectionPlan');
      return all.stacks
        .filter(({ name }) => name.endsWith('-data'))
        .flatMap(({ name }) =>
          plans.some(({ stack, props }) => stack === name && text(props.Actions).includes('ENABLED'))
            ? []
            : [name],
        );
    },
  },
  {
    says: 'buckets tell what arrives in them by EventBridge, which repeats and keeps what a notification would lose',
    broken: (all) =>
      unless(
        ({ props, id }) => /Logs/.test(id) || text(props.NotificationConfiguration).includes('EventBridge'),
      )(
        all.of('AWS::S3::Bucket').filter(({ stack }) => stack.endsWith('-data')),
        all,
      ),
  },
  {
    says: 'a function outlives the sockets of its calls, and answers a caller within the patience of Connect',
    broken: (all) =>
      unless(({ id, props }) => {
        const seconds = Number(props.Timeout ?? 3);
        return isFlow(id) ? seconds <= connectSeconds : seconds > socketSeconds;
      })(functions(all), all),
  },
];
