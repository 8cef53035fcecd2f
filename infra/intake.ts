import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { startAgentUpload } from '../functions/intake/agent-api.ts';
import type { Env as AgentUploadEnv } from '../functions/intake/agent-upload.lambda.ts';
import type { Env as FormsEnv } from '../functions/intake/forms.lambda.ts';
import { startUpload, submitForm } from '../functions/intake/public-api.ts';
import type { Env as MailEnv } from '../functions/intake/receive-mail.lambda.ts';
import type { Env as ScanEnv } from '../functions/intake/receive-scan.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppQueue } from './constructs/queue.ts';
import { AppRule } from './constructs/rule.ts';
import { MailReceipt } from './mail.ts';
import type { SubjectProps } from './subject.ts';

/** Everything that comes in: forms and their files, scanned files, mail. Evidence is kept before anything is answered. */
export class Intake extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#forms(props);
    this.#agentUploads(props);
    this.#scans(props);
    this.#mail(props);
  }

  #forms({ data, api, publicUrl }: SubjectProps): void {
    const { settings, procedures, contacts, requests, drafts } = data.tables;
    const { uploads, evidence } = data.buckets;
    const forms = new AppFunction<FormsEnv>(this, 'Forms', {
      entry: 'intake/forms.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        DRAFTS_TABLE: drafts.tableName,
        SESSIONS_TABLE: data.tables.sessions.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        EVIDENCE_BUCKET: evidence.bucketName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Citizens cannot send a form: they see an error and nothing is taken in.',
    });
    settings.allow(forms, 'GetItem');
    procedures.allow(forms, 'GetItem');
    contacts.allow(forms, 'GetItem', 'Query', 'PutItem');
    requests.allow(forms, 'UpdateItem');
    drafts.allow(forms, 'GetItem', 'PutItem');
    letReadSessions(forms, data.tables);
    uploads.allow(forms, 'uploads/*', 'PutObject', 'GetObject', 'GetObjectVersion', 'GetObjectTagging');
    uploads.allow(forms, 'drafts/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging');
    // Without it a file that is not there looks like one that may not be read.
    uploads.allowListing(forms);
    evidence.allow(forms, 'forms/*', 'PutObject');
    api.route(forms, startUpload, submitForm);
  }

  #agentUploads({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const start = new AppFunction<AgentUploadEnv>(this, 'AgentUpload', {
      entry: 'intake/agent-upload.lambda.ts',
      env: {
        SESSIONS_TABLE: tables.sessions.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Agents cannot join a document to an answer.',
    });
    tables.sessions.allow(start, 'GetItem', 'UpdateItem');
    tables.people.allow(start, 'GetItem');
    buckets.uploads.allow(start, 'uploads/*', 'PutObject');
    api.route(start, startAgentUpload);
  }

  #scans({ data }: SubjectProps): void {
    const { batches } = data.tables;
    const { drop, evidence } = data.buckets;
    const impact = 'Scanned letters stay in the drop: nobody reads them until it works again.';
    const timeout = Duration.seconds(60);
    const receive = new AppFunction<ScanEnv>(this, 'ReceiveScan', {
      entry: 'intake/receive-scan.lambda.ts',
      env: { BATCHES_TABLE: batches.tableName, EVIDENCE_BUCKET: evidence.bucketName },
      timeout,
      impact,
    });
    batches.allow(receive, 'PutItem', 'UpdateItem');
    drop.allow(receive, 'scans/*', 'GetObject', 'GetObjectVersion').allowListing(receive);
    evidence.allow(receive, 'scans/*', 'PutObject');
    // A power cut while a file is taken in counts as a try: a few of them in a row must not set a batch aside.
    const queue = new AppQueue(this, 'Scans', { impact, consumerTimeout: timeout, tries: 12 });
    queue.feeds(receive, { batchSize: 5, maxConcurrency: 5 });
    new AppRule(this, 'Dropped', {
      pattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [drop.bucketName] }, object: { key: [{ prefix: 'scans/' }] } },
      },
      target: queue,
      impact,
    });
  }

  #mail({ authority, data }: SubjectProps): void {
    const { settings, contacts } = data.tables;
    const { evidence, documents } = data.buckets;
    const impact = 'Mail from citizens is kept but nobody sees it until its dead letters are sent again.';
    const timeout = Duration.seconds(60);
    const receive = new AppFunction<MailEnv>(this, 'ReceiveMail', {
      entry: 'intake/receive-mail.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        CONTACTS_TABLE: contacts.tableName,
        EVIDENCE_BUCKET: evidence.bucketName,
        DOCUMENTS_BUCKET: documents.bucketName,
      },
      memory: 1024,
      timeout,
      impact,
    });
    settings.allow(receive, 'GetItem');
    contacts.allow(receive, 'GetItem', 'PutItem', 'UpdateItem');
    evidence.allow(receive, 'mail/*', 'GetObject').allow(receive, 'mail-attachments/*', 'PutObject');
    documents.allow(receive, 'mails/*', 'PutObject');
    // Mails come one by one: each may be 40 MB. A power cut counts as a try.
    const queue = new AppQueue(this, 'Mails', { impact, consumerTimeout: timeout, tries: 12 });
    queue.feeds(receive, { batchSize: 1, maxConcurrency: 10 });
    new MailReceipt(this, 'Mail', { authority, data, queue, impact });
  }
}
