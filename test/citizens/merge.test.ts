import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cluesOf } from '../../functions/citizens/clues.ts';
import { type Cluster, type Edge, foldPersons, membersOf } from '../../functions/citizens/cluster.ts';
import { makePerson } from '../../functions/citizens/make-person.ts';
import { join, part } from '../../functions/citizens/merge.ts';
import { unknownTraits } from '../../functions/citizens/person.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { type PeopleWorld, peopleWorld } from '../support/people-world.ts';

let database: TestDatabase;
let world: PeopleWorld;
beforeAll(async () => {
  database = await testDatabase();
  world = await peopleWorld(database);
});
afterAll(() => database.stop());

const odile = {
  name: 'Odile Marchand',
  address: '3 rue du Moulin\n99130 Lanterolles',
  phone: null,
  email: null,
};
const atHome = { ...odile, phone: '+33639980301' };
const byMail = { ...odile, email: 'odile@courriel.example' };
const twoSheets = async (suffix: string) => {
  const name = `Odile ${suffix}`;
  const [one, other] = [
    { ...atHome, name, phone: `+33639981${String(suffix.length).padStart(3, '0')}` },
    { ...byMail, name, email: `${suffix}@courriel.example` },
  ];
  const first = await world.requestFrom(one);
  const second = await world.requestFrom(other);
  const ids = await Promise.all(
    [first, second].map(async (each) => (await world.whose(each)).person?.personId ?? ''),
  );
  return { one, other, a: ids[0] ?? '', b: ids[1] ?? '', first, second };
};

describe('two sheets become one person, and two again', () => {
  it('proposes what is likely, shows one page once merged, and gives each page back to the letter', async () => {
    const { one, other, a, b, first, second } = await twoSheets('lanterolles');
    expect((await world.proposed()).duplicates).toMatchObject([
      { confidence: 0.8, reasons: ['same-address', 'same-name'] },
    ]);
    const before = [await world.page(a), await world.page(b)];
    expect(before[0]?.duplicates.map(({ person }) => person.personId)).toEqual([b]);
    const { mergeId } = await world.merge(a, b);
    const merged = await world.page(b);
    expect(merged).toEqual(await world.page(a));
    expect(merged.requests.map(({ reference }) => reference).sort()).toEqual([first, second].sort());
    expect([merged.duplicates, (await world.proposed()).duplicates]).toEqual([[], []]);
    await world.undo(b, mergeId);
    expect([await world.page(a), await world.page(b)]).toEqual(before);
    expect((await world.proposed()).duplicates).toHaveLength(1);

    const again = await world.merge(b, a);
    const call = await world.contactFrom({ name: one.name, phone: one.phone }, { channel: 'phone' });
    const mail = await world.requestFrom({ name: other.name, email: other.email });
    expect((await world.page(a)).contacts).toHaveLength(4);
    await world.undo(a, again.mergeId);
    const after = [await world.page(a), await world.page(b)];
    expect(after[0]?.contacts.map(({ contactId }) => contactId)).toContain(call);
    expect(after[1]?.requests.map(({ reference }) => reference)).toContain(mail);
    expect(after.map(({ contacts }) => contacts.length)).toEqual([2, 2]);
    const known = before.flatMap(({ contacts }) => contacts.map(({ contactId }) => contactId));
    const asBefore = after.map((page) => ({
      ...page,
      requests: page.requests.filter(({ reference }) => reference !== mail),
      contacts: page.contacts.filter(({ contactId }) => known.includes(contactId)),
      tasks: page.tasks.filter(({ reference }) => reference !== mail),
    }));
    expect(asBefore).toEqual(before);
  });

  it('remembers who said they are two people, and never proposes them again', async () => {
    const { one, other, a, b } = await twoSheets('voisines');
    await world.differ(a, b);
    await world.requestFrom({ ...one });
    await world.requestFrom({ ...other });
    const page = await world.page(a);
    expect(page.different).toMatchObject([{ personId: b, by: 'agent:nadia.benali', reason: 'voisins' }]);
    expect(page.duplicates).toEqual([]);
    await expect(world.merge(a, b)).rejects.toThrow('not-allowed-in-state');
    await expect(world.merge(a, b, true)).resolves.toBeDefined();
  });

  it('undoes saying that they are two people at once', async () => {
    const { a, b } = await twoSheets('distinctes');
    const { mergeId } = await world.merge(a, b);
    await world.undo(a, mergeId, true);
    expect((await world.page(b)).different).toMatchObject([{ personId: a }]);
    await expect(world.undo(a, mergeId, true)).resolves.toEqual({ people: [a, b] });
    await expect(world.undo(a, 'unknown')).rejects.toThrow('not-found');
  });

  it('merges the same two once when two agents press together', async () => {
    const { a, b } = await twoSheets('ensemble');
    const done = await Promise.allSettled([world.merge(a, b), world.merge(b, a)]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(world.merge(a, b)).rejects.toThrow('conflict');
  });

  it('believes what is certified over what is said later, and corrects the rest where it is known', async () => {
    const at = '2026-11-01T08:00:00.000Z';
    const clues = cluesOf({ ...unknownTraits, name: 'Odile Marchand', birth: '1950-01-02' });
    const certified = makePerson('a', 'person', clues, { source: 'certified', at, by: 'franceconnect' });
    const said = makePerson(
      'b',
      'person',
      cluesOf({ ...unknownTraits, name: 'Odette Marchant', birth: '1951-01-02' }),
      { source: 'checked', at: '2026-11-20T08:00:00.000Z', by: 'agent:x' },
    );
    const { givenName, familyName, birth } = foldPersons([said, certified]);
    expect([givenName?.value, familyName?.value, birth?.value]).toEqual(['Odile', 'Marchand', '1950-01-02']);
  });
});

type Act = { kind: 'merge'; one: number; other: number } | { kind: 'undo'; which: number };
const acts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), one: fc.nat(7), other: fc.nat(7) }),
    fc.record({ kind: fc.constant('undo' as const), which: fc.nat(20) }),
  ),
  { maxLength: 30 },
);
const ids = Array.from({ length: 8 }, (_, index) => `p${index}`);
const empty = (): Map<string, Cluster> => new Map(ids.map((id) => [id, { edges: [], version: 0 }]));

/** Merges and undoes as asked, refusing what would be refused. */
const play = (all: readonly Act[], clusters: Map<string, Cluster>): Edge[] => {
  let alive: Edge[] = [];
  const of = (id: string) => clusters.get(id) as Cluster;
  const keep = (changes: ReturnType<typeof join>) => {
    for (const { id, read, cluster } of changes) {
      expect(of(id).version).toBe(read);
      clusters.set(id, cluster);
    }
  };
  for (const [index, act] of all.entries()) {
    if (act.kind === 'merge') {
      const [one, other] = [ids[act.one] as string, ids[act.other] as string];
      if (membersOf(one, of(one)).includes(other)) continue;
      const edge = { mergeId: `m${index}`, one, other, at: '', by: '', reason: '' };
      keep(join(of(one), of(other), edge));
      alive.push(edge);
    } else {
      const edge = alive[act.which % Math.max(1, alive.length)];
      if (!edge) continue;
      keep(part(edge.mergeId, of(edge.one)));
      alive = alive.filter((each) => each !== edge);
    }
  }
  return alive;
};

describe('whatever was merged and undone, in any order', () => {
  it('gives each page back with the contacts that named it, wherever they arrived', {
    tags: 'more',
    timeout: 60_000,
  }, async () => {
    const steps = fc.array(
      fc.record({ kind: fc.constantFrom('merge', 'undo', 'contact'), one: fc.nat(3), other: fc.nat(3) }),
      { minLength: 6, maxLength: 12 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        run += 1;
        const who = [0, 1, 2, 3].map((each) => ({
          name: `Camille Hasard${'abcd'[each]}`,
          email: `hasard.${run}.${each}@courriel.example`,
        }));
        const made = await Promise.all(who.map((each) => world.create(each)));
        const sheets = made.map(({ person }) => person.personId);
        const before = await Promise.all(sheets.map((id) => world.page(id)));
        const [alive, arrived]: [{ mergeId: string; one: string }[], string[][]] = [[], [[], [], [], []]];
        for (const { kind, one, other } of all) {
          const [a, b] = [sheets[one] ?? '', sheets[other] ?? ''];
          if (kind === 'contact') arrived[one]?.push(await world.contactFrom(who[one] ?? {}));
          if (kind === 'undo' && alive[0]) {
            const [{ mergeId, one: side }] = alive.splice(other % alive.length, 1) as [
              (typeof alive)[number],
            ];
            await world.undo(side, mergeId);
          }
          if (kind === 'merge' && !(await world.page(a)).sheets.includes(b))
            alive.push({ mergeId: (await world.merge(a, b)).mergeId, one: a });
        }
        for (const { mergeId, one } of alive) await world.undo(one, mergeId);
        for (const [at, id] of sheets.entries()) {
          const { contacts, ...page } = await world.page(id);
          const { contacts: _none, ...was } = before[at] ?? { contacts: [] };
          expect(page).toEqual(was);
          expect(contacts.map(({ contactId }) => contactId).sort()).toEqual(arrived[at]?.sort());
        }
      }),
      { seed: 362, numRuns: 6 },
    );
  });

  it('shows as one exactly those whose merges stand, and agrees on it from every sheet', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const clusters = empty();
        const alive = play(all, clusters);
        for (const id of ids) {
          const members = membersOf(id, clusters.get(id) as Cluster);
          expect(members).toEqual(membersOf(id, { edges: alive }));
          for (const member of members)
            expect(membersOf(member, clusters.get(member) as Cluster)).toEqual(members);
        }
      }),
      { seed: 360, numRuns: 300 },
    );
  });

  it('leaves nothing behind once every merge is undone', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const clusters = empty();
        for (const { mergeId, one } of play(all, clusters).reverse())
          for (const { id, cluster } of part(mergeId, clusters.get(one) as Cluster))
            clusters.set(id, cluster);
        expect([...clusters.values()].every(({ edges }) => edges.length === 0)).toBe(true);
      }),
      { seed: 361, numRuns: 300 },
    );
  });
});
