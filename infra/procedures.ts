import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/procedures/agent.lambda.ts';
import type { Env as PublicEnv } from '../functions/procedures/public.lambda.ts';
import { importProcedure, listProcedures, readProcedure } from '../functions/procedures/public-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Procedures as the public reads them and as administrators import them. */
export class Procedures extends Construct {
  constructor(scope: Construct, id: string, { data, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const { settings, procedures, people, sessions } = data.tables;
    const show = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'procedures/public.lambda.ts',
      env: { PROCEDURES_TABLE: procedures.tableName, PUBLIC_URL: publicUrl },
      impact: 'Citizens find no procedure and cannot open a form.',
    });
    procedures.allow(show, 'GetItem', 'Query');
    api.route(show, listProcedures, readProcedure);

    const agent = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'procedures/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Administrators cannot publish a procedure; those already published still work.',
    });
    settings.allow(agent, 'GetItem', 'Query');
    procedures.allow(agent, 'GetItem', 'PutItem', 'UpdateItem');
    letReadSessions(agent, data.tables);
    api.route(agent, importProcedure);
  }
}
