import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, lastNow } from '../../ui/api.ts';
import { type Problem, proceduresApi, type Worked } from '../data/procedures-api.ts';
import { queries } from '../data/queries.ts';
import type { Doc } from './document.ts';
import { begun, changed, type History, redone, undone } from './history.ts';

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
  const history = useRef(begun<Doc>(worked.document));
  const [, redraw] = useState(0);
  const [problems, setProblems] = useState<readonly Problem[]>(worked.problems);
  const [saving, setSaving] = useState<Saving>({ status: 'same' });
  const kept = useRef({ doc: worked.document, version: worked.version });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(undefined);
  const latest = () => history.current.now;

  const save = async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    const doc = latest();
    if (readOnly || doc === kept.current.doc) return true;
    setSaving({ status: 'saving' });
    const sending = proceduresApi.save(id, doc, kept.current.version).then(
      (reply) => {
        kept.current = { doc, version: reply.version };
        setProblems(reply.problems);
        setSaving(latest() === doc ? { status: 'saved', at: lastNow() } : { status: 'waiting' });
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
    return isKept && latest() !== doc ? save() : isKept;
  };
  const soon = () => {
    if (saving.status === 'conflict') return;
    setSaving({ status: 'waiting' });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause);
  };
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (latest() === kept.current.doc) return;
      void save();
      event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    return () => {
      removeEventListener('beforeunload', leave);
      void save();
    };
  }, []);
  // What is called late, such as putting back what was deleted, must go on from what is there then.
  const go = (next: (before: History<Doc>) => History<Doc>) => {
    const after = next(history.current);
    if (after === history.current) return;
    history.current = after;
    redraw((count) => count + 1);
    soon();
  };
  const reread = async () => {
    const fresh = await proceduresApi.read(id);
    kept.current = { doc: fresh.document, version: fresh.version };
    return fresh;
  };

  return {
    doc: latest(),
    change: (next, at) => go((before) => changed(before, next(before.now), at, Date.now())),
    undo: history.current.past.length > 0 ? () => go(undone) : undefined,
    redo: history.current.future.length > 0 ? () => go(redone) : undefined,
    saving,
    problems,
    version: kept.current.version,
    flush: save,
    takeTheirs: async () => {
      const fresh = await reread();
      history.current = changed(history.current, fresh.document as Doc, undefined, 0);
      setProblems(fresh.problems);
      setSaving({ status: 'same' });
    },
    keepMine: async () => {
      await reread();
      await save();
    },
  };
}
