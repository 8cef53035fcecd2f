import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/insights/agent.lambda.ts';
import { readActivity } from '../functions/insights/agent-api.ts';
import type { Env as CountEnv } from '../functions/insights/count.lambda.ts';
import { letReadSessions } from './agents.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

const impact =
  'Figures of volumes and delays stand still: nobody sees in them that answers come later than promised.';

/** How many ask what, by which channel, and how long they wait: counted as requests change, without anybody's name. */
export class Activity extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#count(props);
    this.#show(props);
  }

  #count({ data: { tables, anchors } }: SubjectProps): void {
    const { settings, procedures, requests } = tables;
    const count = new AppFunction<CountEnv>(this, 'Count', {
      entry: 'insights/count.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        REQUESTS_TABLE: requests.tableName,
        ANCHORS_BUCKET: anchors.bucketName,
      },
      timeout: Duration.seconds(60),
      impact,
    });
    settings.allow(count, 'GetItem');
    procedures.allow(count, 'GetItem');
    requests.allow(count, 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    anchors.allow(count, 'heads/*', 'PutObject');
    count.addEventSource(
      new DynamoEventSource(requests, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Nobody waits for a figure: what changes within a minute is counted together.
        maxBatchingWindow: Duration.seconds(60),
        bisectBatchOnError: true,
        retryAttempts: 20,
        maxRecordAge: Duration.hours(20),
        onFailure: new SqsDlq(new DeadLetters(this, 'Uncounted', { impact })),
        filters: [
          FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual('SNAPSHOT') } } } }),
        ],
      }),
    );
  }

  #show({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const show = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'insights/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(29),
      impact: 'Heads of department and the quality unit cannot see volumes and delays.',
    });
    letReadSessions(show, tables);
    tables.settings.allow(show, 'GetItem');
    tables.requests.allow(show, 'Query');
    api.route(show, readActivity);
  }
}
