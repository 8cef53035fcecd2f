import { Duration, Stack } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  Metric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { figure } from './constructs/alarms.ts';
import { slugOf } from './constructs/runbook.ts';
import type { SubjectProps } from './subject.ts';

const channels = ['mail', 'scan', 'form', 'phone', 'counter', 'sms', 'hubee'];
const outcomes = [
  ...['routed-by-procedure', 'routed-alone', 'waits-for-department', 'opened-by-agent'],
  ...['joined-alone', 'joined-by-agent', 'set-aside'],
];
const day = Duration.days(1);
const hour = Duration.hours(1);

/** One page that answers, from the top: are people served, what is late, what failed, what does it cost. */
export class AuthorityDashboard extends Construct {
  constructor(scope: Construct, id: string, { authority, api }: SubjectProps) {
    super(scope, id);
    const slug = slugOf(Stack.of(this));
    const stacks = `parvis-${slug}`;
    const daily = (name: string, by?: Record<string, string>, label?: string) =>
      figure(this, name, { by, period: day }).with({ label });
    const each = (name: string, key: string, values: readonly string[]): IMetric[] =>
      values.map((value) => daily(name, { [key]: value }, value));
    const found = (expression: string, label: string) =>
      new MathExpression({ expression, label, usingMetrics: {}, period: Duration.minutes(5) });
    const search = (space: string, name: string, what: string, statistic: string) =>
      `SEARCH('{${space}} MetricName="${name}" ${what}', '${statistic}', 300)`;
    const http = (metricName: string, statistic: string, label: string) =>
      new Metric({
        ...{ namespace: 'AWS/ApiGateway', metricName, statistic, label },
        dimensionsMap: { ApiId: api.api.apiId },
        period: Duration.minutes(5),
      });
    const graph = (title: string, left: IMetric[], width = 12, stacked = false): IWidget =>
      new GraphWidget({ title, left, width, height: 6, stacked, leftYAxis: { min: 0 } });

    new Dashboard(this, 'Page', {
      dashboardName: stacks,
      defaultInterval: Duration.days(7),
      widgets: [
        [
          new TextWidget({
            markdown: `# ${authority.name}\nWhat to do when something is red: infra/runbook/alarms.md. Dead letters: ${authority.domain}/agents/echecs. One request: \`npm run trace -- <reference> --authority ${slug}\`.`,
            width: 24,
            height: 2,
          }),
        ],
        [
          new SingleValueWidget({
            title: 'Today',
            width: 24,
            height: 3,
            metrics: [
              daily('AnswersDecided', undefined, 'answers decided'),
              daily('DeadlinesNear', undefined, 'legal dates near'),
              daily('DeadlinesMissed', { Kind: 'silence' }, 'decided by silence'),
              daily('DeadlinesMissed', { Kind: 'step' }, 'steps late'),
              daily('DeliveriesFailed', { Way: 'electronic' }, 'mails and texts failed'),
              daily('DeliveriesFailed', { Way: 'letter' }, 'letters come back'),
              daily('AutomaticAnswersWithheld', undefined, 'answers withheld'),
            ],
          }),
        ],
        [
          graph('Requests by channel, a day', each('RequestsOpened', 'Channel', channels), 12, true),
          graph('What qualification made of it, a day', each('Qualified', 'Outcome', outcomes), 12, true),
        ],
        [
          graph(
            'Answers of the API',
            [http('Count', 'Sum', 'calls'), http('4xx', 'Sum', '4xx'), http('5xx', 'Sum', '5xx')],
            8,
          ),
          graph(
            'What people wait, ms',
            [
              http('Latency', 'p50', 'half'),
              http('Latency', 'p95', '19 of 20'),
              http('Latency', 'p99', '99 of 100'),
            ],
            8,
          ),
          graph(
            'Outbox: age of what is carried, ms',
            [
              figure(this, 'OutboxLag', { statistic: 'p50' }),
              figure(this, 'OutboxLag', { statistic: 'Maximum' }),
            ],
            8,
          ),
        ],
        [
          graph(
            'Dead letters that wait',
            [
              found(
                search(
                  'AWS/SQS,QueueName',
                  'ApproximateNumberOfMessagesVisible',
                  `QueueName="${stacks}"`,
                  'Maximum',
                ),
                '',
              ),
            ],
            8,
          ),
          graph(
            'Functions that failed',
            [found(search('AWS/Lambda,FunctionName', 'Errors', `FunctionName="${stacks}"`, 'Sum'), '')],
            8,
          ),
          graph(
            'Machines that failed',
            [found(search('AWS/States,StateMachineArn', 'ExecutionsFailed', `"${stacks}"`, 'Sum'), '')],
            8,
          ),
        ],
        [
          graph('Functions at once (the account has a limit)', [
            new Metric({
              namespace: 'AWS/Lambda',
              metricName: 'ConcurrentExecutions',
              statistic: 'Maximum',
              period: hour,
            }),
            new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period: hour }),
          ]),
          graph('Mail: bounces and complaints, share', [
            new Metric({
              namespace: 'AWS/SES',
              metricName: 'Reputation.BounceRate',
              statistic: 'Maximum',
              period: hour,
            }),
            new Metric({
              namespace: 'AWS/SES',
              metricName: 'Reputation.ComplaintRate',
              statistic: 'Maximum',
              period: hour,
            }),
          ]),
        ],
      ],
    });
  }
}
