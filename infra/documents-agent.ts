import { Duration } from 'aws-cdk-lib';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Env } from '../functions/documents/batches/agent.lambda.ts';
import {
  listBatches,
  readBatch,
  readProgress,
  separatorSheets,
} from '../functions/documents/batches/agent-api.ts';
import {
  decidePages,
  readDoubts,
  readScanning,
  searchBatches,
  settleFile,
  startPageUpload,
  undoDeed,
} from '../functions/documents/batches/clerk-api.ts';
import { AppFunction } from './constructs/function.ts';
import { TaskAnswer } from './constructs/task-answer.ts';
import type { SubjectProps } from './subject.ts';

/** `machine` reads the scans, and waits for clerks. */
type BatchPagesProps = SubjectProps & { readonly machine: IStateMachine };

/** Batches as clerks see them, what they decide of their pages, and the sheets they print. */
export class BatchPages extends Construct {
  constructor(scope: Construct, id: string, props: BatchPagesProps) {
    super(scope, id);
    const { tables, buckets } = props.data;
    const show = new AppFunction<Env>(this, 'Show', {
      entry: 'documents/batches/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        SESSIONS_TABLE: tables.sessions.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        BATCHES_TABLE: tables.batches.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        PROCEDURES_TABLE: tables.procedures.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
        UPLOADS_BUCKET: buckets.uploads.bucketName,
        PUBLIC_URL: props.publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact:
        'Clerks do not see what became of their batches: doubtful pages stay unfiled, no separator sheet is printed.',
    });
    for (const table of [tables.settings, tables.people, tables.procedures]) table.allow(show, 'GetItem');
    tables.contacts.allow(show, 'GetItem', 'Query');
    tables.sessions.allow(show, 'GetItem', 'UpdateItem');
    tables.batches.allow(show, 'GetItem', 'Query', 'PutItem');
    buckets.uploads.allow(
      show,
      'uploads/*',
      'PutObject',
      'GetObject',
      'GetObjectVersion',
      'GetObjectTagging',
    );
    // Without it a file that is not there looks like one that may not be read.
    buckets.uploads.allowListing(show);
    buckets.evidence.allow(show, 'scans/*', 'GetObject', 'GetObjectVersion', 'PutObject');
    buckets.documents.allow(show, 'pages/*', 'GetObject');
    new TaskAnswer(this, 'Decided', props.machine, show);
    props.api.route(
      ...([show, listBatches, readBatch, readProgress, separatorSheets] as const),
      ...[readScanning, searchBatches, readDoubts, decidePages, undoDeed, settleFile, startPageUpload],
    );
  }
}
