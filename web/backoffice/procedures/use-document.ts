import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, lastNow } from '../../ui/api.ts';
import { type Problem, proceduresApi, type Worked } from '../data/procedures-api.ts';
import { queries } from '../data/queries.ts';
import type { Doc } from './document.ts';
import { begun, changed, redone, undone } from './history.ts';

export type Saving = {
  status: 'same' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict';
  code?: string;
  at?: string;
};
export type Editing = {
  doc: Doc;
  /** `at` joins what is typed at one place into one thing to undo. */
  change: (next: (doc: Doc) => Doc, at?: string) => void;
  undo?: () => void;
  redo?: () => void;
  saving: Saving;
  problems: readonly Problem[];
  version: number;
  /** Writes what waits; true when everything is kept. */
  flush: () => Promise<boolean>;
  takeTheirs: () => Promise<void>;
  keepMine: () => Promise<void>;
};
const pause = 900;

/** A procedure being worked on: its history, and its draft kept by the service shortly after each change. */
export function useDocument(id: string, worked: Worked, readOnly: boolean): Editing {
  const [history, setHistory] = useState(() => begun<Doc>(worked.document));
  const [problems, setProblems] = useState<readonly Problem[]>(worked.problems);
  const [saving, setSaving] = useState<Saving>({ status: 'same' });
  const kept = useRef({ doc: worked.document, version: worked.version });
  const latest = useRef(history.now);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(undefined);
  latest.current = history.now;

  const save = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    const doc = latest.current;
    if (readOnly || doc === kept.current.doc) return true;
    setSaving({ status: 'saving' });
    const sending = proceduresApi.save(id, doc, kept.current.version).then(
      (reply) => {
        kept.current = { doc, version: reply.version };
        setProblems(reply.problems);
        setSaving(latest.current === doc ? { status: 'saved', at: lastNow() } : { status: 'waiting' });
        void queries.invalidateQueries({ queryKey: ['procedures-managed'] });
        return true;
      },
      (error) => {
        const code = error instanceof ApiProblem ? error.code : 'unexpected';
        setSaving({ status: code === 'conflict' ? 'conflict' : 'failed', code });
        return false;
      },
    );
    running.current = sending;
    const isKept = await sending;
    running.current = undefined;
    return isKept && latest.current !== doc ? save() : isKept;
  };
  const soon = () => {
    if (saving.status === 'conflict') return;
    setSaving({ status: 'waiting' });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause);
  };
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (latest.current === kept.current.doc) return;
      void save();
      event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    return () => {
      removeEventListener('beforeunload', leave);
      void save();
    };
  }, []);
  const go = (next: typeof history) => {
    if (next === history) return;
    latest.current = next.now;
    setHistory(next);
    soon();
  };
  const reread = async () => {
    const fresh = await proceduresApi.read(id);
    kept.current = { doc: fresh.document, version: fresh.version };
    return fresh;
  };

  return {
    doc: history.now,
    change: (next, at) =>
      go(changed({ ...history, now: latest.current }, next(latest.current), at, Date.now())),
    undo: history.past.length > 0 ? () => go(undone(history)) : undefined,
    redo: history.future.length > 0 ? () => go(redone(history)) : undefined,
    saving,
    problems,
    version: kept.current.version,
    flush: save,
    takeTheirs: async () => {
      const fresh = await reread();
      latest.current = fresh.document;
      setHistory(changed(history, fresh.document as Doc, undefined, 0));
      setProblems(fresh.problems);
      setSaving({ status: 'same' });
    },
    keepMine: async () => {
      await reread();
      await save();
    },
  };
}
