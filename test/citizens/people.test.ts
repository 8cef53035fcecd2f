import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { type PeopleWorld, peopleWorld } from '../support/people-world.ts';

let database: TestDatabase;
let world: PeopleWorld;
beforeAll(async () => {
  database = await testDatabase();
  world = await peopleWorld(database);
});
afterAll(() => database.stop());

let numbered = 0;
const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Invented people of one test, strangers to those of the others. */
const family = () => {
  numbered += 1;
  const street = `${numbered} rue des Essais\n99100 Val-Clair`;
  const phone = `+336399${String(80_000 + numbered)}`;
  const person = (name: string) => ({
    name,
    email: `${plain(name).replace(/\s/g, '.')}.${numbered}@courriel.example`,
    phone: null as string | null,
    address: street,
  });
  return { street, phone, person };
};
const linesOf = async (reference: string) =>
  (await world.deps.requests.load(reference)).events.map(({ type }) => type);

describe('whoever writes, calls and comes again is one person', () => {
  it('makes a person of a first request, and finds them again from their mailbox, once however often it is told', async () => {
    const jeanne = family().person('Jeanne Essai');
    const first = await world.requestFrom(jeanne);
    const second = await world.requestFrom({ ...jeanne, name: 'ESSAI Jeanne', address: null });
    for (let again = 0; again < 3; again += 1) await world.link.request({ reference: second });
    const { person } = await world.whose(first);
    expect((await world.whose(second)).person?.personId).toBe(person?.personId);
    const page = await world.page(person?.personId ?? '');
    expect(page.requests.map(({ reference }) => reference).sort()).toEqual([first, second].sort());
    expect(page.contacts).toHaveLength(2);
    expect((await linesOf(second)).filter((type) => type === 'person-linked')).toHaveLength(1);
    expect(page.identity.map(({ field, value, source }) => [field, value, source])).toEqual([
      ['givenName', 'Jeanne', 'declared'],
      ['familyName', 'Essai', 'declared'],
      ['address', jeanne.address, 'declared'],
      ['email', jeanne.email, 'declared'],
    ]);
  });

  it('makes one person of two first contacts that arrive together', async () => {
    const paul = family().person('Paul Ensemble');
    await Promise.all([1, 2, 3].map(() => world.requestFrom(paul)));
    expect((await world.alike({ name: paul.name, email: paul.email })).alike).toHaveLength(1);
  });

  it('makes nobody of a number that called, and gives the call to whom the agent picks', async () => {
    const { phone, person } = family();
    const call = { channel: 'phone' as const, id: `call-${phone}` };
    await world.contactFrom({ phone }, call);
    expect((await world.alike({ phone })).alike).toEqual([]);
    const caller = (await world.create({ ...person('Alma Picked'), phone })).person;
    const other = await world.contactFrom({ phone }, { ...call, id: `other-${phone}` });
    expect((await world.page(caller.personId)).contacts).toEqual([]);
    const picked = { personId: caller.personId, confidence: 1, by: 'agent:nadia.benali', reasons: [] };
    await world.contactFrom({ phone }, { ...call, id: `picked-${phone}`, person: picked });
    const shown = (await world.page(caller.personId)).contacts.map(({ contactId }) => contactId);
    expect(shown).toEqual([`picked-${phone}`]);
    expect(shown).not.toContain(other);
  });

  it('proposes two strangers who look alike though they arrive together', async () => {
    const { person } = family();
    const one = person('Alix Jumelle');
    const other = { ...one, email: `autre.${one.email}` };
    const [reference] = await Promise.all([world.requestFrom(one), world.requestFrom(other)]);
    const { personId = '' } = (await world.whose(reference)).person ?? {};
    expect((await world.page(personId)).duplicates).toHaveLength(1);
  });

  it('asks an agent when a father and a son share name and mailbox, and links nobody meanwhile', async () => {
    const one = family().person('Jean Homonyme');
    const father = (await world.create({ ...one, birth: '1950-01-02' })).person;
    const son = (await world.create({ ...one, birth: '1985-03-04' })).person;
    const reference = await world.requestFrom(one);
    const { person, alike } = await world.whose(reference);
    expect(person).toBeNull();
    expect(alike.map(({ person }) => person.personId).sort()).toEqual([father.personId, son.personId].sort());
    await world.give(reference, son.personId);
    expect((await world.page(son.personId)).requests).toHaveLength(1);
    expect((await world.page(father.personId)).requests).toHaveLength(0);
  });

  it('takes what a form adds to somebody for no proof of who they are', async () => {
    const { person, phone } = family();
    const victim = (await world.create({ ...person('Odette Visée'), phone })).person;
    const attack = await world.requestFrom(
      { name: 'Odette Visée', phone, email: 'intrus@courriel.example' },
      { channel: 'form' },
    );
    expect((await world.whose(attack)).person?.personId).toBe(victim.personId);
    const identifiers = await world.known.knownIdentifiers(victim.personId);
    expect(identifiers.filter(({ proves }) => proves).map(({ value }) => value)).not.toContain(
      'intrus@courriel.example',
    );
    expect(identifiers.map(({ value }) => value)).toContain('intrus@courriel.example');
  });

  it('moves a request that went to the wrong person, with its contact, and does not send it back', async () => {
    const { person } = family();
    const right = (await world.create(person('Anne Exacte'))).person;
    const wrong = person('Anne Erreur');
    const reference = await world.requestFrom(wrong);
    const before = (await world.whose(reference)).person?.personId ?? '';
    await world.give(reference, right.personId);
    await world.link.request({ reference });
    const [left, joined] = [await world.page(before), await world.page(right.personId)];
    expect([left.requests, left.contacts]).toEqual([[], []]);
    expect(joined.requests.map((each) => each.reference)).toEqual([reference]);
    expect(joined.contacts).toHaveLength(1);
    expect((await linesOf(reference)).filter((type) => type.startsWith('person'))).toEqual([
      'person-linked',
      'person-unlinked',
      'person-linked',
    ]);
    await world.give(reference, null);
    await world.link.request({ reference });
    expect((await world.whose(reference)).person?.personId).not.toBe(before);
  });
});

describe('an agent sees what they may, and is seen looking', () => {
  it('notes each reading with its reason, once in a quarter of an hour', async () => {
    const { personId } = (await world.create(family().person('Lue Souvent'))).person;
    await world.page(personId);
    world.advance(14);
    await world.page(personId);
    expect(await world.readings(personId)).toHaveLength(1);
    world.advance(2);
    await world.page(personId, world.caller({ login: 'paul.girard', roles: ['instructor'] }));
    await world.page(personId);
    const readings = await world.readings(personId);
    expect(readings.map(({ by, reason }) => `${by} ${reason}`).sort()).toEqual([
      'agent:nadia.benali reception',
      'agent:nadia.benali reception',
      'agent:paul.girard instruction',
    ]);
  });

  it('is noted for whoever is shown because somebody new looks like them', async () => {
    const ines = family().person('Ines Semblable');
    const { person } = await world.create(ines);
    expect(await world.readings(person.personId)).toHaveLength(1);
    world.advance(1);
    expect((await world.create(ines)).alike.map((one) => one.person.personId)).toEqual([person.personId]);
    const reasons = (await world.readings(person.personId)).map(({ reason }) => reason);
    expect(reasons).toContain('duplicate');
  });

  it('is noted as well for whom a request or a search for the same person shows, once', async () => {
    const mona = family().person('Mona Montrée');
    const reference = await world.requestFrom(mona);
    const one = await world.create(mona);
    const shown = async () => {
      const { person } = await world.whose(reference);
      world.advance(1);
      await world.alike({ name: mona.name, email: mona.email });
      return person?.personId ?? '';
    };
    const linked = await shown();
    await shown();
    world.advance(1);
    const notes = async (personId: string) =>
      (await world.readings(personId)).map((one) => `${one.reason} ${one.reference}`).sort();
    const own = ['duplicate null', `instruction ${reference}`, 'reception null'];
    expect(await notes(linked)).toEqual(own);
    expect(await notes(one.person.personId)).toEqual(['duplicate null', 'reception null']);
  });

  it('keeps as the reason of a reading a reference of that person alone, never what was typed', async () => {
    const own = await world.requestFrom(family().person('Noé Justifié'));
    const foreign = await world.requestFrom(family().person('Iris Étrangère'));
    const personId = (await world.whose(own)).person?.personId ?? '';
    for (const [at, reference] of [own.toLowerCase(), foreign, 'sa voisine', 'VC-2026-999999-Z'].entries()) {
      const by = world.caller({ login: `agent-${at}` });
      const asked = { params: { personId }, body: undefined, headers: undefined };
      await world.readPerson({ ...asked, query: { reason: 'instruction', reference } }, by);
    }
    const readings = (await world.readings(personId)).filter(({ by }) => by.startsWith('agent:agent-'));
    const kept = Object.fromEntries(readings.map(({ by, reference }) => [by.slice(-1), reference]));
    expect(kept).toEqual({ 0: own, 1: null, 2: null, 3: null });
  });

  it('hides what is reserved to the cabinet from the others, request and contact', async () => {
    const rose = family().person('Rose Discrète');
    const sender = { ...rose, phone: null };
    const proposal = {
      ...{ department: 'cabinet', confidence: 0.95, routed: true, others: [], procedure: null },
      ...{ urgency: 'normal' as const, sender, subject: 'Au maire', reference: null, reasons: [] },
    };
    const reference = await world.requestFrom(rose, { proposal });
    const { personId } = (await world.alike({ name: rose.name, email: rose.email })).alike[0]?.person ?? {};
    const [outside, inside] = [
      await world.page(personId ?? ''),
      await world.page(personId ?? '', world.caller({ departments: ['cabinet'] })),
    ];
    expect([outside.requests, outside.contacts, outside.tasks]).toEqual([[], [], []]);
    const asked = { params: { personId: personId ?? '' }, body: undefined, headers: undefined };
    await world.readPerson({ ...asked, query: { reason: 'instruction', reference } }, world.caller());
    expect(JSON.stringify(await world.readings(personId ?? ''))).not.toContain(reference);
    expect(inside.requests.map((each) => each.reference)).toEqual([reference]);
    expect(inside.contacts).toHaveLength(1);
  });

  it('hides what a request of another department is about from those who may not open it, and shows that it stands', async () => {
    const lea = { ...family().person('Léa Ailleurs'), phone: null };
    const proposal = {
      ...{ department: 'action-sociale', confidence: 0.95, routed: true, others: [], procedure: null },
      ...{ urgency: 'normal' as const, sender: lea, subject: 'Aide au loyer', reference: null, reasons: [] },
    };
    const reference = await world.requestFrom(lea, { proposal });
    const personId = (await world.whose(reference)).person?.personId ?? '';
    const instructor = { login: 'paul.girard', roles: ['instructor' as const] };
    const other = await world.page(personId, world.caller({ ...instructor, departments: ['voirie'] }));
    expect(other.requests).toMatchObject([
      { reference, subject: '', department: 'action-sociale', mayOpen: false },
    ]);
    expect(other.contacts).toHaveLength(1);
    expect(JSON.stringify(other)).not.toContain('loyer');
    const own = await world.page(personId, world.caller({ ...instructor, departments: ['action-sociale'] }));
    expect([...own.requests, ...own.contacts, ...own.tasks].map(({ subject }) => subject)).toEqual(
      Array(3).fill('Aide au loyer'),
    );
  });

  it('reads a page of a person with a thousand contacts for the price of ten', async () => {
    const busy = (await world.create(family().person('Bruno Bavard'))).person;
    const link = { by: 'auto', confidence: 1, reasons: [] };
    for (let made = 0; made < 1_000; made += 50)
      await world.deps.people.transact(
        Array.from({ length: 50 }, (_, index) => {
          const at = new Date(Date.UTC(2026, 0, 1, 0, made + index)).toISOString();
          const one = { kind: 'contact' as const, id: `many-${made + index}`, at, ...link };
          return world.deps.people.put({
            ...{ pk: `PERSON#${busy.personId}`, sk: `LINK#contact#${at}#${one.id}`, link: one },
          });
        }),
      );
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { links, next } = await world.deps.links.page([busy.personId], 'contact', 30, after);
      expect(links.length).toBeLessThanOrEqual(30);
      seen.push(...links.map(({ id }) => id));
      after = next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(1_000);
    expect(seen[0]).toBe('many-999');
  });

  it('does another merge under another key only, and says so', async () => {
    const [one, two, three] = await Promise.all(
      ['Una Cle', 'Duo Cle', 'Tria Cle'].map(
        async (name) => (await world.create(family().person(name))).person.personId,
      ),
    );
    const merge = (other = '') =>
      mergePersons(world.deps)(
        {
          params: { personId: one ?? '' },
          body: { with: other, reason: 'test', despite: false },
          ...{ headers: { 'idempotency-key': 'a-key-of-its-own' }, query: undefined },
        },
        world.caller(),
      );
    expect(await merge(two)).toEqual(await merge(two));
    await expect(merge(three)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('keeps the household an agent was told of, on both sides', async () => {
    const { person } = family();
    const mother = (await world.create(person('Mère Famille'))).person;
    const child = (await world.create(person('Enfant Famille'))).person;
    await world.kin(mother.personId, child.personId, 'child');
    expect((await world.page(child.personId)).household).toMatchObject([
      { personId: mother.personId, relation: 'parent' },
    ]);
    await world.kin(mother.personId, child.personId, null);
    expect((await world.page(mother.personId)).household).toEqual([]);
  });
});

import { mergePersons } from '../../functions/citizens/merge-people.ts';
