import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/reports/agent.lambda.ts';
import { publishPhoto, readReport } from '../functions/reports/agent-api.ts';
import type { Env as NewsEnv } from '../functions/reports/news.lambda.ts';
import type { Env as PublicEnv } from '../functions/reports/public.lambda.ts';
import {
  findAddress,
  findNear,
  followReport,
  leaveReport,
  listReports,
  readSetting,
  sendReport,
} from '../functions/reports/public-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import { addressBaseUrlOf } from './parameters.ts';
import type { SubjectProps } from './subject.ts';

/** What is wrong in the street: placed on the map, followed, sent to who mends it. */
export class Reports extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#public(props);
    this.#agent(props);
    this.#news(props);
  }

  #public({ authority, data, api, publicUrl }: SubjectProps): void {
    const { settings, procedures, contacts, requests, reports, sessions } = data.tables;
    const { uploads, evidence, documents } = data.buckets;
    const report = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'reports/public.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        REPORTS_TABLE: reports.tableName,
        SESSIONS_TABLE: sessions.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        EVIDENCE_BUCKET: evidence.bucketName,
        DOCUMENTS_BUCKET: documents.bucketName,
        ADDRESS_BASE_URL: addressBaseUrlOf(Stack.of(this), authority),
        PEPPER_SECRET: data.secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Nobody can report what is broken in the street, nor see what was reported: they telephone.',
    });
    letReadSessions(report, data.tables);
    settings.allow(report, 'GetItem');
    procedures.allow(report, 'GetItem');
    contacts.allow(report, 'GetItem', 'Query', 'PutItem');
    requests.allow(report, 'UpdateItem');
    reports.allow(report, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    uploads.allow(report, 'uploads/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging');
    uploads.allowListing(report);
    evidence.allow(report, 'forms/*', 'PutObject');
    documents.allow(report, 'reports/*', 'GetObject');
    report.allow(['secretsmanager:GetSecretValue'], [data.secrets.pepper.secretArn]);
    api.route(report, readSetting, listReports, findNear, findAddress, sendReport, followReport, leaveReport);
  }

  #agent({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const look = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'reports/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        REPORTS_TABLE: tables.reports.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Agents do not see where a report is, nor what was reported beside it.',
    });
    letReadSessions(look, tables);
    tables.settings.allow(look, 'GetItem');
    tables.requests.allow(look, 'GetItem', 'Query');
    tables.reports.allow(look, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    buckets.evidence.allow(look, 'forms/*', 'GetObject', 'GetObjectVersion');
    buckets.documents.allow(look, 'reports/*', 'PutObject', 'DeleteObject');
    api.route(look, readReport, publishPhoto);
  }

  #news({ data: { tables, secrets, bus }, mail, publicUrl }: SubjectProps): void {
    const impact = 'The public map is late, and those who follow a report learn nothing of it.';
    const tell = new AppFunction<NewsEnv>(this, 'News', {
      entry: 'reports/news.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        REPORTS_TABLE: tables.reports.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.minutes(5),
      asynchronous: true,
      impact,
    });
    tables.settings.allow(tell, 'GetItem');
    tables.requests.allow(tell, 'GetItem', 'BatchGetItem', 'Query');
    tables.reports.allow(tell, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    tell.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    tell.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    onEvent(this, 'Changed', {
      ...{ bus, target: tell, impact },
      type: [
        'request-opened',
        'request-qualified',
        'request-answered',
        'request-changed',
        'request-moved',
        'request-withdrawn',
        'report-followed',
      ],
    });
  }
}
