import { useEffect, useRef, useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { time } from '../../ui/messages/dates.ts';
import { dropDraft, emptyDraft, readDraft, saveDraft, type WrittenDraft } from './draft-store.ts';

type Kept = { draft: WrittenDraft; saying: string; failed: boolean };

/** A draft that survives the page: read once, saved 400 ms after the last key, erased once it is sent. */
export function useKeptDraft(login: string, reference: string) {
  const [kept, setKept] = useState<Kept>({ draft: emptyDraft, saying: '', failed: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(kept.draft);
  const fail = () => setKept((before) => ({ ...before, saying: t.draftFailed, failed: true }));
  useEffect(() => {
    let gone = false;
    readDraft(login, reference)
      .then((found) => {
        if (gone || !found || latest.current !== emptyDraft) return;
        latest.current = found;
        setKept({ draft: found, saying: t.draftRestored, failed: false });
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      // A tablet that is turned takes the page apart: what was typed last is kept, not what was typed a moment before.
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      const savedAt = lastNow();
      saveDraft(login, reference, { ...latest.current, savedAt }).catch(() => undefined);
    };
  }, [login, reference]);
  const save = () => {
    timer.current = undefined;
    const savedAt = lastNow();
    saveDraft(login, reference, { ...latest.current, savedAt })
      .then(() => setKept((before) => ({ ...before, saying: t.draftSaved(time(savedAt)), failed: false })))
      .catch(fail);
  };
  const change = (part: Partial<WrittenDraft>) => {
    latest.current = { ...latest.current, ...part };
    const draft = latest.current;
    setKept((before) => ({ ...before, draft }));
    clearTimeout(timer.current);
    timer.current = setTimeout(save, 400);
  };
  const drop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = emptyDraft;
    setKept({ draft: emptyDraft, saying: '', failed: false });
    dropDraft(login, reference).catch(() => undefined);
  };
  return { ...kept, current: () => latest.current, change, drop };
}
