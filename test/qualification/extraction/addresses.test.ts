import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { addressesIn } from '../../../functions/qualification/extraction/address.ts';
import { addressBase } from '../../../functions/qualification/extraction/address-base.adapter.ts';
import { askedOf, normalAddress } from '../../../functions/qualification/extraction/normal-address.ts';
import { senderAddress } from '../../../functions/qualification/extraction/sender-address.ts';

const communes = [
  { code: '99101', name: 'Val-Clair', postalCode: '99100' },
  { code: '99180', name: 'Marsignolles', postalCode: '99180' },
  { code: '99240', name: 'Saint-Ouain-les-Prés', postalCode: '99240' },
];

describe('an address is written as the post reads it', () => {
  it.each([
    ['12 RUE DES REMPARTS, 99180 MARSIGNOLES', ['12 rue des Remparts', '99180 Marsignolles'], '99180'],
    [
      '12bis, av. du Gal Leclerc, bât B, 99100 Val clair',
      ['bâtiment B', '12 bis avenue du Général Leclerc', '99100 Val-Clair'],
      '99101',
    ],
    [
      '3 bd st nicaise appt 4, 9918O Marsignolles',
      ['appartement 4', '3 boulevard Saint Nicaise', '99180 Marsignolles'],
      '99180',
    ],
    ['La Petite Noue, 99240 St Ouain les Pres', ['La Petite Noue', '99240 Saint-Ouain-les-Prés'], '99240'],
    ['29 rue de la Glacière, Marsignolles', ['29 rue de la Glacière', '99180 Marsignolles'], '99180'],
    ['4 quai Sud, 75001 Paris', ['4 quai Sud', '75001 Paris'], null],
  ])('%s', (written, lines, inseeCode) => {
    expect(normalAddress([written], communes)).toMatchObject({ lines, inseeCode, source: 'text' });
  });

  it("keeps each line of an address with its place, and leaves the authority's own out", () => {
    const letter =
      'Lucie Roux\nRésidence du Lac, bât. 4\n12 rue Haute\n99180 Marsignolles\n\nMairie de Val-Clair\n1 place du Marché, 99100 Val-Clair\n\nBonjour,\nMerci.';
    const [first, ...others] = addressesIn(letter);
    expect(first?.lines.map(({ start, end }) => letter.slice(start, end))).toEqual([
      'Résidence du Lac',
      'bât. 4',
      '12 rue Haute',
      '99180 Marsignolles',
    ]);
    expect(others).toEqual([]);
  });
});

describe('the national address base is asked for a road and nothing else', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  const asked: string[] = [];
  const serving = async (
    answer: (url: URL) => { status?: number; body: unknown } | null,
  ): Promise<string> => {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      asked.push(url.searchParams.get('q') ?? '');
      const reply = answer(url);
      if (!reply) return;
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply.body));
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage/search`;
  };
  const feature = (properties: object) => ({
    body: { type: 'FeatureCollection', features: [{ type: 'Feature', properties }] },
  });
  const found = {
    label: '12 Rue des Primevères 99180 Marsignolles',
    score: 0.94,
    type: 'housenumber',
    name: '12 Rue des Primevères',
    postcode: '99180',
    citycode: '99180',
    city: 'Marsignolles',
  };
  const written = 'chez Mme Ginestou, 12 rue des primeveres, bât B, 99180 Marsignolles';

  it('takes its spelling, and keeps the lines that only a letter knows', async () => {
    const url = await serving(() => feature(found));
    expect(await senderAddress(written, communes, addressBase(url))).toEqual({
      lines: ['bâtiment B', 'chez Mme Ginestou', '12 Rue des Primevères', '99180 Marsignolles'],
      postalCode: '99180',
      commune: 'Marsignolles',
      inseeCode: '99180',
      source: 'national-base',
      score: 0.94,
    });
    expect(asked.at(-1)).toBe('12 rue des Primeveres 99180 Marsignolles');
  });

  it.each([
    ['is not sure', () => feature({ ...found, score: 0.4 })],
    [
      'knows the road of another town only',
      () => feature({ ...found, postcode: '01000', city: 'Ailleurs', citycode: '01001' }),
    ],
    ['knows nothing', () => ({ body: { type: 'FeatureCollection', features: [] } })],
    ['answers something else', () => ({ body: { error: 'x' } })],
    ['is asked too often', () => ({ status: 429, body: {} })],
    ['never answers', () => null],
  ])('leaves the address as written when it %s', async (_how, answer) => {
    const url = await serving(answer);
    const address = await senderAddress(
      '12 RUE DES PRIMEVERES, 99180 Marsignolles',
      communes,
      addressBase(url, 150),
    );
    expect(address).toMatchObject({ lines: ['12 rue des Primeveres', '99180 Marsignolles'], source: 'text' });
  });

  it('leaves it as written when nobody is there', async () => {
    const address = await senderAddress(
      '12 rue Haute, 99100 Val-Clair',
      communes,
      addressBase('http://127.0.0.1:9/x'),
    );
    expect(address?.source).toBe('text');
  });

  it('asks nothing of a house that has no road', () => {
    const address = normalAddress(['chez M. Roux, La Petite Noue, 99240 Saint-Ouain-les-Prés'], communes);
    expect(address && askedOf(address)).toBeNull();
  });
});
