import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Env as StatusEnv } from '../functions/delivery/text-status.lambda.ts';
import type { Env as AgentEnv } from '../functions/sms/agent.lambda.ts';
import { liftOptOut, listOptOuts } from '../functions/sms/agent-api.ts';
import type { Env as ReceiveEnv } from '../functions/sms/receive.lambda.ts';
import { letReadSessions } from './agents.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { AppFunction } from './constructs/function.ts';
import { AppQueue } from './constructs/queue.ts';
import type { SubjectProps } from './subject.ts';

/** Text messages in: the number that people can write to publishes each one to a topic, which a queue keeps. */
export class Sms extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const number = props.authority.sms?.twoWayNumber;
    if (number) this.#receive(props, number);
    if (props.authority.sms?.deliveryLogs) this.#statuses(props);
    this.#agent(props);
  }

  #receive({ authority, data }: SubjectProps, number: string): void {
    const impact =
      'Texts that people send are kept but nobody sees them, and who wrote STOP is written to again.';
    const timeout = Duration.seconds(30);
    const receive = new AppFunction<ReceiveEnv>(this, 'Receive', {
      entry: 'sms/receive.lambda.ts',
      env: {
        CONTACTS_TABLE: data.tables.contacts.tableName,
        EVIDENCE_BUCKET: data.buckets.evidence.bucketName,
        TWO_WAY_NUMBER: number,
      },
      timeout,
      impact,
    });
    data.tables.contacts.allow(receive, 'GetItem', 'PutItem', 'UpdateItem');
    data.buckets.evidence.allow(receive, 'sms/*', 'PutObject');
    const queue = new AppQueue(this, 'Texts', { impact, consumerTimeout: timeout, tries: 12 });
    queue.feeds(receive, { batchSize: 10, maxConcurrency: 5 });
    const topic = new Topic(this, 'Received', { enforceSSL: true, masterKey: data.key });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const deadLetterQueue = new DeadLetters(this, 'Untold', { impact });
    deadLetterQueue.goesTo({ by: 'event', kind: 'queue', target: queue.queueUrl });
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true, deadLetterQueue }));
    // Numbers are rented once their use is registered, which no template does. STOP is ours to honour: left to AWS it
    // would be answered in English, and nobody here would know of it.
    new CfnOutput(this, 'Connect', {
      value: `aws pinpoint-sms-voice-v2 update-phone-number --phone-number-id <id of ${number}> --two-way-enabled --two-way-channel-arn ${topic.topicArn} --self-managed-opt-outs-enabled`,
      description: `Lets ${authority.shortName} read the texts that are sent to ${number}; once, by hand`,
    });
  }

  /** SNS says what became of a text in a log of the account, and nowhere else. */
  #statuses({ data: { tables } }: SubjectProps): void {
    const impact = 'A text that did not arrive is followed by no mail or letter.';
    const take = new AppFunction<StatusEnv>(this, 'Status', {
      entry: 'delivery/text-status.lambda.ts',
      env: { REQUESTS_TABLE: tables.requests.tableName, CONTACTS_TABLE: tables.contacts.tableName },
      asynchronous: true,
      impact,
    });
    tables.requests.allow(take, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem');
    tables.contacts.allow(take, 'GetItem', 'PutItem');
    const { region, account } = Stack.of(this);
    const role = new Role(this, 'Logging', { assumedBy: new ServicePrincipal('sns.amazonaws.com') });
    for (const [name, outcome] of [
      ['Arrived', ''],
      ['Failed', '/Failure'],
    ] as const) {
      // The names are SNS's own; the lines hold numbers and are kept no longer than they are of use.
      const logs = new LogGroup(this, `${name}Texts`, {
        logGroupName: `sns/${region}/${account}/DirectPublishToPhoneNumber${outcome}`,
        retention: RetentionDays.ONE_WEEK,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      logs.grantWrite(role);
      logs.addSubscriptionFilter(`${name}Said`, {
        destination: new LambdaDestination(take),
        filterPattern: FilterPattern.allEvents(),
      });
    }
    new CfnOutput(this, 'Log', {
      value: `aws sns set-sms-attributes --attributes DeliveryStatusIAMRole=${role.roleArn},DeliveryStatusSuccessSamplingRate=100`,
      description: 'Lets SNS say what becomes of texts; once, by hand: it is a setting of the whole account',
    });
  }

  #agent({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const agent = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'sms/agent.lambda.ts',
      env: {
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Agents do not see who refused text messages and cannot take a refusal back.',
    });
    letReadSessions(agent, tables);
    tables.contacts.allow(agent, 'GetItem', 'Query', 'UpdateItem');
    api.route(agent, listOptOuts, liftOptOut);
  }
}
