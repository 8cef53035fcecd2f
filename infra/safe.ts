import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as CitizenEnv } from '../functions/safe/citizen.lambda.ts';
import { chooseWarnings, readNeeded, readWarnings } from '../functions/safe/needed-api.ts';
import type { Env as PublicEnv } from '../functions/safe/public.lambda.ts';
import * as safe from '../functions/safe/safe-api.ts';
import * as shares from '../functions/safe/share-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { SafeWork } from './safe-work.ts';
import type { SubjectProps } from './subject.ts';

/** The digital safe: documents kept, reused, shared. No agent has a way in: a document is seen once it is joined to a request. */
export class Safe extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    new SafeWork(this, 'Work', props);
    this.#citizen(props);
    this.#public(props);
  }

  #citizen({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const { uploads, documents, evidence } = buckets;
    const citizen = new AppFunction<CitizenEnv>(this, 'Citizen', {
      entry: 'safe/citizen.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        HOUSEHOLDS_TABLE: tables.households.tableName,
        SAFE_TABLE: tables.safe.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        UPLOADS_BUCKET: uploads.bucketName,
        DOCUMENTS_BUCKET: documents.bucketName,
        EVIDENCE_BUCKET: evidence.bucketName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Citizens cannot open their safe nor reuse a document of it: they look for their papers again.',
    });
    letReadSessions(citizen, tables);
    tables.settings.allow(citizen, 'GetItem');
    tables.households.allow(citizen, 'GetItem');
    tables.procedures.allow(citizen, 'GetItem', 'Query');
    tables.safe.allow(citizen, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    uploads.allow(citizen, 'uploads/*', 'PutObject', 'GetObject', 'GetObjectVersion', 'GetObjectTagging');
    // Without it a file that is not there looks like one that may not be read.
    uploads.allowListing(citizen);
    documents.allow(citizen, 'safe/*', 'GetObject', 'PutObject', 'DeleteObject');
    documents.allow(citizen, 'archives/*', 'GetObject', 'PutObject');
    this.#letGive(citizen, { documents, evidence });
    api.route(citizen, safe.listSafe, safe.keepInSafe, safe.startSafeUpload, safe.readSafeDocument);
    api.route(citizen, safe.correctSafeDocument, safe.useSafeDocument, safe.readSafeContent);
    api.route(citizen, safe.binSafeDocument, safe.restoreSafeDocument);
    api.route(citizen, readNeeded, readWarnings, chooseWarnings);
    api.route(citizen, shares.shareDocuments, shares.listShares, shares.endShare);
    api.route(citizen, shares.askArchive, shares.readArchive);
  }

  #public({ data: { tables, buckets }, api, publicUrl }: SubjectProps): void {
    const { documents, evidence } = buckets;
    const shared = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'safe/public.lambda.ts',
      env: {
        SAFE_TABLE: tables.safe.tableName,
        ACCOUNTS_TABLE: tables.accounts.tableName,
        DOCUMENTS_BUCKET: documents.bucketName,
        EVIDENCE_BUCKET: evidence.bucketName,
        PUBLIC_URL: publicUrl,
      },
      impact: 'Whoever was sent a link to documents cannot open it.',
    });
    tables.safe.allow(shared, 'GetItem', 'PutItem', 'UpdateItem');
    tables.accounts.allow(shared, 'GetItem');
    documents.allow(shared, 'safe/*', 'GetObject');
    this.#letGive(shared, { documents, evidence });
    api.route(shared, shares.openShare, shares.downloadShared);
  }

  /** What the authority sent lies where it was sent from. */
  #letGive(
    fn: AppFunction<Record<string, string>>,
    { documents, evidence }: Pick<SubjectProps['data']['buckets'], 'documents' | 'evidence'>,
  ): void {
    documents.allow(fn, 'signed/*', 'GetObject', 'GetObjectVersion');
    evidence.allow(fn, 'requests/*', 'GetObject', 'GetObjectTagging');
  }
}
