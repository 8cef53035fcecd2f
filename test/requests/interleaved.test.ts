import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../functions/requests/event.ts';
import { firstBroken } from '../../functions/requests/journal.ts';
import { requestTable } from '../../functions/requests/request-table.adapter.ts';
import { sha256 } from '../../functions/requests/secrets.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

/** Each call of the store waits until the scheduler lets it go. */
const scheduled = (db: DynamoDBDocumentClient, s: fc.Scheduler) =>
  ({
    send: (command: never) => s.schedule(Promise.resolve()).then(() => db.send(command)),
  }) as unknown as DynamoDBDocumentClient;

describe('two workers at once, their calls in whatever order', () => {
  it('write one line for one command, and lose none of two', async () => {
    const world = await requestWorld(database);
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (s, isSame) => {
        opened += 1;
        const { reference } = await world.open({ contactId: `c-${opened}` });
        const keys = isSame ? ['same', 'same'] : ['one', 'other'];
        const works = keys.map((key, n) =>
          requestTable(scheduled(database.db, s), world.name).append(reference, { key }, () => ({
            commands: [
              { command: 'note-added', noteId: `n${n}`, contentHash: 'h', by: 'agent:samira.haddad' },
            ],
          })),
        );
        const done = Promise.all(works);
        await s.waitFor(done);
        expect((await done).filter(({ repeated }) => repeated)).toHaveLength(isSame ? 1 : 0);
        const { events } = await world.requests.load(reference);
        const notes = (events as JournalEvent[]).filter(({ type }) => type === 'note-added');
        expect(notes).toHaveLength(isSame ? 1 : 2);
        expect(firstBroken(events as JournalEvent[], sha256)).toBeNull();
      }),
      { seed: 7, numRuns: 12 },
    );
  });
});
