import { useMutation } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { instruction } from '../../ui/messages/backoffice-instruction-fr.ts';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { toast } from '../../ui/status.tsx';
import { agentApi, type RequestFile } from '../data/agent-api.ts';
import { instructionApi } from '../data/instruction-api.ts';
import { isCode, newKey, queries } from '../data/queries.ts';
import type { WrittenDraft } from './draft-store.ts';

/** Sends what was written, once: a repeat after a lost answer carries the same key. A conflict keeps everything. */
export function useSending(
  request: RequestFile,
  after: { onSent(): Promise<void>; onConflict(): Promise<void> },
) {
  const key = useRef(newKey());
  const mutation = useMutation({
    mutationFn: async ({ kind, draft }: { kind: WrittenDraft['kind']; draft: WrittenDraft }) => {
      const { reference, version } = request;
      const uploads = draft.files.map(({ uploadId, name }) => ({ uploadId, name }));
      const text = draft.text.trim();
      const once = `${key.current}-${version}`;
      if (kind === 'message')
        return agentApi.message(reference, { version, text, awaitsReply: draft.awaitsReply, uploads }, once);
      const outcome = draft.outcome ?? 'answered';
      if (kind === 'answer') return agentApi.answer(reference, { version, outcome, text, uploads }, once);
      const { template = null } = draft;
      return instructionApi.submitLetter(request, { template, outcome, text, uploads }, once);
    },
    onSuccess: async (done, { kind }) => {
      key.current = newKey();
      const isSealed = 'state' in done && done.state === 'ready';
      const letterSaid = isSealed ? instruction.letterReady : instruction.letterSent;
      toast({ message: t.messageSent, answer: t.answerSent, letter: letterSaid }[kind], undefined, 6);
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
    send: (kind: WrittenDraft['kind'], draft: WrittenDraft) => mutation.mutate({ kind, draft }),
  };
}
