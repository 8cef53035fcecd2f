import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct, IConstruct } from 'constructs';
import { allow } from './accepted.ts';

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  /** Exports and reconciliation only: no page reads a table whole. */
  | 'Scan';
export type AppTableProps = {
  readonly key: IKey;
  /** Indexes `gsi1`, `gsi2` on gsi1pk/gsi1sk…, everything projected. */
  readonly indexes?: readonly ('gsi1' | 'gsi2')[];
  /** New images, for the outbox. */
  readonly stream?: true;
  /** Nothing in it expires by itself. */
  readonly lasting?: true;
};

/** A table on demand (pk, sk), restorable to any second of 35 days, kept when its stack goes; `expiresAt` ends an item, unless it is `lasting`. */
export class AppTable extends TableV2 {
  readonly #indexes: readonly string[];

  constructor(scope: Construct, id: string, props: AppTableProps) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: (props.indexes ?? []).map(index),
      dynamoStream: props.stream && StreamViewType.NEW_IMAGE,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: props.lasting ? undefined : 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#indexes = props.indexes ?? [];
  }

  /** Allows exact actions (`'GetItem'`…); `Query` counts for the indexes too. A transaction needs the actions it is made of. */
  allow(grantee: IGrantable & IConstruct, ...actions: readonly TableAction[]): this {
    const indexes = actions.includes('Query')
      ? this.#indexes.map((name) => `${this.tableArn}/index/${name}`)
      : [];
    allow(
      grantee,
      actions.map((action) => `dynamodb:${action}`),
      [this.tableArn, ...indexes],
    );
    return this;
  }
}

const index = (name: string): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: { name: `${name}pk`, type: AttributeType.STRING },
  sortKey: { name: `${name}sk`, type: AttributeType.STRING },
});
