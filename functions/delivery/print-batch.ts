import type { Day } from '../deadlines/day.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import type { PostTable } from './post-table.adapter.ts';
import { type PrintBatch, type PrintLetter, partsOf, planBatch, type ToPrint } from './print-plan.ts';

/** A page of the sorting sheet: what the person at the printer counts, folds and franks. */
export type SheetLine = PrintLetter & { recipient: string };
export type PrintDeps = {
  post: Pick<PostTable, 'waiting' | 'batch' | 'saveBatch' | 'letters' | 'claim'>;
  messages: Pick<MessageTable, 'find'>;
  authority(): Promise<Authority>;
  isWorkingDay(day: Day, authority: Authority): boolean;
  /** One PDF of a sorting sheet and its letters, written under `key`. */
  merge(key: string, batch: string, lines: readonly (SheetLine & { key: string })[]): Promise<void>;
};
/** `auto` is the daily one, which rests when nobody works. */
export type Asked = { batchId: string; day: Day; at: string; by: string };

/** More in one batch would fill a van: the rest goes with the next. */
const mostLetters = 3_000;
/** Letters of the cabinet are printed by its own people, one by one. */
const reserved = 'cabinet';

const isReady = ({ recipient, letterKey, department }: MessageRecord): boolean =>
  Boolean(recipient && letterKey) && department !== reserved;

const waitingLetters = async (post: PrintDeps['post']): Promise<ToPrint[]> => {
  const found: ToPrint[] = [];
  for await (const { reference, message } of post.waiting()) {
    if (!isReady(message)) continue;
    const { id, pages = 1, registered = false, department = null } = message;
    found.push({ reference, messageId: id, pages, registered, department });
    if (found.length >= mostLetters) break;
  }
  return found;
};

const inTens = async <T>(all: readonly T[], use: (one: T) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < all.length; at += 10) await Promise.all(all.slice(at, at + 10).map(use));
};

const mergeParts = async (deps: PrintDeps, before: PrintBatch, letters: readonly PrintLetter[]) => {
  let batch = before;
  for (const part of batch.parts.filter(({ key }) => key === null)) {
    const mine = letters.filter((letter) => letter.part === part.number);
    const found = await Promise.all(
      mine.map(async (letter) => {
        const message = await deps.messages.find(letter.reference, letter.messageId);
        const { letterKey, recipient = '' } = message ?? {};
        return letterKey ? [{ ...letter, recipient, key: letterKey }] : [];
      }),
    );
    const key = `print/${batch.id}/${part.number}.pdf`;
    await deps.merge(key, batch.id, found.flat());
    const parts = batch.parts.map((one) => (one.number === part.number ? { ...one, key } : one));
    batch = { ...batch, parts };
    await deps.post.saveBatch(batch);
  }
  return batch;
};

/**
 * The letters that wait, merged for the printer in parts that fit in memory. Killed at any moment and asked again it goes
 * on where it was: a letter is in one batch only, a part that is merged stays.
 */
export const printBatch =
  (deps: PrintDeps) =>
  async ({ batchId, day, at, by }: Asked): Promise<{ letters: number }> => {
    const { post } = deps;
    const authority = await deps.authority();
    const known = await post.batch(batchId);
    if (known && known.state !== 'preparing') return { letters: 0 };
    if (!known && by === 'auto' && !deps.isWorkingDay(day, authority)) return { letters: 0 };
    const perDepartment = authority.delivery?.printPerDepartment ?? false;
    const taken = await post.letters(batchId);
    const last = taken.at(-1);
    const waiting = await waitingLetters(post);
    const plan = planBatch(waiting, { perDepartment, after: last });
    await inTens(plan, (letter) => post.claim(batchId, letter));
    const letters = await post.letters(batchId);
    if (letters.length === 0) return { letters: 0 };
    const parts = partsOf(letters, perDepartment).map((part) => ({
      ...part,
      key: known?.parts.find(({ number }) => number === part.number)?.key ?? null,
    }));
    const opened: PrintBatch = { id: batchId, at, by, state: 'preparing', parts };
    await post.saveBatch(opened);
    const merged = await mergeParts(deps, opened, letters);
    await post.saveBatch({ ...merged, state: 'ready' });
    return { letters: letters.length };
  };
