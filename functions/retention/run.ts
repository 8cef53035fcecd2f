import { type Look, staysBecause } from './eligible.ts';
import { mayRun, type Slip, type Tried } from './slip.ts';

export type RunDeps = {
  /** Slips that are not over. */
  waiting: readonly Slip[];
  save(slip: Slip): Promise<void>;
  look: Look;
  /** Writes it into the register of erasures: from then on it happens. Again it is done again. */
  erase(kind: 'request' | 'contact', id: string): Promise<unknown>;
  now(): string;
  hasTime(): boolean;
};

/** What a slip would take and what would stay, as things are now. Changes nothing. */
export const trySlip = async (slip: Slip, look: Look, at: string): Promise<Tried> => {
  const tried: Tried = { at, goes: 0, stays: [] };
  for (const reference of slip.references) {
    const why = await staysBecause(reference, slip, look);
    if (why) tried.stays.push({ reference, why });
    else tried.goes += 1;
  }
  return tried;
};

/** As many go before it is written down how far it came: cut in between, so many are gone through again and nothing else. */
const atOnce = 25;

/**
 * Carries out the slips that are agreed and were tried, each thing looked at once more. Begun again after a fall, or when there
 * was no more time, it goes on where it was. Answers how many were erased.
 */
export const runSlips = async (deps: RunDeps): Promise<number> => {
  let count = 0;
  for (const found of deps.waiting) {
    if (!mayRun(found)) continue;
    let slip: Slip = { ...found, state: 'running' };
    while (slip.done < slip.references.length && deps.hasTime()) {
      const some = slip.references.slice(slip.done, slip.done + atOnce);
      let erased = 0;
      for (const reference of some) {
        if (await staysBecause(reference, slip, deps.look)) continue;
        await deps.erase(slip.of === 'contacts' ? 'contact' : 'request', reference);
        erased += 1;
      }
      count += erased;
      slip = {
        ...slip,
        version: slip.version + 1,
        done: slip.done + some.length,
        erased: slip.erased + erased,
      };
      await deps.save(slip);
    }
    if (slip.done < slip.references.length) break;
    await deps.save({ ...slip, version: slip.version + 1, state: 'done', finishedAt: deps.now() });
  }
  return count;
};
