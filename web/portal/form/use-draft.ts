import { useEffect, useRef, useState } from 'preact/hooks';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { lastNow } from '../../ui/api.ts';
import { type Draft, dropDraft, emptyDraft, loadDraft, saveDraft, saveLate } from './draft.ts';

export type Saving = { status: 'none' | 'saved' | 'failed'; at?: string };
export type DraftState = {
  /** Undefined while it is being read. */
  draft: Draft | undefined;
  filesExpired: boolean;
  saving: Saving;
  change: (change: (draft: Draft) => Draft) => void;
  /** Keeps beside the answers what nobody typed: it makes no draft of a form that nobody has begun. */
  note: (change: (draft: Draft) => Draft) => void;
  discard: () => void;
};
const pause = 400;

/** The draft of one procedure, written 400 ms after the last change and when the page is left. */
export function useDraft(id: string, procedure: Procedure | undefined): DraftState {
  const [loaded, setLoaded] = useState<{ draft?: Draft; filesExpired: boolean }>();
  const [draft, setDraft] = useState<Draft>();
  const [saving, setSaving] = useState<Saving>({ status: 'none' });
  const waiting = useRef<{ draft: Draft; timer: ReturnType<typeof setTimeout> } | undefined>(undefined);

  useEffect(() => {
    loadDraft(id).then(setLoaded, () => setLoaded({ filesExpired: false }));
  }, [id]);
  useEffect(() => {
    if (!loaded || draft || !(loaded.draft || procedure)) return;
    setDraft(loaded.draft ?? (procedure && emptyDraft(procedure)));
  }, [loaded, procedure, draft]);

  const flush = () => {
    const pending = waiting.current;
    if (!pending) return;
    clearTimeout(pending.timer);
    waiting.current = undefined;
    saveDraft(id, pending.draft).then(
      () => setSaving({ status: 'saved', at: pending.draft.savedAt }),
      () => setSaving({ status: 'failed' }),
    );
  };
  useEffect(() => {
    const leave = () => {
      if (waiting.current) saveLate(id, waiting.current.draft);
      flush();
    };
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  });

  const keep = (change: (draft: Draft) => Draft) =>
    setDraft((before) => {
      if (!before) return before;
      const next = change(before);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = next.savedAt ? { draft: next, timer: setTimeout(flush, pause) } : undefined;
      return next;
    });

  return {
    draft,
    filesExpired: Boolean(loaded?.filesExpired),
    saving,
    change: (change) => keep((before) => ({ ...change(before), savedAt: lastNow() })),
    note: keep,
    discard: () => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = undefined;
      setLoaded({ filesExpired: false });
      setDraft(undefined);
      void dropDraft(id).catch(() => undefined);
    },
  };
}
