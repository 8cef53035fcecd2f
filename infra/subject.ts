import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Authority } from '../functions/settings/authority.ts';
import type { AppApi } from './constructs/api.ts';
import type { AppBucket } from './constructs/bucket.ts';
import type { AppTable } from './constructs/table.ts';

type TableName =
  | 'settings'
  | 'procedures'
  | 'articles'
  | 'people'
  | 'sessions'
  | 'contacts'
  | 'batches'
  | 'citizens'
  | 'search'
  | 'similar'
  | 'learning'
  | 'accounts'
  | 'households'
  | 'safe'
  | 'drafts'
  | 'appointments'
  | 'payments'
  | 'reports'
  | 'subscriptions'
  | 'mandates'
  | 'privacy'
  | 'requests';
type BucketName = 'evidence' | 'documents' | 'uploads' | 'drop';

/** What is kept of an authority, whatever is deployed around it. */
export type Data = {
  readonly tables: Readonly<Record<TableName, AppTable>>;
  readonly buckets: Readonly<Record<BucketName, AppBucket>>;
  /** Heads of journals, under object lock: written once, rewritten by nobody. Apart from the buckets that an erasure goes through. */
  readonly anchors: AppBucket;
  readonly bus: IEventBus;
  readonly key: IKey;
  /** Signs letters for the authority (RSA 2048); whoever may use it seals in its name. */
  readonly sealKey: IKey;
  readonly secrets: {
    /** Client secrets at the two identity providers, entered by hand after the first deployment. */
    readonly agents: ISecret;
    readonly citizens: ISecret;
    /** Random, for salted hashes (tracking codes, session ids). */
    readonly pepper: ISecret;
  };
};

/** What every subject's construct is given (`new Requests(this, 'Requests', props)`). */
export type SubjectProps = {
  readonly authority: Authority;
  readonly data: Data;
  readonly api: AppApi;
  readonly alarms: ITopic;
  /** `https://…` without a slash at the end; a reference to the stack's parameter. */
  readonly publicUrl: string;
  /** Addresses of the identity providers; references to the stack's parameters. */
  readonly issuers: { readonly agents: string; readonly citizens: string };
  /** To send mail: the configuration set to name in each call, and the ARNs `ses:SendEmail` is allowed on. */
  readonly mail: { readonly configurationSet: string; readonly sendingArns: readonly string[] };
};
