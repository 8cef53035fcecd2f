import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { similarRequests } from '../functions/instruction/course-api.ts';
import type { Env as AgentEnv } from '../functions/qualification/similar/agent.lambda.ts';
import {
  groupWave,
  leaveWave,
  listWaves,
  readWave,
  readWaveOf,
} from '../functions/qualification/similar/agent-api.ts';
import type { Env as NoteEnv } from '../functions/qualification/similar/note.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

const impact =
  'Letters like earlier ones, and many about one thing, are no longer noticed: each is worked on apart.';

/** What came in before that was alike, and what many people write about at one time. */
export class Similar extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    const { data } = props;
    const { contacts, requests, similar } = data.tables;
    const note = new AppFunction<NoteEnv>(this, 'Note', {
      entry: 'qualification/similar/note.lambda.ts',
      env: {
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        SIMILAR_TABLE: similar.tableName,
        PEPPER_SECRET: data.secrets.pepper.secretArn,
      },
      memory: 1024,
      timeout: Duration.seconds(60),
      asynchronous: true,
      impact,
    });
    contacts.allow(note, 'Query');
    requests.allow(note, 'BatchGetItem');
    similar.allow(note, 'GetItem', 'Query', 'PutItem', 'DeleteItem', 'BatchWriteItem');
    note.allow(['secretsmanager:GetSecretValue'], [data.secrets.pepper.secretArn]);
    onEvent(this, 'CameIn', {
      bus: data.bus,
      type: ['contact-received', 'request-opened', 'request-qualified', 'request-moved'],
      target: note,
      impact,
    });
    this.#agents(props);
  }

  #agents({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const agents = new AppFunction<AgentEnv>(this, 'Agents', {
      entry: 'qualification/similar/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        SIMILAR_TABLE: tables.similar.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact,
    });
    for (const table of [tables.settings, tables.procedures]) table.allow(agents, 'GetItem');
    tables.settings.allow(agents, 'Query');
    letReadSessions(agents, tables);
    tables.requests.allow(agents, 'Query', 'BatchGetItem', 'PutItem', 'DeleteItem');
    tables.similar.allow(agents, 'GetItem', 'Query', 'UpdateItem');
    api.route(agents, listWaves, readWave, readWaveOf, groupWave, leaveWave, similarRequests);
  }
}
