import { useMutation } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey, queries } from '../data/queries.ts';

/** One act on people: done once however often it is pressed, then everything shown of people is read again. */
export function useAct<Body, Answer>(
  act: (body: Body, key: string) => Promise<Answer>,
  said: string,
  onDone: (answer: Answer) => void,
) {
  const key = useRef(newKey());
  const mutation = useMutation({
    mutationFn: (body: Body) => act(body, key.current),
    onSuccess: async (answer) => {
      key.current = newKey();
      toast(said, undefined, 6);
      onDone(answer);
      await queries.invalidateQueries({ queryKey: ['citizens'] });
    },
    // What is sent next may be another thing than what was refused.
    onError: () => {
      key.current = newKey();
    },
  });
  return {
    busy: mutation.isPending,
    failed: mutation.error ? sentenceOf(mutation.error) : undefined,
    forget: () => mutation.reset(),
    run: (body: Body) => {
      if (!mutation.isPending) mutation.mutate(body);
    },
  };
}
