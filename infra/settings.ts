import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CustomResource, Duration } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { openApi, procedureSchema } from '../functions/procedures/public-api.ts';
import type { Env as DemonstrationEnv } from '../functions/settings/demonstration.lambda.ts';
import type { Env as DescriptionEnv } from '../functions/settings/description.lambda.ts';
import type { Env as SeedEnv } from '../functions/settings/seed.lambda.ts';
import type { Seed } from '../functions/settings/seed.ts';
import { loadCatalogue } from './collectivity/catalogue.ts';
import { mailColours } from './collectivity/mail-colours.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { AppFunction } from './constructs/function.ts';
import { made, version } from './making/places.ts';
import { letIndex } from './search.ts';
import type { SubjectProps } from './subject.ts';

type Props = SubjectProps & { readonly collectivity: Collectivity };

/** What the folder of an authority says, written to its tables at each deployment, and the description of the API. */
export class Settings extends Construct {
  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    this.#seed(props);
    const describe = new AppFunction<DescriptionEnv>(this, 'Describe', {
      entry: 'settings/description.lambda.ts',
      env: { PUBLIC_URL: props.publicUrl, AUTHORITY_NAME: props.authority.name, VERSION: version },
      impact: 'Software of partners finds no description of the API; nobody else notices.',
    });
    props.api.route(describe, openApi, procedureSchema);
  }

  #seed(props: Props): void {
    const { data, collectivity, authority } = props;
    const { settings, procedures, articles, people } = data.tables;
    const sow = new AppFunction<SeedEnv>(this, 'Sow', {
      entry: 'settings/seed.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        ARTICLES_TABLE: articles.tableName,
        PEOPLE_TABLE: people.tableName,
      },
      timeout: Duration.minutes(2),
      impact: 'A deployment fails and changes nothing: procedures, letters and articles stay as they were.',
    });
    settings.allow(sow, 'PutItem', 'UpdateItem');
    procedures.allow(sow, 'GetItem', 'PutItem', 'UpdateItem');
    articles.allow(sow, 'GetItem', 'PutItem');
    people.allow(sow, 'BatchWriteItem', 'GetItem', 'Query', 'PutItem');
    const seed = new Asset(this, 'Seed', { path: seedFile(collectivity) });
    sow.allow(['s3:GetObject'], [seed.bucket.arnForObjects(seed.s3ObjectKey)]);
    const sown = new CustomResource(this, 'Sown', {
      serviceToken: sow.functionArn,
      resourceType: 'Custom::Sown',
      properties: { Bucket: seed.s3BucketName, Key: seed.s3ObjectKey },
    });
    sown.node.addDependency(sow.role ?? sow);
    if (authority.demonstration && collectivity.demo.requests) this.#demonstrate(props, seed, sown);
  }

  /** An invented authority starts with invented requests, so that no page is empty. */
  #demonstrate({ data, publicUrl }: Props, seed: Asset, sown: CustomResource): void {
    const { settings, procedures, people, contacts, requests, payments } = data.tables;
    const { documents } = data.buckets;
    const { pepper } = data.secrets;
    const tell = new AppFunction<DemonstrationEnv>(this, 'Tell', {
      entry: 'settings/demonstration.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PROCEDURES_TABLE: procedures.tableName,
        PEOPLE_TABLE: people.tableName,
        CONTACTS_TABLE: contacts.tableName,
        REQUESTS_TABLE: requests.tableName,
        SEARCH_TABLE: data.tables.search.tableName,
        PAYMENTS_TABLE: payments.tableName,
        APPOINTMENTS_TABLE: data.tables.appointments.tableName,
        DOCUMENTS_BUCKET: documents.bucketName,
        PEPPER_SECRET: pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1769,
      timeout: Duration.minutes(2),
      impact: 'The demonstration opens on empty pages.',
    });
    letIndex(tell, data.tables);
    contacts.allow(tell, 'GetItem', 'PutItem');
    requests.allow(tell, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    settings.allow(tell, 'GetItem', 'Query');
    procedures.allow(tell, 'GetItem');
    people.allow(tell, 'GetItem', 'Query');
    data.tables.appointments.allow(tell, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    payments.allow(tell, 'GetItem', 'Query', 'PutItem', 'DeleteItem');
    documents.allow(tell, 'signed/*', 'PutObject');
    tell.allow(['secretsmanager:GetSecretValue'], [pepper.secretArn]);
    tell.allow(['s3:GetObject'], [seed.bucket.arnForObjects(seed.s3ObjectKey)]);
    const told = new CustomResource(this, 'Told', {
      serviceToken: tell.functionArn,
      resourceType: 'Custom::Told',
      properties: { Bucket: seed.s3BucketName, Key: seed.s3ObjectKey },
    });
    told.node.addDependency(tell.role ?? tell, sown);
  }
}

/** The folder as one file; its name in S3 is a hash of it, so that a deployment sows when something changed. */
function seedFile(collectivity: Collectivity): string {
  const { slug, theme, procedures, articles, letters, people, demo } = collectivity;
  const seed: Seed & { demonstration?: unknown; demonstratedPayments?: unknown } = {
    authority: { ...collectivity.authority, colours: mailColours(theme) },
    procedures: [...procedures],
    catalogue: loadCatalogue(),
    articles: [...articles],
    letters: [...letters],
    logo: logoOf(collectivity.folder),
    agents: people.agents,
    delegations: people.delegations,
    distribution: people.distribution,
    agenda: collectivity.appointments,
    subscriptions: collectivity.subscriptions,
    reports: collectivity.reports,
    demonstration: demo.requests,
    demonstratedPayments: demo.payments,
  };
  const folder = join(made, 'seed');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${slug}.json`);
  writeFileSync(file, JSON.stringify(seed));
  return file;
}

function logoOf(folder: string): string | null {
  const file = join(folder, 'theme/logo.svg');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
