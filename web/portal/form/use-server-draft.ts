import { useEffect, useRef, useState } from 'preact/hooks';
import type { deleteDraft, readDraft, saveDraft } from '../../../functions/drafts/citizen-api.ts';
import { type Content, mergeContents } from '../../../functions/drafts/merge.ts';
import type { Answers } from '../../../functions/procedures/procedure.ts';
import { visibleSteps } from '../../../functions/procedures/visible-form.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { isSignedOut } from '../account/use-me.ts';
import { answersOf, type Draft, type DraftFile } from './draft.ts';
import { today } from './today.ts';
import type { DraftState } from './use-draft.ts';

type Remote = AnswerOf<typeof readDraft>;
export type Conflict = { fields: string[]; there: Content<DraftFile> & { savedAt: string; version: number } };
export type ServerDraft = {
  /** `out`: nobody is signed in any more. */
  status: 'idle' | 'saving' | 'saved' | 'offline' | 'out';
  savedAt: string | undefined;
  conflict: Conflict | undefined;
  /** Reference of this very form, sent from another device. */
  sentElsewhere: string | undefined;
  /** Answers that came from another device were put with those of this one. */
  merged: boolean;
  settle: (keep: 'here' | 'there') => void;
};
const pause = 1_200;
const nothing: Content<DraftFile> = { answers: {}, files: {} };
const contentOf = ({ answers, files }: Draft): Content<DraftFile> => ({ answers, files });
const remoteContent = ({ answers, files }: Remote): Content<DraftFile> => ({ answers, files });
const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const params = (procedure: string) => ({ params: { procedure } });

/** The same form on all the devices of somebody signed in: read once, saved after each pause, put together when both went on. */
export function useServerDraft(state: DraftState, draft: Draft, account: string): ServerDraft {
  const { id, title, revision } = draft.procedure;
  const [status, setStatus] = useState<ServerDraft['status']>('idle');
  const [savedAt, setSavedAt] = useState<string>();
  const [conflict, setConflict] = useState<Conflict>();
  const [sentElsewhere, setSent] = useState<string>();
  const [merged, setMerged] = useState(false);
  const [ready, setReady] = useState(false);
  const latest = useRef(draft);
  latest.current = draft;
  const agreed = draft.server?.account === account ? draft.server : undefined;

  const adopt = (content: Content<DraftFile>, remote: Conflict['there'], key?: string) =>
    state.change((before) => ({
      ...before,
      answers: content.answers as Answers,
      files: content.files,
      ...(key && { key }),
      server: { account, version: remote.version, answers: remote.answers as Answers, files: remote.files },
    }));
  const reconcile = (remote: Remote) => {
    const here = latest.current;
    if (remote.sent) {
      if (remote.key === here.key) setSent(remote.sent.reference);
      return;
    }
    const base = here.server?.account === account ? here.server : undefined;
    if (base?.version === remote.version) return;
    const there = { ...remoteContent(remote), savedAt: remote.savedAt, version: remote.version };
    const result = mergeContents(base ?? nothing, contentOf(here), there);
    if (result.both.length > 0) return setConflict({ fields: result.both, there });
    if (result.brings && here.savedAt) setMerged(true);
    adopt(result.content, there, remote.key);
  };
  const read = () => call<typeof readDraft>('GET /api/citizen/drafts/{procedure}', params(id));

  useEffect(() => {
    read().then(
      (remote) => {
        reconcile(remote);
        setReady(true);
      },
      (error) => {
        // Nothing there: what was kept of an older draft is not one to go on from.
        if (error instanceof ApiProblem && error.code === 'not-found')
          state.note(({ server: _server, ...before }) => before);
        setReady(true);
      },
    );
  }, [id, account]);

  const save = async () => {
    const now = latest.current;
    const content = contentOf(now);
    const steps = visibleSteps(now.procedure, answersOf(now), today());
    setStatus('saving');
    try {
      const kept = await call<typeof saveDraft>('PUT /api/citizen/drafts/{procedure}', {
        ...params(id),
        body: {
          ...content,
          ...{ revision, title, key: now.key, step: now.step },
          at: {
            index: Math.max(
              0,
              steps.findIndex((step) => step.id === now.step),
            ),
            count: steps.length,
          },
          version: now.server?.account === account ? now.server.version : 0,
        },
      });
      state.note((before) => ({
        ...before,
        files: isEqual(before.files, content.files) ? kept.files : before.files,
        server: { account, version: kept.version, answers: now.answers, files: kept.files },
      }));
      setSavedAt(kept.savedAt);
      setStatus('saved');
    } catch (error) {
      const { code = '', fields = [] } = error instanceof ApiProblem ? error : {};
      if (code === 'conflict') return read().then(reconcile, () => setStatus('offline'));
      if (code === 'already-closed') return setSent(String(fields[0]?.params?.reference ?? ''));
      setStatus(isSignedOut(error) ? 'out' : 'offline');
    }
  };
  const isToSave =
    ready &&
    !conflict &&
    sentElsewhere === undefined &&
    draft.savedAt !== '' &&
    !isEqual(contentOf(draft), agreed && { answers: agreed.answers, files: agreed.files });
  useEffect(() => {
    if (!isToSave) return;
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [isToSave, draft.savedAt, agreed?.version]);
  useEffect(() => {
    const back = () => isToSave && void save();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  });

  return {
    ...{ status, savedAt, conflict, sentElsewhere, merged },
    settle: (keep) => {
      if (!conflict) return;
      const { there } = conflict;
      const base = agreed ?? nothing;
      const mine = mergeContents(base, contentOf(latest.current), there).content;
      const theirs = mergeContents(base, there, contentOf(latest.current)).content;
      adopt(keep === 'here' ? mine : theirs, there);
      setConflict(undefined);
    },
  };
}

/** Thrown away here, it is there too; nobody waits for it. */
export const dropServerDraft = (procedure: string): void =>
  void call<typeof deleteDraft>('DELETE /api/citizen/drafts/{procedure}', params(procedure)).catch(
    () => undefined,
  );
