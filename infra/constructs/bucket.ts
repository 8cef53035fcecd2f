import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type CorsRule,
  HttpMethods,
  type IBucket,
  type LifecycleRule,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import { allow } from './accepted.ts';

type ObjectAction =
  | 'GetObject'
  | 'GetObjectVersion'
  | 'GetObjectTagging'
  | 'GetObjectVersionTagging'
  | 'PutObject'
  | 'PutObjectTagging'
  | 'DeleteObject'
  /** What is to be gone for good: erasing a person, and nothing else. */
  | 'DeleteObjectVersion';
export type AppBucketProps = {
  readonly key: IKey;
  /** Where its access logs go. */
  readonly logs: IBucket;
  /** Web addresses whose pages may send files straight to it. */
  readonly uploadsFrom?: readonly string[];
  /** Web addresses whose scripts may read what they were given the address of. */
  readonly readFrom?: readonly string[];
  readonly lifecycle?: readonly LifecycleRule[];
  /** Nobody, the administrator of the account included, deletes or rewrites a version before that. */
  readonly lockedFor?: Duration;
};

const corsOf = ({ uploadsFrom, readFrom }: AppBucketProps): CorsRule[] =>
  [
    { allowedOrigins: [...(uploadsFrom ?? [])], allowedMethods: [HttpMethods.POST] },
    { allowedOrigins: [...(readFrom ?? [])], allowedMethods: [HttpMethods.GET] },
  ]
    .filter(({ allowedOrigins }) => allowedOrigins.length > 0)
    .map((rule) => ({ ...rule, allowedHeaders: ['*'], maxAge: 3600 }));

/** Private, encrypted, versioned, kept when its stack goes; tells the default event bus what arrives. */
export class AppBucket extends Bucket {
  constructor(scope: Construct, id: string, props: AppBucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockDefaultRetention: props.lockedFor && ObjectLockRetention.compliance(props.lockedFor),
      serverAccessLogsBucket: props.logs,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      cors: corsOf(props),
      lifecycleRules: [
        { id: 'unfinished', abortIncompleteMultipartUploadAfter: Duration.days(2) },
        ...(props.lifecycle ?? []),
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // The property of the bucket itself: CDK's `eventBridgeEnabled` would add a function of its own to set it.
    (this.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }

  /**
   * Allows exact actions on the objects under a prefix.
   * @param objects `letters/*`, or `*` for the whole bucket
   */
  allow(grantee: IGrantable & IConstruct, objects: string, ...actions: readonly ObjectAction[]): this {
    allow(
      grantee,
      actions.map((action) => `s3:${action}`),
      [this.arnForObjects(objects)],
      `Names of objects are not known beforehand; limited to ${objects} of one bucket and to ${actions.join(', ')}.`,
    );
    return this;
  }

  /** Allows listing, which S3 grants for the bucket and not for its objects. */
  allowListing(grantee: IGrantable & IConstruct): this {
    allow(grantee, ['s3:ListBucket'], [this.bucketArn]);
    return this;
  }

  /** Allows naming every version of its objects, for who has to take all of them away. */
  allowListingVersions(grantee: IGrantable & IConstruct): this {
    allow(grantee, ['s3:ListBucketVersions'], [this.bucketArn]);
    return this;
  }
}
