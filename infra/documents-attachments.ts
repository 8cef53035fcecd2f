import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env } from '../functions/documents/filing/prepare-attachments.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { onEvent } from './constructs/rule.ts';
import type { SubjectProps } from './subject.ts';

/** Pages of attachments, made ready for the viewer beside qualification, which does not wait for them. */
export class Attachments extends Construct {
  constructor(scope: Construct, id: string, { data: { bus, tables, buckets } }: SubjectProps) {
    super(scope, id);
    const impact = 'Agents cannot see the attachments of forms and mails, nor open those not yet checked.';
    const prepare = new AppFunction<Env>(this, 'Prepare', {
      entry: 'documents/filing/prepare-attachments.lambda.ts',
      env: {
        CONTACTS_TABLE: tables.contacts.tableName,
        EVIDENCE_BUCKET: buckets.evidence.bucketName,
        DOCUMENTS_BUCKET: buckets.documents.bucketName,
      },
      timeout: Duration.minutes(5),
      asynchronous: true,
      nativeImages: true,
      memory: 2048,
      impact,
    });
    tables.contacts.allow(prepare, 'GetItem', 'Query', 'PutItem');
    buckets.evidence.allow(
      prepare,
      '*',
      'GetObject',
      'GetObjectVersion',
      'GetObjectVersionTagging',
      'GetObjectTagging',
    );
    buckets.documents.allow(prepare, 'pages/*', 'PutObject');
    onEvent(this, 'ContactReceived', { bus, type: 'contact-received', target: prepare, impact });
  }
}
