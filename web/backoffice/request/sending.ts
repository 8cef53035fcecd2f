import { useMutation } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { toast } from '../../ui/status.tsx';
import { agentApi, type RequestFile } from '../data/agent-api.ts';
import { isCode, newKey, queries } from '../data/queries.ts';
import type { WrittenDraft } from './draft-store.ts';

/** Sends what was written, once: a repeat after a lost answer carries the same key. A conflict keeps everything. */
export function useSending(
  request: RequestFile,
  after: { onSent(): Promise<void>; onConflict(): Promise<void> },
) {
  const key = useRef(newKey());
  const mutation = useMutation({
    mutationFn: async ({ kind, draft }: { kind: 'message' | 'answer'; draft: WrittenDraft }) => {
      const { reference, version } = request;
      const uploads = draft.files.map(({ uploadId, name }) => ({ uploadId, name }));
      const text = draft.text.trim();
      const once = `${key.current}-${version}`;
      if (kind === 'message')
        return agentApi.message(reference, { version, text, awaitsReply: draft.awaitsReply, uploads }, once);
      const outcome = draft.outcome ?? 'answered';
      return agentApi.answer(reference, { version, outcome, text, uploads }, once);
    },
    onSuccess: async (_, { kind }) => {
      key.current = newKey();
      toast(kind === 'message' ? t.messageSent : t.answerSent, undefined, 6);
      void queries.invalidateQueries({ queryKey: ['board'] });
      await after.onSent();
    },
    onError: (error) => {
      if (isCode(error, 'conflict')) void after.onConflict();
    },
  });
  return {
    busy: mutation.isPending,
    error: mutation.error,
    message: (draft: WrittenDraft) => mutation.mutate({ kind: 'message', draft }),
    answer: (draft: WrittenDraft) => mutation.mutate({ kind: 'answer', draft }),
  };
}
