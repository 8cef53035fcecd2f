import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/knowledge/agent.lambda.ts';
import * as agents from '../functions/knowledge/agent-api.ts';
import type { Env as IndexEnv } from '../functions/knowledge/build-index.lambda.ts';
import type { Env } from '../functions/knowledge/public.lambda.ts';
import { listArticles, readArticle, searchKnowledge } from '../functions/knowledge/public-api.ts';
import { letReadSessions } from './agents.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

const index = 'knowledge/*';

/** Articles that answer without a request: read, searched by what people type, written by those who keep them. */
export class Knowledge extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const { data, api, publicUrl } = props;
    const { articles } = data.tables;
    const show = new AppFunction<Env>(this, 'Public', {
      entry: 'knowledge/public.lambda.ts',
      env: {
        ARTICLES_TABLE: articles.tableName,
        DOCUMENTS_BUCKET: data.buckets.documents.bucketName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Citizens and agents find no article of the knowledge base; forms still work.',
    });
    articles.allow(show, 'GetItem', 'Query');
    data.buckets.documents.allow(show, index, 'GetObject');
    api.route(show, listArticles, readArticle, searchKnowledge);
    this.#write(props);
    this.#index(props);
  }

  #write({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const write = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'knowledge/agent.lambda.ts',
      env: {
        ARTICLES_TABLE: tables.articles.tableName,
        SETTINGS_TABLE: tables.settings.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PUBLIC_URL: publicUrl,
      },
      impact:
        'Agents find no article or letter by its words and cannot write one; those published are still read.',
    });
    tables.articles.allow(write, 'GetItem', 'Query', 'PutItem', 'DeleteItem');
    tables.settings.allow(write, 'GetItem', 'Query');
    tables.requests.allow(write, 'BatchGetItem', 'Query');
    buckets.documents.allow(write, index, 'GetObject');
    letReadSessions(write, tables);
    const { articleWriters: _, ...operations } = agents;
    api.route(write, ...Object.values(operations));
  }

  /** Any change of an article or a procedure builds the index anew, once for all changes of some seconds. */
  #index({ data: { tables, buckets } }: SubjectProps): void {
    const impact = 'A new or changed article is read at its address but not found by its words.';
    const build = new AppFunction<IndexEnv>(this, 'Index', {
      entry: 'knowledge/build-index.lambda.ts',
      env: {
        ARTICLES_TABLE: tables.articles.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      memory: 1024,
      timeout: Duration.seconds(120),
      impact,
    });
    tables.articles.allow(build, 'Query', 'BatchGetItem');
    tables.procedures.allow(build, 'Query');
    buckets.documents.allow(build, index, 'PutObject');
    const lost = new DeadLetters(this, 'Lost', { impact }).goesTo({
      ...{ by: 'stream', target: build.functionArn },
    });
    for (const [table, list] of [
      [tables.articles, 'ARTICLES'],
      [tables.procedures, 'PROCEDURES'],
    ] as const)
      build.addEventSource(
        new DynamoEventSource(table, {
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: 1000,
          maxBatchingWindow: Duration.seconds(2),
          bisectBatchOnError: true,
          retryAttempts: 5,
          maxRecordAge: Duration.hours(6),
          onFailure: new SqsDlq(lost),
          filters: [FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.isEqual(list) } } } })],
        }),
      );
  }
}
