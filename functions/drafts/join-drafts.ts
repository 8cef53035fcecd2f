import { Refusal } from '../shared/refusal.ts';
import type { DraftTable } from './draft-table.adapter.ts';

/**
 * Forms begun under an account that became part of another are begun under that one. Where both had begun the same, the one
 * saved last stays: it is what the person typed last. Said twice it moves nothing twice.
 */
export async function moveDrafts(
  drafts: Pick<DraftTable, 'list' | 'read' | 'save' | 'remove'>,
  from: string,
  into: string,
): Promise<void> {
  for (const { procedure } of await drafts.list(from)) {
    const [moved, kept] = await Promise.all([drafts.read(from, procedure), drafts.read(into, procedure)]);
    if (!moved) continue;
    if (!kept || kept.savedAt < moved.savedAt) {
      const over = kept?.version ?? 0;
      const version = Math.max(moved.version, over + 1);
      try {
        await drafts.save(into, { ...moved, version }, over, moved.savedAt);
      } catch (error) {
        // Typed again meanwhile: what the person writes now stands.
        if (!(error instanceof Refusal)) throw error;
      }
    }
    await drafts.remove(from, procedure);
  }
}
