import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutPeople } from '../../functions/knowledge/past-answers.ts';
import { pastAnswersTable } from '../../functions/knowledge/past-answers-table.adapter.ts';
import { readPastAnswers } from '../../functions/knowledge/read-past-answers.ts';
import { standing } from '../../functions/requests/found-by.adapter.ts';
import type { Request } from '../../functions/requests/request.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aRequest } from '../support/instruction-situation.ts';
import { aContact, aKey, asAgent, doings, requestWorld } from '../support/request-world.ts';

describe('an answer is kept as words and names nobody', () => {
  it.each([
    ['Bonjour Madame Jeanne Martin,', 'Bonjour …,'],
    ['Chère Jeanne, le fils de M. Oscar Petit', 'Chère …, le fils de …'],
    ['Votre demande VC-2026-000012-K du 3 mai', 'Votre demande … du 3 mai'],
    ['au 06 12 34 56 78 ou jeanne@example.org.', 'au … ou …'],
    ['Numéro 2 84 05 88 100 001 42', 'Numéro …'],
    ['Madame, Monsieur, la martingale', 'Madame, Monsieur, la martingale'],
    ['Paul GIRARD, au guichet', '…, au guichet'],
  ])('%s', (text, wanted) => {
    expect(withoutPeople(text, ['Jeanne MARTIN', 'paul.girard']).trim()).toBe(wanted);
  });
});

describe('what a department answered before is found by words of it', () => {
  const answered = (reference: string, department: string, isImplicit = false): Request =>
    aRequest({
      ...{ reference, department, state: 'closed' },
      answer: {
        messageId: 'm',
        outcome: 'granted',
        decidedAt: '2026-05-04T08:00:00.000Z',
        sentAt: null,
        isImplicit,
      },
    });
  const said = (reference: string, text: string) => ({
    ...{ reference, subject: 'Place de marché', sender: 'Zoé Lebrun', author: 'ana', text },
  });
  const where: Record<string, Request> = {
    a: answered('a', 'voirie'),
    b: answered('b', 'voirie'),
    moved: answered('moved', 'cabinet'),
    silence: answered('silence', 'voirie', true),
    open: aRequest({ reference: 'open', department: 'voirie' }),
    own: answered('own', 'cabinet'),
  };
  const reads: string[] = [];
  const ask = readPastAnswers({
    clock: () => 0,
    standing: async (references) =>
      new Map(references.flatMap((one) => (where[one] ? [[one, where[one]]] : []))),
    newest: async (department) => {
      reads.push(department);
      return department === 'cabinet'
        ? [said('own', 'Le tarif du stand est secret.')]
        : ['a', 'moved', 'silence', 'open', 'gone'].map((one) =>
            said(one, `Le tarif ${one} du stand est de douze euros, Zoé Lebrun.`),
          );
    },
  });
  const find = async (q: string, departments: string[], roles?: Parameters<typeof asAgent>[0]) =>
    (await ask({ body: { q, limit: 4 } } as Parameters<typeof ask>[0], asAgent({ departments, ...roles })))
      .results;

  it('in one’s own departments, where it stands now, and never what silence decided', async () => {
    const found = await find('tarif du stand', ['voirie']);
    expect(found.map(({ reference }) => reference)).toEqual(['a']);
    expect(found[0]).toMatchObject({ department: 'voirie', outcome: 'granted', subject: 'Place de marché' });
    expect(found[0]?.passage).toBe('Le tarif a du stand est de douze euros, ….');
  });

  it('by the cabinet’s own people alone, whatever the role', async () => {
    expect((await find('stand secret', ['cabinet'])).map(({ reference }) => reference)).toEqual(['own']);
    expect(await find('stand secret', ['finances'], { roles: ['administrator', 'quality'] })).toEqual([]);
  });

  it('and by nobody’s name; read once for a while', async () => {
    expect(await find('Zoé Lebrun', ['voirie'])).toEqual([]);
    expect(await find('  ', ['voirie'])).toEqual([]);
    expect(reads.filter((one) => one === 'voirie')).toHaveLength(1);
  });
});

describe('answers are read where the requests are', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.stop());

  it('from the moment of the answer on, with its words', async () => {
    const world = await requestWorld(database);
    const does = doings(world);
    const { reference } = await world.open({ contactId: 'c-1' });
    await world.open({ contactId: 'c-2' });
    await does.instruct.assign({ reference });
    const { newest } = pastAnswersTable(world.db, world.name);
    expect(await newest('etat-civil', 10)).toEqual([]);
    const { version } = (await world.requests.load(reference)).request;
    const text = 'Votre acte arrive par la poste.';
    const body = { version, text, uploads: [], outcome: 'answered' as const };
    await does.answer({ params: { reference }, query: undefined, headers: aKey(), body }, asAgent());
    const { subject, sender } = aContact('c-1');
    expect(await newest('etat-civil', 10)).toEqual([
      {
        ...{ reference, subject, sender: sender.name, author: expect.any(String) },
        text: expect.stringContaining('Votre acte arrive par la poste.'),
      },
    ]);
    expect(await newest('voirie', 10)).toEqual([]);
    const now = await standing(world.db, world.name)([reference, 'none']);
    expect([...now.keys()]).toEqual([reference]);
  });
});
