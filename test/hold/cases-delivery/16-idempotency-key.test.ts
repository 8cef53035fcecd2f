import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';

holdCase(
  16,
  'a key that comes back with another body is refused; another person may have the same',
  { fast: true },
  async (world) => {
    const key = randomUUID();
    const hole = report(`Un trou ${world.run}`, `.${world.run}`);
    const first = await world.submit('signalement', hole, [], key);
    expect(first.status).toBe(201);
    const other = await world.submit('signalement', { ...hole, details: 'Tout autre chose' }, [], key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const again = await world.submit('signalement', hole, [], key);
    expect([again.status, again.body.reference]).toEqual([201, first.body.reference]);

    const { citizens } = (await world.json('/local/people')).body as { citizens: { login: string }[] };
    const form = { procedure: 'signalement', revision: 1, answers: hole, uploads: [] };
    const shared = randomUUID();
    const references: string[] = [];
    for (const { login } of citizens.slice(0, 2)) {
      const { cookie } = await world.signIn(login);
      const send = () => world.post('/api/public/forms', form, { cookie, 'idempotency-key': shared });
      const replies = [await send(), await send()];
      expect(replies.map(({ status }) => status)).toEqual([201, 201]);
      expect(replies[1]?.body).toEqual(replies[0]?.body);
      references.push(replies[0]?.body.reference);
    }
    expect(new Set(references).size).toBe(2);
    await world.quiet();
    const kept = (await world.records({ reference: first.body.reference })).contacts;
    expect(kept).toHaveLength(1);
    expect(kept[0]?.text).toContain(world.run);
    return { inputs: 3 };
  },
);
