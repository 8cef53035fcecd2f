import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/follow/agent.lambda.ts';
import { readSatisfaction } from '../functions/follow/agent-api.ts';
import type { Env as CitizenEnv } from '../functions/follow/citizen.lambda.ts';
import { addOwnRequest, listOwnRequests, removeOwnRequest } from '../functions/follow/citizen-api.ts';
import type { Env as LinkEnv } from '../functions/follow/link.lambda.ts';
import type { Env as PublicEnv } from '../functions/follow/public.lambda.ts';
import { contestDecision, rateAnswer, reopenOwn, takeFile } from '../functions/follow/public-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

const unlinked = 'People do not find in their space what they asked: they follow it by its number and code.';

/** What somebody asked, on every channel, in one list: answered, contested, rated. */
export class Follow extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#link(props);
    this.#citizen(props);
    this.#public(props);
    this.#agent(props);
  }

  #link({ data: { tables, bus } }: SubjectProps): void {
    const { accounts, citizens, requests } = tables;
    const link = new AppFunction<LinkEnv>(this, 'Link', {
      entry: 'follow/link.lambda.ts',
      env: {
        ACCOUNTS_TABLE: accounts.tableName,
        CITIZENS_TABLE: citizens.tableName,
        REQUESTS_TABLE: requests.tableName,
      },
      asynchronous: true,
      impact: unlinked,
    });
    accounts.allow(link, 'GetItem', 'Query');
    citizens.allow(link, 'BatchGetItem', 'Query');
    requests.allow(link, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    onEvent(this, 'Whose', {
      bus,
      type: ['request-lodged', 'request-opened', 'person-linked', 'requests-sought', 'account-joined'],
      target: link,
      impact: unlinked,
    });
  }

  #citizen({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const { settings, procedures, accounts, requests, sessions } = tables;
    const own = new AppFunction<CitizenEnv>(this, 'Citizen', {
      entry: 'follow/citizen.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        ACCOUNTS_TABLE: accounts.tableName,
        REQUESTS_TABLE: requests.tableName,
        SESSIONS_TABLE: sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      impact: unlinked,
    });
    for (const table of [settings, procedures, accounts]) table.allow(own, 'GetItem');
    requests.allow(own, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    letReadSessions(own, tables);
    api.route(own, listOwnRequests, addOwnRequest, removeOwnRequest);
  }

  #public({ data: { tables, buckets, secrets }, api, publicUrl }: SubjectProps): void {
    const { settings, procedures, contacts, requests, sessions } = tables;
    const after = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'follow/public.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        SESSIONS_TABLE: sessions.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'People cannot contest a decision, say what they think of an answer, nor take their file.',
    });
    for (const table of [settings, procedures]) table.allow(after, 'GetItem');
    contacts.allow(after, 'GetItem', 'Query', 'PutItem');
    requests.allow(after, 'GetItem', 'Query', 'BatchGetItem', 'PutItem', 'UpdateItem');
    letReadSessions(after, tables);
    after.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    const { uploads, evidence, documents } = buckets;
    uploads
      .allow(after, 'uploads/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging')
      .allowListing(after);
    evidence.allow(after, 'requests/*', 'PutObject', 'PutObjectTagging');
    evidence.allow(
      after,
      '*',
      'GetObject',
      'GetObjectVersion',
      'GetObjectTagging',
      'GetObjectVersionTagging',
    );
    documents.allow(after, '*', 'GetObject', 'GetObjectVersion');
    documents.allow(after, 'files/*', 'PutObject');
    api.route(after, rateAnswer, reopenOwn, contestDecision, takeFile);
  }

  #agent({ data: { tables }, api, publicUrl }: SubjectProps): void {
    const figures = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'follow/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'The quality unit does not see what people think of the answers.',
    });
    tables.settings.allow(figures, 'GetItem');
    tables.requests.allow(figures, 'Query');
    letReadSessions(figures, tables);
    api.route(figures, readSatisfaction);
  }
}
