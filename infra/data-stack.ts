import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Authority } from '../functions/settings/authority.ts';
import { accept } from './constructs/accepted.ts';
import { AppTable } from './constructs/table.ts';
import { dataBuckets } from './data-buckets.ts';
import { letServicesUse, letTheAccountUse } from './data-key.ts';
import { publicUrlOf } from './parameters.ts';
import type { Data } from './subject.ts';

/** What is kept of an authority: it outlives every deployment and cannot be deleted with its stack. */
export class DataStack extends Stack implements Data {
  readonly tables: Data['tables'];
  readonly buckets: Data['buckets'];
  readonly anchors: Data['anchors'];
  readonly bus: EventBus;
  readonly key: Key;
  readonly sealKey: Key;
  readonly secrets: Data['secrets'];
  /** Where access to the buckets, and to the site, is logged. */
  readonly logs: Bucket;

  constructor(scope: Construct, id: string, props: StackProps & { readonly authority: Authority }) {
    super(scope, id, { ...props, terminationProtection: true });
    this.key = new Key(this, 'Key', {
      description: `${props.authority.name}: files and records of citizens`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    letTheAccountUse(this.key);
    letServicesUse(this.key);
    this.sealKey = new Key(this, 'SealKey', {
      description: `${props.authority.name}: seal of letters`,
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { key } = this;
    this.tables = {
      settings: new AppTable(this, 'Settings', { key }),
      procedures: new AppTable(this, 'Procedures', { key, stream: true }),
      articles: new AppTable(this, 'Articles', { key, stream: true }),
      people: new AppTable(this, 'People', { key, indexes: ['gsi1'] }),
      sessions: new AppTable(this, 'Sessions', { key }),
      contacts: new AppTable(this, 'Contacts', { key, indexes: ['gsi1'], stream: true }),
      batches: new AppTable(this, 'Batches', { key, indexes: ['gsi1'], stream: true }),
      citizens: new AppTable(this, 'Citizens', { key, indexes: ['gsi1'], stream: true }),
      search: new AppTable(this, 'Search', { key, lasting: true }),
      similar: new AppTable(this, 'Similar', { key }),
      learning: new AppTable(this, 'Learning', { key, indexes: ['gsi1'], lasting: true }),
      accounts: new AppTable(this, 'Accounts', { key, indexes: ['gsi1'], stream: true }),
      households: new AppTable(this, 'Households', { key, indexes: ['gsi1'], stream: true }),
      safe: new AppTable(this, 'Safe', { key, indexes: ['gsi1'] }),
      drafts: new AppTable(this, 'Drafts', { key, indexes: ['gsi1'] }),
      appointments: new AppTable(this, 'Appointments', { key, indexes: ['gsi1'], stream: true }),
      payments: new AppTable(this, 'Payments', { key, indexes: ['gsi1'], stream: true }),
      reports: new AppTable(this, 'Reports', { key, indexes: ['gsi1'], stream: true }),
      subscriptions: new AppTable(this, 'Subscriptions', { key, indexes: ['gsi1'], stream: true }),
      mandates: new AppTable(this, 'Mandates', { key, indexes: ['gsi1'], stream: true }),
      privacy: new AppTable(this, 'Privacy', { key, indexes: ['gsi1'], stream: true, lasting: true }),
      requests: new AppTable(this, 'Requests', { key, indexes: ['gsi1', 'gsi2'], stream: true }),
    };
    const { logs, anchors, ...buckets } = dataBuckets(this, {
      key,
      publicUrl: publicUrlOf(this, props.authority),
    });
    this.buckets = buckets;
    this.anchors = anchors;
    this.logs = logs;
    this.bus = new EventBus(this, 'Bus', {
      description: `${props.authority.name}: what subjects tell each other`,
    });
    this.secrets = {
      agents: this.#secret('AgentClient', 'client secret at the identity provider of the agents', byHand),
      citizens: this.#secret(
        'CitizenClient',
        'client secret at the identity provider of the citizens',
        byHand,
      ),
      pepper: this.#secret(
        'Pepper',
        'salts the hashes of tracking codes and sessions',
        'Another value would make every tracking code already on a letter wrong.',
      ),
    };
  }

  #secret(id: string, description: string, whyNotRotated: string): Secret {
    const secret = new Secret(this, id, {
      description,
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accept(secret, 'SMG4', whyNotRotated);
    return secret;
  }
}

const byHand = 'The identity provider issues it: it changes there first, and is then entered here.';
