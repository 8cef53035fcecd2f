import type { readArticle } from '../../../functions/knowledge/public-api.ts';
import type { Site } from '../../site.ts';
import type { AnswerOf } from '../../ui/api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { help } from '../../ui/messages/pages-fr.ts';
import { Page } from '../../ui/page.tsx';
import { addresses } from '../frame.tsx';
import { NotFoundYet } from './help-page.tsx';

export type WholeArticle = AnswerOf<typeof readArticle>;

export function ArticlePage(props: {
  site: Site;
  article: WholeArticle;
  department?: string | undefined;
  general: string;
}) {
  const { site, article, department, general } = props;
  return (
    <Page
      title={article.title}
      site={site.name}
      kicker={
        <a href={addresses.help} class="with-icon">
          <BackIcon />
          {help.back}
        </a>
      }
      intro={<p>{article.summary}</p>}
    >
      <Markdown text={article.body} />
      {article.procedure && (
        <div class="buttons">
          <LinkButton href={`${addresses.procedures}/${article.procedure}`}>{help.procedure}</LinkButton>
        </div>
      )}
      <ArticleFoot article={article} department={department} />
      <NotFoundYet general={general} />
    </Page>
  );
}

/** Whose words these are, and of which day: an official text says where it comes from. */
function ArticleFoot({ article, department }: { article: WholeArticle; department: string | undefined }) {
  const { source, updatedOn } = article;
  if (!source)
    return (
      <p class="hint article-foot">
        {[help.updated(updatedOn), department && help.by(department)].filter(Boolean).join(' · ')}
      </p>
    );
  return (
    <p class="hint article-foot">
      {help.source} <a href={source.url}>{source.name}</a>, {help.verified(source.verifiedOn)} ·{' '}
      {source.licence}
    </p>
  );
}
