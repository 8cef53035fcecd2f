import { createStore, del, get, set } from 'idb-keyval';
import { useEffect, useRef, useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { reception as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { time } from '../../ui/messages/dates.ts';
import { type DeskDraft, emptyDraft } from './draft.ts';

type Kept = { draft: DeskDraft; savedAt: string };
const store = () => createStore('parvis-desk', 'drafts');
const pause = 400;
/** A visit is recorded the same day or not at all. */
const life = 16 * 3_600_000;

/** What is typed at the desk survives the page: read once, saved 400 ms after the last key, erased once it is recorded. */
export function useDesk(login: string) {
  const [draft, setDraft] = useState<DeskDraft>(emptyDraft);
  const [saying, say] = useState({ text: '', failed: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);
  const keep = (next: DeskDraft) => {
    latest.current = next;
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const savedAt = lastNow();
      set(login, { draft: latest.current, savedAt } satisfies Kept, store()).then(
        () => say({ text: t.draft(time(savedAt)), failed: false }),
        () => say({ text: t.draftFailed, failed: true }),
      );
    }, pause);
  };
  useEffect(() => {
    let gone = false;
    get<Kept>(login, store())
      .then((kept) => {
        if (gone || !kept || latest.current.startedAt) return;
        if (Date.parse(lastNow()) - Date.parse(kept.savedAt) > life) return del(login, store());
        latest.current = kept.draft;
        setDraft(kept.draft);
        say({ text: t.draftBack, failed: false });
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      clearTimeout(timer.current);
    };
  }, [login]);
  return {
    draft,
    saying,
    current: () => latest.current,
    /** The contact begins with the first thing that is typed or chosen. */
    change: (part: Partial<DeskDraft>) =>
      keep({ ...latest.current, startedAt: latest.current.startedAt ?? lastNow(), ...part }),
    /** Puts back what was erased. */
    restore: keep,
    clear: () => {
      clearTimeout(timer.current);
      const next = emptyDraft(latest.current.channel);
      latest.current = next;
      setDraft(next);
      say({ text: '', failed: false });
      del(login, store()).catch(() => undefined);
    },
  };
}
export type Desk = ReturnType<typeof useDesk>;
