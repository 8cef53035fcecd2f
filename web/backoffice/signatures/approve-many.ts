import { ApiProblem } from '../../ui/api.ts';
import { type BookItem, bookApi, type Seen } from './book-api.ts';

export type Refused = { letterId: string; code: string };
/** Few enough that the progress is seen to move, many enough that fifty take a few calls. */
const atOnce = 25;

export const seenOf = ({ reference, letterId, step, sha256 }: BookItem): Seen => ({
  reference,
  letterId,
  step,
  sha256,
});

/** Approves everything that was selected; answers what was not, with why. `needsIdentity` when the person must come back fresh. */
export async function approveMany(
  letters: readonly Seen[],
  onProgress: (done: number) => void,
): Promise<{ refused: Refused[]; needsIdentity: boolean }> {
  const refused: Refused[] = [];
  for (let from = 0; from < letters.length; from += atOnce) {
    const part = letters.slice(from, from + atOnce);
    try {
      const { results } = await bookApi.approve(part);
      for (const { letterId, approved, code } of results)
        if (!approved) refused.push({ letterId, code: code ?? 'unexpected' });
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'fresh-sign-in-needed')
        return { refused, needsIdentity: true };
      throw error;
    }
    onProgress(Math.min(from + atOnce, letters.length));
  }
  return { refused, needsIdentity: false };
}
