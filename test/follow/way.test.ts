import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followItems } from '../../functions/requests/followers.ts';
import { snapshotItem } from '../../functions/requests/items.ts';
import { formatReference } from '../../functions/requests/reference.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { anAccount, asCitizen, type FollowWorld, followWorld, refusalOf } from '../support/follow-world.ts';
import { aRequest } from '../support/instruction-situation.ts';

let database: TestDatabase;
let follow: FollowWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  follow = await followWorld(database);
});
afterAll(() => database.stop());

const jeanne = asCitizen();
const paul = asCitizen({ account: 'a-paul', person: 'p-paul', email: 'paul@example.org' });
const none = { params: undefined, query: undefined, headers: undefined, body: undefined };
const add = (reference: string, trackingCode = follow.code, caller = jeanne) =>
  follow.add({ ...none, body: { reference, trackingCode } }, caller);
const list = (caller = jeanne, query: { after?: string; limit: number } = { limit: 20 }) =>
  follow.list({ ...none, query }, caller);
const remove = (reference: string, caller = jeanne) =>
  follow.remove({ ...none, params: { reference } }, caller);
const track = (reference: string, caller = jeanne, headers = {}) =>
  follow.track({ ...none, params: { reference }, headers }, caller);

describe('one’s own requests', () => {
  it('gain one by its number and code, typed as people type, and lose it again', async () => {
    const reference = await follow.open();
    expect(await refusalOf(add(reference, 'FAUX-12345'))).toBe('wrong-tracking-code');
    expect(await refusalOf(add('VC-2026-999999-A'))).toBe('wrong-tracking-code');
    await add(reference.toLowerCase().replaceAll('-', ' '));
    await add(reference);
    const { requests } = await list();
    expect(requests).toMatchObject([{ reference, group: 'open', proof: 'code', promisedOn: '2026-05-02' }]);
    expect(await track(reference)).toMatchObject({ reference, isFollowed: true });
    await remove(reference);
    expect((await list()).requests).toEqual([]);
    expect(await refusalOf(track(reference))).toBe('wrong-tracking-code');
    const { events } = await follow.world.requests.load(reference);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['follower-joined', 'follower-left']);
    expect(JSON.stringify(events)).not.toContain('example.org');
  });

  it('are nobody else’s: not another account’s, not another code’s, not a stranger’s', async () => {
    const reference = await follow.open();
    await add(reference);
    expect(await refusalOf(track(reference, paul))).toBe('wrong-tracking-code');
    expect(await refusalOf(remove(reference, paul))).toBe('wrong-tracking-code');
    expect(await refusalOf(track(reference, jeanne, { 'x-tracking-code': 'FAUX-12345' }))).toBe(
      'wrong-tracking-code',
    );
    const stranger = { ...jeanne, kind: 'anonymous' } as never;
    expect(await refusalOf(track(reference, stranger))).toBe('unauthenticated');
    expect((await list(paul)).requests).toEqual([]);
  });

  it('open to whoever acts for the person within their mandate, which says so in the journal', async () => {
    const reference = await follow.open();
    const acting = (scope: ('requests' | 'payments')[]) =>
      asCitizen({
        ...paul.citizen,
        actingFor: { mandate: 'm-1', account: 'a-jeanne', person: 'p-jeanne', name: 'Jeanne Martin', scope },
      });
    expect(await refusalOf(list(acting(['payments'])))).toBe('forbidden');
    await add(reference, follow.code, acting(['requests']));
    expect((await list()).requests).toHaveLength(1);
    expect(await refusalOf(track(reference, acting(['payments'])))).toBe('wrong-tracking-code');
    const { events } = await follow.world.requests.load(reference);
    expect(events.at(-1)).toMatchObject({ account: 'a-jeanne', by: 'mandate:m-1' });
  });

  it('are there whichever is told first, that the form was sent or that the request is open', async () => {
    await follow.adopt.lodged({ reference: 'VC-2026-000001-P', account: 'a-jeanne' });
    const reference = await follow.open();
    expect(reference).toBe('VC-2026-000001-P');
    await follow.adopt.opened({ reference });
    await follow.adopt.lodged({ reference, account: 'a-jeanne' });
    expect((await list()).requests).toMatchObject([{ reference, proof: 'lodged' }]);
  });

  it('are found from before the account, on proof only, and once', async () => {
    const mine = await follow.open('c-1');
    const hers = await follow.open('c-2', {
      sender: { name: 'Jeanne Martin', email: 'autre@example.org', phone: null, address: null },
    });
    // The register has another sheet for whoever wrote from the address.
    follow.link(mine, 'p-other');
    follow.sheets.set('IDENT#email#jeanne@example.org', ['p-other']);
    follow.link(hers, 'p-jeanne', { reasons: ['same-name'] });
    expect((await list()).isSeeking).toBe(true);
    await follow.adopt.seek({ account: 'a-jeanne', after: null });
    expect(await list()).toMatchObject({ isSeeking: false, requests: [{ reference: mine, proof: 'email' }] });
    follow.accounts.set('a-jeanne', anAccount({ franceConnect: { sub: 's', certifiedAt: '2026-04-03' } }));
    follow.link(hers, 'p-jeanne', { by: 'agent:paul' });
    expect((await list()).isSeeking).toBe(true);
    await follow.adopt.seek({ account: 'a-jeanne', after: null });
    expect((await list()).requests.map(({ proof }) => proof).sort()).toEqual(['email', 'identity']);
    // Taken out by hand, it does not come back by itself; said to be somebody else’s, it leaves.
    await remove(mine);
    await follow.adopt.linked({ reference: mine, personId: 'p-jeanne' });
    expect((await list()).requests).toMatchObject([{ reference: hers }]);
    await follow.world.requests.append(hers, { key: 'linked' }, () => ({
      commands: [
        { command: 'person-linked', personId: 'p-jeanne', by: 'auto', confidence: 1 },
        { command: 'person-unlinked', personId: 'p-jeanne', by: 'agent:paul' },
      ],
    }));
    expect((await list()).requests).toEqual([]);
  });

  it('pass to the account that another was joined to', async () => {
    const reference = await follow.open();
    await add(reference, follow.code, paul);
    await follow.adopt.joined({ from: 'a-paul', into: 'a-jeanne' });
    expect((await list()).requests).toMatchObject([{ reference, proof: 'code' }]);
    expect((await list(paul)).requests).toEqual([]);
  });

  it('are read a page at a time, a thousand of them', { timeout: 30_000 }, async () => {
    const followers = [{ account: 'a-jeanne', proof: 'code' as const }];
    const items = Array.from({ length: 1_000 }, (_, index) => {
      const reference = formatReference('VC', 2026, index + 1);
      const day = `2026-${String((index % 12) + 1).padStart(2, '0')}-10`;
      const state =
        index < 3 ? ('waiting-citizen' as const) : index < 503 ? ('assigned' as const) : ('closed' as const);
      const request = aRequest({
        reference,
        state,
        followers,
        receivedOn: day,
        procedure: null,
        closedAt: `${day}T08:00:00Z`,
      });
      const snapshot = {
        request,
        head: { seq: 1, hash: '' },
        card: { subject: `n${index}`, sender: '' },
        due: day,
        repair: null,
      };
      return [snapshotItem(snapshot), ...followItems(null, snapshot, 0)];
    }).flat();
    for (let at = 0; at < items.length; at += 25)
      await database.db.send(
        new BatchWriteCommand({
          RequestItems: {
            [follow.world.name]: items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } })),
          },
        }),
      );
    const sizes: number[] = [];
    const seen: string[] = [];
    const read = database.db.send.bind(database.db);
    let after: string | undefined;
    do {
      let calls = 0;
      database.db.send = ((command: never) => {
        calls += 1;
        return read(command);
      }) as typeof database.db.send;
      const page = await follow.table.page('a-jeanne', 50, after);
      sizes.push(calls);
      seen.push(...page.snapshots.map(({ request }) => request.state));
      after = page.next ?? undefined;
    } while (after);
    database.db.send = read;
    expect(seen).toHaveLength(1_000);
    expect(seen.slice(0, 4)).toEqual(['waiting-citizen', 'waiting-citizen', 'waiting-citizen', 'assigned']);
    expect(seen.slice(503).every((state) => state === 'closed')).toBe(true);
    expect(new Set(sizes)).toEqual(new Set([2]));
  });
});
