import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Resource } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';

type KeySpec = 'SYMMETRIC_DEFAULT' | 'RSA_2048' | 'ECC_NIST_P256' | 'HMAC_256';
export type Key = {
  readonly id: string;
  readonly arn: string;
  readonly spec: KeySpec;
  readonly usage: string;
  readonly description: string;
  readonly created: Date;
  /** Raw bytes of a symmetric or HMAC key, PKCS#8 PEM of a private one. */
  readonly material: Buffer;
};

const USAGES: Record<KeySpec, string[]> = {
  SYMMETRIC_DEFAULT: ['ENCRYPT_DECRYPT'],
  RSA_2048: ['SIGN_VERIFY'],
  ECC_NIST_P256: ['SIGN_VERIFY'],
  HMAC_256: ['GENERATE_VERIFY_MAC'],
};

export type Keys = ReturnType<typeof openKeys>;

/** Keys and aliases; material in files only their owner reads, since whoever has it can sign for the authority. */
export function openKeys(ctx: Context) {
  ctx.db.exec(`
    CREATE TABLE IF NOT EXISTS kms_keys(id TEXT PRIMARY KEY, owner TEXT UNIQUE NOT NULL, description TEXT NOT NULL,
      spec TEXT NOT NULL, usage TEXT NOT NULL, created INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS kms_aliases(name TEXT PRIMARY KEY, key TEXT NOT NULL);`);
  const folder = join(ctx.dataDir, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const arnOf = (id: string) => `arn:aws:kms:${ctx.region}:${ctx.accountId}:key/${id}`;
  const opened = new Map<string, Key>();

  function load(id: string): Key | undefined {
    const known = opened.get(id);
    const row = known ? undefined : ctx.db.prepare('SELECT * FROM kms_keys WHERE id = ?').get(id);
    if (known || !row) return known;
    const key: Key = {
      id,
      arn: arnOf(id),
      spec: row.spec as KeySpec,
      usage: String(row.usage),
      description: String(row.description),
      created: new Date(Number(row.created)),
      material: readFileSync(join(folder, id)),
    };
    opened.set(id, key);
    return key;
  }

  function idOf(name: string): string {
    const short = name.replace(/^arn:aws:kms:[^:]*:[^:]*:/, '').replace(/^key\//, '');
    if (!short.startsWith('alias/')) return short;
    return String(ctx.db.prepare('SELECT key FROM kms_aliases WHERE name = ?').get(short)?.key ?? short);
  }

  return {
    /** By id, ARN, alias or alias ARN. Throws NotFoundException. */
    get(name: unknown): Key {
      const key = load(idOf(String(name)));
      if (!key) throw new ServiceFault('NotFoundException', `Key '${String(name)}' does not exist`);
      return key;
    },
    aliases: () =>
      ctx.db
        .prepare('SELECT * FROM kms_aliases ORDER BY name')
        .all()
        .map((row) => ({ name: String(row.name), key: String(row.key) })),
    alias: (name: string, key: Key) =>
      void ctx.db.prepare('INSERT OR REPLACE INTO kms_aliases VALUES(?, ?)').run(name, key.id),
    /** The key of a template's resource, made at the first start. Its kind never changes afterwards, as in AWS. */
    provision({ stack, logicalId, properties }: Resource): Key {
      const owner = `${stack}/${logicalId}`;
      const known = ctx.db.prepare('SELECT id FROM kms_keys WHERE owner = ?').get(owner);
      if (known) return load(String(known.id)) as Key;
      const spec = String(properties.KeySpec ?? 'SYMMETRIC_DEFAULT') as KeySpec;
      const usage = String(properties.KeyUsage ?? 'ENCRYPT_DECRYPT');
      if (!USAGES[spec]?.includes(usage))
        throw new Error(`KMS key ${logicalId}: ${spec} for ${usage} is not served locally`);
      const id = uuidOf(randomBytes(16));
      keepMaterial(folder, id, newMaterial(spec));
      ctx.db
        .prepare('INSERT INTO kms_keys VALUES(?, ?, ?, ?, ?, ?)')
        .run(id, owner, String(properties.Description ?? ''), spec, usage, ctx.clock.now().getTime());
      return load(id) as Key;
    },
  };
}

/** Public half of an asymmetric key. */
export const publicKey = (key: Key): KeyObject => createPublicKey(key.material);

/** On the disk before the key is known: data under a lost key is lost. */
function keepMaterial(folder: string, id: string, material: Buffer): void {
  const file = openSync(join(folder, `${id}.tmp`), 'w', 0o600);
  writeSync(file, material);
  fsyncSync(file);
  closeSync(file);
  renameSync(join(folder, `${id}.tmp`), join(folder, id));
}

function newMaterial(spec: KeySpec): Buffer {
  const encoding = { type: 'pkcs8', format: 'pem' } as const;
  if (spec === 'RSA_2048')
    return Buffer.from(
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(encoding) as string,
    );
  if (spec === 'ECC_NIST_P256')
    return Buffer.from(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(encoding) as string,
    );
  return randomBytes(32);
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
