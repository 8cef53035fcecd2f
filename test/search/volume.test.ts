// @module-tag more
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startDatabase } from '../../infra/local/dynamo/binary.ts';
import { createTable, loadTown } from '../bench/search/load.ts';
import { type Measured, measure } from '../bench/search/measure.ts';
import { type Metered, metered } from '../bench/search/metered.ts';
import { questionsOf } from '../bench/search/questions.ts';
import { townOf } from '../bench/search/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'parvis-search-test-'));
const file = join(folder, 'dynamodb.db');
const [small, large] = [townOf(250, 750), townOf(2_500, 7_500)];
let server: Running;
let client: Metered;
let atSmall: Measured[];
let atLarge: Measured[];

beforeAll(async () => {
  await createTable(file, ['small', 'large']);
  loadTown(file, 'small', small);
  loadTown(file, 'large', large);
  server = await startDatabase(file, join(folder, 'pid'));
  client = metered(server.port);
  // The same words are asked of both: those of the small town.
  const questions = questionsOf(small, 6);
  atSmall = await measure(client, 'small', questions);
  atLarge = await measure(client, 'large', questions);
}, 60_000);
afterAll(async () => {
  client.stop();
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('a search costs the same whatever the town holds', () => {
  it('never makes more than its fixed number of calls nor reads more than its fixed share', () => {
    for (const { q, calls, units } of [...atSmall, ...atLarge]) {
      // Two kinds, two rounds of twelve reads; the vocabulary and the documents.
      expect([q, calls <= 2 * 2 * 12 + 2]).toEqual([q, true]);
      expect([q, units <= 50]).toEqual([q, true]);
    }
  });

  it('reads hardly more among ten thousand documents than among a thousand: what there is more of to show', () => {
    const average = (some: readonly Measured[]) =>
      some.reduce((sum, { units }) => sum + units, 0) / some.length;
    expect(average(atLarge)).toBeLessThanOrEqual(average(atSmall) + 3);
    const most = (some: readonly Measured[]) => Math.max(...some.map(({ units }) => units));
    expect(most(atLarge)).toBeLessThanOrEqual(most(atSmall) + 3);
  });

  it('finds who was meant first, or nearly', () => {
    const share = (within: number) =>
      atSmall.filter(({ place }) => place > 0 && place <= within).length / atSmall.length;
    expect(atSmall.filter(({ place }) => place === 0).map(({ way, q }) => `${way}: ${q}`)).toEqual([]);
    expect(share(5)).toBeGreaterThanOrEqual(0.98);
    expect(share(1)).toBeGreaterThanOrEqual(0.93);
  });
});
