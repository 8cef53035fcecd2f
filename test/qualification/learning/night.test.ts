import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inUseItem } from '../../../functions/qualification/learning/in-use-item.adapter.ts';
import { type RunDeps, run } from '../../../functions/qualification/learning/run.ts';
import type { Row } from '../../../functions/qualification/learning/teach.ts';
import {
  type InUse,
  isAsked,
  shipped,
  type Version,
} from '../../../functions/qualification/learning/version.ts';
import { versionTable } from '../../../functions/qualification/learning/version-table.adapter.ts';
import { classify } from '../../../functions/qualification/routing/classify.ts';
import { type Classifier, learn } from '../../../functions/qualification/routing/learn.ts';
import { corpus, lexicon } from '../../../infra/train.ts';
import { mealLetters } from '../../bench/understanding/habit-letters.ts';
import { type TestDatabase, testDatabase } from '../../support/dynamo.ts';

let held: TestDatabase;
beforeAll(async () => {
  held = await testDatabase();
});
afterAll(() => held.stop());

const sunday = '2026-11-29T01:30:00.000Z';
const few = ['education', 'finances', 'voirie', 'logement', 'etat-civil'];
const rows = (corpus(['further-1']) as Row[]).filter(({ service }) => few.includes(service));
const words = Object.fromEntries(Object.entries(lexicon()).filter(([code]) => few.includes(code)));
const model = learn(rows, words);
const version = (name: string, madeAt: string): Version =>
  ({ version: name, madeAt, lessons: 30, readUntil: madeAt, took: 1, trial: {} }) as unknown as Version;
const letters = mealLetters('taught', 24, 5);

type Given = {
  inUse?: InUse | null;
  versions?: Version[];
  forgottenAt?: string | null;
  taught?: number;
  isConfirmed?: boolean;
};
/** A night over what is kept in memory; the texts of `gone` were erased. */
const night = async (
  { inUse = null, versions = [], forgottenAt = null, taught = 0 }: Given,
  over: Partial<RunDeps> = {},
) => {
  const told = {
    ...{ forgot: forgottenAt, written: [] as string[], verdict: '' },
    onTrial: undefined as Classifier['onTrial'],
  };
  const { begin, end } = versionTable(held.db, await held.table());
  const examples = letters.slice(0, taught).map((_, i) => ({
    ...{ contactId: `c-${i}`, reference: null, receivedAt: sunday, alone: false },
    proposed: { department: 'education', confidence: 0.6, model: shipped },
    decided: {
      ...{ department: 'finances', by: 'agent:claire', how: 'sorted' as const },
      at: `2026-11-25T08:00:${String(i).padStart(2, '0')}.000Z`,
    },
  }));
  const deps: RunDeps = {
    examples: async () => ({ examples, next: undefined }),
    texts: async () => new Map(letters.map((letter, i) => [`c-${i}`, letter])),
    forget: async (_id, at) => {
      told.forgot = at;
    },
    forgottenAt: async () => told.forgot,
    corpus: async () => ({ corpus: rows, lexicon: words }),
    inUse: async () => inUse,
    find: async (name) => versions.find((one) => one.version === name) ?? null,
    list: async () => versions,
    serving: async (chosen) => ({ classifier: model, version: chosen?.version ?? shipped }),
    answer: async () => (classifier: Classifier, message) =>
      classify(classifier, message, { threshold: 0.9 }),
    write: async (name, made) => {
      told.onTrial = made.onTrial;
      told.written.push(name);
    },
    keep: async () => {},
    noteRun: async (made) => {
      told.verdict = made.verdict;
    },
    ...{ begin, end, elapsed: () => 0, ...over },
  };
  return { told, ended: await run(deps)({ at: sunday }) };
};
const used = (name: string): InUse => ({
  ...{ version: name, key: `models/${name}.bin`, since: '2026-11-22T01:31:00.000Z', by: 'auto' },
});
const [older, newer] = ['20261115013000', '20261122013000'];
const both = [version(newer, '2026-11-22T01:30:00.000Z'), version(older, '2026-11-15T01:30:00.000Z')];

describe('somebody was erased whom the model in use had read', () => {
  it('goes back to the newest version that has not, where nothing better is learnt', async () => {
    const { ended } = await night({
      inUse: used(older),
      versions: both,
      forgottenAt: '2026-11-20T00:00:00.000Z',
    });
    expect(ended).toEqual({ version: newer, since: '2026-11-22T01:31:00.000Z' });
  });
  it('goes back to the shipped one, where all of them have', async () => {
    const { ended, told } = await night({
      inUse: used(newer),
      versions: both,
      forgottenAt: '2026-11-23T00:00:00.000Z',
    });
    expect([ended.version, told.verdict]).toEqual([shipped, 'too-few']);
  });
  it('learns the others anew, what one person alone corrected on trial, and is not read as having known them', async () => {
    const gone = new Map(letters.slice(1).map((letter, i) => [`c-${i + 1}`, letter]));
    const { ended, told } = await night(
      { inUse: used(newer), versions: both, taught: letters.length },
      { texts: async () => gone },
    );
    expect(told).toMatchObject({ forgot: sunday, verdict: 'published', written: ['20261129013000'] });
    expect(ended.version).toBe('20261129013000');
    expect(told.onTrial).toEqual([{ from: 'education', to: 'finances' }]);
  }, 60_000);
  it('leaves alone what serves where nobody was', async () => {
    expect((await night({ inUse: used(newer), versions: both })).ended.version).toBeNull();
  });
  it('takes who wrote without a word for nobody erased', async () => {
    const wordless = new Map([['c-0', { subject: ' ', text: '', channel: 'mail' }]]);
    const { ended, told } = await night(
      { inUse: used(newer), versions: both, taught: 1 },
      { texts: async () => wordless },
    );
    expect([ended.version, told.forgot, told.verdict]).toEqual([null, null, 'too-few']);
  });
});

describe('a clock that was ahead', () => {
  it('holds up no night of learning', async () => {
    const ahead = version(newer, '2027-11-22T01:30:00.000Z');
    const { told } = await night(
      { inUse: used(newer), versions: [ahead], taught: 10 },
      { corpus: async () => ({ corpus: rows.slice(0, 40), lexicon: words }) },
    );
    expect(told.verdict).not.toBe('too-few');
  });
});

describe('one night at a time', () => {
  it('lets none begin before the other has ended, and each begin again', async () => {
    const { begin, end } = versionTable(held.db, await held.table());
    const [first, second, until] = [sunday, '2026-11-29T01:31:00.000Z', '2026-11-29T02:30:00.000Z'];
    expect(await begin(first, until)).toBe(true);
    expect(await begin(second, until)).toBe(false);
    expect(await begin(first, until)).toBe(true);
    await end(first);
    expect(await begin(second, '2026-11-29T02:31:00.000Z')).toBe(true);
    // Left there by a night that broke off: it does not last.
    expect(await begin('2026-11-29T02:31:00.000Z', '2026-11-29T03:31:00.000Z')).toBe(true);
  });
  it('changes nothing while another is under way', async () => {
    const { ended, told } = await night({ taught: letters.length }, { begin: async () => false });
    expect([ended.version, told.verdict]).toEqual([null, '']);
  });
});

describe('what somebody chose during the night', () => {
  it('stands', async () => {
    const { read, write, follow } = inUseItem(held.db, await held.table());
    const learnt = { ...used(newer), since: '2026-11-29T01:35:00.000Z' };
    expect(await follow(learnt, null)).toBe(true);
    expect(await follow(used(older), null)).toBe(false);
    await write({ version: shipped, key: null, since: '2026-11-29T01:36:00.000Z', by: 'agent:agnes' });
    expect(await follow(used(older), learnt.since)).toBe(false);
    expect((await read())?.by).toBe('agent:agnes');
    expect(await follow(used(older), '2026-11-29T01:36:00.000Z')).toBe(true);
  });
  it('is told from a night of its own by the name of the night', () => {
    expect(['asked-9f86', 'week-2026-11-29'].map(isAsked)).toEqual([true, false]);
  });
});
