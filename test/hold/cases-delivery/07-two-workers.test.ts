import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';

holdCase(7, 'two workers that get the same message at once do its work once', {}, async (world) => {
  await world.faults.set(
    ['queue', 'stream', 'event', 'task'].map((operation) => ({
      kind: 'duplicate',
      service: 'function',
      operation,
    })),
  );
  const from = `odile.${world.run}@courriel.example`;
  world.personal(from, `Ziani.${world.run}`);
  expect(
    await world.mail(streetMail({ subject: `${world.run} mail`, from, id: `<${world.run}@x>` }), from),
  ).toMatch(/^250/);
  const form = await world.submit('signalement', report(`Un trou ${world.run}`, `.${world.run}`));
  expect(form.status).toBe(201);
  await world.quiet();
  const { strokes } = await world.faults.log();
  await world.faults.clear();
  expect(strokes.length).toBeGreaterThan(20);

  const contacts = (await world.contacts()).filter(
    ({ subject, text }) => subject.includes(world.run) || text.includes(world.run),
  );
  expect(contacts.map(({ state }) => state)).toEqual(['opened', 'opened']);
  const sent = await world.outbox();
  for (const { requestReference } of contacts) {
    const journal = (await world.records({ reference: requestReference ?? '' })).requests[0]?.journal ?? [];
    for (const type of ['request-opened', 'acknowledgement-queued', 'message-sent', 'request-assigned'])
      expect([type, journal.filter((line) => line.type === type).length]).toEqual([type, 1]);
    expect(sent.filter((one) => one.requestReference === requestReference)).toHaveLength(1);
  }
  return { inputs: 2 };
});

holdCase(7, 'two browsers that send the same form at once are told the same reference', {}, async (world) => {
  const key = `same-${world.run}-0123456789`;
  const replies = await Promise.all(
    Array.from({ length: 8 }, () =>
      world.submit('signalement', report(`Un trou ${world.run}`, `.${world.run}`), [], key),
    ),
  );
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
  expect(new Set(replies.map(({ body }) => `${body.reference} ${body.trackingCode}`)).size).toBe(1);
  return { inputs: 1 };
});
