import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Agent } from '../../../functions/agents/agent.ts';
import { distribute, finds } from '../../../functions/instruction/distribution/distribute.ts';
import { distributionTable } from '../../../functions/instruction/distribution/distribution-table.adapter.ts';
import { Rules } from '../../../functions/instruction/distribution/rules.ts';
import { openRequest } from '../../../functions/requests/open-request.ts';
import { requestTable } from '../../../functions/requests/request-table.adapter.ts';
import { newSalt, sha256 } from '../../../functions/requests/secrets.adapter.ts';
import { dayIn, now } from '../../../functions/shared/clock.adapter.ts';
import { type TestDatabase, testDatabase } from '../../support/dynamo.ts';
import { aContact, authority } from '../../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const agent = (login: string): Agent => ({
  ...{ login, email: '', givenName: '', familyName: '', title: '' },
  ...{ roles: ['instructor'], departments: ['etat-civil'] },
});
const department = 'etat-civil';

/** A department of three, its requests and its rules in a database of their own. */
const world = async () => {
  const { db, table } = database;
  const [people, requests] = await Promise.all([table(), table()]);
  const { load, append, ...rest } = requestTable(db, requests);
  const shares = distributionTable(db, { people, requests });
  const open = openRequest({
    ...{ requests: { append, ...rest }, dayIn, newSalt, hash: sha256 },
    contact: async (id) => aContact(id),
    authority: async () => authority,
    procedure: async () => null,
  });
  const agentsOf = async () => ['ana', 'bob', 'cleo'].map(agent);
  const give = distribute({ ...shares, append, agentsOf, now });
  const place = { today: '2026-11-23', authority };
  return {
    ...{ shares, append, load },
    find: async (reference: string, rules: Rules) =>
      finds({ ...shares, agentsOf, now })(await load(reference), null, rules, place),
    open: async (count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, at) => (await open({ contactId: `c-${at}` })).reference),
      ),
    give: async (reference: string, rules: Rules) => give(await load(reference), null, rules, place),
    agentOf: async (reference: string) => (await load(reference)).request.agent,
  };
};

it.each(['least-loaded', 'in-turn'] as const)(
  'gives twelve that come at once to three people, four each: %s',
  async (rest) => {
    const { open, give, agentOf } = await world();
    const references = await open(12);
    const rules = Rules().parse({ rest });
    await Promise.all(references.map((reference) => give(reference, rules)));
    const given = await Promise.all(references.map(agentOf));
    for (const login of ['ana', 'bob', 'cleo']) expect(given.filter((one) => one === login)).toHaveLength(4);
  },
);

it('leaves what is too much in the common basket, says so once, and does not ask again', async () => {
  const { open, give, load } = await world();
  const references = await open(7);
  const rules = Rules().parse({ cap: 2 });
  for (const reference of [...references, ...references]) await give(reference, rules);
  const wholes = await Promise.all(references.map(load));
  expect(wholes.filter(({ request }) => request.agent === null)).toHaveLength(1);
  for (const { events } of wholes)
    expect(events.filter(({ type }) => type === 'request-assigned')).toHaveLength(1);
});

it('gives what nobody could take once somebody has room, and writes nothing before', async () => {
  const { open, give, find, agentOf, load } = await world();
  const references = await open(4);
  const full = Rules().parse({ cap: 1 });
  for (const reference of references) await give(reference, full);
  const left = references.at(-1) ?? '';
  const { length } = (await load(left)).events;
  expect([await agentOf(left), await find(left, full)]).toEqual([null, false]);
  await give(left, full);
  expect((await load(left)).events).toHaveLength(length);
  const roomy = Rules().parse({ cap: 2 });
  expect(await find(left, roomy)).toBe(true);
  await give(left, roomy);
  expect(await agentOf(left)).not.toBeNull();
});

it('keeps what a person chose while the rules were looking', async () => {
  const { open, give, append, agentOf, load } = await world();
  const [reference = ''] = await open(1);
  const before = await load(reference);
  await append(reference, { key: 'by-hand' }, () => ({
    commands: [{ command: 'request-assigned', department, agent: 'cleo', by: 'agent:head', reason: null }],
  }));
  await give(reference, Rules().parse({}));
  expect(before.request.agent).toBeNull();
  expect(await agentOf(reference)).toBe('cleo');
});

it('keeps each version of the rules, and refuses to save over another one', async () => {
  const { shares } = await world();
  const rules = Rules().parse({ cap: 7 });
  await shares.save(department, { version: 1, rules, by: 'head', at: '2026-11-23T09:00:00.000Z' });
  await expect(
    shares.save(department, { version: 1, rules, by: 'other', at: '2026-11-23T09:01:00.000Z' }),
  ).rejects.toThrow('conflict');
  await shares.save(department, { version: 2, rules, by: 'other', at: '2026-11-23T09:02:00.000Z' });
  expect(await shares.rules(department)).toMatchObject({ version: 2, by: 'other', rules: { cap: 7 } });
  expect(await shares.rules('voirie')).toBeNull();
});
