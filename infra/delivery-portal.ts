import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as DeemEnv } from '../functions/delivery/deem.lambda.ts';
import type { Env as PublicEnv } from '../functions/delivery/public.lambda.ts';
import { chooseDelivery, readDelivery } from '../functions/delivery/public-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppSchedule } from './constructs/schedule.ts';
import { letIndex } from './search.ts';
import type { SubjectProps } from './subject.ts';

const undecided =
  'Decisions that nobody opened in the portal are never notified: the delay to appeal does not run.';

/** How citizens choose to be written to, and what stays unread in the portal. */
export class Portal extends Construct {
  constructor(scope: Construct, id: string, { data: { tables }, api, publicUrl, authority }: SubjectProps) {
    super(scope, id);
    const { settings, requests } = tables;
    const choice = new AppFunction<PublicEnv>(this, 'Choice', {
      entry: 'delivery/public.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        REQUESTS_TABLE: requests.tableName,
        SEARCH_TABLE: tables.search.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Citizens cannot choose how they are written to.',
    });
    settings.allow(choice, 'GetItem');
    requests.allow(choice, 'Query', 'BatchGetItem', 'PutItem');
    letIndex(choice, tables);
    letReadSessions(choice, tables);
    api.route(choice, readDelivery, chooseDelivery);

    const deem = new AppFunction<DeemEnv>(this, 'Deem', {
      entry: 'delivery/deem.lambda.ts',
      env: { SETTINGS_TABLE: settings.tableName, REQUESTS_TABLE: requests.tableName },
      timeout: Duration.minutes(5),
      asynchronous: true,
      impact: undecided,
    });
    settings.allow(deem, 'GetItem');
    requests.allow(deem, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    new AppSchedule(this, 'Midnight', {
      at: '00:10',
      timeZone: authority.timeZone,
      target: deem,
      impact: undecided,
    });
  }
}
