import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { pdf, put, start, submit } from './files.ts';

holdCase(
  30,
  'a place for a file takes that file and no other, once it is looked at nobody can change it',
  {},
  async (world) => {
    const place = await start(world, pdf.length);
    expect(await put(place, Buffer.concat([pdf, Buffer.from('x')]))).toBe(400);
    expect(await put(place, pdf.subarray(1))).toBe(400);
    const endless = Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64');
    for (const changed of [
      { key: 'uploads/somebody-else' },
      { key: 'evidence/../x' },
      { 'Content-Type': 'text/html' },
      { acl: 'public-read' },
      { success_action_redirect: 'https://evil.example' },
      { policy: endless },
      { Policy: endless },
    ])
      expect(
        await put(place, pdf, changed as unknown as Record<string, string>),
        JSON.stringify(changed),
      ).toBe(403);
    expect(await put(place, pdf)).toBe(204);
    for (const size of [26 * 1024 * 1024, 0, -1, 1.5]) {
      const asked = { name: 'a.pdf', contentType: 'application/pdf', size };
      expect((await world.post('/api/public/uploads', asked)).status).toBeGreaterThanOrEqual(400);
    }
    for (const uploadId of ['../evidence', 'a?versionId=1', '%2e%2e', randomUUID()])
      expect((await submit(world, [{ uploadId, name: 'a.pdf' }])).status).toBe(422);
    expect((await submit(world, [{ uploadId: 'x'.repeat(1_500), name: 'a.pdf' }])).status).toBe(400);
    const twice = [
      { uploadId: place.uploadId, name: 'a.pdf' },
      { uploadId: place.uploadId, name: 'b.pdf' },
    ];
    expect((await submit(world, twice)).status).toBe(400);

    // Whoever still holds the place sends something else afterwards: what was taken in is what was looked at.
    const { status, body } = await submit(world, [{ uploadId: place.uploadId, name: 'a.pdf' }]);
    expect(status, JSON.stringify(body)).toBe(201);
    const other = Buffer.alloc(pdf.length, 'x');
    await put(place, other);
    await world.quiet();
    const { documents } = (await world.track(body.reference, body.trackingCode)).body;
    const { url } = (
      await world.json(`/api/public/requests/${body.reference}/documents/${documents[0].id}`, {
        headers: { 'x-tracking-code': body.trackingCode },
      })
    ).body;
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(pdf)).toBe(true);
    return { inputs: 1 };
  },
);

holdCase(30, 'a place for a file ends after its hour', { own: true }, async (world) => {
  const place = await start(world, pdf.length);
  await world.clock({ advance: 'PT61M' });
  expect(await put(place, pdf)).toBe(403);
});
