import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { FaultLog, FaultRule } from '../../infra/local/faults/rule.ts';
import { type Outer, outer } from '../support/outer.ts';
import { type Product, startProduct } from '../support/product.ts';
import { deliver } from '../support/smtp.ts';
import { type Account, before, broken } from './invariants.ts';
import { type Store, storeOf } from './store.ts';

/**
 * What a case is given: the product from outside, its store as an operator sees it, and what strikes it.
 * Everything a case does to people is declared: `personal` names words that no log or history may hold.
 */
export type World = Outer & {
  readonly dataDir: string;
  readonly smtpPort: number;
  readonly store: Store;
  /** Different for each run of a case: two runs on one product do not meet. */
  readonly run: string;
  /** Says a mail to the server byte by byte (latin1), answers its last line: `250 …`. */
  mail(message: string, from?: string, to?: readonly string[]): Promise<string>;
  /** Words of this case that are somebody's: neither a log nor a machine's history may hold them. */
  personal(...words: string[]): void;
  faults: {
    /** Puts these faults in place of those there were; the seed says which calls they strike. */
    set(rules: FaultRule[], seed?: number): Promise<void>;
    clear(): Promise<void>;
    /** What was struck since `set`. */
    log(): Promise<FaultLog>;
  };
  /** Only in a case with `own`: the process itself, to be killed and started again on the same data. */
  readonly product: Product;
  restart(): Promise<void>;
};

export type Options = {
  /** Belongs to `npm test` as well. */
  fast?: boolean;
  /** A product of its own: it loses power, or its calendar is moved. */
  own?: boolean;
  /** Milliseconds; two minutes unless told. */
  timeout?: number;
};

const onlyFast = process.env.HOLD === 'fast';
const shared: { product?: Product | undefined; folder?: string } = {};

/** The product of the lane, or one for this file when it runs alone. */
const sharedProduct = async (): Promise<Pick<Product, 'url' | 'dataDir' | 'smtpPort'>> => {
  const { PARVIS_URL, PARVIS_DATA, PARVIS_SMTP } = process.env;
  if (PARVIS_URL && PARVIS_DATA)
    return { url: PARVIS_URL, dataDir: PARVIS_DATA, smtpPort: Number(PARVIS_SMTP) };
  if (!shared.product) {
    shared.folder = mkdtempSync(join(tmpdir(), 'parvis-hold-'));
    shared.product = await startProduct({ dataDir: shared.folder });
  }
  return shared.product;
};
/** A case that overran never comes to its end: what it started ends with its file. */
const running = new Set<Product>();
afterAll(async () => {
  for (const one of running) await one.kill();
  await shared.product?.stop();
  if (shared.folder) rmSync(shared.folder, { recursive: true, force: true });
  delete shared.product;
});

const worldOf = (
  product: Pick<Product, 'url' | 'dataDir' | 'smtpPort'>,
  canaries: string[],
): Omit<World, 'product' | 'restart'> => {
  const world = outer(product.url, product.dataDir);
  return {
    ...world,
    dataDir: product.dataDir,
    smtpPort: product.smtpPort,
    store: storeOf(product.url, product.dataDir),
    run: `h${Date.now().toString(36)}`,
    mail: (message, from, to) => {
      process.env.PARVIS_SMTP = String(product.smtpPort);
      return deliver(message, from, to);
    },
    personal: (...words) => void canaries.push(...words),
    faults: {
      async set(rules, seed = 20_261_122) {
        const { status, body } = await world.post('/local/faults', { seed, rules });
        expect(status, JSON.stringify(body)).toBe(200);
      },
      async clear() {
        await world.json('/local/faults', { method: 'DELETE' });
      },
      log: async () => (await world.json('/local/faults')).body as FaultLog,
    },
  };
};

/**
 * One of the forty cases (section 5 of the specification's page on reliability). It runs against the product of its lane or
 * one of its own, through the outer interfaces; afterwards the four invariants are judged on what it did.
 * A case may be told in several parts of the same number: it holds when all of them do.
 */
export const holdCase = (
  number: number,
  title: string,
  options: Options,
  // biome-ignore lint/suspicious/noConfusingVoidType: a case that accepts nothing has nothing to say
  run: (world: World) => Promise<Account | void>,
): void => {
  const name = `${String(number).padStart(2, '0')} ${title}`;
  const test = onlyFast && !options.fast ? it.skip : it;
  test(name, { timeout: options.timeout ?? 120_000 }, async () => {
    const canaries: string[] = [];
    const folder = options.own ? mkdtempSync(join(tmpdir(), 'parvis-hold-own-')) : undefined;
    const start = async (ports: { port?: number; smtpPort?: number } = {}) => {
      const product = await startProduct({ dataDir: folder ?? '', ...ports });
      running.add(product);
      return product;
    };
    let own = folder ? await start() : undefined;
    try {
      const product = own ?? (await sharedProduct());
      const world = worldOf(product, canaries) as World;
      const { port, smtpPort } = own
        ? { port: Number(new URL(own.url).port), smtpPort: own.smtpPort }
        : { port: 0, smtpPort: 0 };
      Object.defineProperty(world, 'product', {
        get: () => {
          if (!own) throw new Error('only a case with `own` may touch its process');
          return own;
        },
      });
      world.restart = async () => {
        own = await start({ port, smtpPort });
      };
      await world.quiet(120_000);
      const was = await before(world, world.store);
      let account: Account | undefined;
      try {
        account = (await run(world)) ?? undefined;
      } finally {
        // The next case of the lane must not inherit what strikes this one.
        await world.faults.clear().catch(() => undefined);
      }
      expect(await broken(world, world.store, was, account ?? {}, canaries), name).toEqual([]);
    } finally {
      await own?.kill();
      if (folder) rmSync(folder, { recursive: true, force: true });
    }
  });
};
