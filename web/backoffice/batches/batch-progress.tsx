import { useQuery } from '@tanstack/react-query';
import { scanning as t } from '../../ui/messages/backoffice-scanning-fr.ts';
import { clerkApi } from './clerk-api.ts';

/** Pages read so far of a batch that is being read, page by page. Not spoken at each step: the page says when it ends. */
export function BatchProgress({ id, name, pages }: { id: string; name: string; pages: number }) {
  const { data } = useQuery({
    queryKey: ['batch-progress', id],
    queryFn: () => clerkApi.progress(id),
    refetchInterval: 2_500,
  });
  const done = data?.done ?? 0;
  const total = data?.pages ?? pages;
  if (total === 0) return null;
  return (
    <div class="batch-progress">
      <progress max={total} value={done} aria-label={t.progress(name)} />
      <span aria-hidden="true">{t.readSoFar(done, total)}</span>
    </div>
  );
}
