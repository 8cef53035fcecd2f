import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { offline, signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { toast } from '../../ui/status.tsx';
import { newKey, queries } from '../data/queries.ts';
import { base } from '../routes.ts';
import { type Book, type BookLetter, bookApi, letterAddress, nameKey } from './book-api.ts';
import { forgetLetter } from './device.ts';
import { isOffline, keepForLater } from './waiting-decisions.ts';

/** The letter after this one in the book, as it was last read. */
export function nextOf(letter: BookLetter): string | null {
  const lists = queries.getQueryData<{ pages: Book[] }>(['book', 'waiting']);
  const items = lists?.pages.flatMap((page) => page.items) ?? [];
  const at = items.findIndex(({ letterId }) => letterId === letter.letterId);
  const next = items.slice(at + 1).find(({ letterId }) => letterId !== letter.letterId);
  return next ? letterAddress(base, next) : null;
}

/** What may be done with an open letter. A decision without network is kept, and the next letter opens all the same. */
export function useActs(letter: BookLetter) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const leave = async (said: string, forward: boolean) => {
    toast(said);
    const next = forward ? nextOf(letter) : null;
    navigate(next ?? `${base}/parapheur`);
    await queries.invalidateQueries({ queryKey: ['book'] });
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(error);
      await queries.invalidateQueries({ queryKey: ['book-letter', nameKey(letter)] });
    } finally {
      setBusy(false);
    }
  };
  const decide = (step: number, reason: string | null, comment: string | null) =>
    attempt(async () => {
      const seen = { step, sha256: letter.sha256 };
      try {
        if (reason !== null) await bookApi.sendBack(letter, { ...seen, reason }, newKey());
        else {
          const { reference, letterId } = letter;
          const { results } = await bookApi.approve([{ reference, letterId, ...seen, comment }]);
          const [result] = results;
          if (!result?.approved) throw new ApiProblem(result?.code ?? 'unexpected', 409);
        }
        void forgetLetter(letter);
        queries.removeQueries({ queryKey: ['book-letter', nameKey(letter)] });
        await leave(reason === null ? t.approvedOne : t.returned, true);
      } catch (error) {
        if (!isOffline(error)) throw error;
        await keepForLater(letter, seen, { subject: letter.subject, reason, comment });
        await leave(offline.kept, true);
      }
    });
  const refresh = async (said: string) => {
    toast(said);
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['book-letter', nameKey(letter)] }),
      queries.invalidateQueries({ queryKey: ['book'] }),
    ]);
  };
  return {
    busy,
    failure,
    approve: (step: number, comment: string | null) => decide(step, null, comment),
    sendBack: (step: number, reason: string) => decide(step, reason, null),
    takeBack: (step: number) =>
      attempt(async () => {
        await bookApi.takeBack(letter, step, newKey());
        await refresh(t.takenBack);
      }),
    recall: () =>
      attempt(async () => {
        await bookApi.recall(letter, newKey());
        await refresh(t.recalled);
      }),
  };
}
