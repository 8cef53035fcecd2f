import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env } from '../functions/reception/agent.lambda.ts';
import { mailContactReceipt, printContactReceipt, recordContact } from '../functions/reception/agent-api.ts';
import { callTicket, endTicket, handTicket, listTickets } from '../functions/reception/tickets-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** The desk and the telephone: contacts that agents record, their receipts, tickets of the queue. */
export class Reception extends Construct {
  constructor(scope: Construct, id: string, { data, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const { settings, procedures, articles, contacts, citizens, search, requests, people, sessions } =
      data.tables;
    const { uploads, evidence } = data.buckets;
    const desk = new AppFunction<Env>(this, 'Agent', {
      entry: 'reception/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        ARTICLES_TABLE: articles.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        CONTACTS_TABLE: contacts.tableName,
        CITIZENS_TABLE: citizens.tableName,
        SEARCH_TABLE: search.tableName,
        REQUESTS_TABLE: requests.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        EVIDENCE_BUCKET: evidence.bucketName,
        PEPPER_SECRET: data.secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Visits and calls cannot be written down, and nobody in the hall gets a ticket.',
    });
    letReadSessions(desk, data.tables);
    settings.allow(desk, 'GetItem');
    procedures.allow(desk, 'GetItem');
    articles.allow(desk, 'GetItem');
    contacts.allow(desk, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    citizens.allow(desk, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem');
    search.allow(desk, 'PutItem', 'DeleteItem');
    requests.allow(desk, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    uploads.allow(desk, 'uploads/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging').allowListing(desk);
    evidence.allow(desk, 'forms/*', 'PutObject');
    desk.allow(['secretsmanager:GetSecretValue'], [data.secrets.pepper.secretArn]);
    api.route(desk, recordContact, printContactReceipt, mailContactReceipt);
    api.route(desk, listTickets, handTicket, callTicket, endTicket);
  }
}
