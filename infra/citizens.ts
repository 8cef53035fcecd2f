import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/citizens/agent.lambda.ts';
import { createPerson, findAlike } from '../functions/citizens/agent-api.ts';
import {
  correctPerson,
  declareKin,
  readRequestPerson,
  setRequestPerson,
} from '../functions/citizens/correct-api.ts';
import type { Env as LinkEnv } from '../functions/citizens/link.lambda.ts';
import {
  listDuplicates,
  listMerges,
  mergePersons,
  sayDifferent,
  undoMerge,
} from '../functions/citizens/merge-api.ts';
import {
  listPersonContacts,
  listPersonExchanges,
  listPersonReadings,
  listPersonRequests,
  readPerson,
} from '../functions/citizens/person-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

const unlinked = 'Requests and contacts stay nobody’s: agents do not see that somebody has written before.';

/** People and organisations: who they are, what they asked, and which of them are the same. */
export class Citizens extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#link(props);
    this.#agent(props);
  }

  #link({ data: { tables, bus } }: SubjectProps): void {
    const { citizens, search, contacts, requests } = tables;
    const link = new AppFunction<LinkEnv>(this, 'Link', {
      entry: 'citizens/link.lambda.ts',
      env: {
        CITIZENS_TABLE: citizens.tableName,
        SEARCH_TABLE: search.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
      },
      asynchronous: true,
      impact: unlinked,
    });
    citizens.allow(link, 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    search.allow(link, 'PutItem', 'DeleteItem');
    contacts.allow(link, 'Query');
    requests.allow(link, 'GetItem', 'BatchGetItem', 'PutItem');
    onEvent(this, 'Known', {
      bus,
      type: ['request-opened', 'contact-joined', 'contact-recorded'],
      target: link,
      impact: unlinked,
    });
  }

  #agent({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const agent = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'citizens/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        CITIZENS_TABLE: tables.citizens.tableName,
        SEARCH_TABLE: tables.search.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      impact: 'Agents cannot see who somebody is nor what they asked before: everybody is a stranger.',
    });
    letReadSessions(agent, tables);
    tables.settings.allow(agent, 'GetItem');
    tables.contacts.allow(agent, 'BatchGetItem');
    tables.requests.allow(agent, 'BatchGetItem', 'Query', 'PutItem');
    tables.citizens.allow(agent, 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    tables.search.allow(agent, 'PutItem', 'DeleteItem');
    api.route(agent, createPerson, findAlike, correctPerson, declareKin);
    api.route(agent, readPerson, listPersonRequests, listPersonContacts, listPersonExchanges);
    api.route(agent, listPersonReadings, readRequestPerson, setRequestPerson);
    api.route(agent, mergePersons, undoMerge, sayDifferent, listDuplicates, listMerges);
  }
}
