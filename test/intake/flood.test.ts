import { expect, it } from 'vitest';
import { floodWindow, mostInWindow, refuseFlood } from '../../functions/intake/flood.ts';

it('a flood is turned away until the minute is over, and whoever else calls is not', async () => {
  let now = 1_000_000_040;
  let writes = 0;
  const counts = new Map<string, number>();
  const refuse = refuseFlood({
    epochSeconds: () => now,
    count: async (address) => {
      writes += 1;
      const key = `${address} ${Math.floor(now / floodWindow)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts.get(key) ?? 0;
    },
  });
  for (let call = 0; call < mostInWindow; call += 1) await refuse('flood');
  for (let call = 0; call < 500; call += 1)
    await expect(refuse('flood')).rejects.toMatchObject({ code: 'too-many-requests', retryAfter: 40 });
  // What a flood costs is bounded: it is not written down again and again.
  expect(writes).toBe(mostInWindow + 1);
  await refuse('somebody else');
  now += 40;
  await refuse('flood');
});
