import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as CitizenEnv } from '../functions/drafts/citizen.lambda.ts';
import { deleteDraft, listDrafts, readDraft, saveDraft } from '../functions/drafts/citizen-api.ts';
import {
  askCosignature,
  readCosignature,
  refuseCosignature,
  sendCosignCode,
  signCosignature,
  withdrawCosignature,
} from '../functions/drafts/cosign-api.ts';
import type { Env as DueEnv } from '../functions/drafts/cosign-due.lambda.ts';
import {
  addHandoverFile,
  endHandover,
  lookAtHandover,
  startHandover,
  takeHandover,
} from '../functions/drafts/handover-api.ts';
import type { Env as JoinedEnv } from '../functions/drafts/joined.lambda.ts';
import type { Env as PublicEnv } from '../functions/drafts/public.lambda.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** Forms begun and not sent: resumed on another device, signed by a second person. */
export class Drafts extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#citizen(props);
    this.#public(props);
    this.#due(props);
    this.#joined(props);
  }

  #citizen({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const citizen = new AppFunction<CitizenEnv>(this, 'Citizen', {
      entry: 'drafts/citizen.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        DRAFTS_TABLE: tables.drafts.tableName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'A form begun cannot be taken up on another device; it stays on the one where it was begun.',
    });
    letReadSessions(citizen, tables);
    tables.settings.allow(citizen, 'GetItem');
    tables.drafts.allow(citizen, 'GetItem', 'Query', 'PutItem', 'DeleteItem');
    buckets.uploads
      .allow(citizen, 'uploads/*', 'GetObject')
      .allow(citizen, 'drafts/*', 'GetObject', 'PutObject', 'DeleteObject')
      .allowListing(citizen);
    api.route(citizen, listDrafts, readDraft, saveDraft, deleteDraft);
  }

  #joined({ data: { tables, bus } }: SubjectProps): void {
    const impact = 'Who joined two accounts misses the forms begun under the one that ended.';
    const joined = new AppFunction<JoinedEnv>(this, 'Joined', {
      entry: 'drafts/joined.lambda.ts',
      env: { DRAFTS_TABLE: tables.drafts.tableName },
      asynchronous: true,
      impact,
    });
    tables.drafts.allow(joined, 'GetItem', 'Query', 'PutItem', 'DeleteItem');
    onEvent(this, 'AccountJoined', { bus, type: 'account-joined', target: joined, impact });
  }

  #public({ data: { tables, buckets }, api, publicUrl, mail }: SubjectProps): void {
    const open = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'drafts/public.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        DRAFTS_TABLE: tables.drafts.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Nobody goes on with a form on a phone, and no second person can sign one.',
    });
    letReadSessions(open, tables);
    tables.settings.allow(open, 'GetItem');
    tables.procedures.allow(open, 'GetItem');
    tables.contacts.allow(open, 'GetItem', 'Query', 'PutItem');
    tables.requests.allow(open, 'UpdateItem');
    tables.drafts.allow(open, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem');
    buckets.uploads
      .allow(open, 'uploads/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging')
      .allow(open, 'drafts/*', 'GetObject', 'GetObjectVersion', 'GetObjectTagging', 'PutObject')
      .allowListing(open);
    buckets.evidence.allow(open, 'forms/*', 'PutObject');
    open.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    api.route(open, startHandover, lookAtHandover, takeHandover, addHandoverFile, endHandover);
    api.route(open, askCosignature, readCosignature, sendCosignCode);
    api.route(open, signCosignature, refuseCosignature, withdrawCosignature);
  }

  #due({ authority, data: { tables }, publicUrl, mail }: SubjectProps): void {
    const impact = 'Nobody is reminded to sign a form, and what was not signed in time goes on waiting.';
    const due = new AppFunction<DueEnv>(this, 'CosignDue', {
      entry: 'drafts/cosign-due.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        DRAFTS_TABLE: tables.drafts.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.minutes(5),
      impact,
    });
    tables.settings.allow(due, 'GetItem');
    tables.drafts.allow(due, 'GetItem', 'Query', 'PutItem');
    due.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    new AppSchedule(this, 'EachMorning', { at: '08:10', timeZone: authority.timeZone, target: due, impact });
  }
}
