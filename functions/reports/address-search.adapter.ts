import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { epochSeconds } from '../shared/clock.adapter.ts';
import type { Found } from './serve-public.ts';

/** GeoJSON of the national address API (`/geocodage/search`); more is ignored. */
const Answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({ label: z.string(), citycode: z.string() }),
    }),
  ),
});
const answerWithinMs = 1_500;
const keptSeconds = 7 * 86_400;
const longestRest = 60;
const most = 20;

/**
 * Asks the address API through a cache of a week. After a 429 it is left alone for as long as it says (50 calls a second are
 * its limit for all who ask from one address), after a failure for a few seconds; null means: not now, the typed words will do.
 */
export const addressSearch = (
  db: DynamoDBDocumentClient,
  TableName: string,
  given: { url: string; centre(): Promise<{ latitude: number; longitude: number }>; within?: number },
) => {
  let restUntil = 0;
  const rest = (seconds: number) => {
    restUntil = Date.now() + Math.min(longestRest, Math.max(1, seconds)) * 1_000;
  };
  async function ask(text: string): Promise<Found[] | null> {
    if (given.url === '' || Date.now() < restUntil) return null;
    const { latitude, longitude } = await given.centre();
    const query = new URLSearchParams({
      ...{ q: text, limit: String(most), autocomplete: '1', index: 'address' },
      ...{ lat: String(latitude), lon: String(longitude) },
    });
    try {
      const response = await fetch(`${given.url.replace(/\/+$/, '')}?${query}`, {
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(given.within ?? answerWithinMs),
        redirect: 'error',
      });
      if (response.status === 429) rest(Number(response.headers.get('retry-after') ?? 5) || 5);
      if (!response.ok) return null;
      return Answer.parse(await response.json()).features.map(({ geometry, properties }) => ({
        label: properties.label,
        commune: properties.citycode,
        point: { latitude: geometry.coordinates[1], longitude: geometry.coordinates[0] },
      }));
    } catch {
      rest(3);
      return null;
    }
  }
  return async (typed: string): Promise<Found[] | null> => {
    const text = typed.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
    // What somebody typed is not kept, only what it leads to.
    const Key = { pk: `ADDRESS#${createHash('sha256').update(text).digest('hex')}`, sk: 'FOUND' };
    const { Item } = await db.send(new GetCommand({ TableName, Key }));
    if (Item && Item.expiresAt > epochSeconds()) return Item.found as Found[];
    const found = await ask(text);
    if (found)
      await db.send(
        new PutCommand({ TableName, Item: { ...Key, found, expiresAt: epochSeconds() + keptSeconds } }),
      );
    return found;
  };
};
