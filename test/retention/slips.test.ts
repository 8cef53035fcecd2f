import { describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/intake/contact.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import type { Snapshot } from '../../functions/requests/items.ts';
import type { Look } from '../../functions/retention/eligible.ts';
import { prepareSlips } from '../../functions/retention/prepare.ts';
import { runSlips, trySlip } from '../../functions/retention/run.ts';
import type { Ended } from '../../functions/retention/series.ts';
import { agree, mayRun, noteTrial, noteVisa, refuse, type Slip } from '../../functions/retention/slip.ts';
import { cutoffOf, ruleOf } from '../../functions/retention/usual.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

const at = '2026-11-01T01:30:00.000Z';
const reference = (number: number) => `VC-2020-${String(number).padStart(6, '0')}-W`;
const procedure = (retention: Procedure['retention'], fees: Procedure['fees'] = []) =>
  ({ id: 'composteur', title: 'Obtenir un composteur', retention, fees }) as unknown as Procedure;
const kept = procedure({ months: 60, disposal: 'destroy' });

type Town = Map<string, Partial<Snapshot['request']>>;
const townOf = (count: number): Town =>
  new Map(
    Array.from({ length: count }, (_, index) => [
      reference(index),
      {
        ...{
          state: 'closed',
          closedAt: `2020-01-${String((index % 28) + 1).padStart(2, '0')}T10:00:00.000Z`,
        },
        ...{ procedure: 'composteur', department: 'proprete-dechets', appeals: [] },
      } as Partial<Snapshot['request']>,
    ]),
  );
/** Contacts that were set aside, by their id, beside the requests of the town. */
type Aside = Map<string, Partial<Contact>>;
const look = (town: Town, aside: Aside = new Map()): Look => ({
  snapshot: async (one) => {
    const request = town.get(one);
    return request ? ({ request } as Snapshot) : null;
  },
  contact: async (id) => (aside.get(id) as Awaited<ReturnType<Look['contact']>> | undefined) ?? null,
});
const preparing = (town: Town, standing: Slip[] = [], setAside: Ended[] = []) => {
  const told: string[] = [];
  const prepare = prepareSlips({
    authority: async () => ({ setAside: { months: 12 } }),
    procedures: async () => [kept],
    setAside: async (before, most) => setAside.filter(({ closedAt }) => closedAt < before).slice(0, most),
    ended: async (id, before, most) =>
      [...town]
        .flatMap(([one, request]): Ended[] =>
          request.procedure === id && (request.closedAt ?? '') < before
            ? [{ reference: one, closedAt: request.closedAt ?? '', department: request.department ?? null }]
            : [],
        )
        .slice(0, most),
    standing: async () => standing,
    add: async () => true,
    tell: async (slip) => void told.push(slip.id),
    today: async () => '2026-11-01',
    now: () => at,
  });
  return { prepare, told };
};
const aSlip = async (town: Town): Promise<Slip> => {
  const [slip] = await preparing(town).prepare();
  if (!slip) throw new Error('no slip');
  return slip;
};
const agreed = async (town: Town, keep: Slip['keep'] = []): Promise<Slip> => {
  const slip = noteVisa(
    agree(await aSlip(town), 'agent:marc.delmas', at, keep),
    'agent:admin',
    at,
    '2026-118',
    '2026-10-04',
  );
  return noteTrial(slip, await trySlip(slip, look(town), at));
};
const running = (
  town: Town,
  waiting: Slip[],
  hasTime: () => boolean = () => true,
  aside: Aside = new Map(),
) => {
  const erased: string[] = [];
  const saved = new Map(waiting.map((slip) => [slip.id, slip]));
  const go = () =>
    runSlips({
      ...{ waiting: [...saved.values()], look: look(town, aside), now: () => at, hasTime },
      save: async (slip) => void saved.set(slip.id, slip),
      erase: async (kind, one) => {
        erased.push(kind === 'request' ? one : `${kind} ${one}`);
        if (kind === 'request') town.set(one, { ...town.get(one), erasedAt: at });
      },
    });
  return { go, erased, slip: () => [...saved.values()][0] };
};

describe('what was kept long enough', () => {
  it('is counted in whole months from the end of the request, as the procedure says', () => {
    expect(ruleOf(kept)).toMatchObject({ months: 60, disposal: 'destroy', source: 'procedure' });
    expect(ruleOf(null)).toMatchObject({ disposal: 'sort', source: 'correspondence' });
    expect(cutoffOf('2026-11-01', 60)).toBe('2021-11-01T00:00:00.000Z');
    expect(cutoffOf('2026-03-31', 1)).toBe('2026-02-28T00:00:00.000Z');
  });
  it('stays ten years when money was paid for it and nobody said otherwise', () => {
    const fee = { code: 'bac', label: 'Bac', cents: 1_500 };
    expect(ruleOf(procedure({ months: 24, disposal: 'destroy' }, [fee]))).toMatchObject({ months: 120 });
  });
  it('is proposed once, and told to the head of department and the archives', async () => {
    const town = townOf(3);
    const { prepare, told } = preparing(town);
    const [slip] = await prepare();
    expect(slip).toMatchObject({ state: 'proposed', department: 'proprete-dechets' });
    expect(slip?.references).toHaveLength(3);
    expect(told).toEqual([slip?.id]);
    expect(await preparing(town, slip ? [slip] : []).prepare()).toEqual([]);
  });
  it('is not asked again within a year of a refusal', async () => {
    const town = townOf(1);
    const refused = refuse(await aSlip(town), 'agent:marc.delmas', '2026-03-01T00:00:00.000Z', 'contentieux');
    expect(await preparing(town, [refused]).prepare()).toEqual([]);
    const long = { ...refused, refused: { by: 'a', at: '2025-03-01T00:00:00.000Z', reason: 'x' } };
    expect(await preparing(town, [long]).prepare()).toHaveLength(1);
  });
});

describe('nothing is eliminated', () => {
  it('without the head of department, the visa of the archives and a trial', async () => {
    const town = townOf(2);
    const slip = await aSlip(town);
    const head = agree(slip, 'agent:marc.delmas', at, []);
    const visa = noteVisa(slip, 'agent:admin', at, '2026-118', '2026-10-04');
    const both = noteVisa(head, 'agent:admin', at, '2026-118', '2026-10-04');
    for (const one of [slip, head, visa, both]) {
      const { go, erased } = running(town, [one]);
      expect(await go()).toBe(0);
      expect(erased).toEqual([]);
    }
    expect(mayRun(await agreed(town))).toBe(true);
  });
  it('when it was refused, even after both agreed', async () => {
    const town = townOf(1);
    const no = refuse(await agreed(town), 'agent:marc.delmas', at, 'contentieux en cours');
    expect(await running(town, [no]).go()).toBe(0);
    expect(() => agree(no, 'agent:x', at, [])).toThrow(Refusal);
  });
  it('that is kept by name, reopened, contested, moved or closed since', async () => {
    const town = townOf(6);
    const slip = await agreed(town, [{ reference: reference(0), reason: 'intérêt historique' }]);
    town.set(reference(1), { ...town.get(reference(1)), state: 'in-progress', closedAt: null });
    town.set(reference(2), {
      ...town.get(reference(2)),
      appeals: [{ reference: 'A', kind: 'gracious' as never, at }],
    });
    town.set('A', { state: 'new' });
    town.set(reference(3), { ...town.get(reference(3)), department: 'voirie' });
    town.set(reference(4), { ...town.get(reference(4)), closedAt: '2026-10-01T00:00:00.000Z' });
    const tried = await trySlip(slip, look(town), at);
    expect(tried.stays.map(({ why }) => why)).toEqual([
      'kept',
      'reopened',
      'appeal',
      'elsewhere',
      'too-young',
    ]);
    const { go, erased } = running(town, [slip]);
    expect(await go()).toBe(1);
    expect(erased).toEqual([reference(5)]);
  });
});

describe('the night that carries a slip out', () => {
  it('goes on the next night where its time was over, and erases each request once', async () => {
    const town = townOf(60);
    let pages = 0;
    const { go, erased, slip } = running(town, [await agreed(town)], () => {
      pages += 1;
      return pages !== 2;
    });
    expect(await go()).toBe(25);
    expect(slip()).toMatchObject({ state: 'running', done: 25 });
    expect(await go()).toBe(35);
    expect(new Set(erased).size).toBe(60);
    expect(slip()).toMatchObject({ state: 'done', erased: 60 });
    expect(await go()).toBe(0);
  });
});

describe('what was set aside and never became a request', () => {
  const aside = (id: string, closedAt: string, department: string | null = null): Ended => ({
    ...{ reference: id, closedAt, department },
  });
  const old = '2025-10-31T10:00:00.000Z';
  const slipOf = async (ids: string[]) => {
    const found = ids.map((id) => aside(id, old));
    const [slip] = await preparing(new Map(), [], found).prepare();
    if (!slip) throw new Error('no slip');
    return slip;
  };
  const decided = (slip: Slip) =>
    noteVisa(agree(slip, 'agent:admin', at, []), 'agent:admin', at, '2026-118', '2026-10-04');

  it('is proposed after the months of the authority, by itself, and the cabinet’s apart', async () => {
    const found = [aside('c-1', old), aside('c-2', '2025-11-02T10:00:00.000Z'), aside('c-3', old, 'cabinet')];
    const { prepare } = preparing(new Map(), [], found);
    const made = await prepare();
    expect(made.map(({ of, department, references }) => [of, department, references])).toEqual([
      ['contacts', null, ['c-1']],
      ['contacts', 'cabinet', ['c-3']],
    ]);
    expect(await preparing(new Map(), made, found).prepare()).toEqual([]);
    // Letters without a procedure have no department either: they stand on a slip of their own.
    const letters = { ...made[0], of: undefined } as Slip;
    expect(await preparing(new Map(), [letters], found).prepare()).toHaveLength(2);
  });
  it('goes as a contact, but for what was taken up again, is gone, or was set aside lately', async () => {
    const quarantined = { state: 'quarantined', receivedAt: old } as const;
    const all: Aside = new Map<string, Partial<Contact>>([
      ['c-1', quarantined],
      ['c-2', { ...quarantined, state: 'opened' }],
      ['c-3', { ...quarantined, setAside: { by: 'agent:lea', at: '2026-10-30T10:00:00.000Z' } }],
      ['c-5', { ...quarantined, state: 'refused' }],
    ]);
    const slip = decided(await slipOf(['c-1', 'c-2', 'c-3', 'c-4', 'c-5']));
    const tried = await trySlip(slip, look(new Map(), all), at);
    expect(tried).toMatchObject({ goes: 2 });
    expect(tried.stays.map(({ why }) => why)).toEqual(['reopened', 'too-young', 'gone']);
    const { go, erased } = running(new Map(), [noteTrial(slip, tried)], () => true, all);
    expect(await go()).toBe(2);
    expect(erased).toEqual(['contact c-1', 'contact c-5']);
  });
});
