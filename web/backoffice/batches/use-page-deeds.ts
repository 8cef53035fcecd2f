import { useState } from 'preact/hooks';
import { batch as t } from '../../ui/messages/backoffice-batch-fr.ts';
import { toast } from '../../ui/status.tsx';
import { newKey, queries } from '../data/queries.ts';
import { type AskedDeed, clerkApi, type InFile } from './clerk-api.ts';
import { problemWords } from './problem-words.ts';

const wordsOf = (deed: Exclude<AskedDeed, { kind: 'cut' | 'join' }>): string => {
  if (deed.kind === 'rotate') return t.rotated(deed.page);
  return deed.kind === 'replace' ? t.replaced(deed.page) : t.counted(deed.page, deed.as);
};

/** Deeds on single pages of a batch: each is said, and can be taken back for a while. */
export function usePageDeeds(batchId: string) {
  const [failure, setFailure] = useState<string>();
  const again = () => queries.invalidateQueries({ queryKey: ['batch', batchId] });
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setFailure(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(problemWords(error));
      return false;
    } finally {
      await again();
    }
  };
  const undo = (params: InFile, deedId: string, page: number) =>
    attempt(async () => {
      await clerkApi.undo(params, deedId);
      toast(t.undone(page));
    });
  return {
    failure,
    decide: (fileId: string, deed: Exclude<AskedDeed, { kind: 'cut' | 'join' }>) =>
      attempt(async () => {
        const params = { id: batchId, fileId };
        const { undo: last } = await clerkApi.decide(params, deed, newKey());
        toast(
          wordsOf(deed),
          last ? { label: t.undo, run: () => void undo(params, last.deedId, deed.page) } : undefined,
        );
      }),
    apply: (fileId: string) =>
      attempt(async () => {
        await clerkApi.settle({ id: batchId, fileId });
        toast(t.applied);
      }),
  };
}
export type PageDeeds = ReturnType<typeof usePageDeeds>;
