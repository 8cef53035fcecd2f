import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { provideDocuments, withdrawOwn } from '../functions/instruction/public-api.ts';
import { readRequestMail } from '../functions/intake/mail-api.ts';
import { readAckDebt } from '../functions/requests/ack-debt-api.ts';
import type { Env as AgentEnv } from '../functions/requests/agent.lambda.ts';
import {
  addNote,
  answerRequest,
  assignRequest,
  readBoard,
  readRequest,
  sendMessage,
} from '../functions/requests/agent-api.ts';
import type { Env as OpenEnv } from '../functions/requests/open.lambda.ts';
import type { Env as PublicEnv } from '../functions/requests/public.lambda.ts';
import { readDocument, receipt, trackRequest, writeMessage } from '../functions/requests/public-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { letIndex } from './search.ts';
import type { SubjectProps } from './subject.ts';

/** Requests: how one opens, how its citizen follows it, how agents work on it. */
export class Requests extends Construct {
  /** Task of qualify-contact: `{contactId, by?}` gives `{reference}`. */
  readonly open: AppFunction<OpenEnv>;

  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.open = this.#open(props);
    this.#public(props);
    this.#agent(props);
  }

  #open({ data: { tables } }: SubjectProps): AppFunction<OpenEnv> {
    const { settings, procedures, contacts, requests, search } = tables;
    const open = new AppFunction<OpenEnv>(this, 'Open', {
      entry: 'requests/open.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        SEARCH_TABLE: search.tableName,
      },
      impact: 'What citizens send is kept but becomes no request: nobody works on it.',
    });
    for (const table of [settings, procedures]) table.allow(open, 'GetItem');
    contacts.allow(open, 'Query');
    requests.allow(open, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem');
    letIndex(open, tables);
    return open;
  }

  #public({ data: { tables, buckets, secrets }, api, publicUrl }: SubjectProps): void {
    const follow = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'requests/public.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        SESSIONS_TABLE: tables.sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Citizens cannot see where their request stands nor write to the department.',
    });
    for (const table of [tables.settings, tables.procedures]) table.allow(follow, 'GetItem');
    tables.requests.allow(follow, 'GetItem', 'Query', 'BatchGetItem', 'PutItem');
    tables.mandates.allow(follow, 'BatchGetItem');
    follow.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    letReadSessions(follow, tables);
    this.#letTakeFiles(follow, buckets);
    api.route(follow, trackRequest, writeMessage, readDocument, receipt, provideDocuments, withdrawOwn);
  }

  #agent({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const work = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'requests/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        BATCHES_TABLE: tables.batches.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Agents see neither their tasks nor their requests: nobody is answered.',
    });
    for (const table of [tables.settings, tables.procedures]) table.allow(work, 'GetItem');
    letReadSessions(work, tables);
    tables.contacts.allow(work, 'Query');
    tables.batches.allow(work, 'Query');
    tables.mandates.allow(work, 'BatchGetItem');
    tables.requests.allow(work, 'Query', 'BatchGetItem', 'PutItem', 'DeleteItem');
    this.#letTakeFiles(work, buckets);
    api.route(work, readBoard, readRequest, assignRequest, addNote, sendMessage, answerRequest);
    api.route(work, readRequestMail);
    api.route(work, readAckDebt);
  }

  /** Takes uploads into the evidence of a request, and gives addresses of what a request holds. */
  #letTakeFiles(
    fn: AppFunction<Record<string, string>>,
    { uploads, evidence, documents }: SubjectProps['data']['buckets'],
  ): void {
    uploads.allow(fn, 'uploads/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging').allowListing(fn);
    evidence.allow(fn, 'requests/*', 'PutObject', 'PutObjectTagging');
    evidence.allow(fn, '*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging', 'GetObjectVersionTagging');
    documents.allow(fn, '*', 'GetObject', 'GetObjectVersion');
  }
}
