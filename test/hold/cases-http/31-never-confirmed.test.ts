import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { pdf, put, start, submit } from './files.ts';

holdCase(31, 'a file without its form opens nothing; a form sent again takes it once', {}, async (world) => {
  const before = await world.records();
  const alone = await start(world, pdf.length);
  expect(await put(alone, pdf)).toBe(204);
  await world.quiet();
  expect(await world.contacts()).toHaveLength(before.contacts.length);

  const uploadId = await world.upload(pdf, 'a.pdf', 'application/pdf');
  const key = randomUUID();
  const replies = await Promise.all(
    Array.from({ length: 4 }, () => submit(world, [{ uploadId, name: 'a.pdf' }], key)),
  );
  replies.push(await submit(world, [{ uploadId, name: 'a.pdf' }], key));
  await world.quiet();
  const taken = replies.filter(({ status }) => status === 201);
  expect(new Set(taken.map(({ body }) => body.reference)).size).toBe(1);
  expect(replies.at(-1)?.status).toBe(201);
  const [contact, ...more] = (await world.records({ reference: taken[0]?.body.reference })).contacts;
  expect(more).toEqual([]);
  expect(contact?.channel).toBe('form');
  return { inputs: 1 };
});

holdCase(31, 'what nobody confirmed is gone after a day or two', { own: true }, async (world) => {
  const alone = await start(world, pdf.length);
  expect(await put(alone, pdf)).toBe(204);
  await world.clock({ advance: 'P3D' });
  await world.quiet(120_000);
  expect((await submit(world, [{ uploadId: alone.uploadId, name: 'a.pdf' }])).status).toBe(422);
});
