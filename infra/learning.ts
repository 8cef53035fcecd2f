import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/qualification/learning/agent.lambda.ts';
import {
  decideArbitration,
  learnNow,
  readLearning,
  useVersion,
} from '../functions/qualification/learning/agent-api.ts';
import type { Env as PublishEnv } from '../functions/qualification/learning/publish.lambda.ts';
import type { Env as RecordEnv } from '../functions/qualification/learning/record.lambda.ts';
import type { Env as StartEnv } from '../functions/qualification/learning/start.lambda.ts';
import type { Env as TrainEnv } from '../functions/qualification/learning/train.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

const models = 'models/*';
const impact = 'What agents correct is not learnt: the same letters go astray again.';

/** From the decisions of agents to a better model: examples, one night a week, versions, and who looks after it. */
export class Learning extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#record(props);
    this.#agent(props, this.#machine(props));
  }

  #record({ data: { tables, bus } }: SubjectProps): void {
    const { settings, contacts, requests, learning, similar } = tables;
    const record = new AppFunction<RecordEnv>(this, 'Record', {
      entry: 'qualification/learning/record.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        LEARNING_TABLE: learning.tableName,
        SIMILAR_TABLE: similar.tableName,
      },
      asynchronous: true,
      impact,
    });
    for (const table of [settings, contacts]) table.allow(record, 'GetItem');
    requests.allow(record, 'GetItem', 'Query');
    learning.allow(record, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
    similar.allow(record, 'GetItem', 'BatchWriteItem');
    onEvent(this, 'Decided', {
      bus,
      type: ['contact-decided', 'contact-set-aside', 'request-opened', 'request-qualified', 'request-moved'],
      target: record,
      impact,
    });
  }

  #machine({ authority, data: { tables, buckets } }: SubjectProps): AppMachine {
    const { settings, procedures, contacts, learning, similar } = tables;
    const train = new AppFunction<TrainEnv>(this, 'Train', {
      entry: 'qualification/learning/train.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        CONTACTS_TABLE: contacts.tableName,
        LEARNING_TABLE: learning.tableName,
        SIMILAR_TABLE: similar.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      memory: 3008,
      timeout: Duration.minutes(14),
      impact,
    });
    settings.allow(train, 'GetItem');
    procedures.allow(train, 'GetItem', 'Query');
    contacts.allow(train, 'BatchGetItem');
    learning.allow(train, 'GetItem', 'Query', 'PutItem');
    similar.allow(train, 'GetItem', 'BatchWriteItem');
    buckets.documents.allow(train, models, 'GetObject', 'PutObject');
    const publish = new AppFunction<PublishEnv>(this, 'Publish', {
      entry: 'qualification/learning/publish.lambda.ts',
      env: { SETTINGS_TABLE: settings.tableName },
      impact,
    });
    settings.allow(publish, 'PutItem');
    const machine = new AppMachine(this, 'LearnFromAgents', {
      definition: 'learn-from-agents.asl.json',
      substitutions: { TrainArn: train.functionArn, PublishArn: publish.functionArn },
      impact,
    }).invokes(train, publish);
    const start = new AppFunction<StartEnv>(this, 'Start', {
      entry: 'qualification/learning/start.lambda.ts',
      env: { MACHINE_ARN: machine.stateMachineArn },
      asynchronous: true,
      impact,
    });
    start.allow(['states:StartExecution'], [machine.stateMachineArn]);
    new AppSchedule(this, 'Sunday', {
      ...{ at: '02:30', onlyOn: 'SUN', timeZone: authority.timeZone },
      ...{ target: start, impact },
    });
    return machine;
  }

  #agent({ data: { tables, buckets }, api, publicUrl }: SubjectProps, machine: AppMachine): void {
    const { settings, sessions, people, requests, learning } = tables;
    const { documents } = buckets;
    const agent = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'qualification/learning/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        SESSIONS_TABLE: sessions.tableName,
        PEOPLE_TABLE: people.tableName,
        REQUESTS_TABLE: requests.tableName,
        LEARNING_TABLE: learning.tableName,
        DOCUMENTS_BUCKET: documents.bucketName,
        MACHINE_ARN: machine.stateMachineArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      impact: 'The quality unit sees no figure of the sorting, and decides on no request that nobody keeps.',
    });
    letReadSessions(agent, tables);
    settings.allow(agent, 'GetItem', 'PutItem');
    requests.allow(agent, 'GetItem', 'BatchGetItem', 'PutItem');
    learning.allow(agent, 'GetItem', 'Query');
    documents.allow(agent, models, 'GetObject');
    agent.allow(['states:StartExecution'], [machine.stateMachineArn]);
    api.route(agent, readLearning, learnNow, useVersion, decideArbitration);
  }
}
