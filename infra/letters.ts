import { Construct } from 'constructs';
import type { Env } from '../functions/letters/agent.lambda.ts';
import { listLetterTemplates } from '../functions/letters/agent-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Letters an agent starts from. */
export class Letters extends Construct {
  constructor(scope: Construct, id: string, { data, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const { settings, requests, people, sessions } = data.tables;
    const fill = new AppFunction<Env>(this, 'Agent', {
      entry: 'letters/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        REQUESTS_TABLE: requests.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Agents find no letter to start from; they can still write their answer.',
    });
    settings.allow(fill, 'GetItem', 'Query');
    requests.allow(fill, 'Query');
    letReadSessions(fill, data.tables);
    api.route(fill, listLetterTemplates);
  }
}
