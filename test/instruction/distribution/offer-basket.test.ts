import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerBasket } from '../../../functions/instruction/distribution/offer-basket.ts';
import { workloadTable } from '../../../functions/instruction/distribution/workload-table.adapter.ts';
import { openRequest } from '../../../functions/requests/open-request.ts';
import { requestTable } from '../../../functions/requests/request-table.adapter.ts';
import { newSalt, sha256 } from '../../../functions/requests/secrets.adapter.ts';
import { dayIn } from '../../../functions/shared/clock.adapter.ts';
import { type TestDatabase, testDatabase } from '../../support/dynamo.ts';
import { aContact, authority } from '../../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

/** Somebody's request in a state, and a basket of two. */
const offered = async (request: { state: string; agent?: string | null; department?: string | null }) => {
  const woken: string[] = [];
  const whole = { agent: 'ana', department: 'voirie', ...request };
  await offerBasket({
    snapshot: async () => ({ request: whole }) as never,
    basket: async () => ['VC-2', 'VC-1', 'VC-3'],
    wake: async (reference) => woken.push(reference),
  })('VC-1');
  return woken;
};

describe('what waits in the common basket', () => {
  it.each(['answered', 'closed', 'withdrawn', 'transferred'])(
    'is offered at once when somebody is done: %s',
    async (state) => {
      expect(await offered({ state })).toEqual(['VC-2', 'VC-3']);
    },
  );
  it.each([
    { state: 'assigned' },
    { state: 'waiting-citizen' },
    { state: 'closed', agent: null },
    { state: 'closed', department: null },
  ])('is left alone while nobody has more room: %j', async (request) => {
    expect(await offered(request)).toEqual([]);
  });

  it('is read from the board: who has nobody, not who has somebody', async () => {
    const { db, table } = database;
    const name = await table();
    const requests = requestTable(db, name);
    const open = openRequest({
      ...{ requests, dayIn, newSalt, hash: sha256 },
      contact: async (id) => aContact(id),
      authority: async () => authority,
      procedure: async () => null,
    });
    const free = (await open({ contactId: 'c-free' })).reference;
    const taken = (await open({ contactId: 'c-taken' })).reference;
    const department = (await requests.load(free)).request.department ?? '';
    await requests.append(taken, { key: 'give' }, () => ({
      commands: [{ command: 'request-assigned', department, agent: 'ana', by: 'agent:ana', reason: null }],
    }));
    const { basket } = workloadTable(db, name);
    expect(await basket(department, 8)).toEqual([free]);
  });
});
