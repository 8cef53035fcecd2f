import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env } from '../functions/documents/batches/agent.lambda.ts';
import { listBatches, readBatch, separatorSheets } from '../functions/documents/batches/agent-api.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Batches as clerks see them, and the sheets they print. */
export class BatchPages extends Construct {
  constructor(scope: Construct, id: string, { data: { tables, buckets }, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const show = new AppFunction<Env>(this, 'Show', {
      entry: 'documents/batches/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        BATCHES_TABLE: tables.batches.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Clerks do not see what became of their batches and cannot print separator sheets.',
    });
    for (const table of [tables.settings, tables.people, tables.contacts]) table.allow(show, 'GetItem');
    tables.sessions.allow(show, 'GetItem', 'UpdateItem');
    tables.batches.allow(show, 'GetItem', 'Query');
    buckets.evidence.allow(show, 'scans/*', 'GetObject', 'GetObjectVersion');
    buckets.documents.allow(show, 'pages/*', 'GetObject');
    api.route(show, listBatches, readBatch, separatorSheets);
  }
}
