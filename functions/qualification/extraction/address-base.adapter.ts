import * as z from 'zod';
import type { AskBase } from './sender-address.ts';

/** What the national address base answers (GeoJSON, as its search at `/geocodage/search` does); more is ignored. */
const Answer = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        name: z.string(),
        city: z.string(),
        postcode: z.string(),
        citycode: z.string(),
        score: z.number(),
        type: z.string().optional(),
      }),
    }),
  ),
});

const answerWithinMs = 1_500;
const least = 0.7;

/**
 * Asks the national address base for one address; null when it knows none that is near, answers late or not at all. Nothing but
 * the words of a road and a town is sent. The call is made once: whoever waits for a letter does not wait for a map.
 */
export const addressBase =
  (url: string, within = answerWithinMs): AskBase =>
  async (asked) => {
    const query = new URLSearchParams({ q: asked, limit: '1', autocomplete: '0', index: 'address' });
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}?${query}`, {
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(within),
        redirect: 'error',
      });
      if (!response.ok) return null;
      const best = Answer.parse(await response.json()).features[0]?.properties;
      if (!best || best.score < least || best.type === 'municipality') return null;
      const { name, city, postcode, citycode, score } = best;
      return {
        road: name,
        postalCode: postcode,
        commune: city,
        inseeCode: citycode,
        source: 'national-base',
        score,
      };
    } catch {
      // Unreachable, slow, or another answer than the documented one: the address stays as the letter says it.
      return null;
    }
  };
