import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env } from '../functions/instruction/distribution/agent.lambda.ts';
import * as distribution from '../functions/instruction/distribution/agent-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Who of a department has how much, and the rules by which its requests are shared out. */
export class Distribution extends Construct {
  constructor(scope: Construct, id: string, { data: { tables }, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const share = new AppFunction<Env>(this, 'Agents', {
      entry: 'instruction/distribution/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Heads of department can neither see nor share out the work: requests stay with whom they are.',
    });
    for (const table of [tables.settings, tables.procedures]) table.allow(share, 'GetItem');
    letReadSessions(share, tables);
    tables.people.allow(share, 'Query', 'PutItem', 'BatchWriteItem');
    tables.requests.allow(share, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    api.route(
      share,
      ...[distribution.readDistribution, distribution.listShared, distribution.moveShared],
      ...[distribution.saveRules, distribution.tryRules, distribution.saveWork],
    );
  }
}
