import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/procedures/agent.lambda.ts';
import * as managed from '../functions/procedures/agent-api.ts';
import * as catalogue from '../functions/procedures/catalogue-api.ts';
import type { Env as MoveEnv } from '../functions/procedures/move-requests.lambda.ts';
import type { Env as PublicEnv } from '../functions/procedures/public.lambda.ts';
import {
  importProcedure,
  listMostAsked,
  listProcedures,
  readProcedure,
} from '../functions/procedures/public-api.ts';
import * as revisions from '../functions/procedures/revision-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppQueue } from './constructs/queue.ts';
import type { SubjectProps } from './subject.ts';

/** Procedures as the public reads them and as administrators write, publish and share them. */
export class Procedures extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const { data, api, publicUrl } = props;
    const { procedures, requests } = data.tables;
    const show = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'procedures/public.lambda.ts',
      env: {
        PROCEDURES_TABLE: procedures.tableName,
        REQUESTS_TABLE: requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Citizens find no procedure and cannot open a form.',
    });
    procedures.allow(show, 'GetItem', 'Query');
    // Of the requests it may read the statistics of a month, and not one request.
    show.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [requests.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ACTIVITY#*'] } },
      }),
    );
    api.route(show, listProcedures, listMostAsked, readProcedure);
    this.#write(props, this.#move(props));
  }

  /** Open requests follow their procedure to its newest revision, a page at a time. */
  #move({ data: { tables } }: SubjectProps): AppQueue {
    const timeout = Duration.seconds(60);
    const impact = 'Open requests stay on the revision of their procedure that they were made with.';
    const moves = new AppQueue(this, 'Moves', { impact, consumerTimeout: timeout });
    const move = new AppFunction<MoveEnv>(this, 'Move', {
      entry: 'procedures/move-requests.lambda.ts',
      env: {
        PROCEDURES_TABLE: tables.procedures.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        MOVES_QUEUE: moves.queueUrl,
      },
      timeout,
      impact,
    });
    tables.procedures.allow(move, 'GetItem');
    tables.requests.allow(move, 'Query', 'BatchGetItem', 'PutItem');
    move.allow(['sqs:SendMessage'], [moves.queueArn]);
    moves.feeds(move, { maxConcurrency: 2 });
    return moves;
  }

  #write({ data: { tables }, api, publicUrl }: SubjectProps, moves: AppQueue): void {
    const agent = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'procedures/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        MOVES_QUEUE: moves.queueUrl,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Administrators cannot write or publish a procedure; those already published still work.',
    });
    tables.settings.allow(agent, 'GetItem', 'Query');
    tables.procedures.allow(agent, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    tables.requests.allow(agent, 'Query', 'BatchGetItem');
    tables.people.allow(agent, 'Query');
    agent.allow(['sqs:SendMessage'], [moves.queueArn]);
    letReadSessions(agent, tables);
    api.route(
      agent,
      importProcedure,
      managed.listManagedProcedures,
      managed.readManagedProcedure,
      managed.saveProcedureDraft,
      managed.discardProcedureDraft,
      managed.validateProcedure,
      managed.publishProcedure,
      managed.archiveProcedure,
      managed.restoreProcedure,
      managed.exportProcedure,
      revisions.listProcedureRevisions,
      revisions.previewRevisionMove,
      revisions.moveOpenRequests,
      catalogue.listProcedureCatalogue,
      catalogue.adoptProcedure,
      catalogue.readOverlay,
      catalogue.takeCatalogueRevision,
    );
  }
}
