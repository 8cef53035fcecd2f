import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/agents/agent.lambda.ts';
import type { Env as SessionEnv } from '../functions/agents/session.lambda.ts';
import {
  endSession,
  finishSession,
  leaveCitizen,
  listColleagues,
  me,
  startSession,
} from '../functions/agents/session-api.ts';
import { letOpenAccounts } from './accounts.ts';
import { AppFunction } from './constructs/function.ts';
import type { Data, SubjectProps } from './subject.ts';

/** What every function that meets agents needs: the session behind the cookie, and the agent behind the session. */
export function letReadSessions(
  fn: AppFunction<Record<string, string>>,
  { sessions, people }: Data['tables'],
): void {
  sessions.allow(fn, 'GetItem', 'UpdateItem');
  people.allow(fn, 'GetItem');
}

/** Signing in, for agents and for citizens, and who an agent is. */
export class Agents extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#sessions(props);
    this.#agent(props);
  }

  #sessions({ authority, data, api, publicUrl, issuers, mail }: SubjectProps): void {
    const { sessions, people, settings, accounts, citizens: register, search } = data.tables;
    const { agents, citizens } = authority.signIn;
    const sign = new AppFunction<SessionEnv>(this, 'Session', {
      entry: 'agents/session.lambda.ts',
      env: {
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        SETTINGS_TABLE: settings.tableName,
        ACCOUNTS_TABLE: accounts.tableName,
        CITIZENS_TABLE: register.tableName,
        SEARCH_TABLE: search.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
        AGENT_ISSUER: issuers.agents,
        AGENT_CLIENT_ID: agents.clientId,
        AGENT_SECRET: data.secrets.agents.secretArn,
        CITIZEN_ISSUER: issuers.citizens,
        CITIZEN_CLIENT_ID: citizens.clientId,
        CITIZEN_SECRET: data.secrets.citizens.secretArn,
      },
      timeout: Duration.seconds(29),
      impact: 'Nobody can sign in: agents do not work, citizens only follow a request by its code.',
    });
    sessions.allow(sign, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
    people.allow(sign, 'GetItem', 'Query');
    const { secrets } = data;
    sign.allow(['secretsmanager:GetSecretValue'], [secrets.agents.secretArn, secrets.citizens.secretArn]);
    letOpenAccounts(sign, data.tables, mail);
    api.route(sign, startSession, finishSession, endSession, leaveCitizen);
  }

  #agent({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const who = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'agents/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Agents who signed in see an error instead of their work.',
    });
    tables.settings.allow(who, 'GetItem');
    letReadSessions(who, tables);
    tables.people.allow(who, 'Query');
    api.route(who, me, listColleagues);
  }
}
