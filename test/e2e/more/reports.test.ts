import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { running, until } from '../../support/outer.ts';

const product = running();
const run = randomUUID().slice(0, 8);
const canary = `canari-${run}`;
const author = `auteur-${run}@courriel.example`;
const neighbour = `voisine-${run}@courriel.example`;
/** A JPEG whose camera said its name: what it said must not come back. */
const photo = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 2 + canary.length]),
  Buffer.from(canary),
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
]);
type Shown = { id: string; state: string; followers: number; photos: string[] };

describe('something broken in the street', { timeout: 60_000 }, () => {
  it('goes to who mends it, is followed rather than repeated, and both are told when it is mended', async () => {
    const { centre } = (await product.json('/api/public/reports/setting')).body;
    const point = {
      latitude: centre.latitude + (Number.parseInt(run, 16) % 1_000) * 0.000_02,
      longitude: centre.longitude,
    };
    const uploadId = await product.upload(photo, 'trou.jpg', 'image/jpeg');
    const report = {
      ...{ category: 'tree', commune: '99112', point, place: `Devant ${canary}`, details: `Chez ${canary}` },
      ...{ photos: [{ uploadId, name: `${canary}.jpg` }], email: author },
    };
    const key = { 'idempotency-key': `report-${run}-0001` };
    const sent = await product.post('/api/public/reports', report, key);
    expect(sent.status).toBe(201);
    const { reference, trackingCode } = sent.body;
    expect((await product.post('/api/public/reports', report, key)).body).toMatchObject({
      reference,
      trackingCode,
    });
    const near = async (): Promise<Shown | undefined> =>
      (await product.post('/api/public/reports/near', { point, category: 'tree' })).body.reports[0];
    const shown = await until('the report on the map', near);
    expect(shown).toMatchObject({ state: 'reported', followers: 0, photos: [] });
    const { requests } = await product.records({ reference });
    // Trees of Castelroux are the roads department's, by the commune.
    expect(requests[0]).toMatchObject({ department: 'voirie', procedure: 'signalement' });

    const follow = () => product.post(`/api/public/reports/${shown.id}/followers`, { email: neighbour });
    expect([(await follow()).body.followers, (await follow()).body.followers]).toEqual([1, 1]);
    const told = (to: string, words: string) =>
      until(`${words} to ${to}`, async () =>
        (await product.outbox()).find((one) => one.to === to && one.text.includes(words)),
      );
    await told(neighbour, 'Inutile de le signaler à nouveau');

    await until(
      'instruction',
      async () => (await product.records({ reference })).requests[0]?.state !== 'new',
    );
    const agent = await product.signIn('marc.delmas');
    const seen = await agent.get(`/api/agent/reports/${reference}`);
    expect(seen.body.report).toMatchObject({ followers: 1, mayPublish: true });
    const [picture] = seen.body.report.photos;
    const publish = `/api/agent/reports/${reference}/photos/${picture.document}`;
    expect((await agent.post(publish, { isPublished: true })).status).toBe(200);
    const published = await fetch((await near())?.photos[0] ?? '');
    expect(Buffer.from(await published.arrayBuffer()).includes(canary)).toBe(false);
    const { version } = (await agent.get(`/api/agent/requests/${reference}`)).body;
    const answered = await agent.post(`/api/agent/requests/${reference}/answer`, {
      ...{ version, outcome: 'answered', uploads: [] },
      text: `Bonjour, la branche est retirée (${run}).`,
    });
    expect(answered.status).toBe(200);
    await told(author, `la branche est retirée (${run})`);
    const news = await told(neighbour, `la branche est retirée (${run})`);
    expect(news.text).not.toMatch(new RegExp(`${canary}|${author}`));

    const listed = await until('the report resolved', async () => {
      const { body } = await product.json('/api/public/reports?commune=99112&category=tree&state=resolved');
      return body.reports.some(({ id }: Shown) => id === shown.id) && body;
    });
    // Nothing that anybody typed, nor who they are, nor the reference.
    const said = JSON.stringify(listed);
    for (const secret of [canary, author, neighbour, reference]) expect(said).not.toContain(secret);
    expect(await near()).toBeUndefined();

    const link = /signaler\/carte#(\S+)/.exec(news.text)?.[1] ?? '';
    const left = await product.post('/api/public/reports/following/end', {}, { 'x-follow-secret': link });
    expect(left.status).toBe(204);
  });
});
