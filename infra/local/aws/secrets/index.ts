import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Context, Resource, Service } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { type JsonInput, type JsonOperation, jsonHandler } from '../wire/json-protocol.ts';

type Row = {
  arn: string;
  name: string;
  description: string;
  value: string | null;
  version: string;
  created: number;
  changed: number;
};
type Generation = Partial<{
  PasswordLength: number;
  ExcludeCharacters: string;
  ExcludePunctuation: boolean;
  ExcludeNumbers: boolean;
  ExcludeUppercase: boolean;
  ExcludeLowercase: boolean;
  IncludeSpace: boolean;
  SecretStringTemplate: string;
  GenerateStringKey: string;
}>;

/** Secrets of the template, and what the product puts in them; only the current version is kept. */
export function createSecrets(ctx: Context): Service {
  const { db } = ctx;
  db.exec(`CREATE TABLE IF NOT EXISTS secrets_values(arn TEXT PRIMARY KEY, owner TEXT UNIQUE NOT NULL, name TEXT UNIQUE NOT NULL,
    description TEXT NOT NULL, value TEXT, version TEXT NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL)`);

  function find(id: unknown): Row {
    const row = db.prepare('SELECT * FROM secrets_values WHERE arn = ?1 OR name = ?1').get(String(id));
    if (row) return row as unknown as Row;
    throw new ServiceFault('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }
  const operations: Record<string, JsonOperation> = {
    GetSecretValue(input) {
      const row = find(input.SecretId);
      const isCurrent =
        (input.VersionStage ?? 'AWSCURRENT') === 'AWSCURRENT' &&
        (input.VersionId ?? row.version) === row.version;
      if (row.value === null || !isCurrent)
        throw new ServiceFault(
          'ResourceNotFoundException',
          "Secrets Manager can't find the specified secret value.",
        );
      return {
        ARN: row.arn,
        Name: row.name,
        VersionId: row.version,
        ...asValue(row.value),
        VersionStages: ['AWSCURRENT'],
        CreatedDate: row.changed / 1000,
      };
    },
    DescribeSecret(input) {
      const row = find(input.SecretId);
      const dates = { CreatedDate: row.created / 1000, LastChangedDate: row.changed / 1000 };
      const VersionIdsToStages = row.value === null ? {} : { [row.version]: ['AWSCURRENT'] };
      return { ARN: row.arn, Name: row.name, Description: row.description, ...dates, VersionIdsToStages };
    },
    PutSecretValue(input) {
      const row = find(input.SecretId);
      const version = String(input.ClientRequestToken ?? randomUUID());
      db.prepare('UPDATE secrets_values SET value = ?, version = ?, changed = ? WHERE arn = ?').run(
        JSON.stringify(givenValue(input)),
        version,
        ctx.clock.now().getTime(),
        row.arn,
      );
      return { ARN: row.arn, Name: row.name, VersionId: version, VersionStages: ['AWSCURRENT'] };
    },
  };
  const counted = Object.entries(operations).map(([name, operation]): [string, JsonOperation] => [
    name,
    (input) => {
      ctx.meter.count('secrets', name);
      return operation(input);
    },
  ]);

  function provision({ stack, logicalId, type, properties }: Resource) {
    if (type !== 'AWS::SecretsManager::Secret')
      throw new Error(`Secrets Manager does not provision ${type} (${logicalId})`);
    const owner = `${stack}/${logicalId}`;
    const name = String(properties.Name ?? `${stack}-${logicalId}`);
    const known = db.prepare('SELECT arn, value FROM secrets_values WHERE owner = ?').get(owner);
    // A secret's value is made once: a later start must not take back what the product has put since.
    if (known) return provisioned(String(known.arn), known.value as string | null);
    const arn = `arn:aws:secretsmanager:${ctx.region}:${ctx.accountId}:secret:${name}-${suffix()}`;
    const generation = properties.GenerateSecretString as Generation | undefined;
    const text = generation ? generate(generation) : properties.SecretString;
    const value = text === undefined ? null : JSON.stringify({ SecretString: String(text) });
    const now = ctx.clock.now().getTime();
    const description = String(properties.Description ?? '');
    db.prepare('INSERT INTO secrets_values VALUES(?, ?, ?, ?, ?, ?, ?, ?)').run(
      arn,
      owner,
      name,
      description,
      value,
      randomUUID(),
      now,
      now,
    );
    return provisioned(arn, value);
  }

  return {
    name: 'secrets',
    handle: jsonHandler({ service: 'Secrets Manager', version: '1.1' }, Object.fromEntries(counted)),
    resource: async (resource) => provision(resource),
  };
}

/** The text is no attribute of the template's: the template's reader puts it where a dynamic reference asks for it. */
const provisioned = (arn: string, value: string | null) => {
  const { SecretString }: { SecretString?: string } = JSON.parse(value ?? '{}');
  return { ref: arn, attributes: { Id: arn, ...(SecretString !== undefined && { SecretString }) } };
};

function generate(options: Generation): string {
  const isOut = (char: string) => (options.ExcludeCharacters ?? '').includes(char);
  const alphabet = [
    options.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    options.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    options.ExcludeNumbers ? '' : '0123456789',
    options.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    options.IncludeSpace ? ' ' : '',
  ];
  const chars = [...alphabet.join('')].filter((char) => !isOut(char));
  const password = Array.from(
    { length: Number(options.PasswordLength ?? 32) },
    () => chars[randomInt(chars.length)],
  ).join('');
  if (!options.GenerateStringKey) return password;
  return JSON.stringify({
    ...JSON.parse(options.SecretStringTemplate ?? '{}'),
    [options.GenerateStringKey]: password,
  });
}

const suffix = () => randomBytes(6).toString('base64url').replace(/[-_]/g, 'x').slice(0, 6);
const asValue = (value: string): object => JSON.parse(value);
const givenValue = ({ SecretString, SecretBinary }: JsonInput) =>
  SecretBinary === undefined ? { SecretString } : { SecretBinary };
