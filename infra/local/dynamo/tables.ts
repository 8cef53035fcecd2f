import type { Resource } from '../context.ts';
import type { Database } from './client.ts';

type Key = { AttributeName: string; KeyType: string };
type Index = { IndexName: string; KeySchema: Key[]; Projection: unknown };
type Properties = {
  TableName?: string;
  AttributeDefinitions: { AttributeName: string; AttributeType: string }[];
  KeySchema: Key[];
  GlobalSecondaryIndexes?: Index[];
  LocalSecondaryIndexes?: Index[];
  StreamSpecification?: { StreamViewType: string };
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean | string };
};
type Description = {
  TableName: string;
  LatestStreamLabel?: string;
  KeySchema: Key[];
  GlobalSecondaryIndexes?: Index[];
  StreamSpecification?: { StreamViewType: string };
};
export type Table = {
  name: string;
  keys: string[];
  streamLabel: string | undefined;
  ttlAttribute: string | undefined;
};

/** Creates the table of a template, or brings the existing one up to date: new indexes, a stream, time to live. */
export async function ensureTable(
  database: Database,
  name: string,
  given: Resource['properties'],
): Promise<Table> {
  const properties = given as unknown as Properties;
  const found = await describe(database, name);
  if (found) await update(database, found, properties);
  else await create(database, name, properties);
  const ttl = properties.TimeToLiveSpecification;
  const ttlAttribute = ttl && String(ttl.Enabled) !== 'false' ? ttl.AttributeName : undefined;
  if (ttlAttribute) {
    const specification = { AttributeName: ttlAttribute, Enabled: true };
    await database.call('UpdateTimeToLive', { TableName: name, TimeToLiveSpecification: specification });
  }
  const now = found && !properties.StreamSpecification ? found : await describe(database, name);
  return {
    name,
    keys: properties.KeySchema.map((key) => key.AttributeName),
    streamLabel: now?.LatestStreamLabel,
    ttlAttribute,
  };
}

async function describe(database: Database, name: string): Promise<Description | undefined> {
  try {
    return (await database.call<{ Table: Description }>('DescribeTable', { TableName: name })).Table;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function create(database: Database, name: string, properties: Properties): Promise<void> {
  await database.call('CreateTable', {
    TableName: name,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    ...(properties.GlobalSecondaryIndexes?.length && {
      GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes.map(bare),
    }),
    ...(properties.LocalSecondaryIndexes?.length && {
      LocalSecondaryIndexes: properties.LocalSecondaryIndexes.map(bare),
    }),
    ...(properties.StreamSpecification && { StreamSpecification: stream(properties) }),
  });
}

async function update(database: Database, found: Description, properties: Properties): Promise<void> {
  const name = found.TableName;
  if (keysOf(found.KeySchema) !== keysOf(properties.KeySchema))
    throw new Error(
      `table ${name} has another key in its data; the template cannot change the key of a table that exists`,
    );
  const existing = new Map(found.GlobalSecondaryIndexes?.map((index) => [index.IndexName, index]));
  for (const wanted of properties.GlobalSecondaryIndexes ?? []) {
    const former = existing.get(wanted.IndexName);
    if (former && keysOf(former.KeySchema) === keysOf(wanted.KeySchema)) continue;
    if (former) await changeIndex(database, name, properties, { Delete: { IndexName: wanted.IndexName } });
    await changeIndex(database, name, properties, { Create: bare(wanted) });
  }
  if (properties.StreamSpecification && !found.StreamSpecification?.StreamViewType)
    await database.call('UpdateTable', { TableName: name, StreamSpecification: stream(properties) });
}

function changeIndex(database: Database, name: string, properties: Properties, change: unknown) {
  return database.call('UpdateTable', {
    TableName: name,
    AttributeDefinitions: properties.AttributeDefinitions,
    GlobalSecondaryIndexUpdates: [change],
  });
}

const stream = ({ StreamSpecification }: Properties) => ({
  StreamEnabled: true,
  StreamViewType: StreamSpecification?.StreamViewType,
});
const bare = ({ IndexName, KeySchema, Projection }: Index) => ({ IndexName, KeySchema, Projection });
const keysOf = (schema: Key[]) =>
  schema
    .map((key) => `${key.KeyType} ${key.AttributeName}`)
    .sort()
    .join();
