import { useQuery } from '@tanstack/react-query';
import { lazily } from '../../ui/lazily.tsx';
import { notThere as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { proceduresApi } from '../data/procedures-api.ts';
import { isCode } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { AgentPage } from '../shell/agent-page.tsx';

type EditorProps = Parameters<typeof import('./editor.tsx').Editor>[0];
/** The editor comes while its procedure is read. */
const Editor = lazily<EditorProps>(async () => (await import('./editor.tsx')).Editor);
Editor.prepare();

/** One procedure to work on, read once: what is written here is never overwritten by a later reading. */
export default function EditorPage({ params }: PageProps) {
  const id = params.id ?? '';
  const worked = useQuery({
    queryKey: ['procedure-worked', id],
    queryFn: () => proceduresApi.read(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (worked.data)
    return (
      <Editor
        key={`${id}-${worked.dataUpdatedAt}`}
        id={id}
        worked={worked.data}
        onReload={() => void worked.refetch()}
      />
    );
  const notFound = isCode(worked.error, 'not-found');
  return (
    <AgentPage title={notFound ? t.notFound : t.loading} intro={notFound && <p>{t.notFoundText}</p>}>
      {worked.error && !notFound && <ErrorBox error={worked.error} onRetry={() => void worked.refetch()} />}
      {worked.isPending && <Skeleton lines={8} />}
    </AgentPage>
  );
}
