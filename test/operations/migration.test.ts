import { describe, expect, it } from 'vitest';
import { type Deps, type Item, migratePage, none } from '../../functions/operations/migration.ts';
import { migrations } from '../../functions/operations/migrations.ts';
import { untouched } from '../../functions/requests/request.ts';

const [requests, letters] = migrations as [(typeof migrations)[number], (typeof migrations)[number]];
const snapshot = (n: number, request: object = { reference: `R-${n}`, state: 'new' }): Item => ({
  ...{ pk: `REQUEST#R-${n}`, sk: 'SNAPSHOT', head: { seq: n } },
  request,
});

function kept(items: Item[], overtakes: (item: Item) => boolean = () => false) {
  const store = new Map(items.map((one) => [`${one.pk} ${one.sk}`, one]));
  const deps: Deps = {
    page: async (_table, after) => {
      const from = Number(after?.at ?? 0);
      const all = [...store.values()];
      return {
        items: all.slice(from, from + 2),
        next: from + 2 < all.length ? { at: String(from + 2) } : null,
      };
    },
    replace: async (_table, item) => {
      if (overtakes(item)) return false;
      store.set(`${item.pk} ${item.sk}`, item);
      return true;
    },
  };
  const run = async (apply: boolean) => {
    let state: Awaited<ReturnType<ReturnType<typeof migratePage>>> = { counted: none, after: null };
    do state = await migratePage(deps)(requests, { apply, ...state });
    while (state.after);
    return state.counted;
  };
  return { store, run };
}

describe('what people confided is carried into the new shape while everybody works', () => {
  const items = () => [
    snapshot(1),
    snapshot(2, { ...untouched, reference: 'R-2' }),
    { pk: 'REQUEST#R-1', sk: 'EVENT#1' },
    snapshot(3),
    snapshot(4),
  ];

  it('only counts in a dry run', async () => {
    const { store, run } = kept(items());
    expect(await run(false)).toEqual({ seen: 5, old: 3, changed: 0, overtaken: 0 });
    expect([...store.values()]).toEqual(items());
  });

  it('changes what is old, keeps what it says, and finds nothing the second time', async () => {
    const { store, run } = kept(items());
    expect(await run(true)).toEqual({ seen: 5, old: 3, changed: 3, overtaken: 0 });
    expect(store.get('REQUEST#R-1 SNAPSHOT')?.request).toEqual({
      ...untouched,
      reference: 'R-1',
      state: 'new',
    });
    expect(await run(true)).toMatchObject({ old: 0, changed: 0 });
  });

  it('leaves what somebody changed meanwhile to the next run', async () => {
    let isFirst = true;
    const { run } = kept(items(), ({ pk }) => pk.endsWith('R-3') && isFirst);
    expect(await run(true)).toMatchObject({ changed: 2, overtaken: 1 });
    isFirst = false;
    expect(await run(true)).toMatchObject({ old: 1, changed: 1 });
  });

  it('touches of the settings only letters that lack something', () => {
    expect(letters.change({ pk: 'AUTHORITY', sk: 'CURRENT' })).toBeNull();
    expect(
      letters.change({ pk: 'LETTERS', sk: 'a', letter: { id: 'a', kind: 'other' } })?.letter,
    ).toMatchObject({ kind: 'other', mode: 'seal' });
  });

  it('names each migration once', () => {
    expect(new Set(migrations.map(({ id }) => id)).size).toBe(migrations.length);
  });
});
