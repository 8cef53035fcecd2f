import { useEffect, useState } from 'preact/hooks';
import type { readArticle } from '../../../functions/knowledge/public-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { help } from '../../ui/messages/pages-fr.ts';
import { usePath } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { inThisLanguage } from '../written.ts';
import { ArticlePage, type WholeArticle } from './article-page.tsx';

type Props = {
  site: Site;
  general: string;
  built?: WholeArticle | undefined;
  department?: string | undefined;
};

/** An article as it is published now: as built until the answer is there, and when none comes. */
export function ArticleApp({ site, general, built, department }: Props) {
  const id = usePath().split('/')[2] ?? '';
  const [article, setArticle] = useState(built);
  const [problem, setProblem] = useState<string>();
  const load = () => {
    setProblem(undefined);
    call<typeof readArticle>('GET /api/public/articles/{id}', { params: { id }, query: inThisLanguage }).then(
      setArticle,
      (error) => given(error instanceof ApiProblem ? error.code : 'unexpected'),
    );
  };
  const given = (code: string) => {
    if (code === 'not-found') setArticle(undefined);
    setProblem(code);
  };
  useEffect(load, [id]);
  if (article) return <ArticlePage site={site} article={article} department={department} general={general} />;
  if (!problem)
    return (
      <Page title={kit.loading} site={site.name}>
        <Skeleton lines={6} />
      </Page>
    );
  const gone = problem === 'not-found';
  return (
    <Page title={gone ? help.notFoundTitle : help.loadFailed} site={site.name}>
      {!gone && (
        <Alert>
          <p class="intro">{kit.problem(problem)}</p>
        </Alert>
      )}
      <div class="buttons">
        {!gone && <Button onClick={load}>{kit.retry}</Button>}
        <LinkButton href={addresses.help} look="secondary">
          {help.back}
        </LinkButton>
      </div>
    </Page>
  );
}
