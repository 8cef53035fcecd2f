import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/search/agent.lambda.ts';
import { search } from '../functions/search/agent-api.ts';
import type { Env as CompleteEnv } from '../functions/search/complete.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import type { Data, SubjectProps } from './subject.ts';

/** What every function needs that changes what people or requests are found by; its environment names SEARCH_TABLE. */
export function letIndex(
  fn: AppFunction<{ SEARCH_TABLE: string } & Record<string, string>>,
  { search: index }: Data['tables'],
): void {
  index.allow(fn, 'GetItem', 'PutItem', 'DeleteItem');
}

const late =
  'New names are found only when typed without an error, and a person with many addresses by some of them.';

/** What is found by reference, name, number, address or subject. */
export class Search extends Construct {
  constructor(scope: Construct, id: string, { data, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const { tables } = data;
    const find = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'search/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        SEARCH_TABLE: tables.search.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      impact: 'Agents find nobody by a name or a number: they ask people for their reference.',
    });
    letReadSessions(find, tables);
    tables.settings.allow(find, 'GetItem');
    tables.requests.allow(find, 'GetItem', 'BatchGetItem');
    tables.search.allow(find, 'Query', 'BatchGetItem');
    api.route(find, search);

    const complete = new AppFunction<CompleteEnv>(this, 'Complete', {
      entry: 'search/complete.lambda.ts',
      env: { SEARCH_TABLE: tables.search.tableName },
      timeout: Duration.seconds(30),
      asynchronous: true,
      impact: late,
    });
    tables.search.allow(
      complete,
      'GetItem',
      'BatchGetItem',
      'Query',
      'BatchWriteItem',
      'UpdateItem',
      'DeleteItem',
    );
    onEvent(this, 'Changed', {
      bus: data.bus,
      type: ['request-opened', 'person-changed', 'search-due'],
      target: complete,
      impact: late,
    });
  }
}
