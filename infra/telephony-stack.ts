import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  CfnContactFlow,
  CfnHoursOfOperation,
  CfnInstance,
  CfnInstanceStorageConfig,
  CfnIntegrationAssociation,
  CfnQueue,
  CfnRoutingProfile,
} from 'aws-cdk-lib/aws-connect';
import { Rule } from 'aws-cdk-lib/aws-events';
import { EventBus } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { Authority } from '../functions/settings/authority.ts';
import type { Env as FlowEnv } from '../functions/telephony/flow.lambda.ts';
import type { Env as RecordEnv } from '../functions/telephony/take-record.lambda.ts';
import { Alarms } from './constructs/alarms.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { AppFunction } from './constructs/function.ts';
import { inboundFlow, whisperFlow } from './contact-flow.ts';
import type { Data } from './subject.ts';
import { hoursOf } from './telephony-hours.ts';

type Props = StackProps & {
  readonly authority: Authority & { telephony: NonNullable<Authority['telephony']> };
  readonly data: Data;
  readonly mainRegion: string;
};

/**
 * The telephone, where Amazon Connect exists: Frankfurt. Thin and optional: it holds no record of its own, its functions read
 * and write the tables of the main region, and its events cross to the main bus. Numbers are claimed by hand.
 */
export class TelephonyStack extends Stack {
  constructor(scope: Construct, id: string, { authority, data, mainRegion, ...props }: Props) {
    super(scope, id, props);
    new Alarms(this, { email: authority.aws.alarmEmail });
    const instance = new CfnInstance(this, 'Instance', {
      identityManagementType: 'SAML',
      instanceAlias: `parvis-${authority.slug}`,
      attributes: {
        inboundCalls: true,
        outboundCalls: true,
        contactflowLogs: false,
        autoResolveBestVoices: true,
      },
    });
    this.#flows(instance.attrArn, authority, this.#flowFunction(instance.attrArn, data, mainRegion));
    this.#records(instance.attrArn, data, mainRegion);
    this.#events(data);
  }

  #flowFunction(instanceArn: string, { tables }: Data, mainRegion: string): AppFunction<FlowEnv> {
    const flow = new AppFunction<FlowEnv>(this, 'ConnectFlow', {
      entry: 'telephony/flow.lambda.ts',
      env: {
        MAIN_REGION: mainRegion,
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        CITIZENS_TABLE: tables.citizens.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
      },
      memory: 1769,
      timeout: Duration.seconds(7),
      impact: 'Callers hear neither opening hours nor the message of the day; they still reach somebody.',
    });
    for (const table of [tables.settings, tables.procedures, tables.requests])
      table.allow(flow, 'GetItem', 'Query');
    tables.citizens.allow(flow, 'GetItem', 'BatchGetItem', 'Query');
    tables.contacts.allow(flow, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    flow.addPermission('FromConnect', {
      principal: new ServicePrincipal('connect.amazonaws.com'),
      sourceAccount: this.account,
      sourceArn: instanceArn,
    });
    new CfnIntegrationAssociation(this, 'FlowAllowed', {
      instanceId: instanceArn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: flow.functionArn,
    });
    return flow;
  }

  #flows(instanceArn: string, authority: Props['authority'], { functionArn }: AppFunction<FlowEnv>): void {
    const { menu } = authority.telephony;
    const hours = new CfnHoursOfOperation(this, 'Hours', {
      ...{ instanceArn, name: 'Accueil', timeZone: authority.timeZone },
      config: hoursOf(authority),
    });
    const groups = [...new Set(menu.map(({ group }) => group))];
    const queues = new Map(
      groups.map((group) => [group, this.#queue(instanceArn, group, hours.attrHoursOfOperationArn)]),
    );
    const queueOf = (group: string) => (queues.get(group) as CfnQueue).attrQueueArn;
    const whisper = new CfnContactFlow(this, 'Whisper', {
      ...{ instanceArn, name: 'parvis-agent', type: 'AGENT_WHISPER' },
      content: this.toJsonString(whisperFlow({ functionArn })),
    });
    // A flow may only name a function that the instance was given.
    whisper.node.addDependency(this.node.findChild('FlowAllowed'));
    const inbound = new CfnContactFlow(this, 'Inbound', {
      ...{ instanceArn, name: 'parvis-accueil', type: 'CONTACT_FLOW' },
      content: this.toJsonString(
        inboundFlow({
          functionArn,
          whisperArn: whisper.attrContactFlowArn,
          hoursArn: hours.attrHoursOfOperationArn,
          menu: menu.map((entry) => ({ ...entry, queueArn: queueOf(entry.group) })),
          defaultQueueArn: queueOf(groups[0] as string),
        }),
      ),
    });
    new CfnOutput(this, 'Claim', {
      value: inbound.attrContactFlowArn,
      description: 'Flow to give to the telephone number once it is claimed, which asks for papers in France',
    });
  }

  #queue(instanceArn: string, group: string, hoursOfOperationArn: string): CfnQueue {
    const queue = new CfnQueue(this, `Queue-${group}`, { instanceArn, name: group, hoursOfOperationArn });
    const queueArn = queue.attrQueueArn;
    new CfnRoutingProfile(this, `Agents-${group}`, {
      ...{ instanceArn, name: group, description: group, defaultOutboundQueueArn: queueArn },
      mediaConcurrencies: [{ channel: 'VOICE', concurrency: 1 }],
      queueConfigs: [{ delay: 0, priority: 1, queueReference: { channel: 'VOICE', queueArn } }],
    });
    return queue;
  }

  /** The records of calls, a minute or two after their end; the only word about a caller who hung up in the menu. */
  #records(instanceArn: string, { tables }: Data, mainRegion: string): void {
    const impact = 'Callers who hung up before anybody answered are not called back.';
    const stream = new Stream(this, 'ContactRecords', {
      streamMode: StreamMode.PROVISIONED,
      shardCount: 1,
      retentionPeriod: Duration.days(2),
      encryption: StreamEncryption.MANAGED,
    });
    new CfnInstanceStorageConfig(this, 'RecordsToStream', {
      instanceArn,
      resourceType: 'CONTACT_TRACE_RECORDS',
      storageType: 'KINESIS_STREAM',
      kinesisStreamConfig: { streamArn: stream.streamArn },
    });
    const take = new AppFunction<RecordEnv>(this, 'TakeRecord', {
      entry: 'telephony/take-record.lambda.ts',
      env: {
        MAIN_REGION: mainRegion,
        SETTINGS_TABLE: tables.settings.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
      },
      timeout: Duration.seconds(60),
      impact,
    });
    tables.settings.allow(take, 'GetItem');
    tables.contacts.allow(take, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    take.addEventSource(
      new KinesisEventSource(stream, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 100,
        maxRecordAge: Duration.hours(20),
        onFailure: new SqsDlq(new DeadLetters(this, 'LostRecords', { impact })),
      }),
    );
  }

  /** Contact events cross to the bus of the main region. */
  #events({ bus }: Data): void {
    const impact = 'Calls leave no trace: whoever was not answered is not called back.';
    new Rule(this, 'Cross', {
      description: impact,
      eventPattern: { source: ['aws.connect'], detailType: ['Amazon Connect Contact Event'] },
      targets: [new EventBus(bus, { deadLetterQueue: new DeadLetters(this, 'NotCrossed', { impact }) })],
    });
  }
}
