import { useMutation } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { toast } from '../../ui/status.tsx';
import { agentApi, type Contact } from '../data/agent-api.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey, queries } from '../data/queries.ts';
import { base } from '../routes.ts';
import { acceptance, type Draft } from './draft.ts';

export type Reason = 'spam' | 'not-ours' | 'unreadable' | 'duplicate';
type Done = { said: string; undo?: () => void };

/** The four things an agent may do with a contact. Each leads to the next one, or to the empty queue. */
export function useDecision(contact: Contact) {
  const { contactId, version } = contact;
  const key = useRef(newKey());
  const mutation = useMutation({
    mutationFn: async (act: { run: () => Promise<{ next: string | null }>; done: Done }) => ({
      ...(await act.run()),
      done: act.done,
    }),
    onSuccess: ({ next, done }) => {
      toast(done.said, done.undo && { label: shell.undo, run: done.undo });
      queries.removeQueries({ queryKey: ['contact', contactId] });
      void queries.invalidateQueries({ queryKey: ['contacts'] });
      go(next);
    },
  });
  const run = (act: Parameters<typeof mutation.mutate>[0]) => {
    if (!mutation.isPending) mutation.mutate(act);
  };
  return {
    busy: mutation.isPending,
    error: mutation.error,
    forget: () => mutation.reset(),
    skip: () => go(contact.next),
    accept: (draft: Draft, second?: string) =>
      run({
        run: () =>
          agentApi.accept(contactId, acceptance(draft, version, second), `${key.current}-a${version}`),
        done: { said: t.accepted(draft.subject) },
      }),
    join: (reference: string, quiet = false) =>
      run({
        run: () => agentApi.join(contactId, { version, reference, quiet }, `${key.current}-j${version}`),
        done: { said: t.joined(reference) },
      }),
    quarantine: (reason: Reason) =>
      run({
        run: () => agentApi.quarantine(contactId, { version, reason }, `${key.current}-q${version}`),
        done: { said: t.quarantined, undo: () => void release(contactId) },
      }),
  };
}
export type Decision = ReturnType<typeof useDecision>;

/** Takes a contact back out of quarantine, at whatever version it has reached. */
export async function release(contactId: string): Promise<void> {
  try {
    const { version } = await agentApi.contact(contactId);
    await agentApi.release(contactId, version, newKey());
    toast(t.released);
    await queries.invalidateQueries({ queryKey: ['contacts'] });
  } catch (error) {
    toast(sentenceOf(error));
  }
}

const go = (next: string | null) =>
  navigate(next ? `${base}/qualification/${encodeURIComponent(next)}` : `${base}/qualification?fini=1`);
