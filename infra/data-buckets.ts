import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { accept } from './constructs/accepted.ts';
import { AppBucket } from './constructs/bucket.ts';
import { MalwareScan } from './malware-scan.ts';
import type { Data } from './subject.ts';

type Buckets = Data['buckets'] & Pick<Data, 'anchors'> & { readonly logs: Bucket };

/** The files of an authority: what came in, what was made of it, what waits to be claimed, what the scanners drop. */
export function dataBuckets(scope: Construct, given: { key: IKey; publicUrl: string }): Buckets {
  const { key, publicUrl } = given;
  const logs = logBucket(scope);
  const evidence = new AppBucket(scope, 'Evidence', {
    key,
    logs,
    lifecycle: [
      {
        id: 'rarely-read-after-a-season',
        transitions: [
          { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(90) },
        ],
      },
    ],
  });
  receiveMail(evidence);
  const uploads = new AppBucket(scope, 'Uploads', {
    key,
    logs,
    uploadsFrom: [publicUrl],
    lifecycle: [
      {
        id: 'unclaimed-after-a-day',
        prefix: 'uploads/',
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
      // A draft lives 30 days after its last saving, and a form may wait 60 for a second signature.
      {
        id: 'drafts-are-over-by-then',
        prefix: 'drafts/',
        expiration: Duration.days(75),
        noncurrentVersionExpiration: Duration.days(1),
      },
    ],
  });
  const drop = new AppBucket(scope, 'Drop', {
    key,
    logs,
    lifecycle: [
      { id: 'scans-are-evidence-by-then', prefix: 'done/', expiration: Duration.days(30) },
      { id: 'old-versions', noncurrentVersionExpiration: Duration.days(30) },
    ],
  });
  const documents = new AppBucket(scope, 'Documents', {
    key,
    logs,
    readFrom: [publicUrl],
    lifecycle: [
      // Files for the printer are made of letters that stay: names of people must not gather in them.
      {
        id: 'printed-by-then',
        prefix: 'print/',
        expiration: Duration.days(30),
        noncurrentVersionExpiration: Duration.days(1),
      },
      // A person's whole file in one archive: it was taken within minutes.
      {
        id: 'taken-by-then',
        prefix: 'files/',
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
      // Pages that one job read together: each has its own picture, and a job is forgotten after a week.
      {
        id: 'read-by-then',
        prefix: 'packs/',
        expiration: Duration.days(8),
        noncurrentVersionExpiration: Duration.days(1),
      },
      // Everything of somebody's safe in one file: they have saved it by then.
      {
        id: 'saved-by-then',
        prefix: 'archives/',
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
      // What its owner deleted is deleted: no older version stays behind.
      { id: 'deleted-is-deleted', prefix: 'safe/', noncurrentVersionExpiration: Duration.days(1) },
    ],
  });
  for (const [name, bucket] of Object.entries({ evidence, uploads, drop }))
    new MalwareScan(scope, `${name}-malware`, { bucket, key });
  // As long as the accounts of a public body, and what a court may ask of it; holds references and hashes, nobody's data.
  const anchors = new AppBucket(scope, 'Anchors', { key, logs, lockedFor: Duration.days(3_650) });
  return { evidence, documents, uploads, drop, anchors, logs };
}

/** Kept a year, the time the CNIL allows for logs of access; holds no content of anybody. */
function logBucket(scope: Construct): Bucket {
  const logs = new Bucket(scope, 'AccessLogs', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    // CloudFront writes its logs with an access list, the one reason to allow any.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [
      { id: 'a-year', expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(1) },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  accept(logs, 'S1', 'It receives the access logs of the other buckets: logging itself would never end.');
  return logs;
}

/** SES writes raw mail under `mail/`, for rules of this account only. */
function receiveMail(evidence: AppBucket): void {
  evidence.addToResourcePolicy(
    new PolicyStatement({
      sid: 'MailFromSes',
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [evidence.arnForObjects('mail/*')],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(evidence).account } },
    }),
  );
}
