import { useMutation } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { toast } from '../../ui/status.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { isCode, newKey, queries } from '../data/queries.ts';
import type { Reload } from '../request/request-desk.tsx';

export type DeedProps = { request: RequestFile; onReload: Reload; onConflict(): Promise<void> };

/** One act on a request: done once however often it is pressed, then the request is read again and the act confirmed. */
export function useDeed<Body>(
  { request, onReload, onConflict }: DeedProps,
  act: (body: Body, key: string) => Promise<unknown>,
  said: string,
  onDone: () => void = () => {},
) {
  const key = useRef(newKey());
  const mutation = useMutation({
    mutationFn: (body: Body) => act(body, `${key.current}-${request.version}`),
    onSuccess: async () => {
      key.current = newKey();
      onDone();
      toast(said, undefined, 6);
      void queries.invalidateQueries({ queryKey: ['board'] });
      await onReload();
    },
    onError: (problem) => {
      if (!isCode(problem, 'conflict')) return;
      onDone();
      void onConflict();
    },
  });
  const { error } = mutation;
  return {
    busy: mutation.isPending,
    /** A sentence to show; a conflict is told elsewhere. */
    failed: error && !isCode(error, 'conflict') ? sentenceOf(error) : undefined,
    run: (body: Body) => {
      if (!mutation.isPending) mutation.mutate(body);
    },
  };
}
