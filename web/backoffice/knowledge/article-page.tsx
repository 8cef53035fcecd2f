import { useQuery } from '@tanstack/react-query';
import { editor, articles as t } from '../../ui/messages/backoffice-knowledge-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ArticleForm } from './article-form.tsx';
import { type ArticleBody, knowledgeApi } from './knowledge-api.ts';

const unwritten = 'nouvelle';
const kicker = <a href={`${base}/fiches`}>{t.title}</a>;

/** An article to be written: a new one, or the next version of one that is there. */
export default function ArticlePage({ params: { id = '' } }: PageProps) {
  const isNew = id === unwritten;
  const { me } = useSignedIn();
  const found = useQuery({
    queryKey: ['article-managed', id],
    queryFn: () => knowledgeApi.read(id),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  if (isNew)
    return (
      <AgentPage title={editor.newTitle} kicker={kicker}>
        <ArticleForm article={emptyArticle(me.departments[0] ?? '')} version={0} />
      </AgentPage>
    );
  return (
    <AgentPage title={found.data?.article.title ?? editor.title} kicker={kicker} context={editor.title}>
      {found.error && <ErrorBox error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={10} />}
      {found.data && (
        <ArticleForm
          key={found.data.version}
          article={found.data.article}
          version={found.data.version}
          withdrawn={found.data.withdrawn}
        />
      )}
    </AgentPage>
  );
}

const emptyArticle = (department: string): ArticleBody => ({
  ...{ id: '', title: '', summary: '', keywords: [], department, updatedOn: '', body: '' },
});
