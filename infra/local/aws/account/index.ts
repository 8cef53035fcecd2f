import type { AwsRequest, AwsResponse, Context, Service } from '../../context.ts';
import { type Deployed, deployedIn } from '../../deployed.ts';

/**
 * What the doctor asks of an account and can be answered on one machine: who calls, which stacks there are, what is in
 * them. Quotas, certificates and alarms exist on AWS only: they are refused, and the doctor says that it could not look.
 */
export function createAccount(ctx: Context): Service {
  const operations: Record<string, (input: URLSearchParams) => AwsResponse> = {
    GetCallerIdentity: () =>
      answer(
        'GetCallerIdentity',
        `<Arn>arn:aws:iam::${ctx.accountId}:user/local</Arn><Account>${ctx.accountId}</Account>`,
      ),
    DescribeStacks: (input) => {
      const name = input.get('StackName') ?? '';
      if (deployedIn(ctx, name).length === 0)
        return fault(400, 'ValidationError', `Stack with id ${name} does not exist`);
      return answer(
        'DescribeStacks',
        `<Stacks><member><StackName>${name}</StackName><StackStatus>CREATE_COMPLETE</StackStatus></member></Stacks>`,
      );
    },
    ListStackResources: (input) =>
      answer(
        'ListStackResources',
        `<StackResourceSummaries>${deployedIn(ctx, input.get('StackName') ?? '')
          .map(summary)
          .join('')}</StackResourceSummaries>`,
      ),
  };
  return {
    name: 'account',
    async handle({ path, method, body }: AwsRequest) {
      const input = new URLSearchParams(body.toString('utf8'));
      const serve = operations[input.get('Action') ?? ''];
      return serve?.(input) ?? fault(501, 'NotServedHere', `${method} ${path} exists on AWS only`);
    },
  };
}

const summary = ({ logicalId, type, ref }: Deployed): string =>
  `<member><LogicalResourceId>${logicalId}</LogicalResourceId><ResourceType>${type}</ResourceType><PhysicalResourceId>${ref}</PhysicalResourceId></member>`;

const headers = { 'content-type': 'text/xml' };
const answer = (name: string, inside: string): AwsResponse => ({
  status: 200,
  headers,
  body: `<${name}Response><${name}Result>${inside}</${name}Result></${name}Response>`,
});
const fault = (status: number, code: string, message: string): AwsResponse => ({
  status,
  headers,
  body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
